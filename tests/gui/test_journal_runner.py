"""Records in a thread of their own: in order, one answer each, and heard in the GUI thread."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Signal, Slot
from pytestqt.qtbot import QtBot

from familieopslag.domain import faults
from familieopslag.domain.accountability import AuditEntry, AuditEvent
from familieopslag.domain.faults import FaultReport
from familieopslag.worker.journal_runner import Deed, JournalRunner
from tests.support.journal import MemoryJournal


class _Listener(QObject):
    heard = Signal()

    def __init__(self, runner: JournalRunner) -> None:
        super().__init__()
        self.done: list[Deed] = []
        self.refused: list[tuple[Deed, FaultReport]] = []
        self.threads: set[int] = set()
        runner.recorded.connect(self._on_recorded)
        runner.refused.connect(self._on_refused)

    @Slot(object)
    def _on_recorded(self, deed: Deed) -> None:
        self.threads.add(threading.get_ident())
        self.done.append(deed)
        self.heard.emit()

    @Slot(object, object)
    def _on_refused(self, deed: Deed, report: FaultReport) -> None:
        self.threads.add(threading.get_ident())
        self.refused.append((deed, report))
        self.heard.emit()


class _ThreadedJournal(MemoryJournal):
    def record(self, entry: AuditEntry) -> None:
        self.thread = threading.get_ident()
        super().record(entry)


class _BrokenJournal:
    def record(self, entry: AuditEntry) -> None:
        del entry
        raise RuntimeError("whom it was about must not be told")


@pytest.fixture
def journal() -> _ThreadedJournal:
    return _ThreadedJournal()


@pytest.fixture
def runner(qtbot: QtBot, journal: _ThreadedJournal) -> Iterator[JournalRunner]:
    runner = JournalRunner(lambda: journal)
    yield runner
    assert runner.shut_down()


def test_a_deed_is_told_when_it_is_on_record(
    qtbot: QtBot, journal: _ThreadedJournal, runner: JournalRunner
) -> None:
    listener = _Listener(runner)
    entry = AuditEntry(AuditEvent.COPIED)
    with qtbot.waitSignal(listener.heard):
        deed = runner.record(entry)
    assert journal.entries == [entry]
    assert listener.done == [deed]
    assert journal.thread != threading.get_ident()
    assert listener.threads == {threading.get_ident()}


def test_what_cannot_be_recorded_is_refused_and_the_next_is_tried(
    qtbot: QtBot, journal: _ThreadedJournal, runner: JournalRunner
) -> None:
    listener = _Listener(runner)
    journal.accepts = 0
    with qtbot.waitSignal(listener.heard):
        first = runner.record(AuditEntry(AuditEvent.COPIED))
    journal.accepts = None
    with qtbot.waitSignal(listener.heard):
        second = runner.record(AuditEntry(AuditEvent.COPIED))
    assert [(deed, report.fault) for deed, report in listener.refused] == [(first, faults.AUDIT_UNWRITABLE)]
    assert listener.done == [second]


def test_an_unexpected_error_refuses_without_its_message(qtbot: QtBot) -> None:
    runner = JournalRunner(_BrokenJournal)
    listener = _Listener(runner)
    with qtbot.waitSignal(listener.heard):
        runner.record(AuditEntry(AuditEvent.REVEALED))
    assert [report.fault for _deed, report in listener.refused] == [faults.AUDIT_UNWRITABLE]
    assert "must not" not in repr(listener.refused)
    assert runner.shut_down()


def test_shutting_down_writes_what_waits(journal: _ThreadedJournal, runner: JournalRunner) -> None:
    for _ in range(20):
        runner.record(AuditEntry(AuditEvent.CLEARED))
    assert runner.shut_down()
    assert len(journal.entries) == 20
