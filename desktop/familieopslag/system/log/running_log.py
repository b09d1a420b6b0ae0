"""The log of one run, from its beginning to its end."""

import logging
import queue
import sys
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from familieopslag import __version__
from familieopslag.system.log.crash_file import CrashFile
from familieopslag.system.log.daily_file import DailyFile
from familieopslag.system.log.redaction import Redaction

_OURS = "familieopslag"
_TALKATIVE = ("zeep", "urllib3", "requests", "keyring", "asyncio")
"""zeep writes the full envelope at DEBUG level, urllib3 every address."""
_LAST_WRITE_SECONDS = 2.0


class _Format(logging.Formatter):
    """Time in UTC as ISO 8601 has it, level, module, the call's id, and what happened."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(correlation_id)s %(message)s")

    def formatTime(self, record: logging.LogRecord, datefmt: str | None = None) -> str:  # noqa: N802 - logging's
        """No blank and no comma between date, time and fraction: digits that are close together look like a number."""
        del datefmt
        moment = datetime.fromtimestamp(record.created, UTC)
        return f"{moment:%Y-%m-%dT%H:%M:%S}.{moment.microsecond // 1000:03d}Z"


class _InThread(logging.Handler):
    """Hands records to a thread that writes them, so that no disk is waited for. Closing it writes what waits.

    As logging.handlers has it, without the 15 ms that it takes to import that.
    """

    def __init__(self, target: logging.Handler, begin: Callable[[], None]) -> None:
        """`begin` is called in the thread, before the first line."""
        super().__init__()
        self._target = target
        self._begin = begin
        self._records: queue.SimpleQueue[logging.LogRecord | None] = queue.SimpleQueue()
        # A daemon: a disk that hangs must not keep the process.
        self._thread = threading.Thread(target=self._write, name="log", daemon=True)
        self._thread.start()

    def emit(self, record: logging.LogRecord) -> None:
        """See logging.Handler."""
        self._records.put(record)

    def close(self) -> None:
        """Write what waits, but not longer than two seconds. logging.shutdown calls this, too."""
        if self._thread.is_alive():
            self._records.put(None)
            self._thread.join(_LAST_WRITE_SECONDS)
        super().close()

    def _write(self) -> None:
        self._begin()
        while (record := self._records.get()) is not None:
            self._target.handle(record)


class RunningLog:
    """Lines of level INFO of the program, and warnings of anybody, in the file of the day; warnings on stderr too."""

    def __init__(self, folder: Path, *, in_thread: bool) -> None:
        """`in_thread`: a window's, written in a thread of its own, with a file for a crash; else a command's."""
        self._root = logging.getLogger()
        self._folder = folder
        self._crash_file: CrashFile | None = None
        self._file = DailyFile(folder)
        self._file.setFormatter(_Format())
        # Made after the file's handler, and so closed before it by logging.shutdown.
        written: logging.Handler = _InThread(self._file, self._expect_crash) if in_thread else self._file
        self._handlers = [written]
        if sys.stderr is not None:  # a window without a console has none
            shown = logging.StreamHandler()
            shown.setLevel(logging.WARNING)
            shown.setFormatter(_Format())
            self._handlers.append(shown)
        for handler in self._handlers:
            handler.addFilter(Redaction())
            self._root.addHandler(handler)
        self._before = logging.raiseExceptions
        # Where a line cannot be written, logging would print it with all its values.
        logging.raiseExceptions = False
        quieten()
        logging.getLogger(_OURS).setLevel(logging.INFO)

    def close(self) -> None:
        """Write what waits, and log no more."""
        for handler in (*self._handlers, self._file):
            self._root.removeHandler(handler)
            handler.close()
        if self._crash_file is not None:
            self._crash_file.close()
            self._crash_file = None
        logging.raiseExceptions = self._before
        logging.getLogger(_OURS).setLevel(logging.NOTSET)

    def _expect_crash(self) -> None:
        try:
            self._crash_file = CrashFile(self._folder, f"Familieopslag {__version__}")
        except OSError as error:
            logging.getLogger(__name__).warning("no file for a crash: %s", type(error).__name__)


def quieten() -> None:
    """Keep libraries that log whole messages from doing so."""
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
