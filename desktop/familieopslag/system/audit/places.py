"""Which log is meant."""

from pathlib import Path

from familieopslag.system.paths import AUDIT_KEY_FILE, audit_dir, demo_dir
from familieopslag.system.settings import AuditSettings


def folder_of(settings: AuditSettings, profile: Path | None) -> Path:
    """Where the log is; `profile`: the folder named with --profile-dir, or None."""
    return settings.folder or audit_dir(profile)


def demo_audit(profile: Path | None) -> AuditSettings:
    """The demo's own log with a key of its own, so that invented persons never get among the others."""
    folder = demo_dir(profile)
    return AuditSettings(folder=folder / "audit", key_file=folder / AUDIT_KEY_FILE)
