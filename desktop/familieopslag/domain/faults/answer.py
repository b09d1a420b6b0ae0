"""FO-04x and FO-05x: what Serviceplatformen and the CPR service answer: refusals, and replies that are none."""

from familieopslag.domain.faults.kinds import NOT_DONE, TELL_SUPPORT, TRY_AGAIN, ExitCode, Fault, translate

ACCESS_DENIED = Fault(
    "FO-040",
    NOT_DONE,
    translate("faults", "Kommunen har ikke adgang til servicen med denne opsætning (serviceaftale)."),
    translate("faults", "Bed it-support om at kontrollere certifikatet og de tre UUID'er i indstillingerne."),
    ExitCode.REFUSED,
    origin="HTTP 401 eller 403.",
)
SERVICE_FAULT = Fault(
    "FO-041",
    NOT_DONE,
    translate("faults", "Serviceplatformen meldte fejl: {code}."),
    TELL_SUPPORT,
    ExitCode.REFUSED,
    retry=True,
    origin="En soap:Fault. Koden er dem fra ServiceplatformFault, ellers faultcode; fri tekst vises ikke.",
)
SERVICE_UNAVAILABLE = Fault(
    "FO-042",
    NOT_DONE,
    translate("faults", "Serviceplatformen er ikke tilgængelig lige nu (HTTP {status})."),
    TRY_AGAIN,
    ExitCode.NETWORK,
    retry=True,
    origin="HTTP 5xx uden soap:Fault (fx et servicevindue), 408 eller 429.",
)
RECEIPT = Fault(
    "FO-043",
    NOT_DONE,
    translate("faults", "CPR-servicen afviste opslaget med kvittering {code}."),
    TELL_SUPPORT,
    ExitCode.REFUSED,
    origin=(
        "Kvit, som hverken er 0, 52 eller 172. CPR's liste har fx 4 (ukendt myndighed), 5 (ingen ret), 16 (forkert "
        "feltreference) og 184 (ingen adgang)."
    ),
)
SERVICE_NOT_FOUND = Fault(
    "FO-044",
    NOT_DONE,
    translate("faults", "Der er ingen service på den adresse, som programmet spurgte (HTTP {status})."),
    translate(
        "faults",
        "Prøv igen om lidt; det kan være et servicevindue. "
        "Sker det igen, så bed it-support om at kontrollere servicens adresse.",
    ),
    ExitCode.NETWORK,
    retry=True,
    origin="HTTP 404 eller 410.",
)
REPLY_UNREADABLE = Fault(
    "FO-050",
    NOT_DONE,
    translate("faults", "Svaret kunne ikke læses sikkert. Der vises ingen oplysninger."),
    TRY_AGAIN,
    ExitCode.REFUSED,
    retry=True,
    origin=(
        "Svaret er ikke, som kontrakten siger: content type, tegnsæt, XML (DTD og entiteter afvises), SOAP, GCTP, "
        "manglende Kvit eller hovedrække. De tekniske detaljer siger hvilket."
    ),
)
REPLY_TOO_LARGE = Fault(
    "FO-051",
    NOT_DONE,
    translate("faults", "Svaret var større end tilladt. Der vises ingen oplysninger."),
    TELL_SUPPORT,
    ExitCode.REFUSED,
    origin="Mere end 10 MB, også udpakket.",
)
REPLY_OF_ANOTHER = Fault(
    "FO-052",
    NOT_DONE,
    translate(
        "faults",
        "Svaret handlede om en anden person end den, der blev slået op. Der vises ingen oplysninger.",
    ),
    TELL_SUPPORT,
    ExitCode.REFUSED,
    origin="PNR i svarets hovedrække er ikke det, der blev spurgt om.",
)
REPLY_IS_WEB_PAGE = Fault(
    "FO-053",
    NOT_DONE,
    translate("faults", "Der kom en webside i stedet for et svar fra Serviceplatformen."),
    translate(
        "faults",
        "Kontrollér, at du er logget på netværket. Sker det igen, så bed it-support om at kontrollere "
        "servicens adresse, og om en proxy svarer i stedet.",
    ),
    ExitCode.NETWORK,
    retry=True,
    origin="HTTP 200 med text/html.",
)
