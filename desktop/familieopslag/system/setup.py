"""What the settings window has done on this computer: everything here blocks, so a worker does it."""

import logging
import uuid
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from familieopslag.domain import faults
from familieopslag.domain.certificates import CertificateDetails, ImportedCertificate
from familieopslag.domain.faults import FamilieopslagError
from familieopslag.system import paths
from familieopslag.system.certificate_copies import CertificateCopies
from familieopslag.system.configuration.key import Key
from familieopslag.system.configuration.keys import key
from familieopslag.system.configuration.kinds import Value
from familieopslag.system.configuration.policy import PolicySource
from familieopslag.system.configuration.user_file import UserFile
from familieopslag.system.passphrases import Passphrases
from familieopslag.system.secrets import TRUSTED_BACKENDS, proxy_secret_user, write_secret
from familieopslag.system.settings import (
    Configuration,
    Settings,
    changed_configuration,
    read_configuration,
)

if TYPE_CHECKING:
    from familieopslag.system.certificate import ClientCertificate

_CERTIFICATE, _KEY_FILE = key("certificate", "file"), key("audit", "key_file")
_LOG = logging.getLogger(__name__)


class Setup:
    """Settings, certificates and secrets of one user on this computer."""

    def __init__(
        self,
        profile: Path | None,
        passphrases: Passphrases,
        *,
        policy: Sequence[PolicySource] | None = None,
        trusted_backends: tuple[str, ...] = TRUSTED_BACKENDS,
    ) -> None:
        """`profile` and `policy`: see read_configuration."""
        self._profile = profile
        self._policy = policy
        self._passphrases = passphrases
        self._trusted = trusted_backends
        self._copies = CertificateCopies(paths.profile_dir(profile))

    def read(self) -> Configuration:
        """What is in force now. Raises FamilieopslagError as read_configuration does."""
        return read_configuration(self._profile, self._policy)

    def tried(self, changes: Mapping[Key, Value]) -> Settings:
        """What a lookup would go by after `changes`. Raises FamilieopslagError as read_settings does."""
        return changed_configuration(self._profile, changes, self._policy).settings()

    def check_audit_key(self, changes: Mapping[Key, Value]) -> None:
        """Find out whether the audit log would have a key after `changes`, or could have one made. None is made.

        May block on a keyring's prompt. Raises FamilieopslagError: AUDIT_KEY_MISSING (no keyring that can be used),
        AUDIT_KEY_UNSAFE, AUDIT_UNWRITABLE, and as read_configuration does.
        """
        self._check_key(changed_configuration(self._profile, changes, self._policy))

    def save(self, changes: Mapping[Key, Value], leftover: Collection[Path] = ()) -> Configuration:
        """Write `changes` to the user's file; what is in force then.

        Copies of certificates among `leftover`, and the one that was in force, go when they are not in force any more,
        and so do their passphrases. What would stop lookups is not written. Raises FamilieopslagError: what
        read_configuration raises, SETTINGS_INVALID for changes that do not fit together, SETTINGS_UNREADABLE and
        SETTINGS_UNWRITABLE; as check_audit_key does for a key file that is chosen.
        """
        before = self.read()
        after = changed_configuration(self._profile, changes, self._policy)
        known = set(before.faulty) - set(changes)
        if after.fault is not None and set(after.faulty) - known:
            raise after.fault from None
        if changes.get(_KEY_FILE) is not None:
            self._check_key(after)
        UserFile(before.file).write(changes)
        _LOG.info("settings saved: %s", ", ".join(sorted(found.label for found in changes)) or "none")
        after = self.read()
        self.discard({*leftover, *_certificate_of(before)} - _certificate_of(after))
        return after

    def import_certificate(self, file: Path, passphrase: str) -> ImportedCertificate:
        """Copy a .p12 into the profile folder, and its passphrase into the keyring.

        Nothing is copied that cannot be opened and used today. Raises FamilieopslagError: what read_certificate
        raises, CERTIFICATE_UNPROTECTED, SETTINGS_UNWRITABLE.
        """
        from familieopslag.system.certificate import certificate_in, content_of, is_key_in_the_open

        data = content_of(file)
        details = certificate_in(data, passphrase).details
        if not passphrase or is_key_in_the_open(data):
            raise FamilieopslagError(faults.CERTIFICATE_UNPROTECTED, str(uuid.uuid4()))
        try:
            copy = self._copies.add(data)
        except OSError as error:
            detail = type(error).__name__
        else:
            _LOG.info("certificate imported")
            return ImportedCertificate(copy, details, self._kept(data, passphrase))
        values = {"file": str(paths.profile_dir(self._profile))}
        raise FamilieopslagError(faults.SETTINGS_UNWRITABLE, str(uuid.uuid4()), values=values, detail=detail)

    def certificate(self, file: Path, environment: str) -> CertificateDetails:
        """What is in a certificate that is in force. Raises FamilieopslagError as open_certificate does."""
        return self._opened(file, self._passphrases.of(file, environment)).details

    def unlock(self, file: Path, passphrase: str, *, keep: bool) -> str:
        """Take the passphrase for a certificate that is in force; returns what the keyring that has it is called.

        `keep` False, or no keyring: "", and it is remembered until the program ends. Raises FamilieopslagError as
        read_certificate does, and then remembers nothing.
        """
        from familieopslag.system.certificate import content_of

        self._opened(file, passphrase)
        data = content_of(file)
        if keep:
            return self._kept(data, passphrase)
        self._passphrases.remember(data, passphrase)
        return ""

    def discard(self, files: Collection[Path]) -> None:
        """Take away those of `files` that are copies of ours, and their passphrases."""
        for file in files:
            if self._copies.holds(file) and (data := self._copies.remove(file)):
                self._passphrases.forget(data)

    def keyring(self) -> str:
        """What the keyring is called that takes secrets; "": there is none."""
        return self._passphrases.keyring()

    def keep_proxy_password(self, user: str, password: str) -> None:
        """Put the password of a proxy's user into the keyring. Raises FamilieopslagError (KEYRING_UNAVAILABLE)."""
        write_secret(proxy_secret_user(user), password, trusted_backends=self._trusted)

    def _check_key(self, configuration: Configuration) -> None:
        from familieopslag.system.audit.key_store import check_key

        audit, folder = configuration.audit, paths.profile_dir(self._profile)
        if audit.key_file is not None and audit.key_file.parent == folder:
            # Ours, and perhaps the first thing that is put there. What fails is told by whoever looks there.
            with suppress(OSError):
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        check_key(audit, self._trusted)

    def _kept(self, data: bytes, passphrase: str) -> str:
        try:
            return self._passphrases.keep(data, passphrase)
        except FamilieopslagError as error:
            _LOG.warning("passphrase for this session only: %s", error)
            self._passphrases.remember(data, passphrase)
            return ""

    @staticmethod
    def _opened(file: Path, passphrase: str) -> "ClientCertificate":
        from familieopslag.system.certificate import read_certificate

        return read_certificate(file, passphrase)


def _certificate_of(configuration: Configuration) -> set[Path]:
    file = configuration.effective[_CERTIFICATE].value
    return {file} if isinstance(file, Path) else set()
