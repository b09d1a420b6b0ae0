"""What the widgets hold: nothing that was hidden, nothing that was cleared, no markup, and a name for each control."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import QApplication, QLabel, QTableView, QWidget
from pytestqt.qtbot import QtBot

from familieopslag.presentation.view_models import Tone
from familieopslag.ui import theme
from familieopslag.ui.labels import value_label
from familieopslag.ui.main_window import MainWindow
from tests.gui import widget_views as views
from tests.support.widgets import everything_said, has_property

_LEAST_CONTRAST = 4.5


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    window = MainWindow(views.ENVIRONMENT)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.painted):
        window.show_idle()
        window.show()
    return window


def test_a_protected_person_shows_the_notice_and_no_address(window: MainWindow) -> None:
    window.show_view(views.protected())
    said = everything_said(window)
    assert views.MASKED in said
    assert "NAVNE- OG ADRESSEBESKYTTELSE" in said
    assert views.NUMBER in said
    assert views.STREET not in said
    assert "9990" not in said
    assert "None" not in said


def test_a_protected_person_after_another_leaves_nothing_of_the_first(window: MainWindow) -> None:
    window.show_view(views.person())
    assert views.STREET in everything_said(window)
    window.show_view(views.protected())
    said = everything_said(window)
    assert views.STREET not in said
    assert "120375-0004" not in said
    assert "Silje" not in said


def test_a_hidden_address_shows_no_field_of_it(window: MainWindow) -> None:
    view = views.protected()
    fields = views.person().address.fields
    window.show_view(replace(view, address=replace(view.address, fields=fields)))
    assert views.STREET not in everything_said(window)


@pytest.mark.parametrize("way", ["clear", "show_idle", "loading", "failure"])
def test_a_person_who_is_gone_is_gone_from_every_widget(window: MainWindow, way: str) -> None:
    window.show_view(views.person())
    before = everything_said(window)
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
    for word in ("Strandgren", "Granskovsvinget", "9990 Skagen", "120375", "01.02.1999"):
        assert word in before
        assert word not in said


def test_a_failure_that_is_gone_is_gone_too(window: MainWindow) -> None:
    window.show_failure(views.failure())
    assert "Serviceplatformen svarede ikke." in everything_said(window)
    window.show_view(views.person())
    window.clear()
    assert "Serviceplatformen svarede ikke." not in everything_said(window)


def test_markup_in_data_is_shown_letter_by_letter(window: MainWindow) -> None:
    name = "<b>Agnete</b> & <img src=x>"
    window.show_view(views.person(name=name))
    shown = [label for label in window.findChildren(QLabel) if name in label.text()]
    assert shown
    for label in window.findChildren(QLabel):
        if label.text():
            assert label.textFormat() is Qt.TextFormat.PlainText or label.buddy() is not None, label.text()
    for widget in window.findChildren(QWidget):
        assert name not in widget.toolTip()


def test_every_control_that_takes_the_keyboard_has_a_name(window: MainWindow) -> None:
    window.set_navigation(back=True, forward=True)
    window.show_view(views.protected())
    checked = _named(window)
    window.show_view(views.person())
    checked += _named(window)
    window.show_failure(views.failure())
    checked += _named(window)
    assert {"CPR-nummer", "Slå op", "Familie", "Vis adresser", "Prøv igen (F5)"} <= set(checked)


def _named(window: MainWindow) -> list[str]:
    names = []
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            heard = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
            assert heard, f"{type(widget).__name__} {widget.objectName()}"
            names.append(heard)
    return names


def test_panels_have_names(window: MainWindow) -> None:
    window.show_view(views.person())
    cards = {card.accessibleName() for card in window.findChildren(QWidget, "card") if card.isVisible()}
    assert {"Stamdata", "Adresse", "Familie (4)"} <= cards
    assert any(name.startswith(views.NAME) for name in cards)


def test_the_number_is_not_learnt_by_an_input_method(window: MainWindow) -> None:
    hints = QApplication.focusWidget().inputMethodQuery(Qt.InputMethodQuery.ImHints)
    wanted = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
    assert Qt.InputMethodHint(hints) & wanted == wanted


def test_nothing_can_be_dragged_out_of_the_table(window: MainWindow) -> None:
    window.show_view(views.person())
    table = window.findChildren(QTableView)[0]
    assert not table.dragEnabled()
    assert table.dragDropMode() is QTableView.DragDropMode.NoDragDrop


@pytest.mark.parametrize("scheme", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_text_can_be_read_on_every_ground(scheme: theme.Colours) -> None:
    for ground in (scheme.ground, scheme.card, scheme.header, scheme.group, scheme.selected):
        assert _contrast(scheme.text, ground) >= _LEAST_CONTRAST
    for ground in (scheme.ground, scheme.card, scheme.header):
        assert _contrast(scheme.secondary, ground) >= _LEAST_CONTRAST
    assert _contrast(scheme.text, scheme.hidden_ground) >= _LEAST_CONTRAST
    assert _contrast(scheme.link, scheme.card) >= _LEAST_CONTRAST
    assert _contrast(scheme.card, scheme.link) >= _LEAST_CONTRAST


@pytest.mark.parametrize("tone", list(Tone), ids=[tone.value for tone in Tone])
def test_banners_can_be_read(tone: Tone) -> None:
    assert _contrast(*theme.tone_colours(tone)) >= _LEAST_CONTRAST


@pytest.mark.parametrize("key", ["prod", "exttest", "demo", "custom", "none"])
def test_the_environment_can_be_read(key: str) -> None:
    assert _contrast(*theme.environment_colours(key)) >= _LEAST_CONTRAST


def _contrast(first: str, second: str) -> float:
    """WCAG 2.1's contrast ratio."""
    bright, dim = sorted((_luminance(QColor(first)), _luminance(QColor(second))), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_a_value_that_had_the_keyboard_keeps_nothing_when_another_one_takes_its_place(qtbot: QtBot) -> None:
    value = value_label(views.STREET, "Adresse")
    qtbot.addWidget(value)
    with qtbot.waitExposed(value):
        value.show()
    value.setFocus()
    value.grab()
    value.hide()
    value.setText("–")
    documents = [child for child in value.findChildren(QObject) if has_property(child, "html")]
    assert documents, "the focus has made Qt keep the text a second time"
    assert not [child for child in documents if views.STREET in str(child.property("html"))]
