"""Family graphs as tests read them."""

from collections.abc import Iterator

from familieopslag.domain.person import LookupResult
from familieopslag.domain.protection import decide
from familieopslag.presentation.family_graph import FamilyGraph, present_family_graph
from familieopslag.presentation.view_models import FamilyRow, LinkKind
from tests.support.replies import TODAY

_SIGNS = {LinkKind.COUPLE: "og", LinkKind.PARENT: "er forælder til"}


def graph_of(focus: LookupResult, *others: LookupResult) -> FamilyGraph:
    """The graph round the person of `focus`, each reply with the decision on it alone."""
    readings = [(result, decide(result, TODAY)) for result in (focus, *others)]
    return present_family_graph(readings[0], readings[1:], TODAY)


def persons(graph: FamilyGraph) -> list[FamilyRow]:
    """Everybody, by place."""
    return [node.person for band in graph.view.bands for node in band.nodes]


def as_lines(graph: FamilyGraph) -> Iterator[str]:
    """Everything that a graph says, for a person to read: generations, lines, notices."""
    for band in graph.view.bands:
        yield band.title
        for node in band.nodes:
            person = node.person
            facts = (person.relation, person.name, person.number, person.age, person.status)
            yield f"  {'* ' if node.is_focus else ''}{' · '.join(facts)}"
            place = dict.fromkeys((person.residence, person.street, person.protection))
            yield f"      {' · '.join(filter(None, place))}"
            if person.why_not:
                yield f"      {person.why_not}"
    yield "Streger"
    names = [person.name for person in persons(graph)]
    for link in graph.view.links:
        yield f"  {names[link.start]} {_SIGNS[link.kind]} {names[link.end]}"
    yield from graph.view.notices


def everything_told(graph: FamilyGraph) -> str:
    """The same as one text."""
    return "\n".join(as_lines(graph))
