"""A countdown in whole seconds."""

import math
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

_TICK_MS = 200
"""Often enough that no second is told late."""


class Countdown(QObject):
    """Counts down to its end, by a clock that nobody can turn back."""

    ticked = Signal(int)
    """The seconds left, each time that their number has changed."""
    ended = Signal()

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
        tick_ms: int = _TICK_MS,
    ) -> None:
        """`clock` tells seconds from any start; it is asked every `tick_ms` milliseconds."""
        super().__init__(parent)
        self._clock = clock
        self._end = 0.0
        self._told = 0
        self._timer = QTimer(self, interval=tick_ms)
        self._timer.timeout.connect(self._on_timeout)

    @property
    def is_running(self) -> bool:
        """Whether the end is still to come."""
        return self._timer.isActive()

    @property
    def seconds_left(self) -> int:
        """Rounded up, so that it is 0 at the end only."""
        return max(0, math.ceil(self._end - self._clock())) if self.is_running else 0

    def start(self, seconds: int) -> None:
        """Count down from `seconds`, whatever was counted before."""
        self._end = self._clock() + seconds
        self._timer.start()
        self._tell()

    def extend(self, seconds: int) -> None:
        """Put the end of a running countdown off."""
        if self.is_running:
            self._end += seconds
            self._tell()

    def stop(self) -> None:
        """Count no more. That is no end of the count: `ended` is not sent."""
        self._timer.stop()

    @Slot()
    def _on_timeout(self) -> None:
        if self.seconds_left == 0:
            self.stop()
            self.ended.emit()
        elif self.seconds_left != self._told:
            self._tell()

    def _tell(self) -> None:
        self._told = self.seconds_left
        self.ticked.emit(self._told)
