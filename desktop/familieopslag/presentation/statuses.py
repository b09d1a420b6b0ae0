"""STATUS in few words, its icon and its banner (screens.md §2.3, codes: service.md §5.1)."""

from dataclasses import dataclass

from familieopslag.domain.codes import CodedValue
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


_DEAD = 90
_FOR_ANYBODY = (70, 80, _DEAD)
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
    return status is not None and _number(status.code) == _DEAD


def short_status(code: str, translate: Translate) -> tuple[str, str]:
    """The status in a word or two, and its icon. An unknown code is told as such."""
    known = _known(code)
    if known is not None:
        return translate("statuses", known.short), known.icon
    if not code:
        return "", "question"
    return translate("statuses", "Ukendt statuskode {code}").format(code=code), "question"


def status_banner(person: Person, *, country_hidden: bool, translate: Translate) -> BannerView | None:
    """What has to be said across the window about the person's status; None for an ordinary one."""
    code = person.status.code if person.status else ""
    known = _known(code)
    if known is None:
        text = translate("statuses", "Ukendt statuskode {code}").format(code=code or "–")
        return BannerView(Tone.WARNING, "question", text)
    if not known.banner:
        return None
    title = translate("statuses", known.banner).format(
        code=code,
        date=f" {date_text(person.status_date, translate)}" if person.status_date else "",
        country="" if country_hidden else _country(person),
    )
    if known.leads_on and person.current_cpr is not None:
        return BannerView(
            Tone.INACTIVE,
            known.icon,
            title,
            translate("statuses", "Gældende nummer findes."),
            BannerAction.GO_TO_CURRENT_NUMBER,
            translate("statuses", "Gå til gældende nummer"),
        )
    tone = Tone.INFO if known.icon in ("house", "info") else Tone.INACTIVE
    return BannerView(tone, known.icon, title)


def status_for_anybody(person: Person, translate: Translate) -> str:
    """That the person is dead, missing or has emigrated, which anybody may be told; "" otherwise.

    CPR-loven § 42, stk. 2. Where to somebody has emigrated is in the address, if it is not hidden.
    """
    number = _number(person.status.code) if person.status else None
    if number not in _FOR_ANYBODY:
        return ""
    date = f" {date_text(person.status_date, translate)}" if person.status_date else ""
    return f"{translate('statuses', _STATUSES[number].short)}{date}"


def _known(code: str) -> _Status | None:
    number = _number(code)
    return _STATUSES.get(number) if number is not None else None


def _number(code: str) -> int | None:
    return int(code) if code.isascii() and code.isdigit() else None


def _country(person: Person) -> str:
    country = person.address.foreign_country
    return f" – {country.text or country.code}" if country is not None else ""
