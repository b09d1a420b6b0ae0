"""The register's dates, the partial and the impossible ones above all."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from familieopslag.domain.dates import RegisterDate, age_in_months, age_in_years, read_date

TODAY = date(2026, 11, 23)
Parts = tuple[int | None, int | None, int | None, int | None, int | None]


def _parts(text: str) -> Parts:
    value = read_date(text)
    assert value is not None
    assert value.raw == text.strip()
    return value.year, value.month, value.day, value.hour, value.minute


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("19610907", (1961, 9, 7, None, None)),
        (" 19610907 ", (1961, 9, 7, None, None)),
        ("196109071745", (1961, 9, 7, 17, 45)),
        ("196109070000", (1961, 9, 7, 0, 0)),
        ("19610907174559", (1961, 9, 7, 17, 45)),
        ("19610907174559123456", (1961, 9, 7, 17, 45)),
        ("196109071299", (1961, 9, 7, None, None)),
        ("196109072400", (1961, 9, 7, None, None)),
        ("196109002000", (1961, 9, None, None, None)),
        ("19610900", (1961, 9, None, None, None)),
        ("196100000000", (1961, None, None, None, None)),
        ("19610000", (1961, None, None, None, None)),
        ("20000229", (2000, 2, 29, None, None)),
        ("18000101", (1800, 1, 1, None, None)),
        ("21991231", (2199, 12, 31, None, None)),
    ],
)
def test_a_possible_date_is_read_as_far_as_it_goes(text: str, parts: Parts) -> None:
    assert _parts(text) == parts


@pytest.mark.parametrize(
    "text",
    [
        "12345678", "123456789012", "19000229", "19610931", "19611301", "19610007", "17991231", "22000101",
        "1961", "196109", "1961090", "196109071", "1961-09-07", "07091961", "Ukendt", "*", "19610９07",
    ],
)  # fmt: skip
def test_an_impossible_date_is_kept_as_it_came(text: str) -> None:
    assert _parts(text) == (None, None, None, None, None)


@pytest.mark.parametrize("text", ["", " ", "\u00a0", "0", "00000000", "000000000000"])
def test_blank_and_zero_mean_that_there_is_no_date(text: str) -> None:
    assert read_date(text) is None


def test_the_marker_makes_a_date_uncertain_and_changes_nothing_else() -> None:
    value = read_date("19610907", uncertain=True)
    assert value is not None
    assert value.uncertain
    assert value.exact == date(1961, 9, 7)


@pytest.mark.parametrize("text", ["19610000", "19610900", "12345678"])
def test_only_a_whole_date_is_exact(text: str) -> None:
    value = read_date(text)
    assert value is not None
    assert value.exact is None
    assert value.is_possible is (text != "12345678")


@pytest.mark.parametrize(
    ("born", "years", "months"),
    [
        ("20261123", 0, 0),
        ("20261024", 0, 0),
        ("20261023", 0, 1),
        ("20251124", 0, 11),
        ("20251123", 1, 12),
        ("20081123", 18, 216),
        ("20081124", 17, 215),
        ("20000229", 26, 320),
        ("18960314", 130, 1568),
    ],
)
def test_age_is_counted_in_whole_years_and_months(born: str, years: int, months: int) -> None:
    assert (age_in_years(read_date(born), TODAY), age_in_months(read_date(born), TODAY)) == (years, months)


@pytest.mark.parametrize("born", ["20261124", "19610900", "12345678", ""])
def test_an_age_that_cannot_be_known_is_none(born: str) -> None:
    assert age_in_years(read_date(born), TODAY) is None
    assert age_in_months(read_date(born), TODAY) is None


def test_a_personal_date_is_not_in_the_repr() -> None:
    assert "1961" not in repr(read_date("19610907"))


@given(st.text(max_size=24) | st.text(alphabet="0123456789", max_size=24))
def test_any_text_is_no_date_an_impossible_one_or_a_real_one(text: str) -> None:
    value = read_date(text)
    if value is None:
        assert not text.strip().strip("0")
        return
    assert isinstance(value, RegisterDate)
    assert value.raw == text.strip()
    assert (value.hour is None) == (value.minute is None)
    if value.day is not None:
        assert value.exact is not None


@given(st.dates(min_value=date(1800, 1, 1), max_value=date(2199, 12, 31)))
def test_every_date_comes_back(day: date) -> None:
    value = read_date(f"{day:%Y%m%d}")
    assert value is not None
    assert value.exact == day
