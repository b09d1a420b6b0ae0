"""The question before hidden data is shown: the safe answer is the easy one."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from familieopslag.domain.privacy import PrivacySettings
from familieopslag.domain.protection import decide
from familieopslag.domain.revealing import RevealReason
from familieopslag.presentation.reveal import RevealQuestion, present_question
from familieopslag.ui import theme
from familieopslag.ui.reveal_dialog import RevealDialog
from tests.support.replies import TODAY, invented_number, protected_main, result_of
from tests.support.widgets import everything_said

_LEFT = Qt.MouseButton.LeftButton
ME = invented_number()


def _question() -> RevealQuestion:
    result = result_of(*protected_main(ME))
    return present_question(result, decide(result, TODAY), None, PrivacySettings())


def _open(qtbot: QtBot, parent: QWidget, question: RevealQuestion, case_number: str = "") -> RevealDialog:
    dialog = RevealDialog(question, case_number, parent)
    with qtbot.waitActive(dialog):
        dialog.open()
    return dialog


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    return parent


@pytest.fixture
def dialog(qtbot: QtBot, parent: QWidget) -> RevealDialog:
    return _open(qtbot, parent, _question())


def _yes(dialog: RevealDialog) -> QPushButton:
    return next(b for b in dialog.findChildren(QPushButton) if b.text() == "Vis og log")


def _radio(dialog: RevealDialog, words: str) -> QRadioButton:
    return next(b for b in dialog.findChildren(QRadioButton) if b.text().startswith(words))


def _choose(qtbot: QtBot, dialog: RevealDialog, words: str) -> None:
    button = _radio(dialog, words)
    middle = button.height() // 2
    qtbot.mouseClick(button, _LEFT, pos=QPoint(middle, middle))


def _case_number(dialog: RevealDialog) -> QLineEdit:
    return dialog.findChildren(QLineEdit)[0]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Escape])
def test_the_first_key_cancels(qtbot: QtBot, dialog: RevealDialog, key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == "Annullér"
    assert focused.isDefault()
    with qtbot.waitSignal(dialog.rejected), qtbot.assertNotEmitted(dialog.accepted):
        qtbot.keyClick(focused, key)


def test_return_cancels_from_a_reason_too(qtbot: QtBot, dialog: RevealDialog) -> None:
    _choose(qtbot, dialog, "Akut hjælp")
    _radio(dialog, "Akut hjælp").setFocus()
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(_radio(dialog, "Akut hjælp"), Qt.Key.Key_Return)


def test_nothing_is_chosen_beforehand(dialog: RevealDialog) -> None:
    assert not any(button.isChecked() for button in dialog.findChildren(QRadioButton))
    assert dialog.reason is None
    assert not _yes(dialog).isEnabled()
    assert "Vælg, hvorfor" in everything_said(dialog)


def test_a_reason_and_a_case_number_are_needed(qtbot: QtBot, dialog: RevealDialog) -> None:
    _choose(qtbot, dialog, "Akut hjælp")
    assert not _yes(dialog).isEnabled()
    assert "Skriv sagens nummer." in everything_said(dialog)
    dialog.accept()
    assert dialog.isVisible()
    qtbot.keyClicks(_case_number(dialog), " 26/1234 ")
    with qtbot.waitSignal(dialog.accepted):
        qtbot.mouseClick(_yes(dialog), _LEFT)
    assert (dialog.reason, dialog.case_number) == (RevealReason.URGENT, "26/1234")


def test_a_case_number_that_looks_like_a_person_is_refused_while_it_is_typed(
    qtbot: QtBot, dialog: RevealDialog
) -> None:
    _choose(qtbot, dialog, "Sagsbehandling")
    qtbot.keyClicks(_case_number(dialog), ME[:9])
    assert _yes(dialog).isEnabled()
    qtbot.keyClicks(_case_number(dialog), ME[9:])
    assert not _yes(dialog).isEnabled()
    assert "ligner et CPR-nummer" in _case_number(dialog).accessibleDescription()
    assert "⚠ Sagsnummeret ligner et CPR-nummer" in everything_said(dialog)
    assert dialog.case_number == ""


def test_where_no_case_number_is_demanded_a_reason_is_enough(qtbot: QtBot, parent: QWidget) -> None:
    dialog = _open(qtbot, parent, replace(_question(), case_number_required=False))
    assert "(påkrævet)" not in everything_said(dialog)
    _choose(qtbot, dialog, "Brev til personen selv")
    assert _yes(dialog).isEnabled()


def test_what_the_caseworker_has_given_already_is_there(qtbot: QtBot, parent: QWidget) -> None:
    dialog = _open(qtbot, parent, _question(), "26/1234")
    _choose(qtbot, dialog, "Dokumenteret krav")
    assert _yes(dialog).isEnabled()
    assert dialog.case_number == "26/1234"


def test_return_in_the_case_number_leads_on_and_throws_nothing_away(
    qtbot: QtBot, dialog: RevealDialog
) -> None:
    number = _case_number(dialog)
    number.setFocus()
    qtbot.keyClicks(number, "26/1234")
    qtbot.keyClick(number, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert number.hasFocus()
    _choose(qtbot, dialog, "Sagsbehandling")
    number.setFocus()
    qtbot.keyClick(number, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert _yes(dialog).hasFocus()
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(_yes(dialog), Qt.Key.Key_Return)


def test_it_can_be_answered_by_keys_alone(qtbot: QtBot, dialog: RevealDialog) -> None:
    reached = set()
    for _ in range(8):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        reached.add(type(QApplication.focusWidget()).__name__)
        if isinstance(QApplication.focusWidget(), QRadioButton):
            qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert "QRadioButton" in reached
    assert dialog.reason is RevealReason.CASEWORK


def test_it_says_who_is_meant_and_for_how_long_and_tells_no_number(dialog: RevealDialog) -> None:
    said = everything_said(dialog)
    assert "Personen har navne- og adressebeskyttelse." in said
    assert f"{ME[:6]}-••••" in said
    assert "Visningen varer 60 sekunder og logges med dit brugernavn." in said
    assert ME[6:] not in said
    assert dialog.windowTitle() == "Vis beskyttede oplysninger"
    assert all(label.textFormat() is Qt.TextFormat.PlainText or label.buddy() for label in _texts(dialog))


def _texts(dialog: RevealDialog) -> list[QLabel]:
    return [label for label in dialog.findChildren(QLabel) if label.text()]


def test_a_closed_dialog_holds_nobody(qtbot: QtBot, dialog: RevealDialog) -> None:
    assert "Opdigt" in everything_said(dialog)
    dialog.reject()
    assert "Opdigt" not in everything_said(dialog)


def test_every_control_has_a_name_and_the_reasons_their_question(dialog: RevealDialog) -> None:
    for widget in dialog.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name), widget
    group = _radio(dialog, "Akut").parentWidget()
    assert "Hvorfor har du brug for" in QAccessible.queryAccessibleInterface(group).text(
        QAccessible.Text.Name
    )


@pytest.mark.parametrize("factor", [1.0, 2.0])
def test_nothing_is_cut_off(qtbot: QtBot, parent: QWidget, qapp: QApplication, factor: float) -> None:
    theme.apply(qapp)
    font = qapp.font()
    usual = font.pointSizeF()
    font.setPointSizeF(usual * factor)
    qapp.setFont(font)
    try:
        dialog = _open(qtbot, parent, _question())
        for button in (*dialog.findChildren(QRadioButton), *dialog.findChildren(QPushButton)):
            assert button.width() >= button.sizeHint().width(), button.text()
            assert button.height() >= button.sizeHint().height(), button.text()
        for label in _texts(dialog):
            assert label.height() >= label.heightForWidth(label.width()), label.text()
    finally:
        font.setPointSizeF(usual)
        qapp.setFont(font)
