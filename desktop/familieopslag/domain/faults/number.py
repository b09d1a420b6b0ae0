"""FO-06x: the number: not a valid one, or nobody's."""

from familieopslag.domain.faults.kinds import ExitCode, Fault, translate

_CHECK = translate("faults", "Kontrollér nummeret.")

NOT_FOUND = Fault(
    "FO-060",
    translate("faults", "Personen blev ikke fundet"),
    translate("faults", "Personen blev ikke fundet i CPR."),
    _CHECK,
    ExitCode.NOT_FOUND,
    origin="Kvit 172.",
)
NUMBER_REFUSED = Fault(
    "FO-061",
    translate("faults", "Nummeret blev afvist"),
    translate("faults", "CPR oplyser, at nummeret ikke er et gyldigt personnummer."),
    _CHECK,
    ExitCode.INVALID_NUMBER,
    origin="Kvit 52.",
)
NUMBER_INVALID = Fault(
    "FO-062",
    translate("faults", "Nummeret kan ikke slås op"),
    translate("faults", "Det er ikke et gyldigt CPR-nummer."),
    _CHECK,
    ExitCode.INVALID_NUMBER,
    origin="Programmets egen kontrol; der er ikke spurgt nogen.",
)
