"""`gap_window PROFILE COUNT`: the program and its service, and a meter of how long the event loop stands still.

Prints one line of JSON; milliseconds, and MiB for memory.
"""

import json
import sys
import time
from statistics import median

from PySide6.QtCore import QObject, QTimer, Slot

from familieopslag import resources
from familieopslag.app.window import RunningWindow
from familieopslag.testservice.register import HouseholdRegister
from tests.bench.memory import peak_mib
from tests.bench.meter import Meter
from tests.bench.program import run

_WARM_UP_MS = 2_500
_BREATH_MS = 5
_REST_MS = 2_000


class _Caseworker(QObject):
    """Waits for the warm-up, looks `count` people up one after the other, rests, and tells what the meter said."""

    def __init__(self, running: RunningWindow, count: int) -> None:
        super().__init__(running.window)
        self._running = running
        self._left = count
        self._told: dict[str, float] = {}
        self._numbers = sorted(HouseholdRegister(resources.root() / "testregister").persons)
        self._asked = 0.0
        self._times: list[float] = []
        self._meter = Meter(self)

    def painted(self) -> None:
        """From here on the window has to listen."""
        self._meter.begin()
        QTimer.singleShot(_WARM_UP_MS, self._on_warm)

    @Slot()
    def _on_warm(self) -> None:
        gaps = self._meter.taken()
        self._told |= {"warm_up_ms": gaps[-1], "next_ms": gaps[-2]}
        runner = self._running.runner
        runner.succeeded.connect(self._on_succeeded)
        runner.failed.connect(self._on_failed)
        self._meter.begin()
        self._look_up()

    @Slot()
    def _look_up(self) -> None:
        number = self._numbers[self._left % len(self._numbers)]
        self._left -= 1
        self._asked = time.perf_counter()
        self._running.window.submitted.emit(number)

    @Slot(object)
    def _on_succeeded(self, _result: object) -> None:
        # The presenter was connected first, so the window has the person; a turn later the screen has, too.
        QTimer.singleShot(0, self._on_shown)

    @Slot(object)
    def _on_failed(self, report: object) -> None:
        raise RuntimeError(f"a lookup failed: {report}")

    @Slot()
    def _on_shown(self) -> None:
        self._times.append((time.perf_counter() - self._asked) * 1000)
        if self._left:
            QTimer.singleShot(_BREATH_MS, self._look_up)
            return
        gaps = self._meter.taken()
        self._told |= {
            "lookups_ms": gaps[-1],
            "usual_ms": gaps[len(gaps) * 99 // 100],
            "turns": len(gaps),
            "lookup_ms": median(self._times),
            "persons": len(self._numbers),
        }
        self._meter.begin()
        QTimer.singleShot(_REST_MS, self._on_rested)

    @Slot()
    def _on_rested(self) -> None:
        self._told |= {"rest_ms": self._meter.taken()[-1], "peak_mib": peak_mib()}
        sys.stdout.write(json.dumps(self._told) + "\n")
        sys.stdout.flush()
        self._running.window.close()


def main() -> int:
    """Run the program until the caseworker closes its window."""
    at_work: list[_Caseworker] = []
    return run(
        sys.argv[1],
        on_window=lambda running: at_work.append(_Caseworker(running, int(sys.argv[2]))),
        on_painted=lambda _running: at_work[0].painted(),
    )


if __name__ == "__main__":
    sys.exit(main())
