"""The address label (postetiket) and the address panel (rules: service.md §6.1)."""

import re

from familieopslag.domain.person import Address, Person
from familieopslag.domain.protection import Verdict
from familieopslag.presentation.formatting import postal_code_text, unpadded
from familieopslag.presentation.masking import hidden_text
from familieopslag.presentation.statuses import is_emigrated, lives_at_home
from familieopslag.presentation.texts import Translate
from familieopslag.presentation.view_models import AddressView, FieldView


def present_address(
    person: Person, verdict: Verdict, fields: tuple[FieldView, ...], translate: Translate
) -> AddressView:
    """The panel. Where CPR holds a Danish and a foreign address, the status tells which one is in force."""
    if verdict.address_hidden is not None:
        notice = hidden_text(verdict.address_hidden, translate)
        return AddressView((), fields, is_hidden=True, notice=notice)
    domestic, abroad = domestic_lines(person.address), foreign_lines(person.address)
    if not domestic and not abroad:
        return AddressView((), fields, is_hidden=False, notice=translate("address", "Ingen adresse i CPR"))
    title, other_title = _titles(person, domestic, abroad, translate)
    lives_abroad = bool(abroad) and (is_emigrated(person.status) or not domestic)
    lines, other = (abroad, domestic) if lives_abroad else (domestic, abroad)
    return AddressView(
        lines,
        fields,
        is_hidden=False,
        notice="",
        title=title,
        other_title=other_title,
        other_lines=other,
    )


def _titles(
    person: Person, domestic: tuple[str, ...], abroad: tuple[str, ...], translate: Translate
) -> tuple[str, str]:
    """What stands above the first and above the second address. One address that may be in force needs nothing."""
    former = translate("address", "Tidligere dansk adresse (ikke gældende)")
    if not (domestic and abroad):
        return (former if domestic and is_emigrated(person.status) else "", "")
    if is_emigrated(person.status):
        return translate("address", "Gældende adresse i udlandet"), former
    if lives_at_home(person.status):
        foreign = translate("address", "Udenlandsk adresse (ikke gældende)")
        return translate("address", "Gældende adresse"), foreign
    return (
        translate("address", "Dansk adresse (status siger ikke, om den er gældende)"),
        translate("address", "Udenlandsk adresse (status siger ikke, om den er gældende)"),
    )


def domestic_lines(address: Address) -> tuple[str, ...]:
    """The Danish or Greenlandic label under the name: c/o, locality, address, town, post code and district."""
    postal = " ".join(p for p in (postal_code_text(address.postal_code), address.postal_district) if p)
    same_town = address.town.casefold() == address.postal_district.casefold()
    lines = (
        address.care_of,
        address.locality,
        _street(address),
        "" if same_town else address.town,
        postal,
    )
    return tuple(line for line in lines if line)


def foreign_lines(address: Address) -> tuple[str, ...]:
    """The foreign label: the lines as registered, then the country unless they end with it already."""
    country = address.foreign_country
    name = (country.text or country.code) if country is not None else ""
    lines = tuple(line for line in address.foreign_lines if line)
    is_told = bool(lines) and lines[-1].casefold() == name.casefold()
    return lines if is_told or not name else (*lines, name)


def _street(address: Address) -> str:
    """STADR with what it leaves out: floor and door, or in Greenland the building number."""
    building = f"B-{address.building_number}" if address.building_number else ""
    if not address.standard:
        return building
    parts = [address.standard]
    floor, door = unpadded(address.floor), unpadded(address.door)
    if "," not in address.standard and (floor or door):
        stop = "." if floor else ""
        parts.append(f"{floor}{stop} {door}".strip())
    if building and not address.house_number.strip(" 0") and not _tells_building(address):
        parts.append(building)
    return ", ".join(parts)


def _tells_building(address: Address) -> bool:
    """Whether the building number is in STADR, which in a settlement without roads is nothing else."""
    number = re.escape(unpadded(address.building_number))
    return re.search(rf"\bB[- ]?0*{number}\b", address.standard, re.IGNORECASE) is not None
