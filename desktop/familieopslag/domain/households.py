"""Whether two addresses may be, or certainly are, the same place, across spellings and formats of the address.

STADR came as "Skovvej 77 A,1 tv" and, since 2023, comes as "Skovvej 77A, 1. tv" (service.md §6.1). There are two
tests. Protection hides whatever may be the same (`Places`): where either side lacks a part, the two count as the
same. What is told to a reader has to be certain: there, a part that is lacking tells nothing.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import product

from familieopslag.domain.codes import code_number
from familieopslag.domain.person import Address, LookupResult, Relative, Row

_NOISE = re.compile(r"(?<!\d)0+(?=\d)|[\W_]")
"""Leading zeros, blanks and signs."""
_WHATEVER = None
"""In place of a part: every value of it."""
_Trait = tuple[tuple[str, ...], str, str]
"""What must be alike, and two parts that must not differ where both are known."""
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

    @property
    def traits(self) -> Iterator[_Trait]:
        """What the place goes by: it may be another one when they share a trait and its two parts agree."""
        if self.whole:
            yield (("whole", self.whole), self.postal_code, "")
            yield (("house", self.house), self.postal_code, self.unit)
        if self.coded is not None:
            municipality, road, house, unit = self.coded
            yield (("codes", road, house), municipality, unit)


class Places:
    """Places kept so that one question goes to all of them at once, however many they are."""

    def __init__(self, places: Iterable[Place]) -> None:
        known: dict[tuple[str, ...], set[tuple[str | None, str | None]]] = {}
        cut: set[tuple[str, str | None]] = set()
        spelled: dict[str | None, set[str]] = {}
        for place in places:
            # Each part is kept as it is, and as what somebody who does not know it will ask for.
            for key, one, other in place.traits:
                known.setdefault(key, set()).update(product((one, _WHATEVER), (other, _WHATEVER)))
            for postal_code in (place.postal_code, _WHATEVER) if place.whole else ():
                spelled.setdefault(postal_code, set()).add(place.whole)
                if place.is_cut:
                    cut.add((place.house, postal_code))
        self._known = known
        self._cut = cut
        self._cut_lengths = {len(house) for house, _ in cut}
        self._spelled = {postal_code: sorted(texts) for postal_code, texts in spelled.items()}

    def may_hold(self, place: Place) -> bool:
        """Whether `place` is, or cannot be told not to be, one of them. Unknown addresses never are."""
        return bool(self._known) and (self._share_trait(place) or self._share_beginning(place))

    def _share_trait(self, place: Place) -> bool:
        return any(
            parts in self._known[key]
            for key, one, other in place.traits
            if key in self._known
            for parts in product(_agreeing(one), _agreeing(other))
        )

    def _share_beginning(self, place: Place) -> bool:
        """Cut where the field ends, one place has two endings in the two formats."""
        return bool(place.whole) and any(
            (place.is_cut and _any_begins(self._spelled.get(postal_code, []), place.house))
            or any((place.whole[:length], postal_code) in self._cut for length in self._cut_lengths)
            for postal_code in _agreeing(place.postal_code)
        )


def place_of(address: Address) -> Place:
    """`address` made ready for comparing."""
    street, _, rest = address.standard.partition(",")
    house, unit = _plain(street), _plain(rest)
    coded_unit = _plain(f"{address.floor} {address.door}")
    coded = None
    if address.road_code and address.house_number:
        municipality = _plain(address.municipality.code) if address.municipality else ""
        coded = (municipality, _plain(address.road_code), _plain(address.house_number), coded_unit)
    return Place(
        whole=house + unit,
        house=house,
        unit=unit or coded_unit,
        # Zeros are how the register says that there is none.
        postal_code=_plain(address.postal_code) if address.postal_code.strip(" 0") else "",
        coded=coded,
        # A blank at the cut has been stripped.
        is_cut=len(address.standard.strip()) >= _LONGEST_STANDARD - 1,
    )


def may_be_same_place(one: Address, other: Address) -> bool:
    """Whether the two addresses are, or cannot be told not to be, one place. Unknown addresses never are."""
    return Places((place_of(other),)).may_hold(place_of(one))


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


def _agreeing(part: str) -> tuple[str | None, ...]:
    """What a part that is kept may be, to agree with `part`: the same, or not known; anything if that isn't known."""
    return (part, "") if part else (_WHATEVER,)


def _any_begins(texts: list[str], beginning: str) -> bool:
    """Whether one of `texts`, which are sorted, begins so."""
    place = bisect_left(texts, beginning)
    return place < len(texts) and texts[place].startswith(beginning)


def _plain(text: str) -> str:
    if not text or text.isspace():
        return ""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return _NOISE.sub("", folded)
