"""Revealing in the whole window: nothing before the record, one person for a while, and every way in which it ends."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from familieopslag.domain.accountability import AuditEvent
from familieopslag.domain.cpr import Cpr
from familieopslag.domain.errand import Errand, Purpose
from familieopslag.domain.person import Extent
from familieopslag.domain.privacy import PrivacySettings
from familieopslag.ui.address_panel import AddressPanel
from familieopslag.ui.family_graph import FamilyGraph
from familieopslag.ui.hatching import HatchedFrame
from familieopslag.ui.heading import Heading
from familieopslag.ui.reveal_strip import RevealStrip
from tests.gui.desk import Desk
from tests.support.replies import (
    OTHER_STREET,
    STREET,
    Row,
    invented_number,
    main_row,
    own_row,
    protected_main,
    relative_row,
    result_of,
)
from tests.support.widgets import everything_said

ME = invented_number()
OTHER = invented_number(1)
SPOUSE = invented_number(born=date(1960, 7, 19), male=True)
CHILD = invented_number(born=date(2015, 4, 9))
_OFFER = "Vis beskyttede oplysninger …"
_HIDE, _EXTEND = "Skjul nu (Esc)", "+60 sek."
_SPOUSE_ROW, _CHILD_ROW = 1, 3
_ALT = Qt.KeyboardModifier.AltModifier


def _family() -> tuple[Row, ...]:
    """A protected person, a protected spouse somewhere else, and a child about whom nothing is hidden."""
    spouse = relative_row(SPOUSE, "Ægtefælle", CBSK_TYP="00001")
    child = relative_row(CHILD, STADR="Tredjevej 3", CPST_POSTNR="9990", ADRNVN="Barn Testesen")
    return (*protected_main(ME), spouse, child)


OpenDesk = Callable[..., Desk]


@pytest.fixture
def open_desk(qtbot: QtBot) -> Iterator[OpenDesk]:
    opened: list[Desk] = []

    def open_it(**settings: object) -> Desk:
        opened.append(Desk(qtbot, **settings))  # type: ignore[arg-type]
        return opened[-1]

    yield open_it
    for desk in opened:
        desk.shut_down()


@pytest.fixture
def desk(open_desk: OpenDesk) -> Desk:
    return open_desk()


@pytest.fixture
def revealed(desk: Desk) -> Desk:
    """The protected person is on the screen, revealed."""
    desk.look_up(*_family())
    desk.click(_OFFER)
    desk.answer()
    assert STREET in desk.said
    return desk


def _strip(desk: Desk) -> RevealStrip:
    return desk.window.findChildren(RevealStrip)[0]


def _is_hidden(desk: Desk) -> bool:
    """Whether nothing of what was revealed is left anywhere."""
    return STREET not in desk.said and ME[6:] not in desk.said and not desk.shown.is_revealing


# -- before the record


def test_nothing_is_revealed_before_the_record_is_written(desk: Desk) -> None:
    desk.look_up(*_family())
    assert _is_hidden(desk)
    desk.journal.close_gate()
    desk.click(_OFFER)
    desk.say_yes("Brev til personen selv", "26/1234")
    desk.journal.wait_until_reached()
    assert desk.journal.entries == []
    assert _is_hidden(desk)
    desk.wait_for_record()
    assert STREET in desk.said
    (entry,) = desk.journal.entries
    assert entry.event is AuditEvent.REVEALED
    assert entry.subject == Cpr(ME)
    assert entry.protection == "beskyttet"
    assert entry.errand == Errand(None, "26/1234")
    assert entry.correlation_id == "id-1"
    assert entry.details == ("brev til personen selv",)


def test_a_refused_record_shows_nothing_and_says_why(desk: Desk) -> None:
    desk.look_up(*_family())
    before = desk.shown.view
    desk.journal.accepts = 0
    desk.click(_OFFER)
    desk.answer()
    assert _is_hidden(desk)
    assert desk.shown.view is before
    assert "Opslaget kan ikke logges." in desk.said
    assert "FO-090 · Fejl-id an-id" in desk.said
    assert "Skjult – adressen er beskyttet" in desk.said
    assert not desk.window.findChildren(RevealStrip)
    desk.journal.accepts = None
    desk.click(_OFFER)
    desk.answer()
    assert STREET in desk.said


def test_the_message_of_a_refusal_goes_with_the_person_or_when_it_is_closed(desk: Desk) -> None:
    for how in ("click", "lookup"):
        desk.look_up(*_family())
        desk.journal.accepts = 0
        desk.click(_OFFER)
        desk.answer()
        assert "FO-090" in desk.said
        if how == "click":
            desk.click("Luk")
        else:
            desk.journal.accepts = None
            desk.look_up(main_row(OTHER), own_row(OTHER))
        assert "FO-090" not in desk.said


@pytest.mark.parametrize("way", ["escape", "new lookup", "lock"])
def test_a_record_that_comes_too_late_reveals_nothing(desk: Desk, way: str) -> None:
    desk.look_up(*_family())
    desk.journal.close_gate()
    desk.click(_OFFER)
    desk.say_yes()
    desk.journal.wait_until_reached()
    match way:
        case "escape":
            desk.press(Qt.Key.Key_Escape)
        case "lock":
            desk.reveal.conceal()
        case _:
            desk.look_up(*_family())
    desk.wait_for_record()
    assert _is_hidden(desk)
    assert len(desk.journal.entries) == 1


def test_cancelling_the_question_records_nothing(desk: Desk) -> None:
    desk.look_up(*_family())
    desk.click(_OFFER)
    dialog = desk.dialog
    assert dialog is not None
    desk.qtbot.waitUntil(dialog.isActiveWindow)
    desk.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert desk.dialog is None
    assert _is_hidden(desk)
    assert desk.records.shut_down()
    assert desk.journal.entries == []


def test_a_municipality_that_forbids_it_is_obeyed(open_desk: OpenDesk) -> None:
    desk = open_desk(privacy=PrivacySettings(reveal=False))
    desk.look_up(*_family())
    desk.click(_OFFER)
    assert desk.dialog is None
    assert "Din administrator har spærret for det." in desk.said
    assert "FO-095" in desk.said


def test_where_no_case_number_is_demanded_none_is_asked_for(open_desk: OpenDesk) -> None:
    desk = open_desk(privacy=PrivacySettings(reveal_case_number=False, reveal_seconds=15))
    desk.look_up(*_family())
    desk.press_reveal()
    desk.answer(case_number="")
    assert STREET in desk.said
    assert "Vises i 0:15" in desk.said
    assert "+15 sek." in desk.said


def test_the_purpose_and_case_number_of_the_session_are_recorded(open_desk: OpenDesk) -> None:
    purpose = Purpose("BORGERSERVICE", "Borgerservice")
    desk = open_desk(purposes=(purpose,))
    desk.choose_purpose("Borgerservice", "26/77")
    desk.look_up(*_family())
    desk.press_reveal()
    assert desk.dialog is not None
    assert desk.dialog.case_number == "26/77"
    desk.answer(case_number="26/88")
    assert desk.journal.entries[-1].errand == Errand(purpose, "26/88")


# -- who is revealed


def test_the_person_is_revealed_and_nobody_else(revealed: Desk) -> None:
    said = revealed.said
    assert f"{ME[:6]}-{ME[6:]}" in said
    assert "Beskyttet adresse, vises for en tid" in said
    assert OTHER_STREET not in said
    assert revealed.field.text() == f"{ME[:6]}-••••"
    for panel in (Heading, AddressPanel):
        (frame,) = revealed.window.findChildren(panel)[0].findChildren(HatchedFrame)
        assert frame.is_hatched
    # The mark stays, and the title never tells more than the word.
    assert "BESKYTTET" in revealed.window.windowTitle()


def test_by_key_the_relative_is_revealed_on_whom_the_keyboard_is(desk: Desk) -> None:
    desk.look_up(*_family())
    desk.choose_relative(_SPOUSE_ROW)
    desk.press_reveal()
    assert desk.dialog is not None
    desk.answer()
    assert OTHER_STREET in desk.said
    assert _is_hidden_but_spouse(desk)
    assert "Beskyttede oplysninger om en person i familien." in desk.said
    assert "Beskyttet, vises for en tid." in desk.said
    entry = desk.journal.entries[-1]
    assert (entry.subject, entry.protection) == (Cpr(SPOUSE), "beskyttet")
    desk.press(Qt.Key.Key_Escape)
    assert OTHER_STREET not in desk.said


def _is_hidden_but_spouse(desk: Desk) -> bool:
    return STREET not in desk.said and SPOUSE[6:] not in desk.said and ME[6:] not in desk.said


def test_where_nothing_of_the_current_relative_is_hidden_the_person_is_meant(desk: Desk) -> None:
    desk.look_up(*_family())
    desk.choose_relative(_CHILD_ROW)
    desk.press_reveal()
    desk.answer()
    assert desk.journal.entries[-1].subject == Cpr(ME)


def test_where_nothing_of_the_person_is_hidden_the_chosen_relative_is_meant(desk: Desk) -> None:
    spouse = relative_row(SPOUSE, "Ægtefælle", CBSK_TYP="00001")
    desk.look_up(main_row(ME), own_row(ME), spouse)
    desk.choose_relative(_SPOUSE_ROW)
    desk.field.setFocus()
    desk.press_reveal()
    desk.answer()
    assert desk.journal.entries[-1].subject == Cpr(SPOUSE)


def test_where_nothing_is_hidden_nothing_opens(desk: Desk) -> None:
    desk.press_reveal()
    assert desk.dialog is None
    desk.look_up(main_row(ME), own_row(ME))
    desk.press_reveal()
    assert desk.dialog is None
    assert "Der er ingen skjulte oplysninger at vise." in desk.said
    assert not desk.window.findChildren(AddressPanel)[0].offer.isVisible()


def test_a_relative_without_a_number_is_recorded_with_whose_family_it_is(desk: Desk) -> None:
    desk.look_up(main_row(ME), own_row(ME), relative_row("19600719", "Ægtefælle", CBSK_TYP="00001"))
    desk.choose_relative(_SPOUSE_ROW)
    desk.press_reveal()
    desk.answer()
    assert OTHER_STREET in desk.said
    entry = desk.journal.entries[-1]
    assert entry.subject == Cpr(ME)
    assert entry.details == ("sagsbehandling", "pårørende uden nummer")


def test_the_next_who_is_revealed_hides_the_first(revealed: Desk) -> None:
    revealed.let_pass(30)
    revealed.choose_relative(_SPOUSE_ROW)
    revealed.press_reveal()
    revealed.answer()
    assert _is_hidden_but_spouse(revealed)
    assert OTHER_STREET in revealed.said
    assert "Vises i 1:00" in revealed.said


def test_the_family_graph_tells_nothing_that_is_revealed(desk: Desk) -> None:
    desk.look_up(*_family())
    desk.choose_relative(_SPOUSE_ROW)
    desk.press(Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    desk.press_reveal()
    desk.answer()
    assert desk.journal.entries[-1].subject == Cpr(ME)
    graph = desk.window.findChildren(FamilyGraph)[0]
    assert "Opdigt Testesen" in everything_said(graph)
    assert STREET not in everything_said(graph)
    assert STREET in desk.said


def test_while_the_family_grows_nobody_is_revealed(desk: Desk) -> None:
    desk.shown.fetched(replace(result_of(*_family()), extent=Extent.PARTIAL))
    desk.press_reveal()
    assert desk.dialog is None
    assert "Vent, til hele familien er hentet." in desk.said
    desk.shown.fetched(result_of(*_family()))
    desk.press_reveal()
    assert desk.dialog is not None


# -- the menu of a relative


def _menu(desk: Desk) -> QMenu:
    return next(menu for menu in desk.window.findChildren(QMenu) if menu.isVisible())


def _open_menu(desk: Desk, how: str, row: int) -> QMenu:
    place = desk.table.visualRect(desk.table.model().index(row, 1)).center()
    viewport = desk.table.viewport()
    match how:
        case "mouse":
            event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, viewport.mapToGlobal(place))
            QApplication.sendEvent(viewport, event)
        case "menu key":
            desk.choose_relative(row)
            event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
            QApplication.sendEvent(viewport, event)
        case _:
            desk.choose_relative(row)
            desk.qtbot.keyClick(desk.table, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    return _menu(desk)


@pytest.mark.parametrize("how", ["mouse", "menu key", "shift and F10"])
def test_the_menu_of_a_hidden_relative_offers_it(desk: Desk, how: str) -> None:
    desk.look_up(*_family())
    menu = _open_menu(desk, how, _SPOUSE_ROW)
    action = next(a for a in menu.actions() if a.text() == _OFFER)
    assert action.isEnabled()
    action.trigger()
    menu.close()
    desk.answer()
    assert desk.journal.entries[-1].subject == Cpr(SPOUSE)


def test_the_menu_of_another_relative_does_not(desk: Desk) -> None:
    desk.look_up(*_family())
    menu = _open_menu(desk, "mouse", _CHILD_ROW)
    assert [(a.text(), a.isEnabled()) for a in menu.actions()[:2]] == [
        ("Slå personen op", True),
        (_OFFER, False),
    ]
    desk.knows(main_row(CHILD), own_row(CHILD))
    with desk.qtbot.waitSignal(desk.runner.succeeded):
        menu.actions()[0].trigger()
    menu.close()
    assert desk.lookup.asked[-1] == Cpr(CHILD)


def test_escape_in_the_menu_closes_the_menu_only(revealed: Desk) -> None:
    menu = _open_menu(revealed, "mouse", _SPOUSE_ROW)
    revealed.qtbot.keyClick(menu, Qt.Key.Key_Escape)
    assert not menu.isVisible()
    assert revealed.shown.is_revealing


# -- while it is shown


def test_the_time_left_stays_in_sight_and_is_told(revealed: Desk) -> None:
    strip = _strip(revealed)
    assert strip.isVisible()
    assert strip.parentWidget() is revealed.window.centralWidget()
    assert "Vises i 1:00" in revealed.said
    revealed.let_pass(8)
    revealed.qtbot.waitUntil(lambda: "Vises i 0:52" in revealed.said)


def test_tab_comes_to_the_strip_before_the_page(revealed: Desk) -> None:
    revealed.activate()
    revealed.button("Slå op").setFocus()
    for words in (_HIDE, _EXTEND):
        revealed.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is revealed.button(words)


def test_more_time_is_recorded_before_it_is_given(revealed: Desk) -> None:
    revealed.let_pass(50)
    revealed.journal.close_gate()
    revealed.click(_EXTEND)
    revealed.journal.wait_until_reached()
    revealed.qtbot.waitUntil(lambda: "Vises i 0:10" in revealed.said)
    revealed.click(_EXTEND)  # once is enough
    revealed.wait_for_record()
    assert "Vises i 1:10" in revealed.said
    assert [entry.details for entry in revealed.journal.entries] == [
        ("sagsbehandling",),
        ("sagsbehandling", "forlænget"),
    ]
    assert revealed.journal.entries[1] == replace(
        revealed.journal.entries[0], details=("sagsbehandling", "forlænget")
    )


def test_the_key_gives_more_time_too(revealed: Desk) -> None:
    revealed.let_pass(50)
    with revealed.qtbot.waitSignal(revealed.records.recorded):
        revealed.press_reveal()
    assert revealed.dialog is None
    revealed.qtbot.waitUntil(lambda: "Vises i 1:10" in revealed.said)


def test_time_that_cannot_be_recorded_is_not_given(revealed: Desk) -> None:
    revealed.journal.accepts = 1
    with revealed.qtbot.waitSignal(revealed.records.refused):
        revealed.click(_EXTEND)
    assert "FO-090" in revealed.said
    assert STREET in revealed.said
    revealed.let_pass(60)
    revealed.qtbot.waitUntil(lambda: _is_hidden(revealed))


def test_the_keyboard_goes_from_the_button_to_what_was_asked_for(revealed: Desk) -> None:
    focused = revealed.window.focusWidget()
    assert focused is not None
    assert focused.accessibleName().startswith("Beskyttet adresse, vises for en tid: ")


# -- how it ends


def _after_ten_seconds_elsewhere(desk: Desk) -> None:
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)
    app.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)


def _with_another_person(desk: Desk) -> None:
    desk.look_up(main_row(OTHER), own_row(OTHER, STADR=OTHER_STREET))


ENDS: dict[str, Callable[[Desk], None]] = {
    "time": lambda desk: desk.let_pass(60),
    "escape": lambda desk: desk.press(Qt.Key.Key_Escape),
    "button": lambda desk: desk.click(_HIDE),
    "a new lookup": _with_another_person,
    "refresh": lambda desk: desk.press(Qt.Key.Key_F5),
    "minimising": lambda desk: desk.window.showMinimized(),
    "lock or idle warning": lambda desk: desk.reveal.conceal(),
    "telephone view": lambda desk: desk.press(Qt.Key.Key_F8),
    "closing": lambda desk: desk.window.closing.emit(),
}


@pytest.mark.parametrize("end", ENDS)
def test_it_ends(revealed: Desk, end: str) -> None:
    ENDS[end](revealed)
    revealed.qtbot.waitUntil(lambda: _is_hidden(revealed))
    assert not _strip(revealed).isVisible()
    assert not any(frame.is_hatched for frame in revealed.window.findChildren(HatchedFrame))
    # Nothing is left that would end it once more, or take the next Escape.
    revealed.let_pass(600)
    assert _is_hidden(revealed)


def test_it_ends_when_the_user_is_long_in_another_program(open_desk: OpenDesk) -> None:
    desk = open_desk(away_ms=1)
    desk.look_up(*_family())
    desk.press_reveal()
    desk.answer()
    _after_ten_seconds_elsewhere(desk)
    desk.qtbot.waitUntil(lambda: _is_hidden(desk))


def test_coming_back_in_time_keeps_it(revealed: Desk) -> None:
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)
    app.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    (away,) = revealed.reveal.attention.findChildren(QTimer)
    assert away.isActive()
    assert away.interval() == 10_000
    app.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert not away.isActive()
    assert STREET in revealed.said


def test_going_to_look_for_the_case_number_keeps_the_question(open_desk: OpenDesk) -> None:
    desk = open_desk(away_ms=1)
    desk.look_up(*_family())
    desk.press_reveal()
    with desk.qtbot.waitSignal(desk.reveal.attention.lost):
        _after_ten_seconds_elsewhere(desk)
    assert desk.dialog is not None


@pytest.mark.parametrize("steps", [Qt.Key.Key_Left, Qt.Key.Key_Right])
def test_it_ends_by_going_back_or_forward(desk: Desk, steps: Qt.Key) -> None:
    desk.look_up(main_row(OTHER), own_row(OTHER, STADR=OTHER_STREET))
    desk.look_up(*_family())
    if steps is Qt.Key.Key_Right:
        desk.look_up(main_row(OTHER), own_row(OTHER, STADR=OTHER_STREET))
        desk.press(Qt.Key.Key_Left, _ALT)
    desk.press_reveal()
    desk.answer()
    desk.press(steps, _ALT)
    assert _is_hidden(desk)
    assert not _strip(desk).isVisible()
    desk.press(Qt.Key.Key_Right if steps is Qt.Key.Key_Left else Qt.Key.Key_Left, _ALT)
    assert _is_hidden(desk)


def test_a_question_about_somebody_who_has_gone_is_taken_back(desk: Desk) -> None:
    desk.look_up(*_family())
    desk.press_reveal()
    assert desk.dialog is not None
    desk.shown.forget_session()
    assert desk.dialog is None
    assert "Opdigt" not in "".join(d.text() for d in desk.labels_of_dialogs())


def test_the_end_of_the_first_leaves_the_question_about_the_second(revealed: Desk) -> None:
    revealed.choose_relative(_SPOUSE_ROW)
    revealed.press_reveal()
    assert revealed.dialog is not None
    revealed.let_pass(60)
    revealed.qtbot.waitUntil(lambda: _is_hidden(revealed))
    assert revealed.dialog is not None


def test_escape_hides_before_it_goes_to_the_search_field(revealed: Desk) -> None:
    revealed.press(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert not revealed.field.hasFocus()
    revealed.press(Qt.Key.Key_Escape)
    assert _is_hidden(revealed)
    assert not revealed.field.hasFocus()
    revealed.press(Qt.Key.Key_Escape)
    assert revealed.field.hasFocus()
    assert "Opdigt Testesen" in revealed.said


def test_the_keyboard_is_not_lost_with_the_strip(revealed: Desk) -> None:
    revealed.activate()
    revealed.button(_HIDE).setFocus()
    revealed.qtbot.keyClick(revealed.button(_HIDE), Qt.Key.Key_Space)
    assert _is_hidden(revealed)
    assert revealed.field.hasFocus()


def test_a_number_that_is_being_typed_keeps_nothing_of_the_revealed_one(revealed: Desk) -> None:
    revealed.field.setFocus()
    revealed.qtbot.keyClick(revealed.field, Qt.Key.Key_End)
    revealed.qtbot.keyClicks(revealed.field, "1")
    revealed.press(Qt.Key.Key_Escape)
    assert _is_hidden(revealed)


def test_begin_and_end_are_told_to_a_screen_reader(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []
    monkeypatch.setattr(desk.window, "announce", heard.append)
    desk.look_up(*_family())
    desk.press_reveal()
    desk.answer()
    assert heard[-1] == "Beskyttede oplysninger vises i 60 sekunder. Tryk Esc for at skjule dem."
    desk.let_pass(40)
    desk.qtbot.waitUntil(lambda: heard[-1].startswith("Skjules om 20 sekunder."))
    desk.press(Qt.Key.Key_Escape)
    assert heard[-1] == "Beskyttede oplysninger er skjult igen."
