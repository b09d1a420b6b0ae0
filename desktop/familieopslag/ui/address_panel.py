"""Where the person lives, or that it is hidden."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from familieopslag.presentation.view_models import AddressView, FieldState, FieldView
from familieopslag.ui import theme
from familieopslag.ui.card import Card
from familieopslag.ui.field_grid import FieldGrid
from familieopslag.ui.labels import plain_label, value_label
from familieopslag.ui.sign import Sign

_SIGN_SCALE = 1.1
_HIDDEN_MARGIN = 10


class AddressPanel(Card):
    """The address label's lines and the fields behind them. A hidden address shows one sentence and no field."""

    label_copy_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._shown: AddressView | None = None
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
        self.body.addWidget(self._title_line)
        self.body.addWidget(self._frame)
        self._other = value_label("", self.tr("Anden adresse"))
        self._other.setObjectName("secondary")
        self.body.addWidget(self._other)
        self.body.addSpacing(4)
        self.body.addWidget(self._grid)

    def show_address(self, view: AddressView) -> None:
        """Show `view` instead of what was there, if it is another one."""
        if view == self._shown:
            return
        self._shown = view
        words = "\n".join(view.lines) or view.notice
        heard = ": ".join(part for part in (self.tr("Adresse"), view.title, words) if part)
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

    def clear(self) -> None:
        """Forget the address."""
        self._shown = None
        self._title_line.setText("")
        self._lines.clear()
        self._other.clear()
        self._grid.clear()


def _as_field(label: str, text: str, *, is_hidden: bool = False) -> FieldView:
    """Lines of an address as the field that tells the same."""
    state = FieldState.MASKED if is_hidden else FieldState.SHOWN
    return FieldView("STADR", label, text, state, None)
