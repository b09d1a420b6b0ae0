"""A family of many pages: every one asked for once, none too many, and what is missing is told."""

from collections.abc import Callable
from itertools import count

import pytest
import requests

from familieopslag.domain import faults
from familieopslag.domain.cpr import Cpr
from familieopslag.domain.faults import FamilieopslagError, Fault
from familieopslag.domain.person import Extent, LookupResult
from familieopslag.domain.ports import LookupRequest
from familieopslag.domain.protection import Hidden, Protection, decide
from familieopslag.service.paging import MAX_PAGES, PAGE_SIZE, FamilyLookup
from tests.support.journal import MemoryJournal
from tests.support.replies import (
    TODAY,
    PagingWire,
    Row,
    ScriptedWire,
    family_of,
    invented_number,
    lookup_over,
    main_row,
    own_row,
    relative_row,
    reply_text,
)

ME = invented_number()
ANOTHER = invented_number(5)
CHILD = invented_number(born=TODAY.replace(year=2015))


def _look_up(
    lookup: FamilyLookup,
    seen: list[LookupResult] | None = None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> LookupResult:
    return lookup.lookup(LookupRequest(Cpr(ME)), (seen if seen is not None else []).append, is_cancelled)


def _fault(lookup: FamilyLookup, is_cancelled: Callable[[], bool] = lambda: False) -> FamilieopslagError:
    with pytest.raises(FamilieopslagError) as caught:
        _look_up(lookup, is_cancelled=is_cancelled)
    return caught.value


def _full_page(*, first: int = 0, own: bool = True) -> list[Row]:
    born = TODAY.replace(year=2009)
    others = [relative_row(invented_number(first + n, born=born)) for n in range(PAGE_SIZE - own)]
    return [main_row(ME), *([own_row(ME)] if own else []), *others]


def test_a_small_family_is_one_call() -> None:
    seen: list[LookupResult] = []
    wire = PagingWire(main_row(ME), [own_row(ME), relative_row(CHILD)])
    result = _look_up(lookup_over(wire), seen)
    assert wire.asked == [{"PNR": ME}]
    assert seen == []
    assert (result.extent, len(result.relatives)) == (Extent.WHOLE, 1)
    assert result.correlation_ids == ("id-1",)


def test_forty_five_persons_come_in_three_calls_and_the_first_page_is_told_before_the_last_is_asked() -> None:
    main, listed = family_of(ME, 45)
    wire = PagingWire(main, listed)
    told: list[tuple[int, int]] = []
    result = lookup_over(wire).lookup(
        LookupRequest(Cpr(ME)),
        lambda partial: told.append((len(wire.asked), len(partial.relatives))),
        lambda: False,
    )
    numbers = sorted(row["PNR_FOEDDATO"] for row in listed)
    assert wire.asked == [
        {"PNR": ME},
        {"PNR": ME, "REST": numbers[19]},
        {"PNR": ME, "REST": numbers[39]},
    ]
    own_place = numbers.index(ME)
    assert told == [(1, 20 - (own_place < 20)), (2, 40 - (own_place < 40))]
    assert (result.extent, len(result.relatives)) == (Extent.WHOLE, 44)
    assert len({relative.cpr for relative in result.relatives}) == 44
    assert len(result.correlation_ids) == len(set(result.correlation_ids)) == 3


def test_what_has_come_is_told_each_time_that_it_has_doubled() -> None:
    main, listed = family_of(ME, 1000)
    wire = PagingWire(main, listed)
    told: list[tuple[int, int]] = []
    result = lookup_over(wire).lookup(
        LookupRequest(Cpr(ME)),
        lambda partial: told.append((len(wire.asked), len(partial.relatives))),
        lambda: False,
    )
    assert (len(wire.asked), len(result.relatives)) == (51, 999)
    assert [pages for pages, _ in told] == [1, 2, 4, 8, 16, 32]
    # So what is shown on the way is at most as much again as what is shown in the end.
    assert sum(relatives for _, relatives in told) <= 2 * len(result.relatives)


def test_partial_results_are_partial_and_hide_every_address() -> None:
    seen: list[LookupResult] = []
    _look_up(lookup_over(PagingWire(*family_of(ME, 45))), seen)
    assert [partial.extent for partial in seen] == [Extent.PARTIAL, Extent.PARTIAL]
    for partial in seen:
        visibility = decide(partial, TODAY)
        assert all(v.address_hidden is not None for v in (visibility.person, *visibility.relatives))


def test_a_protected_relative_on_the_last_page_hides_the_street_of_the_first() -> None:
    main, listed = family_of(ME, 45)
    last = max(listed, key=lambda row: row["PNR_FOEDDATO"])
    last["CBSK_TYP"] = "00001"
    result = _look_up(lookup_over(PagingWire(main, listed)))
    hidden = {verdict.address_hidden for verdict in decide(result, TODAY).relatives}
    assert hidden == {Hidden.PROTECTED, Hidden.HOUSEHOLD}


def test_an_ignored_key_costs_one_call_and_a_doubt() -> None:
    wire = PagingWire(*family_of(ME, 45), honours_key=False)
    result = _look_up(lookup_over(wire))
    assert len(wire.asked) == 2
    assert result.extent is Extent.DOUBTFUL
    assert len(result.relatives) in (19, 20)


def test_exactly_twenty_is_followed_by_an_empty_page() -> None:
    wire = PagingWire(*family_of(ME, PAGE_SIZE))
    result = _look_up(lookup_over(wire))
    assert len(wire.asked) == 2
    assert (result.extent, len(result.relatives)) == (Extent.WHOLE, PAGE_SIZE - 1)


def test_the_main_row_may_count_among_the_twenty() -> None:
    wire = PagingWire(*family_of(ME, 45), page_size=PAGE_SIZE - 1)
    result = _look_up(lookup_over(wire))
    assert len(wire.asked) == 3
    assert (result.extent, len(result.relatives)) == (Extent.WHOLE, 44)


def test_one_less_than_a_page_is_the_whole_family() -> None:
    wire = PagingWire(*family_of(ME, PAGE_SIZE - 2))
    assert _look_up(lookup_over(wire)).extent is Extent.WHOLE
    assert len(wire.asked) == 1


def test_without_a_paging_key_a_full_page_is_a_doubt() -> None:
    seen: list[LookupResult] = []
    wire = PagingWire(*family_of(ME, 45))
    result = _look_up(lookup_over(wire, paging_key=""), seen)
    assert (len(wire.asked), seen) == (1, [])
    assert result.extent is Extent.DOUBTFUL


def test_a_full_page_without_a_number_to_go_on_from_is_a_doubt() -> None:
    rows = _full_page()
    del rows[-1]["PNR_FOEDDATO"]
    wire = ScriptedWire([reply_text(*rows)])
    assert _look_up(lookup_over(wire)).extent is Extent.DOUBTFUL


def test_the_key_field_is_a_setting() -> None:
    main, listed = family_of(ME, 45)
    wire = PagingWire(main, listed)
    _look_up(lookup_over(wire, paging_key="AIA"))
    assert set(wire.asked[1]) == {"PNR", "AIA"}


def test_a_service_that_always_has_somebody_new_ends_at_a_hundred_pages() -> None:
    serial = count()
    born = TODAY.replace(year=2009)

    class Endless:
        calls = 0

        def call(self, gctp_message: str, correlation_id: str, accounting_info: str = "") -> str:
            del gctp_message, correlation_id, accounting_info
            self.calls += 1
            rows = (relative_row(f"{born:%Y%m%d}", ADRNVN=f"Nr. {next(serial)}") for _ in range(PAGE_SIZE))
            return reply_text(main_row(ME), own_row(ME), *rows)

        def close(self) -> None:
            """Nothing to close."""

    wire = Endless()
    result = _look_up(lookup_over(wire))
    assert wire.calls == MAX_PAGES
    assert (result.extent, len(result.relatives)) == (Extent.DOUBTFUL, MAX_PAGES * PAGE_SIZE)


@pytest.mark.parametrize(
    "second",
    [
        requests.exceptions.ReadTimeout("x"),
        requests.exceptions.ConnectionError("x"),
        RuntimeError("x"),
        reply_text(receipt="172", word="Fejl"),
        reply_text(receipt="184", word="Fejl"),
        reply_text(main_row(ANOTHER), own_row(ANOTHER)),
        reply_text(main_row(ME), main_row(ANOTHER)),
        "ikke xml",
    ],
)
def test_a_failing_second_page_keeps_the_first_and_hides_every_address(second: str | Exception) -> None:
    wire = ScriptedWire([reply_text(*_full_page()), second])
    result = _look_up(lookup_over(wire))
    assert (result.extent, len(result.relatives)) == (Extent.INTERRUPTED, PAGE_SIZE - 1)
    assert len(result.correlation_ids) == 2
    visibility = decide(result, TODAY)
    assert all(v.address_hidden is Hidden.PENDING for v in (visibility.person, *visibility.relatives))


def test_nothing_of_another_person_s_second_page_is_taken_in() -> None:
    stranger = relative_row(CHILD, ADRNVN="Fremmed Testesen")
    wire = ScriptedWire(
        [reply_text(*_full_page()), reply_text(main_row(ANOTHER), own_row(ANOTHER), stranger)]
    )
    assert "Fremmed Testesen" not in {relative.name for relative in _look_up(lookup_over(wire)).relatives}


def test_a_cancel_between_pages_makes_no_further_call() -> None:
    wire = PagingWire(*family_of(ME, 45))
    seen: list[LookupResult] = []
    lookup = lookup_over(wire)
    with pytest.raises(FamilieopslagError) as caught:
        lookup.lookup(LookupRequest(Cpr(ME)), seen.append, lambda: bool(seen))
    assert caught.value.fault is faults.CANCELLED
    assert len(wire.asked) == 1


def test_a_cancel_before_the_first_page_makes_no_call_at_all() -> None:
    wire = PagingWire(*family_of(ME, 45))
    assert _fault(lookup_over(wire), lambda: True).fault is faults.CANCELLED
    assert wire.asked == []


def test_an_own_row_on_the_second_page_decides_the_protection() -> None:
    second = reply_text(main_row(ME), own_row(ME, CBSK_TYP="00001"), relative_row(CHILD))
    wire = ScriptedWire([reply_text(*_full_page(own=False)), second])
    seen: list[LookupResult] = []
    result = _look_up(lookup_over(wire), seen)
    assert seen[0].own_row is None
    assert decide(seen[0], TODAY).person.protection is Protection.UNKNOWN
    assert result.person.address.postal_district == "Aalborg"
    assert decide(result, TODAY).person.protection is Protection.UNKNOWN  # type 00001 without BESKYT


@pytest.mark.parametrize(
    ("first_type", "second_type"), [("00001", None), (None, "00001"), ("00002", "00001")]
)
def test_two_pages_with_different_own_rows_lose_no_flag(
    first_type: str | None, second_type: str | None
) -> None:
    main = main_row(ME, BESKYT="X")
    first = [main, own_row(ME, CBSK_TYP=first_type), *_full_page()[2:]]
    second = reply_text(main, own_row(ME, CBSK_TYP=second_type), relative_row(CHILD))
    result = _look_up(lookup_over(ScriptedWire([reply_text(*first), second])))
    assert decide(result, TODAY).person.protection is Protection.PROTECTED


def test_a_flag_that_only_the_second_page_has_counts() -> None:
    first = _full_page()
    again = {**first[-1], "CBSK_TYP": "00001"}
    result = _look_up(lookup_over(ScriptedWire([reply_text(*first), reply_text(main_row(ME), again)])))
    told = zip(result.relatives, decide(result, TODAY).relatives, strict=True)
    of_that_person = [v.protection for r, v in told if r.row.get("PNR_FOEDDATO") == again["PNR_FOEDDATO"]]
    assert of_that_person == [Protection.PROTECTED, Protection.PROTECTED]


def test_what_two_pages_tell_alike_of_the_person_is_there_once() -> None:
    second = reply_text(main_row(ME), own_row(ME), relative_row(CHILD))
    first = _full_page()
    result = _look_up(lookup_over(ScriptedWire([reply_text(*first), second])))
    assert result.own_row is not None
    assert len(result.person.row.fields) == len(first[0])
    assert len(result.own_row.fields) == len(first[1])


def test_a_mark_that_only_the_second_page_s_main_row_has_counts() -> None:
    second = reply_text(main_row(ME, BESKYT="X"), own_row(ME), relative_row(CHILD))
    result = _look_up(lookup_over(ScriptedWire([reply_text(*_full_page()), second])))
    assert decide(result, TODAY).person.protection.hides


@pytest.mark.parametrize(
    ("answer", "fault", "detail"),
    [
        (reply_text(receipt="172", word="Fejl"), faults.NOT_FOUND, "Kvit 172"),
        (reply_text(receipt="52", word="Fejl"), faults.NUMBER_REFUSED, "Kvit 52"),
        (reply_text(receipt="184", word="Fejl", receipt_lines=[f"{ME} er"]), faults.RECEIPT, "Kvit 184"),
        (reply_text(receipt="", word="Fejl"), faults.RECEIPT, "Kvit –"),
        (reply_text(main_row(ME), receipt="172", word="Ok"), faults.NOT_FOUND, "Kvit 172"),
        (reply_text(), faults.REPLY_UNREADABLE, "no main row"),
        (reply_text(own_row(ME)), faults.REPLY_UNREADABLE, "no main row"),
        (reply_text(main_row(ANOTHER)), faults.REPLY_OF_ANOTHER, ""),
        (reply_text(main_row(ME), receipt=None), faults.REPLY_UNREADABLE, "no receipt"),
        ("", faults.REPLY_UNREADABLE, "gctp syntax"),
        (requests.exceptions.ReadTimeout(ME), faults.TIMEOUT, ""),
        (RuntimeError(ME), faults.UNEXPECTED, "RuntimeError"),
    ],
)
def test_a_first_page_that_fails_fails_the_lookup(answer: str | Exception, fault: Fault, detail: str) -> None:
    error = _fault(lookup_over(ScriptedWire([answer])))
    assert (error.fault, error.detail, error.correlation_id) == (fault, detail, "id-1")
    assert error.__cause__ is None
    assert error.__context__ is None or (error.__suppress_context__ and not error.__context__.args)
    assert ME not in f"{error}{error.args}{dict(error.values)}{error.detail}"


def test_the_next_lookup_works_after_a_failed_one() -> None:
    wire = ScriptedWire([requests.exceptions.ConnectionError(), reply_text(main_row(ME), own_row(ME))])
    lookup = lookup_over(wire)
    assert _fault(lookup).fault is faults.CONNECTION_LOST
    assert _look_up(lookup).extent is Extent.WHOLE
    assert wire.correlation_ids == ["id-1", "id-2"]


def test_each_call_has_a_fresh_uuid_of_its_own() -> None:
    wire = ScriptedWire([reply_text(main_row(ME), own_row(ME))] * 2)
    lookup = FamilyLookup(
        wire, lookup_over(wire)._code_lists, MemoryJournal(), paging_key="REST", read_timeout=1.0
    )
    _look_up(lookup)
    _look_up(lookup)
    assert len(set(wire.correlation_ids)) == 2
    assert all(len(identifier) == 36 for identifier in wire.correlation_ids)


def test_closing_closes_the_wire() -> None:
    wire = ScriptedWire([])
    lookup = lookup_over(wire)
    lookup.prepare()
    lookup.close()
    assert wire.is_closed
    assert wire.asked == []
