"""What everybody who calls himself a PersonLookup has to keep: one set of tests, every implementation."""

import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, timedelta

import pytest

from familieopslag import resources
from familieopslag.assembly import DemoLookup, open_lookup
from familieopslag.domain import faults
from familieopslag.domain.cpr import Cpr
from familieopslag.domain.faults import FamilieopslagError
from familieopslag.domain.person import Extent, LookupResult
from familieopslag.domain.ports import LookupRequest, PersonLookup
from familieopslag.service.paging import FamilyLookup
from familieopslag.system.code_lists import read_code_lists
from familieopslag.system.settings import read_settings
from familieopslag.testservice.register import HouseholdRegister
from tests.support.journal import MemoryJournal
from tests.support.persons import LARGE_FAMILY, PERSON, PERSON_NAME, PROTECTED, UNKNOWN_NUMBER
from tests.support.replies import key_of, reply_text
from tests.support.service_process import ServiceProcess

_PERSONS = [PERSON, PROTECTED, LARGE_FAMILY]


class _RegisterWire:
    """The test register without a service around it."""

    def __init__(self) -> None:
        self._register = HouseholdRegister(resources.root() / "testregister")

    def call(self, gctp_message: str, correlation_id: str, accounting_info: str = "") -> str:
        """The page that is asked for."""
        del correlation_id, accounting_info
        key = key_of(gctp_message)
        return self._register.reply(key["PNR"], key.get("REST")) or reply_text(receipt="172", word="Fejl")

    def close(self) -> None:
        """Nothing to close."""


def _on_a_wire() -> PersonLookup:
    code_lists = read_code_lists(resources.root() / "codes")
    return FamilyLookup(_RegisterWire(), code_lists, MemoryJournal(), paging_key="REST", read_timeout=20.0)


@pytest.fixture(scope="module")
def service() -> Iterator[ServiceProcess]:
    with ServiceProcess() as process:
        yield process


@pytest.fixture(scope="module", params=["wire", "service", "demo"])
def lookup(request: pytest.FixtureRequest) -> Iterator[PersonLookup]:
    match request.param:
        case "wire":
            made = _on_a_wire()
        case "service":
            process: ServiceProcess = request.getfixturevalue("service")
            made = open_lookup(read_settings(process.profile), MemoryJournal(), process.passphrase)
        case _:
            made = DemoLookup(MemoryJournal())
    yield made
    made.close()


@dataclass
class _Seen:
    result: LookupResult
    partial: list[LookupResult]


def _look_up(lookup: PersonLookup, number: str, is_cancelled: Callable[[], bool] = lambda: False) -> _Seen:
    partial: list[LookupResult] = []
    return _Seen(lookup.lookup(LookupRequest(Cpr(number)), partial.append, is_cancelled), partial)


class TestEveryPersonLookup:
    def test_getting_ready_looks_nobody_up_and_can_be_repeated(self, lookup: PersonLookup) -> None:
        lookup.prepare()
        lookup.prepare()
        assert _look_up(lookup, PERSON).result.person.cpr == Cpr(PERSON)

    @pytest.mark.parametrize("number", _PERSONS)
    def test_the_result_is_about_who_was_asked_for(self, lookup: PersonLookup, number: str) -> None:
        result = _look_up(lookup, number).result
        assert result.person.cpr == Cpr(number)
        assert result.own_row is not None
        assert Cpr(number) not in {relative.cpr for relative in result.relatives}

    def test_names_and_relations_arrive(self, lookup: PersonLookup) -> None:
        result = _look_up(lookup, PERSON).result
        assert result.person.name == PERSON_NAME
        assert {relative.row.get("FAMMRK") for relative in result.relatives} >= {"Ægtefælle", "Barn"}

    @pytest.mark.parametrize("number", _PERSONS)
    def test_the_time_is_utc_and_each_call_has_its_own_id(self, lookup: PersonLookup, number: str) -> None:
        result = _look_up(lookup, number).result
        assert result.fetched_at.tzinfo is UTC
        assert result.fetched_at.utcoffset() == timedelta(0)
        assert len({uuid.UUID(identifier) for identifier in result.correlation_ids}) == len(
            result.correlation_ids
        )

    def test_a_small_family_is_whole_at_once(self, lookup: PersonLookup) -> None:
        seen = _look_up(lookup, PERSON)
        assert (seen.partial, seen.result.extent) == ([], Extent.WHOLE)
        assert len(seen.result.correlation_ids) == 1

    def test_a_large_family_grows_and_ends_whole(self, lookup: PersonLookup) -> None:
        seen = _look_up(lookup, LARGE_FAMILY)
        assert [partial.extent for partial in seen.partial] == [Extent.PARTIAL, Extent.PARTIAL]
        sizes = [len(result.relatives) for result in (*seen.partial, seen.result)]
        assert sizes == sorted(set(sizes))
        assert (sizes[-1], seen.result.extent) == (45, Extent.WHOLE)
        assert len(seen.result.correlation_ids) == 3

    def test_an_unknown_number_is_not_found(self, lookup: PersonLookup) -> None:
        with pytest.raises(FamilieopslagError) as caught:
            _look_up(lookup, UNKNOWN_NUMBER)
        assert caught.value.fault is faults.NOT_FOUND
        assert uuid.UUID(caught.value.correlation_id)
        assert UNKNOWN_NUMBER not in f"{caught.value!r}{caught.value.detail}"

    def test_after_a_fault_the_next_lookup_works(self, lookup: PersonLookup) -> None:
        with pytest.raises(FamilieopslagError):
            _look_up(lookup, UNKNOWN_NUMBER)
        assert _look_up(lookup, PERSON).result.extent is Extent.WHOLE

    def test_a_cancel_ahead_makes_no_call(self, lookup: PersonLookup) -> None:
        with pytest.raises(FamilieopslagError) as caught:
            _look_up(lookup, PERSON, lambda: True)
        assert caught.value.fault is faults.CANCELLED

    def test_a_cancel_between_pages_ends_it(self, lookup: PersonLookup) -> None:
        partial: list[LookupResult] = []
        with pytest.raises(FamilieopslagError) as caught:
            lookup.lookup(LookupRequest(Cpr(LARGE_FAMILY)), partial.append, lambda: bool(partial))
        assert caught.value.fault is faults.CANCELLED
        assert len(partial) == 1


def test_all_of_them_tell_the_same(service: ServiceProcess) -> None:
    near = _on_a_wire()
    far = open_lookup(read_settings(service.profile), MemoryJournal(), service.passphrase)
    try:
        for number in _PERSONS:
            one, other = _look_up(near, number).result, _look_up(far, number).result
            assert (one.person, one.own_row, one.relatives) == (other.person, other.own_row, other.relatives)
    finally:
        far.close()


def test_a_cancel_is_seen_by_the_service_too(service: ServiceProcess) -> None:
    lookup = open_lookup(read_settings(service.profile), MemoryJournal(), service.passphrase)
    try:
        _look_up(lookup, PERSON)
        before = service.numbers.count(LARGE_FAMILY)
        partial: list[LookupResult] = []
        with pytest.raises(FamilieopslagError):
            lookup.lookup(LookupRequest(Cpr(LARGE_FAMILY)), partial.append, lambda: bool(partial))
        sent = len(service.requests)
        _look_up(lookup, PERSON)  # answered after whatever may have been sent before it
        service.wait_for_requests(sent + 1)
        assert service.numbers.count(LARGE_FAMILY) == before + 1
    finally:
        lookup.close()
