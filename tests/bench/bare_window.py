"""The least that a PySide6 program with a window can be: says when it is painted and listening, and ends."""

import os
import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from tests.bench.memory import tell_peak


class _Window(QMainWindow):
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        QTimer.singleShot(0, _painted)


def _painted() -> None:
    tell_peak()
    QTimer.singleShot(0, _listening)


def _listening() -> None:
    tell_peak()
    os._exit(0)


def main() -> None:
    """Show the window."""
    app = QApplication(sys.argv[:1])
    window = _Window()
    window.resize(1180, 860)
    window.show()
    app.exec()


if __name__ == "__main__":
    main()
