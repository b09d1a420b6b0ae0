"""The switch in a title line between two views of the same: "Tabel | Stamtræ"."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from familieopslag.ui.labels import plain_label


class ViewSwitch(QWidget):
    """Two words, of which the one that is shown is pressed. Tab reaches that one, the arrows change it."""

    switched = Signal(bool)
    """Whether the second view is shown now."""

    def __init__(self, first: str, second: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        group = QButtonGroup(self)
        self._buttons = QPushButton(first), QPushButton(second)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for button in self._buttons:
            button.setObjectName("switch")
            button.setCheckable(True)
            button.setAccessibleName(button.text())
            group.addButton(button)
            layout.addWidget(button)
        layout.insertWidget(1, plain_label("|", name="secondary"))
        self._buttons[1].toggled.connect(self._on_toggled)
        self._buttons[0].setChecked(True)
        self._take_tab()

    @property
    def is_second(self) -> bool:
        """Whether the second view is shown."""
        return self._buttons[1].isChecked()

    @Slot()
    def turn(self) -> None:
        """Show the other view."""
        self._buttons[not self.is_second].setChecked(True)

    def enter(self) -> None:
        """Put the keyboard on the word of the view that is shown."""
        self._buttons[self.is_second].setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot(bool)
    def _on_toggled(self, is_second: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._take_tab()
        self.switched.emit(is_second)

    def _take_tab(self) -> None:
        # Qt sees to it only while the keyboard is on one of them.
        for button, is_shown in zip(self._buttons, (not self.is_second, self.is_second), strict=True):
            policy = Qt.FocusPolicy.StrongFocus if is_shown else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)
