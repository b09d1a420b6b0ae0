"""The one exporter: what may leave the window by clipboard or on paper (matrix: screens.md §3.4).

It works on views, so nothing can leave that is not on the screen; and some of what is on the screen stays there: a
protected person's name, unless it has been revealed. Two persons' data never leave together when one of them is
protected: letters with both parents' addresses are what municipalities have been fined for.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from familieopslag.domain.fields import Secrecy, spec_of
from familieopslag.presentation.texts import Translate, danish
from familieopslag.presentation.view_models import (
    CellView,
    FamilyFact,
    FamilyRow,
    FieldState,
    FieldView,
    PersonView,
)

_HIDDEN_MARK = "•"
"""Stands in every number whose serial number is hidden."""
_NUMBERS = (Secrecy.OWN_NUMBER, Secrecy.OTHERS_NUMBER)
LETTER_ONLY = "brev til personen selv"
"""What was confirmed before a revealed address left: the word in the audit log."""


@dataclass(frozen=True, slots=True)
class Export:
    """A text that may leave.

    `what`: words of the program's own for the audit log. `said`: told to the user when it has left. `confirm`: what
    has to be confirmed before, or "".
    """

    text: str = field(repr=False)
    what: str
    said: str
    confirm: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Nothing may leave; `said` tells the user why."""

    said: str


def export_field(item: FieldView, view: PersonView, translate: Translate = danish) -> Export | Refusal:
    """One field of the person on the screen, as it is shown."""
    if item.state is FieldState.MASKED or _HIDDEN_MARK in item.text:
        return Refusal(translate("export", "Kan ikke kopieres: feltet er skjult."))
    secrecy = spec_of(item.code).secrecy
    if secrecy is Secrecy.OWN_NUMBER and _HIDDEN_MARK in view.heading.number:
        # It was in sight when it was asked for, and has been hidden since.
        return Refusal(translate("export", "Kan ikke kopieres: feltet er skjult."))
    if secrecy is Secrecy.NAME and _is_closed(view):
        return Refusal(translate("export", "Kan ikke kopieres: navnet er beskyttet."))
    confirm = letter_only(translate) if view.is_revealed and secrecy is Secrecy.LOCATION else ""
    said = translate("export", "{label} kopieret.").format(label=item.label)
    return Export(item.text, item.code, said, confirm)


def export_number(view: PersonView, translate: Translate = danish) -> Export | Refusal:
    """The CPR number of the person on the screen."""
    if _HIDDEN_MARK in view.heading.number:
        return Refusal(translate("export", "Kan ikke kopieres: feltet er skjult."))
    return Export(view.heading.number, "PNR", translate("export", "CPR-nummer kopieret."))


def export_cell(cell: CellView, view: PersonView, translate: Translate = danish) -> Export | Refusal:
    """One cell of the family list. Where relatives live never leaves, and their numbers by their own command only."""
    row = view.family.row_of(cell.index)
    if row is None:
        return Refusal(translate("export", "Kan ikke kopieres: personen vises ikke længere."))
    if cell.fact is FamilyFact.RESIDENCE:
        if row.is_hidden:
            return Refusal(translate("export", "Kan ikke kopieres: feltet er skjult."))
        return Refusal(
            translate(
                "export", "Familiens adresser kan ikke kopieres herfra. Slå personen op for at kopiere."
            )
        )
    if _HIDDEN_MARK in cell.text:
        return Refusal(
            translate(
                "export", "Kan ikke kopieres: nummeret er skjult. Brug »Kopiér CPR-nr.« i rækkens menu."
            )
        )
    if cell.fact is FamilyFact.NAME and row.is_protected and not row.is_revealed:
        return Refusal(translate("export", "Kan ikke kopieres: navnet er beskyttet."))
    said = translate("export", "{label} kopieret.").format(label=cell.label)
    return Export(cell.text, f"familie: {cell.fact.value}", said)


def export_typed(text: str, view: PersonView | None, translate: Translate = danish) -> Export | Refusal:
    """What is marked in the search field: the user's own typing, or the number of the person on the screen."""
    if _HIDDEN_MARK in text:
        return Refusal(translate("export", "Kan ikke kopieres: feltet er skjult."))
    if view is not None and text == view.heading.number:
        return export_number(view, translate)
    return Export(text, "søgefelt", translate("export", "Teksten i søgefeltet er kopieret."))


def export_relative_number(row: FamilyRow, number: str, translate: Translate = danish) -> Export | Refusal:
    """A relative's CPR number. It is masked on the screen; `number` is the whole one, or "" when there is none."""
    if not number:
        return Refusal(translate("export", "Kan ikke kopieres: personen har intet CPR-nummer."))
    if row.is_protected:
        return Refusal(translate("export", "Kan ikke kopieres: personen er beskyttet."))
    return Export(number, "PNR_FOEDDATO", translate("export", "CPR-nummer kopieret."))


def export_label(view: PersonView, translate: Translate = danish) -> Export | Refusal:
    """The address label: name and address, as on an envelope."""
    if view.address.is_hidden:
        return Refusal(translate("export", "Kan ikke kopieres: adressen er skjult."))
    if not view.address.lines:
        return Refusal(translate("export", "Kan ikke kopieres: der er ingen adresse i CPR."))
    said = translate("export", "Adresselabel kopieret.")
    confirm = letter_only(translate) if view.is_revealed else ""
    return Export("\n".join((view.heading.name, *view.address.lines)), "adresselabel", said, confirm)


def export_text(view: PersonView, translate: Translate = danish) -> Export:
    """The person on the screen as text, without the family and without the number, which leaves by its own command.

    What is protected is left out unless it is revealed.
    """
    lines = [translate("export", "BESKYTTET")] if view.is_protected else []
    lines += [exported_name(view, translate), _facts(view), ""]
    lines += [
        f"{item.label}: {item.text}"
        for item in exported_fields(view.stamdata, view)
        if spec_of(item.code).secrecy not in _NUMBERS
    ]
    lines += ["", translate("export", "Adresse")]
    lines += view.address.lines or (view.address.notice,)
    redacted = _is_closed(view) or view.address.is_hidden
    said = (
        translate("export", "Kopieret uden beskyttede oplysninger.")
        if redacted
        else translate("export", "Fuld tekst kopieret.")
    )
    confirm = letter_only(translate) if view.is_revealed else ""
    return Export("\n".join(lines).strip(), "fuld tekst", said, confirm)


def letter_only(translate: Translate = danish) -> str:
    """What has to be confirmed before an address leaves that protection hides."""
    return translate(
        "export",
        "Adressen er beskyttet eller kan afsløre en beskyttet adresse. Den må kun bruges til brev til personen selv.",
    )


def exported_name(view: PersonView, translate: Translate) -> str:
    """The name as it may leave: not that of a protected person, unless it has been revealed."""
    return translate("export", "Beskyttet person") if _is_closed(view) else view.heading.name


def exported_fields(fields: Iterable[FieldView], view: PersonView) -> Iterable[FieldView]:
    """Those of `fields` that may leave: not what is masked, and no name of a protected person."""
    closed = _is_closed(view)
    return (
        item
        for item in fields
        if item.state is not FieldState.MASKED and not (closed and spec_of(item.code).secrecy is Secrecy.NAME)
    )


def _facts(view: PersonView) -> str:
    heading = view.heading
    return " · ".join(part for part in (heading.age, heading.gender, heading.status) if part)


def _is_closed(view: PersonView) -> bool:
    """Whether the person is protected and nobody has revealed what that hides."""
    return view.is_protected and not view.is_revealed
