"""The register's dates: partial, uncertain and impossible ones are everyday (service.md §2).

Lengths seen or documented: 8 (yyyymmdd), 12 (yyyymmddHHMM), 14 (with seconds) and 20 (with microseconds) digits.
Month or day 00 means unknown; an hour or minute out of range (minute 99, `1299`) means that the time is unknown.
"""

import re
from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date

_LENGTHS = (8, 12, 14, 20)
_MONTHS = 12
_FIRST_YEAR = 1800
_LAST_YEAR = 2199
_HOURS = 24
_MINUTES = 60


@dataclass(frozen=True, slots=True)
class RegisterDate:
    """One date field. `year` is None when the text is no possible date; then only `raw` tells anything.

    `month`, `day` None: unknown. `hour` and `minute` are both set or both None. `uncertain`: the field's *USM
    marker was set.
    """

    raw: str = field(repr=False)
    uncertain: bool = False
    year: int | None = field(default=None, repr=False)
    month: int | None = field(default=None, repr=False)
    day: int | None = field(default=None, repr=False)
    hour: int | None = field(default=None, repr=False)
    minute: int | None = field(default=None, repr=False)

    @property
    def is_possible(self) -> bool:
        """Whether the text could be read as a date, if only a year."""
        return self.year is not None

    @property
    def exact(self) -> date | None:
        """The calendar date, when year, month and day are all known."""
        if self.year is None or self.month is None or self.day is None:
            return None
        return date(self.year, self.month, self.day)


def read_date(text: str, *, uncertain: bool = False) -> RegisterDate | None:
    """The date in a register field; None for an empty or all-zero field (which means "no date")."""
    raw = text.strip()
    if not raw or re.fullmatch(r"0+", raw):
        return None
    impossible = RegisterDate(raw, uncertain)
    if len(raw) not in _LENGTHS or not (raw.isascii() and raw.isdigit()):
        return impossible
    year, month, day = int(raw[:4]), int(raw[4:6]), int(raw[6:8])
    if not _FIRST_YEAR <= year <= _LAST_YEAR or month > _MONTHS:
        return impossible
    if month == 0:
        return RegisterDate(raw, uncertain, year) if day == 0 else impossible
    if day == 0:
        return RegisterDate(raw, uncertain, year, month)
    try:
        date(year, month, day)
    except ValueError:
        return impossible
    hour, minute = (int(raw[8:10]), int(raw[10:12])) if len(raw) > _LENGTHS[0] else (_HOURS, _MINUTES)
    if hour >= _HOURS or minute >= _MINUTES:
        return RegisterDate(raw, uncertain, year, month, day)
    return RegisterDate(raw, uncertain, year, month, day, hour, minute)


def age_in_years(born: RegisterDate | None, today: date) -> int | None:
    """Whole years from `born` to `today`; None when the day is not known or lies ahead."""
    exact = born.exact if born is not None else None
    if exact is None or exact > today:
        return None
    return _whole_years(exact, today)


def age_in_months(born: RegisterDate | None, today: date) -> int | None:
    """Whole months from `born` to `today`; None when the day is not known or lies ahead."""
    exact = born.exact if born is not None else None
    if exact is None or exact > today:
        return None
    return (today.year - exact.year) * _MONTHS + today.month - exact.month - (today.day < exact.day)


def age_span(born: RegisterDate | None, today: date) -> tuple[int, int] | None:
    """The fewest and the most whole years that `born` allows; None without a year, or when it may lie ahead."""
    if born is None or born.year is None:
        return None
    first = date(born.year, born.month or 1, born.day or 1)
    month = born.month or _MONTHS
    last = date(born.year, month, born.day or monthrange(born.year, month)[1])
    if last > today:
        return None
    return _whole_years(last, today), _whole_years(first, today)


def _whole_years(since: date, today: date) -> int:
    return today.year - since.year - ((today.month, today.day) < (since.month, since.day))
