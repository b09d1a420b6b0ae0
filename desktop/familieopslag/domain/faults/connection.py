"""FO-03x: the way to Serviceplatformen: network, time-outs, proxy."""

from familieopslag.domain.faults.kinds import NOT_DONE, NOT_SET_UP, TRY_AGAIN, ExitCode, Fault, translate

NO_CONNECTION = Fault(
    "FO-030",
    NOT_DONE,
    translate("faults", "Der er ingen forbindelse til Serviceplatformen."),
    translate("faults", "Kontrollér netværk, VPN og proxy, og prøv igen."),
    ExitCode.NETWORK,
    retry=True,
    origin="Navnet findes ikke (DNS), porten er lukket, eller ingen svarer inden for connect_timeout.",
)
TIMEOUT = Fault(
    "FO-031",
    NOT_DONE,
    translate(
        "faults",
        "Serviceplatformen svarede ikke inden for {seconds} sekunder. "
        "Der er ikke vist eller gemt nogen oplysninger.",
    ),
    TRY_AGAIN,
    ExitCode.NETWORK,
    retry=True,
    origin=(
        "Intet inden for read_timeout, intet håndtryk (TLS) inden for connect_timeout, eller et svar, der ikke er "
        "slut efter begge tilsammen."
    ),
)
CONNECTION_LOST = Fault(
    "FO-032",
    NOT_DONE,
    translate("faults", "Forbindelsen blev afbrudt, før svaret var kommet."),
    translate(
        "faults",
        "Prøv igen om lidt. Sker det hver gang, så send fejl-id'et til it-support: også et certifikat, "
        "som Serviceplatformen ikke godkender, kan være årsagen.",
    ),
    ExitCode.NETWORK,
    retry=True,
    origin=(
        "Serveren, en firewall eller en proxy lukkede forbindelsen. Programmet har prøvet en forbindelse uden "
        "opslag og fik ikke at vide, at det skyldes certifikatet."
    ),
)
PROXY_FAILED = Fault(
    "FO-036",
    NOT_DONE,
    translate("faults", "Proxyen lod ikke programmet komme igennem til Serviceplatformen."),
    translate("faults", "Bed it-support om at åbne for servicens adresse i proxyen."),
    ExitCode.NETWORK,
    origin="Proxyens svar på CONNECT; status står i de tekniske detaljer.",
)
REDIRECTED = Fault(
    "FO-037",
    NOT_DONE,
    translate(
        "faults", "Serveren henviste til en anden adresse. Programmet følger ikke sådanne henvisninger."
    ),
    translate("faults", "Bed it-support om at kontrollere servicens adresse."),
    ExitCode.NETWORK,
    origin="HTTP 301, 302, 303, 307 eller 308.",
)
PROXY_AUTHENTICATION = Fault(
    "FO-038",
    NOT_DONE,
    translate("faults", "Proxyen afviste login."),
    translate(
        "faults",
        "Bed it-support om at kontrollere brugernavn og adgangskode til proxyen, "
        "eller om at lade programmet komme uden om den.",
    ),
    ExitCode.NETWORK,
    origin="HTTP 407 på CONNECT. Programmet kan kun logge på en proxy med Basic.",
)
PROXY_UNREACHABLE = Fault(
    "FO-039",
    NOT_DONE,
    translate("faults", "Proxyen svarer ikke."),
    translate(
        "faults",
        "Kontrollér netværk og VPN, og prøv igen. "
        "Sker det igen, så bed it-support om at kontrollere proxyens adresse.",
    ),
    ExitCode.NETWORK,
    retry=True,
    origin="Proxyens navn findes ikke, porten er lukket, eller den svarer ikke på CONNECT i tide.",
)
PROXY_UNUSABLE = Fault(
    "FO-110",
    NOT_SET_UP,
    translate("faults", "Proxyens adresse kan ikke bruges. Den skal se ud som http://navn:port."),
    translate("faults", "Bed it-support om at rette proxyen i indstillingerne."),
    ExitCode.CONFIGURATION,
    origin="[service] proxy eller systemets proxy er ikke en http-adresse (men fx SOCKS eller https).",
)
