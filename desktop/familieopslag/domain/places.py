"""An address made ready for comparing, across the register's spellings and formats of it.

STADR came as "Skovvej 77 A,1 tv" and, since 2023, comes as "Skovvej 77A, 1. tv" (service.md §6.1). Protection hides
whatever may be the same place: where either side lacks a part, the two count as the same.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import product

_NOISE = re.compile(r"(?<!\d)0+(?=\d)|[\W_]")
"""Leading zeros, blanks and signs."""
_BLANKS = re.compile(r"\s+")
_WHATEVER = None
"""In place of a part: every value of it."""
_Trait = tuple[tuple[str, ...], str, str]
"""What must be alike, and two parts that must not differ where both are known."""
LONGEST_STANDARD = 34
"""Letters in STADR (service.md §2). One that fills it may have lost its floor and door."""


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


def place_of(
    standard: str,
    postal_code: str,
    *,
    floor: str = "",
    door: str = "",
    municipality: str = "",
    road_code: str = "",
    house_number: str = "",
) -> Place:
    """The place of an address with these parts; "" is one that is not given."""
    street, _, rest = standard.partition(",")
    house, unit = _plain(street), _plain(rest)
    coded_unit = _plain(f"{floor} {door}")
    text = standard.strip()
    # Blanks at either end have been stripped: one at the front, and at the cut as many as stand between words.
    stripped = 1 + max(map(len, _BLANKS.findall(text)), default=1)
    coded = None
    if road_code and house_number:
        coded = (_plain(municipality), _plain(road_code), _plain(house_number), coded_unit)
    return Place(
        whole=house + unit,
        house=house,
        unit=unit or coded_unit,
        # Zeros are how the register says that there is none.
        postal_code=_plain(postal_code) if postal_code.strip(" 0") else "",
        coded=coded,
        is_cut=len(text) + stripped >= LONGEST_STANDARD,
    )


def _agreeing(part: str) -> tuple[str | None, ...]:
    """What a part that is kept may be, to agree with `part`: the same, or not known; anything if that isn't known."""
    return (part, "") if part else (_WHATEVER,)


def _any_begins(texts: list[str], beginning: str) -> bool:
    """Whether one of `texts`, which are sorted, begins so."""
    place = bisect_left(texts, beginning)
    return place < len(texts) and texts[place].startswith(beginning)


def _plain(text: str) -> str:
    """`text` without what spellings differ in: case, blanks, signs and leading zeros."""
    if not text or text.isspace():
        return ""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return _NOISE.sub("", folded)
