"""The list of who has been looked up, by keys in a real window."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from familieopslag.domain.cpr import Cpr
from familieopslag.ui.history_menu import HistoryMenu
from tests.gui.guarded_desk import GuardedDesk
from tests.support.replies import Row, invented_number, main_row, own_row

A, B = invented_number(1), invented_number(2)


def _person(number: str, name: str, **fields: str) -> tuple[Row, Row]:
    return main_row(number, ADRNVN=name, **fields), own_row(number)


def _open(desk: GuardedDesk) -> HistoryMenu:
    desk.qtbot.keyClick(desk.window, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    (menu,) = desk.window.findChildren(HistoryMenu)
    return menu


def _lines(menu: HistoryMenu) -> list[str]:
    return [line.text() for line in menu.actions()]


def test_ctrl_h_lists_the_latest_first_and_return_goes_there_without_a_lookup(desk: GuardedDesk) -> None:
    desk.look_up(*_person(A, "Ulla Dahl"))
    desk.look_up(*_person(B, "Bo Holm"))
    asked = list(desk.lookup.asked)
    menu = _open(desk)
    assert menu.isVisible()
    assert _lines(menu) == [f"{Cpr(B).masked} · B.H.", f"{Cpr(A).masked} · U.D."]
    assert [line.isChecked() for line in menu.actions()] == [True, False]
    desk.qtbot.keyClick(menu, Qt.Key.Key_Down)
    desk.qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert desk.shown.result is not None
    assert desk.shown.result.person.cpr == Cpr(A)
    assert desk.lookup.asked == asked
    assert desk.window.command("forward").isEnabled()
    desk.qtbot.waitUntil(lambda: not menu.actions())


def test_whoever_is_on_the_screen_stays_there(desk: GuardedDesk) -> None:
    desk.look_up(*_person(A, "Ulla Dahl"))
    occasion = desk.shown.occasion
    desk.qtbot.keyClick(_open(desk), Qt.Key.Key_Return)
    assert desk.shown.occasion is occasion


def test_of_somebody_protected_it_says_only_that(desk: GuardedDesk) -> None:
    desk.look_up(*_person(A, "Ulla Dahl", BESKYT="X"))
    assert _lines(_open(desk)) == [f"{Cpr(A).masked} · Beskyttet"]


def test_clearing_closes_it_and_leaves_nobody_in_it(desk: GuardedDesk) -> None:
    desk.look_up(*_person(A, "Ulla Dahl"))
    menu = _open(desk)
    desk.presenter.forget_session()
    assert not menu.isVisible()
    assert menu.actions() == []
    assert menu.findChildren(QAction) == [menu.menuAction()]
    _open(desk)
    assert not menu.isVisible()


def test_somebody_else_who_comes_closes_it(desk: GuardedDesk) -> None:
    desk.look_up(*_person(A, "Ulla Dahl"))
    menu = _open(desk)
    desk.look_up(*_person(B, "Bo Holm"))
    assert not menu.isVisible()


def test_with_nobody_in_it_a_sentence_says_so(desk: GuardedDesk) -> None:
    desk.window.command("history").trigger()
    assert "ikke slået nogen op" in desk.window.status
    assert QApplication.activePopupWidget() is None


def test_in_telefonvisning_nobody_is_listed(desk: GuardedDesk) -> None:
    desk.look_up(*_person(A, "Ulla Dahl"))
    desk.shown.turn_to_telephone(on_record=True)
    desk.window.command("history").trigger()
    assert "Telefonvisning" in desk.window.status
    assert QApplication.activePopupWidget() is None
