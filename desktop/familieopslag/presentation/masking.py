"""One row's fields as they may be shown, given the decision on the person that the row is about."""

from familieopslag.domain.fields import FieldSpec, Kind, Panel, Secrecy, spec_of
from familieopslag.domain.person import Field, Row
from familieopslag.domain.protection import Hidden, Verdict
from familieopslag.presentation.formatting import field_text, is_birth_date, number_text
from familieopslag.presentation.texts import Translate
from familieopslag.presentation.view_models import FieldState, FieldView


def field_view(
    item: Field, row: Row, verdict: Verdict, translate: Translate, *, own: bool = True
) -> FieldView:
    """One field with its label. A blank value hides nothing and is shown as empty.

    `own`: the row is about the person looked up, whose own number may be shown when not protected.
    """
    spec = spec_of(item.code)
    if spec.secrecy is not Secrecy.NONE and item.value.strip():
        masked = _masked_text(item, spec, verdict, translate, own=own)
        if masked is not None:
            return FieldView(item.code, spec.label, masked, FieldState.MASKED)
    state = FieldState.RAW if spec.panel is Panel.OTHER else FieldState.SHOWN
    return FieldView(item.code, spec.label, field_text(item, spec, row, translate), state, item.value)


def row_view(row: Row, verdict: Verdict, translate: Translate, *, own: bool) -> tuple[FieldView, ...]:
    """Every field of a row, in the order in which it came."""
    return tuple(field_view(item, row, verdict, translate, own=own) for item in row.fields)


def name_text(name: str | None, verdict: Verdict, translate: Translate) -> str:
    """A person's name as it may be shown; words in its place for the unnamed and for those whose name is hidden."""
    if verdict.name_hidden:
        return translate("masking", "Beskyttet person")
    return name or translate("masking", "(uden navn)")


def hidden_text(reason: Hidden, translate: Translate) -> str:
    """What is said in place of an address."""
    match reason:
        case Hidden.PROTECTED:
            return translate("masking", "Skjult – adressen er beskyttet")
        case Hidden.UNKNOWN:
            return translate("masking", "Beskyttelse ukendt – vises som beskyttet")
        case Hidden.HOUSEHOLD | Hidden.KIN:
            return translate("masking", "Skjult – kan afsløre beskyttet adresse")
        case Hidden.PENDING:
            return translate("masking", "Skjult, indtil hele familien er hentet")


def _masked_text(
    item: Field, spec: FieldSpec, verdict: Verdict, translate: Translate, *, own: bool
) -> str | None:
    secrecy = spec.secrecy
    if spec.kind is Kind.CPR_OR_BIRTH:
        if is_birth_date(item.value):
            return None
        secrecy = Secrecy.OWN_NUMBER if own else Secrecy.OTHERS_NUMBER
    if secrecy is Secrecy.LOCATION and verdict.address_hidden is not None:
        return translate("masking", "Skjult")
    if secrecy is Secrecy.NAME and verdict.name_hidden:
        return name_text("", verdict, translate)
    if secrecy is Secrecy.OTHERS_NUMBER or (secrecy is Secrecy.OWN_NUMBER and verdict.number_hidden):
        return number_text(item.value, masked=True)
    return None
