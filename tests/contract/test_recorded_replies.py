"""The recorded replies of the real service through mapping, decision and presentation, without a wire.

What is expected is worked out from the recorded rows alone, by the rules and not by the program's own code.
"""

import json
from collections.abc import Iterator
from datetime import date

import pytest

from familieopslag import cli, resources
from familieopslag.domain.codes import CodeLists
from familieopslag.domain.cpr import Cpr
from familieopslag.domain.person import Extent, LookupResult
from familieopslag.domain.ports import LookupRequest
from familieopslag.domain.protection import decide
from familieopslag.presentation.environment import EnvironmentView
from familieopslag.presentation.person import present
from familieopslag.presentation.view_models import FamilyRow, FieldState, FieldView, PersonView
from familieopslag.service.paging import FamilyLookup
from familieopslag.system.code_lists import read_code_lists
from tests.support.journal import MemoryJournal
from tests.support.recorded import NUMBERS, RECORDED, protected_streets, rows_of
from tests.support.replies import ScriptedWire
from tests.support.shared_material import Shared, requires_shared

pytestmark = requires_shared(Shared.RECORDED)

TODAY = date(2026, 11, 23)
ENVIRONMENT = EnvironmentView("exttest", "EKSTERN TEST", "kun testpersoner")
LOCATIONS = {
    "BNR", "BYNVN", "CONVN", "CPSN_POSTDISTTXT", "CPST_POSTNR", "ETAGE", "HUSNR", "KOMKOD", "LOKALITET", "POSTNR",
    "SIDEDOER", "STADR", "UDLANDSADR1", "UDLANDSADR2", "UDLANDSADR3", "UDLANDSADR4", "UDLANDSADR5", "UDRLANDEKOD",
    "VEJKOD",
}  # fmt: skip
Row = dict[str, str]


@pytest.fixture(scope="module")
def code_lists() -> CodeLists:
    return read_code_lists(resources.root() / "codes")


def _result(number: str, code_lists: CodeLists, text: str | None = None) -> LookupResult:
    wire = ScriptedWire([text or (RECORDED / f"{number}.xml").read_text(encoding="utf-8")])
    lookup = FamilyLookup(wire, code_lists, MemoryJournal(), paging_key="REST", read_timeout=1.0)
    return lookup.lookup(LookupRequest(Cpr(number)), lambda _partial: None, lambda: False)


def _view(result: LookupResult) -> PersonView:
    return present(result, decide(result, TODAY), TODAY)


def _is_protected(row: Row) -> bool:
    return bool(row.get("BESKYT", "").strip()) or row.get("CBSK_TYP") == "00001"


def _street(row: Row) -> tuple[str, str]:
    """The recorded replies spell one address in one way."""
    return row.get("STADR", ""), row.get("POSTNR", row.get("CPST_POSTNR", ""))


def _hides(row: Row, rows: list[Row], number: str) -> bool:
    """Whether the place in `row` is hidden: its person is protected, or somebody protected lives there."""
    numbers = {r.get("PNR", r.get("PNR_FOEDDATO", "")) for r in rows if _is_protected(r)}
    places = {
        _street(r) for r in rows if r.get("PNR", r.get("PNR_FOEDDATO", "")) in numbers and r.get("STADR")
    }
    mine = row.get("PNR", row.get("PNR_FOEDDATO", ""))
    own = [r for r in rows if r.get("PNR", r.get("PNR_FOEDDATO", "")) == number]
    same_person = own if mine == number else [row]
    return mine in numbers or any(_street(r) in places for r in same_person)


def _assert_told(row: Row, fields: tuple[FieldView, ...], *, hidden: bool, own_number: str | None) -> None:
    """Every field in its place, with its own value or masked by rule; `own_number`: whose last four may show."""
    assert [item.code for item in fields] == list(row)
    for item in fields:
        value = row[item.code]
        if not value.strip():
            assert (item.state, item.value) == (FieldState.SHOWN, value)
        elif item.code in LOCATIONS:
            assert (item.state is FieldState.MASKED) is hidden, item.code
        elif item.code in {"PNR", "PNR_FOEDDATO", "PNRGAELD", "FORAELDRE_MYN_PNRA"}:
            may_show = own_number is not None and item.code != "FORAELDRE_MYN_PNRA"
            assert (item.state is FieldState.MASKED) is not may_show, item.code
        else:
            assert item.state is FieldState.SHOWN, item.code
        assert item.value == (None if item.state is FieldState.MASKED else value)
        if item.state is FieldState.MASKED:
            assert value not in item.text


def _main_fields(view: PersonView) -> dict[str, FieldView]:
    """The panels' fields by code; the first of a code is the main row's."""
    panels = (*view.stamdata, *view.address.fields, *view.administration, *view.other)
    return {item.code: item for item in reversed(panels)}


def _relatives(view: PersonView, count: int) -> Iterator[FamilyRow]:
    rows = {row.index: row for group in view.family.groups for row in group.rows}
    return (rows[index] for index in range(count))


@pytest.mark.parametrize("number", NUMBERS)
def test_every_field_of_every_row_is_told_or_masked_by_rule(number: str, code_lists: CodeLists) -> None:
    main, *listed = rows = rows_of(number)
    result = _result(number, code_lists)
    view = _view(result)
    own = [row for row in listed if row["PNR_FOEDDATO"] == number]
    relatives = [row for row in listed if row["PNR_FOEDDATO"] != number]
    assert (result.extent, len(own), len(result.relatives)) == (Extent.WHOLE, 1, len(relatives))

    protected = _is_protected(main)
    assert view.protection == ("beskyttet" if protected else "ikke_beskyttet")
    hidden = _hides(main, rows, number)
    assert view.address.is_hidden is hidden
    whose = None if protected else number
    by_code = _main_fields(view)
    _assert_told(main, tuple(by_code[code] for code in main), hidden=hidden, own_number=whose)
    _assert_told(own[0], view.own_row, hidden=hidden, own_number=whose)
    for row, shown in zip(relatives, _relatives(view, len(relatives)), strict=True):
        place_hidden = _hides(row, rows, number)
        _assert_told(row, shown.fields, hidden=place_hidden, own_number=None)
        assert shown.name == row.get("ADRNVN", "(uden navn)")
        assert (shown.protection == "Beskyttet") is _is_protected(row)


@pytest.mark.parametrize("number", NUMBERS)
def test_who_lives_with_the_person_is_told_by_rule(number: str, code_lists: CodeLists) -> None:
    view = _view(_result(number, code_lists))
    told = [row.same_address for row in _relatives(view, view.family.count)]
    assert told == _living_together(number)


def test_some_recorded_persons_live_together_and_none_with_a_protected_one() -> None:
    """Else the rule above would hold for a program that never says so."""
    together = [number for number in NUMBERS if any(_living_together(number))]
    assert together
    assert not any(_is_protected(row) for number in together for row in rows_of(number))


def _living_together(number: str) -> list[bool]:
    """For each relative whether STADR and post code are the own row's, both live in Denmark and nobody is protected."""
    main, *listed = rows_of(number)
    own = next(row for row in listed if row["PNR_FOEDDATO"] == number)
    may_be_told = main["STATUS"] == "01" and not any(map(_is_protected, (main, *listed)))
    return [
        may_be_told and "STADR" in row and row["CNVN_STATUS"] == "01" and _street(row) == _street(own)
        for row in listed
        if row["PNR_FOEDDATO"] != number
    ]


@pytest.mark.parametrize("number", NUMBERS)
def test_nothing_protected_is_in_json_or_text(number: str, code_lists: CodeLists) -> None:
    view = _view(_result(number, code_lists))
    written = json.dumps(cli.as_data(view, ENVIRONMENT), ensure_ascii=False)
    printed = "\n".join(cli.as_lines(view, ENVIRONMENT))
    main, *listed = rows_of(number)
    for whole in (written, printed, repr(view)):
        for street in protected_streets(number):
            assert street not in whole
            assert street.partition(",")[0] not in whole
        for row in listed:
            if row["PNR_FOEDDATO"] != number:
                assert row["PNR_FOEDDATO"] not in whole
        if _is_protected(main):
            assert number not in whole
            assert number[6:] not in written.replace(main.get("CNVN_STARTDATO", "x"), "")


@pytest.mark.parametrize("number", NUMBERS)
def test_every_code_of_the_reply_is_in_the_json(number: str, code_lists: CodeLists) -> None:
    main, *listed = rows_of(number)
    data = cli.as_data(_view(_result(number, code_lists)), ENVIRONMENT)
    told = {item["code"] for item in data["person"]["fields"]}
    assert set(main) <= told
    own = next(row for row in listed if row["PNR_FOEDDATO"] == number)
    assert [item["code"] for item in data["person"]["own_row"]] == list(own)
    assert {item["state"] for item in data["person"]["fields"]} <= {"shown", "masked"}, (
        "an unknown field code"
    )


@pytest.mark.parametrize("number", NUMBERS[::5])
def test_the_order_of_the_rows_changes_nothing(number: str, code_lists: CodeLists) -> None:
    text = (RECORDED / f"{number}.xml").read_text(encoding="utf-8")
    first, last = text.index("<Row "), text.rindex("</Row>") + len("</Row>")
    rows = [f"<Row {row}" for row in text[first:last].split("<Row ") if row]
    backwards = text[:first] + "".join(reversed(rows)) + text[last:]
    one, other = _result(number, code_lists), _result(number, code_lists, backwards)
    assert (one.person, one.own_row) == (other.person, other.own_row)
    assert sorted(r.identity for r in one.relatives) == sorted(r.identity for r in other.relatives)
    assert decide(one, TODAY).person == decide(other, TODAY).person


@pytest.mark.parametrize("number", NUMBERS)
def test_known_codes_have_words(number: str, code_lists: CodeLists) -> None:
    result = _result(number, code_lists)
    coded = ("STATUS", "KOEN", "KOMKOD", "CBSK_TYP", "UDRLANDEKOD", "CFMY_RELTYPA", "CFMY_RELTYPB")
    for row in (result.person.row, result.own_row, *(relative.row for relative in result.relatives)):
        assert row is not None
        for item in row.fields:
            if item.code in coded and item.value.strip():
                assert item.words, f"{item.code} {item.value}"
