"""The window by itself: what the user does becomes a signal, what it is told becomes visible."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from familieopslag.presentation.view_models import InputHintView, PersonView, SuggestionView
from familieopslag.ui import hotkeys, main_window, theme
from familieopslag.ui.main_window import MainWindow
from tests.gui import widget_views as views
from tests.support.widgets import everything_said

_ALT = Qt.KeyboardModifier.AltModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    window = MainWindow(views.ENVIRONMENT)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.painted):
        window.show_idle()
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield window
    # The size of the text belongs to the application, not to this window.
    qtbot.keyClick(window, Qt.Key.Key_0, _CONTROL)


@pytest.fixture
def dressed(qapp: QApplication) -> None:
    """The program in its own style sheet; it stays dressed, as the program does."""
    theme.apply(qapp)


def _field(window: MainWindow) -> QLineEdit:
    return window.findChildren(QLineEdit)[0]


def _buttons(window: MainWindow) -> list[QPushButton]:
    return window.findChildren(QPushButton)


def _button(window: MainWindow, words: str) -> QPushButton:
    return next(b for b in _buttons(window) if b.text() == words and b.isVisible())


def test_the_idle_window_can_be_typed_in_at_once(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClicks(QApplication.focusWidget(), "120375")
    assert _field(window).text() == "120375"


def test_return_submits_the_text_as_it_stands(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClicks(_field(window), "120375 - 0004")
    with qtbot.waitSignal(window.submitted) as submitted:
        qtbot.keyClick(_field(window), Qt.Key.Key_Return)
    assert submitted.args == ["120375 - 0004"]


def test_the_button_submits_too(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClicks(_field(window), "1203750004")
    with qtbot.waitSignal(window.submitted) as submitted:
        qtbot.mouseClick(_button(window, "Slå op"), Qt.MouseButton.LeftButton)
    assert submitted.args == ["1203750004"]


def test_typing_is_told_once_when_it_pauses(qtbot: QtBot, window: MainWindow) -> None:
    told: list[str] = []
    window.input_edited.connect(told.append)
    with qtbot.waitSignal(window.input_edited):
        qtbot.keyClicks(_field(window), "1203")
    assert told == ["1203"]


def test_return_leaves_no_pause_behind_to_be_told(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClicks(_field(window), "1203")
    assert any(timer.isActive() for timer in window.findChildren(QTimer))
    qtbot.keyClick(_field(window), Qt.Key.Key_Return)
    assert not any(timer.isActive() for timer in window.findChildren(QTimer))


def test_a_number_put_in_the_field_is_not_told_as_typed(qtbot: QtBot, window: MainWindow) -> None:
    told: list[str] = []
    window.input_edited.connect(told.append)
    window.set_number("120375-0004")
    qtbot.keyClick(_field(window), Qt.Key.Key_End)
    with qtbot.waitSignal(window.input_edited):
        qtbot.keyClicks(_field(window), "1")
    assert told == ["120375-00041"]


def test_while_loading_escape_and_the_button_cancel(qtbot: QtBot, window: MainWindow) -> None:
    window.show_loading("120375-0004")
    with qtbot.waitSignal(window.cancel_requested):
        qtbot.keyClick(_field(window), Qt.Key.Key_Escape)
    with qtbot.waitSignal(window.cancel_requested):
        qtbot.mouseClick(_button(window, "Annullér (Esc)"), Qt.MouseButton.LeftButton)


def test_otherwise_escape_leads_to_the_search_field_and_keeps_the_person(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.set_number("120375-0004")
    window.show_view(views.person())
    qtbot.keyClick(window, Qt.Key.Key_3, _CONTROL)
    assert not _field(window).hasFocus()
    with qtbot.assertNotEmitted(window.cancel_requested):
        qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert _field(window).hasFocus()
    assert views.NAME in everything_said(window)


def test_ctrl_l_marks_the_whole_number(qtbot: QtBot, window: MainWindow) -> None:
    window.set_number("120375-0004")
    _field(window).deselect()
    qtbot.keyClick(window, Qt.Key.Key_L, _CONTROL)
    assert _field(window).hasFocus()
    assert _field(window).selectedText() == "120375-0004"


def test_f5_asks_again(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.refresh_requested):
        qtbot.keyClick(window, Qt.Key.Key_F5)


def test_alt_and_arrows_move_only_where_there_is_somebody(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.assertNotEmitted(window.back_requested):
        qtbot.keyClick(window, Qt.Key.Key_Left, _ALT)
    window.set_navigation(back=True, forward=True)
    with qtbot.waitSignal(window.back_requested):
        qtbot.keyClick(window, Qt.Key.Key_Left, _ALT)
    with qtbot.waitSignal(window.forward_requested):
        qtbot.keyClick(window, Qt.Key.Key_Right, _ALT)


def test_f6_goes_round_the_panels_and_back_to_the_field(qtbot: QtBot, window: MainWindow) -> None:
    window.show_view(views.person())
    panels = []
    for _ in range(5):
        qtbot.keyClick(window, Qt.Key.Key_F6)
        panels.append(_card_of_focus(window))
    assert panels == ["Stamdata", "Adresse", "Familie (4)", "", "CPR-nummer"]
    qtbot.keyClick(window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert _card_of_focus(window) == ""


def _card_of_focus(window: MainWindow) -> str:
    """The name of the card round the focus; "" for the folded panel, which has none."""
    widget = QApplication.focusWidget()
    if widget is _field(window):
        return widget.accessibleName()
    while widget is not None and widget.objectName() != "card":
        widget = widget.parentWidget()
    assert widget is not None
    return widget.accessibleName()


def test_ctrl_plus_minus_and_zero_change_the_text_size(qtbot: QtBot, window: MainWindow) -> None:
    usual = QApplication.font().pointSizeF()
    qtbot.keyClick(window, Qt.Key.Key_Plus, _CONTROL)
    assert QApplication.font().pointSizeF() == pytest.approx(usual * 1.1)
    for _ in range(5):
        qtbot.keyClick(window, Qt.Key.Key_Minus, _CONTROL)
    assert QApplication.font().pointSizeF() == pytest.approx(usual * 0.8)
    qtbot.keyClick(window, Qt.Key.Key_0, _CONTROL)
    assert QApplication.font().pointSizeF() == pytest.approx(usual)


def test_a_result_leaves_the_field_ready_for_the_next_number(qtbot: QtBot, window: MainWindow) -> None:
    window.show_loading("120375-0004")
    window.show_view(views.person())
    qtbot.keyClicks(QApplication.focusWidget(), "0204")
    assert _field(window).text() == "0204"


def test_the_button_looks_up_again_when_the_whole_answer_is_there(window: MainWindow) -> None:
    window.show_loading("120375-0004")
    window.show_view(views.person(shown=views.large_family(20, is_growing=True)))
    assert _button(window, "Annullér (Esc)").isEnabled()
    window.show_view(views.person(shown=views.large_family(34, is_growing=False)))
    assert _button(window, "Slå op").isEnabled()


def test_the_title_tells_of_protection_and_never_of_a_person(window: MainWindow) -> None:
    assert window.windowTitle() == "Familieopslag – EKSTERN TEST"
    window.show_view(views.person())
    assert window.windowTitle() == "Familieopslag – EKSTERN TEST"
    window.show_view(views.protected())
    assert window.windowTitle() == "Familieopslag – BESKYTTET – EKSTERN TEST"
    window.show_loading("120375-0004")
    assert window.windowTitle() == "Familieopslag – EKSTERN TEST"


def test_a_banner_offers_the_current_number(qtbot: QtBot, window: MainWindow) -> None:
    window.show_view(views.protected())
    with qtbot.waitSignal(window.current_number_requested):
        qtbot.mouseClick(_button(window, "Gå til gældende nummer"), Qt.MouseButton.LeftButton)


def test_a_suggestion_fills_the_field_and_submits(qtbot: QtBot, window: MainWindow) -> None:
    number = "020408-0006"
    hint = InputHintView(
        "Mangler der et 0?", is_error=True, suggestions=(SuggestionView("Brug det", number),)
    )
    window.show_input_hint(hint)
    assert "Mangler der et 0?" in everything_said(window)
    qtbot.waitUntil(lambda: any(b.text() == "Brug det" and b.isVisible() for b in _buttons(window)))
    with qtbot.waitSignal(window.submitted) as submitted:
        qtbot.mouseClick(_button(window, "Brug det"), Qt.MouseButton.LeftButton)
    assert submitted.args == [number]
    assert _field(window).text() == number


def test_a_failure_keeps_the_number_and_offers_to_try_again(qtbot: QtBot, window: MainWindow) -> None:
    window.show_loading("120375-0004")
    window.show_failure(views.failure())
    assert _field(window).text() == "120375-0004"
    assert _button(window, "Prøv igen (F5)").hasFocus()
    with qtbot.waitSignal(window.refresh_requested):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)


def test_a_failure_that_no_retry_helps_offers_only_the_report(window: MainWindow) -> None:
    window.show_failure(views.failure(can_retry=False))
    assert _button(window, "Kopiér fejlrapport").hasFocus()
    with pytest.raises(StopIteration):
        _button(window, "Prøv igen (F5)")


def test_the_report_is_copied_whole(qtbot: QtBot, window: MainWindow) -> None:
    window.show_failure(views.failure(details=("FO-021 · 7f3a91c2", "ReadTimeout")))
    qtbot.mouseClick(_button(window, "Kopiér fejlrapport"), Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "FO-021 · 7f3a91c2\nReadTimeout"


def _with_ids(*ids: str) -> PersonView:
    view = views.person()
    return replace(view, origin=replace(view.origin, correlation_id=ids[0], correlation_ids=ids))


@pytest.mark.parametrize(
    ("ids", "shown", "told"),
    [
        (("7f3a91c2",), "Opslags-id 7f3a91c2", "Opslags-id er kopieret."),
        (("7f3a", "8b1c", "9d2e"), "Opslags-id 7f3a og 2 til", "3 opslags-id'er er kopieret."),
    ],
)
def test_the_ids_of_a_lookup_are_copied_one_a_line_and_it_is_said(
    qtbot: QtBot,
    window: MainWindow,
    monkeypatch: pytest.MonkeyPatch,
    ids: tuple[str, ...],
    shown: str,
    told: str,
) -> None:
    announced: list[str] = []
    monkeypatch.setattr(main_window, "announce", lambda _widget, text: announced.append(text))
    window.show_view(_with_ids(*ids))
    assert shown in everything_said(window)
    copy = _button(window, "Kopiér")
    assert copy.accessibleName() == "Kopiér opslags-id"
    copy.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(copy, Qt.Key.Key_Space)
    assert QGuiApplication.clipboard().text() == "\n".join(ids)
    assert told in window.statusBar().findChildren(QLabel)[0].text()
    assert told in announced[-1]
    window.clear()
    assert ids[0] not in everything_said(window)


def test_the_origin_says_where_from_and_when(window: MainWindow) -> None:
    view = views.person()
    origin = replace(view.origin, source="CPR-replika, opdateres natten til hverdage")
    window.show_view(replace(view, origin=origin))
    said = "Kilde: CPR-replika, opdateres natten til hverdage · hentet 14:02:11 · Opslags-id 7f3a91c2"
    assert said in everything_said(window)


def test_the_keyboard_goes_from_the_top_of_the_page_to_its_end(qtbot: QtBot, window: MainWindow) -> None:
    window.show_view(views.person(name="En anden"))
    window.clear()
    window.show_view(views.protected())
    field = _field(window)
    field.setFocus()
    heard = []
    while True:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        if focused is None or focused is field:
            break
        heard.append(focused.accessibleName().partition(":")[0])
    assert heard == [
        "Slå op",
        "Gå til gældende nummer",
        "Navn",
        "CPR-nummer",
        "Kopiér",
        "Telefonvisning (F8)",
        "Adresseringsnavn",
        "Køn",
        "Personnummer",
        "Kopiér adresselabel",
        "Adresse",
        "Tabel",
        "Vis adresser",
        "Familie",
        "Administration og indrapportering, 1, foldet",
        "Øvrige felter, 1, foldet",
        "Kilde",
        "Kopiér opslags-id",
    ]


def test_two_addresses_say_which_is_in_force(window: MainWindow) -> None:
    view = views.person()
    address = replace(
        view.address,
        title="Gældende adresse",
        other_title="Udenlandsk adresse (ikke gældende)",
        other_lines=("Erfundene Straße 7", "Tyskland"),
    )
    window.show_view(replace(view, address=address))
    labels = [label for label in window.findChildren(QLabel) if label.isVisible()]
    texts = [label.text() for label in labels]
    place = texts.index("Gældende adresse")
    assert texts[place + 1] == f"{views.STREET}\n9990 Skagen"
    assert labels[place + 1].accessibleName() == f"Adresse: Gældende adresse: {views.STREET}\n9990 Skagen"
    assert "Udenlandsk adresse (ikke gældende)\nErfundene Straße 7\nTyskland" in texts
    window.show_view(views.protected())
    assert "Gældende adresse" not in everything_said(window)
    window.clear()
    assert "Straße" not in everything_said(window)


@pytest.mark.usefixtures("dressed")
def test_the_status_bar_stands_in_line_with_the_page(window: MainWindow) -> None:
    window.show_view(views.person())
    status = window.statusBar().findChildren(QLabel)[0]
    assert status.text() == "Klar"
    words = status.mapTo(window, status.contentsRect().topLeft()).x()
    card = next(c for c in window.findChildren(QWidget, "card") if c.isVisible())
    assert abs(words - card.mapTo(window, QPoint(0, 0)).x()) <= 2
    assert status.contentsRect().height() >= status.fontMetrics().height()


def test_closing_is_told(qtbot: QtBot, window: MainWindow) -> None:
    window.show_view(views.person())
    with qtbot.waitSignal(window.closing):
        window.close()
    assert views.NAME not in everything_said(window)


def test_the_sheet_of_keys_names_every_command_once() -> None:
    lines = hotkeys.sheet()
    keys = [key for key, _ in lines]
    assert len(set(keys)) == len(keys)
    assert ("F8", "Telefonvisning") in lines
    assert ("Ctrl+Shift+B", "Vis beskyttede oplysninger …") in lines


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.usefixtures("dressed", "usual_font")
def test_the_sheet_of_keys_can_be_read_to_the_end_and_closed_by_keyboard(
    qtbot: QtBot, window: MainWindow, percent: int
) -> None:
    window.set_text_size(percent)
    window.command("help").trigger()
    dialog = window.findChildren(QDialog)[0]
    area, close = dialog.findChildren(QScrollArea)[0], dialog.findChildren(QPushButton)[0]
    room = dialog.screen().availableGeometry()
    assert room.contains(dialog.geometry())
    assert dialog.rect().contains(close.geometry().translated(close.parentWidget().pos()))
    labels = area.widget().findChildren(QLabel)
    assert len(labels) == 2 * len(hotkeys.sheet())
    for key, words in zip(labels[::2], labels[1::2], strict=True):
        assert key.width() >= key.sizeHint().width()
        assert key.geometry().right() < words.geometry().left()
        assert words.height() >= words.heightForWidth(words.width())
        assert words.geometry().right() <= area.viewport().width()
    qtbot.keyClick(area, Qt.Key.Key_PageDown)
    bar = area.verticalScrollBar()
    while bar.value() < bar.maximum():
        before = bar.value()
        qtbot.keyClick(area, Qt.Key.Key_PageDown)
        assert bar.value() > before
    assert hotkeys.sheet()[0][1] in area.accessibleDescription()
    qtbot.keyClick(area, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
