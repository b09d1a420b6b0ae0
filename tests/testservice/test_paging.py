"""Twenty persons a reply, and the next twenty by the key REST."""

from collections.abc import Callable

import pytest

from familieopslag.testservice.server import LocalService
from tests.testservice.wire import Answer, Wire


def _pages(wire: Wire, pnr: str) -> list[Answer]:
    pages = [wire.look_up(pnr)]
    while len(pages[-1].rows) == 21:
        pages.append(wire.look_up(pnr, REST=pages[-1].rows[-1]["PNR_FOEDDATO"]))
    return pages


def test_the_family_of_45_comes_in_three_pages(wire: Wire, number: Callable[[str], str]) -> None:
    pnr = number("Frode Lykkegaard")
    pages = _pages(wire, pnr)
    assert [len(page.rows) for page in pages] == [21, 21, 7]
    assert all(page.rows[0] == pages[0].rows[0] for page in pages)
    numbers = [row["PNR_FOEDDATO"] for page in pages for row in page.rows[1:]]
    assert len(set(numbers)) == 46
    assert numbers == sorted(numbers)
    assert pnr in numbers
    assert wire.look_up(pnr, REST=numbers[-1]).rows == [pages[0].rows[0]]


def test_a_protected_relative_may_come_on_the_second_page_only(
    wire: Wire, number: Callable[[str], str]
) -> None:
    first, second = _pages(wire, number("Vibeke Sandholt"))
    own_row = next(row for row in first.rows[1:] if row["FAMMRK"] == "Andet")
    assert not [row for row in first.rows if "CBSK_TYP" in row]
    protected = [row for row in second.rows if row.get("CBSK_TYP") == "00001"]
    assert [row["STADR"] for row in protected] == [own_row["STADR"]]


def test_other_key_fields_change_nothing(wire: Wire, number: Callable[[str], str]) -> None:
    pnr = number("Frode Lykkegaard")
    assert wire.look_up(pnr, MAXA="5").body == wire.look_up(pnr).body


@pytest.mark.parametrize("rest", ["3112990000", "X"])
def test_beyond_the_last_person_there_is_only_row_0(
    wire: Wire, number: Callable[[str], str], rest: str
) -> None:
    answer = wire.look_up(number("Carl Otto Spodsbjerg"), REST=rest)
    assert len(answer.rows) == 1
    assert answer.receipt[0] == "Ok"


def test_a_service_may_ignore_the_key(number: Callable[[str], str]) -> None:
    with LocalService(ignore_paging_key=True) as service, Wire(service) as wire:
        first = wire.look_up(number("Frode Lykkegaard"))
        again = wire.look_up(number("Frode Lykkegaard"), REST=first.rows[-1]["PNR_FOEDDATO"])
    assert again.body == first.body
    assert "REST" in service.requests[-1].key
