"""FO-033 to FO-035 and FO-10x: the secure connection: TLS, the server's certificate and the municipality's."""

from familieopslag.domain.faults.kinds import NOT_DONE, ExitCode, Fault, translate

_LOCKED = translate("faults", "Kontakt it-support. Opslag er spærret, indtil fejlen er rettet.")
_CLOCK = translate(
    "faults",
    "Kontrollér, at pc'ens dato og ur er rigtige. Er de det, så bed it-support om at melde det til Serviceplatformen.",
)

SERVER_NOT_TRUSTED = Fault(
    "FO-033",
    NOT_DONE,
    translate("faults", "Serverens certifikat kunne ikke godkendes."),
    _LOCKED,
    ExitCode.NETWORK,
    origin="OpenSSL's kontrol af serverens certifikat; nummeret (verify) står i de tekniske detaljer.",
)
CLIENT_CERTIFICATE_REFUSED = Fault(
    "FO-034",
    NOT_DONE,
    translate("faults", "Serviceplatformen godkendte ikke kommunens certifikat."),
    translate("faults", "Bed it-support om at kontrollere, at certifikatet hører til serviceaftalen."),
    ExitCode.NETWORK,
    origin="Serverens TLS-besked (alert), som står i de tekniske detaljer.",
)
TLS_FAILED = Fault(
    "FO-035",
    NOT_DONE,
    translate("faults", "Der kunne ikke laves en sikker forbindelse til Serviceplatformen."),
    _LOCKED,
    ExitCode.NETWORK,
    origin="OpenSSL's grund, som står i de tekniske detaljer; fx en server, der ikke taler TLS.",
)
SERVER_CERTIFICATE_EXPIRED = Fault(
    "FO-101",
    NOT_DONE,
    translate("faults", "Serverens certifikat kunne ikke godkendes: det er udløbet."),
    _CLOCK,
    ExitCode.NETWORK,
    origin="OpenSSL verify 10: serverens certifikat eller et i dets kæde er udløbet efter pc'ens ur.",
)
SERVER_CERTIFICATE_NOT_YET_VALID = Fault(
    "FO-102",
    NOT_DONE,
    translate("faults", "Serverens certifikat kunne ikke godkendes: det gælder ikke endnu."),
    _CLOCK,
    ExitCode.NETWORK,
    origin="OpenSSL verify 9: serverens certifikat begynder senere end pc'ens ur. Uret går tit for langsomt.",
)
SERVER_NAME_WRONG = Fault(
    "FO-103",
    NOT_DONE,
    translate("faults", "Serverens certifikat kunne ikke godkendes: det gælder en anden adresse."),
    translate(
        "faults",
        "Bed it-support om at kontrollere servicens adresse, og om trafikken bliver ledt et andet sted hen.",
    ),
    ExitCode.NETWORK,
    origin="OpenSSL verify 62 eller 64: navnet i endpoint står ikke i serverens certifikat.",
)
SERVER_AUTHORITY_UNKNOWN = Fault(
    "FO-104",
    NOT_DONE,
    translate(
        "faults",
        "Serverens certifikat kunne ikke godkendes: programmet stoler ikke på den, der har udstedt det.",
    ),
    translate(
        "faults",
        "Kontakt it-support. Årsagen kan være en proxy, der åbner krypteret trafik (TLS-inspektion): "
        "den skal lade servicens adresse være.",
    ),
    ExitCode.NETWORK,
    origin="OpenSSL verify 18, 19, 20 eller 21: ukendt udsteder, eller et certifikat, der har udstedt sig selv.",
)
TLS_TOO_OLD = Fault(
    "FO-105",
    NOT_DONE,
    translate("faults", "Serveren taler kun en gammel udgave af TLS, som ikke er sikker."),
    translate(
        "faults",
        "Kontakt it-support. Opslag er spærret, indtil serveren eller en proxy på vejen taler TLS 1.2 eller nyere.",
    ),
    ExitCode.NETWORK,
    origin="Serveren afviste TLS 1.2 og 1.3, eller den valgte en ældre udgave.",
)
CLIENT_CERTIFICATE_REVOKED = Fault(
    "FO-106",
    NOT_DONE,
    translate("faults", "Kommunens certifikat er spærret."),
    translate("faults", "Kontakt it-support, som skal bestille et nyt certifikat."),
    ExitCode.NETWORK,
    origin="Serverens TLS-besked (alert) certificate revoked.",
)
