"""Faults and mistyped numbers in the user's words."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from familieopslag.domain import faults
from familieopslag.domain.cpr import CprFault, InvalidCprError, parse
from familieopslag.domain.faults import FamilieopslagError, Fault, FaultReport, report_of
from familieopslag.presentation.failures import present_failure, present_input, present_input_problem
from tests.support.fault_table import catalogue
from tests.support.replies import TODAY, invented_number

ME = invented_number()
AT = datetime(2026, 11, 23, 14, 2, 31, tzinfo=ZoneInfo("UTC"))


@pytest.mark.parametrize("fault", catalogue(), ids=lambda fault: fault.code)
def test_every_fault_can_be_told(fault: Fault) -> None:
    names = ("file", "line", "key", "date", "seconds", "code", "status", "purposes", "printer", "part")
    values = dict.fromkeys(names, "§")
    view = present_failure(FaultReport(fault, "et-id", values, "detalje"), AT)
    assert view.text == fault.text.format_map(values)
    assert "{" not in f"{view.title}{view.text}{view.action}"
    assert (view.code, view.correlation_id, view.time, view.can_retry) == (
        fault.code,
        "et-id",
        "14:02:31",
        fault.retry,
    )
    assert view.details == f"{fault.code} · et-id\n23.11.2026 14:02:31\ndetalje"


def test_a_report_is_without_traceback_and_frames() -> None:
    with pytest.raises(FamilieopslagError) as caught:
        raise FamilieopslagError(faults.NOT_FOUND, "et-id", values={"a": "b"}, detail="Kvit 172")
    report = report_of(caught.value)
    assert report == FaultReport(faults.NOT_FOUND, "et-id", {"a": "b"}, "Kvit 172")
    assert not hasattr(report, "__traceback__")


def test_texts_reach_the_user_s_language() -> None:
    asked: list[tuple[str, str]] = []

    def english(context: str, text: str) -> str:
        asked.append((context, text))
        return "English"

    view = present_failure(FaultReport(faults.NOT_FOUND, "et-id"), AT, english)
    assert (view.title, view.text, view.action) == ("English", "English", "English")
    assert {context for context, _text in asked} == {"faults"}


@pytest.mark.parametrize("fault", CprFault)
def test_every_problem_with_a_number_has_its_sentence(fault: CprFault) -> None:
    hint = present_input_problem(InvalidCprError(fault))
    assert hint.is_error
    assert hint.text.endswith((".", "?"))


def test_the_sentences_differ() -> None:
    assert len({present_input_problem(InvalidCprError(fault)).text for fault in CprFault}) == len(CprFault)


def test_suggestions_are_numbers_to_choose_from() -> None:
    other = invented_number(1)
    with pytest.raises(InvalidCprError) as caught:
        parse(f"{ME} {other}")
    suggestions = present_input_problem(caught.value).suggestions
    assert [s.number for s in suggestions] == [f"{n[:6]}-{n[6:]}" for n in (ME, other)]
    assert [s.label for s in suggestions] == [f"Brug {n[:6]}-{n[6:]}" for n in (ME, other)]
    assert ME[:6] not in repr(suggestions)


@pytest.mark.parametrize("length", range(9))
def test_nothing_is_wrong_while_digits_are_still_missing(length: int) -> None:
    hint = present_input(ME[:length], TODAY)
    assert not hint.is_error
    assert hint.suggestions == ()


def test_nine_digits_offer_the_zero_without_blame() -> None:
    number = invented_number(born=TODAY.replace(year=1962, day=4))
    hint = present_input(number[1:], TODAY)
    assert not hint.is_error
    assert [s.number for s in hint.suggestions] == [f"{number[:6]}-{number[6:]}"]


@pytest.mark.parametrize("text", [ME + "1", f"310262{ME[6:]}", f"{ME[:6]}abcd", f"74{ME[2:]}"])
def test_what_cannot_become_a_number_is_told_while_typing(text: str) -> None:
    assert present_input(text, TODAY).is_error


def test_a_number_tells_birth_age_and_gender() -> None:
    hint = present_input(ME, TODAY)
    assert not hint.is_error
    assert hint.text.startswith("Født 14.03.1962 · 64 år · kvinde")
    assert "mand" in present_input(invented_number(male=True), TODAY).text


def test_a_newborn_of_next_week_has_no_age() -> None:
    number = invented_number(born=TODAY.replace(day=30))
    assert present_input(number, TODAY, modulus_hint=False).text == "Født 30.11.2026 · kvinde"


def test_modulus_11_is_a_quiet_hint_that_can_be_turned_off() -> None:
    assert "modulus 11" in present_input(ME, TODAY).text
    assert "modulus 11" not in present_input(ME, TODAY, modulus_hint=False).text
    first_of_january = "010162" + ME[6:]
    assert "modulus 11" not in present_input(first_of_january, TODAY).text
