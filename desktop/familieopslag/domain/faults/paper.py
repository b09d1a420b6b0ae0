"""FO-075 and FO-076: what is printed, or saved to be."""

from familieopslag.domain.faults.kinds import ExitCode, Fault, translate

PDF_NOT_SAVED = Fault(
    "FO-075",
    translate("faults", "PDF-filen blev ikke gemt"),
    translate("faults", "PDF-filen kunne ikke gemmes der."),
    translate("faults", "Vælg en anden mappe, hvor du må gemme filer, og prøv igen."),
    ExitCode.UNEXPECTED,
    retry=True,
    origin="Mappen må ikke skrives, findes ikke mere eller er fuld. Filen fra før er, som den var.",
)
NOT_PRINTED = Fault(
    "FO-076",
    translate("faults", "Der blev ikke udskrevet"),
    translate("faults", "Udskriften kunne ikke sendes til printeren {printer}."),
    translate("faults", "Kontrollér, at printeren er tændt og tilsluttet, eller vælg en anden."),
    ExitCode.UNEXPECTED,
    retry=True,
    origin="Printerkøen tog ikke imod: Windows' spooler, eller lp på Linux.",
)
