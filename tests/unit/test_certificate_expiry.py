"""When the end of the municipality's certificate is told, and in which words."""

from datetime import UTC, date, datetime, timedelta

import pytest

from familieopslag.domain.certificates import (
    CertificateFacts,
    Reminder,
    is_counted_down,
    name_line,
    reminder_of,
)
from familieopslag.presentation.certificate import countdown_text, reminder_text

TODAY = date(2026, 11, 25)


def _ending(days: int) -> CertificateFacts:
    noon = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
    return CertificateFacts(
        "Familieopslag, Kommune", "Den Danske Stat", noon - timedelta(1000), noon + timedelta(days)
    )


@pytest.mark.parametrize("days", [-400, -1, 0, 1, 7, 60, 1000])
def test_days_are_those_of_the_calendar(days: int) -> None:
    assert _ending(days).days_left(TODAY) == days


@pytest.mark.parametrize(("hour", "days"), [(0, 1), (23, 1)])
def test_the_hour_has_no_say(hour: int, days: int) -> None:
    tomorrow = datetime(2026, 11, 26, hour, 30).astimezone()
    facts = CertificateFacts("a", "b", tomorrow - timedelta(9), tomorrow.astimezone(UTC))
    assert facts.days_left(TODAY) == days


@pytest.mark.parametrize(
    ("days", "reminder"),
    [
        (1000, Reminder.NONE),
        (31, Reminder.NONE),
        (30, Reminder.MONTH),
        (15, Reminder.MONTH),
        (14, Reminder.FORTNIGHT),
        (8, Reminder.FORTNIGHT),
        (7, Reminder.WEEK),
        (2, Reminder.WEEK),
        (1, Reminder.DAY),
        (0, Reminder.DAY),
        (-1, Reminder.NONE),
    ],
)
def test_a_reminder_falls_due_at_30_14_7_and_1_days(days: int, reminder: Reminder) -> None:
    assert reminder_of(days) is reminder


@pytest.mark.parametrize(("days", "counted"), [(61, False), (60, True), (0, True), (-1, False)])
def test_the_last_sixty_days_are_counted(days: int, counted: bool) -> None:  # noqa: FBT001
    assert is_counted_down(days) is counted


@pytest.mark.parametrize(
    ("days", "text"),
    [
        (61, ""),
        (60, "Certifikat udløber om 60 dage"),
        (1, "Certifikat udløber om 1 dag"),
        (0, "Certifikat udløber i dag"),
        (-1, "Certifikat udløbet"),
    ],
)
def test_the_words_of_the_status_bar(days: int, text: str) -> None:
    assert countdown_text(days) == text


def test_the_words_at_start_say_when_and_what_to_do() -> None:
    facts = _ending(14)
    at = f"{facts.not_after.astimezone():%d.%m.%Y kl. %H:%M}"
    assert reminder_text(facts, 14) == (
        f"Kommunens certifikat udløber om 14 dage, {at}. Bed it-support om at forny det inden da."
    )
    assert "udløber i dag" in reminder_text(facts, 0)


def test_a_name_is_who_and_of_which_organisation() -> None:
    assert name_line("Familieopslag", "Kommunen") == "Familieopslag, Kommunen"
    assert name_line("Kommunen", "Kommunen") == "Kommunen"
    assert name_line("", "") == "–"
