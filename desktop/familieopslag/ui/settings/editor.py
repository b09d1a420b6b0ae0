"""What every control for a value has: a text, and a name for whoever cannot see it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget


class Editor(QWidget):
    """A control with a text, as the kind of value spells it."""

    edited = Signal(str)
    """By the user; the text."""

    @property
    def text(self) -> str:
        """What stands there."""
        raise NotImplementedError

    def show_text(self, text: str) -> None:
        """Put it there; nothing is told."""
        raise NotImplementedError

    def controls(self) -> tuple[QWidget, ...]:
        """What takes the keyboard, in order. The first is what a label leads to."""
        raise NotImplementedError

    def name(self, title: str, description: str) -> None:
        """What a screen reader says."""
        for control in self.controls():
            control.setAccessibleName(title)
            control.setAccessibleDescription(description)

    def describe(self, description: str) -> None:
        """What a screen reader says besides the name."""
        for control in self.controls():
            control.setAccessibleDescription(description)

    def lock(self) -> None:
        """Nothing can be changed; what can be read stays within reach of the keyboard and of a screen reader."""
        raise NotImplementedError

    def fill(self, *widgets: QWidget, across: bool = True) -> QBoxLayout:
        """Put `widgets` side by side, or one below the other; the first gets what room there is."""
        layout = QHBoxLayout(self) if across else QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for place, widget in enumerate(widgets):
            layout.addWidget(widget, 1 if place == 0 and across else 0)
        return layout
