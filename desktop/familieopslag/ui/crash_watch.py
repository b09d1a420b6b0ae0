"""What nobody has caught, from any thread: the screen is cleared, one calm dialog tells, and the program goes on.

Of the error only its kind and its way through the code are kept. An exception holds frames, and frames hold whoever
was being looked at.
"""

import contextlib
import logging
import os
import sys
import threading
from collections.abc import Callable, Sequence
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot

_LOG = logging.getLogger(__name__)
_KNOWN_AT_MOST = 200
_STDERR = 2
_KEPT_BY_PYTHON = ("last_exc", "last_type", "last_value", "last_traceback")
"""Where `sys` keeps the last error that nobody has caught, for a debugger."""


class CrashWatch(QObject):
    """In place of Python's hooks from `start` to `stop`. Lives in the GUI thread."""

    crashed = Signal(object)
    """A FaultReport, in the GUI thread, after the screen was cleared."""
    _caught = Signal(object)

    def __init__(self, ways_to_clear: Sequence[Callable[[], object]], parent: QObject | None = None) -> None:
        """`ways_to_clear`: what takes everybody off the screen, the best first; the next where one fails."""
        super().__init__(parent)
        self._ways_to_clear = ways_to_clear
        self._times: dict[str, int] = {}
        self._busy = threading.local()
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        # After whatever has failed has ended: it may have been in the middle of painting.
        self._caught.connect(self._on_caught, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Catch from now on. PySide hands what a slot or an overridden method raises to sys.excepthook."""
        sys.excepthook = self._on_uncaught
        threading.excepthook = self._on_uncaught_in_thread
        sys.unraisablehook = self._on_unraisable

    def stop(self) -> None:
        """Give the hooks back."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._before

    def _on_uncaught(
        self, _kind: type[BaseException], error: BaseException, _traceback: TracebackType | None
    ) -> None:
        if isinstance(error, KeyboardInterrupt):
            QCoreApplication.quit()
        else:
            self._take(error, threading.current_thread().name)

    def _on_uncaught_in_thread(self, told: "threading.ExceptHookArgs") -> None:
        if told.exc_value is not None and not isinstance(told.exc_value, SystemExit):
            self._take(told.exc_value, told.thread.name if told.thread is not None else "")

    def _on_unraisable(self, told: "sys.UnraisableHookArgs") -> None:
        """An error where Python cannot raise one, in a destructor say: nothing was interrupted, so only a line."""
        if told.exc_value is not None:
            self._take(told.exc_value, "unraisable", is_told=False)

    def _take(self, error: BaseException, where: str, *, is_told: bool = True) -> None:
        """Never raises, and never is in here twice: whatever goes wrong in here is worth one line."""
        if getattr(self._busy, "taking", False):
            return
        self._busy.taking = True
        try:
            self._tell(error, where, is_told=is_told)
        except BaseException as second:  # noqa: BLE001 - there is nobody left to tell
            _last_words(type(second).__name__)
        finally:
            self._busy.taking = False
            for name in _KEPT_BY_PYTHON:
                sys.__dict__.pop(name, None)

    def _tell(self, error: BaseException, where: str, *, is_told: bool) -> None:
        # Imported here: when all is well, none of it is needed.
        from uuid import uuid4

        from familieopslag.domain import faults
        from familieopslag.domain.faults import FaultReport
        from familieopslag.system.log.trace import trace_of

        trace = trace_of(error)
        if len(self._times) >= _KNOWN_AT_MOST:
            self._times.clear()
        self._times[trace] = times = self._times.get(trace, 0) + 1
        report = FaultReport(faults.CRASHED, str(uuid4()), detail=trace)
        if _is_worth_a_line(times):
            way = " > ".join(line.strip() for line in trace.splitlines())
            told = {"correlation_id": report.correlation_id}
            _LOG.error("%s in %s, for the %d. time: %s", report.fault.code, where, times, way, extra=told)
        if is_told:
            self._caught.emit(report)

    @Slot(object)
    def _on_caught(self, report: object) -> None:
        for clear in self._ways_to_clear:
            try:
                clear()
            except Exception as error:  # noqa: BLE001 - the next way is tried
                _LOG.error("not cleared: %s", type(error).__name__)
            else:
                break
        self.crashed.emit(report)


def _is_worth_a_line(times: int) -> bool:
    """What fails at every paint must not fill the log: the first times, then 10, 100, 1000."""
    return times <= 3 or str(times).strip("0") == "1"  # noqa: PLR2004


def _last_words(kind: str) -> None:
    with contextlib.suppress(OSError):
        os.write(_STDERR, f"familieopslag: {kind} while telling of an error\n".encode())
