"""Small tasks off the GUI thread, one after the other: settings files, keyring, certificates."""

import logging
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal, Slot

from familieopslag.domain import faults
from familieopslag.domain.faults import FamilieopslagError, FaultReport, report_of
from familieopslag.worker.patience import PATIENCE_MS
from familieopslag.worker.worker_thread import WorkerThread

_LOG = logging.getLogger(__name__)


@dataclass(slots=True, eq=False)
class Task:
    """Something to be done. `do` is dropped when it has been: a passphrase that it holds must not outlive its use."""

    do: Callable[[], object] | None = field(repr=False)


class _Worker(QObject):
    """Lives in the thread."""

    succeeded = Signal(object, object)
    failed = Signal(object, object)

    @Slot(object)
    def run(self, task: Task) -> None:
        """Do `task`; whatever happens, exactly one outcome is sent."""
        do, task.do = task.do, None
        if do is None:
            return
        try:
            found = do()
        except FamilieopslagError as error:
            _LOG.warning("not done: %s", error)
            self.failed.emit(task, report_of(error))
        except Exception as error:  # noqa: BLE001 - an uncaught exception in a slot would leave the window waiting
            name = type(error).__name__
            report = FaultReport(faults.UNEXPECTED, str(uuid.uuid4()), detail=name)
            _LOG.error("not done: %s %s %s", report.fault.code, report.correlation_id, name)
            self.failed.emit(task, report)
        else:
            self.succeeded.emit(task, found)


class TaskRunner(QObject):
    """Does tasks in the order asked for; lives in the GUI thread. Connect the signals to @Slot methods only."""

    succeeded = Signal(object, object)
    """The Task, and what it returned."""
    failed = Signal(object, object)
    """The Task, and a FaultReport."""
    _run = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = _Worker()
        self._thread = WorkerThread("tasks", self._worker)
        self._run.connect(self._worker.run)
        self._worker.succeeded.connect(self._on_succeeded)
        self._worker.failed.connect(self._on_failed)

    def start(self, do: Callable[[], object]) -> Task:
        """Have `do` called in the thread. The task that is returned comes back with exactly one of the signals."""
        task = Task(do)
        self._thread.start()
        self._run.emit(task)
        return task

    def shut_down(self, patience_ms: int = PATIENCE_MS) -> bool:
        """Finish what waits and stop. False: something hangs, say a keyring that asks; see `leave_at_once`."""
        return self._thread.shut_down(patience_ms)

    @Slot(object, object)
    def _on_succeeded(self, task: Task, found: object) -> None:
        self.succeeded.emit(task, found)

    @Slot(object, object)
    def _on_failed(self, task: Task, report: FaultReport) -> None:
        self.failed.emit(task, report)
