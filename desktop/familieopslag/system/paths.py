"""Where this user's settings are."""

from pathlib import Path

from platformdirs import PlatformDirs

SETTINGS_FILE = "settings.toml"


def profile_dir() -> Path:
    """The user's settings folder; never a roaming one, because a certificate must not travel with the profile."""
    return Path(PlatformDirs("Familieopslag", appauthor=False, roaming=False).user_config_dir)
