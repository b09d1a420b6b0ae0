"""The switch in a title line between two views of the same: "Tabel | Stamtræ"."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from familieopslag.ui.labels import plain_label


class ViewSwitch(QWidget):
    """Two words, of which the one that is shown is pressed. Tab reaches the pair, the arrows change it."""

    switched = Signal(bool)
    """Whether the second view is shown now."""

    def __init__(self, first: str, second: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        self._first, self._second = self._button(first), self._button(second)
        self._first.setChecked(True)
        layout.addWidget(self._first)
        layout.addWidget(plain_label("|", name="secondary"))
        layout.addWidget(self._second)
        self._second.toggled.connect(self.switched)

    @property
    def is_second(self) -> bool:
        """Whether the second view is shown."""
        return self._second.isChecked()

    @Slot()
    def turn(self) -> None:
        """Show the other view."""
        (self._first if self.is_second else self._second).setChecked(True)

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName("switch")
        button.setCheckable(True)
        button.setAccessibleName(text)
        self._group.addButton(button)
        return button
