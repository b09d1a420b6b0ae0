"""Labels that show data: always plain text, never markup, however much it looks like it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QWidget

_SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard


def plain_label(text: str = "", parent: QWidget | None = None, *, name: str = "") -> QLabel:
    """A label that shows `text` letter by letter, wrapped where it has to be."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setObjectName(name)
    label.setText(text)
    return label


def value_label(text: str, accessible_name: str) -> QLabel:
    """A value that can be reached by keyboard and marked; a screen reader says which value it is."""
    label = plain_label(text)
    label.setTextInteractionFlags(_SELECTABLE)
    label.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    label.setAccessibleName(f"{accessible_name}: {text}")
    return label


def scaled(font: QFont, factor: float, *, bold: bool = False) -> QFont:
    """`font` larger or smaller, so that it follows the user's own size."""
    changed = QFont(font)
    changed.setPointSizeF(font.pointSizeF() * factor)
    changed.setBold(bold or font.bold())
    return changed
