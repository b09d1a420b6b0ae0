"""Where the key of the audit log is kept: in the operating system's keyring, or in a file of its own."""

import os
import secrets
import tempfile
import uuid
from pathlib import Path
from typing import NoReturn, Protocol

from familieopslag.domain import faults
from familieopslag.domain.faults import FamilieopslagError, Fault
from familieopslag.system.audit.key import KEY_BYTES, AuditKey
from familieopslag.system.permissions import make_private, readable_by_others
from familieopslag.system.secrets import SERVICE_NAME, TRUSTED_BACKENDS, read_secret, write_secret
from familieopslag.system.settings import AuditSettings

KEYRING_USER = "auditlog"
_LONGEST_FILE = 1024
_DIGITS = 2 * KEY_BYTES
_BINARY = getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


class KeyStore(Protocol):
    """Keeps one key. Both methods may block (a keyring asks to be unlocked) and raise FamilieopslagError."""

    @property
    def place(self) -> str:
        """Where that is, in a few Danish words."""

    def existing(self) -> AuditKey | None:
        """The key, or None when there never was one or it is gone. Raises AUDIT_KEY_MISSING, AUDIT_KEY_UNSAFE."""

    def make(self) -> AuditKey:
        """A new key, kept and read back; or the one that somebody else has made just before.

        Raises also AUDIT_UNWRITABLE.
        """


def key_store(settings: AuditSettings) -> KeyStore:
    """The one that the settings choose."""
    return KeyringKey() if settings.key_file is None else KeyFile(settings.key_file)


def check_key(settings: AuditSettings, trusted_backends: tuple[str, ...] = TRUSTED_BACKENDS) -> None:
    """Find out, before anything has to be logged, whether there is a key or one could be made. None is made.

    May block as a KeyStore does. Raises FamilieopslagError (AUDIT_KEY_MISSING, AUDIT_KEY_UNSAFE, AUDIT_UNWRITABLE).
    """
    if settings.key_file is None:
        KeyringKey(trusted_backends).existing()
    else:
        KeyFile(settings.key_file).check()


class KeyringKey:
    """The key in the keyring, as 64 hexadecimal digits."""

    def __init__(self, trusted_backends: tuple[str, ...] = TRUSTED_BACKENDS) -> None:
        self._trusted_backends = trusted_backends

    @property
    def place(self) -> str:
        """See KeyStore."""
        return f"pc'ens nøglering ({SERVICE_NAME}, {KEYRING_USER})"

    def existing(self) -> AuditKey | None:
        """See KeyStore."""
        try:
            text = read_secret(KEYRING_USER, trusted_backends=self._trusted_backends)
        except FamilieopslagError as error:
            missing = _error(faults.AUDIT_KEY_MISSING, error.detail)
        else:
            return None if text is None else _key_of(text)
        raise missing

    def make(self) -> AuditKey:
        """See KeyStore."""
        made = self.existing() or self._kept(secrets.token_hex(KEY_BYTES))
        # A keyring that forgets would leave rows behind that nobody can ever find.
        if self.existing() != made:
            _refuse(faults.AUDIT_KEY_MISSING, "the keyring does not keep it")
        return made

    def _kept(self, text: str) -> AuditKey:
        try:
            write_secret(KEYRING_USER, text, trusted_backends=self._trusted_backends)
        except FamilieopslagError as error:
            missing = _error(faults.AUDIT_KEY_MISSING, error.detail)
        else:
            return _key_of(text)
        raise missing


class KeyFile:
    """The key in a file that nobody but its owner can read: 64 hexadecimal digits and the end of the line."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @property
    def place(self) -> str:
        """See KeyStore."""
        return f"nøglefilen {self._path}"

    def existing(self) -> AuditKey | None:
        """See KeyStore."""
        try:
            unsafe = "can be read by others" if readable_by_others(self._path) else ""
            with self._path.open("rb") as stream:
                content = stream.read(_LONGEST_FILE)
        except FileNotFoundError:
            return None
        except OSError as error:
            unsafe, content = type(error).__name__, b""
        if unsafe:
            _refuse(faults.AUDIT_KEY_UNSAFE, unsafe)
        return _key_of(content.decode("ascii", "replace").strip())

    def check(self) -> None:
        """See check_key."""
        if self.existing() is not None:
            return
        try:
            # Nobody else sees it, and it is gone again.
            tempfile.TemporaryFile(dir=self._path.parent).close()
        except OSError as error:
            _refuse(faults.AUDIT_UNWRITABLE, f"key file: {type(error).__name__}")

    def make(self) -> AuditKey:
        """See KeyStore."""
        try:
            self._publish(secrets.token_hex(KEY_BYTES).encode() + b"\n")
        except FileExistsError:
            pass  # somebody was quicker: theirs is read below
        except OSError as error:
            _refuse(faults.AUDIT_UNWRITABLE, f"key file: {type(error).__name__}")
        made = self.existing()
        if made is None:
            _refuse(faults.AUDIT_KEY_UNSAFE, "the key file is gone")
        return made

    def _publish(self, content: bytes) -> None:
        """Write it aside and give it its name when it is whole; FileExistsError when the name is taken."""
        draft = self._path.with_name(f"{self._path.name}.{uuid.uuid4().hex}")
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600)
        try:
            with os.fdopen(descriptor, "wb") as stream:
                make_private(draft)
                stream.write(content)
                stream.flush()
                os.fsync(descriptor)
            if os.name == "nt":
                draft.rename(self._path)  # refuses a name that is taken
            else:
                self._path.hardlink_to(draft)  # a rename would replace it
                _sync_folder(self._path.parent)
        finally:
            draft.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _key_of(text: str) -> AuditKey:
    try:
        secret = bytes.fromhex(text) if len(text) == _DIGITS else b""
    except ValueError:
        secret = b""
    if not secret:
        _refuse(faults.AUDIT_KEY_UNSAFE, "not a key")
    return AuditKey(secret)


def _error(fault: Fault, detail: str) -> FamilieopslagError:
    return FamilieopslagError(fault, str(uuid.uuid4()), detail=detail)


def _refuse(fault: Fault, detail: str) -> NoReturn:
    raise _error(fault, detail) from None
