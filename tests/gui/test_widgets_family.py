"""The family table: one relative is chosen, once, on purpose."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QTableView
from pytestqt.qtbot import QtBot

from familieopslag.presentation.view_models import FamilyView
from familieopslag.ui.family_table import FamilyPanel
from tests.gui import widget_views as views
from tests.support.widgets import everything_said

_LEFT = Qt.MouseButton.LeftButton
_GROUPS = (0, 2, 5)
_ROWS = {views.SPOUSE: 1, views.FIRST_CHILD: 3, views.NUMBERLESS_CHILD: 4, views.MOTHER: 6}
"""Where the relatives of views.family() stand, with the groups' own lines between them."""
_NAME, _NUMBER, _RESIDENCE = 0, 2, 5


@pytest.fixture
def panel(qtbot: QtBot) -> FamilyPanel:
    panel = FamilyPanel()
    qtbot.addWidget(panel)
    panel.resize(900, 500)
    panel.show_family(views.family())
    panel.show()
    qtbot.waitExposed(panel)
    return panel


def _place(table: QTableView, row: int, column: int = _NUMBER) -> QPoint:
    return table.visualRect(table.model().index(row, column)).center()


def _text(panel: FamilyPanel, row: int, column: int) -> str:
    return str(panel.table.model().data(panel.table.model().index(row, column)))


@pytest.mark.parametrize("index", [views.SPOUSE, views.FIRST_CHILD, views.MOTHER])
def test_a_double_click_chooses_that_relative_exactly_once(
    qtbot: QtBot, panel: FamilyPanel, index: int
) -> None:
    chosen: list[int] = []
    panel.relative_chosen.connect(chosen.append)
    place = _place(panel.table, _ROWS[index])
    qtbot.mouseClick(panel.table.viewport(), _LEFT, pos=place)
    assert chosen == []
    qtbot.mouseDClick(panel.table.viewport(), _LEFT, pos=place)
    assert chosen == [index]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_return_and_enter_choose_the_current_relative_once(
    qtbot: QtBot, panel: FamilyPanel, key: Qt.Key
) -> None:
    chosen: list[int] = []
    panel.relative_chosen.connect(chosen.append)
    panel.table.setCurrentIndex(panel.table.model().index(_ROWS[views.MOTHER], 0))
    qtbot.keyClick(panel.table, key)
    assert chosen == [views.MOTHER]


@pytest.mark.parametrize("row", _GROUPS)
def test_a_group_line_chooses_nobody(qtbot: QtBot, panel: FamilyPanel, row: int) -> None:
    with qtbot.assertNotEmitted(panel.relative_chosen), qtbot.assertNotEmitted(panel.refused):
        place = _place(panel.table, row, _NAME)
        qtbot.mouseClick(panel.table.viewport(), _LEFT, pos=place)
        qtbot.mouseDClick(panel.table.viewport(), _LEFT, pos=place)
        panel.table.setCurrentIndex(panel.table.model().index(row, 0))
        qtbot.keyClick(panel.table, Qt.Key.Key_Return)


def test_a_relative_without_a_number_is_refused_in_words(qtbot: QtBot, panel: FamilyPanel) -> None:
    place = _place(panel.table, _ROWS[views.NUMBERLESS_CHILD])
    with qtbot.waitSignal(panel.refused) as refused, qtbot.assertNotEmitted(panel.relative_chosen):
        qtbot.mouseClick(panel.table.viewport(), _LEFT, pos=place)
        qtbot.mouseDClick(panel.table.viewport(), _LEFT, pos=place)
    assert refused.args == ["Intet CPR-nummer – kun fødselsdato. Personen kan ikke slås op."]


def test_nothing_is_current_so_return_chooses_nobody(qtbot: QtBot) -> None:
    panel = FamilyPanel()
    qtbot.addWidget(panel)
    panel.show_family(FamilyView((), 0, is_growing=False, notices=()))
    with qtbot.assertNotEmitted(panel.relative_chosen):
        qtbot.keyClick(panel.table, Qt.Key.Key_Return)


def test_coming_in_by_keyboard_there_is_a_relative_to_start_from(qtbot: QtBot, panel: FamilyPanel) -> None:
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    panel.table.setFocus(Qt.FocusReason.TabFocusReason)
    assert QApplication.focusWidget() is panel.table
    assert panel.table.currentIndex().row() == _ROWS[views.SPOUSE]
    with qtbot.waitSignal(panel.relative_chosen) as chosen:
        qtbot.keyClick(panel.table, Qt.Key.Key_Return)
    assert chosen.args == [views.SPOUSE]


def test_a_growing_family_keeps_the_chosen_relative(panel: FamilyPanel) -> None:
    panel.show_family(views.large_family(20, is_growing=True))
    panel.table.setCurrentIndex(panel.table.model().index(8, 0))
    panel.show_family(views.large_family(45, is_growing=False))
    assert panel.table.model().rowCount() == 46
    assert _text(panel, panel.table.currentIndex().row(), _NAME) == "Barn nummer 7"
    assert panel.accessibleName() == "Familie (45)"


def test_the_table_is_as_tall_as_its_rows(panel: FamilyPanel) -> None:
    panel.show_family(views.large_family(45, is_growing=False))
    last = panel.table.visualRect(panel.table.model().index(45, 0))
    assert last.bottom() <= panel.table.viewport().height()


def test_streets_are_shown_only_when_asked_for(panel: FamilyPanel) -> None:
    streets = panel.findChildren(QCheckBox)[0]
    assert "Fyrbakken" not in everything_said(panel)
    streets.setChecked(True)
    assert _text(panel, _ROWS[views.SPOUSE], _RESIDENCE) == "Fyrbakken 1, 9990 Skagen"
    panel.clear()
    panel.show_family(views.family())
    assert "Fyrbakken" not in everything_said(panel)


def test_a_hidden_residence_says_so_also_when_streets_are_asked_for(panel: FamilyPanel) -> None:
    panel.show_family(views.protected().family)
    panel.findChildren(QCheckBox)[0].setChecked(True)
    assert _text(panel, 1, _RESIDENCE) == "Skjult – kan afsløre beskyttet adresse"


def test_a_screen_reader_hears_column_and_value(panel: FamilyPanel) -> None:
    cell = panel.table.model().index(_ROWS[views.MOTHER], 1)
    assert panel.table.model().data(cell, Qt.ItemDataRole.AccessibleTextRole) == "Relation: Mor"


def test_an_empty_family_is_told(panel: FamilyPanel) -> None:
    panel.show_family(FamilyView((), 0, is_growing=False, notices=("Listen kan mangle personer.",)))
    assert "Ingen familie i svaret." in everything_said(panel)
    assert not panel.table.isVisible()
