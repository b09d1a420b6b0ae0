"""The words of the connection test; {places} are named after domain.connection_test.Fact."""

from collections.abc import Mapping

from familieopslag.domain.connection_test import Fact, Outcome, Step
from familieopslag.domain.faults.kinds import translate

CONTEXT = "connection"

TITLES: Mapping[Step, str] = {
    Step.SETTINGS: translate("connection", "Indstillinger"),
    Step.NAME: translate("connection", "Navneopslag (DNS)"),
    Step.CONNECTION: translate("connection", "Forbindelse (TCP)"),
    Step.PROXY: translate("connection", "Proxy"),
    Step.TLS: translate("connection", "Sikker forbindelse (TLS)"),
    Step.CERTIFICATE: translate("connection", "Kommunens certifikat"),
    Step.AGREEMENT: translate("connection", "Serviceaftale"),
}
OUTCOMES: Mapping[Outcome, str] = {
    Outcome.OK: translate("connection", "i orden"),
    Outcome.FAILED: translate("connection", "fejl"),
    Outcome.SKIPPED: translate("connection", "ikke relevant"),
    Outcome.NOT_TRIED: translate("connection", "ikke prøvet"),
}
OF_DONE: Mapping[Step, str] = {
    Step.SETTINGS: translate("connection", "Servicens adresse er {endpoint}."),
    Step.NAME: translate("connection", "{host} har adressen {addresses}."),
    Step.CONNECTION: translate("connection", "Der er svar fra {address}, port {port}."),
    Step.PROXY: translate("connection", "Proxyen {proxy} lukker igennem til servicen."),
    Step.TLS: translate(
        "connection",
        "{tls_version}. Serverens certifikat: {subject}. Udstedt af {issuer}. Gyldigt til {valid_to}.",
    ),
    Step.CERTIFICATE: translate(
        "connection", "{subject}. Udstedt af {issuer}. Gyldigt til {valid_to} ({days_left})."
    ),
    Step.AGREEMENT: translate(
        "connection", "Servicen svarer på kommunens aftale (kvittering {receipt}). Ingen person er slået op."
    ),
}
NO_NAME = translate("connection", "{host} er en adresse, som ikke skal slås op.")
SERVER_IS_TRUSTED = translate("connection", "Serverens certifikat er godkendt.")
LOOKED_UP = translate("connection", "Testnummeret er slået op, og opslaget er logget.")
NO_PROXY = translate("connection", "Der bruges ingen proxy.")

OF_FAILED: Mapping[Step, tuple[Fact, str]] = {
    Step.NAME: (Fact.HOST, translate("connection", "{host} findes ikke i DNS.")),
    Step.CONNECTION: (Fact.PORT, translate("connection", "Ingen svarer på port {port}.")),
    Step.PROXY: (Fact.PROXY, translate("connection", "Proxyen er {proxy}.")),
    Step.CERTIFICATE: (
        Fact.SUBJECT,
        translate("connection", "{subject}. Gyldigt til {valid_to} ({days_left})."),
    ),
}
"""Before the fault's own words, when the step has found that much out."""
CHECK_AGREEMENT = translate(
    "connection",
    "Årsagen kan være de tre UUID'er i indstillingerne (serviceaftale, anvendersystem og myndighed).",
)
"""After a refusal of the service itself, which seldom says so."""
