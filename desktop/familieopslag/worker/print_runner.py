"""Prints and saves off the GUI thread, in a thread of its own: a printer may be slow, and a network drive away."""

import logging
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QFileDevice, QIODevice, QObject, QSaveFile, Signal, Slot

from familieopslag.domain import faults
from familieopslag.domain.faults import Fault, FaultReport
from familieopslag.worker.patience import PATIENCE_MS
from familieopslag.worker.printers import Paint, Printers, PrintingError, SystemPrinters, pdf_of
from familieopslag.worker.worker_thread import WorkerThread

_OWN_EYES = QFileDevice.Permission.ReadOwner | QFileDevice.Permission.WriteOwner
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, eq=False)
class PrintJob:
    """A document and where it goes: exactly one of `file` and `printer`."""

    paint: Paint = field(repr=False)
    file: Path | None = field(default=None, repr=False)
    printer: str = ""


class _Worker(QObject):
    """Lives in the thread and owns the printers."""

    found = Signal(object)
    finished = Signal(object, object)

    def __init__(self, make_printers: Callable[[], Printers]) -> None:
        super().__init__()
        self._make_printers = make_printers

    @Slot()
    def find(self) -> None:
        """Ask for the printers; whatever happens, an answer is sent."""
        try:
            names = self._make_printers().names()
        except Exception as error:  # noqa: BLE001 - an uncaught exception in a slot would leave the dialog waiting
            _LOG.warning("no printers: %s", type(error).__name__)
            names = ()
        self.found.emit(names)

    @Slot(object)
    def run(self, job: PrintJob) -> None:
        """Do `job`; whatever happens, exactly one outcome is sent."""
        self.finished.emit(job, self._fault_of(job))

    def _fault_of(self, job: PrintJob) -> FaultReport | None:
        fault = faults.NOT_PRINTED if job.file is None else faults.PDF_NOT_SAVED
        try:
            if job.file is None:
                self._make_printers().spool(job.printer, job.paint)
            else:
                _save(pdf_of(job.paint), job.file)
        except PrintingError as error:
            return _report(fault, job, str(error))
        except Exception as error:  # noqa: BLE001 - see above
            return _report(fault, job, type(error).__name__)
        return None


class PrintRunner(QObject):
    """Prints and saves in the order asked for; lives in the GUI thread. Connect the signals to @Slot methods only."""

    printers_found = Signal(object)
    """The names as a tuple, the usual one first; empty when there are none."""
    finished = Signal(object, object)
    """The PrintJob, and a FaultReport or None."""
    _find = Signal()
    _run = Signal(object)

    def __init__(
        self, make_printers: Callable[[], Printers] = SystemPrinters, parent: QObject | None = None
    ) -> None:
        """`make_printers` is called in the thread."""
        super().__init__(parent)
        self._worker = _Worker(make_printers)
        self._thread = WorkerThread("print", self._worker)
        self._find.connect(self._worker.find)
        self._run.connect(self._worker.run)
        self._worker.found.connect(self._on_found)
        self._worker.finished.connect(self._on_finished)

    def find_printers(self) -> None:
        """Have `printers_found` told."""
        self._thread.start()
        self._find.emit()

    def start(self, job: PrintJob) -> None:
        """Print or save; `finished` tells how it went."""
        self._thread.start()
        self._run.emit(job)

    def shut_down(self, patience_ms: int = PATIENCE_MS) -> bool:
        """Finish what waits and stop. False: a printer hangs; leave with `lookup_runner.leave_at_once`."""
        return self._thread.shut_down(patience_ms)

    @Slot(object)
    def _on_found(self, names: tuple[str, ...]) -> None:
        self.printers_found.emit(names)

    @Slot(object, object)
    def _on_finished(self, job: PrintJob, report: FaultReport | None) -> None:
        self.finished.emit(job, report)


def _save(data: bytes, file: Path) -> None:
    """All of `data` in `file`, for the user's own eyes, or the file as it was before. Raises PrintingError."""
    target = QSaveFile(str(file))
    is_whole = (
        target.open(QIODevice.OpenModeFlag.WriteOnly)
        and target.setPermissions(_OWN_EYES)
        and target.write(data) == len(data)
        and target.commit()
    )
    if not is_whole:
        raise PrintingError(target.error().name)


def _report(fault: Fault, job: PrintJob, detail: str) -> FaultReport:
    report = FaultReport(fault, str(uuid.uuid4()), {"printer": job.printer}, detail)
    _LOG.warning("%s %s %s", fault.code, report.correlation_id, detail)
    return report
