"""Parental authority (forældremyndighed, service.md §5.5): who has it, while the person is under 18.

The register leaves the fields on adults and on the dead, names a holder who may be in no row, and says nothing
at all of most children. Not told is not the same as none.
"""

from dataclasses import replace
from datetime import date

from familieopslag.domain.dates import age_in_years
from familieopslag.domain.person import Custody, Holder, LookupResult, Relation
from familieopslag.domain.protection import ADULT_AGE
from familieopslag.presentation.formatting import coded_text, date_text
from familieopslag.presentation.statuses import is_dead
from familieopslag.presentation.texts import Translate
from familieopslag.presentation.view_models import EMPTY, FamilyGroup, FamilyRow

_PARENTS = {Holder.MOTHER: Relation.MOTHER, Holder.FATHER_OR_CO_MOTHER: Relation.FATHER}
"""Parent 1 and parent 2. Parents of one sex share a word in the rows; then the code does not tell which."""


def present_custody(
    result: LookupResult, rows: tuple[FamilyRow, ...], today: date, translate: Translate
) -> FamilyGroup | None:
    """The group Forældremyndighed; None for an adult of whom nothing is registered.

    `rows` runs parallel to the result's relatives. A holder who is in no row gets a row with the number only,
    named by a place behind them (`LookupResult.number_of`).
    """
    person = result.person
    title = translate("custody", "Forældremyndighed")
    # Who died as a child never came of age, however long ago that was.
    died = person.status_date.exact if is_dead(person.status) and person.status_date is not None else None
    years = age_in_years(person.birth, died or today)
    is_registered = bool(person.custody) or bool(person.row.get("FORAELDREMYNMRK"))
    if years is not None and years >= ADULT_AGE:
        return FamilyGroup(title, (), translate("custody", "Ophørt ved 18 år")) if is_registered else None
    if is_dead(person.status):
        return (
            FamilyGroup(title, (), translate("custody", "Ophørt: barnet er dødt")) if is_registered else None
        )
    if not person.custody:
        if years is None and not is_registered:
            return None
        return FamilyGroup(
            title, (), translate("custody", "Ikke oplyst (det betyder ikke, at ingen har den)")
        )
    holders = tuple(
        _holder_row(custody, place, result, rows, translate) for place, custody in enumerate(person.custody)
    )
    return FamilyGroup(title, holders)


def _holder_row(
    custody: Custody, place: int, result: LookupResult, rows: tuple[FamilyRow, ...], translate: Translate
) -> FamilyRow:
    start = ""
    if custody.start is not None:
        start = translate("custody", "fra {date}").format(date=date_text(custody.start, translate))
    words = ", ".join(part for part in (_holder_text(custody, translate), start) if part)
    known = _row_of(custody, result, rows)
    if known is not None:
        return replace(known, relation=words)
    number = custody.cpr
    name = translate("custody", "(ikke i svaret)")
    why_not = translate("custody", "Personen er ikke i svaret og kan ikke slås op herfra.")
    if _is_one_of_the_parents(custody, result):
        name = translate("custody", "(en af forældrene)")
        why_not = translate("custody", "Svaret siger ikke, hvem af forældrene det er. Slå op under Forældre.")
    return FamilyRow(
        index=len(result.relatives) + place,
        relation=words,
        name=name,
        number=number.masked if number is not None else EMPTY,
        age=EMPTY,
        is_minor=False,
        status=EMPTY,
        status_icon="",
        residence=EMPTY,
        street=EMPTY,
        is_hidden=False,
        protection="",
        order="",
        can_open=number is not None,
        why_not="" if number is not None else why_not,
        fields=(),
        # The reply says nothing about this person.
        is_protected=True,
    )


def _row_of(custody: Custody, result: LookupResult, rows: tuple[FamilyRow, ...]) -> FamilyRow | None:
    """The holder's row: by number, else the one parent that the code can mean; None when that is not certain."""
    if custody.cpr is not None:
        theirs = [
            row for relative, row in zip(result.relatives, rows, strict=True) if relative.cpr == custody.cpr
        ]
        # Somebody with several rows is told by the same one, whichever comes first in the reply.
        return min(theirs, key=lambda row: (row.status, row.street, row.name), default=None)
    relation = _PARENTS.get(custody.holder) if custody.holder is not None else None
    if relation is None:
        return None
    meant = [
        row for relative, row in zip(result.relatives, rows, strict=True) if relative.relation is relation
    ]
    return meant[0] if len(meant) == 1 else None


def _is_one_of_the_parents(custody: Custody, result: LookupResult) -> bool:
    """Whether the code means a parent in the rows without telling which: two of them share a word."""
    if custody.cpr is not None or custody.holder not in _PARENTS:
        return False
    return sum(relative.relation in _PARENTS.values() for relative in result.relatives) > 1


def _holder_text(custody: Custody, translate: Translate) -> str:
    match custody.holder:
        case Holder.MOTHER:
            return translate("custody", "Mor")
        case Holder.FATHER_OR_CO_MOTHER:
            return translate("custody", "Far eller medmor")
        case Holder.OTHER_1 | Holder.OTHER_2:
            return translate("custody", "Anden indehaver")
        case None:
            return coded_text(custody.code)
