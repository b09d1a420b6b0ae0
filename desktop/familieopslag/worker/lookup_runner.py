"""Lookups off the GUI thread: one persistent worker on one thread, the newest waiting request wins.

Signals from the worker go to slots of QObjects in the GUI thread only: a lambda or a plain method would run
in the worker. A request that is still waiting when a newer one comes is never sent, because every call is
logged by the authority behind the service.
"""

import logging
import os
import threading
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from familieopslag.domain import faults
from familieopslag.domain.certificates import CertificateFacts
from familieopslag.domain.faults import FamilieopslagError, FaultReport, report_of
from familieopslag.domain.person import LookupResult
from familieopslag.domain.ports import LookupRequest, PersonLookup
from familieopslag.system.log.trace import trace_of
from familieopslag.worker.patience import PATIENCE_MS
from familieopslag.worker.worker_thread import WorkerThread

_LOG = logging.getLogger(__name__)


@dataclass(slots=True, eq=False)
class _Job:
    """One request. `cancelled` is set from the GUI thread and asked by the worker before each call."""

    request: LookupRequest
    cancelled: threading.Event = field(default_factory=threading.Event)


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What came of a job: exactly one of `result` and `fault` is set."""

    job: _Job
    result: LookupResult | None = field(default=None, repr=False)
    fault: FaultReport | None = None


class _Worker(QObject):
    """Lives in the worker thread and owns the lookup, so that nothing of it is ever made elsewhere."""

    finished = Signal(object)
    progressed = Signal(object)
    opened = Signal(object)
    not_opened = Signal(object)

    def __init__(self, make_lookup: Callable[[], PersonLookup], hear: Callable[[LookupResult], None]) -> None:
        super().__init__()
        self._make_lookup = make_lookup
        self._hear = hear
        self._lookup: PersonLookup | None = None

    @Slot()
    def prepare(self) -> None:
        """Warm up: imports, contract, key. A fault waits until a lookup is asked for."""
        try:
            self._ready().prepare()
        except FamilieopslagError as error:
            _LOG.warning("not ready: %s", error)
            self.not_opened.emit(report_of(error))
        except Exception as error:  # noqa: BLE001 - told when a lookup is asked for
            _LOG.warning("not ready: %s", type(error).__name__)

    @Slot(object)
    def run(self, job: _Job) -> None:
        """Do `job`; whatever happens, exactly one outcome is sent."""
        started = time.monotonic()
        try:
            result = self._ready().lookup(
                job.request, lambda partial: self._progress(job, partial), job.cancelled.is_set
            )
            self._hear(result)
            outcome = _Outcome(job, result)
            _log_end(logging.INFO, "ok", started, result.correlation_ids[0] if result.correlation_ids else "")
        except FamilieopslagError as error:
            _log_end(logging.WARNING, error.fault.code, started, error.correlation_id, error.detail)
            outcome = _Outcome(job, fault=report_of(error))
        except Exception as error:  # noqa: BLE001 - an uncaught exception in a slot would leave the window waiting
            report = FaultReport(faults.UNEXPECTED, str(uuid.uuid4()), detail=type(error).__name__)
            way = trace_of(error).replace("\n", " ")
            _log_end(logging.ERROR, report.fault.code, started, report.correlation_id, way)
            outcome = _Outcome(job, fault=report)
        self.finished.emit(outcome)

    @Slot()
    def close(self) -> None:
        """Give connections back, in the thread that used them."""
        if self._lookup is not None:
            self._lookup.close()
            self._lookup = None

    def _progress(self, job: _Job, partial: LookupResult) -> None:
        self._hear(partial)
        self.progressed.emit(_Outcome(job, partial))

    def _ready(self) -> PersonLookup:
        if self._lookup is None:
            self._lookup = self._make_lookup()
            self.opened.emit(self._lookup.certificate)
        return self._lookup


class LookupRunner(QObject):
    """Runs lookups; lives in the GUI thread. `progressed` and `succeeded` carry a LookupResult.

    Of what comes while the window is busy with what came before, only the newest is told.
    """

    progressed = Signal(object)
    succeeded = Signal(object)
    failed = Signal(object)
    """A FaultReport."""
    opened = Signal(object)
    """Lookups can be made from now on: the caller's CertificateFacts, or None (see PersonLookup.certificate)."""
    not_opened = Signal(object)
    """Warming up failed: a FaultReport. It is told again when somebody is looked up."""
    _run = Signal(object)
    _prepare = Signal()

    def __init__(
        self,
        make_lookup: Callable[[], PersonLookup],
        parent: QObject | None = None,
        *,
        hear: Callable[[LookupResult], None] = lambda _result: None,
    ) -> None:
        """Both are called in the worker thread only.

        `make_lookup` at the first request or by `warm_up`, `hear` with each result before it is told to anybody.
        """
        super().__init__(parent)
        self._current: _Job | None = None
        self._in_flight: _Job | None = None
        self._untold: _Outcome | None = None
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._on_later)
        self._worker = _Worker(make_lookup, hear)
        self._thread = WorkerThread("lookup", self._worker)
        self._run.connect(self._worker.run)
        self._prepare.connect(self._worker.prepare)
        self._thread.ending.connect(self._worker.close)
        self._worker.finished.connect(self._on_finished)
        self._worker.progressed.connect(self._on_progressed)
        self._worker.opened.connect(self._on_opened)
        self._worker.not_opened.connect(self._on_not_opened)

    @property
    def is_busy(self) -> bool:
        """Whether an answer is awaited."""
        return self._current is not None

    @Slot()
    def warm_up(self) -> None:
        """Let the worker do the slow part of the first lookup now."""
        self._thread.start()
        self._prepare.emit()

    def submit(self, request: LookupRequest) -> None:
        """Answer `request` instead of whatever was asked for before."""
        self.cancel()
        self._current = _Job(request)
        if self._in_flight is None:
            self._send()

    def cancel(self) -> None:
        """Want no answer any more. A call that is on its way is not repeated, and its reply is dropped."""
        if self._current is not None:
            self._current.cancelled.set()
            self._current = None

    def shut_down(self, patience_ms: int = PATIENCE_MS) -> bool:
        """Stop the worker. False: a lookup still hangs after two seconds; leave with `leave_at_once`."""
        self.cancel()
        return self._thread.shut_down(patience_ms)

    def _send(self) -> None:
        self._in_flight = self._current
        self._thread.start()
        self._run.emit(self._in_flight)

    @Slot(object)
    def _on_opened(self, certificate: CertificateFacts | None) -> None:
        self.opened.emit(certificate)

    @Slot(object)
    def _on_not_opened(self, report: FaultReport) -> None:
        self.not_opened.emit(report)

    @Slot(object)
    def _on_progressed(self, outcome: _Outcome) -> None:
        self._untold = outcome
        self._later.start()

    @Slot()
    def _on_later(self) -> None:
        outcome, self._untold = self._untold, None
        if outcome is not None and outcome.job is self._current:
            self.progressed.emit(outcome.result)

    @Slot(object)
    def _on_finished(self, outcome: _Outcome) -> None:
        self._in_flight = None
        self._untold = None
        if outcome.job is not self._current:
            if self._current is not None:
                self._send()
            return
        self._current = None
        if outcome.fault is not None:
            self.failed.emit(outcome.fault)
        else:
            self.succeeded.emit(outcome.result)


def _log_end(level: int, how: str, started: float, call_id: str, detail: str = "") -> None:
    ms = round((time.monotonic() - started) * 1000)
    told = {"correlation_id": call_id}
    _LOG.log(level, "lookup %s after %d ms %s", how, ms, detail, extra=told)


def leave_at_once(exit_code: int) -> None:
    """End the process although the worker hangs; ending it in the ordinary way would abort."""
    logging.shutdown()
    os._exit(exit_code)
