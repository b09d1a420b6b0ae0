"""This program's own copies of certificates: .p12 files as encrypted as they came, in the user's profile folder."""

from pathlib import Path

from familieopslag.system.permissions import make_private
from familieopslag.system.secrets import file_fingerprint
from familieopslag.system.whole_file import write_whole

_PREFIX, _SUFFIX = "certifikat-", ".p12"


class CertificateCopies:
    """Named by their fingerprint: a name tells nothing of anybody, and no copy ever takes the place of another."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def add(self, data: bytes) -> Path:
        """Where the copy is, readable by nobody but us. It is whole or not there at all. Raises OSError."""
        file = self._folder / f"{_PREFIX}{file_fingerprint(data)}{_SUFFIX}"
        write_whole(file, data)
        make_private(file)
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
