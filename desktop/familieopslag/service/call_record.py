"""The calls of one lookup, put on record: before each is sent, and what became of it (domain.accountability)."""

from familieopslag.domain.accountability import AuditEntry, AuditEvent, Journal
from familieopslag.domain.faults import FamilieopslagError
from familieopslag.domain.ports import LookupRequest, Origin
from familieopslag.domain.protection import Protection

_SENDING = "sendes"
_OK = "ok"
_NOT_SHOWN = "ikke vist"


class CallRecord:
    """Tells the journal of one lookup's calls. Every method raises FamilieopslagError when it can't be recorded."""

    def __init__(self, journal: Journal, request: LookupRequest) -> None:
        self._journal = journal
        self._request = request
        self._pages = 0
        self._last_id = ""

    def sending(self, call_id: str) -> None:
        """A call is about to be sent: the first one, or one for the next page."""
        self._pages += 1
        event = AuditEvent.PAGE
        if self._pages == 1:
            related = self._request.origin is Origin.RELATIVE
            event = AuditEvent.RELATIVE_LOOKUP if related else AuditEvent.LOOKUP
        self._last_id = call_id
        self._record(event, _SENDING, details=(self._request.origin.value, f"side {self._pages}"))

    def answered(self, protection: Protection) -> None:
        """The reply to the last call can be shown. Called before anything of it leaves."""
        self._record(AuditEvent.REPLY, _OK, protection.value)

    def failed(self, error: FamilieopslagError) -> None:
        """The last call brought nothing that can be shown."""
        self._record(AuditEvent.FAILED, error.fault.code)

    def cancelled(self) -> None:
        """The user wants no answer any more; told only where a call has been sent."""
        if self._last_id:
            self._record(AuditEvent.CANCELLED, _NOT_SHOWN)

    def _record(
        self, event: AuditEvent, result: str, protection: str = "", details: tuple[str, ...] = ()
    ) -> None:
        self._journal.record(
            AuditEntry(
                event=event,
                subject=self._request.cpr,
                errand=self._request.errand,
                protection=protection,
                correlation_id=self._last_id,
                result=result,
                details=details,
            )
        )
