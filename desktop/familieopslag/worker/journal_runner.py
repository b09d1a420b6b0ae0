"""Records off the GUI thread: what the user wants to do with what is shown waits until it is on disk.

A thread of its own, because a lookup that hangs must not hold up hiding, copying or clearing.
"""

import logging
import uuid
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from familieopslag.domain import faults
from familieopslag.domain.accountability import AuditEntry, Journal
from familieopslag.domain.faults import FamilieopslagError, FaultReport, report_of
from familieopslag.worker.patience import PATIENCE_MS
from familieopslag.worker.worker_thread import WorkerThread

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, eq=False)
class Deed:
    """Something that may happen when its record is on disk. Two deeds are never equal, however alike they are."""

    entry: AuditEntry


@dataclass(frozen=True, slots=True)
class _Outcome:
    """`fault` None: it is on disk."""

    deed: Deed
    fault: FaultReport | None


class _Worker(QObject):
    """Lives in the journal's thread and owns the journal."""

    finished = Signal(object)

    def __init__(self, make_journal: Callable[[], Journal]) -> None:
        super().__init__()
        self._make_journal = make_journal
        self._journal: Journal | None = None

    @Slot(object)
    def record(self, deed: Deed) -> None:
        """Write it; whatever happens, exactly one outcome is sent."""
        self.finished.emit(_Outcome(deed, self._fault_of(deed.entry)))

    def _fault_of(self, entry: AuditEntry) -> FaultReport | None:
        try:
            if self._journal is None:
                self._journal = self._make_journal()
            self._journal.record(entry)
        except FamilieopslagError as error:
            _LOG.warning("not recorded: %s", error)
            return report_of(error)
        except Exception as error:  # noqa: BLE001 - an uncaught exception in a slot would leave the deed undecided
            name = type(error).__name__
            report = FaultReport(faults.AUDIT_UNWRITABLE, str(uuid.uuid4()), detail=name)
            _LOG.error("not recorded: %s %s %s", report.fault.code, report.correlation_id, name)
            return report
        return None


class JournalRunner(QObject):
    """Records entries in their order; lives in the GUI thread.

    `recorded` carries the Deed, `refused` the Deed and a FaultReport. Connect them to @Slot methods only.
    """

    recorded = Signal(object)
    refused = Signal(object, object)
    _record = Signal(object)

    def __init__(self, make_journal: Callable[[], Journal], parent: QObject | None = None) -> None:
        """`make_journal` is called in the thread, at the first record."""
        super().__init__(parent)
        self._worker = _Worker(make_journal)
        self._thread = WorkerThread("journal", self._worker)
        self._record.connect(self._worker.record)
        self._worker.finished.connect(self._on_finished)

    def record(self, entry: AuditEntry) -> Deed:
        """Have `entry` written. The deed that is returned comes back with exactly one of the signals."""
        deed = Deed(entry)
        self._thread.start()
        self._record.emit(deed)
        return deed

    def shut_down(self, patience_ms: int = PATIENCE_MS) -> bool:
        """Write what waits and stop. False: the disk hangs; leave with `lookup_runner.leave_at_once`."""
        return self._thread.shut_down(patience_ms)

    @Slot(object)
    def _on_finished(self, outcome: _Outcome) -> None:
        if outcome.fault is None:
            self.recorded.emit(outcome.deed)
        else:
            self.refused.emit(outcome.deed, outcome.fault)
