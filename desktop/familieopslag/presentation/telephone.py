"""Telefonvisning: what a municipality may tell a private caller about a person, and nothing else.

CPR-loven § 42, stk. 2: about a person whom the caller can point out (stk. 6), anybody may be told name and address
unless they are protected, and that the person is dead, missing or has emigrated. Not on the list: the CPR number, the
family, and that there is a protection. So a protected person gets a neutral sentence.
"""

from familieopslag.domain.person import LookupResult
from familieopslag.domain.protection import Visibility
from familieopslag.presentation.address import present_address
from familieopslag.presentation.statuses import status_for_anybody
from familieopslag.presentation.texts import Translate, danish
from familieopslag.presentation.view_models import EMPTY, TelephoneRow, TelephoneView


def present_for_telephone(
    result: LookupResult, visibility: Visibility, translate: Translate = danish
) -> TelephoneView:
    """What may be said of the person looked up. Whoever has been revealed counts as hidden all the same."""
    verdict = visibility.person
    rule = translate(
        "telephone",
        "Oplys kun det, der står her. Den, der ringer, skal først selv kunne udpege personen entydigt.",
    )
    if verdict.protection.hides:
        return TelephoneView(
            rule,
            sentence=translate("telephone", "Sig: »Jeg kan ikke give oplysninger om personen.«"),
            warning=translate("telephone", "Sig ikke, at der er en beskyttelse."),
        )
    person = result.person
    address = present_address(person, verdict, (), translate)
    can_tell_address = bool(address.lines) and not verdict.is_revealed
    rows = (
        TelephoneRow(translate("telephone", "Navn"), person.name or EMPTY),
        TelephoneRow(
            translate("telephone", "Adresse"), ", ".join(address.lines) if can_tell_address else EMPTY
        ),
        TelephoneRow(translate("telephone", "Status"), status_for_anybody(person, translate) or EMPTY),
    )
    warning = ""
    if address.is_hidden or verdict.is_revealed:
        warning = translate("telephone", "Oplys ikke adressen, og sig ikke hvorfor.")
    return TelephoneView(rule, rows=rows, warning=warning)
