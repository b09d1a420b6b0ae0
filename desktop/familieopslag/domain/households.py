"""Who certainly lives together: what may be told to a reader, once protection has nothing against it.

What protection hides goes by what may be the same place (`domain.places`). Here, a part that is lacking tells
nothing.
"""

from familieopslag.domain.codes import code_number
from familieopslag.domain.person import Address, LookupResult, Relative, Row
from familieopslag.domain.places import LONGEST_STANDARD, Place

_ORDINARY_DWELLING = {1, 5}
"""STATUS: lives in Denmark or Greenland, and not on a special road code."""


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
    if relative.address.place.postal_code != home.postal_code:
        return False
    if not _lives_ordinarily(relative.row):
        return False
    return _certain_place(relative.address, relative.row) == home


def _certain_place(address: Address, row: Row) -> Place | None:
    """The place as the texts tell it; None unless it is told whole, once, and with a house number."""
    if len(address.standard) >= LONGEST_STANDARD or not _tells_once(row, "STADR", "POSTNR", "CPST_POSTNR"):
        return None
    place = address.place
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
