"""A lock between processes and threads: whoever holds it is the only one who writes.

flock and LockFile themselves: filelock would do the same at 45 ms of import and waits in steps of 50 ms (ADR 6).
"""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_FIRST_PAUSE, _LONGEST_PAUSE = 0.0005, 0.01


@contextmanager
def locked(file: Path, patience: float) -> Iterator[None]:
    """Hold the lock on `file`, which is made when it is missing. It ends with the process, however that ends.

    Not re-entrant. Raises TimeoutError after `patience` seconds, OSError when the file cannot be opened.
    """
    # Opened anew each time: a flock belongs to what was opened, and so holds off other threads as well.
    descriptor = os.open(file, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
    try:
        _wait(descriptor, time.monotonic() + patience)
        try:
            yield
        finally:
            _release(descriptor)
    finally:
        os.close(descriptor)


def _wait(descriptor: int, end: float) -> None:
    pause = _FIRST_PAUSE
    while not _try(descriptor):
        if time.monotonic() >= end:
            raise TimeoutError("the lock is held")
        time.sleep(pause)
        pause = min(2 * pause, _LONGEST_PAUSE)


if sys.platform == "win32":
    import msvcrt

    def _try(descriptor: int) -> bool:
        with suppress(PermissionError):
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
            return True
        return False

    def _release(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _try(descriptor: int) -> bool:
        with suppress(BlockingIOError):
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
        return False

    def _release(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)
