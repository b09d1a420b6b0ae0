"""This program's own copies of certificates: .p12 files as encrypted as they came, in the user's profile folder."""

import contextlib
import os
import secrets
from pathlib import Path

from familieopslag.system.permissions import make_private
from familieopslag.system.secrets import file_fingerprint

_PREFIX, _SUFFIX = "certifikat-", ".p12"


class CertificateCopies:
    """Named by their fingerprint: a name tells nothing of anybody, and no copy ever takes the place of another."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def add(self, data: bytes) -> Path:
        """Where the copy is, readable by nobody but us. It is whole or not there at all. Raises OSError."""
        file = self._folder / f"{_PREFIX}{file_fingerprint(data)}{_SUFFIX}"
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh = file.with_name(f"{file.name}.{secrets.token_hex(4)}.new")
        try:
            with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as stream:
                make_private(fresh)
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            fresh.replace(file)
        except BaseException:
            with contextlib.suppress(OSError):
                fresh.unlink()
            raise
        return file

    def holds(self, file: Path) -> bool:
        """Whether `file` is a copy of ours."""
        is_named = file.name.startswith(_PREFIX) and file.name.endswith(_SUFFIX)
        return is_named and file.parent.absolute() == self._folder.absolute()

    def remove(self, file: Path) -> bytes:
        """Take a copy away; returns what was in it, b"" if it was gone already or cannot be removed."""
        try:
            data = file.read_bytes()
            file.unlink()
        except OSError:
            return b""
        return data
