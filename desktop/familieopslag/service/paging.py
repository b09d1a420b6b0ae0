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
from familieopslag.domain.codes import CodeLists
from familieopslag.domain.cpr import Cpr
from familieopslag.domain.faults import FamilieopslagError
from familieopslag.domain.person import Extent, LookupResult, Person, Relative, Row
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
        *,
        paging_key: str,
        read_timeout: float,
        new_id: Callable[[], str] = lambda: str(uuid.uuid4()),
    ) -> None:
        """`paging_key`: key field that asks for the next page, "" for none. `read_timeout` (seconds): to tell."""
        self._wire = wire
        self._code_lists = code_lists
        self._paging_key = paging_key
        self._read_timeout = read_timeout
        self._new_id = new_id

    def prepare(self) -> None:
        """Nothing more to do: making this object read the contract and the key."""

    def lookup(
        self,
        cpr: Cpr,
        on_progress: Callable[[LookupResult], None],
        is_cancelled: Callable[[], bool],
    ) -> LookupResult:
        """See domain.ports.PersonLookup."""
        call_id = self._new_id()
        self._stop_if(is_cancelled, call_id)
        page = self._page(cpr, {}, call_id)
        if page.person is None:
            raise FamilieopslagError(faults.REPLY_UNREADABLE, call_id, detail="no main row")
        gathered = _Gathering(page.person, page.own_row, [call_id])
        gathered.add(page.relatives, first=True)
        for pages in range(1, MAX_PAGES):
            if page.row_count < PAGE_SIZE:
                return gathered.result(Extent.WHOLE)
            if not (self._paging_key and page.last_key):
                return gathered.result(Extent.DOUBTFUL)
            if _is_power_of_two(pages):
                on_progress(gathered.result(Extent.PARTIAL))
            call_id = self._new_id()
            self._stop_if(is_cancelled, call_id)
            gathered.correlation_ids.append(call_id)
            try:
                page = self._page(cpr, {self._paging_key: page.last_key}, call_id)
            except FamilieopslagError as error:
                _LOG.warning("page %d failed: %s", len(gathered.correlation_ids), error)
                return gathered.result(Extent.INTERRUPTED)
            gathered.hear_again(page)
            if not gathered.add(page.relatives, first=False) and page.row_count >= PAGE_SIZE:
                return gathered.result(Extent.DOUBTFUL)
        return gathered.result(Extent.DOUBTFUL)

    def close(self) -> None:
        """Close the connection."""
        self._wire.close()

    def _page(self, cpr: Cpr, keys: dict[str, str], call_id: str) -> Page:
        try:
            return read_page(self._accepted(cpr, keys, call_id), cpr, self._code_lists)
        except ReplyOfAnotherError:
            raise FamilieopslagError(faults.REPLY_OF_ANOTHER, call_id) from None
        except Exception as error:  # noqa: BLE001 - whatever it is, it must not carry its message on
            told = as_domain_error(error, call_id, seconds=self._read_timeout)
        raise told from None

    def _accepted(self, cpr: Cpr, keys: dict[str, str], call_id: str) -> GctpReply:
        reply = read_reply(self._wire.call(request_text(cpr, keys), call_id))
        if not reply.receipt.is_ok:
            raise _refusal(reply.receipt, call_id)
        return reply

    @staticmethod
    def _stop_if(is_cancelled: Callable[[], bool], call_id: str) -> None:
        if is_cancelled():
            raise FamilieopslagError(faults.CANCELLED, call_id)


def _is_power_of_two(number: int) -> bool:
    return number & (number - 1) == 0


def _refusal(receipt: Receipt, call_id: str) -> FamilieopslagError:
    match receipt.code:
        case 172:
            return FamilieopslagError(faults.NOT_FOUND, call_id, detail="Kvit 172")
        case 52:
            return FamilieopslagError(faults.NUMBER_REFUSED, call_id, detail="Kvit 52")
        case code:
            told = str(code) if code is not None else "–"
            return FamilieopslagError(faults.RECEIPT, call_id, values={"code": told}, detail=f"Kvit {told}")
