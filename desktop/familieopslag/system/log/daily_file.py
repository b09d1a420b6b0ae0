"""A file a day, the last five kept, for the user's own eyes.

Named by the day instead of renamed at midnight as the standard library's rotating files are: two windows of one user
(the demo beside the real one, two sessions on a terminal server) write to the same file, and renaming it under
another process loses lines on Linux and fails on Windows.
"""

import contextlib
import logging
import os
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

KEPT_DAYS = 5
LARGEST = 5 * 1024 * 1024
"""Bytes a day: a fault that repeats itself must not fill a disk."""
_PREFIX, _SUFFIX = "familieopslag-", ".log"
_FULL = "… resten af dagen er udeladt: loggen er fuld\n".encode()
_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0)


def log_files(folder: Path) -> list[Path]:
    """Those of the last days, the oldest first."""
    return sorted(folder.glob(f"{_PREFIX}????-??-??{_SUFFIX}"))


def open_private(file: Path) -> int:
    """A descriptor to append to `file`, which nobody else can read, whatever the umask. Raises OSError."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor = os.open(file, _FLAGS, 0o600)
    if hasattr(os, "fchmod"):
        os.fchmod(descriptor, 0o600)
    return descriptor


def _today() -> date:
    return datetime.now().astimezone().date()


class DailyFile(logging.Handler):
    """Each record is one write at the file's end, so that lines of several processes do not mix.

    What cannot be written is left out: this log is for finding faults, and nothing depends on it.
    """

    def __init__(self, folder: Path, *, today: Callable[[], date] = _today, largest: int = LARGEST) -> None:
        super().__init__()
        self._folder = folder
        self._today = today
        self._largest = largest
        self._day: date | None = None
        self._descriptor: int | None = None
        self._left = 0

    def emit(self, record: logging.LogRecord) -> None:
        """See logging.Handler."""
        try:
            self._turn_to(self._today())
            if self._descriptor is not None:
                self._write(f"{self.format(record)}\n".encode("utf-8", "replace"))
        except Exception:  # noqa: BLE001 - see the class
            self.handleError(record)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's
        """Nothing: the base class would print the record."""

    def close(self) -> None:
        """See logging.Handler."""
        with self.lock or contextlib.nullcontext():
            self._close()
        super().close()

    def _turn_to(self, day: date) -> None:
        if day == self._day:
            return
        self._close()
        self._day = day  # before anything can fail, so that it fails once a day
        file = self._folder / f"{_PREFIX}{day:%Y-%m-%d}{_SUFFIX}"
        self._descriptor = open_private(file)
        self._left = self._largest - os.fstat(self._descriptor).st_size
        for old in log_files(self._folder)[:-KEPT_DAYS]:
            with contextlib.suppress(OSError):
                old.unlink()

    def _write(self, line: bytes) -> None:
        if self._descriptor is None or self._left <= 0:
            return
        self._left -= len(line)
        os.write(self._descriptor, line if self._left > 0 else _FULL)

    def _close(self) -> None:
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is not None:
            os.close(descriptor)
