"""The purpose of a lookup: chosen before anything is sent, kept for the session, asked for again after a lock."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from familieopslag.domain.cpr import Cpr
from familieopslag.domain.errand import Errand, Purpose
from familieopslag.ui import theme
from familieopslag.ui.errand_bar import ErrandBar
from tests.gui.desk import Desk
from tests.support.replies import (
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
CITIZENS = Purpose("BORGERSERVICE", "Borgerservice")
SOCIAL = Purpose("SOCIAL", "Sociale ydelser efter lov om aktiv socialpolitik og serviceloven")
_MISSING = "Vælg et formål for at slå op."


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    desk = Desk(qtbot, purposes=(CITIZENS, SOCIAL))
    yield desk
    desk.shut_down()


@pytest.fixture
def plain_desk(qtbot: QtBot) -> Iterator[Desk]:
    desk = Desk(qtbot)
    yield desk
    desk.shut_down()


def _person(number: str = ME) -> tuple[Row, ...]:
    return (main_row(number), own_row(number), relative_row(CHILD))


def _choice(desk: Desk) -> QComboBox:
    return desk.window.findChildren(QComboBox)[0]


def _bar(desk: Desk) -> ErrandBar:
    return desk.window.findChildren(ErrandBar)[0]


def _errands(desk: Desk) -> Sequence[Errand]:
    return [request.errand for request in desk.lookup.requests]


def test_without_a_list_nothing_is_asked_for(plain_desk: Desk) -> None:
    assert not plain_desk.window.findChildren(ErrandBar)
    plain_desk.look_up(*_person())
    assert _errands(plain_desk) == [Errand()]


def test_nothing_is_sent_before_a_purpose_is_chosen(desk: Desk) -> None:
    assert _choice(desk).currentIndex() == -1
    assert _choice(desk).placeholderText() == "Vælg formål"
    desk.knows(*_person())
    desk.type(ME)
    assert _MISSING in desk.said
    assert _choice(desk).hasFocus()
    assert _choice(desk).accessibleDescription() == _MISSING
    assert desk.field.text() == ME
    assert not desk.runner.is_busy
    desk.qtbot.keyClick(_choice(desk), Qt.Key.Key_Down)
    assert _MISSING not in desk.said
    with desk.qtbot.waitSignal(desk.runner.succeeded):
        desk.qtbot.keyClick(desk.field, Qt.Key.Key_Return)
    assert desk.lookup.asked == [Cpr(ME)]
    assert _errands(desk) == [Errand(CITIZENS)]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_whoever_has_been_led_to_the_purpose_goes_on_with_return(desk: Desk, key: Qt.Key) -> None:
    desk.knows(*_person())
    desk.type(ME)
    choice = _choice(desk)
    desk.qtbot.keyClick(choice, key)
    assert not desk.runner.is_busy
    desk.qtbot.keyClick(choice, Qt.Key.Key_Down)
    with desk.qtbot.waitSignal(desk.runner.succeeded):
        desk.qtbot.keyClick(choice, key)
    assert _errands(desk) == [Errand(CITIZENS)]


def test_return_in_the_case_number_looks_up(desk: Desk) -> None:
    desk.knows(*_person())
    desk.choose_purpose(CITIZENS.text, "26/1234")
    desk.field.setText(ME)
    with desk.qtbot.waitSignal(desk.runner.succeeded):
        desk.qtbot.keyClick(_bar(desk).case_number, Qt.Key.Key_Return)
    assert _errands(desk) == [Errand(CITIZENS, "26/1234")]


def test_a_held_return_looks_nobody_up_again(desk: Desk) -> None:
    desk.choose_purpose(CITIZENS.text)
    desk.field.setText(ME)
    for widget in (_choice(desk), _bar(desk).case_number):
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            no_modifier = Qt.KeyboardModifier.NoModifier
            QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, key, no_modifier, autorep=True))
    assert not desk.runner.is_busy


def test_what_is_no_number_is_told_first(desk: Desk) -> None:
    desk.type("123")
    assert "10 cifre" in desk.said
    assert _MISSING not in desk.said


def test_purpose_and_case_number_go_with_every_lookup_of_the_session(desk: Desk) -> None:
    desk.choose_purpose(SOCIAL.text, " 26/1234")
    desk.look_up(*_person())
    desk.knows(main_row(CHILD), own_row(CHILD))
    with desk.qtbot.waitSignal(desk.runner.succeeded):
        desk.window.relative_chosen.emit(0)
    with desk.qtbot.waitSignal(desk.runner.succeeded):
        desk.press(Qt.Key.Key_F5)
    assert _errands(desk) == [Errand(SOCIAL, "26/1234")] * 3
    assert _errands(desk)[0].accounting_info == "SOCIAL; sag 26/1234"


def test_the_current_number_and_a_stale_visit_carry_it_too(desk: Desk) -> None:
    desk.choose_purpose(CITIZENS.text)
    old = datetime.now(UTC) - timedelta(minutes=11)
    moved = result_of(*_person())
    moved = replace(moved, fetched_at=old, person=replace(moved.person, current_cpr=Cpr(OTHER)))
    desk.knows_result(moved)
    desk.knows(*_person(OTHER))
    for act in (lambda: desk.type(ME), desk.window.current_number_requested.emit):
        with desk.qtbot.waitSignal(desk.runner.succeeded):
            act()
    with desk.qtbot.waitSignal(desk.runner.succeeded):
        desk.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert desk.lookup.asked == [Cpr(ME), Cpr(OTHER), Cpr(ME)]
    assert _errands(desk) == [Errand(CITIZENS)] * 3


@pytest.mark.parametrize("typed", [OTHER, f"sag {OTHER[:6]} {OTHER[6:]}"])
def test_a_case_number_that_looks_like_a_person_is_refused_as_it_is_typed(desk: Desk, typed: str) -> None:
    desk.choose_purpose(CITIZENS.text, typed)
    words = "Sagsnummeret ligner et CPR-nummer, som ikke må stå i loggen."
    assert words in desk.said
    assert desk.case_number.accessibleDescription() == words
    desk.knows(*_person())
    desk.type(ME)
    assert desk.case_number.hasFocus()
    assert not desk.runner.is_busy
    assert desk.field.text() == ME
    desk.case_number.selectAll()
    desk.qtbot.keyClicks(desk.case_number, "26/1")
    assert words not in desk.said
    with desk.qtbot.waitSignal(desk.runner.succeeded):
        desk.type(ME)
    assert _errands(desk) == [Errand(CITIZENS, "26/1")]


def test_a_case_number_that_is_too_long_is_refused(desk: Desk) -> None:
    desk.choose_purpose(CITIZENS.text, "7" * 61)
    assert "Det må højst have 60 tegn." in desk.said
    desk.type(ME)
    assert not desk.runner.is_busy


@pytest.mark.parametrize("way", ["relative", "refresh", "back"])
def test_a_refused_errand_leaves_the_person_on_the_screen(desk: Desk, way: str) -> None:
    desk.choose_purpose(CITIZENS.text)
    old = datetime.now(UTC) - timedelta(minutes=11)
    for number in (OTHER, ME):
        cpr = desk.knows_result(replace(result_of(*_person(number)), fetched_at=old))
        with desk.qtbot.waitSignal(desk.runner.succeeded):
            desk.type(cpr.digits)
    desk.case_number.setText(OTHER)
    before = desk.shown.view
    match way:
        case "relative":
            desk.window.relative_chosen.emit(0)
        case "refresh":
            desk.press(Qt.Key.Key_F5)
        case _:
            desk.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert not desk.runner.is_busy
    assert desk.shown.view is before
    assert desk.lookup.asked == [Cpr(OTHER), Cpr(ME)]
    assert desk.case_number.hasFocus()
    # The history has not moved on without the person.
    desk.case_number.setText("")
    with desk.qtbot.waitSignal(desk.runner.succeeded):
        desk.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert desk.lookup.asked[-1] == Cpr(OTHER)


def test_after_a_lock_it_is_asked_for_again(desk: Desk) -> None:
    desk.choose_purpose(CITIZENS.text, "26/1234")
    desk.look_up(*_person())
    desk.errands.reset()
    assert desk.errands.errand == Errand()
    assert "26/1234" not in desk.said
    desk.case_number.undo()
    assert desk.case_number.text() == ""
    desk.type(ME)
    assert _MISSING in desk.said
    assert len(desk.lookup.asked) == 1


def test_what_is_done_with_the_person_is_recorded_under_what_is_chosen_now(desk: Desk) -> None:
    desk.choose_purpose(CITIZENS.text, "26/1")
    desk.look_up(*protected_main(ME))
    desk.choose_purpose(SOCIAL.text, "26/2")
    with desk.qtbot.waitSignal(desk.records.recorded):
        desk.press(Qt.Key.Key_F8)
    assert desk.journal.entries[-1].errand == Errand(SOCIAL, "26/2")
    desk.press(Qt.Key.Key_F8)
    desk.case_number.setText(OTHER)
    with desk.qtbot.waitSignal(desk.records.recorded):
        desk.press(Qt.Key.Key_F8)
    assert desk.journal.entries[-1].errand == Errand(CITIZENS, "26/1")


def test_another_list_keeps_what_is_in_it(desk: Desk) -> None:
    desk.choose_purpose(SOCIAL.text)
    desk.errands.set_purposes((SOCIAL,))
    assert desk.errands.errand == Errand(SOCIAL)
    desk.errands.set_purposes((CITIZENS,))
    assert desk.errands.errand == Errand()
    assert _choice(desk).currentIndex() == -1
    desk.errands.set_purposes(())
    assert not _choice(desk).isVisible()
    desk.look_up(*_person())
    assert _errands(desk) == [Errand()]


def test_a_list_that_comes_later_is_asked_for(plain_desk: Desk) -> None:
    plain_desk.errands.set_purposes((CITIZENS,))
    plain_desk.type(ME)
    assert _MISSING in plain_desk.said


def test_a_wheel_and_free_text_choose_nothing(desk: Desk) -> None:
    choice = _choice(desk)
    choice.setFocus()
    middle = QPointF(choice.rect().center())
    turn = QWheelEvent(
        middle,
        choice.mapToGlobal(middle),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt's own signature
    )
    QApplication.sendEvent(choice, turn)
    assert choice.currentIndex() == -1
    assert not choice.isEditable()


def test_tab_goes_from_the_number_to_purpose_and_case_and_on_to_the_page(desk: Desk) -> None:
    desk.choose_purpose(CITIZENS.text)
    desk.look_up(*_person())
    reached = []
    for _ in range(4):
        desk.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())
    assert reached[1:3] == [_choice(desk), desk.case_number]
    assert isinstance(reached[3], QWidget)
    assert desk.window.centralWidget().isAncestorOf(reached[3])


def test_alt_and_a_letter_lead_there(desk: Desk) -> None:
    for key, widget in ((Qt.Key.Key_O, _choice(desk)), (Qt.Key.Key_S, desk.case_number)):
        desk.press(key, Qt.KeyboardModifier.AltModifier)
        assert widget.hasFocus()


@pytest.mark.parametrize("factor", [1.0, 2.0])
def test_it_is_whole_beside_the_number_or_on_a_line_of_its_own(
    desk: Desk, qapp: QApplication, factor: float
) -> None:
    theme.apply(qapp)
    font = qapp.font()
    usual = font.pointSizeF()
    font.setPointSizeF(usual * factor)
    try:
        qapp.setFont(font)
        desk.window.resize(1180, 700)
        desk.qtbot.waitUntil(lambda: _is_whole(desk) and _is_beside(desk) is (factor < 2))
        assert desk.window.width() == 1180
        desk.window.resize(700, 700)
        desk.qtbot.waitUntil(lambda: desk.window.width() < 1180 and _is_whole(desk) and not _is_beside(desk))
    finally:
        font.setPointSizeF(usual)
        qapp.setFont(font)


def _bar(desk: Desk) -> ErrandBar:
    return desk.window.findChildren(ErrandBar)[0]


def _is_beside(desk: Desk) -> bool:
    """Whether the bar is on the number's line."""
    return _bar(desk).y() < desk.field.geometry().bottom()


def _is_whole(desk: Desk) -> bool:
    """Whether every part of the bar is inside the window and as wide as it wants to be."""
    bar = _bar(desk)
    parts = [_choice(desk), desk.case_number, *bar.findChildren(QLabel)]
    right = desk.window.width()
    return all(
        part.mapTo(desk.window, QPoint(part.width(), 0)).x() <= right
        and part.width() >= max(part.minimumSizeHint().width(), part.minimumWidth())
        for part in parts
    )
