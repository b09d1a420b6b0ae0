"""Connection tests off the GUI thread, in a thread of their own: a test that waits must not hold up a lookup."""

import logging
import threading
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal, Slot

from familieopslag.domain import faults
from familieopslag.domain.connection_test import (
    ConnectionReport,
    ConnectionTest,
    Outcome,
    Step,
    StepResult,
)
from familieopslag.domain.faults import FaultReport
from familieopslag.domain.ports import LookupRequest
from familieopslag.worker.patience import PATIENCE_MS
from familieopslag.worker.worker_thread import WorkerThread

_LOG = logging.getLogger(__name__)


@dataclass(slots=True, eq=False)
class _Job:
    """One test. `cancelled` is set from the GUI thread and asked by the worker before each step."""

    make_test: Callable[[], ConnectionTest]
    number: LookupRequest | None
    cancelled: threading.Event = field(default_factory=threading.Event)


class _Worker(QObject):
    """Lives in the thread. Each test is made there, because making it may read files."""

    stepped = Signal(object, object)
    finished = Signal(object, object)

    @Slot(object)
    def run(self, job: _Job) -> None:
        """Do `job`; whatever happens, exactly one report is sent."""
        self.finished.emit(job, self._report_of(job))

    def _report_of(self, job: _Job) -> ConnectionReport:
        taken: list[StepResult] = []

        def on_step(result: StepResult) -> None:
            taken.append(result)
            self.stepped.emit(job, result)

        try:
            return job.make_test().run(job.number, on_step, job.cancelled.is_set)
        except Exception as error:  # noqa: BLE001 - an uncaught exception in a slot would leave the window waiting
            name = type(error).__name__
            fault = FaultReport(faults.UNEXPECTED, str(uuid.uuid4()), detail=name)
            _LOG.error("connection test failed: %s %s %s", fault.fault.code, fault.correlation_id, name)
        return _broken_off(taken, fault)


class ConnectionTestRunner(QObject):
    """Runs one test at a time; lives in the GUI thread. Connect the signals to @Slot methods only."""

    stepped = Signal(object)
    """A StepResult, as soon as the step has been taken."""
    finished = Signal(object)
    """The ConnectionReport; not of a test that was cancelled."""
    _run = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._current: _Job | None = None
        self._worker = _Worker()
        self._thread = WorkerThread("connection test", self._worker)
        self._run.connect(self._worker.run)
        self._worker.stepped.connect(self._on_stepped)
        self._worker.finished.connect(self._on_finished)

    @property
    def is_busy(self) -> bool:
        """Whether a test is under way."""
        return self._current is not None

    def start(self, make_test: Callable[[], ConnectionTest], number: LookupRequest | None) -> None:
        """Test, instead of whatever is being tested. `make_test` is called in the thread."""
        self.cancel()
        self._current = _Job(make_test, number)
        self._thread.start()
        self._run.emit(self._current)

    def cancel(self) -> None:
        """Want no answer any more: the step under way is the last one."""
        if self._current is not None:
            self._current.cancelled.set()
            self._current = None

    def shut_down(self, patience_ms: int = PATIENCE_MS) -> bool:
        """Stop. False: a step still hangs after two seconds; leave with `lookup_runner.leave_at_once`."""
        self.cancel()
        return self._thread.shut_down(patience_ms)

    @Slot(object, object)
    def _on_stepped(self, job: _Job, result: StepResult) -> None:
        if job is self._current:
            self.stepped.emit(result)

    @Slot(object, object)
    def _on_finished(self, job: _Job, report: ConnectionReport) -> None:
        if job is self._current:
            self._current = None
            self.finished.emit(report)


def _broken_off(taken: list[StepResult], fault: FaultReport) -> ConnectionReport:
    """The steps so far, the one under way failed, and the rest not tried."""
    results = list(taken)
    for step in list(Step)[len(taken) :]:
        is_first = len(results) == len(taken)
        outcome = Outcome.FAILED if is_first else Outcome.NOT_TRIED
        results.append(StepResult(step, outcome, report=fault if is_first else None))
    return ConnectionReport(tuple(results))
