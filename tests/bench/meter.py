"""How long an event loop stands still."""

import time

from PySide6.QtCore import QObject, Qt, QTimer, Slot


class Meter(QObject):
    """Ticks every millisecond and keeps how long after the tick before each came.

    A gap is also as long as the computer lets others work; `busiest` (milliseconds) is what the thread itself worked
    in one gap at most.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.begin()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_timeout)
        self._timer.start(1)

    def begin(self) -> None:
        """Count from here."""
        self._gaps: list[float] = []
        self._last = time.perf_counter()
        self._worked = time.thread_time()
        self.busiest = 0.0

    def taken(self) -> list[float]:
        """The gaps in milliseconds since `begin`, the longest last."""
        gaps = sorted(self._gaps)
        self._gaps = []
        return gaps

    @Slot()
    def _on_timeout(self) -> None:
        now = time.perf_counter()
        self._gaps.append((now - self._last) * 1000)
        self._last = now
        worked = time.thread_time()
        self.busiest = max(self.busiest, (worked - self._worked) * 1000)
        self._worked = worked
