"""From a result and the decision on it to everything that is shown of it."""

from collections.abc import Iterable
from datetime import date

from familieopslag.domain.fields import FIELDS, Panel, spec_of
from familieopslag.domain.person import Field, LookupResult, Row
from familieopslag.domain.protection import Protection, Verdict, Visibility
from familieopslag.presentation.address import present_address
from familieopslag.presentation.banners import present_banners
from familieopslag.presentation.family import present_family
from familieopslag.presentation.formatting import age_text
from familieopslag.presentation.masking import field_view, name_text, row_view
from familieopslag.presentation.statuses import is_dead, short_status
from familieopslag.presentation.texts import Translate, danish
from familieopslag.presentation.view_models import (
    FieldView,
    HeadingView,
    OriginView,
    PersonView,
)

_ORDER = {code: place for place, code in enumerate(FIELDS)}
_FAMILY_ONLY = frozenset({"FAMMRK", "PNR_FOEDDATO", "PNT_FOEDDATO"})
_MILD_TYPES = frozenset("2345")
"""Protections that hide nothing from a private party by phone, and the credit warning, which is none."""
_SAME_AS_MAIN = {"ADRNVN": "ADRNVN", "STADR": "STADR", "CPST_POSTNR": "POSTNR", "CNVN_STATUS": "CNVN_STATUS"}


def present(
    result: LookupResult,
    visibility: Visibility,
    today: date,
    translate: Translate = danish,
    *,
    relatives_fields: bool = True,
) -> PersonView:
    """The view of `result`. `visibility` must be the decision on the same result; `today` is for ages.

    `relatives_fields` False: without the fields behind each relative, which a window does not show.
    """
    verdict = visibility.person
    panels = _panels(result, verdict, translate)
    return PersonView(
        protection=verdict.protection.value,
        is_protected=verdict.protection.hides,
        is_revealed=verdict.is_revealed,
        can_be_revealed=verdict.can_be_revealed,
        heading=_heading(result, verdict, today, translate),
        banners=present_banners(result, verdict, translate),
        stamdata=panels[Panel.STAMDATA],
        address=present_address(result.person, verdict, panels[Panel.ADDRESS], translate),
        administration=panels[Panel.ADMINISTRATION],
        other=panels[Panel.OTHER],
        own_row=row_view(result.own_row, verdict, translate, own=True) if result.own_row else (),
        family=present_family(result, visibility, today, translate, with_fields=relatives_fields),
        origin=_origin(result, translate),
    )


def protection_text(verdict: Verdict, translate: Translate) -> str:
    """The person's protection in words."""
    match verdict.protection:
        case Protection.PROTECTED:
            return translate("person", "Navne- og adressebeskyttelse")
        case Protection.UNKNOWN:
            return translate("person", "Beskyttelse ukendt – vises som beskyttet")
        case Protection.NOT_PROTECTED:
            return translate("person", "Ingen navne- og adressebeskyttelse registreret")


def _panels(
    result: LookupResult, verdict: Verdict, translate: Translate
) -> dict[Panel, tuple[FieldView, ...]]:
    sources = [(item, result.person.row) for item in result.person.row.fields]
    if result.own_row is not None:
        sources += [(item, result.own_row) for item in _own_additions(result.person.row, result.own_row)]
    panels: dict[Panel, list[FieldView]] = {panel: [] for panel in Panel}
    for item, row in sorted(sources, key=lambda source: _ORDER.get(source[0].code, len(_ORDER))):
        panels[spec_of(item.code).panel].append(field_view(item, row, verdict, translate))
    return {panel: tuple(views) for panel, views in panels.items()}


def _own_additions(main: Row, own: Row) -> Iterable[Field]:
    """What the own row tells that the main row does not; a differing value is told, not dropped."""
    for item in own.fields:
        counterpart = _SAME_AS_MAIN.get(item.code)
        if item.code in _FAMILY_ONLY:
            continue
        if counterpart is None or item.value.strip() != main.get(counterpart):
            yield item


def _heading(result: LookupResult, verdict: Verdict, today: date, translate: Translate) -> HeadingView:
    person = result.person
    status, icon = short_status(person.status, translate)
    code = f" ({person.status.code})" if person.status and person.status.code not in status else ""
    gender = person.gender.text or person.gender.code if person.gender else ""
    return HeadingView(
        name=name_text(person.name, verdict, translate),
        number=person.cpr.masked if verdict.number_hidden else person.cpr.formatted,
        age="" if is_dead(person.status) else age_text(person.birth, today, translate),
        gender=gender.capitalize(),
        status=f"{status}{code}" if status else "",
        status_icon=icon,
        protection=protection_text(verdict, translate),
        chips=tuple(_chips(result, translate)),
    )


def _chips(result: LookupResult, translate: Translate) -> Iterable[str]:
    if result.person.has_former_names:
        yield translate("person", "Har haft tidligere navne")
    kind = result.own_row.coded("CBSK_TYP") if result.own_row is not None else None
    if kind is not None and kind.text and kind.code.strip("0") in _MILD_TYPES:
        yield kind.text


def _origin(result: LookupResult, translate: Translate) -> OriginView:
    local = result.fetched_at.astimezone()
    return OriginView(
        source=translate("person", "CPR-replika, opdateres natten til hverdage"),
        fetched=f"{local:%H:%M:%S}",
        correlation_id=result.correlation_ids[0] if result.correlation_ids else "",
        correlation_ids=result.correlation_ids,
        fetched_at=result.fetched_at.isoformat(timespec="seconds"),
    )
