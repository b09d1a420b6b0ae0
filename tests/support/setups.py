"""The settings desk of a user of the test's own: real files, real certificates, a keyring in memory."""

from pathlib import Path

from familieopslag.system.passphrases import Passphrases
from familieopslag.system.setup import Setup
from tests.support.certificates import p12
from tests.support.configurations import policy_of
from tests.support.memory_keyring import MemoryKeyring

MEMORY = (MemoryKeyring.__module__,)
AGREEMENT = """
service_agreement_uuid = "11111111-2222-3333-4444-555555550001"
user_system_uuid = "11111111-2222-3333-4444-555555550002"
user_uuid = "11111111-2222-3333-4444-555555550003"
"""


def setup_in(folder: Path, *, user: str | None = None, policy: str | None = None) -> Setup:
    """With `folder`/profil/settings.toml (None: no file) and `folder`/etc/policy.toml (None: no policy)."""
    profile = folder / "profil"
    if user is not None:
        profile.mkdir(exist_ok=True)
        (profile / "settings.toml").write_text(user, encoding="utf-8")
    sources = () if policy is None else (policy_of(folder / "etc", policy),)
    return Setup(profile, Passphrases(trusted_backends=MEMORY), policy=sources, trusted_backends=MEMORY)


def source_in(folder: Path, data: bytes | None = None, name: str = "fra leverandøren.pfx") -> Path:
    """A .p12 (None: a good one) as somebody gets it."""
    file = folder / name
    file.write_bytes(data or p12())
    return file
