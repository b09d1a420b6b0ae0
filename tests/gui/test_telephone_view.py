"""Telefonvisning in the whole window: on record first, and nothing of the whole result left anywhere."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from familieopslag.domain.accountability import AuditEvent
from familieopslag.domain.cpr import Cpr
from familieopslag.domain.person import Extent
from familieopslag.ui.telephone_page import TelephoneStrip
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

ME = invented_number()
OTHER = invented_number(1)
CHILD = invented_number(born=date(2015, 4, 9))
_ALT = Qt.KeyboardModifier.AltModifier
_SENTENCE = "Sig: »Jeg kan ikke give oplysninger om personen.«"


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    desk = Desk(qtbot)
    yield desk
    desk.shut_down()


def _open_person(number: str = ME, **changes: str) -> tuple[Row, ...]:
    child = relative_row(CHILD, ADRNVN="Barn Slægtesen")
    return (main_row(number, **changes), own_row(number), child)


def _protected_person(number: str = ME) -> tuple[Row, ...]:
    return (*protected_main(number), relative_row(CHILD, ADRNVN="Barn Slægtesen"))


def _press_f8(desk: Desk) -> None:
    """With somebody on the screen: F8, and wait for the record."""
    with desk.qtbot.waitSignal(desk.records.recorded):
        desk.press(Qt.Key.Key_F8)


def _look_up(desk: Desk, *rows: Row) -> None:
    """While it is on: look somebody up, and wait for the record."""
    with desk.qtbot.waitSignal(desk.records.recorded):
        desk.look_up(*rows)


def _is_on(desk: Desk) -> bool:
    strips = desk.window.findChildren(TelephoneStrip)
    shown = any(strip.isVisible() for strip in strips)
    assert shown is desk.shown.is_telephone is desk.window.command("telephone").isChecked()
    return shown


# -- what is shown, and what is left


def test_of_an_unprotected_person_name_address_and_status_are_left(desk: Desk) -> None:
    desk.look_up(*_open_person())
    assert "Barn Slægtesen" in desk.said
    _press_f8(desk)
    said = desk.said
    for told in ("Opdigt Testesen", f"{STREET}, Påfund, 9000 Aalborg", "Oplys kun det, der står her."):
        assert told in said
    for gone in (ME[6:], "Barn Slægtesen", CHILD[:6], OTHER_STREET, "Personnummer", "Opslags-id", "64 år"):
        assert gone not in said, gone
    assert desk.shown.view is None


def test_of_a_protected_person_only_the_sentence_is_left(desk: Desk) -> None:
    desk.look_up(*_protected_person())
    assert "BESKYTTET" in desk.window.windowTitle()
    _press_f8(desk)
    said = desk.said
    assert _SENTENCE in said
    assert "Sig ikke, at der er en beskyttelse." in said
    for gone in (ME[6:], STREET, "Opdigt", "Testesen", "Barn Slægtesen", "BESKYT", "Skjult", "Aktiv"):
        assert gone not in said, gone
    assert desk.window.windowTitle() == "Familieopslag – DEMO"


def test_nothing_is_left_in_the_family_graph(desk: Desk) -> None:
    desk.look_up(*_open_person())
    desk.press(Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert desk.said.count("Barn Slægtesen") > 1
    _press_f8(desk)
    assert "Barn Slægtesen" not in desk.said
    desk.press(Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    _look_up(desk, *protected_main(OTHER))
    assert "Testesen" not in desk.said
    desk.press(Qt.Key.Key_F8)
    assert "Opdigt Testesen" in desk.said


@pytest.mark.parametrize("protected", [False, True])
def test_the_search_field_does_not_tell_the_number(desk: Desk, *, protected: bool) -> None:
    desk.look_up(*(_protected_person() if protected else _open_person()))
    _press_f8(desk)
    assert desk.field.text() == f"{ME[:6]}-••••"
    with desk.qtbot.waitSignal(desk.records.recorded):
        desk.qtbot.keyClick(desk.field, Qt.Key.Key_Return)
    assert desk.lookup.asked == [Cpr(ME), Cpr(ME)]


def test_what_is_being_typed_stays(desk: Desk) -> None:
    desk.look_up(*_open_person())
    desk.qtbot.keyClicks(desk.field, OTHER[:4])
    _press_f8(desk)
    assert desk.field.text() == OTHER[:4]


def test_of_the_dead_it_is_told_that_they_are(desk: Desk) -> None:
    desk.look_up(*_open_person(STATUS="90", STARTDATOSTATUS="20000630"))
    _press_f8(desk)
    assert "Død 30.06.2000" in desk.said


def test_the_next_person_leaves_nothing_of_the_one_before(desk: Desk) -> None:
    desk.look_up(*_open_person())
    _press_f8(desk)
    _look_up(desk, *protected_main(OTHER))
    assert _SENTENCE in desk.said
    assert "Opdigt Testesen" not in desk.said
    assert STREET not in desk.said


def test_how_to_leave_is_always_in_sight(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F8)
    assert _is_on(desk)
    assert desk.button("Slå fra (F8)").isVisible()
    desk.click("Slå fra (F8)")
    assert not _is_on(desk)
    desk.look_up(*_open_person())
    assert "Barn Slægtesen" in desk.said


# -- the record comes first


@pytest.mark.parametrize("protected", [False, True])
def test_the_whole_result_gives_way_when_it_is_on_record(desk: Desk, *, protected: bool) -> None:
    desk.look_up(*(_protected_person() if protected else _open_person()))
    desk.journal.close_gate()
    desk.press(Qt.Key.Key_F8)
    desk.journal.wait_until_reached()
    assert "Barn Slægtesen" in desk.said
    assert not _is_on(desk)
    desk.wait_for_record()
    assert _is_on(desk)
    assert "Barn Slægtesen" not in desk.said
    (entry,) = desk.journal.entries
    assert (entry.event, entry.subject) == (AuditEvent.TELEPHONE, Cpr(ME))
    assert entry.protection == ("beskyttet" if protected else "ikke_beskyttet")
    assert entry.correlation_id == "id-1"


def test_nobody_is_shown_before_their_record(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F8)
    desk.journal.close_gate()
    desk.look_up(*_open_person())
    desk.journal.wait_until_reached()
    assert "Testesen" not in desk.said
    assert STREET not in desk.said
    assert desk.button("Slå op").isEnabled()
    desk.wait_for_record()
    assert "Opdigt Testesen" in desk.said
    assert [entry.subject for entry in desk.journal.entries] == [Cpr(ME)]


def test_a_slow_record_is_told_of(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F8)
    desk.journal.close_gate()
    desk.look_up(*_open_person())
    desk.qtbot.waitUntil(lambda: desk.said.count("Skriver i loggen …") > 1)
    assert "Testesen" not in desk.said
    desk.wait_for_record()
    assert "Opdigt Testesen" in desk.said


def test_everybody_who_comes_is_recorded(desk: Desk) -> None:
    desk.look_up(*_open_person())
    _press_f8(desk)
    _look_up(desk, *protected_main(OTHER))
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
        with desk.qtbot.waitSignal(desk.records.recorded):
            desk.press(key, _ALT)
    with desk.qtbot.waitSignal(desk.records.recorded):
        desk.press(Qt.Key.Key_F5)
    subjects = [entry.subject for entry in desk.journal.entries]
    assert subjects == [Cpr(number) for number in (ME, OTHER, ME, OTHER, OTHER)]
    assert {entry.event for entry in desk.journal.entries} == {AuditEvent.TELEPHONE}
    assert _SENTENCE in desk.said


def test_while_somebody_from_memory_is_recorded_nobody_is_shown(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F8)
    _look_up(desk, *_open_person())
    _look_up(desk, *protected_main(OTHER))
    desk.journal.close_gate()
    desk.press(Qt.Key.Key_Left, _ALT)
    desk.journal.wait_until_reached()
    assert _SENTENCE not in desk.said
    assert "Opdigt Testesen" not in desk.said
    desk.wait_for_record()
    assert "Opdigt Testesen" in desk.said


def test_a_family_that_grows_is_recorded_once(desk: Desk) -> None:
    whole = result_of(*_open_person())
    desk.press(Qt.Key.Key_F8)
    with desk.qtbot.waitSignal(desk.records.recorded):
        desk.shown.fetched(replace(whole, relatives=(), extent=Extent.PARTIAL))
    assert "Oplys ikke adressen, og sig ikke hvorfor." in desk.said
    desk.shown.fetched(whole)
    assert STREET in desk.said
    assert len(desk.journal.entries) == 1


def test_a_family_that_grows_while_it_is_recorded_is_shown_whole(desk: Desk) -> None:
    whole = result_of(*_open_person())
    desk.press(Qt.Key.Key_F8)
    desk.journal.close_gate()
    desk.shown.fetched(replace(whole, relatives=(), extent=Extent.PARTIAL))
    desk.shown.fetched(whole)
    desk.wait_for_record()
    assert STREET in desk.said
    assert len(desk.journal.entries) == 1


def test_without_a_record_the_whole_result_stays_and_it_is_said_why(desk: Desk) -> None:
    desk.look_up(*_open_person())
    desk.journal.accepts = 0
    with desk.qtbot.waitSignal(desk.records.refused):
        desk.press(Qt.Key.Key_F8)
    assert not _is_on(desk)
    assert "FO-090 · Fejl-id an-id" in desk.said
    assert "Barn Slægtesen" in desk.said


def test_without_a_record_the_next_person_is_not_shown(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F8)
    desk.journal.accepts = 0
    with desk.qtbot.waitSignal(desk.records.refused):
        desk.look_up(*_open_person())
    assert _is_on(desk)
    assert "Testesen" not in desk.said
    assert "Opslaget kan ikke logges" in desk.said
    assert desk.shown.result is None
    desk.journal.accepts = None
    with desk.qtbot.waitSignal(desk.records.recorded):
        desk.click("Prøv igen (F5)")
    assert "Opdigt Testesen" in desk.said


# -- on and off


def test_the_button_in_the_heading_turns_it_on(desk: Desk) -> None:
    desk.look_up(*_open_person())
    with desk.qtbot.waitSignal(desk.records.recorded):
        desk.click("Telefonvisning F8")
    assert _is_on(desk)


def test_f8_again_shows_the_whole_result_again_masked_as_before(desk: Desk) -> None:
    desk.look_up(*_protected_person())
    before = desk.shown.view
    _press_f8(desk)
    desk.press(Qt.Key.Key_F8)
    assert not _is_on(desk)
    assert desk.shown.view == before
    assert "Barn Slægtesen" in desk.said
    assert "BESKYTTET" in desk.window.windowTitle()
    assert _SENTENCE not in desk.said
    assert desk.field.text() == f"{ME[:6]}-••••"


def test_an_unprotected_number_is_back_with_the_whole_result(desk: Desk) -> None:
    desk.look_up(*_open_person())
    _press_f8(desk)
    desk.press(Qt.Key.Key_F8)
    assert desk.field.text() == f"{ME[:6]}-{ME[6:]}"


def test_pressed_twice_before_the_record_it_is_not_on(desk: Desk) -> None:
    desk.look_up(*_open_person())
    desk.journal.close_gate()
    desk.press(Qt.Key.Key_F8)
    desk.journal.wait_until_reached()
    desk.press(Qt.Key.Key_F8)
    desk.wait_for_record()
    assert not _is_on(desk)
    assert "Barn Slægtesen" in desk.said


def test_turned_off_while_somebody_is_recorded_shows_the_whole_result(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F8)
    desk.journal.close_gate()
    desk.look_up(*_open_person())
    desk.press(Qt.Key.Key_F8)
    assert "Barn Slægtesen" in desk.said
    desk.wait_for_record()
    assert not _is_on(desk)
    assert "Barn Slægtesen" in desk.said


def test_a_lookup_that_is_faster_than_the_record_comes_up_so_too(desk: Desk) -> None:
    desk.look_up(*_open_person())
    desk.journal.close_gate()
    desk.press(Qt.Key.Key_F8)
    desk.journal.wait_until_reached()
    desk.look_up(*protected_main(OTHER))
    assert _is_on(desk)
    assert "Testesen" not in desk.said
    desk.journal.open_gate()
    desk.qtbot.waitUntil(lambda: _SENTENCE in desk.said)
    assert [entry.subject for entry in desk.journal.entries] == [Cpr(ME), Cpr(OTHER)]


def test_back_from_memory_faster_than_the_record_comes_up_so_too(desk: Desk) -> None:
    desk.look_up(*_open_person())
    desk.look_up(*_protected_person(OTHER))
    desk.journal.close_gate()
    desk.press(Qt.Key.Key_F8)
    desk.journal.wait_until_reached()
    desk.press(Qt.Key.Key_Left, _ALT)
    assert _is_on(desk)
    assert "Testesen" not in desk.said
    desk.journal.open_gate()
    desk.qtbot.waitUntil(lambda: "Opdigt Testesen" in desk.said)
    assert [entry.subject for entry in desk.journal.entries] == [Cpr(OTHER), Cpr(ME)]


def test_it_stays_on_over_a_failure(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F8)
    _look_up(desk, *_open_person())
    desk.lookup.failures[Cpr(OTHER)] = RuntimeError()
    desk.lookup.open(Cpr(OTHER))
    with desk.qtbot.waitSignal(desk.runner.failed):
        desk.type(OTHER)
    assert _is_on(desk)
    assert "FO-001" in desk.said
    assert "Testesen" not in desk.said


def test_it_stays_on_when_a_lookup_is_cancelled(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F8)
    desk.type(ME)
    desk.press(Qt.Key.Key_Escape)
    assert _is_on(desk)
    assert "annulleret" in desk.said


def test_what_was_revealed_is_hidden_at_once(desk: Desk) -> None:
    desk.look_up(*_protected_person())
    desk.press_reveal()
    desk.answer()
    assert STREET in desk.said
    desk.journal.close_gate()
    desk.press(Qt.Key.Key_F8)
    assert STREET not in desk.said
    desk.wait_for_record()
    assert _SENTENCE in desk.said


def test_nothing_can_be_revealed_while_it_is_on(desk: Desk) -> None:
    desk.look_up(*_protected_person())
    _press_f8(desk)
    desk.press_reveal()
    assert desk.dialog is None
    assert "Slå telefonvisning fra med F8" in desk.said


def test_closing_the_window_leaves_nothing(desk: Desk) -> None:
    desk.look_up(*_open_person())
    _press_f8(desk)
    desk.window.close()
    assert "Testesen" not in desk.said
    assert STREET not in desk.said


def test_it_is_read_out(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []
    monkeypatch.setattr(desk.window, "announce", heard.append)
    desk.press(Qt.Key.Key_F8)
    assert heard == ["Telefonvisning er slået til. F8 slår den fra."]
    _look_up(desk, *_protected_person())
    assert heard[-1].startswith("Telefonvisning. Oplys kun det")
    assert _SENTENCE in heard[-1]
    assert "Opdigt" not in heard[-1]


def test_what_is_to_be_read_out_can_be_reached_and_not_taken_along(desk: Desk) -> None:
    desk.look_up(*_open_person())
    _press_f8(desk)
    value = next(w for w in desk.spoken() if STREET in w.text())
    assert value.accessibleName() == f"Adresse: {STREET}, Påfund, 9000 Aalborg"
    assert value.focusPolicy() is Qt.FocusPolicy.StrongFocus
    assert value.textInteractionFlags() == Qt.TextInteractionFlag.NoTextInteraction
    buttons = [button for button in desk.window.findChildren(QPushButton) if button.isVisible()]
    assert not any(button.text().startswith("Kopiér") for button in buttons)
