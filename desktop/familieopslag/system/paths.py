"""Where this user's settings and records are."""

from pathlib import Path

SETTINGS_FILE = "settings.toml"


def profile_dir() -> Path:
    """The user's settings folder; never a roaming one, because a certificate must not travel with the profile."""
    from platformdirs import PlatformDirs

    return Path(PlatformDirs("Familieopslag", appauthor=False, roaming=False).user_config_dir)


def audit_dir(profile: Path | None) -> Path:
    """The audit log's folder; `profile`: the folder that was named on the command line, or None."""
    return _state_dir(profile) / "audit"


def demo_dir(profile: Path | None) -> Path:
    """What the demo writes: its own audit log, and the key to it."""
    return _state_dir(profile) / "demo"


def _state_dir(profile: Path | None) -> Path:
    """Never a roaming folder: records belong to the computer that they were made on."""
    if profile is not None:
        return profile
    from platformdirs import PlatformDirs

    return Path(PlatformDirs("Familieopslag", appauthor=False, roaming=False).user_state_dir)
