"""A journal that a test can read, and that refuses when it is told to."""

from dataclasses import dataclass, field

from familieopslag.domain import faults
from familieopslag.domain.accountability import AuditEntry
from familieopslag.domain.faults import FamilieopslagError


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
