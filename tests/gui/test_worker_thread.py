"""The thread behind every runner: all that was asked for is done, then the end."""

import threading

from PySide6.QtCore import QObject, Signal, Slot
from pytestqt.qtbot import QtBot

from familieopslag.worker.worker_thread import WorkerThread
from tests.support.lookups import PATIENCE


class _Worker(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.gate = threading.Event()
        self.done: list[str] = []
        self.threads: set[int] = set()

    @Slot(str)
    def work(self, what: str) -> None:
        assert self.gate.wait(PATIENCE)
        self.threads.add(threading.get_ident())
        self.done.append(what)

    @Slot()
    def close(self) -> None:
        self.threads.add(threading.get_ident())
        self.done.append("end")


class _Asking(QObject):
    asked = Signal(str)


def _asking(worker: _Worker) -> _Asking:
    asking = _Asking()
    asking.asked.connect(worker.work)
    return asking


def test_what_waits_is_done_before_the_end_which_the_worker_hears(qtbot: QtBot) -> None:
    worker = _Worker()
    asking, thread = _asking(worker), WorkerThread("test", worker)
    thread.ending.connect(worker.close)
    thread.start()
    asking.asked.emit("one")
    asking.asked.emit("two")
    assert not thread.shut_down(patience_ms=0)
    worker.gate.set()
    assert thread.shut_down()
    assert worker.done[:3] == ["one", "two", "end"]
    assert len(worker.threads) == 1
    assert threading.get_ident() not in worker.threads


def test_a_thread_that_never_ran_has_ended(qtbot: QtBot) -> None:
    assert WorkerThread("test", _Worker()).shut_down()


def test_it_can_be_started_again(qtbot: QtBot) -> None:
    worker = _Worker()
    worker.gate.set()
    asking, thread = _asking(worker), WorkerThread("test", worker)
    for what in ("one", "two"):
        thread.start()
        asking.asked.emit(what)
        assert thread.shut_down()
    assert worker.done == ["one", "two"]
