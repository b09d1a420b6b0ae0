"""The passphrase for the municipality's certificate: in the keyring, or, where there is none, in memory only."""

from pathlib import Path

from familieopslag.domain.faults import FamilieopslagError
from familieopslag.system.secrets import (
    TRUSTED_BACKENDS,
    certificate_passphrase,
    certificate_user,
    delete_secret,
    file_fingerprint,
    keyring_name,
    write_secret,
)


class Passphrases:
    """One for the whole program, used by its workers: what it remembers is in memory and ends with it. Blocking."""

    def __init__(self, *, trusted_backends: tuple[str, ...] = TRUSTED_BACKENDS) -> None:
        self._trusted = trusted_backends
        self._session: dict[str, str] = {}

    def of(self, file: Path, environment: str) -> str:
        """That for the certificate in `file`. Raises FamilieopslagError (PASSPHRASE_MISSING, KEYRING_UNAVAILABLE)."""
        try:
            fingerprint = file_fingerprint(file.read_bytes())
        except OSError:  # told by whoever opens it
            fingerprint = ""
        remembered = self._session.get(fingerprint)
        if remembered is not None:
            return remembered
        return certificate_passphrase(environment, fingerprint, trusted_backends=self._trusted)

    def remember(self, data: bytes, passphrase: str) -> None:
        """Have it until the program ends, for the .p12 with the content `data`."""
        self._session[file_fingerprint(data)] = passphrase

    def keep(self, data: bytes, passphrase: str) -> str:
        """Put it into the keyring, and out of memory; returns what the keyring is called.

        Raises FamilieopslagError (KEYRING_UNAVAILABLE).
        """
        fingerprint = file_fingerprint(data)
        name = write_secret(certificate_user(fingerprint), passphrase, trusted_backends=self._trusted)
        self._session.pop(fingerprint, None)
        return name

    def forget(self, data: bytes) -> None:
        """Have it no more. A keyring that cannot be opened keeps what it has."""
        fingerprint = file_fingerprint(data)
        self._session.pop(fingerprint, None)
        try:
            delete_secret(certificate_user(fingerprint), trusted_backends=self._trusted)
        except FamilieopslagError:
            return

    def keyring(self) -> str:
        """What the keyring is called; "": there is none that can be used."""
        try:
            return keyring_name(trusted_backends=self._trusted)
        except FamilieopslagError:
            return ""
