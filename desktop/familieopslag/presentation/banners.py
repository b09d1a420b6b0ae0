"""What has to be said across the window about a result: protection first, then by weight (screens.md §2.3).

All that apply are given; how many a window shows at once is the window's business.
"""

from familieopslag.domain.dates import RegisterDate
from familieopslag.domain.person import Extent, LookupResult, Person
from familieopslag.domain.protection import Hidden, Protection, Verdict
from familieopslag.presentation.statuses import (
    current_number_action,
    leads_on,
    on_special_road,
    status_banner,
)
from familieopslag.presentation.texts import Translate
from familieopslag.presentation.view_models import BannerView, Tone

_MALE, _FEMALE = "M", "K"


def present_banners(result: LookupResult, verdict: Verdict, translate: Translate) -> tuple[BannerView, ...]:
    """The banners of `result`, the most important first. `verdict` is the decision on the person looked up."""
    person = result.person
    is_hidden = verdict.address_hidden is not None
    banners = (
        _protection(verdict, translate),
        status_banner(person, country_hidden=is_hidden, translate=translate),
        _other_number(person, translate),
        # VEJKOD is hidden with the address; that somebody has no ordinary road is a hint at where they are.
        None if is_hidden else _special_road(person, translate),
        _incomplete(result.extent, translate),
        None if verdict.number_hidden else _deviation(person, translate),
    )
    return tuple(banner for banner in banners if banner is not None)


def _protection(verdict: Verdict, translate: Translate) -> BannerView | None:
    if verdict.protection is Protection.PROTECTED:
        return BannerView(
            Tone.PROTECTED,
            "shield",
            translate("banners", "NAVNE- OG ADRESSEBESKYTTELSE"),
            translate("banners", "Navn og adresse må ikke oplyses til private (CPR-loven § 28)"),
        )
    if verdict.protection is Protection.UNKNOWN:
        return BannerView(
            Tone.PROTECTED,
            "shield",
            translate("banners", "BESKYTTELSE UKENDT"),
            translate("banners", "Svaret er ikke entydigt. Personen vises som beskyttet."),
        )
    if verdict.address_hidden in (Hidden.HOUSEHOLD, Hidden.KIN):
        return BannerView(
            Tone.WARNING,
            "shield",
            translate("banners", "Adressen er skjult"),
            translate("banners", "Den kan afsløre en beskyttet persons adresse."),
        )
    return None


def _other_number(person: Person, translate: Translate) -> BannerView | None:
    """PNRGAELD also comes with a status that tells of no change (service.md §2)."""
    if person.current_cpr is None or leads_on(person.status):
        return None
    action, label = current_number_action(translate)
    title = translate("banners", "CPR oplyser et andet gældende nummer.")
    return BannerView(Tone.WARNING, "link", title, action=action, action_label=label)


def _special_road(person: Person, translate: Translate) -> BannerView | None:
    """By VEJKOD, whatever the status. A status that says so itself has its own banner."""
    code = person.address.road_code
    if on_special_road(person.status) or not person.address.has_special_road:
        return None
    title = translate("banners", "Registreret på særlig vejkode (vejkode {code})").format(code=code)
    return BannerView(Tone.INFO, "house", title)


def _incomplete(extent: Extent, translate: Translate) -> BannerView | None:
    match extent:
        case Extent.DOUBTFUL:
            return BannerView(
                Tone.WARNING,
                "warning",
                translate("banners", "Familien kan være ufuldstændig."),
                translate("banners", "Det kunne ikke ses, om servicen har flere end dem, der vises."),
            )
        case Extent.INTERRUPTED:
            return BannerView(
                Tone.WARNING,
                "warning",
                translate("banners", "Familien er ikke hentet helt."),
                translate(
                    "banners",
                    "Adresser vises først, når hele familien er hentet. Slå op igen for at hente den.",
                ),
            )
        case Extent.PARTIAL | Extent.WHOLE:
            return None


def _deviation(person: Person, translate: Translate) -> BannerView | None:
    """Birth date and gender are what CPR says they are, whatever the number looks like (screens.md §1).

    Not of a number that has been replaced: that it no longer fits is why.
    """
    if leads_on(person.status):
        return None
    birth, gender = _birth_deviates(person), _gender_deviates(person)
    if birth and gender:
        title = translate("banners", "Fødselsdato og køn i CPR afviger fra personnummeret.")
    elif birth:
        title = translate("banners", "Fødselsdatoen i CPR afviger fra personnummeret.")
    elif gender:
        title = translate("banners", "Kønnet i CPR afviger fra personnummeret.")
    else:
        return None
    return BannerView(Tone.INFO, "info", title, translate("banners", "Det er CPR's oplysning, der vises."))


def _birth_deviates(person: Person) -> bool:
    """Whether a part of the birth date that is known differs from the number's."""
    birth, number = person.birth or RegisterDate(""), person.cpr.birth_date
    parts = ((birth.year, number.year), (birth.month, number.month), (birth.day, number.day))
    return any(told is not None and told != expected for told, expected in parts)


def _gender_deviates(person: Person) -> bool:
    code = person.gender.code if person.gender is not None else ""
    return code in (_MALE, _FEMALE) and (code == _MALE) is not person.cpr.is_male_number
