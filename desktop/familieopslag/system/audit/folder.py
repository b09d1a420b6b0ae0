"""The files of the log: a file of rows for each month, the seal, the lock. What is in them is not known here."""

import os
import re
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from familieopslag.system.audit.lock import locked

_NAME = re.compile(r"audit-\d{4}-(?:0[1-9]|1[0-2])\.jsonl")
_SEAL, _NEW_SEAL, _LOCK = "audit-seal.json", "audit-seal.new", "audit.lock"
_BLOCK = 8192
_LARGEST_SEAL = 4096
_PATIENCE = 10.0
_PAUSES = (0.01, 0.05, 0.2)
"""Seconds. A virus scanner on Windows holds a new file for a moment."""
_BINARY = getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a file without its end. `is_ended` False: the file stops in it."""

    file: Path
    data: bytes = field(repr=False)
    is_ended: bool = True


@dataclass(frozen=True, slots=True)
class AuditFolder:
    """A folder with a log in it, or without one yet. Every method may raise OSError."""

    path: Path

    def make(self) -> None:
        """Make the folder, and those above it that are missing, for this user alone."""
        for folder in reversed((self.path, *self.path.parents)):
            if not folder.exists():
                folder.mkdir(mode=0o700, exist_ok=True)
                with suppress(OSError):  # one may be allowed to pass a folder without reading it
                    _sync_folder(folder.parent)

    def locked(self) -> AbstractContextManager[None]:
        """What is done meanwhile is done by nobody else. Raises TimeoutError when somebody else does not end."""
        return locked(self.path / _LOCK, _PATIENCE)

    @property
    def has_lock(self) -> bool:
        """Whether somebody has ever written here."""
        return (self.path / _LOCK).exists()

    def files(self) -> list[Path]:
        """The files with rows, oldest first; none for a folder that is not there."""
        try:
            return sorted(file for file in self.path.iterdir() if _NAME.fullmatch(file.name))
        except FileNotFoundError:
            return []

    def file_for(self, now: datetime, files: list[Path]) -> Path:
        """Where rows go at `now` (UTC). Never a file before the newest of `files`, whatever became of the clock."""
        month = self.path / f"audit-{now:%Y-%m}.jsonl"
        return max(month, *files[-1:], key=lambda file: file.name) if files else month

    def lines_from_the_end(self) -> Iterator[Line]:
        """Every line of the log, the newest first; only as much is read as is asked for."""
        for file in reversed(self.files()):
            yield from lines_from_the_end(file)

    def append(self, file: Path, data: bytes) -> int:
        """Write `data` at the end and wait until it is on disk. Returns the file's size before.

        After an OSError the file is as it was before, as far as the disk lets it.
        """
        is_new = not file.exists()
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND | _BINARY, 0o600)
        try:
            before = os.fstat(descriptor).st_size
            try:
                rest = memoryview(data)
                while rest:
                    rest = rest[os.write(descriptor, rest) :]
                os.fsync(descriptor)
                if is_new:
                    _sync_folder(self.path)
            except OSError:
                with suppress(OSError):
                    os.ftruncate(descriptor, before)
                    os.fsync(descriptor)
                raise
        finally:
            os.close(descriptor)
        return before

    def take_back(self, file: Path, size: int) -> None:
        """Shorten the file to what it was before the last `append`."""
        descriptor = os.open(file, os.O_WRONLY | _BINARY)
        try:
            os.ftruncate(descriptor, size)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def seal(self) -> bytes | None:
        """What is in the seal's file, or None when there is none."""
        try:
            with (self.path / _SEAL).open("rb") as stream:
                return stream.read(_LARGEST_SEAL)
        except FileNotFoundError:
            return None

    def replace_seal(self, content: bytes) -> None:
        """Put a new seal in the old one's place, all at once."""
        new = self.path / _NEW_SEAL
        descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY, 0o600)
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(descriptor)
        _replace(new, self.path / _SEAL)
        with suppress(OSError):  # the new seal is there; after a power failure the old one will do
            _sync_folder(self.path)

    def remove(self, file: Path) -> None:
        """Delete a file of rows, for good."""
        file.unlink()
        _sync_folder(self.path)


def lines_from_the_end(file: Path) -> Iterator[Line]:
    """Every line of the file, the newest first; only as much is read as is asked for. Raises OSError."""
    with file.open("rb") as stream:
        position = stream.seek(0, os.SEEK_END)
        rest, is_ended = b"", False
        while position:
            start = max(0, position - _BLOCK)
            stream.seek(start)
            rest, *lines = (stream.read(position - start) + rest).split(b"\n")
            position = start
            for data in reversed(lines):
                if data or is_ended:
                    yield Line(file, data, is_ended)
                is_ended = True
        if rest or is_ended:
            yield Line(file, rest, is_ended)


def _replace(new: Path, old: Path) -> None:
    for pause in _PAUSES:
        try:
            new.replace(old)
        except PermissionError:
            time.sleep(pause)
        else:
            return
    new.replace(old)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return  # a folder cannot be opened there; NTFS keeps its own journal of names
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
