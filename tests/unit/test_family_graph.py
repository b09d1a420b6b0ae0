"""The family graph: who is in it, what they are to the focus, what links them, and the strictest word on everybody."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from familieopslag.domain.kinship import Reading
from familieopslag.domain.person import Extent, LookupResult
from familieopslag.domain.protection import decide
from familieopslag.presentation.family_graph import LIMIT, FamilyGraph, present_family_graph
from familieopslag.presentation.view_models import FamilyRow, LinkKind
from tests.support.graphs import everything_told, graph_of, persons
from tests.support.register import looked_up, register
from tests.support.replies import (
    STREET,
    TODAY,
    Row,
    invented_number,
    main_row,
    own_row,
    protected_main,
    relative_row,
    result_of,
)

ME = invented_number(born=date(1980, 3, 14))
SPOUSE = invented_number(born=date(1981, 4, 15), male=True)
MOTHER = invented_number(born=date(1955, 1, 9))
FATHER = invented_number(born=date(1954, 2, 9), male=True)
GRANDMOTHER = invented_number(born=date(1931, 6, 2))
CHILD = invented_number(born=date(2010, 7, 7))
SECOND_CHILD = invented_number(born=date(2012, 8, 8))
SIBLING = invented_number(born=date(1984, 9, 19))
EX = invented_number(born=date(1979, 10, 20), male=True)
STRANGER = invented_number(born=date(1990, 11, 11))
NEAR_STREET = "Opdigtet Allé 4, 2. tv"


def _reply(number: str, *relatives: tuple[str, str], **changes: str | None) -> LookupResult:
    """The reply about `number` with (number, relation) rows, each relative named by that number's date."""
    rows = [relative_row(its, relation, ADRNVN=f"Navn {its[:6]}") for its, relation in relatives]
    return result_of(main_row(number, ADRNVN=f"Navn {number[:6]}", **changes), own_row(number), *rows)


def _read(result: LookupResult) -> Reading:
    return result, decide(result, TODAY)


def _row(graph: FamilyGraph, number: str) -> FamilyRow:
    places = [place for place, cpr in enumerate(graph.numbers) if cpr is not None and cpr.digits == number]
    assert len(places) == 1, "a person stands in one place"
    return persons(graph)[places[0]]


def _bands(graph: FamilyGraph) -> dict[str, list[str]]:
    """Relations by the title of the generation."""
    return {band.title: [node.person.relation for node in band.nodes] for band in graph.view.bands}


def _links(graph: FamilyGraph) -> set[tuple[str, str, str]]:
    names = [row.name.removeprefix("Navn ") for row in persons(graph)]
    return {(link.kind.value, names[link.start], names[link.end]) for link in graph.view.links}


def _is_linked(graph: FamilyGraph, kind: LinkKind, start: str, end: str) -> bool:
    return (kind.value, start[:6], end[:6]) in _links(graph)


def test_one_reply_shows_its_three_generations() -> None:
    graph = graph_of(
        _reply(ME, (SPOUSE, "Ægtefælle"), (FATHER, "Far"), (SECOND_CHILD, "Barn"), (CHILD, "Barn"))
    )
    assert _bands(graph) == {
        "Forældre": ["Far"],
        "Personen": ["Personen på skærmen", "Ægtefælle"],
        "Børn": ["Barn", "Barn"],
    }
    assert [row.index for row in persons(graph)] == [0, 1, 2, 3, 4]
    assert [cpr and cpr.digits for cpr in graph.numbers] == [FATHER, ME, SPOUSE, CHILD, SECOND_CHILD]
    assert _links(graph) == {
        ("parent", FATHER[:6], ME[:6]),
        ("couple", ME[:6], SPOUSE[:6]),
        ("parent", ME[:6], CHILD[:6]),
        ("parent", ME[:6], SECOND_CHILD[:6]),
    }


def test_numbers_are_masked_also_the_focus_own() -> None:
    graph = graph_of(_reply(ME, (CHILD, "Barn")))
    assert [row.number for row in persons(graph)] == [f"{ME[:6]}-••••", f"{CHILD[:6]}-••••"]
    assert ME[6:] not in everything_told(graph)
    assert ME not in repr(graph)


def test_a_node_tells_no_further_fields() -> None:
    assert not any(row.fields for row in persons(graph_of(_reply(ME, (CHILD, "Barn")))))


def test_the_focus_is_marked_and_cannot_be_opened() -> None:
    graph = graph_of(_reply(ME, (CHILD, "Barn")))
    nodes = [node for band in graph.view.bands for node in band.nodes]
    assert [node.is_focus for node in nodes] == [True, False]
    assert [node.person.can_open for node in nodes] == [False, True]
    assert "F5" in nodes[0].person.why_not


def test_a_reply_of_a_relative_adds_links_and_no_second_person() -> None:
    alone = _reply(ME, (SPOUSE, "Ægtefælle"), (CHILD, "Barn"))
    graph = graph_of(alone, _reply(SPOUSE, (ME, "Ægtefælle"), (CHILD, "Barn")))
    assert len(graph.numbers) == 3
    assert not _is_linked(graph_of(alone), LinkKind.PARENT, SPOUSE, CHILD)
    assert _is_linked(graph, LinkKind.PARENT, SPOUSE, CHILD)
    assert _is_linked(graph, LinkKind.PARENT, ME, CHILD)


def test_a_persons_own_reply_is_believed() -> None:
    mine = result_of(main_row(ME), own_row(ME), relative_row(CHILD, ADRNVN="Gammelt Navn"))
    its = result_of(main_row(CHILD, ADRNVN="Nyt Navn", STATUS="90", CNVN_STATUS="90"), own_row(CHILD))
    row = _row(graph_of(mine, its), CHILD)
    assert (row.name, row.status, row.age) == ("Nyt Navn", "Død", "–")


def test_of_two_replies_about_one_person_the_newer_links() -> None:
    mine = _reply(ME, (SPOUSE, "Ægtefælle"))
    old, new = _reply(SPOUSE, (CHILD, "Barn")), _reply(SPOUSE, (SECOND_CHILD, "Barn"))
    new = replace(new, fetched_at=old.fetched_at + timedelta(minutes=1))
    for others in permutations((old, new)):
        graph = graph_of(mine, *others)
        assert {cpr.digits for cpr in graph.numbers if cpr} == {ME, SPOUSE, SECOND_CHILD}


def test_the_reply_on_the_screen_counts_before_a_newer_one_about_the_same_person() -> None:
    shown = _reply(ME, (CHILD, "Barn"))
    newer = replace(_reply(ME, (SECOND_CHILD, "Barn")), fetched_at=shown.fetched_at + timedelta(minutes=1))
    assert [cpr.digits for cpr in graph_of(shown, newer).numbers if cpr] == [ME, CHILD]


@pytest.mark.parametrize(
    ("between", "its_relation", "other", "words", "title"),
    [
        ("Mor", "Mor", GRANDMOTHER, "Mormor", "Bedsteforældre"),
        ("Mor", "Far", GRANDMOTHER, "Morfar", "Bedsteforældre"),
        ("Far", "Mor", GRANDMOTHER, "Farmor", "Bedsteforældre"),
        ("Far", "Far", GRANDMOTHER, "Farfar", "Bedsteforældre"),
        ("Mor", "Barn", SIBLING, "Søskende", "Personen"),
        ("Far", "Barn", SIBLING, "Søskende", "Personen"),
        ("Mor", "Ægtefælle", STRANGER, "Mors ægtefælle", "Forældre"),
        ("Far", "Ægtefælle", STRANGER, "Fars ægtefælle", "Forældre"),
        ("Barn", "Barn", STRANGER, "Barnebarn", "Børnebørn"),
        ("Barn", "Ægtefælle", STRANGER, "Barnets ægtefælle", "Børn"),
        ("Barn", "Mor", STRANGER, "Barnets mor", "Personen"),
        ("Barn", "Far", STRANGER, "Barnets far", "Personen"),
        ("Ægtefælle", "Mor", STRANGER, "Ægtefællens mor", "Forældre"),
        ("Ægtefælle", "Far", STRANGER, "Ægtefællens far", "Forældre"),
        ("Ægtefælle", "Barn", STRANGER, "Ægtefællens barn", "Børn"),
        ("Ægtefælle", "Ægtefælle", STRANGER, "Ægtefællens ægtefælle", "Personen"),
    ],
)
def test_somebody_of_a_relatives_reply_is_told_and_placed(
    between: str, its_relation: str, other: str, words: str, title: str
) -> None:
    graph = graph_of(_reply(ME, (FATHER, between)), _reply(FATHER, (other, its_relation)))
    assert _row(graph, other).relation == words
    assert words in _bands(graph)[title]


@pytest.mark.parametrize(
    ("its_relatives", "further", "relations"),
    [
        ((), (), ["Forælder"]),
        ((), (_reply(GRANDMOTHER, (MOTHER, "Barn")),), ["Bedsteforælder", "Forælder"]),
        (((SIBLING, "Barn"),), (), ["Forælder", "Søskende"]),
        (((STRANGER, "Ægtefælle"),), (), ["Forælder", "Forælders ægtefælle"]),
    ],
)
def test_a_parent_who_only_lists_the_child_is_not_said_to_be_mother_or_father(
    its_relatives: tuple[tuple[str, str], ...], further: tuple[LookupResult, ...], relations: list[str]
) -> None:
    graph = graph_of(_reply(ME), _reply(MOTHER, (ME, "Barn"), *its_relatives), *further)
    assert [row.relation for row in persons(graph) if row.can_open] == relations


def test_a_child_who_lists_the_focus_is_a_child_and_its_other_parent_too() -> None:
    graph = graph_of(_reply(ME), _reply(CHILD, (ME, "Mor"), (EX, "Far")))
    assert _row(graph, CHILD).relation == "Barn"
    assert _row(graph, EX).relation == "Barnets far"
    assert _is_linked(graph, LinkKind.PARENT, EX, CHILD)
    assert not _is_linked(graph, LinkKind.COUPLE, ME, EX)


def test_andet_stands_in_the_middle_with_the_words_of_the_table_and_no_line() -> None:
    graph = graph_of(_reply(ME, (EX, "Andet"), (STRANGER, "Medmor"), (SIBLING, "")))
    assert _bands(graph)["Personen"][0] == "Personen på skærmen"
    assert sorted(_bands(graph)["Personen"][1:]) == ["Anden relation", "Medmor", "Relation ikke oplyst"]
    assert graph.view.links == ()


def test_andet_who_is_a_childs_other_parent_is_told_as_both_and_never_as_a_spouse() -> None:
    mine = _reply(ME, (EX, "Andet"), (CHILD, "Barn"))
    graph = graph_of(mine, _reply(CHILD, (ME, "Mor"), (EX, "Far")))
    assert _row(graph, EX).relation == "Barnets far · Anden relation"
    assert not [link for link in graph.view.links if link.kind is LinkKind.COUPLE]


def test_andet_of_a_relative_is_not_of_the_family() -> None:
    graph = graph_of(_reply(ME, (CHILD, "Barn")), _reply(CHILD, (STRANGER, "Andet")))
    assert STRANGER not in {cpr.digits for cpr in graph.numbers if cpr}


def test_an_andet_who_was_looked_up_leads_no_further() -> None:
    graph = graph_of(_reply(ME, (EX, "Andet")), _reply(EX, (STRANGER, "Barn")))
    assert {cpr.digits for cpr in graph.numbers if cpr} == {ME, EX}


def test_who_is_not_linked_with_the_focus_is_not_shown() -> None:
    graph = graph_of(_reply(ME, (CHILD, "Barn")), _reply(STRANGER, (EX, "Ægtefælle")))
    assert [cpr.digits for cpr in graph.numbers if cpr] == [ME, CHILD]


def test_relatives_without_a_number_are_shown_and_not_taken_for_one() -> None:
    row = relative_row("19560203", "Far", ADRNVN="Navn uden")
    mine = result_of(main_row(ME), own_row(ME), row, {**row, "FAMMRK": "Barn"})
    its = result_of(main_row(CHILD), own_row(CHILD), relative_row(ME, "Mor"), row)
    graph = graph_of(mine, its)
    without = [row for row in persons(graph) if row.name == "Navn uden"]
    assert sorted(row.relation for row in without) == ["Barn", "Barnets far", "Far"]
    assert {row.number for row in without} == {"født 03.02.1956"}
    assert not any(row.can_open for row in without)
    assert all("Intet CPR-nummer" in row.why_not for row in without)
    assert all(graph.numbers[row.index] is None for row in without)


def test_two_alike_without_a_number_are_two_persons() -> None:
    twin = relative_row("20200203", "Barn", ADRNVN=None)
    graph = graph_of(result_of(main_row(ME), own_row(ME), twin, dict(twin)))
    assert _bands(graph)["Børn"] == ["Barn", "Barn"]


def test_couples_stand_side_by_side_and_children_below_their_parents() -> None:
    graph = graph_of(
        _reply(ME, (MOTHER, "Mor"), (FATHER, "Far"), (CHILD, "Barn"), (SECOND_CHILD, "Barn")),
        _reply(MOTHER, (STRANGER, "Ægtefælle"), (ME, "Barn"), (SIBLING, "Barn")),
        _reply(CHILD, (GRANDMOTHER, "Ægtefælle")),
        _reply(FATHER, (ME, "Barn")),
    )
    assert _bands(graph) == {
        "Forældre": ["Mor", "Mors ægtefælle", "Far"],
        "Personen": ["Personen på skærmen", "Søskende"],
        "Børn": ["Barn", "Barnets ægtefælle", "Barn"],
    }


def test_hidden_in_any_reply_is_hidden_and_protected_in_any_is_protected() -> None:
    """The spouse's own reply tells nothing of protection; the focus's reply flags it."""
    mine = result_of(
        main_row(ME), own_row(ME), relative_row(SPOUSE, "Ægtefælle", STADR=STREET, CBSK_TYP="00001")
    )
    theirs = result_of(main_row(SPOUSE), own_row(SPOUSE), relative_row(ME, "Ægtefælle", STADR=STREET))
    for focus, other in permutations((mine, theirs)):
        graph = graph_of(focus, other)
        assert _row(graph, SPOUSE).protection == "Beskyttet"
        assert _row(graph, SPOUSE).residence == "Skjult – adressen er beskyttet"
        assert _row(graph, ME).residence == "Skjult – kan afsløre beskyttet adresse"
        assert "Opdigtet" not in everything_told(graph)
        assert "9000" not in everything_told(graph)


def test_an_address_that_one_reply_hides_is_hidden_on_whoever_another_reply_shows_there() -> None:
    """A sibling lives with a protected spouse of mine, of whom the mother's reply knows nothing."""
    main, own = protected_main(SPOUSE)
    away: Row = {"STADR": "Langt Væk 1", "CPST_POSTNR": "8000", "CPSN_POSTDISTTXT": "Aarhus C"}
    graph = graph_of(
        result_of(
            main_row(ME), own_row(ME), relative_row(MOTHER, "Mor", **away), relative_row(SPOUSE, "Ægtefælle")
        ),
        result_of(main, own, relative_row(ME, "Ægtefælle", STADR=STREET)),
        result_of(
            main_row(MOTHER, STADR="Langt Væk 1", POSTNR="8000", VEJKOD=None),
            own_row(MOTHER, **away),
            relative_row(ME, "Barn", STADR=STREET),
            relative_row(SIBLING, "Barn", STADR="Opdigtet Allé 4,1 tv", CPST_POSTNR="9000"),
        ),
    )
    assert _row(graph, SIBLING).residence == "Skjult – kan afsløre beskyttet adresse"
    assert _row(graph, SIBLING).protection == ""
    assert _row(graph, MOTHER).residence == "8000 Aarhus C"
    assert "Opdigtet" not in everything_told(graph)


def test_another_flat_in_the_house_of_a_protected_person_is_shown() -> None:
    main, own = protected_main(SPOUSE)
    beside: Row = {"STADR": NEAR_STREET, "CPST_POSTNR": "9000"}
    mine = result_of(
        main_row(ME, STADR=NEAR_STREET, SIDEDOER="2", ETAGE="02"),
        own_row(ME, **beside),
        relative_row(SPOUSE, "Ægtefælle"),
    )
    graph = graph_of(mine, result_of(main, own, relative_row(ME, "Ægtefælle", **beside)))
    assert _row(graph, SPOUSE).is_hidden
    assert _row(graph, ME).street == NEAR_STREET


def test_unknown_protection_hides_and_says_what_to_do_unless_that_was_done() -> None:
    unknown = relative_row(CHILD, "Barn", CBSK_TYP="00009")
    mine = result_of(main_row(ME), own_row(ME), unknown)
    advice = "Slå personen op for at se."
    row = _row(graph_of(mine), CHILD)
    assert (row.is_hidden, advice in row.protection) == (True, True)
    row = _row(graph_of(mine, _reply(CHILD)), CHILD)
    assert (row.is_hidden, row.protection) == (True, "Beskyttelse ukendt – vises som beskyttet")


def test_while_the_family_is_being_fetched_no_address_is_shown() -> None:
    result = _reply(ME, (CHILD, "Barn"))
    graph = graph_of(replace(result, extent=Extent.PARTIAL), _reply(CHILD))
    assert {row.residence for row in persons(graph)} == {"Skjult, indtil hele familien er hentet"}


def test_a_reader_is_told_that_no_line_proves_nothing() -> None:
    assert "Der kan godt være en relation" in graph_of(_reply(ME)).view.notices[-1]


def _children(count: int) -> list[tuple[str, str]]:
    days = (date(2009, 1, 2) + timedelta(days=number) for number in range(count))
    return [(invented_number(born=day), "Barn") for day in days]


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (LIMIT - 1, ()),
        (LIMIT, ("… og 1 mere i tabellen",)),
        (1000, (f"… og {1001 - LIMIT} flere i tabellen",)),
    ],
)
def test_of_a_large_family_a_part_is_shown_and_the_rest_counted(count: int, words: tuple[str, ...]) -> None:
    graph = graph_of(_reply(ME, *_children(count)))
    assert len(graph.numbers) == min(count + 1, LIMIT)
    assert graph.view.notices[:-1] == words


def test_those_looked_up_are_shown_before_others_and_what_hangs_on_them_if_there_is_room() -> None:
    children = _children(LIMIT + 5)
    youngest = children[-1][0]
    its = _reply(youngest, (ME, "Mor"), (EX, "Far"))
    graph = graph_of(_reply(ME, *children), its)
    assert youngest in {cpr.digits for cpr in graph.numbers if cpr}
    assert graph.view.notices[:2] == ("… og 6 flere i tabellen", "1 fra andre opslag vises ikke")
    fewer = graph_of(_reply(ME, *children[7:]), its)
    assert _row(fewer, EX).relation == "Barnets far"
    assert fewer.view.notices[0] != "1 fra andre opslag vises ikke"


def test_nobody_is_shown_without_the_one_between() -> None:
    children = _children(LIMIT + 5)
    looked_up_children = [_reply(number, (STRANGER, "Barn")) for number, _ in children[3:]]
    graph = graph_of(_reply(ME, *children), *looked_up_children)
    numbers = {cpr.digits for cpr in graph.numbers if cpr}
    assert numbers == {ME, *(number for number, _ in children[3 : LIMIT + 2])}


def test_a_line_that_would_skip_a_generation_is_not_drawn() -> None:
    graph = graph_of(
        _reply(ME, (MOTHER, "Mor"), (CHILD, "Barn")), _reply(MOTHER, (ME, "Barn"), (CHILD, "Barn"))
    )
    assert _row(graph, CHILD).relation == "Barn"
    assert _links(graph) == {("parent", MOTHER[:6], ME[:6]), ("parent", ME[:6], CHILD[:6])}


def test_bad_data_makes_no_circle_and_no_line_over_generations() -> None:
    graph = graph_of(
        _reply(ME, (MOTHER, "Mor"), (MOTHER, "Barn"), (MOTHER, "Andet")),
        _reply(MOTHER, (ME, "Mor"), (ME, "Ægtefælle"), (MOTHER, "Barn")),
    )
    assert [cpr.digits for cpr in graph.numbers if cpr] == [ME, MOTHER]
    assert _row(graph, MOTHER).relation == "Ægtefælle · Anden relation"
    assert _links(graph) == {("couple", ME[:6], MOTHER[:6])}


def _household_results() -> Iterable[tuple[str, list[LookupResult]]]:
    """Everybody of the register together with everybody whom their reply names and who can be looked up."""
    for number in sorted(register().persons):
        result = looked_up(number)
        near = {relative.cpr.digits for relative in result.relatives if relative.cpr is not None}
        yield number, [result, *(looked_up(its) for its in sorted(near) if its in register().persons)]


def test_nothing_protected_of_the_test_register_is_in_anygraph_of() -> None:
    hidden = 0
    for _, results in _household_results():
        protected = set()
        streets = set()
        for result in results:
            people = [(result.person.cpr, result.person.row), *((r.cpr, r.row) for r in result.relatives)]
            own = (result.person.cpr, result.own_row) if result.own_row else people[0]
            for cpr, row in (*people, own):
                if cpr is not None and (row.get("BESKYT") or row.get("CBSK_TYP") == "00001"):
                    protected.add(cpr.digits)
            for cpr, row in (*people, own):
                if cpr is not None and cpr.digits in protected:
                    streets.add(row.get("STADR"))
        graph = graph_of(*results)
        said = everything_told(graph)
        assert not [street for street in streets if street and street in said]
        for row, cpr in zip(persons(graph), graph.numbers, strict=True):
            if cpr is not None and cpr.digits in protected:
                hidden += 1
                assert row.is_hidden
                assert row.residence.startswith(("Skjult", "Beskyttelse"))
                assert row.protection
        assert not [cpr for cpr in graph.numbers if cpr is not None and cpr.digits in said]
    assert hidden > 50


PEOPLE = (ME, SPOUSE, MOTHER, FATHER, CHILD, SIBLING, EX)
PLACES = tuple((f"Prøvegade {letter}{letter} 1", f"{4000 + place}") for place, letter in enumerate("ABCDE"))
relations = st.sampled_from(["Ægtefælle", "Barn", "Mor", "Far", "Andet", "Medmor", ""])
protections = st.sampled_from([None, None, None, "00001", "00002", "00009", "X"])
extents = st.sampled_from([Extent.WHOLE, Extent.WHOLE, Extent.PARTIAL, Extent.INTERRUPTED])


@st.composite
def _results(draw: st.DrawFn) -> LookupResult:
    """The reply about one of PEOPLE with any rows about the others, who may live elsewhere in the next reply."""

    def place() -> Row:
        street, code = draw(st.sampled_from(PLACES))
        return {"STADR": street, "CPST_POSTNR": code, "CPSN_POSTDISTTXT": f"By {code}"}

    number = draw(st.sampled_from(PEOPLE))
    at = place()
    main = main_row(
        number,
        STADR=at["STADR"],
        POSTNR=at["CPST_POSTNR"],
        VEJKOD=None,
        ADRNVN=draw(st.sampled_from(["A", None])),
        BESKYT=draw(st.sampled_from(["X", None])),
    )
    listed = [own_row(number, **at, CBSK_TYP=draw(protections))]
    for its in draw(st.lists(st.sampled_from(PEOPLE), max_size=5)):
        name = draw(st.sampled_from(["B", "C", None]))
        row = relative_row(its, draw(relations), ADRNVN=name, CBSK_TYP=draw(protections))
        listed.append({**row, **place()})
    without = draw(st.sampled_from([(), ("19560203",), ("19560203", "19560203"), ("1956",)]))
    listed += [{**relative_row(born, draw(relations), ADRNVN=None), **place()} for born in without]
    result = result_of(main, *draw(st.permutations(listed)))
    return replace(result, extent=draw(extents))


@given(results=st.lists(_results(), min_size=1, max_size=6), data=st.data())
def test_any_replies_make_a_graph_that_hides_what_any_of_them_hides(
    results: list[LookupResult], data: st.DataObject
) -> None:
    first = results[0]
    results = [
        replace(result, fetched_at=first.fetched_at + timedelta(seconds=number))
        for number, result in enumerate(results)
    ]
    readings = [_read(result) for result in results]
    graph = present_family_graph(readings[0], readings[1:], TODAY)
    shuffled = [_shuffled(result, data) for result in data.draw(st.permutations(results[1:]))]
    again = graph_of(_shuffled(results[0], data), *shuffled)
    assert graph == again
    said = everything_told(graph)
    hidden_people = set()
    for result, visibility in readings:
        own = result.own_row
        assert own is not None
        pairs = [(result.person.cpr, result.person.row, visibility.person)]
        pairs += [
            (r.cpr, r.row, verdict) for r, verdict in zip(result.relatives, visibility.relatives, strict=True)
        ]
        for cpr, row, verdict in pairs:
            if verdict.address_hidden is not None:
                assert row.get("STADR") not in said
                assert f"By {row.get('CPST_POSTNR', 'POSTNR')}" not in said
                if cpr is not None:
                    hidden_people.add(cpr.digits)
    for row, number in zip(persons(graph), graph.numbers, strict=True):
        assert row.relation
        assert row.is_hidden or number is None or number.digits not in hidden_people
    for link in graph.view.links:
        assert link.start != link.end


def _shuffled(result: LookupResult, data: st.DataObject) -> LookupResult:
    return replace(result, relatives=tuple(data.draw(st.permutations(result.relatives))))
