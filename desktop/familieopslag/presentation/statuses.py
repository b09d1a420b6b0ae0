"""STATUS in few words, its icon and its banner (screens.md §2.3, codes: service.md §5.1)."""

from dataclasses import dataclass

from familieopslag.domain.codes import CodedValue
from familieopslag.domain.cpr import from_register
from familieopslag.domain.person import Person
from familieopslag.presentation.formatting import date_text
from familieopslag.presentation.texts import Translate
from familieopslag.presentation.texts import danish as translate
from familieopslag.presentation.view_models import BannerAction, BannerView, Tone


@dataclass(frozen=True, slots=True)
class _Status:
    short: str
    icon: str
    banner: str = ""
    leads_on: bool = False


_EMIGRATED, _DEAD = 80, 90
_AT_HOME = (1, 3, 5, 7)
_SPECIAL_ROAD = (3, 7)
_FOR_ANYBODY = (70, _EMIGRATED, _DEAD)
_STATUSES: dict[int, _Status] = {
    1: _Status(translate("statuses", "Aktiv"), "active"),
    3: _Status(
        translate("statuses", "Aktiv"),
        "house",
        translate("statuses", "Registreret på særlig vejkode ({code})"),
    ),
    5: _Status(translate("statuses", "Aktiv, Grønland"), "active"),
    7: _Status(
        translate("statuses", "Aktiv, Grønland"),
        "house",
        translate("statuses", "Registreret på særlig vejkode i Grønland ({code})"),
    ),
    10: _Status(
        translate("statuses", "Reserveret"), "info", translate("statuses", "Reserveret personnummer ({code})")
    ),
    20: _Status(
        translate("statuses", "Administrativt"),
        "info",
        translate("statuses", "Administrativt personnummer uden bopæl ({code})"),
    ),
    30: _Status(
        translate("statuses", "Annulleret"),
        "cancelled",
        translate("statuses", "Annulleret personnummer ({code})"),
    ),
    50: _Status(
        translate("statuses", "Slettet nummer"),
        "link",
        translate("statuses", "Slettet dobbeltnummer ({code})."),
        leads_on=True,
    ),
    60: _Status(
        translate("statuses", "Ændret nummer"),
        "link",
        translate("statuses", "Personnummeret er ændret ({code})."),
        leads_on=True,
    ),
    70: _Status(
        translate("statuses", "Forsvundet"), "question", translate("statuses", "Forsvundet{date} ({code})")
    ),
    80: _Status(
        translate("statuses", "Udrejst"), "plane", translate("statuses", "Udrejst{date}{country} ({code})")
    ),
    90: _Status(translate("statuses", "Død"), "cross", translate("statuses", "Død{date} ({code})")),
}


def is_dead(status: CodedValue | None) -> bool:
    """Whether a status says that the person is dead: then no age is counted on."""
    return status is not None and status.number == _DEAD


def is_emigrated(status: CodedValue | None) -> bool:
    """Whether a status says that the person has left: then the foreign address is the one in force."""
    return status is not None and status.number == _EMIGRATED


def lives_at_home(status: CodedValue | None) -> bool:
    """Whether a status says that the person is registered as living in Denmark or Greenland."""
    return status is not None and status.number in _AT_HOME


def on_special_road(status: CodedValue | None) -> bool:
    """Whether a status says that the person is registered on a special road code."""
    return status is not None and status.number in _SPECIAL_ROAD


def leads_on(status: CodedValue | None) -> bool:
    """Whether a status says that the number has been replaced or deleted."""
    known = _known(status)
    return known is not None and known.leads_on


def short_status(status: CodedValue | None, translate: Translate) -> tuple[str, str]:
    """The status in a word or two, and its icon; "" when there is none. An unknown code is told as such."""
    if status is None:
        return "", "question"
    known = _known(status)
    if known is not None:
        return translate("statuses", known.short), known.icon
    return translate("statuses", "Ukendt statuskode {code}").format(code=status.code), "question"


def status_banner(person: Person, *, country_hidden: bool, translate: Translate) -> BannerView | None:
    """What has to be said across the window about the person's status; None for an ordinary one."""
    status = person.status
    if status is None:
        return BannerView(Tone.WARNING, "question", translate("statuses", "Status er ikke oplyst."))
    known = _known(status)
    if known is None:
        text = translate("statuses", "Ukendt statuskode {code}").format(code=status.code)
        return BannerView(Tone.WARNING, "question", text)
    if not known.banner:
        return None
    title = translate("statuses", known.banner).format(
        code=status.code,
        date=_date(person, translate),
        country="" if country_hidden else _country(person),
    )
    if not known.leads_on:
        tone = Tone.INFO if known.icon in ("house", "info") else Tone.INACTIVE
        return BannerView(tone, known.icon, title)
    if person.current_cpr is None:
        return BannerView(Tone.INACTIVE, known.icon, title, _no_current_number(person, translate))
    words = translate("statuses", "Gældende nummer findes.")
    return BannerView(Tone.INACTIVE, known.icon, title, words, *current_number_action(translate))


def status_for_anybody(person: Person, translate: Translate) -> str:
    """That the person is dead, missing or has emigrated, which anybody may be told; "" otherwise.

    CPR-loven § 42, stk. 2. Where to somebody has emigrated is in the address, if it is not hidden.
    """
    number = person.status.number if person.status is not None else None
    if number not in _FOR_ANYBODY:
        return ""
    date = f" {date_text(person.status_date, translate)}" if person.status_date else ""
    return f"{translate('statuses', _STATUSES[number].short)}{date}"


def current_number_action(translate: Translate) -> tuple[BannerAction, str]:
    """What a banner offers when CPR names another number for the person, and the words on its button."""
    return BannerAction.GO_TO_CURRENT_NUMBER, translate("statuses", "Gå til gældende nummer")


def _no_current_number(person: Person, translate: Translate) -> str:
    told = person.row.get("PNRGAELD")
    if told and from_register(told) is None:
        return translate("statuses", "Det gældende nummer kan ikke læses.")
    return translate("statuses", "Der er ikke oplyst et andet gældende nummer.")


def _known(status: CodedValue | None) -> _Status | None:
    number = status.number if status is not None else None
    return _STATUSES.get(number) if number is not None else None


def _date(person: Person, translate: Translate) -> str:
    """The date to stand after a word such as "Død"."""
    day = person.status_date
    if day is None:
        return ""
    return f" {date_text(day, translate)}" if day.is_possible else f" – {date_text(day, translate)}"


def _country(person: Person) -> str:
    country = person.address.foreign_country
    return f" – {country.text or country.code}" if country is not None else ""
