"""From persons to the rows of a Familie+ reply: row 0 and the rows of the relatives, empty fields left out."""

from collections.abc import Mapping

from familieopslag.testservice.persons import (
    ADDRESS_LINE_LENGTH,
    NAME_AND_ADDRESS_PROTECTION,
    STATUSES_WITHOUT_ADDRESS,
    Address,
    AddressStyle,
    Name,
    Person,
)

Row = Mapping[str, str]
"""Field code -> value, in the order in which the service writes them."""

_UNCERTAIN = "*"
_CERTAIN_CUSTODY_DATE = " "  # the one field that comes as a single blank instead of being left out


def main_row(person: Person) -> Row:
    """Row k=0: the person's own data in the three blocks of the service: stam, CNVN_, CFMY_."""
    blocks = {**_stam(person), **_cnvn(person), **_custody(person)}
    return {**{code: value for code, value in blocks.items() if value}, **person.felter}


def relation_row(person: Person, fammrk: str) -> Row:
    """A row k>=1: `person` as the relative of another, or (FAMMRK "Andet") the main person repeated."""
    address = None if person.status.kode in STATUSES_WITHOUT_ADDRESS else person.adresse
    fields = {
        "ADRNVN": person.adressering,
        "CBSK_TYP": min(person.beskyttelse, default=""),
        "CNVN_STATUS": person.status.kode,
        "CPSN_POSTDISTTXT": address.postdistrikt if address else "",
        "CPST_POSTNR": address.postnr if address else "",
        "FAMMRK": fammrk,
        "PNR_FOEDDATO": person.pnr,
        "STADR": standard_address(address, person.adressestil) if address else "",
    }
    return {code: value for code, value in fields.items() if value}


def standard_address(address: Address, style: AddressStyle) -> str:
    """STADR, at most 34 characters: "Skovvej 77 A,1 tv" in the old style, "Skovvej 77A, 1. tv" in the new one."""
    number = address.husnr.lstrip("0")
    if style is AddressStyle.OLD:
        digits = number.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        number = f"{digits} {number[len(digits) :]}".strip()
    line = f"{address.vej} {number}".strip()
    if address.etage:
        line += _floor(address, style)
    return line[:ADDRESS_LINE_LENGTH].strip()


def _floor(address: Address, style: AddressStyle) -> str:
    floor = address.etage.lstrip("0")
    if style is AddressStyle.OLD:
        return f",{floor} {address.doer}".rstrip()
    return f", {floor}. {address.doer}".rstrip()


def _stam(person: Person) -> dict[str, str]:
    address = person.adresse or Address(kommune="")
    house_number = address.husnr if address.husnr[-1:].isalpha() or not address.husnr else f"{address.husnr} "
    abroad = {f"UDLANDSADR{number}": line for number, line in enumerate(person.udland, start=1)}
    return {
        "ADRNVN": person.adressering,
        "BESKYT": "X" if NAME_AND_ADDRESS_PROTECTION in person.beskyttelse else "",
        "BNR": address.bnr,
        "BYNVN": address.by,
        "CONVN": person.convn,
        "ETAGE": address.etage,
        "FOEDDATO": person.foedt,
        "FOEDDATOUSM": _mark(uncertain=person.foedt_usikker),
        "HUSNR": house_number,
        "KOEN": person.koen,
        "KOMKOD": address.kommune,
        "LOKALITET": address.lokalitet,
        "PNR": person.pnr,
        "PNRGAELD": person.gaeldende,
        "POSTNR": address.postnr or "0",
        "SIDEDOER": address.doer,
        "STADR": standard_address(address, person.adressestil),
        "STARTDATOSTATUS": person.status.dato,
        "STATUS": person.status.kode,
        **abroad,
        "UDRLANDEKOD": person.udrejseland,
        "VEJKOD": address.vejkode,
    }


def _cnvn(person: Person) -> dict[str, str]:
    name = person.navn or Name(fornavn="", efternavn="", adressering="", fra="")
    return {
        "CNVN_ADRNVN": name.adressering,
        "CNVN_EFTERNVN": name.efternavn,
        "CNVN_EFTERNVNMRK": name.efternavn_markering,
        "CNVN_FORNVN": name.fornavn,
        "CNVN_FORNVNMRK": name.fornavn_markering,
        "CNVN_KOEN": person.koen,
        "CNVN_MELNVN": name.mellemnavn,
        "CNVN_MELNVNMRK": name.mellemnavn_markering,
        "CNVN_STARTDATO": name.fra,
        "CNVN_STARTDATOUSM": _mark(uncertain=name.fra_usikker),
        "CNVN_STATUS": person.status.kode,
        "CNVN_STATUSDATOUSM": _mark(uncertain=person.status.usikker),
        "CNVN_STATUSSTARTDATO": person.status.tidspunkt,
        "HISTORIKMRK": "X" if name.har_tidligere else "",
    }


def _custody(person: Person) -> dict[str, str]:
    fields = {"FORAELDREMYNMRK": "X"} if person.foraeldremyndighed else {}
    for letter, holder in zip("AB", person.foraeldremyndighed, strict=False):
        fields[f"CFMY_RELTYP{letter}"] = holder.type
        fields[f"CFMY_STARTDATO{letter}"] = holder.fra
        fields[f"CFMY_STARTDATOUSM{letter}"] = _UNCERTAIN if holder.usikker else _CERTAIN_CUSTODY_DATE
        fields[f"FORAELDRE_MYN_PNR{letter}"] = holder.pnr
    return dict(sorted(fields.items(), key=lambda field: (field[0] != "FORAELDREMYNMRK", field[0])))


def _mark(*, uncertain: bool) -> str:
    return _UNCERTAIN if uncertain else ""
