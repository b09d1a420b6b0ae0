"""`large_window PROFILE NUMBER COUNT`: the program with a very large family, arriving page by page and then scrolled.

Looks NUMBER up COUNT times, scrolls to the end and back each time, and prints one line of JSON; milliseconds.
"""

import json
import sys

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QScrollBar

from familieopslag.app.window import RunningWindow
from tests.bench.meter import Meter
from tests.bench.program import run

_WARM_UP_MS = 2_500
_BREATH_MS = 5
_STEP = 700
"""Pixels scrolled in one turn: most of a page."""
_REST_MS = 2_000


class _Caseworker(QObject):
    """Waits for the warm-up, then looks the large family up, scrolls through it, and again."""

    def __init__(self, running: RunningWindow, number: str, count: int) -> None:
        super().__init__(running.window)
        self._running = running
        self._number = number
        self._left = count
        self._told: dict[str, list[float]] = {
            "arriving_ms": [],
            "working_ms": [],
            "scrolling_ms": [],
            "rest_ms": [],
        }
        self._steps: list[int] = []
        self._meter = Meter(self)

    def painted(self) -> None:
        """From here on the window has to listen."""
        QTimer.singleShot(_WARM_UP_MS, self._on_warm)

    @Slot()
    def _on_warm(self) -> None:
        runner = self._running.runner
        runner.succeeded.connect(self._on_succeeded)
        runner.failed.connect(self._on_failed)
        self._look_up()

    @Slot()
    def _look_up(self) -> None:
        self._left -= 1
        self._meter.begin()
        self._running.window.submitted.emit(self._number)

    @Slot(object)
    def _on_failed(self, report: object) -> None:
        raise RuntimeError(f"the lookup failed: {report}")

    @Slot(object)
    def _on_succeeded(self, _result: object) -> None:
        QTimer.singleShot(_REST_MS, self._on_arrived)

    @Slot()
    def _on_arrived(self) -> None:
        self._told["arriving_ms"].append(self._meter.taken()[-1])
        self._told["working_ms"].append(self._meter.busiest)
        end = self._scroll_bar().maximum()
        there = list(range(0, end, _STEP))
        self._steps = [*there, end, *reversed(there)]
        self._meter.begin()
        self._scroll()

    @Slot()
    def _scroll(self) -> None:
        if self._steps:
            self._scroll_bar().setValue(self._steps.pop(0))
            QTimer.singleShot(_BREATH_MS, self._scroll)
            return
        self._told["scrolling_ms"].append(self._meter.taken()[-1])
        if self._left:
            self._look_up()
            return
        self._meter.begin()
        QTimer.singleShot(_REST_MS, self._on_rested)

    @Slot()
    def _on_rested(self) -> None:
        self._told["rest_ms"].append(self._meter.taken()[-1])
        sys.stdout.write(json.dumps(self._told) + "\n")
        sys.stdout.flush()
        self._running.window.close()

    def _scroll_bar(self) -> QScrollBar:
        """The one with the longest way: the page's."""
        return max(self._running.window.findChildren(QScrollBar), key=lambda bar: bar.maximum())


def main() -> int:
    """Run the program until the caseworker closes its window."""
    at_work: list[_Caseworker] = []
    return run(
        sys.argv[1],
        on_window=lambda running: at_work.append(_Caseworker(running, sys.argv[2], int(sys.argv[3]))),
        on_painted=lambda _running: at_work[0].painted(),
    )


if __name__ == "__main__":
    sys.exit(main())
