"""Whether somebody is looking: a window that is minimised, or long behind others, is not watched."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

AWAY_MS = 10_000
"""After so long behind other programs nobody looks at this one (screens.md §3.4)."""


class AttentionWatch(QObject):
    """Tells once, each time that the window is minimised or the user has gone on to another program."""

    lost = Signal()

    def __init__(self, window: QWidget, *, away_ms: int = AWAY_MS) -> None:
        super().__init__(window)
        self._away = QTimer(self, singleShot=True, interval=away_ms)
        self._away.timeout.connect(self.lost)
        self._window = window
        window.installEventFilter(self)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._on_application_state_changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Minimising is going away at once."""
        if event.type() is QEvent.Type.WindowStateChange and self._window.isMinimized():
            self.lost.emit()
        return super().eventFilter(watched, event)

    @Slot(Qt.ApplicationState)
    def _on_application_state_changed(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self._away.stop()
        elif not self._away.isActive():
            self._away.start()
