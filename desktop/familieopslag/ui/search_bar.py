"""The search bar: back and forward, the number, look up or cancel, and a line of help below."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from familieopslag.ui import icons, theme
from familieopslag.ui.flow import FlowLayout
from familieopslag.ui.labels import plain_label
from familieopslag.ui.number_field import NumberField

if TYPE_CHECKING:
    from familieopslag.presentation.view_models import InputHintView

_DEBOUNCE_MS = 150
_ICON_SIZE = 12


class SearchBar(QFrame):
    """Where a number is typed or pasted. It takes no decision about what was typed."""

    submitted = Signal(str)
    edited = Signal(str)
    """The text, when typing has paused."""
    cancel_requested = Signal()
    back_requested = Signal()
    forward_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("searchBar")
        self._is_loading = False
        self.field = self._make_field()
        self._button = QPushButton()
        self._button.setObjectName("primary")
        self._button.clicked.connect(self._on_button_clicked)
        self._back = self._arrow("back", self.tr("Tilbage (Alt+Venstre)"))
        self._back.clicked.connect(self.back_requested)
        self._forward = self._arrow("forward", self.tr("Frem (Alt+Højre)"))
        self._forward.clicked.connect(self.forward_requested)
        label = plain_label(self.tr("&CPR-nummer"))
        label.setWordWrap(False)
        label.setBuddy(self.field)
        font = label.font()
        font.setBold(True)
        label.setFont(font)
        self._busy = plain_label(name="secondary")
        self._hint = plain_label(name="secondary")
        self._suggestions = FlowLayout()
        self._suggested: list[QPushButton] = []
        self._pause = QTimer(self, singleShot=True, interval=_DEBOUNCE_MS)
        self._pause.timeout.connect(self._on_pause)

        self.last_control: QWidget = self._button
        """Where Tab leaves the bar."""
        self._upper = FlowLayout()
        for widget in (self._back, self._forward, label, self.field, self._button, self._busy):
            self._upper.addWidget(widget)
        # What is suggested stands after what is said of it, or below.
        self._suggestions.addWidget(self._hint)
        self._lower = QHBoxLayout()
        self._lower.addLayout(self._suggestions, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 8)
        layout.setSpacing(6)
        layout.addLayout(self._upper)
        layout.addLayout(self._lower)
        self.set_loading(loading=False)
        self.set_navigation(back=False, forward=False)

    def add_at_end(self, widget: QWidget, hint: QWidget, controls: Iterable[QWidget]) -> None:
        """Put `widget` at the right, or on a line of its own where it is narrow, and `hint` below.

        Tab comes to `controls` after the button.
        """
        self._upper.add_right(widget)
        self._lower.addWidget(hint, 1)
        for control in controls:
            QWidget.setTabOrder(self.last_control, control)
            self.last_control = control

    def set_number(self, text: str) -> None:
        """Put `text` in the field as if nobody had typed it."""
        self._pause.stop()
        self.field.setText(text)

    def set_loading(self, *, loading: bool) -> None:
        """While loading, the button cancels."""
        self._is_loading = loading
        words = self.tr("Annullér (Esc)") if loading else self.tr("Slå op")
        self._button.setText(words)
        self._button.setAccessibleName(words)
        if not loading:
            self.set_busy("")

    def set_busy(self, text: str) -> None:
        """Say that it takes a while."""
        self._busy.setText(text)
        self._busy.setVisible(bool(text))

    def set_navigation(self, *, back: bool, forward: bool) -> None:
        """Whether there is anything to go back or forward to."""
        self._back.setEnabled(back)
        self._forward.setEnabled(forward)

    def show_hint(self, hint: "InputHintView") -> None:
        """Say what there is to say about the text in the field."""
        self.clear_hint()
        self._say(hint.text, ("⚠ " if hint.is_error else "") + hint.text)
        for suggestion in hint.suggestions:
            button = QPushButton(suggestion.label)
            button.setAccessibleName(suggestion.label)
            button.setProperty("number", suggestion.number)
            button.clicked.connect(self._on_suggestion_clicked)
            self._suggestions.addWidget(button)
            self._suggested.append(button)

    def clear_hint(self) -> None:
        """Say nothing about the field."""
        self._clear_suggestions()
        self._say("", "")

    def take_focus(self) -> None:
        """Put the cursor in the field with everything marked, ready for the next number."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    @Slot()
    def submit(self) -> None:
        """Tell what is in the field, now."""
        self._pause.stop()
        self.submitted.emit(self.field.text())

    @Slot()
    def _on_button_clicked(self) -> None:
        if self._is_loading:
            self.cancel_requested.emit()
        else:
            self.submit()

    @Slot()
    def _on_text_edited(self) -> None:
        self._pause.start()

    @Slot()
    def _on_pause(self) -> None:
        self.edited.emit(self.field.text())

    @Slot()
    def _on_suggestion_clicked(self) -> None:
        button = self.sender()
        if button is not None:
            number = str(button.property("number"))
            self.set_number(number)
            self.submitted.emit(number)

    def _make_field(self) -> NumberField:
        field = NumberField()
        field.setPlaceholderText(self.tr("DDMMÅÅ-LLLL"))
        field.setAccessibleName(self.tr("CPR-nummer"))
        field.returnPressed.connect(self.submit)
        field.textEdited.connect(self._on_text_edited)
        return field

    def _arrow(self, name: str, words: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(icons.icon(name, theme.colours().text, _ICON_SIZE))
        button.setAccessibleName(words)
        button.setToolTip(words)
        return button

    def _say(self, spoken: str, shown: str) -> None:
        self._hint.setText(shown)
        self._hint.setVisible(bool(shown))
        self.field.setAccessibleDescription(spoken)

    def _clear_suggestions(self) -> None:
        for button in self._suggested:
            button.setProperty("number", "")
            button.setParent(None)
            button.deleteLater()
        self._suggested = []
