"""Where this user's settings and records are; `profile`: the folder that was named on the command line, or None."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from platformdirs import PlatformDirs

SETTINGS_FILE = "settings.toml"
AUDIT_KEY_FILE = "audit.key"
"""What the file with the audit log's key is called, where nobody says otherwise."""


def profile_dir(profile: Path | None = None) -> Path:
    """The folder with settings.toml."""
    return profile if profile is not None else Path(_dirs().user_config_dir)


def audit_dir(profile: Path | None) -> Path:
    """The audit log's folder, where settings name no other."""
    return _state_dir(profile) / "audit"


def demo_dir(profile: Path | None) -> Path:
    """What the demo writes: its own audit log, and the key to it."""
    return _state_dir(profile) / "demo"


def log_dir(profile: Path | None) -> Path:
    """The folder of the program's own log."""
    return profile / "logs" if profile is not None else Path(_dirs().user_log_dir)


def instance_dir(profile: Path | None) -> Path:
    """Where one window tells another that it is there: the session's own folder, if the system has one."""
    given = os.environ.get("XDG_RUNTIME_DIR", "") if os.name == "posix" else ""
    return Path(given) if given and Path(given).is_dir() else _state_dir(profile)


def _state_dir(profile: Path | None) -> Path:
    return profile if profile is not None else Path(_dirs().user_state_dir)


def _dirs() -> "PlatformDirs":
    """Never a roaming folder: a certificate must not travel, and records belong to the computer they are made on."""
    from platformdirs import PlatformDirs

    return PlatformDirs("Familieopslag", appauthor=False, roaming=False)
