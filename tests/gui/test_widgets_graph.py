"""The family graph: cards that the keyboard walks over, lines that cross none of them, and the switch to it."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QRect, QRectF, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from familieopslag.presentation.view_models import FamilyGraphView, GraphLink, LinkKind
from familieopslag.ui import hotkeys, theme
from familieopslag.ui.family_graph import FamilyGraph
from familieopslag.ui.family_lines import FamilyLines
from familieopslag.ui.family_panel import FamilyPanel
from familieopslag.ui.main_window import MainWindow
from familieopslag.ui.person_card import PersonCard
from tests.gui import widget_views as views
from tests.support.widgets import everything_said

_LEFT = Qt.MouseButton.LeftButton
MOTHER, FOCUS, SPOUSE, CHILD, NUMBERLESS = range(5)
"""Places in views.graph()."""


@pytest.fixture
def area(qtbot: QtBot) -> QScrollArea:
    """A page that is two columns wide and too low for any graph."""
    area = QScrollArea()
    qtbot.addWidget(area)
    area.setWidgetResizable(True)
    area.resize(620, 320)
    return area


@pytest.fixture
def graph(qtbot: QtBot, area: QScrollArea) -> FamilyGraph:
    graph = FamilyGraph(after=area)
    area.setWidget(graph)
    graph.show_graph(views.graph())
    area.show()
    qtbot.waitExposed(area)
    area.activateWindow()
    qtbot.waitUntil(area.isActiveWindow)
    return graph


@pytest.fixture
def font_size() -> Iterator[float]:
    """The program's own size of text, which a test may change."""
    font = QApplication.font()
    yield font.pointSizeF()
    QApplication.setFont(font)


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    window = MainWindow(views.ENVIRONMENT)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.painted):
        window.show_idle()
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.show_view(views.person())
    return window


def _card(graph: FamilyGraph, place: int) -> PersonCard:
    return graph.cards[place]


def _names(graph: FamilyGraph) -> list[str]:
    return [card.accessibleName() for card in graph.cards]


def _double_click(qtbot: QtBot, card: PersonCard, button: Qt.MouseButton = _LEFT) -> None:
    """As a hand does it."""
    qtbot.mouseClick(card, button)
    qtbot.mouseDClick(card, button)


def _opened(graph: FamilyGraph) -> list[int]:
    opened: list[int] = []
    graph.opened.connect(opened.append)
    return opened


def _standing_on(graph: FamilyGraph) -> int | None:
    return next((place for place, card in enumerate(graph.cards) if card.hasFocus()), None)


def test_a_double_click_opens_once_and_a_click_only_takes_the_keyboard(
    qtbot: QtBot, graph: FamilyGraph
) -> None:
    opened = _opened(graph)
    qtbot.mouseClick(_card(graph, SPOUSE), _LEFT)
    assert (opened, _standing_on(graph)) == ([], SPOUSE)
    assert not _card(graph, SPOUSE).isDown()
    qtbot.mouseDClick(_card(graph, SPOUSE), _LEFT)
    assert opened == [SPOUSE]


@pytest.mark.parametrize("button", [Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton])
def test_a_double_click_with_another_button_opens_nobody(
    qtbot: QtBot, graph: FamilyGraph, button: Qt.MouseButton
) -> None:
    with qtbot.assertNotEmitted(graph.opened), qtbot.assertNotEmitted(graph.refused):
        for card in graph.cards:
            _double_click(qtbot, card, button)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_return_opens_once_however_long_it_is_held(graph: FamilyGraph, key: Qt.Key) -> None:
    opened = _opened(graph)
    for is_repeat in (False, True, True):
        press = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "\r", is_repeat)
        QApplication.sendEvent(_card(graph, MOTHER), press)
    assert opened == [MOTHER]


def test_a_screen_readers_press_opens_too(qtbot: QtBot, graph: FamilyGraph) -> None:
    action = QAccessible.queryAccessibleInterface(_card(graph, MOTHER)).actionInterface()
    with qtbot.waitSignal(graph.opened) as opened:
        action.doAction(action.pressAction())
    assert opened.args == [MOTHER]


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (FOCUS, "Vises allerede."),
        (NUMBERLESS, "Intet CPR-nummer – kun fødselsdato. Personen kan ikke slås op."),
    ],
)
def test_who_cannot_be_opened_is_refused_in_words(
    qtbot: QtBot, graph: FamilyGraph, place: int, words: str
) -> None:
    assert _card(graph, place).accessibleDescription() == words
    with qtbot.assertNotEmitted(graph.opened):
        with qtbot.waitSignal(graph.refused) as by_mouse:
            _double_click(qtbot, _card(graph, place))
        with qtbot.waitSignal(graph.refused) as by_key:
            qtbot.keyClick(_card(graph, place), Qt.Key.Key_Return)
    assert by_mouse.args == by_key.args == [words]


def test_arrows_go_sideways_in_a_generation_and_up_and_down_between(qtbot: QtBot, graph: FamilyGraph) -> None:
    graph.enter()
    walked = [_standing_on(graph)]
    for key in (
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Right,
        Qt.Key.Key_Down,
        Qt.Key.Key_Down,
        Qt.Key.Key_Left,
        Qt.Key.Key_Up,
        Qt.Key.Key_Up,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
    ):
        qtbot.keyClick(QApplication.focusWidget(), key)
        walked.append(_standing_on(graph))
    assert walked == [
        FOCUS, FOCUS, SPOUSE, SPOUSE, NUMBERLESS, NUMBERLESS, CHILD, FOCUS, MOTHER, MOTHER, FOCUS,
    ]  # fmt: skip


def test_tab_goes_from_card_to_card_and_each_comes_in_sight(qtbot: QtBot, graph: FamilyGraph) -> None:
    area = graph.parentWidget()
    assert area.height() < graph.height()
    _card(graph, MOTHER).setFocus()
    for place in range(5):
        assert _standing_on(graph) == place
        shown = QRect(_card(graph, place).mapTo(area, _card(graph, place).rect().topLeft()), area.size())
        assert shown.top() >= 0
        assert shown.top() + _card(graph, place).height() <= area.height()
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)


def test_a_card_reads_all_that_it_shows(graph: FamilyGraph) -> None:
    assert _names(graph)[SPOUSE] == (
        "Personen, Ægtefælle, Torben Strandgren, 020408-•••• · 18 år, Aktiv, 9990 Skagen"
    )
    assert _names(graph)[FOCUS] == (
        f"Personen, Personen på skærmen, {views.NAME}, 020408-•••• · 18 år, Aktiv, Beskyttet, {views.MASKED}"
    )
    role = QAccessible.queryAccessibleInterface(_card(graph, SPOUSE)).role()
    assert role is QAccessible.Role.Button


def test_an_unknown_protection_is_told_once_with_what_to_do(graph: FamilyGraph) -> None:
    notice = "Beskyttelse ukendt – vises som beskyttet"
    view = views.graph()
    band = view.bands[0]
    unknown = replace(
        band.nodes[0].person,
        is_hidden=True,
        residence=notice,
        protection=f"{notice}. Slå personen op for at se.",
    )
    node = replace(band.nodes[0], person=unknown)
    graph.show_graph(replace(view, bands=(replace(band, nodes=(node,)), *view.bands[1:])))
    assert _names(graph)[MOTHER].count(notice) == 1
    assert "Slå personen op" in _names(graph)[MOTHER]


def test_what_is_not_known_is_left_out(graph: FamilyGraph) -> None:
    view = views.graph()
    band = view.bands[0]
    bare = replace(band.nodes[0].person, number="–", age="–", status="–", residence="–", street="–")
    node = replace(band.nodes[0], person=replace(bare, is_minor=True))
    graph.show_graph(replace(view, bands=(replace(band, nodes=(node,)), *view.bands[1:])))
    graph.show_streets(shown=True)
    assert _names(graph)[MOTHER] == "Forældre, Mor, Ellen Vibeholm, under 18"


def test_streets_are_shown_only_when_asked_for_and_never_a_hidden_one(graph: FamilyGraph) -> None:
    assert "Fyrbakken" not in everything_said(graph)
    graph.show_streets(shown=True)
    assert _names(graph)[SPOUSE].endswith("Fyrbakken 3, 9990 Skagen")
    assert _names(graph)[FOCUS].endswith(views.MASKED)
    graph.show_streets(shown=False)
    assert "Fyrbakken" not in everything_said(graph)


def test_clearing_leaves_nothing_in_any_widget(graph: FamilyGraph) -> None:
    assert "Vibeholm" in everything_said(graph)
    graph.clear()
    assert graph.cards == []
    said = everything_said(graph)
    assert not [word for word in ("Vibeholm", "Strandgren", "Skagen", "020408", "Barn") if word in said]
    assert not [card for card in graph.findChildren(PersonCard) if card.isVisible() or card.node]


def test_a_smaller_family_leaves_nothing_of_a_larger(graph: FamilyGraph) -> None:
    cards = graph.findChildren(PersonCard)
    graph.show_graph(views.graph(children=0))
    assert len(graph.cards) == 3
    assert "Barn nummer" not in everything_said(graph)
    assert "Børn" not in _visible_texts(graph)
    graph.show_graph(views.graph())
    assert graph.findChildren(PersonCard) == cards


def _visible_texts(widget: QWidget) -> list[str]:
    return [str(w.property("text")) for w in widget.findChildren(QWidget) if w.isVisible()]


def test_a_growing_family_keeps_the_keyboard_on_its_person(graph: FamilyGraph) -> None:
    _card(graph, CHILD).setFocus()
    grown = views.graph(children=9)
    older = replace(grown.bands[2], nodes=tuple(reversed(grown.bands[2].nodes)))
    graph.show_graph(replace(grown, bands=(*grown.bands[:2], older)))
    standing_on = _standing_on(graph)
    assert standing_on is not None
    assert standing_on != CHILD
    assert "Barn nummer 0," in _names(graph)[standing_on]


def test_a_double_click_on_a_card_that_got_another_person_between_opens_nobody(
    qtbot: QtBot, graph: FamilyGraph
) -> None:
    opened = _opened(graph)
    qtbot.mouseClick(_card(graph, CHILD), _LEFT)
    grown = views.graph(children=9)
    first, *later = grown.bands[2].nodes
    turned = replace(grown.bands[2], nodes=(*later[:3], first, *later[3:]))
    graph.show_graph(replace(grown, bands=(*grown.bands[:2], turned)))
    another = _card(graph, CHILD).node
    assert another is not None
    assert another.person.can_open
    qtbot.mouseDClick(_card(graph, CHILD), _LEFT)
    assert opened == []
    qtbot.mouseClick(_card(graph, SPOUSE), _LEFT)
    graph.show_graph(views.graph(children=9))
    qtbot.mouseDClick(_card(graph, SPOUSE), _LEFT)
    assert opened == [SPOUSE]


def _assert_well_laid_out(graph: FamilyGraph) -> None:
    """No card cut off, on another, or outside; no line over any; the lines in front of nothing."""
    cards = [card.geometry() for card in graph.cards]
    inside = graph.rect()
    for card in graph.cards:
        assert inside.contains(card.geometry())
        assert card.height() >= card.heightForWidth(card.width())
    for number, one in enumerate(cards):
        assert not [other for other in cards[number + 1 :] if one.intersects(other)]
    shown = graph._view
    assert shown is not None
    rows: dict[int, dict[int, QRect]] = {}
    for place, card in enumerate(cards):
        rows.setdefault(card.top(), {})[place] = card
    path = FamilyLines(shown.links).path([rows[top] for top in sorted(rows)])
    assert not path.isEmpty()
    for card in cards:
        assert not path.intersects(QRectF(card.adjusted(1, 1, -1, -1)))
    assert QRectF(inside).contains(path.boundingRect())


@pytest.mark.parametrize("width", [300, 620, 1100])
@pytest.mark.parametrize("children", [0, 2, 11])
def test_rows_are_as_long_as_the_width_allows(
    qtbot: QtBot, graph: FamilyGraph, width: int, children: int
) -> None:
    graph.show_graph(views.graph(children=children))
    graph.window().resize(width, 700)
    qtbot.waitUntil(lambda: graph.height() >= graph.heightForWidth(graph.width()))
    _assert_well_laid_out(graph)
    columns = len({card.x() for card in graph.cards[CHILD:]}) if children == 11 else 0
    assert columns in {0, {300: 1, 620: 2, 1100: 4}[width]}


@pytest.mark.parametrize("factor", [0.8, 2.0])
def test_cards_follow_the_size_of_the_text(
    qtbot: QtBot, graph: FamilyGraph, qapp: QApplication, font_size: float, factor: float
) -> None:
    theme.apply(qapp)
    graph.window().resize(1000, 700)
    before = [card.height() for card in graph.cards]
    font = QApplication.font()
    font.setPointSizeF(font_size * factor)
    QApplication.setFont(font)
    qtbot.waitUntil(
        lambda: all(
            card.height() == pytest.approx(height * factor, rel=0.2)
            for card, height in zip(graph.cards, before, strict=True)
        )
    )
    qtbot.waitUntil(lambda: graph.height() >= graph.heightForWidth(graph.width()))
    _assert_well_laid_out(graph)


def test_branches_of_different_parents_share_no_stretch() -> None:
    """One above the other, so that every line runs through the same columns."""
    rows = [{row: QRect(60, 40 + row * 100, 100, 50)} for row in range(4)]
    one = FamilyLines([GraphLink(LinkKind.PARENT, 0, 2), GraphLink(LinkKind.PARENT, 1, 3)]).path(rows)
    stretches = [path for path in one.toSubpathPolygons() if path.count() == 2]
    upright = [line for line in stretches if line[0].x() == line[1].x()]
    assert len({line[0].x() for line in upright}) == 4


@pytest.mark.parametrize(
    "rows", [[[0], [1, 2], [3, 4]], [[0, 5], [6, 7], [1, 2, 3, 4]], [[5, 6], [0], [7, 1], [2], [3, 4]]]
)
def test_a_branch_hangs_together_over_all_its_rows(rows: list[list[int]]) -> None:
    cards = [
        {place: QRect(60 + column * 100, row * 90, 80, 50) for column, place in enumerate(places)}
        for row, places in enumerate(rows)
    ]
    path = FamilyLines([GraphLink(LinkKind.PARENT, 0, child) for child in range(1, 5)]).path(cards)
    lines = [
        QRectF(line[0], line[1]).normalized().adjusted(-0.1, -0.1, 0.1, 0.1)
        for line in path.toSubpathPolygons()
        if line.count() == 2
    ]
    reached, waiting = lines[:1], lines[1:]
    while touching := [line for line in waiting if any(line.intersects(other) for other in reached)]:
        reached += touching
        waiting = [line for line in waiting if line not in touching]
    assert waiting == []
    ends = [card for row in cards for place, card in row.items() if place <= 4]
    for card in ends:
        assert [line for line in lines if line.intersects(QRectF(card).adjusted(-1, -1, 1, 1))]


def test_a_couple_apart_is_linked_below_the_cards_between() -> None:
    row = {place: QRect(20 + 60 * place, 10, 50, 40) for place in range(3)}
    together = FamilyLines([GraphLink(LinkKind.COUPLE, 0, 1)]).path([row])
    apart = FamilyLines([GraphLink(LinkKind.COUPLE, 0, 2)]).path([row])
    assert together.boundingRect().getRect() == (70, 29, 10, 0)
    assert apart.boundingRect().top() > row[1].bottom()
    assert not apart.intersects(QRectF(row[1]))


@pytest.fixture
def panel(qtbot: QtBot) -> FamilyPanel:
    panel = FamilyPanel()
    qtbot.addWidget(panel)
    panel.resize(900, 500)
    panel.show_family(views.family())
    panel.show()
    qtbot.waitExposed(panel)
    return panel


def _button(widget: QWidget, words: str) -> QPushButton:
    return next(button for button in widget.findChildren(QPushButton) if button.text() == words)


def test_the_table_is_shown_first_and_no_graph_asked_for(qtbot: QtBot, window: MainWindow) -> None:
    assert not window.shows_graph
    with qtbot.assertNotEmitted(window.graph_requested):
        window.show_view(views.person(name="En anden"))


def test_no_graph_is_made_before_somebody_turns_to_it(panel: FamilyPanel) -> None:
    panel.findChildren(QCheckBox)[0].setChecked(True)
    panel.clear()
    panel.show_family(views.family())
    assert panel.findChildren(FamilyGraph) == []
    panel.findChildren(QCheckBox)[0].setChecked(True)
    panel.turn()
    panel.show_graph(views.graph())
    assert len(panel.findChildren(FamilyGraph)) == 1
    assert "Fyrbakken" in _names(panel.graph)[SPOUSE]


def test_a_graph_out_of_sight_keeps_nobody_when_another_family_comes(panel: FamilyPanel) -> None:
    panel.turn()
    panel.show_graph(views.graph())
    names = [card.accessibleName() for card in panel.graph.cards]
    assert names
    panel.turn()
    panel.show_family(views.large_family(7, is_growing=False))
    assert not panel.graph.cards
    assert not any(name in everything_said(panel) for name in names)


def test_the_switch_asks_for_the_graph_and_shows_it_in_place_of_the_table(
    qtbot: QtBot, panel: FamilyPanel
) -> None:
    with qtbot.waitSignal(panel.graph_requested):
        qtbot.mouseClick(_button(panel, "Stamtræ"), _LEFT)
    panel.show_graph(views.graph())
    assert (panel.table.isVisible(), panel.graph.isVisible()) == (False, True)
    assert _button(panel, "Stamtræ").isChecked()
    assert not _button(panel, "Tabel").isChecked()
    with qtbot.assertNotEmitted(panel.graph_requested):
        qtbot.mouseClick(_button(panel, "Tabel"), _LEFT)
    assert (panel.table.isVisible(), panel.graph.isVisible()) == (True, False)


def test_the_switch_is_changed_with_the_arrows(qtbot: QtBot, panel: FamilyPanel) -> None:
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    _button(panel, "Tabel").setFocus()
    with qtbot.waitSignal(panel.graph_requested):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert QApplication.focusWidget() is _button(panel, "Stamtræ")
    assert panel.shows_graph


def test_the_chosen_view_stays_for_the_session(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    window.show_loading("020408-••••")
    window.show_failure(views.failure())
    window.show_view(views.person(name="En anden"))
    assert window.shows_graph
    assert window.findChildren(FamilyGraph)[0].isVisible()


def test_ctrl_t_turns_and_takes_the_keyboard_along(qtbot: QtBot, window: MainWindow) -> None:
    def turn() -> None:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)

    window.graph_requested.connect(lambda: window.show_family_graph(views.graph()))
    panel = window.findChildren(FamilyPanel)[0]
    panel.table.setFocus(Qt.FocusReason.TabFocusReason)
    turn()
    assert QApplication.focusWidget() is panel.graph.cards[FOCUS]
    assert "Familien vises som stamtræ." in everything_said(window)
    turn()
    assert QApplication.focusWidget() is panel.table
    assert "Familien vises som tabel." in everything_said(window)
    window.set_number("120375-0004")
    qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    before = QApplication.focusWidget()
    turn()
    assert QApplication.focusWidget() is before


def test_ctrl_t_without_a_person_turns_nothing(qtbot: QtBot, window: MainWindow) -> None:
    window.show_idle()
    qtbot.keyClick(window, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert not window.shows_graph


def test_the_keys_are_on_the_sheet() -> None:
    words = dict(hotkeys.sheet())
    assert words["Ctrl+T"] == "Skift mellem tabel og stamtræ"
    assert "I stamtræet: gå fra person til person" in words.values()


def test_ctrl_3_leads_into_what_is_shown_of_the_family(qtbot: QtBot, window: MainWindow) -> None:
    panel = window.findChildren(FamilyPanel)[0]
    qtbot.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is panel.table
    panel.turn()
    window.show_family_graph(views.graph(children=30))
    qtbot.waitUntil(lambda: panel.graph.height() >= panel.graph.heightForWidth(panel.graph.width()))
    for key in (Qt.Key.Key_L, Qt.Key.Key_3):
        qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    card = panel.graph.cards[FOCUS]
    assert QApplication.focusWidget() is card
    assert not card.visibleRegion().isEmpty()


def test_ctrl_3_leads_to_the_switch_where_there_is_no_family(qtbot: QtBot, window: MainWindow) -> None:
    empty = replace(views.family(), groups=(), count=0)
    window.show_view(views.person(name="En anden", shown=empty))
    qtbot.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is _button(window, "Tabel")


def test_tab_goes_by_the_switch_to_what_is_shown_and_on(qtbot: QtBot, window: MainWindow) -> None:
    def walked() -> list[str]:
        qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        names = []
        while not names or names[-1] != "CPR-nummer":
            qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
            names.append(QApplication.focusWidget().accessibleName())
        return names

    def from_switch_to_next_panel(names: list[str], switch: str) -> list[str]:
        last = next(number for number, name in enumerate(names) if name.startswith("Administration"))
        return names[names.index(switch) : last]

    assert from_switch_to_next_panel(walked(), "Tabel") == ["Tabel", "Vis adresser", "Familie"]
    window.findChildren(FamilyPanel)[0].turn()
    for children in (2, 6):
        window.show_family_graph(views.graph(children=children))
        expected = ["Stamtræ", "Vis adresser", *_names(window.findChildren(FamilyGraph)[0])]
        assert from_switch_to_next_panel(walked(), "Stamtræ") == expected


def test_the_graph_follows_the_wish_for_streets(panel: FamilyPanel) -> None:
    panel.turn()
    panel.show_graph(views.graph())
    panel.findChildren(QCheckBox)[0].setChecked(True)
    assert "Fyrbakken" in _names(panel.graph)[SPOUSE]
    panel.clear()
    panel.show_family(views.family())
    panel.show_graph(views.graph())
    assert "Fyrbakken" not in everything_said(panel)


@pytest.mark.parametrize("way", ["clear", "show_idle", "loading", "failure"])
def test_a_person_who_is_gone_is_gone_from_every_card(window: MainWindow, way: str) -> None:
    window.findChildren(FamilyPanel)[0].turn()
    window.show_family_graph(views.graph())
    assert "Barn nummer 1" in everything_said(window)
    match way:
        case "clear":
            window.clear()
        case "show_idle":
            window.show_idle()
        case "loading":
            window.show_loading("020408-••••")
        case _:
            window.show_failure(views.failure())
    said = everything_said(window)
    assert not [word for word in ("Vibeholm", "Strandgren", "Skagen", "Barn nummer") if word in said]


def test_every_card_has_a_name_and_the_graph_can_be_painted(window: MainWindow) -> None:
    panel = window.findChildren(FamilyPanel)[0]
    panel.turn()
    window.show_family_graph(views.graph())
    for card in panel.graph.cards:
        heard = QAccessible.queryAccessibleInterface(card).text(QAccessible.Text.Name)
        assert heard == card.accessibleName() != ""
    assert not panel.graph.grab().isNull()


def test_an_empty_family_still_has_its_graph(panel: FamilyPanel) -> None:
    empty = replace(views.family(), groups=(), count=0)
    panel.show_family(empty)
    panel.turn()
    alone = FamilyGraphView(views.graph().bands[1:2], (), ())
    panel.show_graph(alone)
    assert panel.graph.isVisible()
    assert "Ingen familie i svaret." in everything_said(panel)
