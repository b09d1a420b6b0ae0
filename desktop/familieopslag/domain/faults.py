"""Every fault that a user can meet: a stable code, what happened, and what to do about it.

Texts are Danish (screens.md §2.5) and may hold `{name}` placeholders that the error's `values` fill in. They are
marked for translation under the context "faults".
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum


class ExitCode(IntEnum):
    """What the command line returns (screens.md §4)."""

    OK = 0
    UNEXPECTED = 1
    USAGE = 2
    CONFIGURATION = 3
    CERTIFICATE = 4
    NETWORK = 5
    REFUSED = 6
    NOT_FOUND = 7
    INVALID_NUMBER = 8
    AUDIT = 9
    FORBIDDEN = 10
    AUDIT_BROKEN = 11
    CANCELLED = 130


def translate(_context: str, text: str) -> str:
    """Mark `text` for the translation files; the words themselves are looked up where they are shown."""
    return text


@dataclass(frozen=True, slots=True)
class Fault:
    """One kind of fault. `retry`: whether trying again as it is can help."""

    code: str
    title: str
    text: str
    action: str
    exit_code: ExitCode
    retry: bool = False


class FamilieopslagError(Exception):
    """An error that can be told to the user as it is.

    `correlation_id`: the id to quote, also the CallersServiceCallIdentifier where a call was made. `values` fill
    the fault's placeholders and never hold personal data. `detail` is technical, short and free of it too.
    """

    def __init__(
        self,
        fault: Fault,
        correlation_id: str,
        *,
        values: Mapping[str, str] | None = None,
        detail: str = "",
    ) -> None:
        super().__init__(f"{fault.code} {correlation_id}")
        self.fault = fault
        self.correlation_id = correlation_id
        self.values: Mapping[str, str] = dict(values or {})
        self.detail = detail


_NOT_DONE = translate("faults", "Opslaget kunne ikke gennemføres")
_NOT_SET_UP = translate("faults", "Programmet er ikke sat rigtigt op")
_SUPPORT = translate("faults", "Send fejl-id'et til it-support.")
_AGAIN = translate("faults", "Prøv igen om lidt. Sker det igen, så send fejl-id'et til it-support.")

UNEXPECTED = Fault(
    "FO-001",
    translate("faults", "Der skete en uventet fejl"),
    translate(
        "faults",
        "Programmet kunne ikke gøre opslaget færdigt. Der er ikke vist eller gemt nogen oplysninger.",
    ),
    _AGAIN,
    ExitCode.UNEXPECTED,
    retry=True,
)
SETTINGS_MISSING = Fault(
    "FO-010",
    _NOT_SET_UP,
    translate("faults", "Der er ingen indstillinger i {file}."),
    translate(
        "faults", "Bed it-support om at sætte programmet op. Med --demo kan du prøve det med testpersoner."
    ),
    ExitCode.CONFIGURATION,
)
SETTINGS_UNREADABLE = Fault(
    "FO-011",
    _NOT_SET_UP,
    translate("faults", "Indstillingerne i {file} kan ikke læses: linje {line}."),
    translate("faults", "Bed it-support om at rette filen, og start programmet igen."),
    ExitCode.CONFIGURATION,
)
SETTINGS_INVALID = Fault(
    "FO-012",
    _NOT_SET_UP,
    translate("faults", "Indstillingen {key} i {file} mangler eller er ikke gyldig."),
    translate("faults", "Bed it-support om at rette filen, og start programmet igen."),
    ExitCode.CONFIGURATION,
)
CERTIFICATE_MISSING = Fault(
    "FO-020",
    _NOT_DONE,
    translate("faults", "Kommunens certifikat blev ikke fundet, eller filen kan ikke læses."),
    translate("faults", "Bed it-support om at kontrollere certifikatet i indstillingerne."),
    ExitCode.CERTIFICATE,
)
CERTIFICATE_UNREADABLE = Fault(
    "FO-021",
    _NOT_DONE,
    translate("faults", "Filen med kommunens certifikat er ikke et certifikat med nøgle (.p12)."),
    translate("faults", "Bed it-support om at kontrollere certifikatet i indstillingerne."),
    ExitCode.CERTIFICATE,
)
CERTIFICATE_EXPIRED = Fault(
    "FO-022",
    _NOT_DONE,
    translate("faults", "Kommunens certifikat er udløbet {date}."),
    translate("faults", "Kontakt it-support, som skal forny det."),
    ExitCode.CERTIFICATE,
)
CERTIFICATE_NOT_YET_VALID = Fault(
    "FO-023",
    _NOT_DONE,
    translate("faults", "Kommunens certifikat gælder først fra {date}."),
    translate("faults", "Kontakt it-support. Kontrollér også, at pc'ens ur går rigtigt."),
    ExitCode.CERTIFICATE,
)
PASSPHRASE_WRONG = Fault(
    "FO-024",
    _NOT_DONE,
    translate("faults", "Adgangskoden til certifikatet er forkert."),
    translate("faults", "Bed it-support om at gemme den rigtige adgangskode."),
    ExitCode.CERTIFICATE,
)
PASSPHRASE_MISSING = Fault(
    "FO-025",
    _NOT_DONE,
    translate("faults", "Adgangskoden til certifikatet mangler."),
    translate("faults", "Bed it-support om at gemme adgangskoden i pc'ens nøglering."),
    ExitCode.CERTIFICATE,
)
KEYRING_UNAVAILABLE = Fault(
    "FO-026",
    _NOT_DONE,
    translate("faults", "Pc'ens nøglering, som gemmer adgangskoden til certifikatet, kan ikke bruges."),
    translate("faults", "Lås nøgleringen op, eller kontakt it-support."),
    ExitCode.CERTIFICATE,
    retry=True,
)
CA_UNREADABLE = Fault(
    "FO-027",
    _NOT_DONE,
    translate("faults", "Filen med de certifikatudstedere, som programmet stoler på, kan ikke læses."),
    translate("faults", "Bed it-support om at kontrollere ca_file i indstillingerne."),
    ExitCode.CONFIGURATION,
)
NO_CONNECTION = Fault(
    "FO-030",
    _NOT_DONE,
    translate("faults", "Der er ingen forbindelse til Serviceplatformen."),
    translate("faults", "Kontrollér netværk, VPN og proxy, og prøv igen."),
    ExitCode.NETWORK,
    retry=True,
)
TIMEOUT = Fault(
    "FO-031",
    _NOT_DONE,
    translate(
        "faults",
        "Serviceplatformen svarede ikke inden for {seconds} sekunder. "
        "Der er ikke vist eller gemt nogen oplysninger.",
    ),
    _AGAIN,
    ExitCode.NETWORK,
    retry=True,
)
CONNECTION_LOST = Fault(
    "FO-032",
    _NOT_DONE,
    translate("faults", "Forbindelsen blev afbrudt, før svaret var kommet."),
    _AGAIN,
    ExitCode.NETWORK,
    retry=True,
)
SERVER_NOT_TRUSTED = Fault(
    "FO-033",
    _NOT_DONE,
    translate("faults", "Serverens certifikat kunne ikke godkendes."),
    translate("faults", "Kontakt it-support. Opslag er spærret, indtil fejlen er rettet."),
    ExitCode.NETWORK,
)
CLIENT_CERTIFICATE_REFUSED = Fault(
    "FO-034",
    _NOT_DONE,
    translate("faults", "Serviceplatformen godkendte ikke kommunens certifikat."),
    translate("faults", "Bed it-support om at kontrollere, at certifikatet hører til serviceaftalen."),
    ExitCode.NETWORK,
)
TLS_FAILED = Fault(
    "FO-035",
    _NOT_DONE,
    translate("faults", "Der kunne ikke laves en sikker forbindelse til Serviceplatformen."),
    translate("faults", "Kontakt it-support. Opslag er spærret, indtil fejlen er rettet."),
    ExitCode.NETWORK,
)
PROXY_FAILED = Fault(
    "FO-036",
    _NOT_DONE,
    translate("faults", "Proxyen lod ikke programmet komme igennem til Serviceplatformen."),
    translate("faults", "Kontakt it-support."),
    ExitCode.NETWORK,
)
REDIRECTED = Fault(
    "FO-037",
    _NOT_DONE,
    translate(
        "faults", "Serveren henviste til en anden adresse. Programmet følger ikke sådanne henvisninger."
    ),
    translate("faults", "Bed it-support om at kontrollere servicens adresse."),
    ExitCode.NETWORK,
)
ACCESS_DENIED = Fault(
    "FO-040",
    _NOT_DONE,
    translate("faults", "Kommunen har ikke adgang til servicen med denne opsætning (serviceaftale)."),
    translate("faults", "Bed it-support om at kontrollere certifikatet og de tre UUID'er i indstillingerne."),
    ExitCode.REFUSED,
)
SERVICE_FAULT = Fault(
    "FO-041",
    _NOT_DONE,
    translate("faults", "Serviceplatformen meldte fejl: {code}."),
    _SUPPORT,
    ExitCode.REFUSED,
    retry=True,
)
SERVICE_UNAVAILABLE = Fault(
    "FO-042",
    _NOT_DONE,
    translate("faults", "Serviceplatformen er ikke tilgængelig lige nu (HTTP {status})."),
    _AGAIN,
    ExitCode.NETWORK,
    retry=True,
)
RECEIPT = Fault(
    "FO-043",
    _NOT_DONE,
    translate("faults", "CPR-servicen afviste opslaget med kvittering {code}."),
    _SUPPORT,
    ExitCode.REFUSED,
)
REPLY_UNREADABLE = Fault(
    "FO-050",
    _NOT_DONE,
    translate("faults", "Svaret kunne ikke læses sikkert. Der vises ingen oplysninger."),
    _AGAIN,
    ExitCode.REFUSED,
    retry=True,
)
REPLY_TOO_LARGE = Fault(
    "FO-051",
    _NOT_DONE,
    translate("faults", "Svaret var større end tilladt. Der vises ingen oplysninger."),
    _SUPPORT,
    ExitCode.REFUSED,
)
REPLY_OF_ANOTHER = Fault(
    "FO-052",
    _NOT_DONE,
    translate(
        "faults",
        "Svaret handlede om en anden person end den, der blev slået op. Der vises ingen oplysninger.",
    ),
    _SUPPORT,
    ExitCode.REFUSED,
)
NOT_FOUND = Fault(
    "FO-060",
    translate("faults", "Personen blev ikke fundet"),
    translate("faults", "Personen blev ikke fundet i CPR."),
    translate("faults", "Kontrollér nummeret."),
    ExitCode.NOT_FOUND,
)
NUMBER_REFUSED = Fault(
    "FO-061",
    translate("faults", "Nummeret blev afvist"),
    translate("faults", "CPR oplyser, at nummeret ikke er et gyldigt personnummer."),
    translate("faults", "Kontrollér nummeret."),
    ExitCode.INVALID_NUMBER,
)
NUMBER_INVALID = Fault(
    "FO-062",
    translate("faults", "Nummeret kan ikke slås op"),
    translate("faults", "Det er ikke et gyldigt CPR-nummer."),
    translate("faults", "Kontrollér nummeret."),
    ExitCode.INVALID_NUMBER,
)
PURPOSE_MISSING = Fault(
    "FO-063",
    translate("faults", "Vælg et formål"),
    translate("faults", "Der skal vælges et formål, før der kan slås op."),
    translate("faults", "Vælg et af de formål, som kommunen har sat op: {purposes}."),
    ExitCode.USAGE,
)
PURPOSE_UNKNOWN = Fault(
    "FO-064",
    translate("faults", "Formålet kendes ikke"),
    translate("faults", "Formålet er ikke et af dem, som kommunen har sat op."),
    translate("faults", "Vælg et af disse: {purposes}."),
    ExitCode.USAGE,
)
CASE_NUMBER_REFUSED = Fault(
    "FO-065",
    translate("faults", "Sagsnummeret kan ikke bruges"),
    translate("faults", "Sagsnummeret ligner et CPR-nummer eller er for langt. Det skrives i loggen."),
    translate("faults", "Skriv sagens nummer, højst 60 tegn og ikke et CPR-nummer."),
    ExitCode.USAGE,
)
TESTSERVICE_FAILED = Fault(
    "FO-070",
    translate("faults", "Demoen kunne ikke starte"),
    translate("faults", "Den lokale testservice kunne ikke startes."),
    translate("faults", "Luk programmet, og prøv igen."),
    ExitCode.UNEXPECTED,
    retry=True,
)
CANCELLED = Fault(
    "FO-080",
    translate("faults", "Opslaget blev annulleret"),
    translate("faults", "Der er ikke vist eller gemt nogen oplysninger."),
    "",
    ExitCode.CANCELLED,
    retry=True,
)
_NOT_LOGGED = translate("faults", "Opslaget kan ikke logges")
AUDIT_UNWRITABLE = Fault(
    "FO-090",
    _NOT_LOGGED,
    translate("faults", "Opslaget kan ikke logges. Opslag er derfor spærret."),
    translate("faults", "Kontakt it-support, som skal give programmet plads og ret til at skrive sin log."),
    ExitCode.AUDIT,
    retry=True,
)
AUDIT_KEY_MISSING = Fault(
    "FO-091",
    _NOT_LOGGED,
    translate(
        "faults",
        "Opslaget kan ikke logges, fordi nøglen til loggen mangler: pc'en har ingen nøglering, som kan bruges, "
        "og indstillingen [audit] key_file er ikke sat. Opslag er derfor spærret.",
    ),
    translate("faults", "Lås nøgleringen op, eller bed it-support om at sætte en nøglefil op."),
    ExitCode.AUDIT,
    retry=True,
)
AUDIT_KEY_UNSAFE = Fault(
    "FO-092",
    _NOT_LOGGED,
    translate(
        "faults",
        "Opslaget kan ikke logges, fordi nøglefilen til loggen kan læses af andre end dig eller ikke er en nøgle. "
        "Opslag er derfor spærret.",
    ),
    translate("faults", "Bed it-support om at kontrollere [audit] key_file i indstillingerne."),
    ExitCode.AUDIT,
)
FORBIDDEN_BY_POLICY = Fault(
    "FO-095",
    translate("faults", "Det er spærret her"),
    translate("faults", "Din administrator har spærret for det."),
    translate("faults", "Kontakt it-support, hvis du har brug for det i dit arbejde."),
    ExitCode.FORBIDDEN,
)


@dataclass(frozen=True, slots=True)
class FaultReport:
    """What a view needs of an error: no exception, so nothing that drags a traceback or a frame along."""

    fault: Fault
    correlation_id: str
    values: Mapping[str, str] = field(default_factory=dict)
    detail: str = ""


def report_of(error: FamilieopslagError) -> FaultReport:
    """The error without its traceback."""
    return FaultReport(error.fault, error.correlation_id, error.values, error.detail)
