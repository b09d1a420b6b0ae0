"""Who has been looked up in this session, in as few letters as tell them apart (screens.md §1)."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from familieopslag.domain.person import LookupResult
from familieopslag.domain.protection import Verdict
from familieopslag.presentation.texts import Translate, danish


@dataclass(frozen=True, slots=True)
class VisitView:
    """A line of the history: `place` in the order in which the visits were made, and whether it is the latest shown."""

    place: int
    text: str = field(repr=False)
    is_current: bool = False


def present_visits(
    visits: Iterable[tuple[LookupResult, Verdict]], current: int, translate: Translate = danish
) -> tuple[VisitView, ...]:
    """The visits, the latest first, each with the decision on the person; `current` is a place among them."""
    lines = [
        VisitView(place, _line(result, verdict, translate), is_current=place == current)
        for place, (result, verdict) in enumerate(visits)
    ]
    return tuple(reversed(lines))


def _line(result: LookupResult, verdict: Verdict, translate: Translate) -> str:
    """Such as `311297-•••• · U.K.D.`; a name that is hidden from caseworkers is hidden here as well."""
    number = result.person.cpr.masked
    if verdict.protection.hides:
        return f"{number} · {translate('history', 'Beskyttet')}"
    name = result.person.name or ""
    initials = "".join(f"{word[0].upper()}." for word in name.replace("-", " ").split() if word[0].isalpha())
    return f"{number} · {initials}" if initials else number
