"""What the settings window has done for it. All of it blocks, so it is handed to a worker as it is."""

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Protocol

from familieopslag.domain.certificates import CertificateDetails, ImportedCertificate
from familieopslag.system.configuration.key import Key
from familieopslag.system.configuration.kinds import Value
from familieopslag.system.settings import Configuration, Settings


class SettingsDesk(Protocol):
    """See system.setup.Setup, whose methods these are. Everything raises FamilieopslagError."""

    def read(self) -> Configuration:
        """What is in force."""

    def tried(self, changes: Mapping[Key, Value]) -> Settings:
        """What a lookup would go by after `changes`."""

    def check_audit_key(self, changes: Mapping[Key, Value]) -> None:
        """Find out whether the audit log would have a key after `changes`, or could have one made."""

    def save(self, changes: Mapping[Key, Value], leftover: Collection[Path] = ()) -> Configuration:
        """Write `changes`, and take away the copies of certificates among `leftover` that are not needed then."""

    def import_certificate(self, file: Path, passphrase: str) -> ImportedCertificate:
        """Copy a .p12, and put its passphrase where it is safe."""

    def certificate(self, file: Path, environment: str) -> CertificateDetails:
        """What is in a certificate that has its passphrase."""

    def unlock(self, file: Path, passphrase: str, *, keep: bool) -> str:
        """Take the passphrase for a certificate; what the keyring is called that has it, or ""."""

    def discard(self, files: Collection[Path]) -> None:
        """Take away copies of certificates, and their passphrases."""

    def keyring(self) -> str:
        """What the keyring is called, or ""."""

    def keep_proxy_password(self, user: str, password: str) -> None:
        """Put it into the keyring."""
