"""Habits of the widgets: what stays when it is shown again, what follows the text's size, what can't be marked."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLabel,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from familieopslag.presentation.view_models import PersonView
from familieopslag.ui import theme
from familieopslag.ui.failure_panel import FailurePanel
from familieopslag.ui.field_grid import FieldGrid
from familieopslag.ui.person_page import PersonPage
from familieopslag.ui.search_bar import SearchBar
from familieopslag.ui.sign import Sign
from tests.gui import widget_views as views

_MARKABLE = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
_LEAST_CONTRAST = 3.0
"""Of a control's frame against its ground (WCAG 2.1, 1.4.11)."""


@pytest.fixture
def dressed(qapp: QApplication) -> None:
    """The program in its own style sheet, which has its own ideas of whose font follows.

    It stays dressed, as the program does: Qt crashes when a style sheet is taken off and put on again.
    """
    theme.apply(qapp)


@pytest.fixture
def page(qtbot: QtBot) -> PersonPage:
    page = PersonPage()
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    return page


@pytest.fixture
def font_size() -> Iterator[float]:
    """The program's own size of text, which a test may change."""
    font = QApplication.font()
    yield font.pointSizeF()
    QApplication.setFont(font)


@pytest.fixture
def in_the_dark(monkeypatch: pytest.MonkeyPatch) -> None:
    """A desktop with a dark scheme."""
    monkeypatch.setattr(theme, "_is_dark", lambda: True)


def _set_size(points: float) -> None:
    font = QApplication.font()
    font.setPointSizeF(points)
    QApplication.setFont(font)


def _label(widget: QWidget, text: str) -> QLabel:
    return next(label for label in widget.findChildren(QLabel) if text in label.text())


def _grown(view: PersonView) -> PersonView:
    return replace(view, family=views.large_family(45, is_growing=False))


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_held_return_submits_once(qtbot: QtBot, key: Qt.Key) -> None:
    bar = SearchBar()
    qtbot.addWidget(bar)
    submitted: list[str] = []
    bar.submitted.connect(submitted.append)
    bar.set_number("1203750004")
    for is_repeat in (False, True, True):
        press = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "\r", is_repeat)
        QApplication.sendEvent(bar.field, press)
    assert submitted == ["1203750004"]


def test_another_held_key_still_repeats(qtbot: QtBot) -> None:
    bar = SearchBar()
    qtbot.addWidget(bar)
    for is_repeat in (False, True, True):
        press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_1, Qt.KeyboardModifier.NoModifier, "1", is_repeat)
        QApplication.sendEvent(bar.field, press)
    assert bar.field.text() == "111"


def test_a_growing_family_leaves_every_other_label_as_it_was(page: PersonPage) -> None:
    view = replace(views.protected(), family=views.large_family(20, is_growing=True))
    page.show_view(view)
    labels, buttons = set(page.findChildren(QLabel)), set(page.findChildren(QPushButton))
    page.show_view(_grown(view))
    assert set(page.findChildren(QLabel)) == labels
    assert set(page.findChildren(QPushButton)) == buttons


def test_a_growing_family_takes_the_focus_from_nothing(qtbot: QtBot, page: PersonPage) -> None:
    view = replace(views.protected(), family=views.large_family(20, is_growing=True))
    page.show_view(view)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    button = next(b for b in page.findChildren(QPushButton) if b.text() == "Gå til gældende nummer")
    for widget in (button, _label(page, views.NAME), _label(page, "K Kvinde")):
        page.show_view(view)
        widget.setFocus()
        page.show_view(_grown(view))
        assert QApplication.focusWidget() is widget


def test_a_field_that_joins_others_takes_the_focus_from_none_of_them(qtbot: QtBot, page: PersonPage) -> None:
    view = views.person()
    page.show_view(view)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    told = _label(page, "K Kvinde")
    told.setFocus()
    page.show_view(
        replace(view, stamdata=(*view.stamdata, views.field("CBSK_TYP", "Beskyttelsestype", "00002")))
    )
    assert QApplication.focusWidget() is told
    assert _label(page, "00002").isVisible()


def test_another_person_is_shown_with_the_same_labels(page: PersonPage) -> None:
    grids = page.findChildren(FieldGrid)
    page.show_view(views.person())
    before = [grid.findChildren(QLabel) for grid in grids]
    page.clear()
    page.show_view(views.person(name="Torben Strandgren"))
    assert [grid.findChildren(QLabel) for grid in grids] == before
    assert _label(page.findChildren(FieldGrid)[0], "Torben Strandgren").isVisible()


def test_fewer_fields_leave_nothing_of_the_others(qtbot: QtBot) -> None:
    grid = FieldGrid()
    qtbot.addWidget(grid)
    first, second = views.field("A", "Første", "en"), views.field("B", "Anden", "to")
    grid.show_fields((first, second))
    height = grid.sizeHint().height()
    grid.show_fields((second,))
    assert [label.text() for label in grid.findChildren(QLabel)] == ["Anden", "to", "", ""]
    assert grid.sizeHint().height() < height
    grid.clear()
    assert {label.text() + label.accessibleName() for label in grid.findChildren(QLabel)} == {""}
    grid.show_fields((second,))
    assert _label(grid, "to").accessibleName() == "Anden: to"


def test_no_text_can_be_marked_and_every_value_takes_the_keyboard(page: PersonPage) -> None:
    for view in (views.person(), views.protected()):
        page.show_view(view)
        for label in page.findChildren(QLabel):
            assert not label.textInteractionFlags() & _MARKABLE, label.text()
        for text in (views.NAME, view.heading.number, view.address.notice or views.STREET, "K Kvinde"):
            assert _label(page, text).focusPolicy() is Qt.FocusPolicy.StrongFocus


def test_a_value_in_focus_is_seen_to_be(page: PersonPage, qtbot: QtBot) -> None:
    page.show_view(views.person())
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    label = _label(page, views.NAME)
    before = label.grab().toImage()
    label.setFocus()
    assert label.grab().toImage() != before


@pytest.mark.parametrize("factor", [0.8, 2.0])
@pytest.mark.usefixtures("dressed")
def test_every_text_follows_the_size_of_the_program(
    page: PersonPage, qtbot: QtBot, font_size: float, factor: float
) -> None:
    failure, bar = FailurePanel(), SearchBar()
    for widget in (failure, bar):
        qtbot.addWidget(widget)
        widget.show()
        qtbot.waitExposed(widget)
    failure.show_failure(views.failure())
    page.show_view(views.protected())
    everything = [w for top in (page, failure, bar) for w in (top, *top.findChildren(QWidget))]
    for widget in everything:
        widget.ensurePolished()
    before = [widget.font().pointSizeF() for widget in everything]
    weights = [widget.font().bold() for widget in everything]
    width = bar.field.minimumWidth()
    _set_size(font_size * factor)
    wanted = [pytest.approx(size * factor, rel=0.02) for size in before]
    qtbot.waitUntil(lambda: [widget.font().pointSizeF() for widget in everything] == wanted)
    changed = [w for w, bold in zip(everything, weights, strict=True) if w.font().bold() is not bold]
    assert [w for w in changed if not isinstance(w, QLabel) or w.text()] == []
    assert bar.field.minimumWidth() == pytest.approx(width * factor, rel=0.2)


def test_a_sign_is_as_large_as_the_text_beside_it(qtbot: QtBot, page: PersonPage, font_size: float) -> None:
    page.show_view(views.protected())
    signs = page.findChildren(Sign)
    assert len(signs) >= 4
    before = [sign.pixmap().deviceIndependentSize().height() for sign in signs]
    _set_size(font_size * 2)
    wanted = [pytest.approx(height * 2, rel=0.15) for height in before]
    qtbot.waitUntil(lambda: [s.pixmap().deviceIndependentSize().height() for s in signs] == wanted)


@pytest.mark.usefixtures("dressed")
def test_rows_and_columns_follow_the_size_of_the_text(
    qtbot: QtBot, page: PersonPage, font_size: float
) -> None:
    page.show_view(views.person())
    table = page.findChildren(QTableView)[0]
    height, width = table.rowHeight(1), table.columnWidth(2)
    _set_size(font_size * 2)
    qtbot.waitUntil(lambda: table.rowHeight(1) > height * 1.7)
    assert table.columnWidth(2) > width * 1.4


@pytest.mark.usefixtures("in_the_dark", "dressed")
@pytest.mark.parametrize("is_checked", [False, True])
def test_the_frame_of_a_check_box_is_seen_in_the_dark(qtbot: QtBot, *, is_checked: bool) -> None:
    card = QWidget()
    card.setObjectName("card")
    qtbot.addWidget(card)
    box = QCheckBox("Vis adresser", card)
    box.setChecked(is_checked)
    card.show()
    qtbot.waitExposed(card)
    option = QStyleOptionButton()
    option.initFrom(box)
    place = box.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, box)
    image = box.grab().toImage()
    frame = [image.pixelColor(x, place.center().y()) for x in range(place.left(), place.left() + 4)]
    ground = QColor(theme.DARK.card)
    assert max(_contrast(colour, ground) for colour in frame) >= _LEAST_CONTRAST


def _contrast(one: QColor, other: QColor) -> float:
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


@pytest.mark.usefixtures("dressed")
def test_a_hidden_address_is_told_in_bold_and_the_next_shown_one_is_not(page: PersonPage) -> None:
    for view, text, is_bold in (
        (views.protected(), views.MASKED, True),
        (views.person(), views.STREET, False),
        (views.protected(), views.MASKED, True),
    ):
        page.show_view(view)
        label = _label(page, text)
        assert label.font().bold() is is_bold
        assert label.font().pointSizeF() > QApplication.font().pointSizeF()
