"""Parental authority: who has it, and honest words when the reply does not tell."""

from datetime import date

import pytest

from familieopslag.domain.person import LookupResult
from familieopslag.domain.protection import decide
from familieopslag.presentation.person import present
from familieopslag.presentation.view_models import FamilyGroup, FamilyRow
from tests.support.replies import TODAY, Row, invented_number, main_row, own_row, relative_row, result_of

CHILD = invented_number(born=date(2015, 4, 9))
ADULT_TODAY = invented_number(born=TODAY.replace(year=TODAY.year - 18))
ADULT_TOMORROW = invented_number(born=TODAY.replace(year=TODAY.year - 18, day=TODAY.day + 1))
MOTHER = invented_number(1, born=date(1985, 6, 2))
OTHER_MOTHER = invented_number(2, born=date(1986, 7, 3))
FATHER = invented_number(1, born=date(1984, 2, 8), male=True)
GRANDMOTHER = invented_number(3, born=date(1955, 9, 1))
PARENTS = (relative_row(MOTHER, "Mor", ADRNVN="Mor T"), relative_row(FATHER, "Far", ADRNVN="Far T"))
NOT_IN_REPLY = "(ikke i svaret)"


def _result(number: str, *relatives: Row, **changes: str | None) -> LookupResult:
    return result_of(main_row(number, **changes), own_row(number), *relatives)


def _group(result: LookupResult) -> FamilyGroup | None:
    groups = present(result, decide(result, TODAY), TODAY).family.groups
    return next((group for group in groups if group.title == "Forældremyndighed"), None)


def _rows(result: LookupResult) -> tuple[FamilyRow, ...]:
    group = _group(result)
    assert group is not None
    assert group.note == ""
    return group.rows


@pytest.mark.parametrize(
    ("code", "name", "words"),
    [
        ("00003", "Mor T", "Mor"),
        ("00004", "Far T", "Far eller medmor"),
        ("00005", NOT_IN_REPLY, "Anden indehaver"),
        ("00006", NOT_IN_REPLY, "Anden indehaver"),
        ("3", "Mor T", "Mor"),
    ],
)
def test_each_kind_of_holder(code: str, name: str, words: str) -> None:
    (row,) = _rows(_result(CHILD, *PARENTS, CFMY_RELTYPA=code))
    assert (row.name, row.relation) == (name, words)


def test_both_parents_are_told_apart() -> None:
    changes = {"CFMY_RELTYPA": "00003", "CFMY_RELTYPB": "00004", "CFMY_STARTDATOB": "20200601"}
    rows = _rows(_result(CHILD, *PARENTS, **changes))
    assert [(row.name, row.relation) for row in rows] == [
        ("Mor T", "Mor"),
        ("Far T", "Far eller medmor, fra 01.06.2020"),
    ]


def test_the_second_holder_may_be_the_only_one() -> None:
    (row,) = _rows(_result(CHILD, *PARENTS, CFMY_RELTYPB="00004"))
    assert row.name == "Far T"


@pytest.mark.parametrize("code", ["00003", "00004"])
def test_two_mothers_are_not_guessed_between(code: str) -> None:
    mothers = (relative_row(MOTHER, "Mor"), relative_row(OTHER_MOTHER, "Mor"))
    (row,) = _rows(_result(CHILD, *mothers, CFMY_RELTYPA=code))
    assert (row.name, row.number, row.can_open) == ("(en af forældrene)", "–", False)
    assert row.why_not == "Svaret siger ikke, hvem af forældrene det er. Slå op under Forældre."


@pytest.mark.parametrize("parents", [(), PARENTS[1:]])
def test_a_mother_in_no_row_is_not_in_the_reply(parents: tuple[Row, ...]) -> None:
    (row,) = _rows(_result(CHILD, *parents, CFMY_RELTYPA="00003"))
    assert (row.name, row.can_open) == (NOT_IN_REPLY, False)
    assert row.why_not == "Personen er ikke i svaret og kan ikke slås op herfra."


def test_a_holder_in_no_row_has_a_masked_number_that_can_be_looked_up() -> None:
    result = _result(CHILD, *PARENTS, CFMY_RELTYPA="00005", FORAELDRE_MYN_PNRA=GRANDMOTHER)
    (row,) = _rows(result)
    assert (row.name, row.number, row.can_open) == (NOT_IN_REPLY, f"{GRANDMOTHER[:6]}-••••", True)
    number = result.number_of(row.index)
    assert number is not None
    assert number.digits == GRANDMOTHER


def test_two_holders_in_no_row_lead_to_the_right_one_each() -> None:
    result = _result(
        CHILD,
        *PARENTS,
        CFMY_RELTYPA="00005",
        FORAELDRE_MYN_PNRA=GRANDMOTHER,
        CFMY_RELTYPB="00006",
        FORAELDRE_MYN_PNRB=OTHER_MOTHER,
    )
    numbers = [result.number_of(row.index) for row in _rows(result)]
    assert [number.digits for number in numbers if number is not None] == [GRANDMOTHER, OTHER_MOTHER]


def test_a_holder_known_by_number_is_found_whatever_the_relation() -> None:
    guardian = relative_row(GRANDMOTHER, "Andet", ADRNVN="Farmor T")
    result = _result(CHILD, *PARENTS, guardian, CFMY_RELTYPA="00005", FORAELDRE_MYN_PNRA=GRANDMOTHER)
    (row,) = _rows(result)
    number = result.number_of(row.index)
    assert row.name == "Farmor T"
    assert number is not None
    assert number.digits == GRANDMOTHER


def test_a_number_that_is_none_cannot_be_looked_up() -> None:
    result = _result(CHILD, CFMY_RELTYPA="00005", FORAELDRE_MYN_PNRA="0000000000")
    (row,) = _rows(result)
    assert (row.number, row.can_open, result.number_of(row.index)) == ("–", False, None)


@pytest.mark.parametrize("changes", [{"CFMY_RELTYPA": "00003"}, {"FORAELDREMYNMRK": "X"}])
def test_custody_ends_on_the_birthday(changes: dict[str, str]) -> None:
    group = _group(_result(ADULT_TODAY, *PARENTS, **changes))
    assert group is not None
    assert (group.rows, group.note) == ((), "Ophørt ved 18 år")


def test_custody_lasts_until_the_birthday() -> None:
    (row,) = _rows(_result(ADULT_TOMORROW, *PARENTS, CFMY_RELTYPA="00003"))
    assert row.name == "Mor T"


def test_an_adult_of_whom_nothing_is_registered_has_no_group() -> None:
    assert _group(_result(ADULT_TODAY, *PARENTS)) is None


def test_of_a_child_not_told_is_not_the_same_as_none() -> None:
    group = _group(_result(CHILD, *PARENTS))
    assert group is not None
    assert (group.rows, group.note) == ((), "Ikke oplyst (det betyder ikke, at ingen har den)")


def test_a_dead_child_has_none() -> None:
    group = _group(_result(CHILD, *PARENTS, CFMY_RELTYPA="00003", STATUS="90"))
    assert group is not None
    assert (group.rows, group.note) == ((), "Ophørt: barnet er dødt")
    assert _group(_result(CHILD, *PARENTS, STATUS="90")) is None


@pytest.mark.parametrize(
    ("died", "note"),
    [
        ("20010203", "Ophørt: barnet er dødt"),
        ("20200203", "Ophørt ved 18 år"),
        ("20010200", "Ophørt ved 18 år"),
        (None, "Ophørt ved 18 år"),
    ],
)
def test_who_died_as_a_child_never_came_of_age(died: str | None, note: str) -> None:
    born = invented_number(born=date(1990, 5, 6))
    changes = {"CFMY_RELTYPA": "00003", "STATUS": "90", "STARTDATOSTATUS": died}
    group = _group(_result(born, *PARENTS, **changes))
    assert group is not None
    assert (group.rows, group.note) == ((), note)


@pytest.mark.parametrize("code", ["00099", "XYZ"])
def test_an_unknown_code_is_told_as_it_came(code: str) -> None:
    (row,) = _rows(_result(CHILD, *PARENTS, CFMY_RELTYPA=code))
    assert (row.relation, row.name, row.can_open) == (code, NOT_IN_REPLY, False)


@pytest.mark.parametrize(
    ("start", "marker", "words"),
    [
        ("20200601", "*", "Mor, fra 01.06.2020 (usikker)"),
        ("20200600", None, "Mor, fra juni 2020"),
        ("20200000", "*", "Mor, fra 2020 (usikker)"),
        ("00000000", None, "Mor"),
        ("20200601", " ", "Mor, fra 01.06.2020"),
    ],
)
def test_since_when(start: str, marker: str | None, words: str) -> None:
    changes = {"CFMY_RELTYPA": "00003", "CFMY_STARTDATOA": start, "CFMY_STARTDATOUSMA": marker}
    (row,) = _rows(_result(CHILD, *PARENTS, **changes))
    assert row.relation == words


def test_an_unknown_birth_does_not_take_custody_away() -> None:
    (row,) = _rows(_result(CHILD, *PARENTS, FOEDDATO="12345678", CFMY_RELTYPA="00003"))
    assert row.name == "Mor T"
