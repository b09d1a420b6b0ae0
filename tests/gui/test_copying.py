"""Copying: rules, confirmation, record, clipboard - in that order, and nothing past it."""

from datetime import date

import pytest
from PySide6.QtCore import QMimeData, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from familieopslag.domain.accountability import AuditEvent
from familieopslag.domain.cpr import Cpr
from familieopslag.ui.clipboard import ClipboardGuard
from tests.gui.conftest import OpenDesk
from tests.gui.guarded_desk import CONTROL, ERRAND, SHIFT, GuardedDesk, dialogs
from tests.support.replies import (
    OTHER_STREET,
    STREET,
    invented_number,
    main_row,
    own_row,
    protected_main,
    relative_row,
)

ME = invented_number()
OTHER = invented_number(born=date(1971, 2, 3))
SPOUSE = invented_number(born=date(1960, 7, 19), male=True)
CHILD = invented_number(born=date(2015, 4, 9))
ELSEWHERE = {"STADR": "Et Tredje Sted 9", "CPST_POSTNR": "5000"}
OPEN = (
    main_row(ME),
    own_row(ME),
    relative_row(CHILD),
    relative_row(SPOUSE, "Ægtefælle", CBSK_TYP="00001", **ELSEWHERE),
)
PROTECTED = (*protected_main(ME), relative_row(CHILD))
LABEL = f"Opdigt Testesen\n{STREET}\nPåfund\n9000 Aalborg"
_NAME, _RELATION, _NUMBER, _AGE, _STATUS, _RESIDENCE = range(6)


def _focus(desk: GuardedDesk, text: str) -> None:
    desk.label(text).setFocus()


def _refuse(desk: GuardedDesk, words: str) -> None:
    """Nothing was copied, nothing recorded, and the status bar says why."""
    assert desk.records.shut_down()
    assert words in desk.window.status
    assert desk.copied == ""
    assert desk.journal.entries == []


# -- one field


def test_ctrl_c_copies_the_field_in_focus_and_tells_so_without_the_value(desk: GuardedDesk) -> None:
    desk.look_up(*OPEN)
    _focus(desk, "14.03.1962")
    desk.press(Qt.Key.Key_C, CONTROL)
    desk.wait_for_record()
    assert desk.copied == "14.03.1962"
    assert desk.window.status == "Fødselsdato kopieret. Udklipsholderen ryddes om 60 sek."
    (entry,) = desk.journal.entries
    assert (entry.event, entry.subject, entry.errand) == (AuditEvent.COPIED, Cpr(ME), ERRAND)
    assert (entry.protection, entry.correlation_id) == ("ikke_beskyttet", "id-1")
    assert entry.details == ("FOEDDATO",)


def test_the_lines_of_the_address_are_copied_together(desk: GuardedDesk) -> None:
    desk.look_up(*OPEN)
    _focus(desk, f"{STREET}\n")
    desk.press(Qt.Key.Key_Insert, CONTROL)
    desk.wait_for_record()
    assert desk.copied == LABEL.partition("\n")[2]


def test_nothing_is_copied_until_it_is_on_record(desk: GuardedDesk) -> None:
    desk.look_up(*OPEN)
    desk.journal.close_gate()
    desk.press(Qt.Key.Key_A, CONTROL | SHIFT)
    desk.journal.wait_until_reached()
    assert desk.copied == ""
    desk.journal.open_gate()
    desk.wait_for_record()
    assert desk.copied == LABEL


def test_what_cannot_be_recorded_is_not_copied(desk: GuardedDesk) -> None:
    desk.look_up(*OPEN)
    desk.journal.accepts = 0
    with desk.qtbot.waitSignal(desk.records.refused):
        desk.press(Qt.Key.Key_A, CONTROL | SHIFT)
    _refuse(desk, "det kan ikke logges")
    assert "(FO-090 · an-id)" in desk.window.status


def test_of_somebody_who_has_gone_meanwhile_nothing_is_copied(desk: GuardedDesk) -> None:
    desk.look_up(*OPEN)
    desk.journal.close_gate()
    desk.press(Qt.Key.Key_A, CONTROL | SHIFT)
    desk.journal.wait_until_reached()
    desk.look_up(main_row(OTHER, ADRNVN="En Anden"), own_row(OTHER))
    desk.journal.open_gate()
    desk.wait_for_record()
    assert desk.copied == ""


@pytest.mark.parametrize("text", ["Skjult – adressen er beskyttet", "140362-••••"])
def test_a_hidden_field_is_not_copied(desk: GuardedDesk, text: str) -> None:
    desk.look_up(*PROTECTED)
    _focus(desk, text)
    desk.press(Qt.Key.Key_C, CONTROL)
    _refuse(desk, "feltet er skjult")


def test_a_protected_name_is_not_copied(desk: GuardedDesk) -> None:
    desk.look_up(*PROTECTED)
    _focus(desk, "Opdigt Testesen")
    desk.press(Qt.Key.Key_C, CONTROL)
    _refuse(desk, "navnet er beskyttet")


def test_where_nothing_can_be_copied_the_status_bar_says_so(desk: GuardedDesk) -> None:
    desk.look_up(*OPEN)
    desk.button("Slå op").setFocus()
    desk.press(Qt.Key.Key_C, CONTROL)
    _refuse(desk, "intet at kopiere her")


# -- the person


@pytest.mark.parametrize(
    ("key", "text", "what"),
    [
        (Qt.Key.Key_A, LABEL, "adresselabel"),
        (Qt.Key.Key_N, Cpr(ME).formatted, "PNR"),
        (Qt.Key.Key_K, None, "fuld tekst"),
    ],
)
@pytest.mark.parametrize("from_the_field", [True, False])
def test_commands_copy_the_person(
    desk: GuardedDesk, key: Qt.Key, text: str | None, what: str, *, from_the_field: bool
) -> None:
    desk.look_up(*OPEN)
    if not from_the_field:
        _focus(desk, "14.03.1962")
    desk.press(key, CONTROL | SHIFT)
    desk.wait_for_record()
    if text is None:
        assert "Opdigt Testesen" in desk.copied
        assert STREET in desk.copied
        assert ME[6:] not in desk.copied
    else:
        assert desk.copied == text
    assert desk.journal.entries[0].details == (what,)


@pytest.mark.parametrize("key", [Qt.Key.Key_A, Qt.Key.Key_N, Qt.Key.Key_K])
def test_without_a_person_there_is_nothing_to_copy(desk: GuardedDesk, key: Qt.Key) -> None:
    desk.press(key, CONTROL | SHIFT)
    _refuse(desk, "der vises ingen person")


def test_buttons_and_menu_offer_the_same(desk: GuardedDesk) -> None:
    desk.look_up(*OPEN)
    desk.click("Kopiér adresselabel")
    desk.wait_for_record(1)
    assert desk.copied == LABEL
    # The menu runs in a loop of its own, as Qt's buttons have it.
    QTimer.singleShot(0, lambda: desk.choose("Kopiér CPR-nr."))
    desk.click("Kopiér ▾")
    desk.wait_for_record(2)
    assert desk.copied == Cpr(ME).formatted


def test_the_menu_bar_copies_the_field_that_had_the_focus(desk: GuardedDesk) -> None:
    desk.look_up(*OPEN)
    _focus(desk, "14.03.1962")
    desk.press(Qt.Key.Key_R, Qt.KeyboardModifier.AltModifier)
    desk.choose("Kopiér feltet")
    desk.wait_for_record()
    assert desk.copied == "14.03.1962"


# -- what has been revealed


def test_a_revealed_address_leaves_only_when_its_use_is_confirmed(desk: GuardedDesk) -> None:
    desk.look_up(*PROTECTED)
    desk.shown.reveal(None)
    desk.press(Qt.Key.Key_A, CONTROL | SHIFT)
    (question,) = dialogs()
    assert isinstance(question, QMessageBox)
    assert "kun bruges til brev til personen selv" in question.text()
    assert desk.journal.entries == []
    desk.click("Kopiér og log")
    desk.wait_for_record()
    assert desk.copied == LABEL
    (entry,) = desk.journal.entries
    assert entry.details == ("adresselabel", "brev til personen selv")
    assert entry.protection == "beskyttet"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space])
def test_the_answer_at_hand_is_no(desk: GuardedDesk, key: Qt.Key) -> None:
    desk.look_up(*PROTECTED)
    desk.shown.reveal(None)
    desk.press(Qt.Key.Key_A, CONTROL | SHIFT)
    (question,) = dialogs()
    desk.qtbot.waitUntil(lambda: question.isAncestorOf(QApplication.focusWidget() or desk.window))
    desk.press(key)
    assert dialogs() == []
    assert desk.records.shut_down()
    assert (desk.copied, desk.journal.entries) == ("", [])


def test_what_is_hidden_again_while_the_question_stands_does_not_leave(desk: GuardedDesk) -> None:
    desk.look_up(*PROTECTED)
    desk.shown.reveal(None)
    desk.press(Qt.Key.Key_A, CONTROL | SHIFT)
    desk.shown.conceal()
    desk.click("Kopiér og log")
    _refuse(desk, "er ændret")


@pytest.mark.parametrize("is_asked_first", [True, False], ids=["label", "number"])
def test_what_is_hidden_again_while_the_record_is_written_does_not_leave(
    desk: GuardedDesk, *, is_asked_first: bool
) -> None:
    desk.look_up(*PROTECTED)
    desk.shown.reveal(None)
    desk.journal.close_gate()
    if is_asked_first:
        desk.press(Qt.Key.Key_A, CONTROL | SHIFT)
        desk.click("Kopiér og log")
    else:
        _focus(desk, Cpr(ME).formatted)
        desk.press(Qt.Key.Key_C, CONTROL)
    desk.journal.wait_until_reached()
    desk.shown.conceal()
    desk.journal.open_gate()
    desk.wait_for_record()
    assert desk.copied == ""
    assert "er ændret" in desk.window.status


def test_the_question_goes_with_the_person(desk: GuardedDesk) -> None:
    desk.look_up(*PROTECTED)
    desk.shown.reveal(None)
    desk.press(Qt.Key.Key_A, CONTROL | SHIFT)
    desk.shown.forget()
    assert dialogs() == []
    assert desk.records.shut_down()
    assert desk.journal.entries == []


# -- the family


def test_a_cell_is_copied_on_record_of_the_relative(desk: GuardedDesk) -> None:
    desk.look_up(*OPEN)
    desk.cell(Cpr(CHILD).masked, _NAME)
    desk.press(Qt.Key.Key_C, CONTROL)
    desk.wait_for_record()
    assert desk.copied == "Slægt Testesen"
    assert desk.window.status.startswith("Navn kopieret.")
    (entry,) = desk.journal.entries
    assert (entry.subject, entry.details) == (Cpr(CHILD), ("familie: navn",))


def test_arrows_choose_the_cell(desk: GuardedDesk) -> None:
    desk.look_up(*OPEN)
    desk.cell(Cpr(CHILD).masked, _NAME)
    desk.press(Qt.Key.Key_Right)
    desk.press(Qt.Key.Key_C, CONTROL)
    desk.wait_for_record()
    assert desk.copied == "Barn"


@pytest.mark.parametrize(
    ("who", "column", "words"),
    [
        (CHILD, _NUMBER, "nummeret er skjult"),
        (CHILD, _RESIDENCE, "adresser kan ikke kopieres"),
        (SPOUSE, _NAME, "navnet er beskyttet"),
        (SPOUSE, _RESIDENCE, "feltet er skjult"),
    ],
)
def test_what_may_not_leave_of_a_relative(desk: GuardedDesk, who: str, column: int, words: str) -> None:
    desk.look_up(*OPEN)
    desk.cell(Cpr(who).masked, column)
    desk.press(Qt.Key.Key_C, CONTROL)
    _refuse(desk, words)
    assert OTHER_STREET not in desk.window.status


def test_a_relative_s_number_has_a_command_of_its_own(desk: GuardedDesk) -> None:
    desk.look_up(*OPEN)
    desk.cell(Cpr(CHILD).masked)
    desk.press(Qt.Key.Key_F10, SHIFT)
    desk.choose("Kopiér CPR-nr.")
    desk.wait_for_record()
    assert desk.copied == Cpr(CHILD).formatted
    (entry,) = desk.journal.entries
    assert (entry.subject, entry.protection) == (Cpr(CHILD), "ikke_beskyttet")
    assert entry.details == ("PNR_FOEDDATO",)


def test_a_protected_relative_s_number_stays(desk: GuardedDesk) -> None:
    desk.look_up(*OPEN)
    desk.cell(Cpr(SPOUSE).masked)
    desk.press(Qt.Key.Key_F10, SHIFT)
    desk.choose("Kopiér CPR-nr.")
    _refuse(desk, "personen er beskyttet")


def test_the_menu_is_that_of_the_row_under_the_mouse(desk: GuardedDesk) -> None:
    desk.look_up(*OPEN)
    place = desk.cell(Cpr(CHILD).masked)
    desk.cell(Cpr(SPOUSE).masked)
    viewport = desk.family.viewport()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, viewport.mapToGlobal(place))
    QApplication.sendEvent(viewport, event)
    desk.choose("Kopiér CPR-nr.")
    desk.wait_for_record()
    assert desk.copied == Cpr(CHILD).formatted


def test_the_row_s_menu_looks_the_person_up(desk: GuardedDesk) -> None:
    desk.look_up(*OPEN)
    desk.lookup.open(Cpr(CHILD))
    desk.cell(Cpr(CHILD).masked)
    desk.press(Qt.Key.Key_F10, SHIFT)
    with desk.qtbot.waitSignal(desk.runner.succeeded):
        desk.choose("Slå personen op")
    assert desk.lookup.asked == [Cpr(ME), Cpr(CHILD)]


def test_a_value_s_menu_copies_the_value(desk: GuardedDesk) -> None:
    desk.look_up(*OPEN)
    _focus(desk, "14.03.1962")
    desk.press(Qt.Key.Key_F10, SHIFT)
    desk.choose("Kopiér feltet")
    desk.wait_for_record()
    assert desk.copied == "14.03.1962"


# -- the search field


def test_what_was_typed_can_be_cut_and_pasted(desk: GuardedDesk) -> None:
    desk.type(ME)
    desk.press(Qt.Key.Key_A, CONTROL)
    desk.press(Qt.Key.Key_X, CONTROL)
    desk.wait_for_record()
    assert (desk.copied, desk.field.text()) == (ME, "")
    desk.press(Qt.Key.Key_V, CONTROL)
    assert desk.field.text() == ME
    (entry,) = desk.journal.entries
    assert (entry.subject, entry.details) == (Cpr(ME), ("søgefelt",))


def test_a_cut_that_cannot_be_recorded_takes_nothing_away(desk: GuardedDesk) -> None:
    desk.journal.accepts = 0
    desk.type(ME)
    desk.press(Qt.Key.Key_A, CONTROL)
    with desk.qtbot.waitSignal(desk.records.refused):
        desk.press(Qt.Key.Key_X, CONTROL)
    assert (desk.copied, desk.field.text()) == ("", ME)


def test_a_cut_leaves_what_has_been_typed_since(desk: GuardedDesk) -> None:
    desk.type(ME)
    desk.press(Qt.Key.Key_A, CONTROL)
    desk.journal.close_gate()
    desk.press(Qt.Key.Key_X, CONTROL)
    desk.journal.wait_until_reached()
    desk.type(OTHER)
    desk.journal.open_gate()
    desk.wait_for_record()
    assert desk.field.text() == OTHER


def test_the_shown_number_is_copied_from_the_field_as_such(desk: GuardedDesk) -> None:
    desk.look_up(*OPEN)
    desk.press(Qt.Key.Key_L, CONTROL)
    desk.press(Qt.Key.Key_C, CONTROL)
    desk.wait_for_record()
    assert desk.copied == Cpr(ME).formatted
    assert (desk.journal.entries[0].subject, desk.journal.entries[0].details) == (Cpr(ME), ("PNR",))


@pytest.mark.parametrize("key", [Qt.Key.Key_C, Qt.Key.Key_X])
def test_a_hidden_number_is_not_copied_from_the_field(desk: GuardedDesk, key: Qt.Key) -> None:
    desk.look_up(*PROTECTED)
    desk.press(Qt.Key.Key_L, CONTROL)
    desk.press(key, CONTROL)
    _refuse(desk, "feltet er skjult")
    assert desk.field.text() == Cpr(ME).masked


@pytest.mark.parametrize(("words", "left"), [("Kopiér", ME), ("Klip", "")])
def test_the_field_s_menu_goes_the_same_way(desk: GuardedDesk, words: str, left: str) -> None:
    desk.type(ME)
    desk.press(Qt.Key.Key_A, CONTROL)
    desk.journal.close_gate()
    desk.press(Qt.Key.Key_F10, SHIFT)
    desk.choose(words)
    desk.journal.wait_until_reached()
    assert desk.copied == ""
    desk.journal.open_gate()
    desk.wait_for_record()
    assert (desk.copied, desk.field.text()) == (ME, left)


def test_the_field_s_menu_pastes_and_undoes(desk: GuardedDesk) -> None:
    QGuiApplication.clipboard().setText("140362")
    desk.press(Qt.Key.Key_F10, SHIFT)
    desk.choose("Sæt ind")
    assert desk.field.text() == "140362"
    desk.press(Qt.Key.Key_F10, SHIFT)
    desk.choose("Fortryd")
    assert desk.field.text() == ""


def test_nothing_is_marked_so_nothing_is_copied(desk: GuardedDesk) -> None:
    desk.type("140362")
    desk.press(Qt.Key.Key_C, CONTROL)
    assert desk.records.shut_down()
    assert (desk.copied, desk.journal.entries) == ("", [])


# -- on the clipboard


def _data() -> QMimeData:
    return QGuiApplication.clipboard().mimeData()


def test_histories_and_clouds_are_told_to_keep_out(qtbot: QtBot) -> None:
    guard = ClipboardGuard()
    assert guard.put("Opdigt Testesen", 60)
    windows = 'application/x-qt-windows-mime;value="{}"'
    for name in (
        "ExcludeClipboardContentFromMonitorProcessing",
        "CanIncludeInClipboardHistory",
        "CanUploadToCloudClipboard",
    ):
        assert _data().data(windows.format(name)).data() == b"\0\0\0\0"
    assert _data().data("x-kde-passwordManagerHint").data() == b"secret"
    assert not _data().hasHtml()
    guard.clear()


def test_the_clipboard_is_cleared_after_a_while(open_desk: OpenDesk) -> None:
    desk = open_desk(second_ms=1)
    desk.look_up(*OPEN)
    with desk.qtbot.waitSignal(desk.clipboard.cleared):
        desk.press(Qt.Key.Key_A, CONTROL | SHIFT)
    assert desk.copied == ""
    assert desk.window.status == "Udklipsholderen er ryddet."


def test_what_somebody_else_has_copied_since_stays(qtbot: QtBot) -> None:
    guard = ClipboardGuard(second_ms=1)
    guard.put("Opdigt Testesen", 60)
    QGuiApplication.clipboard().setText("noget andet")
    with qtbot.assertNotEmitted(guard.cleared):
        guard.clear()
    assert not guard.is_ours
    assert QGuiApplication.clipboard().text() == "noget andet"


def test_a_second_copy_has_its_own_time(qtbot: QtBot) -> None:
    guard = ClipboardGuard(second_ms=1)
    guard.put("første", 10_000)
    with qtbot.waitSignal(guard.cleared) as cleared:
        guard.put("anden", 10)
    assert cleared.signal_triggered
    assert QGuiApplication.clipboard().text() == ""


def test_every_button_that_copies_has_a_name(desk: GuardedDesk) -> None:
    desk.look_up(*OPEN)
    names = {b.accessibleName() for b in desk.window.findChildren(QPushButton) if b.isVisible()}
    assert {"Kopiér", "Kopiér adresselabel"} <= names
