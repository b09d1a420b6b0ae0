"""The page inside the window, whatever the size of the text: nothing cut off, nothing sideways but a table."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QPushButton, QScrollArea, QTableView, QWidget
from pytestqt.qtbot import QtBot

from familieopslag.presentation.view_models import (
    BannerView,
    FamilyGroup,
    FamilyView,
    InputHintView,
    PersonView,
    SuggestionView,
    Tone,
)
from familieopslag.ui import theme
from familieopslag.ui.banners import Banner
from familieopslag.ui.card import Card
from familieopslag.ui.family_panel import FamilyPanel
from familieopslag.ui.flow import ColumnsLayout, FlowLayout
from familieopslag.ui.labels import plain_label
from familieopslag.ui.main_window import MainWindow
from tests.gui import widget_views as views
from tests.support.widgets import everything_said

_CONTROL = Qt.KeyboardModifier.ControlModifier
_SIZES = [(1200, 800), (1366, 768)]
_LONG_NAME = "Wilhelmine Christoffersen-Ravnholt af Vibeholm"


@pytest.fixture(params=[100, 200], ids=["100 %", "200 %"])
def zoom(request: pytest.FixtureRequest) -> int:
    """Size of the text in per cent."""
    percent: int = request.param
    return percent


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, zoom: int) -> Iterator[MainWindow]:
    """The window in the program's own style, its text as large as wanted."""
    theme.apply(qapp)
    window = MainWindow(views.ENVIRONMENT)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.painted):
        window.show_idle()
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    usual = QApplication.font()
    wanted = pytest.approx(usual.pointSizeF() * zoom / 100)
    for _ in range((zoom - 100) // 10):
        qtbot.keyClick(window, Qt.Key.Key_Plus, _CONTROL)
    qtbot.waitUntil(lambda: window.statusBar().font().pointSizeF() == wanted)
    yield window
    # The size of the text belongs to the application, not to this window.
    QApplication.setFont(usual)


def _crowded() -> PersonView:
    """A protected person with a long name, five banners, two addresses and a household that is hidden."""
    view = views.protected()
    more = (
        BannerView(Tone.WARNING, "warning", "Familien er ikke hentet helt.", "Adresser vises først, " * 4),
        BannerView(Tone.INFO, "house", "Registreret på særlig vejkode (vejkode 9905)"),
        BannerView(Tone.INFO, "info", "Fødselsdatoen i CPR afviger fra personnummeret."),
    )
    heading = replace(
        view.heading, name=_LONG_NAME, chips=("Har haft tidligere navne", "Lokalvejviserbeskyttelse")
    )
    rows = tuple(
        replace(row, name=_LONG_NAME, same_address=True, residence="7680 Thyborøn-Harboøre")
        for group in views.family().groups
        for row in group.rows
    )
    return replace(
        view,
        heading=heading,
        banners=(*view.banners, *more),
        family=FamilyView(
            (FamilyGroup("Børn", rows),), len(rows), is_growing=False, notices=("Listen. " * 40,)
        ),
    )


def _page_area(window: MainWindow) -> QScrollArea:
    return next(area for area in window.findChildren(QScrollArea) if area.isVisible() and area.widget())


def _cut_off(inside: QWidget) -> list[str]:
    """The words of labels and buttons in `inside` that have less room than they need, or stand outside of it."""
    told = []
    ground = QRect(QPoint(0, 0), inside.size())
    for widget in (*inside.findChildren(QLabel), *inside.findChildren(QPushButton)):
        if not widget.isVisible() or not widget.text() or isinstance(widget.parent(), QTableView):
            continue
        place = QRect(widget.mapTo(inside, QPoint(0, 0)), widget.size())
        wraps = isinstance(widget, QLabel) and widget.wordWrap()
        needed = widget.heightForWidth(widget.width()) if wraps else widget.minimumSizeHint().height()
        too_narrow = widget.width() < widget.minimumSizeHint().width()
        if too_narrow or widget.height() < needed or not ground.contains(place):
            told.append(widget.text())
    return told


@pytest.mark.parametrize("size", _SIZES, ids=str)
@pytest.mark.parametrize("crowded", [False, True], ids=["ordinary", "crowded"])
def test_a_person_fits_the_window_and_nothing_is_cut_off(
    qtbot: QtBot,
    window: MainWindow,
    size: tuple[int, int],
    crowded: bool,  # noqa: FBT001
) -> None:
    window.resize(*size)
    window.show_view(_crowded() if crowded else views.person())
    area = _page_area(window)
    page = area.widget()
    assert page is not None
    if crowded:
        qtbot.mouseClick(_button(page, "▸ 2 flere"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: _cut_off(page) == [])
    assert (window.width(), window.height()) == size
    assert page.width() <= area.viewport().width()
    assert not area.horizontalScrollBar().isVisible()


@pytest.mark.parametrize("size", _SIZES, ids=str)
def test_a_fault_and_many_suggestions_fit_the_window(
    qtbot: QtBot, window: MainWindow, size: tuple[int, int]
) -> None:
    window.resize(*size)
    details = tuple(f"FO-021 · {'7f3a91c2-' * 4} linje {line}" for line in range(12))
    window.show_failure(views.failure(details=details))
    qtbot.mouseClick(_button(window, "Tekniske detaljer"), Qt.MouseButton.LeftButton)
    suggestions = tuple(SuggestionView(f"Brug 020408-00{n:02d}", f"020408-00{n:02d}") for n in range(6))
    window.show_input_hint(
        InputHintView("Der er indsat flere numre. Vælg det.", is_error=True, suggestions=suggestions)
    )
    window.set_status("Numrene i CPR henviser til hinanden. Der er ikke foretaget et nyt opslag. " * 2)
    suggested = [b for b in window.findChildren(QPushButton) if b.text().startswith("Brug")]
    assert len(suggested) == len(suggestions)
    qtbot.waitUntil(lambda: all(button.isVisible() and button.width() > 0 for button in suggested))
    qtbot.waitUntil(lambda: _cut_off(window.statusBar()) == [])
    assert (window.width(), window.height()) == size
    assert window.minimumSizeHint().width() <= size[0]
    area = _page_area(window)
    page = area.widget()
    assert page is not None
    qtbot.waitUntil(lambda: _cut_off(page) == [])
    assert page.width() <= area.viewport().width()
    bar = suggested[0].parentWidget()
    qtbot.waitUntil(lambda: _cut_off(bar) == [])
    assert not any(one.geometry().intersects(other.geometry()) for one, other in combinations(suggested, 2))


@pytest.mark.parametrize("zoom", [100], indirect=True)
def test_the_status_bar_is_one_line_high_until_its_words_need_more(qtbot: QtBot, window: MainWindow) -> None:
    bar = window.statusBar()
    window.set_status("Klar")
    window.resize(1200, 700)
    qtbot.waitUntil(lambda: bar.width() == 1200)
    height = bar.height()
    for words in ("Tekststørrelse 100 %", "Personen kan ikke slås op. " * 3):
        window.set_status(words)
        qtbot.waitUntil(lambda: bar.height() == height and _cut_off(bar) == [])
    window.resize(500, 700)
    qtbot.waitUntil(lambda: bar.height() > height and _cut_off(bar) == [])
    window.set_status("Klar")
    qtbot.waitUntil(lambda: bar.height() == height)


@pytest.mark.parametrize("zoom", [200], indirect=True)
def test_the_table_scrolls_sideways_in_itself_and_by_keyboard(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(1200, 800)
    window.show_view(_crowded())
    table = window.findChildren(QTableView)[0]
    bar = table.horizontalScrollBar()
    qtbot.waitUntil(bar.isVisible)
    last = table.visualRect(table.model().index(table.model().rowCount() - 1, 0))
    assert last.bottom() <= table.viewport().height()
    for column in range(table.model().columnCount()):
        cell = table.model().index(1, column)
        assert table.columnWidth(column) >= table.sizeHintForIndex(cell).width()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    table.setFocus(Qt.FocusReason.TabFocusReason)
    assert bar.value() == 0
    for _ in range(table.model().columnCount()):
        qtbot.keyClick(table, Qt.Key.Key_Right)
    assert bar.value() > 0


@pytest.mark.parametrize("zoom", [100], indirect=True)
def test_a_table_with_room_to_spare_fills_the_window(qtbot: QtBot, window: MainWindow) -> None:
    window.show_view(views.person())
    table = window.findChildren(QTableView)[0]
    for width in (1200, 1366):
        window.resize(width, 800)
        qtbot.waitUntil(lambda: abs(table.horizontalHeader().length() - table.viewport().width()) <= 1)
        assert not table.horizontalScrollBar().isVisible()


@pytest.mark.parametrize("zoom", [100], indirect=True)
def test_stamdata_and_address_stand_side_by_side_or_one_below_the_other(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.show_view(views.person())

    def places() -> tuple[QRect, QRect]:
        cards = {
            card.accessibleName(): card for card in window.findChildren(QWidget, "card") if card.isVisible()
        }
        return cards["Stamdata"].geometry(), cards["Adresse"].geometry()

    for width, is_wide in ((1200, True), (560, False), (1200, True)):
        window.resize(width, 700)
        qtbot.waitUntil(lambda wide=is_wide: (places()[0].top() == places()[1].top()) is wide)
        stamdata, address = places()
        assert stamdata.width() == address.width()
        assert not stamdata.intersects(address)
        assert (stamdata.left() == address.left()) is not is_wide
        assert is_wide is (stamdata.height() == address.height() and stamdata.right() < address.left())


def _button(inside: QWidget, words: str) -> QPushButton:
    return next(b for b in inside.findChildren(QPushButton) if b.text() == words and b.isVisible())


@pytest.mark.parametrize("zoom", [200], indirect=True)
def test_a_banner_is_as_tall_as_its_words(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(800, 800)
    window.show_view(_crowded())
    page = _page_area(window).widget()
    assert page is not None
    qtbot.waitUntil(lambda: _cut_off(page) == [])
    (_, _, long, *_) = window.findChildren(Banner)
    assert long.height() > 3 * window.fontMetrics().height()
    title = BannerView(Tone.WARNING, "warning", "Familien er ikke hentet helt, og det er der en grund til.")
    window.show_view(replace(_crowded(), banners=(title,)))
    qtbot.waitUntil(lambda: len(window.findChildren(Banner)) == 1 and _cut_off(page) == [])
    assert page.width() <= _page_area(window).viewport().width()


# -- the layouts by themselves


def _flow(qtbot: QtBot, *texts: str) -> tuple[QWidget, FlowLayout]:
    widget = QWidget()
    qtbot.addWidget(widget)
    layout = FlowLayout(6, widget)
    for text in texts:
        layout.addWidget(plain_label(text))
    return widget, layout


def test_items_go_on_the_next_line_when_the_line_is_full(qtbot: QtBot) -> None:
    widget, layout = _flow(qtbot, "et", "to", "tre")
    one_line = layout.sizeHint()
    assert layout.heightForWidth(one_line.width()) == one_line.height()
    assert layout.heightForWidth(one_line.width() - 1) > one_line.height()
    assert layout.minimumSize().width() < one_line.width()
    widget.resize(one_line.width() - 1, 200)
    widget.show()
    qtbot.waitExposed(widget)
    tops = [label.y() for label in widget.findChildren(QLabel)]
    assert tops[0] == tops[1] < tops[2]


def test_what_belongs_right_stands_at_the_right_edge(qtbot: QtBot) -> None:
    widget, layout = _flow(qtbot, "et")
    button = QPushButton("Til højre")
    layout.add_right(button)
    widget.resize(600, 60)
    widget.show()
    qtbot.waitExposed(widget)
    assert button.geometry().right() == widget.rect().right()


def test_hidden_items_take_no_room(qtbot: QtBot) -> None:
    widget, layout = _flow(qtbot, "et", "to")
    widget.show()
    wide = layout.sizeHint().width()
    widget.findChildren(QLabel)[1].hide()
    assert layout.sizeHint().width() < wide
    widget.findChildren(QLabel)[0].hide()
    assert (layout.sizeHint().width(), layout.heightForWidth(100)) == (0, 0)


def test_items_can_be_taken_out_and_go_with_their_widgets(qtbot: QtBot) -> None:
    widget, layout = _flow(qtbot, "et", "to")
    first, second = widget.findChildren(QLabel)
    item = layout.takeAt(0)
    assert item is not None
    assert item.widget() is first
    second.setParent(None)
    assert layout.count() == 0
    assert layout.itemAt(0) is None
    assert layout.takeAt(0) is None
    second.deleteLater()


def test_columns_of_nothing_need_no_room(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    layout = ColumnsLayout(6, widget)
    assert (layout.heightForWidth(300), layout.sizeHint().width()) == (0, 0)


def _text_in(panel: Card) -> QRect:
    """Where the first words below the title line stand, seen from that line."""
    header = panel.findChild(QFrame, "cardHeader")
    assert isinstance(header, QFrame)
    below = [
        label
        for label in panel.findChildren(QLabel)
        if label.isVisible() and label.text() and not header.isAncestorOf(label)
    ]
    first = min(below, key=lambda label: label.mapTo(panel, QPoint(0, 0)).toTuple()[::-1])
    inside = first.contentsRect().adjusted(first.margin(), first.margin(), 0, 0)
    return inside.translated(first.mapTo(panel, QPoint(0, -header.height())))


def test_the_words_of_an_empty_family_have_the_room_that_fields_have(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.resize(*_SIZES[0])
    nobody = FamilyView((), 0, is_growing=False, notices=())
    window.show_view(views.person(shown=nobody))
    stamdata = next(card for card in window.findChildren(Card) if card.accessibleName() == "Stamdata")
    family = window.findChildren(FamilyPanel)[0]
    assert "Ingen familie i svaret." in everything_said(family)
    qtbot.waitUntil(lambda: _text_in(family).topLeft() == _text_in(stamdata).topLeft())
    window.show_view(views.person())
    header = family.findChild(QFrame, "cardHeader")
    assert isinstance(header, QFrame)
    qtbot.waitUntil(lambda: family.table.mapTo(family, QPoint(0, 0)).y() <= header.geometry().bottom() + 1)
