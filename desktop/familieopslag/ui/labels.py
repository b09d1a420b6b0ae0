"""Labels that show data: always plain text, never markup, however much it looks like it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QLabel, QWidget

_SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard


class _ValueLabel(QLabel):
    """Marked text is copied, never dragged: a drag would carry it into any window that it is let go over."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on marked text is what a drag starts from; without the mark there is none."""
        if self.hasSelectedText() and event.modifiers() != Qt.KeyboardModifier.ShiftModifier:
            self.setSelection(0, 0)
        super().mousePressEvent(event)


def plain_label(text: str = "", parent: QWidget | None = None, *, name: str = "") -> QLabel:
    """A label that shows `text` letter by letter, wrapped where it has to be."""
    return _plain(QLabel(parent), text, name)


def value_label(text: str, accessible_name: str) -> QLabel:
    """A value that can be reached by keyboard and marked; a screen reader says which value it is."""
    label = _plain(_ValueLabel(), text, "")
    set_markable(label, markable=True)
    label.setAccessibleName(f"{accessible_name}: {text}")
    return label


def set_markable(label: QLabel, *, markable: bool) -> None:
    """Whether the text can be marked and copied. The keyboard reaches the label either way."""
    flags = _SELECTABLE if markable else Qt.TextInteractionFlag.NoTextInteraction
    if label.textInteractionFlags() != flags:
        label.setTextInteractionFlags(flags)
    label.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


def _plain(label: QLabel, text: str, name: str) -> QLabel:
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setObjectName(name)
    label.setText(text)
    return label
