"""The presenter between a real window and a real runner: what the user does, what is asked for, what is shown."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from familieopslag.domain import faults
from familieopslag.domain.cpr import Cpr
from familieopslag.domain.faults import FamilieopslagError
from familieopslag.domain.person import Extent, LookupResult
from familieopslag.domain.protection import Rules
from familieopslag.presentation.environment import EnvironmentView
from familieopslag.presentation.family_graph import FamilyGraph
from familieopslag.ui.errand_presenter import ErrandPresenter
from familieopslag.ui.family_panel import FamilyPanel
from familieopslag.ui.main_window import MainWindow
from familieopslag.ui.presenter import LookupPresenter
from familieopslag.ui.shown import ShownPerson
from familieopslag.worker.lookup_runner import LookupRunner
from tests.support.lookups import GatedLookup, result_of
from tests.support.replies import invented_number
from tests.support.widgets import everything_said

A, B, C = Cpr("0202604002"), Cpr("0303604003"), Cpr(invented_number())
_TODAY = datetime(2026, 11, 23, tzinfo=UTC).date()


class _Shown(ShownPerson):
    """Notes, of each graph that is asked for, the person on the screen, then the others of the session."""

    graphs: list[list[Cpr]]

    def graph_with(self, others: Iterable[LookupResult]) -> FamilyGraph | None:
        results = list(others)
        shown = self.result
        assert shown is not None
        numbers = [result.person.cpr for result in results if result is not shown]
        self.graphs = [*getattr(self, "graphs", []), [shown.person.cpr, *numbers]]
        return super().graph_with(results)


class _Desk:
    """A window with a lookup that answers when it is told to."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.lookup = GatedLookup()
        self.window = MainWindow(EnvironmentView("demo", "DEMO", "DEMO"))
        qtbot.addWidget(self.window)
        self.runner = LookupRunner(lambda: self.lookup)
        self.shown = _Shown(Rules(), self.window, today=lambda: _TODAY)
        errands = ErrandPresenter(self.window)
        self.presenter = LookupPresenter(self.window, self.runner, self.shown, errands, modulus_hint=False)
        self.window.show_idle()
        self.window.show()

    @property
    def family(self) -> FamilyPanel:
        return self.window.findChildren(FamilyPanel)[0]

    def look_up(self, cpr: Cpr, result: LookupResult | None = None) -> None:
        """Type a number and wait for the person."""
        self.lookup.results[cpr] = result or result_of(cpr, name=f"Person {cpr.digits[:2]}")
        self.lookup.open(cpr)
        with self.qtbot.waitSignal(self.runner.succeeded):
            self.window.submitted.emit(cpr.formatted)

    @property
    def said(self) -> str:
        return everything_said(self.window)


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[_Desk]:
    desk = _Desk(qtbot)
    yield desk
    desk.lookup.open(A, B, C)
    assert desk.runner.shut_down()


def _leading_to(cpr: Cpr, current: Cpr) -> LookupResult:
    result = result_of(cpr)
    return replace(result, person=replace(result.person, current_cpr=current))


def test_following_current_numbers_in_a_circle_ends_without_a_lookup(desk: _Desk) -> None:
    desk.lookup.results[B] = _leading_to(B, A)
    desk.lookup.open(B)
    desk.look_up(A, _leading_to(A, B))
    with desk.qtbot.waitSignal(desk.runner.succeeded):
        desk.window.current_number_requested.emit()
    desk.window.current_number_requested.emit()
    assert desk.lookup.asked == [A, B]
    assert "henviser til hinanden" in desk.said


def test_a_stale_visit_is_looked_up_again(desk: _Desk) -> None:
    old = datetime.now(UTC) - timedelta(minutes=11)
    desk.look_up(A, replace(result_of(A), fetched_at=old))
    desk.look_up(B)
    with desk.qtbot.waitSignal(desk.runner.succeeded):
        desk.window.back_requested.emit()
    assert desk.lookup.asked == [A, B, A]


def test_a_fresh_visit_is_shown_from_memory(desk: _Desk) -> None:
    desk.look_up(A)
    desk.look_up(B)
    desk.window.back_requested.emit()
    assert "Person 02" in desk.said
    assert "Person 03" not in desk.said
    desk.window.forward_requested.emit()
    assert "Person 03" in desk.said
    assert desk.lookup.asked == [A, B]


def test_the_last_person_is_gone_before_the_next_is_here(desk: _Desk) -> None:
    desk.look_up(A)
    desk.window.submitted.emit(B.formatted)
    assert "Person 02" not in desk.said
    assert A.formatted not in desk.said


def test_a_relative_is_looked_up_by_place(desk: _Desk) -> None:
    desk.lookup.results[B] = result_of(B, name="Person 03")
    desk.lookup.open(B)
    desk.look_up(A, result_of(A, B))
    with desk.qtbot.waitSignal(desk.runner.succeeded):
        desk.window.relative_chosen.emit(0)
    assert desk.lookup.asked == [A, B]


def test_a_wait_is_told(desk: _Desk) -> None:
    desk.window.submitted.emit(A.formatted)
    desk.qtbot.waitUntil(lambda: "Henter oplysninger" in desk.said)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("311399-1234", "De første seks cifre skal være en dato"),
        ("123", "10 cifre"),
        ("202604002", "Mangler der et 0 forrest?"),
    ],
)
def test_what_cannot_be_looked_up_is_told_and_not_asked_for(desk: _Desk, typed: str, words: str) -> None:
    desk.window.submitted.emit(typed)
    assert words in desk.said
    assert desk.lookup.asked == []


def _fail(desk: _Desk, cpr: Cpr) -> None:
    desk.lookup.fail(cpr, FamilieopslagError(faults.TIMEOUT, "id-1", values={"seconds": "20"}))
    with desk.qtbot.waitSignal(desk.runner.failed):
        desk.window.submitted.emit(cpr.formatted)
    assert "svarede ikke" in desk.said


def test_a_fault_goes_when_something_else_is_submitted_and_what_is_typed_stays(desk: _Desk) -> None:
    _fail(desk, A)
    field = desk.window.findChildren(QLineEdit)[0]
    field.setText("12345")
    desk.qtbot.keyClick(field, Qt.Key.Key_Return)
    assert "svarede ikke" not in desk.said
    assert "10 cifre" in desk.said
    assert field.text() == "12345"
    desk.window.refresh_requested.emit()
    assert desk.lookup.asked == [A]
    assert field.text() == "12345"


def test_typing_alone_leaves_the_fault_where_it_is(desk: _Desk) -> None:
    _fail(desk, A)
    desk.window.input_edited.emit("1234")
    assert "svarede ikke" in desk.said
    with desk.qtbot.waitSignal(desk.runner.failed):
        desk.window.refresh_requested.emit()
    assert desk.lookup.asked == [A, A]


@pytest.mark.parametrize("typed", ["311399-1234", "202604002", B.formatted])
def test_a_fault_goes_when_another_number_is_typed(desk: _Desk, typed: str) -> None:
    _fail(desk, A)
    desk.window.input_edited.emit(typed)
    assert "svarede ikke" not in desk.said
    desk.window.refresh_requested.emit()
    assert desk.lookup.asked == [A]


def test_a_fault_stays_when_its_own_number_is_typed_again(desk: _Desk) -> None:
    _fail(desk, A)
    desk.window.input_edited.emit(A.formatted)
    assert "svarede ikke" in desk.said


def test_who_was_left_for_a_lookup_that_failed_is_one_step_back(desk: _Desk) -> None:
    desk.look_up(C)
    desk.look_up(A)
    _fail(desk, B)
    desk.window.back_requested.emit()
    assert "Person 02" in desk.said
    assert desk.lookup.asked == [C, A, B]


def test_back_while_somebody_is_awaited_leads_to_whoever_was_left(desk: _Desk) -> None:
    desk.look_up(C)
    desk.look_up(A)
    desk.window.submitted.emit(B.formatted)
    desk.window.back_requested.emit()
    assert "Person 02" in desk.said
    desk.window.back_requested.emit()
    assert f"Person {C.digits[:2]}" in desk.said


def test_a_family_that_has_grown_is_decided_on_in_one_turn_and_shown_in_the_next(desk: _Desk) -> None:
    desk.lookup.partials[A] = [result_of(A, C, extent=Extent.PARTIAL)]
    desk.lookup.results[A] = result_of(A, C, B)
    with desk.qtbot.waitSignal(desk.runner.progressed):
        desk.window.submitted.emit(A.formatted)
    assert "Henter flere" in desk.said
    decided: list[tuple[bool, bool]] = []

    def note(_result: object) -> None:
        view = desk.shown.view
        assert view is not None
        decided.append((view.family.is_growing, "Henter flere" in desk.said))

    desk.runner.succeeded.connect(note)
    desk.lookup.open(A)
    desk.qtbot.waitUntil(lambda: "Familie (2)" in desk.said)
    assert decided == [(False, True)]
    assert "Henter flere" not in desk.said


def test_of_a_family_that_has_grown_nothing_is_shown_once_all_is_cleared(desk: _Desk) -> None:
    desk.lookup.partials[A] = [result_of(A, C, extent=Extent.PARTIAL)]
    desk.lookup.results[A] = result_of(A, C, B, name="Prøve Person")
    with desk.qtbot.waitSignal(desk.runner.progressed):
        desk.window.submitted.emit(A.formatted)
    desk.runner.succeeded.connect(lambda _result: desk.presenter.forget_session())
    with desk.qtbot.waitSignal(desk.runner.succeeded):
        desk.lookup.open(A)
    QApplication.processEvents()
    assert "Prøve Person" not in desk.said


def test_who_was_cancelled_while_the_family_grew_is_not_waited_for(desk: _Desk) -> None:
    desk.lookup.partials[A] = [result_of(A, C, extent=Extent.PARTIAL)]
    with desk.qtbot.waitSignal(desk.runner.progressed):
        desk.window.submitted.emit(A.formatted)
    desk.window.cancel_requested.emit()
    desk.window.submitted.emit(B.formatted)
    desk.window.back_requested.emit()
    assert A.formatted in desk.said
    assert "ikke hentet helt" in desk.said
    assert "Henter flere" not in desk.said
    assert "Annullér (Esc)" not in desk.said
    assert desk.window.status == "Klar"


def test_asking_again_keeps_whoever_is_ahead(desk: _Desk) -> None:
    desk.look_up(A)
    desk.look_up(B)
    desk.window.back_requested.emit()
    with desk.qtbot.waitSignal(desk.runner.succeeded):
        desk.window.refresh_requested.emit()
    desk.window.forward_requested.emit()
    assert "Person 03" in desk.said
    assert desk.lookup.asked == [A, B, A]


def test_after_a_number_that_nobody_has_the_next_one_can_be_typed_at_once(desk: _Desk) -> None:
    desk.lookup.fail(A, FamilieopslagError(faults.NOT_FOUND, "id-1"))
    with desk.qtbot.waitSignal(desk.runner.failed):
        desk.window.submitted.emit(A.formatted)
    field = desk.window.findChildren(QLineEdit)[0]
    assert desk.window.focusWidget() is field
    assert field.selectedText() == A.formatted


def test_a_person_stays_when_something_impossible_is_submitted(desk: _Desk) -> None:
    desk.look_up(A)
    desk.window.submitted.emit("12345")
    assert "Person 02" in desk.said
    with desk.qtbot.waitSignal(desk.runner.succeeded):
        desk.window.refresh_requested.emit()
    assert desk.lookup.asked == [A, A]


def test_refreshing_asks_again(desk: _Desk) -> None:
    desk.look_up(A)
    with desk.qtbot.waitSignal(desk.runner.succeeded):
        desk.window.refresh_requested.emit()
    assert desk.lookup.asked == [A, A]


def test_cancelling_nothing_changes_nothing(desk: _Desk) -> None:
    desk.look_up(A)
    desk.window.cancel_requested.emit()
    assert "Person 02" in desk.said


@pytest.mark.parametrize("fails", [False, True])
def test_the_next_number_is_typed_on_while_the_last_one_comes(desk: _Desk, *, fails: bool) -> None:
    desk.lookup.results[A] = result_of(A, name="Person 02")
    if fails:
        desk.lookup.failures[A] = FamilieopslagError(faults.TIMEOUT, "id-1", values={"seconds": "20"})
    field = desk.window.findChildren(QLineEdit)[0]
    field.setText(A.digits)
    desk.qtbot.keyClick(field, Qt.Key.Key_Return)
    field.selectAll()
    desk.qtbot.keyClicks(field, B.digits[:4])
    with desk.qtbot.waitSignal(desk.runner.failed if fails else desk.runner.succeeded):
        desk.lookup.open(A)
    assert desk.window.focusWidget() is field
    desk.qtbot.keyClicks(field, B.digits[4:])
    assert field.text() == B.digits


def test_whoever_waits_gets_the_field_marked_for_the_next_number(desk: _Desk) -> None:
    field = desk.window.findChildren(QLineEdit)[0]
    desk.qtbot.keyClicks(field, A.digits)
    desk.lookup.open(A)
    desk.lookup.results[A] = result_of(A, name="Person 02")
    with desk.qtbot.waitSignal(desk.runner.succeeded):
        desk.qtbot.keyClick(field, Qt.Key.Key_Return)
    assert (desk.window.focusWidget(), field.selectedText()) == (field, A.formatted)


@pytest.mark.usefixtures("usual_font")
def test_a_screen_reader_hears_what_came_of_it_when_nothing_else_changes(
    desk: _Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    desk.look_up(A)
    monkeypatch.setattr(desk.window, "announce", heard.append)
    desk.family.refused.emit("Intet CPR-nummer")
    desk.qtbot.keyClick(desk.window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    desk.window.submitted.emit(C.formatted)
    desk.window.cancel_requested.emit()
    assert heard == [
        "Intet CPR-nummer",
        "Tekststørrelse 110 %",
        "Opslaget blev annulleret. Der vises ingen oplysninger.",
    ]


def _cards(desk: _Desk) -> list[str]:
    return [card.accessibleName() for card in desk.family.graph.cards]


def test_a_graph_is_made_only_when_it_is_seen(desk: _Desk) -> None:
    desk.look_up(A, result_of(A, B))
    assert not hasattr(desk.shown, "graphs")
    desk.family.turn()
    assert desk.shown.graphs == [[A]]
    assert [name.partition(",")[0] for name in _cards(desk)] == ["Personen", "Børn"]
    desk.family.turn()
    desk.look_up(B)
    assert desk.shown.graphs == [[A]]


def test_the_graph_grows_by_what_is_looked_up_and_nothing_else_is_asked_for(desk: _Desk) -> None:
    desk.look_up(A, result_of(A, B))
    desk.family.turn()
    desk.look_up(B, result_of(B, C))
    assert desk.shown.graphs[-1] == [B, A]
    assert [name.partition(",")[0] for name in _cards(desk)] == ["Forældre", "Personen", "Børn"]
    desk.window.back_requested.emit()
    assert desk.shown.graphs[-1] == [A, B]
    assert [name.partition(",")[0] for name in _cards(desk)] == ["Personen", "Børn", "Børnebørn"]
    assert desk.lookup.asked == [A, B]


def test_somebody_in_the_graph_is_looked_up_by_place_also_from_another_reply(desk: _Desk) -> None:
    desk.look_up(A, result_of(A, B))
    desk.look_up(B, result_of(B, C))
    desk.window.back_requested.emit()
    desk.family.turn()
    desk.lookup.open(C)
    with desk.qtbot.waitSignal(desk.runner.succeeded):
        desk.qtbot.mouseClick(desk.family.graph.cards[2], Qt.MouseButton.LeftButton)
        desk.qtbot.mouseDClick(desk.family.graph.cards[2], Qt.MouseButton.LeftButton)
    assert desk.lookup.asked == [A, B, C]
    assert desk.window.shows_graph


def test_after_everything_has_been_cleared_no_place_in_the_graph_stands_for_anybody(desk: _Desk) -> None:
    desk.look_up(A, result_of(A, B))
    desk.family.turn()
    desk.presenter.forget_session()
    for place in range(2):
        desk.window.graph_person_chosen.emit(place)
    assert desk.lookup.asked == [A]
    assert not desk.runner.is_busy


@pytest.mark.parametrize("place", [-1, 0, 7])
def test_a_place_that_is_not_on_the_screen_looks_nobody_up(desk: _Desk, place: int) -> None:
    desk.look_up(A, result_of(A, B))
    desk.family.turn()
    if place == 0:
        desk.lookup.fail(B, RuntimeError())
        with desk.qtbot.waitSignal(desk.runner.failed):
            desk.window.submitted.emit(B.formatted)
    before = list(desk.lookup.asked)
    desk.window.graph_person_chosen.emit(place)
    assert desk.lookup.asked == before
    assert not desk.runner.is_busy
