"""The family graph: a picture of the generations round a person, out of what has been looked up in this session.

It shows what replies say and concludes nothing: no reply, no line. The family list stays the complete view.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from familieopslag.domain.cpr import Cpr
from familieopslag.domain.kinship import Key, Kinship, Path, Reading, Step
from familieopslag.domain.person import Row
from familieopslag.domain.protection import Hidden, Protection
from familieopslag.presentation.family import birth_order, family_row, relation_text
from familieopslag.presentation.masking import hidden_text
from familieopslag.presentation.texts import Translate, danish
from familieopslag.presentation.texts import danish as translate
from familieopslag.presentation.view_models import (
    FamilyGraphView,
    FamilyRow,
    GraphBand,
    GraphLink,
    GraphNode,
    LinkKind,
)

LIMIT = 60
"""Persons in the picture: more could not be taken in, and a family of a thousand must open at once."""

_TITLES = {
    -2: translate("family_graph", "Bedsteforældre"),
    -1: translate("family_graph", "Forældre"),
    0: translate("family_graph", "Personen"),
    1: translate("family_graph", "Børn"),
    2: translate("family_graph", "Børnebørn"),
}
_FROM_THE_MIDDLE = (0, -1, -2, 1, 2)
_PARENTS = (Step.MOTHER, Step.FATHER, Step.PARENT)
_SPOUSE, _MOTHER, _FATHER, _PARENT, _CHILD = Step
_WORDS: dict[Path, str] = {
    (): translate("family_graph", "Personen på skærmen"),
    (_SPOUSE,): translate("family_graph", "Ægtefælle"),
    (_MOTHER,): translate("family_graph", "Mor"),
    (_FATHER,): translate("family_graph", "Far"),
    (_PARENT,): translate("family_graph", "Forælder"),
    (_CHILD,): translate("family_graph", "Barn"),
    (_MOTHER, _MOTHER): translate("family_graph", "Mormor"),
    (_MOTHER, _FATHER): translate("family_graph", "Morfar"),
    (_FATHER, _MOTHER): translate("family_graph", "Farmor"),
    (_FATHER, _FATHER): translate("family_graph", "Farfar"),
    (_MOTHER, _SPOUSE): translate("family_graph", "Mors ægtefælle"),
    (_FATHER, _SPOUSE): translate("family_graph", "Fars ægtefælle"),
    (_PARENT, _SPOUSE): translate("family_graph", "Forælders ægtefælle"),
    (_CHILD, _MOTHER): translate("family_graph", "Barnets mor"),
    (_CHILD, _FATHER): translate("family_graph", "Barnets far"),
    (_CHILD, _PARENT): translate("family_graph", "Barnets forælder"),
    (_CHILD, _SPOUSE): translate("family_graph", "Barnets ægtefælle"),
    (_CHILD, _CHILD): translate("family_graph", "Barnebarn"),
    (_SPOUSE, _MOTHER): translate("family_graph", "Ægtefællens mor"),
    (_SPOUSE, _FATHER): translate("family_graph", "Ægtefællens far"),
    (_SPOUSE, _PARENT): translate("family_graph", "Ægtefællens forælder"),
    (_SPOUSE, _SPOUSE): translate("family_graph", "Ægtefællens ægtefælle"),
    (_SPOUSE, _CHILD): translate("family_graph", "Ægtefællens barn"),
    # Of one parent at least: whether of both is told by the lines only.
    **dict.fromkeys(((p, _CHILD) for p in _PARENTS), translate("family_graph", "Søskende")),
}
_GRANDPARENT = translate("family_graph", "Bedsteforælder")
"""When a reply does not tell of which parents."""


@dataclass(frozen=True, slots=True)
class FamilyGraph:
    """The picture and, for the presenter alone, the number at each place."""

    view: FamilyGraphView
    numbers: tuple[Cpr | None, ...] = field(repr=False)


def present_family_graph(
    focus: Reading, others: Iterable[Reading], today: date, translate: Translate = danish
) -> FamilyGraph:
    """The graph round the person of `focus`; `others` in any order are the session's further replies."""
    kinship = Kinship(focus, others)
    paths = kinship.paths()
    shown = _chosen(kinship, paths)
    bands = _bands(kinship, paths, shown)
    places = {key: place for place, key in enumerate(key for band in bands.values() for key in band)}

    def node(key: Key) -> GraphNode:
        relation = _relation(kinship, paths, key, translate)
        return _node(kinship, key, places[key], relation, today, translate)

    return FamilyGraph(
        view=FamilyGraphView(
            bands=tuple(
                GraphBand(translate("family_graph", _TITLES[generation]), tuple(node(key) for key in band))
                for generation, band in bands.items()
            ),
            links=_links(kinship, bands, places),
            notices=_notices(kinship, {*paths, *kinship.unplaced}.difference(shown), translate),
        ),
        numbers=tuple(kinship.about(key).cpr for key in places),
    )


def _chosen(kinship: Kinship, paths: dict[Key, Path]) -> list[Key]:
    """Who is shown when not all can be: the close ones first, and of those the ones that have been looked up.

    So nobody is ever shown without the one between.
    """

    def order(key: Key) -> tuple[object, ...]:
        path = paths.get(key, ())
        return (not kinship.is_looked_up(key), not path, path, birth_order(kinship.about(key)), key)

    close = {*(key for key, path in paths.items() if len(path) == 1), *kinship.unplaced}
    far = paths.keys() - close - {kinship.focus}
    return [kinship.focus, *sorted(close, key=order), *sorted(far, key=order)][:LIMIT]


def _bands(kinship: Kinship, paths: dict[Key, Path], shown: Iterable[Key]) -> dict[int, list[Key]]:
    """The generations from the eldest on; each in the order of those that it hangs on, couples side by side."""
    members: dict[int, list[Key]] = {}
    for key in shown:
        members.setdefault(sum(step.generations for step in paths.get(key, ())), []).append(key)
    bands: dict[int, list[Key]] = {}
    for generation in _FROM_THE_MIDDLE:
        anchors = bands.get(generation - 1 if generation > 0 else generation + 1, ()) if generation else ()
        band = _ordered(kinship, paths, members.get(generation, ()), anchors)
        if band:
            bands[generation] = band
    return dict(sorted(bands.items()))


def _ordered(
    kinship: Kinship, paths: dict[Key, Path], members: Iterable[Key], anchors: Sequence[Key]
) -> list[Key]:
    place_of = {key: place for place, key in enumerate(anchors)}

    def order(key: Key) -> tuple[object, ...]:
        anchor = min(
            (place_of[near] for near in kinship.near(key) if near in place_of), default=len(place_of)
        )
        return (anchor, key not in paths, paths.get(key, ()), birth_order(kinship.about(key)), key)

    waiting = dict.fromkeys(sorted(members, key=order))
    band: list[Key] = []
    while waiting:
        key = next(iter(waiting))
        couple = [key, *(near for near, step in kinship.near(key).items() if step is Step.SPOUSE)]
        for one in [couple[0], *sorted((other for other in couple[1:] if other in waiting), key=order)]:
            del waiting[one]
            band.append(one)
    return band


def _links(kinship: Kinship, bands: dict[int, list[Key]], places: dict[Key, int]) -> tuple[GraphLink, ...]:
    """What is said of those shown. A line that would skip a generation comes of bad data and is not drawn."""
    generation_of = {key: generation for generation, band in bands.items() for key in band}
    links = set()
    for start, place in places.items():
        for end, step in kinship.near(start).items():
            apart = generation_of[end] - generation_of[start] if end in places else None
            if step is Step.CHILD and apart == 1:
                links.add(GraphLink(LinkKind.PARENT, place, places[end]))
            elif step is Step.SPOUSE and apart == 0 and place < places[end]:
                links.add(GraphLink(LinkKind.COUPLE, place, places[end]))
    return tuple(sorted(links, key=lambda link: (link.start, link.end)))


def _node(
    kinship: Kinship, key: Key, place: int, relation: str, today: date, translate: Translate
) -> GraphNode:
    verdict = kinship.verdict(key)
    # Without the row: a node tells no further fields.
    about = replace(kinship.about(key), row=Row())
    person: FamilyRow = replace(family_row(place, about, verdict, today, translate), relation=relation)
    if verdict.protection is Protection.UNKNOWN and kinship.is_looked_up(key):
        # Looking the person up once more would not help.
        person = replace(person, protection=hidden_text(Hidden.UNKNOWN, translate))
    if key == kinship.focus:
        said = translate("family_graph", "Personen vises allerede. Tryk F5 for at slå op igen.")
        return GraphNode(replace(person, can_open=False, why_not=said), is_focus=True)
    return GraphNode(person)


def _relation(kinship: Kinship, paths: dict[Key, Path], key: Key, translate: Translate) -> str:
    """What somebody is to the focus, in the words of the replies; "Andet" is told, never explained."""
    words = []
    if key in paths:
        words.append(translate("family_graph", _WORDS.get(paths[key], _GRANDPARENT)))
    words += sorted({relation_text(row, translate) for row in kinship.unplaced.get(key, ())})
    return " · ".join(words)


def _notices(kinship: Kinship, left_out: Iterable[Key], translate: Translate) -> tuple[str, ...]:
    missing = list(left_out)
    in_table = sum(key in kinship.listed for key in missing)
    elsewhere = len(missing) - in_table
    said = []
    if in_table == 1:
        said.append(translate("family_graph", "… og 1 mere i tabellen"))
    elif in_table:
        said.append(translate("family_graph", "… og {count} flere i tabellen").format(count=in_table))
    if elsewhere:
        said.append(translate("family_graph", "{count} fra andre opslag vises ikke").format(count=elsewhere))
    said.append(
        translate(
            "family_graph",
            "Stamtræet viser kun det, der er slået op i denne session. "
            "Der kan godt være en relation, hvor der ikke er en streg.",
        )
    )
    return tuple(said)
