"""A home of the test run's own, so that platformdirs and Qt never find the real one."""

import os
from pathlib import Path

_FOLDERS = {
    "HOME": "home",
    "USERPROFILE": "home",
    "XDG_CACHE_HOME": "cache",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_RUNTIME_DIR": "run",
    "XDG_STATE_HOME": "state",
    "WIN_PD_OVERRIDE_APPDATA": "config",
    "WIN_PD_OVERRIDE_LOCAL_APPDATA": "config",
}
"""The last two are platformdirs' own: on Windows it asks the system and not the environment."""


class Profile:
    """Points the environment at folders under `root`, and back."""

    def __init__(self, root: str) -> None:
        self._root = Path(root)
        self._before: dict[str, str | None] = {}

    def enter(self) -> None:
        """Make the folders, private to this user, and point the environment at them."""
        for variable, name in _FOLDERS.items():
            folder = self._root / name
            folder.mkdir(mode=0o700, exist_ok=True)
            self._before[variable] = os.environ.get(variable)
            os.environ[variable] = str(folder)

    def leave(self) -> None:
        """Restore the environment."""
        for variable, value in self._before.items():
            if value is None:
                os.environ.pop(variable, None)
            else:
                os.environ[variable] = value
