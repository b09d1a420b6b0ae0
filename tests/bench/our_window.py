"""`our_window PROFILE`: the program; says when its window is painted and when it listens again after that, and ends."""

import os
import sys

from PySide6.QtCore import QTimer

from familieopslag.app.window import RunningWindow
from tests.bench.memory import tell_peak
from tests.bench.program import run


def _painted(_running: RunningWindow) -> None:
    tell_peak()
    QTimer.singleShot(0, _listening)


def _listening() -> None:
    tell_peak()
    os._exit(0)  # as the other side: what comes after is not measured


if __name__ == "__main__":
    sys.exit(run(sys.argv[1], on_painted=_painted))
