"""What is left of a run that ended under its own feet: which functions every thread was in, and no values.

faulthandler writes it when the interpreter cannot write any more. A run that ends in the ordinary way takes its file
along, so that what lies there tells of runs that did not.
"""

import contextlib
import faulthandler
import os
from datetime import UTC, datetime
from pathlib import Path

from familieopslag.system.log.daily_file import open_private

_PREFIX, _SUFFIX = "nedbrud-", ".log"
_KEPT = 5


def crash_files(folder: Path) -> list[Path]:
    """Those of runs that did not end in the ordinary way, or still go on; the oldest first."""
    return sorted(folder.glob(f"{_PREFIX}*{_SUFFIX}"))


class CrashFile:
    """That of this process, from now on until `close`."""

    def __init__(self, folder: Path, first_line: str) -> None:
        """Raises OSError."""
        for old in crash_files(folder)[: 1 - _KEPT]:
            with contextlib.suppress(OSError):
                old.unlink()
        self._file = folder / f"{_PREFIX}{datetime.now(UTC):%Y-%m-%dT%H%M%SZ}-{os.getpid()}{_SUFFIX}"
        self._descriptor = open_private(self._file)
        os.write(self._descriptor, f"{first_line}\n".encode())
        self._has_taken_over = not faulthandler.is_enabled()  # else somebody debugs, and wants to see it
        if self._has_taken_over:
            faulthandler.enable(self._descriptor, all_threads=True)

    def close(self) -> None:
        """The run ends in the ordinary way."""
        if self._has_taken_over:
            faulthandler.disable()
        os.close(self._descriptor)
        with contextlib.suppress(OSError):
            self._file.unlink()
