"""Reading the household files of the test register (the format is described in resources/testregister/README.md)."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from familieopslag.testservice.personnummer import birth_date, gender, may_have_been_issued
from familieopslag.testservice.persons import (
    ADDRESS_LINE_LENGTH,
    Address,
    AddressStyle,
    Custody,
    LooseRelative,
    Name,
    Person,
    Status,
)
from familieopslag.testservice.tables import RegisterError, Table

_STATUS_RESIDENT = "01"
_FOREIGN_ADDRESS_LINES = 5
_CUSTODY_HOLDERS = 2
_TIME_OF_DAY = "2000"


@dataclass(frozen=True, slots=True)
class Household:
    """One file: its persons in the file's order, and numbers it mentions that the register does not hold."""

    file: str
    persons: tuple[Person, ...]
    eksterne: frozenset[str]


def read_household(path: Path) -> Household:
    """Read one file; raises RegisterError that names the file and the key, or OSError."""
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RegisterError(f"{path.name}: not readable as TOML: {error}") from error
    table = Table(content, path.name)
    addresses = {name: _address(entry) for name, entry in table.named_tables("adresse").items()}
    persons = tuple(_person(entry, addresses) for entry in table.tables("person"))
    eksterne = frozenset(table.texts("eksterne"))
    table.finish()
    return Household(path.name, persons, eksterne)


def _address(table: Table) -> Address:
    address = Address(
        kommune=_digits(table, "kommune", 4),
        vejkode=_digits(table, "vejkode", 4, optional=True),
        vej=_line(table, "vej", 20),
        husnr=_house_number(table),
        etage=_floor(table),
        doer=_line(table, "doer", 4),
        bnr=_line(table, "bnr", 4),
        lokalitet=_line(table, "lokalitet"),
        by=_line(table, "by"),
        postnr=_digits(table, "postnr", 4, optional=True),
        postdistrikt=_line(table, "postdistrikt", 20),
    )
    table.finish()
    return address


def _person(table: Table, addresses: dict[str, Address]) -> Person:
    pnr = _number(table)
    born = table.text("foedt") or f"{birth_date(pnr):%Y%m%d}"
    person = Person(
        pnr=pnr,
        koen=gender(pnr),
        foedt=born,
        foedt_usikker=table.flag("foedt_usikker"),
        navn=_name(table, born),
        status=_status(table),
        gaeldende=table.text("gaeldende"),
        beskyttelse=table.texts("beskyttelse"),
        adresse=_residence(table, addresses),
        adressestil=AddressStyle.NEW if table.flag("ny_adressestil") else AddressStyle.OLD,
        convn=_line(table, "convn"),
        udland=_foreign_address(table),
        udrejseland=_digits(table, "udrejseland", 4, optional=True),
        mor=table.texts("mor"),
        far=table.texts("far"),
        aegtefaelle=table.text("aegtefaelle"),
        partner=table.text("partner"),
        tidligere_aegtefaeller=table.texts("tidligere_aegtefaelle"),
        vaerge=table.text("vaerge"),
        andre=tuple(_loose_relative(entry) for entry in table.tables("andre")),
        foraeldremyndighed=_custody(table),
        felter=table.mapping("felter"),
        viser=table.text("viser"),
    )
    table.finish()
    return person


def _number(table: Table) -> str:
    pnr = table.text("pnr", None)
    if birth_date(pnr) is None:
        raise table.error("pnr", "must be ten digits with a real date")
    if may_have_been_issued(pnr):
        raise table.error("pnr", "may belong to somebody: it must fail modulus 11 and not be of a 1 January")
    return pnr


def _name(table: Table, born: str) -> Name | None:
    given, middle, family = table.text("fornavn"), table.text("mellemnavn"), table.text("efternavn")
    full = " ".join(part for part in (given, middle, family) if part)
    name = Name(
        fornavn=given,
        mellemnavn=middle,
        efternavn=family,
        adressering=_line(table, "adresseringsnavn") or full,
        fornavn_markering=table.text("fornavn_markering"),
        mellemnavn_markering=table.text("mellemnavn_markering"),
        efternavn_markering=table.text("efternavn_markering"),
        fra=_digits(table, "navn_fra", 12, optional=True) or born + _TIME_OF_DAY,
        fra_usikker=table.flag("navn_fra_usikker"),
        har_tidligere=table.flag("tidligere_navne"),
    )
    if len(name.adressering) > ADDRESS_LINE_LENGTH:
        raise table.error("adresseringsnavn", "is needed: the full name is longer than 34 characters")
    return name if full else None


def _status(table: Table) -> Status:
    status = Status(
        kode=table.text("status") or _STATUS_RESIDENT,
        dato=_digits(table, "status_dato", 8, optional=True),
        tidspunkt=_digits(table, "status_tidspunkt", 12, optional=True),
        usikker=table.flag("status_usikker"),
    )
    if not re.fullmatch(r"[0-9]{2}", status.kode):
        raise table.error("status", "must be two digits")
    if (status.kode == _STATUS_RESIDENT) != (not status.dato):
        raise table.error("status_dato", "belongs to every status but 01, and to none of status 01")
    return status


def _residence(table: Table, addresses: dict[str, Address]) -> Address | None:
    name = table.text("adresse")
    if name and name not in addresses:
        raise table.error("adresse", "names no address of this file")
    return addresses[name] if name else None


def _foreign_address(table: Table) -> tuple[str, ...]:
    lines = table.texts("udland")
    if len(lines) > _FOREIGN_ADDRESS_LINES or any(len(line) > ADDRESS_LINE_LENGTH for line in lines):
        raise table.error("udland", "holds five lines of 34 characters at most")
    return lines


def _loose_relative(table: Table) -> LooseRelative:
    relative = LooseRelative(
        pnr_foeddato=table.text("pnr_foeddato", None),
        fammrk=table.text("fammrk", None),
        navn=_line(table, "navn"),
    )
    if not re.fullmatch(r"[0-9]{8}|[0-9]{10}", relative.pnr_foeddato):
        raise table.error("pnr_foeddato", "must be a number or a birth date of 8 digits")
    table.finish()
    return relative


def _custody(table: Table) -> tuple[Custody, ...]:
    entries = table.tables("foraeldremyndighed")
    if len(entries) > _CUSTODY_HOLDERS:
        raise table.error("foraeldremyndighed", "has two holders at most")
    return tuple(_custody_holder(entry) for entry in entries)


def _custody_holder(table: Table) -> Custody:
    holder = Custody(
        type=_digits(table, "type", 5),
        fra=_digits(table, "fra", 8),
        usikker=table.flag("usikker"),
        pnr=table.text("pnr"),
    )
    if bool(holder.pnr) != (holder.type in {"00005", "00006"}):
        raise table.error("pnr", "belongs to types 00005 and 00006, and to none of the others")
    table.finish()
    return holder


def _house_number(table: Table) -> str:
    text = table.text("husnr")
    if not text:
        return ""
    match = re.fullmatch(r"([0-9]{1,3})([A-Z]?)", text)
    if match is None:
        raise table.error("husnr", "must be a number, if need be with a capital letter")
    return match[1].zfill(3) + match[2]


def _floor(table: Table) -> str:
    text = _line(table, "etage", 2)
    return text.zfill(2) if text.isdigit() else text


def _digits(table: Table, key: str, length: int, *, optional: bool = False) -> str:
    text = table.text(key, "" if optional else None)
    if text and not re.fullmatch(f"[0-9]{{{length}}}", text):
        raise table.error(key, f"must be {length} digits")
    return text


def _line(table: Table, key: str, length: int = ADDRESS_LINE_LENGTH) -> str:
    text = table.text(key)
    if len(text) > length:
        raise table.error(key, f"must not be longer than {length} characters")
    return text
