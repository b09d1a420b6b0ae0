"""The purpose of a lookup and its case number."""

import pytest

from familieopslag.domain import faults
from familieopslag.domain.errand import (
    CaseNumberFault,
    Errand,
    InvalidCaseNumberError,
    Purpose,
    choose_errand,
    read_case_number,
)
from familieopslag.domain.faults import FamilieopslagError, Fault
from familieopslag.presentation.errand import case_number_text, purpose_missing_text
from tests.support.replies import invented_number

_NUMBER = invented_number()
_PURPOSE = Purpose("BORGERSERVICE", "Borgerservice")


@pytest.mark.parametrize("text", ["26/1234", " 2026-000123 ", "", "S2026-4711 (klage)", "2026/123456"])
def test_a_case_number_is_taken_as_it_is(text: str) -> None:
    assert read_case_number(text) == text.strip()


@pytest.mark.parametrize(
    "written",
    [
        _NUMBER,
        f"{_NUMBER[:6]}-{_NUMBER[6:]}",
        f"sag {_NUMBER[:6]} {_NUMBER[6:]}",
        f"{_NUMBER[:2]}.{_NUMBER[2:4]}.{_NUMBER[4:6]} - {_NUMBER[6:]}",
        f"vedr. {_NUMBER[:6]}\N{EN DASH}{_NUMBER[6:]} igen",
        f"{int(_NUMBER[:2]) + 60}{_NUMBER[2:]}",
    ],
)
def test_what_looks_like_a_personnummer_is_refused(written: str) -> None:
    with pytest.raises(InvalidCaseNumberError) as refused:
        read_case_number(written)
    assert refused.value.fault is CaseNumberFault.PERSON_NUMBER
    assert _NUMBER[6:] not in str(refused.value)


@pytest.mark.parametrize(
    ("text", "fault"),
    [("7" * 61, CaseNumberFault.TOO_LONG), ("26/\n1", CaseNumberFault.UNPRINTABLE)],
)
def test_what_a_log_cannot_hold_is_refused(text: str, fault: CaseNumberFault) -> None:
    with pytest.raises(InvalidCaseNumberError) as refused:
        read_case_number(text)
    assert refused.value.fault is fault


@pytest.mark.parametrize(
    ("errand", "told"),
    [
        (Errand(), ""),
        (Errand(_PURPOSE), "BORGERSERVICE"),
        (Errand(_PURPOSE, "26/1234"), "BORGERSERVICE; sag 26/1234"),
        (Errand(case_number="26/1234"), "sag 26/1234"),
    ],
)
def test_the_service_is_told_purpose_and_case(errand: Errand, told: str) -> None:
    assert errand.accounting_info == told


def test_without_a_list_nothing_is_asked_for() -> None:
    assert choose_errand((), "", "26/1") == Errand(None, "26/1")


def test_a_listed_purpose_is_chosen_by_its_code() -> None:
    assert choose_errand((_PURPOSE,), "BORGERSERVICE", "") == Errand(_PURPOSE)


@pytest.mark.parametrize(
    ("purposes", "code", "case_number", "fault"),
    [
        ((_PURPOSE,), "", "", faults.PURPOSE_MISSING),
        ((_PURPOSE,), "ANDET", "", faults.PURPOSE_UNKNOWN),
        ((), "BORGERSERVICE", "", faults.PURPOSE_UNKNOWN),
        ((_PURPOSE,), "BORGERSERVICE", _NUMBER, faults.CASE_NUMBER_REFUSED),
    ],
)
def test_an_errand_that_cannot_be_is_told(
    purposes: tuple[Purpose, ...], code: str, case_number: str, fault: Fault
) -> None:
    with pytest.raises(FamilieopslagError) as told:
        choose_errand(purposes, code, case_number)
    assert told.value.fault is fault


@pytest.mark.parametrize("fault", list(CaseNumberFault))
def test_every_reason_against_a_case_number_has_a_sentence(fault: CaseNumberFault) -> None:
    said = [case_number_text(one) for one in CaseNumberFault]
    assert case_number_text(fault).startswith("Sagsnummeret ")
    assert case_number_text(fault).endswith(".")
    assert len(set(said)) == len(said)


def test_a_missing_purpose_is_asked_for() -> None:
    assert purpose_missing_text() == "Vælg et formål for at slå op."
