"""The field register: every field code that is known, what it means and where it belongs.

Source: service.md §2 (the codes seen in recorded replies, and the patterns of the sister services).
"""

from dataclasses import dataclass
from enum import Enum

from familieopslag.domain.codes import CodeListName


class Panel(Enum):
    """Where a field is shown."""

    STAMDATA = "stamdata"
    ADDRESS = "adresse"
    ADMINISTRATION = "administration"
    OTHER = "øvrige"


class Kind(Enum):
    """How a value is read."""

    TEXT = "text"
    DATE = "date"
    CODE = "code"
    CPR = "cpr"
    CPR_OR_BIRTH = "cpr_or_birth"
    POSTAL_CODE = "postal_code"
    PADDED = "padded"
    MARKER = "marker"
    UNCERTAINTY = "uncertainty"
    AUTHORITY = "authority"
    """A myndighedskode: municipalities and countries are known by name, others are not (service.md §5.6)."""


class Secrecy(Enum):
    """What a field can give away."""

    NONE = "none"
    LOCATION = "location"
    """Tells where somebody is."""
    OWN_NUMBER = "own_number"
    """The person's own number: its last four are hidden for a protected person."""
    OTHERS_NUMBER = "others_number"
    """Somebody else's number: its last four are always hidden."""
    NAME = "name"
    """A name: hidden for a protected person where the municipality says so, and never in what leaves the screen."""


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """What is known of a field code. `uncertainty` names the marker field that belongs to a date."""

    code: str
    label: str
    panel: Panel
    kind: Kind = Kind.TEXT
    code_list: CodeListName | None = None
    uncertainty: str | None = None
    secrecy: Secrecy = Secrecy.NONE


def _name(code: str, label: str, panel: Panel = Panel.STAMDATA) -> FieldSpec:
    return FieldSpec(code, label, panel, secrecy=Secrecy.NAME)


def _location(
    code: str, label: str, kind: Kind = Kind.TEXT, code_list: CodeListName | None = None
) -> FieldSpec:
    return FieldSpec(code, label, Panel.ADDRESS, kind, code_list, secrecy=Secrecy.LOCATION)


def _administration(
    code: str,
    label: str,
    kind: Kind = Kind.TEXT,
    code_list: CodeListName | None = None,
    uncertainty: str | None = None,
) -> FieldSpec:
    # Which municipality reported something is a hint at where the person lives.
    secrecy = Secrecy.LOCATION if kind is Kind.AUTHORITY else Secrecy.NONE
    return FieldSpec(code, label, Panel.ADMINISTRATION, kind, code_list, uncertainty, secrecy)


def _stamdata(
    code: str, label: str, kind: Kind = Kind.TEXT, code_list: CodeListName | None = None
) -> FieldSpec:
    return FieldSpec(code, label, Panel.STAMDATA, kind, code_list)


_SPECS: tuple[FieldSpec, ...] = (
    _name("ADRNVN", "Adresseringsnavn"),
    _name("CNVN_FORNVN", "Fornavn(e)"),
    _name("CNVN_MELNVN", "Mellemnavn"),
    _name("CNVN_EFTERNVN", "Efternavn"),
    FieldSpec("PNR", "Personnummer", Panel.STAMDATA, Kind.CPR, secrecy=Secrecy.OWN_NUMBER),
    FieldSpec("PNRGAELD", "Gældende personnummer", Panel.STAMDATA, Kind.CPR, secrecy=Secrecy.OWN_NUMBER),
    FieldSpec(
        "PNR_FOEDDATO",
        "Personnummer",
        Panel.STAMDATA,
        Kind.CPR_OR_BIRTH,
        secrecy=Secrecy.OTHERS_NUMBER,
    ),
    FieldSpec(
        "PNT_FOEDDATO",
        "Personnummer",
        Panel.STAMDATA,
        Kind.CPR_OR_BIRTH,
        secrecy=Secrecy.OTHERS_NUMBER,
    ),
    FieldSpec("FOEDDATO", "Fødselsdato", Panel.STAMDATA, Kind.DATE, uncertainty="FOEDDATOUSM"),
    _stamdata("KOEN", "Køn", Kind.CODE, CodeListName.GENDER),
    _stamdata("STATUS", "Status", Kind.CODE, CodeListName.STATUS),
    _stamdata("STARTDATOSTATUS", "Statusdato", Kind.DATE),
    _stamdata("BESKYT", "Navne- og adressebeskyttelse", Kind.MARKER),
    _stamdata("CBSK_TYP", "Beskyttelsestype", Kind.CODE, CodeListName.PROTECTION),
    _stamdata("FAMMRK", "Familierelation", Kind.CODE, CodeListName.RELATION),
    _location("CONVN", "C/o-navn"),
    _location("LOKALITET", "Lokalitet"),
    _location("STADR", "Standardadresse"),
    _location("BYNVN", "Bynavn"),
    _location("POSTNR", "Postnummer", Kind.POSTAL_CODE),
    _location("CPST_POSTNR", "Postnummer", Kind.POSTAL_CODE),
    _location("CPSN_POSTDISTTXT", "Postdistrikt"),
    _location("KOMKOD", "Kommune", Kind.CODE, CodeListName.MUNICIPALITY),
    _location("VEJKOD", "Vejkode", Kind.CODE, CodeListName.ROAD),
    _location("HUSNR", "Husnummer", Kind.PADDED),
    _location("ETAGE", "Etage", Kind.PADDED),
    _location("SIDEDOER", "Side/dør", Kind.PADDED),
    _location("BNR", "Bygningsnummer"),
    *(_location(f"UDLANDSADR{line}", f"Udlandsadresse, linje {line}") for line in range(1, 6)),
    _location("UDRLANDEKOD", "Udrejseland", Kind.CODE, CodeListName.COUNTRY),
    _location("UDR_LANDEKOD", "Udrejseland", Kind.CODE, CodeListName.COUNTRY),
    _name("CNVN_ADRNVN", "Adresseringsnavn i navneregistret", Panel.ADMINISTRATION),
    _administration("CNVN_FORNVNMRK", "Markering af fornavn"),
    _administration("CNVN_MELNVNMRK", "Markering af mellemnavn"),
    _administration("CNVN_EFTERNVNMRK", "Markering af efternavn"),
    _administration("CNVN_STARTDATO", "Navn gyldigt fra", Kind.DATE, uncertainty="CNVN_STARTDATOUSM"),
    _administration("HISTORIKMRK", "Har haft tidligere navne", Kind.MARKER),
    _administration("CNVN_KOEN", "Køn i navneregistret", Kind.CODE, CodeListName.GENDER),
    _administration("CNVN_STATUS", "Status i navneregistret", Kind.CODE, CodeListName.STATUS),
    _administration(
        "CNVN_STATUSSTARTDATO", "Status i navneregistret fra", Kind.DATE, uncertainty="CNVN_STATUSDATOUSM"
    ),
    _administration("FOEDDATOUSM", "Fødselsdato usikker", Kind.UNCERTAINTY),
    _administration("CNVN_STARTDATOUSM", "Navn gyldigt fra, usikker", Kind.UNCERTAINTY),
    _administration("CNVN_STATUSDATOUSM", "Status i navneregistret fra, usikker", Kind.UNCERTAINTY),
    _administration("FORAELDREMYNMRK", "Forældremyndighed registreret", Kind.MARKER),
    *(
        spec
        for side in ("A", "B")
        for spec in (
            _administration(
                f"CFMY_RELTYP{side}", f"Forældremyndighed {side}", Kind.CODE, CodeListName.CUSTODY
            ),
            _administration(
                f"CFMY_STARTDATO{side}",
                f"Forældremyndighed {side} fra",
                Kind.DATE,
                uncertainty=f"CFMY_STARTDATOUSM{side}",
            ),
            _administration(
                f"CFMY_STARTDATOUSM{side}", f"Forældremyndighed {side} fra, usikker", Kind.UNCERTAINTY
            ),
            FieldSpec(
                f"FORAELDRE_MYN_PNR{side}",
                f"Anden indehaver {side} af forældremyndighed",
                Panel.ADMINISTRATION,
                Kind.CPR,
                secrecy=Secrecy.OTHERS_NUMBER,
            ),
        )
    ),
)

# No recorded reply holds these: the page promises reporting dates and authorities, and CPR's other services spell
# them so (service.md §2). Those of an address tell when somebody moved, but not where.
_REPORTING: tuple[FieldSpec, ...] = (
    _name("SLAEGTSNVN", "Slægtsnavn"),
    _name("CNVN_SLAEGTSNVN", "Slægtsnavn i navneregistret", Panel.ADMINISTRATION),
    _location("VEJADRNVN", "Vejadresseringsnavn"),
    _location("KOMNVN", "Kommunenavn"),
    _administration("TILFLYKOMDATO", "Tilflyttet kommunen", Kind.DATE, uncertainty="TILFLYKOMDATOUSM"),
    _administration("TILFLYKOMDATOUSM", "Tilflyttet kommunen, usikker", Kind.UNCERTAINTY),
    _administration("STARTDATO", "Gyldig fra", Kind.DATE, uncertainty="STARTDATOUSM"),
    _administration("STARTDATOUSM", "Gyldig fra, usikker", Kind.UNCERTAINTY),
    _administration("ADRTS", "Adresse indrapporteret", Kind.DATE),
    _administration("CONVNTS", "C/o-navn indrapporteret", Kind.DATE),
    _administration("TIMSTP", "Indrapporteret", Kind.DATE),
    _administration("SYSTEM_TS", "Registreret i CPR", Kind.DATE),
    _administration("MYNKOD", "Indrapporterende myndighed", Kind.AUTHORITY, CodeListName.MUNICIPALITY),
    _administration("CNVN_TS", "Navn indrapporteret", Kind.DATE),
    _administration("CNVN_MYNKOD", "Navn indrapporteret af", Kind.AUTHORITY, CodeListName.MUNICIPALITY),
    _administration("UDLANDADR_TS", "Udlandsadresse indrapporteret", Kind.DATE),
    _administration(
        "UDLANDADR_MYNKOD", "Udlandsadresse indrapporteret af", Kind.AUTHORITY, CodeListName.MUNICIPALITY
    ),
    *(_location(f"CATX_ADR{line}", f"Kontaktadresse, linje {line}") for line in range(1, 6)),
    _administration("CATX_STARTDATO", "Kontaktadresse fra", Kind.DATE),
    _administration("CATX_SLETDATO", "Kontaktadresse slettet", Kind.DATE),
)

FIELDS: dict[str, FieldSpec] = {spec.code: spec for spec in (*_SPECS, *_REPORTING)}
"""Field code -> what is known of it, in the order in which fields are shown."""

NEVER_RECORDED = frozenset({"UDR_LANDEKOD", *(spec.code for spec in _REPORTING)})
"""Codes that are known from CPR's other services only: no recorded reply of Familie+ holds them."""


_GUESSES: tuple[tuple[tuple[str, ...], str, Kind], ...] = (
    (("USM", "USMA", "USMB"), "usikkerhedsmarkering?", Kind.UNCERTAINTY),
    (("DATO", "DTO"), "dato?", Kind.DATE),
    (("TS", "TIMSTP"), "tidsstempel?", Kind.DATE),
    (("MYNKOD",), "myndighed?", Kind.AUTHORITY),
    (("MRK",), "markering?", Kind.MARKER),
)


def spec_of(code: str) -> FieldSpec:
    """What is known of `code`. A code nobody knows may hold anything, so it counts as telling a location."""
    known = FIELDS.get(code)
    if known is not None:
        return known
    label, kind = _guess(code)
    return FieldSpec(code, label, Panel.OTHER, kind, secrecy=Secrecy.LOCATION)


def _guess(code: str) -> tuple[str, Kind]:
    """A label and a kind for a code that nobody knows, by how the register's own codes end."""
    for endings, words, kind in _GUESSES:
        if code.endswith(endings):
            return f"{code} ({words})", kind
    return code, Kind.TEXT
