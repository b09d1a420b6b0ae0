"""A lookup of a whole family: one call, then further ones while the service has more than 20 persons.

How Familie+ pages is not documented (service.md §3), so the key field is a setting and the loop guards itself: it
ends when a page is not full, brings nobody new, or is the hundredth. Each call is logged by the authority behind
the service; none is made ahead of need and none is repeated. What has come is told each time that it has doubled:
told page by page, a family of fifty pages would be decided on and presented fifty times.
"""

import logging
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Protocol

from familieopslag.domain import faults
from familieopslag.domain.accountability import Journal
from familieopslag.domain.certificates import CertificateFacts
from familieopslag.domain.codes import CodeLists
from familieopslag.domain.correlation import correlated
from familieopslag.domain.faults import FamilieopslagError
from familieopslag.domain.person import Extent, LookupResult, Person, Relative, Row
from familieopslag.domain.ports import LookupRequest
from familieopslag.domain.protection import protection_of
from familieopslag.service.call_record import CallRecord
from familieopslag.service.failures import as_domain_error
from familieopslag.service.gctp import GctpReply, Receipt, read_reply, request_text
from familieopslag.service.mapping import Page, ReplyOfAnotherError, read_page, with_own_row

PAGE_SIZE = 20
"""Persons a reply (SF6006's page). Whether the main row counts is unknown, so any way of counting counts."""
MAX_PAGES = 100
_LOG = logging.getLogger(__name__)


class GctpCall(Protocol):
    """What is needed of the wire."""

    def call(self, gctp_message: str, correlation_id: str, accounting_info: str = "") -> str:
        """Send a GCTP request and return the reply's text."""

    def close(self) -> None:
        """Close the connection."""


@dataclass(slots=True)
class _Gathering:
    """What has come so far."""

    person: Person
    own_row: Row | None
    correlation_ids: list[str]
    relatives: dict[tuple[str, ...], list[Relative]] = field(default_factory=dict)

    def add(self, relatives: tuple[Relative, ...], *, first: bool) -> bool:
        """Take in a page's relatives; whether any was new. Rows repeated within the first page are all kept."""
        brought = False
        for relative in relatives:
            known = self.relatives.setdefault(relative.identity, [])
            if first or not known:
                known.append(relative)
                brought = True
            elif relative not in known:
                # The same person, told differently on a later page (a flag, say): nothing may get lost.
                known.append(relative)
        return brought

    def hear_again(self, page: Page) -> None:
        """Take in what a later page tells of the person: told twice and differently, both count."""
        if page.own_row is not None:
            self.own_row = page.own_row if self.own_row is None else self.own_row.joined(page.own_row)
        row = self.person.row if page.person is None else self.person.row.joined(page.person.row)
        self.person = with_own_row(replace(self.person, row=row), self.own_row)

    def result(self, extent: Extent) -> LookupResult:
        """The result so far."""
        return LookupResult(
            person=self.person,
            own_row=self.own_row,
            relatives=tuple(relative for rows in self.relatives.values() for relative in rows),
            extent=extent,
            correlation_ids=tuple(self.correlation_ids),
            fetched_at=datetime.now(UTC),
        )


class FamilyLookup:
    """domain.ports.PersonLookup over the wire. Blocking; one thread at a time."""

    def __init__(
        self,
        wire: GctpCall,
        code_lists: CodeLists,
        journal: Journal,
        *,
        certificate: CertificateFacts | None = None,
        paging_key: str,
        read_timeout: float,
        new_id: Callable[[], str] = lambda: str(uuid.uuid4()),
    ) -> None:
        """`paging_key`: key field that asks for the next page, "" for none. `read_timeout` (seconds): to tell."""
        self.certificate = certificate
        self._wire = wire
        self._code_lists = code_lists
        self._journal = journal
        self._paging_key = paging_key
        self._read_timeout = read_timeout
        self._new_id = new_id

    def prepare(self) -> None:
        """Nothing more to do: making this object read the contract and the key."""

    def lookup(
        self,
        request: LookupRequest,
        on_progress: Callable[[LookupResult], None],
        is_cancelled: Callable[[], bool],
    ) -> LookupResult:
        """See domain.ports.PersonLookup."""
        record = CallRecord(self._journal, request)
        call_id = self._new_id()
        _stop_if(is_cancelled, record, call_id)
        page = self._page(request, {}, call_id, record)
        if page.person is None:
            error = FamilieopslagError(faults.REPLY_UNREADABLE, call_id, detail="no main row")
            record.failed(error)
            raise error
        gathered = _Gathering(page.person, page.own_row, [call_id])
        gathered.add(page.relatives, first=True)
        for pages in range(1, MAX_PAGES):
            record.answered(protection_of(gathered.person, gathered.own_row))
            _stop_if(is_cancelled, record, call_id)
            if page.row_count < PAGE_SIZE:
                return gathered.result(Extent.WHOLE)
            if not (self._paging_key and page.last_key):
                return gathered.result(Extent.DOUBTFUL)
            if _is_power_of_two(pages):
                on_progress(gathered.result(Extent.PARTIAL))
            call_id = self._new_id()
            _stop_if(is_cancelled, record, call_id)
            gathered.correlation_ids.append(call_id)
            try:
                page = self._page(request, {self._paging_key: page.last_key}, call_id, record)
            except FamilieopslagError as error:
                _LOG.warning("page %d failed: %s", len(gathered.correlation_ids), error)
                return gathered.result(Extent.INTERRUPTED)
            gathered.hear_again(page)
            if not gathered.add(page.relatives, first=False) and page.row_count >= PAGE_SIZE:
                break
        record.answered(protection_of(gathered.person, gathered.own_row))
        _stop_if(is_cancelled, record, call_id)
        return gathered.result(Extent.DOUBTFUL)

    def close(self) -> None:
        """Close the connection."""
        self._wire.close()

    def _page(self, request: LookupRequest, keys: dict[str, str], call_id: str, record: CallRecord) -> Page:
        record.sending(call_id)
        try:
            with correlated(call_id):
                return read_page(self._accepted(request, keys, call_id), request.cpr, self._code_lists)
        except ReplyOfAnotherError:
            told = FamilieopslagError(faults.REPLY_OF_ANOTHER, call_id)
        except Exception as error:  # noqa: BLE001 - whatever it is, it must not carry its message on
            told = as_domain_error(error, call_id, seconds=self._read_timeout)
        record.failed(told)
        raise told

    def _accepted(self, request: LookupRequest, keys: dict[str, str], call_id: str) -> GctpReply:
        text = request_text(request.cpr, keys)
        reply = read_reply(self._wire.call(text, call_id, request.errand.accounting_info))
        if not reply.receipt.is_ok:
            raise refusal(reply.receipt, call_id)
        return reply


def _stop_if(is_cancelled: Callable[[], bool], record: CallRecord, call_id: str) -> None:
    if is_cancelled():
        record.cancelled()
        raise FamilieopslagError(faults.CANCELLED, call_id)


def _is_power_of_two(number: int) -> bool:
    return number & (number - 1) == 0


def refusal(receipt: Receipt, call_id: str) -> FamilieopslagError:
    """What a receipt that is not Ok tells."""
    match receipt.code:
        case 172:
            return FamilieopslagError(faults.NOT_FOUND, call_id, detail="Kvit 172")
        case 52:
            return FamilieopslagError(faults.NUMBER_REFUSED, call_id, detail="Kvit 52")
        case code:
            told = str(code) if code is not None else "–"
            return FamilieopslagError(faults.RECEIPT, call_id, values={"code": told}, detail=f"Kvit {told}")
