"""Knows for how long nobody has touched the program, warns, and says when it is too long (WCAG 2.1, 2.2.1)."""

import math
import sys
import time
from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QWindow

WARNING_SECONDS = 30
_MINUTE = 60
_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)
_ANSWERS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.ShortcutOverride,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)
"""What continues when a warning is shown. Not a mouse that is only pushed."""


def seconds_awake_or_asleep() -> float:
    """A clock that goes on while the computer sleeps."""
    if sys.platform == "linux":
        seconds = time.clock_gettime(time.CLOCK_BOOTTIME)
    else:
        seconds = time.monotonic()  # goes on by itself on Windows
    return seconds


class _Stage(Enum):
    RESTING = "resting"
    """It has been too long; nothing is left to clear until somebody comes back."""
    WATCHING = "watching"
    WARNING = "warning"


class IdleWatch(QObject):
    """Watches every window of the program.

    Windows, not widgets: a filter on the application would be asked about every event of every widget, some five
    hundred for each person shown. While a warning is shown it is on the application after all, because the key that
    answers the warning must do nothing else.
    """

    minutes_left = Signal(int)
    """Whole minutes until all is cleared, rounded up; told when it changes, at most once a minute."""
    warned = Signal(int)
    """Seconds left. Told each second from when the warning begins."""
    continued = Signal()
    """Somebody is there after all."""
    expired = Signal()

    def __init__(
        self,
        minutes: int,
        parent: QObject | None = None,
        *,
        clock: Callable[[], float] = seconds_awake_or_asleep,
        second_ms: int = 1000,
    ) -> None:
        """`minutes` 0: never. `clock` gives seconds; `second_ms`: how long one of them is for the timer."""
        super().__init__(parent)
        self._limit = minutes * _MINUTE
        self._clock = clock
        self._second_ms = second_ms
        self._stage = _Stage.RESTING
        self._touched = 0.0
        self._told = 0
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look)
        self._settling = QTimer(
            self, singleShot=True, interval=QGuiApplication.styleHints().mouseDoubleClickInterval()
        )
        self._settling.timeout.connect(self._on_settled)
        if self._limit > 0:
            _application().focusWindowChanged.connect(self._on_focus_window_changed)

    def start(self) -> None:
        """Begin to count."""
        if self._limit > 0:
            for window in QGuiApplication.allWindows():
                window.installEventFilter(self)
            self._touch()

    @property
    def is_warning(self) -> bool:
        """Whether an answer is awaited."""
        return self._stage is _Stage.WARNING

    @Slot()
    def go_on(self) -> None:
        """Somebody is there."""
        was_warning = self.is_warning
        self._end_warning()
        self.start()
        if was_warning:
            self.continued.emit()

    def rest(self) -> None:
        """All has been cleared: wait until somebody comes back."""
        self._end_warning()
        self._stage = _Stage.RESTING
        self._timer.stop()
        self._tell(self._limit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A touch starts the count anew. It answers a warning, and then does nothing else."""
        kind = event.type()
        if self._is_answer(kind):
            event.accept()
            if self.is_warning and kind is not QEvent.Type.ShortcutOverride:
                self.go_on()
            return True
        if kind in _TOUCHES and not self.is_warning:
            self._touch()
        return super().eventFilter(watched, event)

    def _is_answer(self, kind: QEvent.Type) -> bool:
        """The second click of a double-click belongs to the first, which was the answer."""
        if kind is QEvent.Type.MouseButtonDblClick:
            return self.is_warning or self._settling.isActive()
        return self.is_warning and kind in _ANSWERS

    @Slot(QWindow)
    def _on_focus_window_changed(self, window: QWindow | None) -> None:
        if window is not None:
            # Once only, however often it is asked for.
            window.installEventFilter(self)
            if self._stage is _Stage.WATCHING:
                self._touch()

    def _touch(self) -> None:
        self._touched = self._clock()
        if self._stage is not _Stage.WATCHING:
            self._stage = _Stage.WATCHING
            self._timer.stop()
        if not self._timer.isActive() or self._told != self._limit:
            self.look()

    @Slot()
    def look(self) -> None:
        """Say what there is to say by now, and look again when there will be more."""
        if self._stage is _Stage.RESTING:
            return
        left = self._limit - (self._clock() - self._touched)
        if left <= 0:
            self.rest()
            self.expired.emit()
        elif left <= WARNING_SECONDS:
            self._begin_warning()
            self.warned.emit(math.ceil(left))
            self._look_in(left - math.ceil(left) + 1)
        else:
            minutes = math.ceil(left / _MINUTE)
            self._tell(minutes * _MINUTE)
            self._look_in(min(left - (minutes - 1) * _MINUTE, left - WARNING_SECONDS))

    def _look_in(self, seconds: float) -> None:
        self._timer.start(max(1, math.ceil(seconds * self._second_ms)))

    def _tell(self, seconds: int) -> None:
        if seconds != self._told:
            self._told = seconds
            self.minutes_left.emit(seconds // _MINUTE)

    def _begin_warning(self) -> None:
        if not self.is_warning:
            self._stage = _Stage.WARNING
            self._told = 0
            _application().installEventFilter(self)

    def _end_warning(self) -> None:
        if self.is_warning:
            self._stage = _Stage.WATCHING
            self._settling.start()

    @Slot()
    def _on_settled(self) -> None:
        if not self.is_warning:
            _application().removeEventFilter(self)


def _application() -> QGuiApplication:
    application = QGuiApplication.instance()
    if not isinstance(application, QGuiApplication):
        raise TypeError("no application with windows")
    return application
