"""`python -m tests.faults`: every fault that the test service can inject, and what the program makes of it.

Runs the real window (offscreen unless QT_QPA_PLATFORM says otherwise) with worker, wire and TLS, and the command line
as a process of its own. Prints a line for each fault; ends with 1 when one of them is not as it has to be.
"""

import argparse
import logging
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from familieopslag.testservice.faults.catalogue import FAULTS
from familieopslag.testservice.faults.kinds import InjectedFault
from tests.faults.desk import Desk
from tests.faults.expectations import EXPECTED
from tests.faults.stage import Stage, TimeOuts, open_stage
from tests.faults.terminal import in_a_process
from tests.faults.trial import Trial, Verdict
from tests.support.personal_data import of_known_test_persons
from tests.support.persons import PERSON
from tests.support.profile import Profile

_NAME, _SAID = 22, 100
_START_SECONDS = 5.0
"""More than a process takes to start while others are busy."""
_OFFSCREEN_HABIT = "propagateSizeHints"


def main() -> int:
    """Try the faults that are named, or all."""
    options = _parser().parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    faults: list[InjectedFault] = options.faults or list(FAULTS.values())
    time_outs = TimeOuts(options.connect, options.read)
    with tempfile.TemporaryDirectory(prefix="familieopslag-faults-") as folder:
        profile = Profile(folder)
        profile.enter()
        try:
            return _try_all(faults, time_outs)
        finally:
            profile.leave()


def _try_all(faults: Sequence[InjectedFault], time_outs: TimeOuts) -> int:
    logging.disable(logging.WARNING)  # each fault is one, and the table tells it
    qInstallMessageHandler(_on_message)
    app = QApplication(sys.argv[:1])
    _say(f"{'fault':{_NAME}} {'code':7}{'exit':>5}{'seconds':>9}  {'next':5}{'the window said'}")
    wrong = 0
    for with_proxy in (False, True):
        here = [fault for fault in faults if fault.is_of_proxy is with_proxy]
        with (
            open_stage(time_outs, with_proxy=with_proxy) as stage,
            stage.entered(),
            _trial(stage) as trial,
        ):
            for fault in here:
                verdict = trial.of(fault, EXPECTED[fault.name])
                wrong += bool(verdict.problems)
                _say(_line(verdict))
    app.processEvents()
    _say(f"\n{len(faults)} faults, {wrong} not as they have to be")
    return 1 if wrong else 0


def _on_message(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    if _OFFSCREEN_HABIT not in message:
        sys.stderr.write(f"{message}\n")


@contextmanager
def _trial(stage: Stage) -> Iterator[Trial]:
    with ExitStack() as stack:
        desk = Desk(stage.profile)
        stack.callback(desk.close)
        desk.look_up(PERSON)
        yield Trial(stage, desk, in_a_process, of_known_test_persons(), start_seconds=_START_SECONDS)


def _line(verdict: Verdict) -> str:
    went_on = not any("next lookup" in problem for problem in verdict.problems)
    said = verdict.said if len(verdict.said) <= _SAID else f"{verdict.said[: _SAID - 1]}…"
    columns = (
        f"{verdict.name:{_NAME}} {verdict.code:7}{verdict.exit_code:>5}{verdict.seconds:>9.2f}"
        f"  {'ok' if went_on else 'NO':5}{said}"
    )
    return "\n".join((columns, *(f"  WRONG  {problem}" for problem in verdict.problems)))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("faults", nargs="*", type=_fault, metavar="NAME", help="all when none is named")
    parser.add_argument("--connect", type=float, default=1.0, metavar="S", help="connect time-out")
    parser.add_argument("--read", type=float, default=2.0, metavar="S", help="read time-out")
    return parser


def _fault(name: str) -> InjectedFault:
    if name not in FAULTS:
        raise argparse.ArgumentTypeError(f"no such fault: {name}")
    return FAULTS[name]


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
