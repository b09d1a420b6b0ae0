"""A thread with one worker in it: it starts when it is needed and ends when all that was asked for has been done."""

from PySide6.QtCore import QObject, QThread, Signal, Slot

from familieopslag.worker.patience import PATIENCE_MS


class _End(QObject):
    """Lives in the thread, where its turn comes after everything before."""

    @Slot()
    def come(self) -> None:
        """End the thread."""
        QThread.currentThread().quit()


class WorkerThread(QObject):
    """Lives in the GUI thread and holds the worker, which would go if nothing but its connections held it."""

    ending = Signal()
    """The last that a worker hears. Connect it to a slot of the worker."""
    _end = Signal()

    def __init__(self, name: str, worker: QObject) -> None:
        """`name`: for whoever looks at the process. `worker` must have no parent."""
        super().__init__()
        self._thread = QThread()
        self._thread.setObjectName(name)
        self._worker = worker
        self._last = _End()
        for inhabitant in (worker, self._last):
            inhabitant.moveToThread(self._thread)
        self._end.connect(self._last.come)

    def start(self) -> None:
        """Run, if it does not. To be called before anything is asked for."""
        self._thread.start()

    def shut_down(self, patience_ms: int = PATIENCE_MS) -> bool:
        """Let what waits be done, and stop. False: something hangs; leave with `lookup_runner.leave_at_once`."""
        if not self._thread.isRunning():
            return True
        self.ending.emit()
        self._end.emit()
        return self._thread.wait(patience_ms)
