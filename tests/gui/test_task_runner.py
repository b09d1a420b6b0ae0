"""Small tasks in a thread of their own: in order, one answer each, heard in the GUI thread, and dropped when done."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Signal, Slot
from pytestqt.qtbot import QtBot

from familieopslag.domain import faults
from familieopslag.domain.faults import FamilieopslagError, FaultReport
from familieopslag.worker.task_runner import Task, TaskRunner


class _Listener(QObject):
    heard = Signal()

    def __init__(self, runner: TaskRunner) -> None:
        super().__init__()
        self.answers: list[tuple[Task, object]] = []
        self.threads: set[int] = set()
        runner.succeeded.connect(self._on_answer)
        runner.failed.connect(self._on_answer)

    @Slot(object, object)
    def _on_answer(self, task: Task, answer: object) -> None:
        self.threads.add(threading.get_ident())
        self.answers.append((task, answer))
        self.heard.emit()


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[TaskRunner]:
    runner = TaskRunner()
    yield runner
    assert runner.shut_down()


def test_an_answer_comes_back_to_the_gui_thread(qtbot: QtBot, runner: TaskRunner) -> None:
    listener = _Listener(runner)
    with qtbot.waitSignal(listener.heard):
        task = runner.start(threading.get_ident)
    assert listener.answers[0][0] is task
    assert listener.answers[0][1] != threading.get_ident()
    assert listener.threads == {threading.get_ident()}


def test_a_fault_is_told_and_the_next_task_is_done(qtbot: QtBot, runner: TaskRunner) -> None:
    listener = _Listener(runner)

    def refuse() -> None:
        raise FamilieopslagError(faults.PASSPHRASE_WRONG, "id")

    def break_down() -> None:
        raise RuntimeError("what it was about must not be told")

    for do in (refuse, break_down, dict):
        runner.start(do)
    qtbot.waitUntil(lambda: len(listener.answers) == 3)
    wrong, broken, empty = (answer for _, answer in listener.answers)
    assert isinstance(wrong, FaultReport)
    assert (wrong.fault, wrong.correlation_id) == (faults.PASSPHRASE_WRONG, "id")
    assert isinstance(broken, FaultReport)
    assert (broken.fault, broken.detail) == (faults.UNEXPECTED, "RuntimeError")
    assert empty == {}


class _Secret:
    pass


def test_what_a_task_held_is_dropped_when_it_is_done(qtbot: QtBot, runner: TaskRunner) -> None:
    listener = _Listener(runner)
    secret = _Secret()
    held = weakref.ref(secret)

    def use(what: _Secret = secret) -> bool:
        return isinstance(what, _Secret)

    with qtbot.waitSignal(listener.heard):
        task = runner.start(use)
    del use, secret
    qtbot.waitUntil(lambda: gc.collect() >= 0 and held() is None)
    assert task.do is None
    assert "do" not in repr(task)


def test_a_task_that_hangs_does_not_hold_up_the_end(qtbot: QtBot) -> None:
    runner = TaskRunner()
    gate = threading.Event()
    runner.start(gate.wait)
    assert not runner.shut_down(patience_ms=0)
    gate.set()
    assert runner.shut_down()
