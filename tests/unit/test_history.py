"""The lines of the history: as few letters as tell the persons apart."""

from dataclasses import replace

import pytest

from familieopslag.domain.cpr import Cpr
from familieopslag.domain.protection import Protection, Verdict
from familieopslag.presentation.history import present_visits
from tests.support.lookups import result_of
from tests.support.replies import invented_number

A, B = Cpr(invented_number(1)), Cpr(invented_number(2))
OPEN = Verdict(Protection.NOT_PROTECTED, None)


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Ulla Kirstine Dahl", " · U.K.D."),
        ("Åse Kirke-Værløse", " · Å.K.V."),
        ("Sinéad O'Connor", " · S.O."),
        ("& Bo", " · B."),
        (None, ""),
    ],
)
def test_a_line_is_the_masked_number_and_initials(name: str | None, initials: str) -> None:
    (line,) = present_visits(
        [(replace(result_of(A), person=replace(result_of(A).person, name=name)), OPEN)], 0
    )
    assert line.text == f"{A.masked}{initials}"


@pytest.mark.parametrize("protection", [Protection.PROTECTED, Protection.UNKNOWN])
def test_of_somebody_protected_not_even_the_initials_are_told(protection: Protection) -> None:
    (line,) = present_visits([(result_of(A, name="Ulla Dahl"), Verdict(protection, None))], 0)
    assert line.text == f"{A.masked} · Beskyttet"


def test_the_latest_is_first_and_each_knows_its_place() -> None:
    visits = [(result_of(A, name="A"), OPEN), (result_of(B, name="B"), OPEN)]
    lines = present_visits(visits, 0)
    assert [(line.place, line.is_current) for line in lines] == [(1, False), (0, True)]


def test_nobody_is_in_the_repr() -> None:
    (line,) = present_visits([(result_of(A, name="Ulla Dahl"), OPEN)], 0)
    assert "U.D." not in repr(line)
