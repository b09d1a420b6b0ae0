"""The family table: one relative is chosen, once, on purpose."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QCheckBox, QHeaderView, QScrollArea, QTableView
from pytestqt.qtbot import QtBot

from familieopslag.presentation.view_models import FamilyGroup, FamilyView
from familieopslag.ui import family_model
from familieopslag.ui.family_model import Column
from familieopslag.ui.family_panel import FamilyPanel
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


@pytest.mark.parametrize(
    ("reason", "chooses"),
    [
        (Qt.FocusReason.TabFocusReason, True),
        (Qt.FocusReason.BacktabFocusReason, True),
        (Qt.FocusReason.ShortcutFocusReason, True),
        (Qt.FocusReason.OtherFocusReason, False),
        (Qt.FocusReason.ActiveWindowFocusReason, False),
        (Qt.FocusReason.MouseFocusReason, False),
    ],
)
def test_only_who_comes_in_by_keyboard_has_somebody_chosen(
    qtbot: QtBot,
    panel: FamilyPanel,
    reason: Qt.FocusReason,
    chooses: bool,  # noqa: FBT001
) -> None:
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    panel.table.clearFocus()
    panel.table.setFocus(reason)
    assert QApplication.focusWidget() is panel.table
    assert panel.table.currentIndex().isValid() is chooses


def test_a_status_that_nobody_told_has_no_sign(panel: FamilyPanel) -> None:
    unknown = replace(views.relative(views.SPOUSE, "(ikke i svaret)"), status="–", status_icon="")
    panel.show_family(FamilyView((FamilyGroup("Børn", (unknown,)),), 1, is_growing=False, notices=()))
    model = panel.table.model()
    assert model.data(model.index(1, 4), Qt.ItemDataRole.DecorationRole) is None


def test_who_lives_at_the_same_address_is_marked_in_words(panel: FamilyPanel) -> None:
    together = replace(views.relative(views.SPOUSE, "Torben", "Ægtefælle"), same_address=True)
    apart = views.relative(views.MOTHER, "Ellen", "Mor")
    panel.show_family(
        FamilyView((FamilyGroup("Familie", (together, apart)),), 2, is_growing=False, notices=())
    )
    assert _text(panel, 1, _RESIDENCE) == "9990 Skagen · samme adresse"
    assert _text(panel, 2, _RESIDENCE) == "9990 Skagen"
    heard = panel.table.model().data(
        panel.table.model().index(1, _RESIDENCE), Qt.ItemDataRole.AccessibleTextRole
    )
    assert heard == "Bopæl: 9990 Skagen · samme adresse"
    panel.findChildren(QCheckBox)[0].setChecked(True)
    assert _text(panel, 1, _RESIDENCE) == "Fyrbakken 1, 9990 Skagen · samme adresse"


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


def test_streets_have_the_room_that_they_need(panel: FamilyPanel) -> None:
    panel.resize(500, 500)
    for shown in (True, False, True):
        panel.findChildren(QCheckBox)[0].setChecked(shown)
        table = panel.table
        for row in _ROWS.values():
            needed = table.sizeHintForIndex(table.model().index(row, _RESIDENCE)).width()
            assert table.columnWidth(_RESIDENCE) >= needed


def test_who_has_no_address_has_none_when_streets_are_asked_for(panel: FamilyPanel) -> None:
    group = views.family().groups[0]
    homeless = replace(group, rows=(replace(group.rows[0], residence="–", street="–"),))
    panel.show_family(replace(views.family(), groups=(homeless,)))
    panel.findChildren(QCheckBox)[0].setChecked(True)
    assert _text(panel, _ROWS[views.SPOUSE], _RESIDENCE) == "–"


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


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_held_return_chooses_nobody_again(panel: FamilyPanel, key: Qt.Key) -> None:
    chosen: list[int] = []
    panel.relative_chosen.connect(chosen.append)
    panel.table.setCurrentIndex(panel.table.model().index(_ROWS[views.MOTHER], 0))
    for is_repeat in (False, True, True):
        press = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "\r", is_repeat)
        QApplication.sendEvent(panel.table, press)
    assert chosen == [views.MOTHER]


@pytest.mark.parametrize("button", [Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton])
def test_a_double_click_with_another_button_chooses_nobody(
    qtbot: QtBot, panel: FamilyPanel, button: Qt.MouseButton
) -> None:
    with qtbot.assertNotEmitted(panel.relative_chosen), qtbot.assertNotEmitted(panel.refused):
        for row in (_ROWS[views.SPOUSE], _ROWS[views.NUMBERLESS_CHILD]):
            qtbot.mouseDClick(panel.table.viewport(), button, pos=_place(panel.table, row))


def test_the_page_follows_the_current_row(qtbot: QtBot) -> None:
    panel = FamilyPanel()
    area = QScrollArea()
    qtbot.addWidget(area)
    area.setWidgetResizable(True)
    area.setWidget(panel)
    area.resize(900, 300)
    panel.show_family(views.large_family(45, is_growing=False))
    area.show()
    qtbot.waitExposed(area)
    table = panel.table
    table.setCurrentIndex(table.model().index(1, 0))

    def is_in_sight() -> bool:
        row = table.visualRect(table.currentIndex())
        top = table.viewport().mapTo(area.viewport(), row.topLeft()).y()
        return top >= 0 and top + row.height() <= area.viewport().height()

    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
        for _ in range(36):
            qtbot.keyClick(table, key)
            assert is_in_sight()
    table.setCurrentIndex(table.model().index(40, 0))
    assert not is_in_sight()
    table.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(is_in_sight)


def test_a_growing_family_does_not_move_the_page(qtbot: QtBot) -> None:
    panel = FamilyPanel()
    area = QScrollArea()
    qtbot.addWidget(area)
    area.setWidgetResizable(True)
    area.setWidget(panel)
    area.resize(900, 300)
    panel.show_family(views.large_family(40, is_growing=True))
    area.show()
    qtbot.waitExposed(area)
    panel.table.setCurrentIndex(panel.table.model().index(39, 0))
    panel.show_family(views.large_family(45, is_growing=False))
    assert area.verticalScrollBar().value() == 0


def _standing_out(table: QTableView) -> tuple[int, ...]:
    """The rows that are not painted by Qt alone."""
    rows = range(table.model().rowCount())
    ordinary = table.itemDelegate()
    return tuple(r for r in rows if table.itemDelegateForIndex(table.model().index(r, 0)) is not ordinary)


def test_group_lines_and_no_others_look_like_one_when_the_family_changes(panel: FamilyPanel) -> None:
    table = panel.table
    families = {(0, 2, 5): views.family(), (0,): views.large_family(7, is_growing=False)}
    for lines, family in (*families.items(), *families.items()):
        panel.show_family(family)
        across = tuple(r for r in range(table.model().rowCount()) if table.columnSpan(r, 0) == len(Column))
        assert _standing_out(table) == across == lines


def test_the_current_row_stands_out_and_no_other_once_it_has_moved(qtbot: QtBot, panel: FamilyPanel) -> None:
    table = panel.table
    table.setFocus(Qt.FocusReason.TabFocusReason)
    assert _standing_out(table) == (0, 1, 2, 5)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert _standing_out(table) == (0, 2, 3, 5)
    panel.show_family(views.large_family(7, is_growing=True))
    kept = table.currentIndex().row()
    assert _standing_out(table) == (0, kept)
    panel.clear()
    panel.show_family(views.family())
    assert _standing_out(table) == (0, 2, 5)


def test_the_current_cell_has_a_ring_round_it(panel: FamilyPanel) -> None:
    panel.table.setFocus(Qt.FocusReason.TabFocusReason)
    image = panel.table.viewport().grab().toImage()
    cell = panel.table.visualRect(panel.table.currentIndex())
    ring = panel.table.palette().color(QPalette.ColorRole.Link)
    assert image.pixelColor(cell.left() + 1, cell.center().y()) == ring
    assert image.pixelColor(cell.left() + 1, cell.center().y() + cell.height()) != ring


@pytest.mark.parametrize("column", [_NAME, _NUMBER])
def test_a_group_line_that_the_keyboard_stops_at_has_a_ring_round_it(
    qtbot: QtBot, panel: FamilyPanel, column: int
) -> None:
    table = panel.table
    table.setFocus(Qt.FocusReason.TabFocusReason)
    table.setCurrentIndex(table.model().index(_ROWS[views.SPOUSE], column))
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert table.currentIndex().row() == _GROUPS[1]
    image = table.viewport().grab().toImage()
    ring = table.palette().color(QPalette.ColorRole.Link)
    for row in _GROUPS:
        line = table.visualRect(table.model().index(row, _NAME))
        assert (image.pixelColor(line.left() + 1, line.center().y()) == ring) is (row == _GROUPS[1])
        assert (image.pixelColor(line.left() + 400, line.top() + 1) == ring) is (row == _GROUPS[1])


def test_a_revealed_row_stands_out_until_it_is_hidden_again(panel: FamilyPanel) -> None:
    first, *others = views.family().groups
    row, *rest = first.rows
    revealed = replace(first, rows=(replace(row, is_revealed=True, is_hidden=False), *rest))
    panel.show_family(replace(views.family(), groups=(revealed, *others)))
    assert _standing_out(panel.table) == (0, 1, 2, 5)
    panel.show_family(views.family())
    assert _standing_out(panel.table) == (0, 2, 5)


def test_only_a_few_cells_are_measured_however_many_rows(
    panel: FamilyPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    data = family_model.FamilyModel.data

    def counted(model: family_model.FamilyModel, index: QModelIndex, role: int = 0) -> object:
        asked.append(index.row())
        return data(model, index, role)

    monkeypatch.setattr(family_model.FamilyModel, "data", counted)
    panel.table.setUpdatesEnabled(False)
    panel.show_family(views.large_family(45, is_growing=False))
    header = panel.table.horizontalHeader()
    assert all(header.sectionResizeMode(c) != QHeaderView.ResizeMode.ResizeToContents for c in range(6))
    assert len(set(asked)) <= 12


def test_the_short_columns_show_their_texts_whole(panel: FamilyPanel) -> None:
    panel.show_family(views.large_family(45, is_growing=False))
    for column in (1, 2, 3, 4):
        needed = max(
            panel.table.sizeHintForIndex(panel.table.model().index(r, column)).width() for r in range(46)
        )
        assert panel.table.columnWidth(column) >= needed


def test_a_sign_is_painted_once_for_all_rows(panel: FamilyPanel, monkeypatch: pytest.MonkeyPatch) -> None:
    painted: list[str] = []
    pixmap = family_model.icons.pixmap

    def counted(name: str, colour: str, size: int) -> QPixmap:
        painted.append(name)
        return pixmap(name, colour, size)

    monkeypatch.setattr(family_model.icons, "pixmap", counted)
    model = family_model.FamilyModel()
    model.show_family(views.large_family(45, is_growing=False))
    signs = [model.data(model.index(row, 4), Qt.ItemDataRole.DecorationRole) for row in range(1, 46)]
    assert all(isinstance(sign, QPixmap) for sign in signs)
    assert painted == ["active"]
