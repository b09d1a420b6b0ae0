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


class Secrecy(Enum):
    """What a field can give away."""

    NONE = "none"
    LOCATION = "location"
    """Tells where somebody is."""
    OWN_NUMBER = "own_number"
    """The person's own number: its last four are hidden for a protected person."""
    OTHERS_NUMBER = "others_number"
    """Somebody else's number: its last four are always hidden."""


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
    return FieldSpec(code, label, Panel.ADMINISTRATION, kind, code_list, uncertainty)


def _stamdata(
    code: str, label: str, kind: Kind = Kind.TEXT, code_list: CodeListName | None = None
) -> FieldSpec:
    return FieldSpec(code, label, Panel.STAMDATA, kind, code_list)


_SPECS: tuple[FieldSpec, ...] = (
    _stamdata("ADRNVN", "Adresseringsnavn"),
    _stamdata("CNVN_FORNVN", "Fornavn(e)"),
    _stamdata("CNVN_MELNVN", "Mellemnavn"),
    _stamdata("CNVN_EFTERNVN", "Efternavn"),
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
    _administration("CNVN_ADRNVN", "Adresseringsnavn i navneregistret"),
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

FIELDS: dict[str, FieldSpec] = {spec.code: spec for spec in _SPECS}
"""Field code -> what is known of it, in the order in which fields are shown."""


def spec_of(code: str) -> FieldSpec:
    """What is known of `code`. A code nobody knows may hold anything, so it counts as telling a location."""
    return FIELDS.get(code) or FieldSpec(code, code, Panel.OTHER, secrecy=Secrecy.LOCATION)
