"""`run PROFILE COUNT WARM_UP`: the program, and a caseworker at it who looks COUNT people up without a pause.

Every outcome is one line on standard output, and so are the process's belongings now and then and after its end.
Nothing is kept here: what grows is the program.
"""

import gc
import json
import sys
from dataclasses import asdict

from PySide6.QtCore import QObject, QTimer, Slot

from familieopslag import resources
from familieopslag.app.window import RunningWindow
from familieopslag.domain.faults import FaultReport
from familieopslag.domain.person import LookupResult
from familieopslag.testservice.register import HouseholdRegister
from tests.bench.program import run
from tests.endurance.belongings import belongings

_START_MS = 3_000
_QUIET_MS = 1_000
_TURNS_FAMILY, _GOES_BACK, _CLEARS = 25, 40, 100
"""What else a caseworker does, each after so many lookups."""


def tell(**told: object) -> None:
    """A line for the process that watches this one."""
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()


def tell_belongings(when: str, done: int) -> None:
    """What the process holds, garbage not counted."""
    gc.collect()
    tell(when=when, done=done, **asdict(belongings()))


class Caseworker(QObject):
    """Looks people up one after the other through the window."""

    def __init__(self, running: RunningWindow, count: int, warm_up: int) -> None:
        super().__init__(running.window)
        self._running = running
        self._count = count
        self._warm_up = warm_up
        self._done = 0
        self._numbers = sorted(HouseholdRegister(resources.root() / "testregister").persons)

    @Slot()
    def begin(self) -> None:
        """The window has painted and its worker is warm."""
        self._running.runner.succeeded.connect(self._on_succeeded)
        self._running.runner.failed.connect(self._on_failed)
        self._look_up()

    @Slot()
    def _look_up(self) -> None:
        self._running.window.submitted.emit(self._numbers[self._done % len(self._numbers)])

    @Slot(object)
    def _on_succeeded(self, result: LookupResult) -> None:
        tell(ids=result.correlation_ids, extent=result.extent.value)
        self._go_on()

    @Slot(object)
    def _on_failed(self, report: FaultReport) -> None:
        tell(failed=report.correlation_id, code=report.fault.code)
        self._go_on()

    def _go_on(self) -> None:
        self._done += 1
        # The presenter was connected first, so the window has it; a turn later the screen has, too.
        QTimer.singleShot(0, self._on_shown)

    @Slot()
    def _on_shown(self) -> None:
        window = self._running.window
        for command, after in (
            ("turn_family", _TURNS_FAMILY),
            ("back", _GOES_BACK),
            ("clear_all", _CLEARS),
        ):
            if self._done % after == 0:
                window.command(command).trigger()
        is_measured = self._done >= self._count or self._done % self._warm_up == 0
        QTimer.singleShot(
            _QUIET_MS if is_measured else 0, self._on_measured if is_measured else self._look_up
        )

    @Slot()
    def _on_measured(self) -> None:
        """What was begun has been done: nothing is just being recorded."""
        if self._done >= self._count:
            tell_belongings("end", self._done)
            self._running.window.close()
            return
        tell_belongings("warm" if self._done == self._warm_up else "on the way", self._done)
        self._look_up()


def main() -> int:
    """Run the program until the caseworker has closed its window."""
    profile, count, warm_up = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    at_work: list[Caseworker] = []
    code = run(
        profile,
        on_window=lambda running: at_work.append(Caseworker(running, count, warm_up)),
        on_painted=lambda _running: QTimer.singleShot(_START_MS, at_work[0].begin),
    )
    tell_belongings("closed", count)
    return code


if __name__ == "__main__":
    sys.exit(main())
