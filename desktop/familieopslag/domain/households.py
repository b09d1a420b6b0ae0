"""Whether two addresses may be, or certainly are, the same place, across spellings and formats of the address.

STADR came as "Skovvej 77 A,1 tv" and, since 2023, comes as "Skovvej 77A, 1. tv" (service.md §6.1). There are two
tests. Protection hides whatever `may_be` the same: where either side lacks a part, the two count as the same. What is
told to a reader has to be certain: there, a part that is lacking tells nothing.
"""

import re
import unicodedata
from dataclasses import dataclass, field

from familieopslag.domain.codes import code_number
from familieopslag.domain.person import Address, LookupResult, Relative, Row

_NOISE = re.compile(r"[^\w]|_")
_LEADING_ZEROS = re.compile(r"(?<!\d)0+(?=\d)")
_LONGEST_STANDARD = 34
"""Letters in STADR (service.md §2). One that fills it may have lost its floor and door."""
_ORDINARY_DWELLING = {1, 5}
"""STATUS: lives in Denmark or Greenland, and not on a special road code."""


@dataclass(frozen=True, slots=True)
class Place:
    """An address made ready for comparing; "" is a part that is not known."""

    whole: str = field(repr=False)
    house: str = field(repr=False)
    unit: str = field(repr=False)
    postal_code: str = field(repr=False)
    coded: tuple[str, str, str, str] | None = field(repr=False)
    """KOMKOD, VEJKOD, HUSNR, and ETAGE with SIDEDOER, which only the person looked up has."""
    is_cut: bool = False
    """Whether the standard address fills its field, so that its end may be missing."""

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
        # Zeros are how the register says that there is none.
        postal_code=_plain(address.postal_code) if address.postal_code.strip(" 0") else "",
        coded=coded,
        # A blank at the cut has been stripped.
        is_cut=len(address.standard.strip()) >= _LONGEST_STANDARD - 1,
    )


def may_be_same_place(one: Address, other: Address) -> bool:
    """Whether the two addresses are, or cannot be told not to be, one place. Unknown addresses never are."""
    return place_of(one).may_be(place_of(other))


def certain_home(result: LookupResult) -> Place | None:
    """Where the person looked up certainly lives; None when anything about it is open.

    By the person's own row, which comes from the same source as the relatives' rows (service.md §6.1).
    """
    person, own = result.person, result.own_row
    if own is None or person.address.has_special_road or not _lives_ordinarily(person.row):
        return None
    told = Address(
        standard=own.get("STADR"),
        postal_code=own.get("CPST_POSTNR"),
        floor=person.address.floor,
        door=person.address.door,
    )
    home = _certain_place(told, own)
    return home if home == _certain_place(person.address, person.row) else None


def lives_certainly_at(home: Place, relative: Relative) -> bool:
    """Whether `relative` lives at `home` beyond doubt.

    Says nothing of whether it may be told: that is for `domain.protection` to say.
    """
    if _plain(relative.address.postal_code) != home.postal_code:
        return False
    if not _lives_ordinarily(relative.row):
        return False
    return _certain_place(relative.address, relative.row) == home


def _certain_place(address: Address, row: Row) -> Place | None:
    """The place as the texts tell it; None unless it is told whole, once, and with a house number."""
    if len(address.standard) >= _LONGEST_STANDARD or not _tells_once(row, "STADR", "POSTNR", "CPST_POSTNR"):
        return None
    place = place_of(address)
    if not place.postal_code or not any(letter.isdigit() for letter in place.house):
        return None
    return Place("", place.house, place.unit, place.postal_code, None)


def _lives_ordinarily(row: Row) -> bool:
    """Whether every status that the row tells says so."""
    told = {code_number(value) for code in ("STATUS", "CNVN_STATUS") for value in row.values(code)}
    return len(told) == 1 and told <= _ORDINARY_DWELLING


def _tells_once(row: Row, *codes: str) -> bool:
    """Whether no field comes twice with different values, as it may when pages or rows do not agree."""
    return all(len(set(row.values(code))) <= 1 for code in codes)


def _agree(one: str, other: str) -> bool:
    return not one or not other or one == other


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold()
    return _NOISE.sub("", _LEADING_ZEROS.sub("", folded))
