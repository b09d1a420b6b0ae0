"""The recorded replies of the real service through mapping, decision and presentation, without a wire.

What is expected is worked out from the recorded rows alone, by the rules and not by the program's own code.
"""

import json
from collections.abc import Iterator

import pytest

from familieopslag import cli
from familieopslag.domain.person import Extent
from familieopslag.domain.protection import decide
from familieopslag.presentation.environment import EnvironmentView
from familieopslag.presentation.view_models import FamilyRow, FieldState, FieldView, PersonView
from tests.support.recorded import NUMBERS, PLACES, protected_streets, rows_of
from tests.support.recorded_views import TODAY, recorded_result, recorded_text, view_of
from tests.support.shared_material import Shared, requires_shared

pytestmark = requires_shared(Shared.RECORDED)

ENVIRONMENT = EnvironmentView("exttest", "EKSTERN TEST", "kun testpersoner")
Row = dict[str, str]


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
        elif item.code in PLACES:
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
def test_every_field_of_every_row_is_told_or_masked_by_rule(number: str) -> None:
    main, *listed = rows = rows_of(number)
    result = recorded_result(number)
    view = view_of(result)
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
def test_who_lives_with_the_person_is_told_by_rule(number: str) -> None:
    view = view_of(recorded_result(number))
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
def test_nothing_protected_is_in_json_or_text(number: str) -> None:
    view = view_of(recorded_result(number))
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
def test_every_code_of_the_reply_is_in_the_json(number: str) -> None:
    main, *listed = rows_of(number)
    data = cli.as_data(view_of(recorded_result(number)), ENVIRONMENT)
    told = {item["code"] for item in data["person"]["fields"]}
    assert set(main) <= told
    own = next(row for row in listed if row["PNR_FOEDDATO"] == number)
    assert [item["code"] for item in data["person"]["own_row"]] == list(own)
    assert {item["state"] for item in data["person"]["fields"]} <= {"shown", "masked"}, (
        "an unknown field code"
    )


@pytest.mark.parametrize("number", NUMBERS[::5])
def test_the_order_of_the_rows_changes_nothing(number: str) -> None:
    text = recorded_text(number)
    first, last = text.index("<Row "), text.rindex("</Row>") + len("</Row>")
    rows = [f"<Row {row}" for row in text[first:last].split("<Row ") if row]
    backwards = text[:first] + "".join(reversed(rows)) + text[last:]
    one, other = recorded_result(number), recorded_result(number, backwards)
    assert (one.person, one.own_row) == (other.person, other.own_row)
    assert sorted(r.identity for r in one.relatives) == sorted(r.identity for r in other.relatives)
    assert decide(one, TODAY).person == decide(other, TODAY).person


@pytest.mark.parametrize("number", NUMBERS)
def test_known_codes_have_words(number: str) -> None:
    result = recorded_result(number)
    coded = ("STATUS", "KOEN", "KOMKOD", "CBSK_TYP", "UDRLANDEKOD", "CFMY_RELTYPA", "CFMY_RELTYPB")
    for row in (result.person.row, result.own_row, *(relative.row for relative in result.relatives)):
        assert row is not None
        for item in row.fields:
            if item.code in coded and item.value.strip():
                assert item.words, f"{item.code} {item.value}"
