"""Writes rows that follow one another."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from familieopslag.domain.accountability import AuditEntry
from familieopslag.system.audit.context import Context
from familieopslag.system.audit.key import AuditKey
from familieopslag.system.audit.row import LogEvent, Row, hash_of, write_row


@dataclass(slots=True)
class Pen:
    """`seq` and `prev` are those of the last row; `data`: what has been written, to be put on disk."""

    key: AuditKey
    context: Context
    now: datetime
    seq: int
    prev: str
    data: bytes = b""

    def write_entry(self, entry: AuditEntry) -> None:
        """A row about what somebody does."""
        self._write(
            entry.event.value,
            cpr_hmac=self.key.subject_hash(entry.subject) if entry.subject is not None else "",
            protection=entry.protection,
            purpose=entry.errand.purpose_code,
            case_number=entry.errand.case_number,
            correlation_id=entry.correlation_id,
            result=entry.result,
            details=entry.details,
        )

    def write_remark(self, event: LogEvent, details: Iterable[str]) -> None:
        """A row about the log itself."""
        self._write(event.value, details=tuple(details))

    def _write(
        self,
        event: str,
        *,
        cpr_hmac: str = "",
        protection: str = "",
        purpose: str = "",
        case_number: str = "",
        correlation_id: str = "",
        result: str = "",
        details: tuple[str, ...] = (),
    ) -> None:
        self.seq += 1
        row = Row(
            seq=self.seq,
            time=self.now,
            user=self.context.user,
            host=self.context.host,
            session=self.context.session,
            environment=self.context.environment,
            event=event,
            cpr_hmac=cpr_hmac,
            protection=protection,
            purpose=purpose,
            case_number=case_number,
            correlation_id=correlation_id,
            result=result,
            details=details,
            program=self.context.program,
            key_id=self.key.id,
            prev=self.prev,
        )
        line = write_row(row, self.key)
        self.prev = hash_of(line)
        self.data += line + b"\n"
