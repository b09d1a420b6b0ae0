"""The real window and a caseworker at it, who types a number and reads what comes."""

import time
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Slot
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit

from familieopslag.app.window import RunningWindow, open_window
from tests.support.widgets import everything_said

_PATIENCE_MS = 60_000


@dataclass(frozen=True)
class Seen:
    """`seconds` from Return to what was said. `failure`: the fault's texts, title first; empty for a person shown."""

    seconds: float
    failure: tuple[str, ...]
    everything: str


class Desk(QObject):
    """One window on one profile. Close it at the end."""

    def __init__(self, profile: Path) -> None:
        super().__init__()
        self._running: RunningWindow = open_window(profile)
        self._loop = QEventLoop(self)
        self._watch = QTimer(self, singleShot=True)
        self._watch.timeout.connect(self._on_timeout)
        self._window = self._running.window
        # Connected after the presenter, so the window has it before it is read here.
        self._running.runner.succeeded.connect(self._on_answer)
        self._running.runner.failed.connect(self._on_answer)
        self._window.show()
        assert QTest.qWaitForWindowExposed(self._window)
        self._field = next(f for f in self._window.findChildren(QLineEdit) if f.isVisibleTo(self._window))

    def look_up(self, number: str) -> Seen:
        """Type `number` over whatever is in the field, press Return, and wait for what comes."""
        self._field.setFocus()
        self._field.selectAll()
        QTest.keyClicks(self._field, number)
        self._watch.start(_PATIENCE_MS)
        started = time.monotonic()
        QTest.keyClick(self._field, Qt.Key.Key_Return)
        self._loop.exec()
        seconds = time.monotonic() - started
        self._watch.stop()
        return Seen(seconds, self._failure(), everything_said(self._window))

    def close(self) -> None:
        """Close the window and stop its worker."""
        self._window.close()
        assert self._running.shut_down()
        self._window.deleteLater()

    def _failure(self) -> tuple[str, ...]:
        panel = self._window.findChild(QFrame, "failure")
        if not isinstance(panel, QFrame) or not panel.isVisibleTo(self._window):
            return ()
        return tuple(label.text() for label in panel.findChildren(QLabel) if label.text())

    @Slot(object)
    def _on_answer(self, _answer: object) -> None:
        # A turn later: of a family that has grown, that is when it is shown.
        QTimer.singleShot(0, self._loop.quit)

    @Slot()
    def _on_timeout(self) -> None:
        self._loop.quit()
