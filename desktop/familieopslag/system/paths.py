"""Where this user's settings are."""

from pathlib import Path

SETTINGS_FILE = "settings.toml"


def profile_dir() -> Path:
    """The user's settings folder; never a roaming one, because a certificate must not travel with the profile."""
    from platformdirs import PlatformDirs

    return Path(PlatformDirs("Familieopslag", appauthor=False, roaming=False).user_config_dir)
