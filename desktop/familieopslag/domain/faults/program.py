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
