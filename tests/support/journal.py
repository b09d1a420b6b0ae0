"""A journal that a test can read, and that refuses when it is told to."""

import threading
from dataclasses import dataclass, field

from familieopslag.domain import faults
from familieopslag.domain.accountability import AuditEntry
from familieopslag.domain.faults import FamilieopslagError
from tests.support.lookups import PATIENCE


@dataclass
class MemoryJournal:
    """Keeps the entries in memory. `accepts`: how many it takes before it can write no more; None: any number."""

    accepts: int | None = None
    entries: list[AuditEntry] = field(default_factory=list)

    def record(self, entry: AuditEntry) -> None:
        """See domain.accountability.Journal."""
        if self.accepts is not None and len(self.entries) >= self.accepts:
            raise FamilieopslagError(faults.AUDIT_UNWRITABLE, "an-id")
        self.entries.append(entry)

    @property
    def told(self) -> list[tuple[str, str]]:
        """Event and result of each entry, in order."""
        return [(entry.event.value, entry.result) for entry in self.entries]


class GatedJournal(MemoryJournal):
    """A journal whose disk answers when the test says so; at first it answers at once."""

    def __init__(self) -> None:
        super().__init__()
        self._gate = threading.Event()
        self._gate.set()
        self._reached = threading.Event()

    def record(self, entry: AuditEntry) -> None:
        """See domain.accountability.Journal."""
        self._reached.set()
        assert self._gate.wait(PATIENCE), "nobody opened the gate"
        super().record(entry)

    def close_gate(self) -> None:
        """Let the next record wait."""
        self._gate.clear()
        self._reached.clear()

    def wait_until_reached(self) -> None:
        """Return when a record waits at the gate."""
        assert self._reached.wait(PATIENCE), "nothing was to be recorded"

    def open_gate(self) -> None:
        """Let the record that waits, and those after it, be written."""
        self._gate.set()
