"""FO-00x, FO-07x and FO-08x: the program itself, its demonstration, and the user's own wish."""

from familieopslag.domain.faults.kinds import TRY_AGAIN, ExitCode, Fault, translate

UNEXPECTED = Fault(
    "FO-001",
    translate("faults", "Der skete en uventet fejl"),
    translate(
        "faults",
        "Programmet kunne ikke gøre opslaget færdigt. Der er ikke vist eller gemt nogen oplysninger.",
    ),
    TRY_AGAIN,
    ExitCode.UNEXPECTED,
    retry=True,
    origin="En fejl i programmet. De tekniske detaljer har dens slags.",
)
CRASHED = Fault(
    "FO-002",
    translate("faults", "Der skete en fejl i programmet"),
    translate(
        "faults",
        "Alle oplysninger er fjernet fra skærmen. Du kan fortsætte med et nyt opslag. "
        "Det, du var i gang med, er måske ikke gjort færdigt.",
    ),
    translate("faults", "Sker det igen, så kopiér fejlrapporten, og send den til it-support."),
    ExitCode.UNEXPECTED,
    origin="En fejl i programmet uden for et opslag. Rapporten fortæller hvor i programmet, og aldrig om hvem.",
)
PACKAGE_REFUSED = Fault(
    "FO-003",
    translate("faults", "Fejlpakken er ikke gemt"),
    translate("faults", "Der står noget, som ligner et CPR-nummer, et navn eller en adresse, i {part}."),
    translate("faults", "Send fejl-id'et til it-support i stedet, og fortæl, hvilken del det er."),
    ExitCode.UNEXPECTED,
    origin="En fejlpakke må ikke handle om nogen. Det, der blev fundet, står ingen steder.",
)
PACKAGE_NOT_SAVED = Fault(
    "FO-004",
    translate("faults", "Fejlpakken er ikke gemt"),
    translate("faults", "Filen kunne ikke skrives."),
    translate("faults", "Vælg en anden mappe."),
    ExitCode.UNEXPECTED,
    origin="Mappen findes ikke, disken er fuld, eller der er ikke ret til at skrive.",
)
TESTSERVICE_FAILED = Fault(
    "FO-070",
    translate("faults", "Demoen kunne ikke starte"),
    translate("faults", "Den lokale testservice kunne ikke startes."),
    translate("faults", "Luk programmet, og prøv igen."),
    ExitCode.UNEXPECTED,
    retry=True,
    origin="Testservicen blev ikke klar, eller dens register kan ikke bruges.",
)
CANCELLED = Fault(
    "FO-080",
    translate("faults", "Opslaget blev annulleret"),
    translate("faults", "Der er ikke vist eller gemt nogen oplysninger."),
    "",
    ExitCode.CANCELLED,
    retry=True,
    origin="Brugeren afbrød.",
)
