"""Whether two addresses may be the same place, across spellings and formats of the standard address.

STADR came as "Skovvej 77 A,1 tv" and, since 2023, comes as "Skovvej 77A, 1. tv" (service.md §6.1). Protection
depends on this comparison, so where either side lacks a part, the two count as the same.
"""

import re
import unicodedata
from dataclasses import dataclass, field

from familieopslag.domain.person import Address

_NOISE = re.compile(r"[^\w]|_")
_FIELD_LENGTH = 33
"""Of STADR's 34 characters (service.md §2); a blank at the cut is stripped."""
_LEADING_ZEROS = re.compile(r"(?<!\d)0+(?=\d)")


@dataclass(frozen=True, slots=True)
class Place:
    """An address made ready for comparing; "" is a part that is not known."""

    whole: str = field(repr=False)
    house: str = field(repr=False)
    unit: str = field(repr=False)
    postal_code: str = field(repr=False)
    is_cut: bool
    """Whether the standard address fills its field, so that its end may be missing."""
    coded: tuple[str, str, str, str] | None = field(repr=False)
    """KOMKOD, VEJKOD, HUSNR, and ETAGE with SIDEDOER, which only the person looked up has."""

    def may_be(self, other: "Place") -> bool:
        """Whether the two are, or cannot be told not to be, one place. Unknown addresses never are."""
        return self._same_standard_address(other) or self._same_codes(other)

    def _same_standard_address(self, other: "Place") -> bool:
        if not (self.whole and other.whole and _agree(self.postal_code, other.postal_code)):
            return False
        if self.whole == other.whole or (self.house == other.house and _agree(self.unit, other.unit)):
            return True
        # Cut where the field ends, one place has two endings in the two formats.
        return (self.is_cut and other.whole.startswith(self.house)) or (
            other.is_cut and self.whole.startswith(other.house)
        )

    def _same_codes(self, other: "Place") -> bool:
        if self.coded is None or other.coded is None:
            return False
        (municipality, road, house, unit), (its_municipality, its_road, its_house, its_unit) = (
            self.coded,
            other.coded,
        )
        return (
            (road, house) == (its_road, its_house)
            and _agree(municipality, its_municipality)
            and _agree(unit, its_unit)
        )


def place_of(address: Address) -> Place:
    """`address` made ready for comparing."""
    house, _, unit = address.standard.partition(",")
    coded_unit = _plain(f"{address.floor} {address.door}")
    coded = None
    if address.road_code and address.house_number:
        municipality = _plain(address.municipality.code) if address.municipality else ""
        coded = (municipality, _plain(address.road_code), _plain(address.house_number), coded_unit)
    return Place(
        whole=_plain(address.standard),
        house=_plain(house),
        unit=_plain(unit) or coded_unit,
        is_cut=len(address.standard.strip()) >= _FIELD_LENGTH,
        # Zeros are how the register says that there is none.
        postal_code=_plain(address.postal_code) if address.postal_code.strip(" 0") else "",
        coded=coded,
    )


def may_be_same_place(one: Address, other: Address) -> bool:
    """Whether the two addresses are, or cannot be told not to be, one place. Unknown addresses never are."""
    return place_of(one).may_be(place_of(other))


def _agree(one: str, other: str) -> bool:
    return not one or not other or one == other


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold()
    return _NOISE.sub("", _LEADING_ZEROS.sub("", folded))
