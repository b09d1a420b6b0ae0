"""Where the person lives, or that it is hidden."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from familieopslag.presentation.view_models import AddressView, FieldState, FieldView
from familieopslag.ui import theme
from familieopslag.ui.card import Card
from familieopslag.ui.field_grid import FieldGrid
from familieopslag.ui.hatching import HatchedFrame
from familieopslag.ui.labels import plain_label, value_label
from familieopslag.ui.sign import Sign

_SIGN_SCALE = 1.1
_HIDDEN_MARGIN = 10


class AddressPanel(Card):
    """The address label's lines and the fields behind them. A hidden address shows one sentence and no field.

    What is revealed of it stands in a hatched border.
    """

    reveal_requested = Signal()
    label_copy_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._shown: tuple[AddressView, bool, bool] | None = None
        self.set_title(self.tr("Adresse"))
        copy = QPushButton(self.tr("Kopiér adresselabel"))
        copy.setObjectName("small")
        copy.setAccessibleName(copy.text())
        copy.clicked.connect(self.label_copy_requested)
        self.header.addWidget(copy)
        self._lines = value_label("", self.tr("Adresse"))
        self._lines.setObjectName("addressLines")
        self._grid = FieldGrid()
        self._sign = Sign("shield", theme.colours().text, _SIGN_SCALE)
        self._frame = QFrame()
        self._row = QHBoxLayout(self._frame)
        self._row.addWidget(self._sign)
        self._row.addWidget(self._lines, 1)
        self._title_line = plain_label(name="secondary")
        self._other = value_label("", self.tr("Anden adresse"))
        self._other.setObjectName("secondary")
        self._border = HatchedFrame()
        inside = QVBoxLayout(self._border)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._title_line)
        inside.addWidget(self._frame)
        inside.addWidget(self._other)
        inside.addSpacing(4)
        inside.addWidget(self._grid)
        self.body.addWidget(self._border)
        self.offer = self._make_offer()
        """What can be done about hidden data; there only where something can be."""
        self.body.addWidget(self.offer)

    def show_address(
        self, view: AddressView, *, is_revealed: bool = False, can_be_revealed: bool = False
    ) -> None:
        """Show `view` instead of what was there, if it is another one."""
        if (view, is_revealed, can_be_revealed) == self._shown:
            return
        self._shown = view, is_revealed, can_be_revealed
        words = "\n".join(view.lines) or view.notice
        called = self.tr("Beskyttet adresse, vises for en tid") if is_revealed else self.tr("Adresse")
        heard = ": ".join(part for part in (called, view.title, words) if part)
        self._title_line.setText(view.title)
        self._title_line.setVisible(bool(view.title))
        other = "\n".join((view.other_title, *view.other_lines)) if view.other_lines else ""
        self._other.setText(other)
        self._other.setAccessibleName(other)
        self._other.setVisible(bool(other))
        self._other.item = _as_field(view.other_title, "\n".join(view.other_lines)) if other else None
        self._sign.setVisible(view.is_hidden)
        self._frame.setObjectName("hidden" if view.is_hidden else "")
        self._lines.show_item(_as_field(self.tr("Adresse"), words, is_hidden=view.is_hidden))
        self._lines.setAccessibleName(heard)
        if not view.lines and not view.is_hidden:
            self._lines.item = None
        margin = _HIDDEN_MARGIN if view.is_hidden else 0
        self._row.setContentsMargins(margin, margin, margin, margin)
        # The style sheet goes by the frame's name, for the words in it too.
        for widget in (self._frame, self._lines):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        self._grid.show_fields(() if view.is_hidden else view.fields)
        self._border.set_hatched(hatched=is_revealed)
        # Also when the window is not active again yet, after the question.
        had_keyboard = self.window().focusWidget() is self._button
        self.offer.setVisible(can_be_revealed)
        if had_keyboard and not can_be_revealed:
            # To what has been asked for.
            self._lines.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Forget the address."""
        self._shown = None
        self._title_line.setText("")
        self._lines.clear()
        self._other.clear()
        self._grid.clear()
        self._border.set_hatched(hatched=False)
        self.offer.hide()

    def _make_offer(self) -> QWidget:
        """What can be done about hidden data."""
        self._button = QPushButton(self.tr("Vis beskyttede oplysninger …"))
        self._button.clicked.connect(self.reveal_requested)
        keys = plain_label(self.tr("Ctrl+Skift+B"), name="secondary")
        offer = QWidget()
        row = QHBoxLayout(offer)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._button)
        row.addWidget(keys, 1)
        offer.hide()
        return offer


def _as_field(label: str, text: str, *, is_hidden: bool = False) -> FieldView:
    """Lines of an address as the field that tells the same."""
    state = FieldState.MASKED if is_hidden else FieldState.SHOWN
    return FieldView("STADR", label, text, state, None)
