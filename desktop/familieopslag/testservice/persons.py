"""The test register as data: who there is, where they live and how they are related.

Every text is written as the register keeps it; what a reply makes of it is in `rows`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

NAME_AND_ADDRESS_PROTECTION = "00001"
"""The protection type that also gives BESKYT on the main row."""

STATUSES_WITHOUT_ADDRESS = frozenset({"50", "60", "70", "80", "90"})
"""Relatives with these statuses come without street, post code and post district."""

DECEASED = "90"
REPLACED = frozenset({"50", "60"})
"""Statuses of numbers that PNRGAELD replaces."""

ADDRESS_LINE_LENGTH = 34
"""ADRNVN, STADR, CONVN, LOKALITET, BYNVN and the lines of UDLANDSADR hold this many characters at most."""


class AddressStyle(Enum):
    """How STADR is written: CPR changed it in 2023."""

    OLD = "gammel"
    NEW = "ny"


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A Danish or Greenlandic address; empty text means that the register has no value there."""

    kommune: str
    vejkode: str = ""
    vej: str = ""
    husnr: str = ""
    etage: str = ""
    doer: str = ""
    bnr: str = ""
    lokalitet: str = ""
    by: str = ""
    postnr: str = ""
    postdistrikt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A person's name. `adressering` is ADRNVN; `fra` is CNVN_STARTDATO (12 digits, month and day may be 00)."""

    fornavn: str
    mellemnavn: str = ""
    efternavn: str
    adressering: str
    fornavn_markering: str = ""
    mellemnavn_markering: str = ""
    efternavn_markering: str = ""
    fra: str
    fra_usikker: bool = False
    har_tidligere: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """STATUS with its dates: `dato` 8 digits, `tidspunkt` 12 digits, both possibly impossible; empty for 01."""

    kode: str
    dato: str = ""
    tidspunkt: str = ""
    usikker: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Custody:
    """One holder of the custody of a child.

    `type` is CFMY_RELTYP; `pnr` the holder's number, with types 00005 and 00006 only; `fra` 8 digits.
    """

    type: str
    fra: str
    usikker: bool = False
    pnr: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LooseRelative:
    """A relative whom the register gives as a row only: without a number, or with a relation of its own making.

    `pnr_foeddato` is a number of the register or a birth date of 8 digits; for a number the rest is taken from
    its person.
    """

    pnr_foeddato: str
    fammrk: str
    navn: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person as described once in a household file. Relations name numbers, never copies of persons."""

    pnr: str
    koen: str
    foedt: str
    foedt_usikker: bool
    navn: Name | None
    status: Status
    gaeldende: str
    beskyttelse: tuple[str, ...]
    adresse: Address | None
    adressestil: AddressStyle
    convn: str
    udland: tuple[str, ...]
    udrejseland: str
    mor: tuple[str, ...]
    far: tuple[str, ...]
    aegtefaelle: str
    partner: str
    tidligere_aegtefaeller: tuple[str, ...]
    vaerge: str
    andre: tuple[LooseRelative, ...]
    foraeldremyndighed: tuple[Custody, ...]
    felter: Mapping[str, str]
    viser: str

    @property
    def adressering(self) -> str:
        """ADRNVN, empty for the unnamed."""
        return self.navn.adressering if self.navn else ""

    @property
    def linked_numbers(self) -> tuple[tuple[str, str], ...]:
        """Every number that this person's description refers to, with the key that does so."""
        links = [("mor", pnr) for pnr in self.mor]
        links += [("far", pnr) for pnr in self.far]
        links += [("tidligere_aegtefaeller", pnr) for pnr in self.tidligere_aegtefaeller]
        links += [("foraeldremyndighed", holder.pnr) for holder in self.foraeldremyndighed]
        links += [("aegtefaelle", self.aegtefaelle), ("partner", self.partner), ("vaerge", self.vaerge)]
        links += [("gaeldende", self.gaeldende)]
        return tuple((key, pnr) for key, pnr in links if pnr)
