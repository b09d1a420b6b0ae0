"""What the service itself can tell from the ten digits of a personnummer."""

import datetime as dt

_WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
_LENGTH = 10


def is_ten_digits(text: str) -> bool:
    """Whether `text` is exactly ten ASCII digits."""
    return len(text) == _LENGTH and text.isascii() and text.isdigit()


def birth_date(pnr: str) -> dt.date | None:
    """The birth date that a number tells (DDMMYY, the century from digit 7), or None when it tells no real date.

    The century table is cpr.dk's: 0-3 -> 1900s; 4 and 9 -> 2000-2036 or 1937-1999; 5-8 -> 2000-2057 or 1858-1899.
    """
    if not is_ten_digits(pnr):
        return None
    day, month, year = int(pnr[:2]), int(pnr[2:4]), int(pnr[4:6])
    try:
        return dt.date(_century(int(pnr[6]), year) + year, month, day)
    except ValueError:
        return None


def passes_modulus_11(pnr: str) -> bool:
    """Whether the weighted sum of the digits is divisible by 11, as in every number issued before October 2007."""
    return sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, pnr, strict=True)) % 11 == 0


def may_have_been_issued(pnr: str) -> bool:
    """Whether somebody real may bear this number.

    Numbers that fail modulus 11 have only been given to persons registered with a birth date of 1 January
    (cpr.dk), so a failing number of any other date belongs to nobody.
    """
    return passes_modulus_11(pnr) or pnr.startswith("0101")


def gender(pnr: str) -> str:
    """KOEN as the number tells it: M when the last digit is odd, K when it is even."""
    return "M" if int(pnr[-1]) % 2 else "K"


def _century(digit: int, year: int) -> int:
    if digit in (4, 9):
        return 2000 if year <= 36 else 1900  # noqa: PLR2004 - the table of the docstring
    if digit >= 5:  # noqa: PLR2004
        return 2000 if year <= 57 else 1800  # noqa: PLR2004
    return 1900
