"""The worker thread: what is sent, what is dropped, and in which thread things happen."""

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject, Signal, Slot
from pytestqt.qtbot import QtBot

from familieopslag.domain import faults
from familieopslag.domain.cpr import Cpr
from familieopslag.domain.faults import FamilieopslagError, FaultReport
from familieopslag.domain.person import Extent, LookupResult
from familieopslag.domain.ports import LookupRequest
from familieopslag.worker.lookup_runner import LookupRunner
from tests.support.lookups import GatedLookup, result_of

A, B, C = (Cpr(digits) for digits in ("0202604002", "0303604003", "0404604004"))


class _Listener(QObject):
    """Stands in the GUI thread, as the presenter does, and notes what arrives in which thread."""

    heard = Signal()

    def __init__(self, runner: LookupRunner) -> None:
        super().__init__()
        self.results: list[LookupResult] = []
        self.faults: list[FaultReport] = []
        self.threads: set[int] = set()
        self.partials: list[LookupResult] = []
        runner.progressed.connect(self._on_progressed)
        runner.succeeded.connect(self._on_succeeded)
        runner.failed.connect(self._on_failed)

    @property
    def numbers(self) -> list[Cpr]:
        return [result.person.cpr for result in self.results]

    @Slot(object)
    def _on_progressed(self, result: LookupResult) -> None:
        self.partials.append(result)
        self.threads.add(threading.get_ident())

    @Slot(object)
    def _on_succeeded(self, result: LookupResult) -> None:
        self.results.append(result)
        self.threads.add(threading.get_ident())
        self.heard.emit()

    @Slot(object)
    def _on_failed(self, report: FaultReport) -> None:
        self.faults.append(report)
        self.threads.add(threading.get_ident())
        self.heard.emit()


@pytest.fixture
def lookup() -> GatedLookup:
    return GatedLookup()


@pytest.fixture
def runner(qtbot: QtBot, lookup: GatedLookup) -> Iterator[LookupRunner]:
    runner = LookupRunner(lambda: lookup)
    yield runner
    lookup.open(A, B, C)
    assert runner.shut_down()


@pytest.fixture
def listener(runner: LookupRunner) -> _Listener:
    return _Listener(runner)


def test_of_three_quick_requests_the_middle_one_is_never_sent(
    qtbot: QtBot, lookup: GatedLookup, runner: LookupRunner, listener: _Listener
) -> None:
    runner.submit(LookupRequest(A))
    lookup.wait_until_asked(A)
    runner.submit(LookupRequest(B))
    runner.submit(LookupRequest(C))
    with qtbot.waitSignal(listener.heard):
        lookup.open(A, B, C)
    assert lookup.asked == [A, C]
    assert listener.numbers == [C]
    assert not runner.is_busy


def test_work_is_done_in_the_worker_and_heard_in_the_gui_thread(
    qtbot: QtBot, lookup: GatedLookup, runner: LookupRunner, listener: _Listener
) -> None:
    lookup.open(A)
    with qtbot.waitSignal(listener.heard):
        runner.submit(LookupRequest(A))
    assert lookup.threads != [threading.get_ident()]
    assert listener.threads == {threading.get_ident()}


def test_a_result_is_heard_in_the_worker_before_it_is_told(qtbot: QtBot, lookup: GatedLookup) -> None:
    order: list[tuple[str, bool]] = []

    def note(what: str) -> Callable[[object], None]:
        return lambda _result: order.append((what, threading.get_ident() in lookup.threads))

    runner = LookupRunner(lambda: lookup, hear=note("heard"))
    runner.succeeded.connect(note("told"))
    lookup.open(A)
    with qtbot.waitSignal(runner.succeeded):
        runner.submit(LookupRequest(A))
    assert runner.shut_down()
    assert order == [("heard", True), ("told", False)]


def test_a_cancelled_lookup_is_never_heard_of_and_the_next_one_works(
    qtbot: QtBot, lookup: GatedLookup, runner: LookupRunner, listener: _Listener
) -> None:
    runner.submit(LookupRequest(A))
    lookup.wait_until_asked(A)
    runner.cancel()
    assert not runner.is_busy
    lookup.open(A, B)
    with qtbot.waitSignal(listener.heard):
        runner.submit(LookupRequest(B))
    assert listener.numbers == [B]


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (FamilieopslagError(faults.TIMEOUT, "an-id", values={"seconds": "20"}), faults.TIMEOUT.code),
        (RuntimeError("0202020202 must not be passed on"), faults.UNEXPECTED.code),
    ],
)
def test_an_error_is_told_once_without_its_message_and_the_next_lookup_works(
    qtbot: QtBot,
    lookup: GatedLookup,
    runner: LookupRunner,
    listener: _Listener,
    error: FamilieopslagError | RuntimeError,
    code: str,
) -> None:
    lookup.fail(A, error)
    with qtbot.waitSignal(listener.heard):
        runner.submit(LookupRequest(A))
    assert [report.fault.code for report in listener.faults] == [code]
    assert listener.faults[0].correlation_id
    assert "0202020202" not in repr(listener.faults)
    lookup.open(B)
    with qtbot.waitSignal(listener.heard):
        runner.submit(LookupRequest(B))
    assert listener.numbers == [B]


def test_of_what_comes_while_the_window_is_busy_only_the_newest_is_told(
    qtbot: QtBot, lookup: GatedLookup, runner: LookupRunner, listener: _Listener
) -> None:
    partials = [result_of(A, *relatives, extent=Extent.PARTIAL) for relatives in ((), (B,), (B, C))]
    lookup.partials[A] = partials
    runner.submit(LookupRequest(A))
    lookup.wait_until_asked(A)  # and nothing has been heard meanwhile, as this is the window's thread
    with qtbot.waitSignal(runner.progressed):
        pass
    lookup.open(A)
    with qtbot.waitSignal(listener.heard):
        pass
    assert listener.partials == partials[-1:]
    assert listener.threads == {threading.get_ident()}


def test_nothing_is_told_of_a_lookup_that_was_given_up(
    qtbot: QtBot, lookup: GatedLookup, runner: LookupRunner, listener: _Listener
) -> None:
    lookup.partials[A] = [result_of(A, extent=Extent.PARTIAL)]
    runner.submit(LookupRequest(A))
    lookup.wait_until_asked(A)
    runner.submit(LookupRequest(B))
    with qtbot.waitSignal(runner._later.timeout):
        pass
    lookup.open(A, B)
    with qtbot.waitSignal(listener.heard):
        pass
    assert listener.partials == []
    assert listener.numbers == [B]


def test_a_lookup_that_cannot_be_made_is_tried_again_at_the_next_request(qtbot: QtBot) -> None:
    lookup = GatedLookup()
    lookup.open(A)
    made: list[str] = []

    def make() -> GatedLookup:
        made.append("tried")
        if len(made) == 1:
            raise FamilieopslagError(faults.PASSPHRASE_WRONG, "an-id")
        return lookup

    runner = LookupRunner(make)
    listener = _Listener(runner)
    with qtbot.waitSignal(listener.heard):
        runner.submit(LookupRequest(A))
    assert [report.fault for report in listener.faults] == [faults.PASSPHRASE_WRONG]
    with qtbot.waitSignal(listener.heard):
        runner.submit(LookupRequest(A))
    assert listener.numbers == [A]
    assert runner.shut_down()


def test_warming_up_asks_for_nobody(lookup: GatedLookup, runner: LookupRunner) -> None:
    runner.warm_up()
    assert lookup.prepared.wait(10)
    assert lookup.asked == []


def test_shutting_down_closes_the_lookup(qtbot: QtBot) -> None:
    lookup = GatedLookup()
    runner = LookupRunner(lambda: lookup)
    runner.warm_up()
    assert lookup.prepared.wait(10)
    assert runner.shut_down()
    assert lookup.closed.is_set()


_HANGING = """
import sys, threading
from PySide6.QtCore import QCoreApplication
from familieopslag.domain.cpr import Cpr
from familieopslag.domain.ports import LookupRequest
from familieopslag.worker.lookup_runner import LookupRunner, leave_at_once
from tests.support.lookups import GatedLookup
import tests.support.lookups as lookups
lookups.PATIENCE = 60
app = QCoreApplication(sys.argv)
lookup = GatedLookup()
runner = LookupRunner(lambda: lookup)
cpr = Cpr("0202604002")
runner.submit(LookupRequest(cpr))
lookup.wait_until_asked(cpr)
print("stopped" if runner.shut_down() else "hangs", flush=True)
leave_at_once(0)
"""


def test_a_hanging_lookup_does_not_keep_the_process_from_ending() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", _HANGING], capture_output=True, text=True, timeout=30, check=False
    )
    assert (ended.returncode, ended.stdout.strip(), ended.stderr) == (0, "hangs", "")
