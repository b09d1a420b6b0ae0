"""The personnummer: what was typed, what it is, and how it may be written.

Structure and century rule: cpr.dk "Personnummeret i CPR". Modulus 11 has not been guaranteed since 2007 and
therefore only ever is a hint. An erstatningspersonnummer has 60 added to its day and never exists in CPR.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

_DASHES = r"\-\u2010-\u2014\u2212"
_NUMBER_LENGTH = 10
_SHORT_LENGTH = 9
_SUBSTITUTE_DAY_OFFSET = 60
_SEPARATED = re.compile(rf"[\s./{_DASHES}]+")
_FULL_NUMBER = re.compile(rf"(?<!\d)(?:\d{{6}}[ \t]*[{_DASHES}]?[ \t]*\d{{4}})(?!\d)")
_SPREAD_NUMBER = re.compile(rf"(?<!\d)(?=(\d(?:[\s./_{_DASHES}]{{0,3}}\d){{9}})(?!\d))")
"""Looks ahead, so that what is no number does not swallow the beginning of one."""
_PREFIX = re.compile(r"^\s*(?:cpr|pnr|personnummer)[\s\-]*(?:nr|nummer)?\.?\s*:?\s*", re.IGNORECASE)


class CprFault(Enum):
    """Why a text is not a number that can be looked up."""

    EMPTY = "empty"
    LENGTH = "length"
    CHARACTERS = "characters"
    DATE = "date"
    SUBSTITUTE = "substitute"
    SEVERAL = "several"
    MISSING_ZERO = "missing_zero"


@dataclass(frozen=True, slots=True, order=True)
class Cpr:
    """A structurally valid personnummer: 10 ASCII digits of which the first six are a date.

    Neither `repr` nor `str` shows the digits; `digits`, `formatted` and `masked` are asked for on purpose.
    """

    digits: str = field(repr=False)

    def __post_init__(self) -> None:
        if _structure_fault(self.digits) is not None:
            raise ValueError("not a personnummer")

    def __str__(self) -> str:
        return "Cpr(******-****)"

    @property
    def formatted(self) -> str:
        """`DDMMÅÅ-LLLL`."""
        return f"{self.digits[:6]}-{self.digits[6:]}"

    @property
    def masked(self) -> str:
        """`DDMMÅÅ-••••`: the serial number, which is what identifies, is left out."""
        return f"{self.digits[:6]}-••••"

    @property
    def birth_date(self) -> date:
        """The date that the number was given for; FOEDDATO outranks it (service.md §6.2)."""
        born = _date_of(self.digits)
        if born is None:  # __post_init__ has seen to it
            raise ValueError("not a personnummer")
        return born

    @property
    def is_male_number(self) -> bool:
        """Whether the tenth digit is odd. A hint while typing only: KOEN decides."""
        return int(self.digits[-1]) % 2 == 1

    @property
    def follows_modulus_11(self) -> bool:
        """Whether the control digit fits. A number that does not may be perfectly valid."""
        from stdnum.dk import cpr as stdnum_cpr

        return bool(stdnum_cpr.checksum(self.digits) == 0)


class InvalidCprError(ValueError):
    """The text cannot be looked up; `fault` says why, `suggestions` holds numbers the user may have meant."""

    def __init__(self, fault: CprFault, suggestions: Iterable[Cpr] = ()) -> None:
        super().__init__(fault.value)
        self.fault = fault
        self.suggestions = tuple(suggestions)


def parse(text: str) -> Cpr:
    """The number in `text` as typed or pasted: dash, blanks, NBSP, a leading "CPR:" are all in order.

    Raises InvalidCprError. Nine digits are never padded silently: the padded number comes as a suggestion.
    """
    plain = unicodedata.normalize("NFKC", text)
    several = _several(plain)
    if len(several) > 1:
        raise InvalidCprError(CprFault.SEVERAL, several)
    digits = _SEPARATED.sub("", _PREFIX.sub("", plain))
    if not digits:
        raise InvalidCprError(CprFault.EMPTY)
    if not (digits.isascii() and digits.isdigit()):
        raise InvalidCprError(CprFault.CHARACTERS)
    if len(digits) == _SHORT_LENGTH and _structure_fault("0" + digits) is None:
        raise InvalidCprError(CprFault.MISSING_ZERO, (Cpr("0" + digits),))
    fault = _structure_fault(digits)
    if fault is not None:
        raise InvalidCprError(fault)
    return Cpr(digits)


def from_register(text: str) -> Cpr | None:
    """The number in a register field, or None when it is a birth date, a placeholder or anything else."""
    try:
        return Cpr(text.strip())
    except ValueError:
        return None


def looks_like_number(text: str) -> bool:
    """Whether `text` holds something that is, or could be taken for, a personnummer, however it is separated.

    An erstatningspersonnummer counts too. For places where no number may stand: case numbers, logs.
    """
    return next(_number_places(_in_ascii_digits(text)), None) is not None


def without_numbers(text: str, instead: str) -> str:
    """`text` with `instead` in the place of all that `looks_like_number`; as it is where nothing does."""
    plain = _in_ascii_digits(text)
    parts, at = [], 0
    for start, end in _number_places(plain):
        if end > at:
            parts += [plain[at : max(at, start)], instead]
            at = end
    return "".join((*parts, plain[at:])) if parts else text


def _number_places(plain: str) -> Iterator[tuple[int, int]]:
    for found in _SPREAD_NUMBER.finditer(plain):
        if _structure_fault(re.sub(r"\D", "", found[1])) in (None, CprFault.SUBSTITUTE):
            yield found.span(1)


def _in_ascii_digits(text: str) -> str:
    """Full-width and other digits as those that everybody reads."""
    if text.isascii():
        return text
    plain = unicodedata.normalize("NFKC", text)
    return "".join(str(unicodedata.decimal(char, char)) for char in plain)


def _several(text: str) -> tuple[Cpr, ...]:
    found = (from_register(re.sub(r"\D", "", hit.group())) for hit in _FULL_NUMBER.finditer(text))
    return tuple(dict.fromkeys(cpr for cpr in found if cpr is not None))


def _structure_fault(digits: str) -> CprFault | None:
    if not (digits.isascii() and digits.isdigit()):
        return CprFault.CHARACTERS
    if len(digits) != _NUMBER_LENGTH:
        return CprFault.LENGTH
    if _date_of(digits) is not None:
        return None
    unshifted = f"{int(digits[:2]) - _SUBSTITUTE_DAY_OFFSET:02d}{digits[2:]}"
    if int(digits[:2]) > _SUBSTITUTE_DAY_OFFSET and _date_of(unshifted) is not None:
        return CprFault.SUBSTITUTE
    return CprFault.DATE


def _date_of(digits: str) -> date | None:
    # Imported late: it brings ssl along, and settings are read before the window is painted.
    from stdnum.dk import cpr as stdnum_cpr
    from stdnum.exceptions import ValidationError

    # Not stdnum's validate(): it compares with the clock, and a wrong clock must not reject a newborn.
    try:
        born = stdnum_cpr.get_birth_date(digits)
    except ValidationError:
        return None
    return date(born.year, born.month, born.day)
