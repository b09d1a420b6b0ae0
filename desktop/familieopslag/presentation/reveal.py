"""What the caseworker is asked before hidden data is revealed, and what is said while it is shown (screens.md §2.7)."""

from dataclasses import dataclass, field

from familieopslag.domain.person import LookupResult
from familieopslag.domain.privacy import PrivacySettings
from familieopslag.domain.protection import Protection, Verdict, Visibility
from familieopslag.domain.revealing import RevealReason
from familieopslag.presentation.masking import name_text
from familieopslag.presentation.texts import Translate, danish

_MINUTE = 60


@dataclass(frozen=True, slots=True)
class RevealQuestion:
    """The question about one person.

    `subject`: who it is about, by what the screen shows already; the number is always masked. `reasons`: each with
    its words, none of them chosen. `consequence`: for how long, and that it is logged.
    """

    subject: str = field(repr=False)
    protection: str
    reasons: tuple[tuple[RevealReason, str], ...]
    consequence: str
    case_number_required: bool


def present_question(
    result: LookupResult,
    visibility: Visibility,
    relative: int | None,
    privacy: PrivacySettings,
    translate: Translate = danish,
) -> RevealQuestion:
    """The question about the person looked up (`relative` None) or about a relative by place."""
    verdict = visibility.verdict_on(relative)
    shown: tuple[str | None, str]
    if relative is None:
        shown = result.person.name, result.person.cpr.masked
    else:
        kin = result.relatives[relative]
        shown = kin.name, kin.cpr.masked if kin.cpr is not None else ""
    name, number = shown
    return RevealQuestion(
        subject=" · ".join(part for part in (name_text(name, verdict, translate), number) if part),
        protection=_protection_sentence(verdict, translate),
        reasons=(
            (RevealReason.CASEWORK, translate("reveal", "Sagsbehandling")),
            (RevealReason.LETTER, translate("reveal", "Brev til personen selv")),
            (RevealReason.URGENT, translate("reveal", "Akut hjælp")),
            (
                RevealReason.LEGAL_INTEREST,
                translate("reveal", "Dokumenteret krav / retlig interesse (CPR-loven kap. 12)"),
            ),
        ),
        consequence=translate(
            "reveal", "Visningen varer {seconds} sekunder og logges med dit brugernavn."
        ).format(seconds=privacy.reveal_seconds),
        case_number_required=privacy.reveal_case_number,
    )


def time_left_text(seconds: int, translate: Translate = danish) -> str:
    """How long hidden data is still shown: "Vises i 0:52"."""
    minutes, rest = divmod(max(seconds, 0), _MINUTE)
    return translate("reveal", "Vises i {time}").format(time=f"{minutes}:{rest:02d}")


def _protection_sentence(verdict: Verdict, translate: Translate) -> str:
    match verdict.protection:
        case Protection.PROTECTED:
            return translate("reveal", "Personen har navne- og adressebeskyttelse.")
        case Protection.UNKNOWN:
            return translate(
                "reveal", "Det er ukendt, om personen er beskyttet. Personen vises som beskyttet."
            )
        case Protection.NOT_PROTECTED:
            return translate("reveal", "Personens adresse kan afsløre en beskyttet persons adresse.")
