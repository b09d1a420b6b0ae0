"""Every call of a lookup is on record before it is sent, and so is what became of it."""

from dataclasses import dataclass, field

import pytest

from familieopslag.domain import faults
from familieopslag.domain.accountability import AuditEvent
from familieopslag.domain.cpr import Cpr
from familieopslag.domain.errand import Errand, Purpose
from familieopslag.domain.faults import FamilieopslagError
from familieopslag.domain.person import Extent, LookupResult
from familieopslag.domain.ports import LookupRequest, Origin
from tests.support.journal import MemoryJournal
from tests.support.replies import (
    PagingWire,
    ScriptedWire,
    family_of,
    invented_number,
    lookup_over,
    main_row,
    own_row,
    protected_main,
    reply_text,
)

ME = invented_number()
ANOTHER = invented_number(1)
_ERRAND = Errand(Purpose("BORGERSERVICE", "Borgerservice"), "26/1234")


@dataclass
class _WatchedWire:
    """Notes, at each call, what the journal held by then and what the service was told."""

    wire: ScriptedWire | PagingWire
    journal: MemoryJournal
    on_record: list[list[tuple[str, str]]] = field(default_factory=list)
    accounting: list[str] = field(default_factory=list)

    def call(self, gctp_message: str, correlation_id: str, accounting_info: str = "") -> str:
        """See service.paging.GctpCall."""
        self.on_record.append(list(self.journal.told))
        self.accounting.append(accounting_info)
        assert self.journal.entries[-1].correlation_id == correlation_id
        return self.wire.call(gctp_message, correlation_id, accounting_info)

    def close(self) -> None:
        """Nothing to close."""


def _watched(wire: ScriptedWire | PagingWire, journal: MemoryJournal) -> _WatchedWire:
    return _WatchedWire(wire, journal)


def _looked_up(
    wire: _WatchedWire, request: LookupRequest, shown: list[LookupResult] | None = None
) -> LookupResult:
    lookup = lookup_over(wire, journal=wire.journal)
    return lookup.lookup(request, (shown if shown is not None else []).append, lambda: False)


def test_a_call_is_on_record_before_it_is_sent_and_the_reply_before_it_is_shown() -> None:
    wire = _watched(ScriptedWire([reply_text(main_row(ME), own_row(ME))]), MemoryJournal())
    _looked_up(wire, LookupRequest(Cpr(ME), errand=_ERRAND))
    assert wire.on_record == [[("opslag", "sendes")]]
    assert wire.journal.told == [("opslag", "sendes"), ("svar", "ok")]
    assert [entry.protection for entry in wire.journal.entries] == ["", "ikke_beskyttet"]
    assert {(entry.subject, entry.errand) for entry in wire.journal.entries} == {(Cpr(ME), _ERRAND)}


def test_the_service_is_told_the_errand() -> None:
    wire = _watched(ScriptedWire([reply_text(main_row(ME), own_row(ME))]), MemoryJournal())
    _looked_up(wire, LookupRequest(Cpr(ME), errand=_ERRAND))
    assert wire.accounting == ["BORGERSERVICE; sag 26/1234"]


def test_a_protected_person_is_recorded_as_such() -> None:
    wire = _watched(ScriptedWire([reply_text(*protected_main(ME))]), MemoryJournal())
    _looked_up(wire, LookupRequest(Cpr(ME)))
    assert wire.journal.entries[-1].protection == "beskyttet"


def test_somebody_chosen_in_the_family_is_recorded_as_a_relative() -> None:
    wire = _watched(ScriptedWire([reply_text(main_row(ME), own_row(ME))]), MemoryJournal())
    _looked_up(wire, LookupRequest(Cpr(ME), Origin.RELATIVE))
    assert wire.journal.entries[0].event is AuditEvent.RELATIVE_LOOKUP


def test_what_cannot_be_recorded_is_not_sent() -> None:
    wire = _watched(ScriptedWire([]), MemoryJournal(accepts=0))
    with pytest.raises(FamilieopslagError) as told:
        _looked_up(wire, LookupRequest(Cpr(ME)))
    assert told.value.fault is faults.AUDIT_UNWRITABLE
    assert wire.on_record == []


def test_a_reply_that_cannot_be_recorded_is_not_shown() -> None:
    wire = _watched(ScriptedWire([reply_text(main_row(ME), own_row(ME))]), MemoryJournal(accepts=1))
    with pytest.raises(FamilieopslagError) as told:
        _looked_up(wire, LookupRequest(Cpr(ME)))
    assert told.value.fault is faults.AUDIT_UNWRITABLE


def test_each_page_is_recorded_before_it_is_asked_for() -> None:
    main, listed = family_of(ME, 45)
    wire = _watched(PagingWire(main, listed), MemoryJournal())
    _looked_up(wire, LookupRequest(Cpr(ME)))
    sent, answered = [("opslag", "sendes"), ("side", "sendes"), ("side", "sendes")], ("svar", "ok")
    assert [heard[-1] for heard in wire.on_record] == sent
    assert wire.journal.told == [row for call in sent for row in (call, answered)]
    assert [entry.details for entry in wire.journal.entries[::2]] == [
        ("indtastet", "side 1"),
        ("indtastet", "side 2"),
        ("indtastet", "side 3"),
    ]


def test_a_page_that_cannot_be_recorded_is_not_asked_for_and_what_has_come_is_kept() -> None:
    main, listed = family_of(ME, 45)
    wire = _watched(PagingWire(main, listed), MemoryJournal(accepts=2))
    result = _looked_up(wire, LookupRequest(Cpr(ME)))
    assert result.extent is Extent.INTERRUPTED
    assert len(wire.on_record) == 1


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (reply_text(receipt="172", word="Fejl"), "FO-060"),
        (reply_text(main_row(ANOTHER), own_row(ANOTHER)), "FO-052"),
        (reply_text(own_row(ME)), "FO-050"),
        (reply_text(), "FO-050"),
        (RuntimeError("x"), "FO-001"),
    ],
)
def test_a_lookup_that_fails_is_recorded_with_its_code(answer: str | Exception, code: str) -> None:
    wire = _watched(ScriptedWire([answer]), MemoryJournal())
    with pytest.raises(FamilieopslagError):
        _looked_up(wire, LookupRequest(Cpr(ME)))
    assert wire.journal.told == [("opslag", "sendes"), ("fejl", code)]


def test_a_reply_that_nobody_waits_for_any_more_is_recorded_as_cancelled() -> None:
    journal = MemoryJournal()
    wire = _watched(ScriptedWire([reply_text(main_row(ME), own_row(ME))]), journal)
    with pytest.raises(FamilieopslagError) as told:
        lookup_over(wire, journal=journal).lookup(
            LookupRequest(Cpr(ME)), lambda _partial: None, lambda: bool(wire.on_record)
        )
    assert told.value.fault is faults.CANCELLED
    assert journal.told[-1] == ("afbrudt", "ikke vist")


def test_a_request_that_was_never_sent_leaves_no_record() -> None:
    journal = MemoryJournal()
    with pytest.raises(FamilieopslagError):
        lookup_over(ScriptedWire([]), journal=journal).lookup(
            LookupRequest(Cpr(ME)), lambda _partial: None, lambda: True
        )
    assert journal.entries == []
