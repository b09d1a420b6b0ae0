"""A person, their address and their family, as the register told it.

Everything a reply holds is kept: each row keeps all its fields, and the attributes beside them are the same
facts read (service.md §2). Personal values never show in a repr.
"""

from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import Enum

from familieopslag.domain.codes import CodedValue, code_number
from familieopslag.domain.cpr import Cpr
from familieopslag.domain.dates import RegisterDate
from familieopslag.domain.places import Place, place_of

_FIRST_SPECIAL_ROAD = 9900


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a reply: code and value as delivered; `words` is what a code list says of the value."""

    code: str
    value: str = field(repr=False)
    words: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Row:
    """The fields of one row in the order they came. Read by code, never by position."""

    fields: tuple[Field, ...] = ()

    def get(self, *codes: str) -> str:
        """The first non-blank value, blanks stripped, among `codes` (alternative spellings); else ""."""
        return next((value for code in codes for value in self.values(code)), "")

    def values(self, code: str) -> list[str]:
        """Every non-blank value of `code`; a row should hold at most one, a flag must not get lost if not."""
        return [value for item in self.fields if item.code == code and (value := item.value.strip())]

    def joined(self, other: "Row") -> "Row":
        """Both rows' fields, so that no flag of either gets lost; what both tell alike is there once."""
        return Row(self.fields + tuple(item for item in other.fields if item not in self.fields))

    def coded(self, *codes: str) -> CodedValue | None:
        """The value of the first code that is set, with its code list's words; None when none is."""
        for code in codes:
            for item in self.fields:
                if item.code == code and item.value.strip():
                    return CodedValue(item.value.strip(), item.words)
        return None


@dataclass(frozen=True, slots=True)
class Address:
    """Where somebody lives; "" and () mean not given. `standard` is STADR, in the old or the 2023 format."""

    standard: str = field(default="", repr=False)
    postal_code: str = field(default="", repr=False)
    postal_district: str = field(default="", repr=False)
    town: str = field(default="", repr=False)
    care_of: str = field(default="", repr=False)
    locality: str = field(default="", repr=False)
    municipality: CodedValue | None = field(default=None, repr=False)
    road_code: str = field(default="", repr=False)
    house_number: str = field(default="", repr=False)
    floor: str = field(default="", repr=False)
    door: str = field(default="", repr=False)
    building_number: str = field(default="", repr=False)
    foreign_lines: tuple[str, ...] = field(default=(), repr=False)
    foreign_country: CodedValue | None = field(default=None, repr=False)
    place: Place = field(init=False, repr=False, compare=False)
    """The address made ready for comparing: by whoever reads the reply, since every decision asks for it."""

    def __post_init__(self) -> None:
        place = place_of(
            self.standard,
            self.postal_code,
            floor=self.floor,
            door=self.door,
            municipality=self.municipality.code if self.municipality else "",
            road_code=self.road_code,
            house_number=self.house_number,
        )
        object.__setattr__(self, "place", place)  # the way that a frozen class has for it

    @property
    def is_known(self) -> bool:
        """Whether there is anything that says where the person lives."""
        return bool(self.standard or self.road_code or self.building_number or self.foreign_lines)

    @property
    def has_special_road(self) -> bool:
        """Whether the road code is a high one, which is no ordinary dwelling's (service.md §5.6)."""
        return (code_number(self.road_code) or 0) >= _FIRST_SPECIAL_ROAD


class Holder(Enum):
    """Who has parental authority (CFMY_RELTYP, service.md §5.5)."""

    MOTHER = 3
    FATHER_OR_CO_MOTHER = 4
    OTHER_1 = 5
    OTHER_2 = 6


@dataclass(frozen=True, slots=True)
class Custody:
    """One holder of parental authority. `holder` None: a code nobody knows. `cpr` only for "anden indehaver"."""

    code: CodedValue
    holder: Holder | None
    start: RegisterDate | None = None
    cpr: Cpr | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """The person who was looked up: row k=0, and post district from the person's own row in the list."""

    cpr: Cpr
    row: Row
    name: str | None = field(repr=False)
    birth: RegisterDate | None
    gender: CodedValue | None = field(repr=False)
    status: CodedValue | None = field(repr=False)
    status_date: RegisterDate | None
    current_cpr: Cpr | None
    address: Address
    custody: tuple[Custody, ...]
    has_former_names: bool = field(repr=False)


class Relation(Enum):
    """FAMMRK. OTHER is the register's "Andet", a mixed bag (service.md §5.4); UNKNOWN any other word."""

    SPOUSE = "ægtefælle"
    CHILD = "barn"
    MOTHER = "mor"
    FATHER = "far"
    OTHER = "andet"
    UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class Relative:
    """A row of the family list. `cpr` None: no number, so the person cannot be looked up.

    `birth` is the date that the number was given for, or PNR_FOEDDATO when that is a birth date instead.
    """

    row: Row
    relation: Relation
    cpr: Cpr | None
    birth: RegisterDate | None
    name: str | None = field(repr=False)
    status: CodedValue | None = field(repr=False)
    address: Address

    @property
    def identity(self) -> tuple[str, ...]:
        """What tells this row from others, over all pages: number and relation; every field without a number."""
        fammrk = self.row.get("FAMMRK").casefold()
        if self.cpr is not None:
            return (self.cpr.digits, fammrk)
        return tuple(part for item in self.row.fields for part in (item.code, item.value))


class Extent(Enum):
    """How much of the family a result holds."""

    PARTIAL = "partial"
    """More pages are being fetched."""
    WHOLE = "whole"
    """Everything that the service has."""
    DOUBTFUL = "doubtful"
    """The service's paging ended in a way that does not prove that all has come."""
    INTERRUPTED = "interrupted"
    """A later page was cancelled or failed; further persons are likely."""


@dataclass(frozen=True, slots=True)
class LookupResult:
    """All that is known after the pages fetched so far.

    `own_row`: the person's own row in the family list, which alone carries the protection type; None if absent.
    `correlation_ids`: CallersServiceCallIdentifier of each call. `fetched_at` is UTC.
    """

    person: Person
    own_row: Row | None
    relatives: tuple[Relative, ...]
    extent: Extent
    correlation_ids: tuple[str, ...]
    fetched_at: datetime

    def at_rest(self) -> "LookupResult":
        """What it is when nothing more is coming: a family that was still being fetched has been interrupted."""
        return replace(self, extent=Extent.INTERRUPTED) if self.extent is Extent.PARTIAL else self

    def number_of(self, index: int) -> Cpr | None:
        """The number behind a row of the family list: a relative, or after those a holder of custody."""
        if index < len(self.relatives):
            return self.relatives[index].cpr
        place = index - len(self.relatives)
        return self.person.custody[place].cpr if place < len(self.person.custody) else None
