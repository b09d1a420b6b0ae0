"""What counts as a person number, however it was typed or pasted."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from familieopslag.domain.cpr import Cpr, CprFault, InvalidCprError, from_register, parse
from tests.support.replies import invented_number

NUMBER = invented_number()
HEAD, TAIL = NUMBER[:6], NUMBER[6:]
ANOTHER = invented_number(born=date(1987, 11, 30), male=True)


def _fault(text: str) -> InvalidCprError:
    with pytest.raises(InvalidCprError) as caught:
        parse(text)
    return caught.value


def _numbers_in(text: str) -> tuple[Cpr, ...]:
    """What `parse` makes of `text`: the number, or the suggestions of its refusal."""
    try:
        return (parse(text),)
    except InvalidCprError as problem:
        return problem.suggestions


@pytest.mark.parametrize(
    "text",
    [
        NUMBER,
        f"{HEAD}-{TAIL}",
        f"  {HEAD} {TAIL}\n",
        f"{HEAD}\u00a0{TAIL}",
        f"\t{HEAD}\t-\t{TAIL}\t",
        f"{HEAD}\u2013{TAIL}",
        f"{HEAD}\u2014{TAIL}",
        f"{HEAD}\u2011{TAIL}",
        f"{HEAD}\u2212{TAIL}",
        f"{HEAD} - {TAIL}",
        f"{HEAD[:2]} {HEAD[2:4]} {HEAD[4:]} {TAIL}",
        f"{HEAD[:2]}.{HEAD[2:4]}.{HEAD[4:]}-{TAIL}",
        f"{HEAD[:2]}/{HEAD[2:4]}/{HEAD[4:]}-{TAIL}",
        f"CPR: {HEAD}-{TAIL}",
        f"cpr {NUMBER}",
        f"CPR-nr.: {HEAD}-{TAIL}",
        f"CPR-nummer: {NUMBER}",
        f"Personnummer: {HEAD}-{TAIL}",
        f"pnr:{NUMBER}",
        "".join(chr(ord(digit) + 0xFEE0) for digit in NUMBER),
    ],
)
def test_every_way_of_writing_one_number_is_that_number(text: str) -> None:
    assert parse(text) == Cpr(NUMBER)


def test_several_numbers_are_offered_once_each() -> None:
    problem = _fault(f"{HEAD}-{TAIL}, {ANOTHER}; {NUMBER}")
    assert problem.fault is CprFault.SEVERAL
    assert problem.suggestions == (Cpr(NUMBER), Cpr(ANOTHER))


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", CprFault.EMPTY),
        (" \u00a0\t", CprFault.EMPTY),
        ("CPR:", CprFault.EMPTY),
        (NUMBER[:-2], CprFault.LENGTH),
        (NUMBER + "1", CprFault.LENGTH),
        (HEAD + "12X4", CprFault.CHARACTERS),
        (HEAD + "١٢٣٤", CprFault.CHARACTERS),
        ("310262" + TAIL, CprFault.DATE),
        ("0000000000", CprFault.DATE),
        ("001362" + TAIL, CprFault.DATE),
        ("140062" + TAIL, CprFault.DATE),
    ],
)
def test_what_is_not_a_number_says_why(text: str, fault: CprFault) -> None:
    assert _fault(text).fault is fault


@pytest.mark.parametrize("day", [1, 14, 31])
def test_a_substitute_number_is_known_by_its_day(day: int) -> None:
    assert _fault(f"{day + 60:02d}0362{TAIL}").fault is CprFault.SUBSTITUTE


def test_a_substitute_number_on_an_impossible_date_is_an_impossible_date() -> None:
    assert _fault(f"910262{TAIL}").fault is CprFault.DATE


def test_nine_digits_offer_the_zero_and_do_not_add_it() -> None:
    number = invented_number(born=date(1962, 3, 4))
    problem = _fault(number[1:])
    assert problem.fault is CprFault.MISSING_ZERO
    assert problem.suggestions == (Cpr(number),)


def test_nine_digits_that_no_zero_completes_are_too_few() -> None:
    assert _fault("999999999").fault is CprFault.LENGTH


@pytest.mark.parametrize(
    ("year_digits", "seventh", "year"),
    [
        ("00", "0", 1900), ("99", "3", 1999), ("36", "4", 2036), ("37", "4", 1937), ("00", "4", 2000),
        ("99", "4", 1999), ("36", "9", 2036), ("37", "9", 1937), ("57", "5", 2057), ("58", "5", 1858),
        ("57", "8", 2057), ("99", "8", 1899), ("00", "6", 2000), ("58", "7", 1858),
    ],
)  # fmt: skip
def test_the_seventh_digit_and_the_year_tell_the_century(year_digits: str, seventh: str, year: int) -> None:
    assert Cpr(f"1403{year_digits}{seventh}002").birth_date == date(year, 3, 14)


def test_the_clock_is_not_asked_so_a_newborn_and_a_wrong_clock_are_no_problem() -> None:
    next_week = datetime.now(UTC).date() + timedelta(days=7)
    assert Cpr(invented_number(born=next_week)).birth_date == next_week


def test_a_leap_day_exists_in_leap_years_only() -> None:
    day = "290200"
    assert Cpr(f"{day}4002").birth_date == date(2000, 2, 29)
    assert from_register(f"{day}0002") is None  # 1900 was no leap year


def test_neither_repr_nor_str_nor_format_shows_the_digits() -> None:
    cpr = Cpr(NUMBER)
    for text in (repr(cpr), str(cpr), f"{cpr}", f"{cpr!r:>40}", f"{(cpr, [cpr])}", "%s" % cpr):  # noqa: UP031
        assert HEAD not in text
        assert TAIL not in text


def test_a_refused_text_is_in_no_message() -> None:
    with pytest.raises(ValueError, match="not a personnummer") as caught:
        Cpr(f"310262{TAIL}")
    assert TAIL not in str(caught.value)
    problem = _fault(f"310262{TAIL}")
    assert TAIL not in f"{problem}{problem!r}{problem.args}"


def test_digits_written_on_purpose() -> None:
    cpr = Cpr(NUMBER)
    assert cpr.formatted == f"{HEAD}-{TAIL}"
    assert cpr.masked == f"{HEAD}-••••"
    assert TAIL not in cpr.masked


def test_modulus_11_hints_and_never_refuses() -> None:
    assert not Cpr(NUMBER).follows_modulus_11
    fitting = next(c for n in range(10) if (c := Cpr(f"{NUMBER[:9]}{n}")).follows_modulus_11)
    assert fitting.digits != NUMBER


@pytest.mark.parametrize(("male", "number"), [(True, ANOTHER), (False, NUMBER)])
def test_the_last_digit_hints_at_the_gender(male: bool, number: str) -> None:  # noqa: FBT001
    assert Cpr(number).is_male_number is male


@pytest.mark.parametrize("text", ["19620314", "140362", "0", "0000000000", "", "  ", "A" * 10, NUMBER + "0"])
def test_a_register_field_without_a_number_holds_none(text: str) -> None:
    assert from_register(text) is None


def test_a_register_field_is_stripped() -> None:
    assert from_register(f" {NUMBER} ") == Cpr(NUMBER)


@given(st.text(max_size=40))
def test_any_text_is_a_number_or_a_fault(text: str) -> None:
    for cpr in _numbers_in(text):
        assert len(cpr.digits) == 10
        assert cpr.digits.isascii()


@given(st.text(alphabet="0123456789 -\u00a0\u2013.", max_size=30))
def test_any_digits_are_a_number_or_a_fault(text: str) -> None:
    assert all(parse(cpr.formatted) == cpr for cpr in _numbers_in(text))


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2036, 12, 31)), st.integers(0, 50), st.booleans())
def test_every_birthday_comes_back(born: date, place: int, male: bool) -> None:  # noqa: FBT001
    assert parse(invented_number(place, born=born, male=male)).birth_date == born
