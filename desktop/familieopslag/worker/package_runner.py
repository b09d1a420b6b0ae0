"""Gathers and saves a package for the helpdesk off the GUI thread: logs, a keyring, a network drive may be slow."""

import logging
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from familieopslag.domain import faults
from familieopslag.domain.faults import FamilieopslagError, FaultReport, report_of
from familieopslag.domain.seen_words import SeenWords
from familieopslag.system.diagnosis.package import Part, Source, gather, save
from familieopslag.worker.patience import PATIENCE_MS
from familieopslag.worker.worker_thread import WorkerThread

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, eq=False)
class _SaveJob:
    file: Path
    parts: tuple[Part, ...]


class _Worker(QObject):
    """Lives in the thread."""

    gathered = Signal(object)
    saved = Signal(object)

    def __init__(self, sources: Callable[[], Sequence[Source]], seen: SeenWords) -> None:
        super().__init__()
        self._sources = sources
        self._seen = seen

    @Slot()
    def gather(self) -> None:
        """Whatever happens, an answer is sent."""
        try:
            parts = gather(self._sources(), self._seen)
        except Exception as error:  # noqa: BLE001 - an uncaught exception in a slot would leave the dialog waiting
            _LOG.error("no package: %s", type(error).__name__)
            parts = ()
        self.gathered.emit(parts)

    @Slot(object)
    def save(self, job: _SaveJob) -> None:
        """Whatever happens, exactly one outcome is sent."""
        self.saved.emit(self._fault_of(job))

    def _fault_of(self, job: _SaveJob) -> FaultReport | None:
        try:
            save(job.file, job.parts, self._seen)
        except FamilieopslagError as error:
            _LOG.warning("no package: %s", error.fault.code, extra={"correlation_id": error.correlation_id})
            return report_of(error)
        except Exception as error:  # noqa: BLE001 - see above
            return FaultReport(faults.PACKAGE_NOT_SAVED, str(uuid.uuid4()), detail=type(error).__name__)
        return None


class PackageRunner(QObject):
    """Lives in the GUI thread. Connect the signals to @Slot methods only."""

    gathered = Signal(object)
    """The parts as a tuple; empty when nothing could be had."""
    saved = Signal(object)
    """A FaultReport, or None when it is on disk."""
    _gather = Signal()
    _save = Signal(object)

    def __init__(
        self, sources: Callable[[], Sequence[Source]], seen: SeenWords, parent: QObject | None = None
    ) -> None:
        """`sources` is called in the thread."""
        super().__init__(parent)
        self._worker = _Worker(sources, seen)
        self._thread = WorkerThread("package", self._worker)
        self._gather.connect(self._worker.gather)
        self._save.connect(self._worker.save)
        self._worker.gathered.connect(self._on_gathered)
        self._worker.saved.connect(self._on_saved)

    def gather(self) -> None:
        """Have `gathered` told."""
        self._thread.start()
        self._gather.emit()

    def save(self, file: Path, parts: tuple[Part, ...]) -> None:
        """Have the parts written, if they may be, and `saved` told."""
        self._thread.start()
        self._save.emit(_SaveJob(file, parts))

    def shut_down(self, patience_ms: int = PATIENCE_MS) -> bool:
        """Finish what waits and stop. False: something hangs; leave with `lookup_runner.leave_at_once`."""
        return self._thread.shut_down(patience_ms)

    @Slot(object)
    def _on_gathered(self, parts: tuple[Part, ...]) -> None:
        self.gathered.emit(parts)

    @Slot(object)
    def _on_saved(self, fault: FaultReport | None) -> None:
        self.saved.emit(fault)
