"""From a result and the decision on it to everything that is shown of it."""

from collections.abc import Iterable
from datetime import date

from familieopslag.domain.fields import FIELDS, Panel, spec_of
from familieopslag.domain.person import Field, LookupResult, Row
from familieopslag.domain.protection import Hidden, Protection, Verdict, Visibility
from familieopslag.presentation.family import present_family
from familieopslag.presentation.formatting import age_text, postal_code_text
from familieopslag.presentation.masking import field_view, hidden_text, row_view
from familieopslag.presentation.statuses import short_status, status_banner
from familieopslag.presentation.texts import Translate, danish
from familieopslag.presentation.view_models import (
    AddressView,
    BannerView,
    FieldView,
    HeadingView,
    OriginView,
    PersonView,
    Tone,
)

_ORDER = {code: place for place, code in enumerate(FIELDS)}
_FAMILY_ONLY = frozenset({"FAMMRK", "PNR_FOEDDATO", "PNT_FOEDDATO"})
_SAME_AS_MAIN = {"ADRNVN": "ADRNVN", "STADR": "STADR", "CPST_POSTNR": "POSTNR", "CNVN_STATUS": "CNVN_STATUS"}


def present(
    result: LookupResult, visibility: Visibility, today: date, translate: Translate = danish
) -> PersonView:
    """The view of `result`. `visibility` must be the decision on the same result; `today` is for ages."""
    verdict = visibility.person
    panels = _panels(result, verdict, translate)
    return PersonView(
        protection=verdict.protection.value,
        is_protected=verdict.protection.hides,
        heading=_heading(result, verdict, today, translate),
        banners=_banners(result, verdict, translate),
        stamdata=panels[Panel.STAMDATA],
        address=_address(result, verdict, panels[Panel.ADDRESS], translate),
        administration=panels[Panel.ADMINISTRATION],
        other=panels[Panel.OTHER],
        own_row=row_view(result.own_row, verdict, translate, own=True) if result.own_row else (),
        family=present_family(result, visibility, today, translate),
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
    status, icon = short_status(person.status.code if person.status else "", translate)
    code = f" ({person.status.code})" if person.status and person.status.code not in status else ""
    gender = person.gender.text or person.gender.code if person.gender else ""
    return HeadingView(
        name=person.name or translate("person", "(uden navn)"),
        number=person.cpr.masked if verdict.number_hidden else person.cpr.formatted,
        age=age_text(person.birth, today, translate),
        gender=gender.capitalize(),
        status=f"{status}{code}" if status else "",
        status_icon=icon,
        protection=protection_text(verdict, translate),
        chips=(translate("person", "Har haft tidligere navne"),) if person.has_former_names else (),
    )


def _banners(result: LookupResult, verdict: Verdict, translate: Translate) -> tuple[BannerView, ...]:
    banners = []
    if verdict.protection is Protection.PROTECTED:
        banners.append(
            BannerView(
                Tone.PROTECTED,
                "shield",
                translate("person", "NAVNE- OG ADRESSEBESKYTTELSE"),
                translate("person", "Navn og adresse må ikke oplyses til private (CPR-loven § 28)"),
            )
        )
    elif verdict.protection is Protection.UNKNOWN:
        banners.append(
            BannerView(
                Tone.PROTECTED,
                "shield",
                translate("person", "BESKYTTELSE UKENDT"),
                translate("person", "Svaret er ikke entydigt. Personen vises som beskyttet."),
            )
        )
    elif verdict.address_hidden in (Hidden.HOUSEHOLD, Hidden.KIN):
        banners.append(
            BannerView(
                Tone.WARNING,
                "shield",
                translate("person", "Adressen er skjult"),
                translate("person", "Den kan afsløre en beskyttet persons adresse."),
            )
        )
    status = status_banner(
        result.person, country_hidden=verdict.address_hidden is not None, translate=translate
    )
    return (*banners, status) if status is not None else tuple(banners)


def _address(
    result: LookupResult, verdict: Verdict, fields: tuple[FieldView, ...], translate: Translate
) -> AddressView:
    if verdict.address_hidden is not None:
        notice = hidden_text(verdict.address_hidden, translate)
        return AddressView((), fields, is_hidden=True, notice=notice)
    lines = address_lines(result)
    return AddressView(
        lines, fields, is_hidden=False, notice="" if lines else translate("person", "Ingen adresse i CPR")
    )


def address_lines(result: LookupResult) -> tuple[str, ...]:
    """The lines of the address label under the name (service.md §6.1), unmasked; () without an address."""
    address = result.person.address
    postal = " ".join(p for p in (postal_code_text(address.postal_code), address.postal_district) if p)
    town = address.town if address.town.casefold() != address.postal_district.casefold() else ""
    domestic = (address.care_of, address.locality, address.standard, town, postal)
    country = address.foreign_country
    abroad = (*address.foreign_lines, (country.text or country.code) if country else "")
    lines = domestic if any((address.standard, address.care_of, address.locality)) else (postal,)
    return tuple(line for line in (*lines, *abroad) if line)


def _origin(result: LookupResult, translate: Translate) -> OriginView:
    local = result.fetched_at.astimezone()
    return OriginView(
        source=translate("person", "CPR-replika, opdateres natten til hverdage"),
        fetched=f"{local:%H:%M:%S}",
        correlation_id=result.correlation_ids[0] if result.correlation_ids else "",
        correlation_ids=result.correlation_ids,
        fetched_at=result.fetched_at.isoformat(timespec="seconds"),
    )
