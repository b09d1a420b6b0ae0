"""What is said about a purpose that is missing and a case number that cannot be used."""

from familieopslag.domain.errand import CASE_NUMBER_LENGTH, CaseNumberFault
from familieopslag.presentation.texts import Translate, danish


def purpose_missing_text(translate: Translate = danish) -> str:
    """What to do before anybody can be looked up."""
    return translate("errand", "Vælg et formål for at slå op.")


def case_number_text(fault: CaseNumberFault, translate: Translate = danish) -> str:
    """Why what was typed is no case number. It does not repeat what was typed."""
    match fault:
        case CaseNumberFault.PERSON_NUMBER:
            return translate("errand", "Sagsnummeret ligner et CPR-nummer, som ikke må stå i loggen.")
        case CaseNumberFault.TOO_LONG:
            return translate("errand", "Sagsnummeret er for langt. Det må højst have {count} tegn.").format(
                count=CASE_NUMBER_LENGTH
            )
        case CaseNumberFault.UNPRINTABLE:
            return translate("errand", "Sagsnummeret har tegn, som ikke kan stå i loggen.")
