"""Labels that show data: always plain text, never markup, however much it looks like it.

No label lets its text be marked: Qt would put the marked text on X11's primary selection, and copy it past the
exporter. A value takes the focus instead, and is copied by command.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QContextMenuEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QLabel, QMenu, QWidget

from familieopslag.ui import copy_target

if TYPE_CHECKING:
    # Only for its name: the window is painted before the views' classes are needed.
    from familieopslag.presentation.view_models import FieldView

_RING = 2
"""Width of the line around a value in focus, in points."""
VALUE_MARGIN = 3
"""Room for the ring around a value; a label that stands beside one needs the same, so that they are in line."""
_RADIUS = 3.0


class ValueLabel(QLabel):
    """A value that can be reached by keyboard. `item`: what it shows, for the exporter; None: nothing to copy."""

    def __init__(self) -> None:
        super().__init__()
        self.item: FieldView | None = None
        self.setMargin(VALUE_MARGIN)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def copied(self) -> "FieldView | None":
        """See ui.copy_target.CopyTarget."""
        return self.item

    def show_item(self, item: "FieldView") -> None:
        """Show a field; a screen reader says which one it is."""
        self.item = item
        self.setText(item.text)
        self.setAccessibleName(f"{item.label}: {item.text}")

    def clear(self) -> None:
        """Forget the value."""
        self.item = None
        self.setText("")
        self.setAccessibleName("")

    def setText(self, text: str) -> None:
        """Show `text`, and keep nothing of what was there."""
        super().setText(text)
        # A label that has had the focus has a document, which keeps the old text until it is painted or asked for.
        self.setSelection(0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A ring tells where the focus is."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Link), _RING))
            inside = QRectF(self.rect()).adjusted(_RING / 2, _RING / 2, -_RING / 2, -_RING / 2)
            painter.drawRoundedRect(inside, _RADIUS, _RADIUS)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The ways to copy: this value, or more of the person."""
        if self.item is None:
            event.ignore()
            return
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        menu = QMenu(self)
        copy_target.add_commands(menu, self, "copy")
        menu.addSeparator()
        copy_target.add_commands(menu, self, *copy_target.COPY_COMMANDS)
        copy_target.pop_up(menu, event)


def plain_label(text: str = "", parent: QWidget | None = None, *, name: str = "") -> QLabel:
    """A label that shows `text` letter by letter, wrapped where it has to be."""
    label = QLabel(parent)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
    return _plain(label, text, name)


def value_label(text: str, accessible_name: str) -> ValueLabel:
    """A value that can be reached by keyboard; a screen reader says which value it is."""
    label = ValueLabel()
    _plain(label, text, "")
    label.setAccessibleName(f"{accessible_name}: {text}")
    return label


def _plain(label: QLabel, text: str, name: str) -> QLabel:
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setObjectName(name)
    label.setText(text)
    return label
