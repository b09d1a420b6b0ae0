"""Whether two addresses may be the same place, across spellings and formats of the standard address.

STADR came as "Skovvej 77 A,1 tv" and, since 2023, comes as "Skovvej 77A, 1. tv" (service.md §6.1). Protection
depends on this comparison, so where either side lacks a part, the two count as the same.
"""

import re
import unicodedata

from familieopslag.domain.person import Address

_NOISE = re.compile(r"[^\w]|_")
_LEADING_ZEROS = re.compile(r"(?<!\d)0+(?=\d)")


def may_be_same_place(one: Address, other: Address) -> bool:
    """Whether the two addresses are, or cannot be told not to be, one place. Unknown addresses never are."""
    return _same_standard_address(one, other) or _same_codes(one, other)


def _same_standard_address(one: Address, other: Address) -> bool:
    if not (one.standard and other.standard and _agree(_postal(one), _postal(other))):
        return False
    if _plain(one.standard) == _plain(other.standard):
        return True
    (house, unit), (other_house, other_unit) = _parts(one), _parts(other)
    return house == other_house and _agree(unit, other_unit)


def _same_codes(one: Address, other: Address) -> bool:
    """By KOMKOD, VEJKOD, HUSNR, ETAGE and SIDEDOER, which only the person looked up has."""
    if not (one.road_code and other.road_code and one.house_number and other.house_number):
        return False
    municipalities = [_plain(a.municipality.code) if a.municipality else "" for a in (one, other)]
    return (
        _agree(*municipalities)
        and _plain(one.road_code) == _plain(other.road_code)
        and _plain(one.house_number) == _plain(other.house_number)
        and _agree(_plain(one.floor + one.door), _plain(other.floor + other.door))
    )


def _agree(one: str, other: str) -> bool:
    return not one or not other or one == other


def _postal(address: Address) -> str:
    return _plain(address.postal_code)


def _parts(address: Address) -> tuple[str, str]:
    house, _, unit = address.standard.partition(",")
    return _plain(house), _plain(unit) or _plain(f"{address.floor} {address.door}")


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold()
    return _NOISE.sub("", _LEADING_ZEROS.sub("", folded))
