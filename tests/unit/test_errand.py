"""The purpose of a lookup and its case number."""

import pytest

from familieopslag.domain.errand import (
    CaseNumberFault,
    Errand,
    InvalidCaseNumberError,
    Purpose,
    read_case_number,
)
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
