"""A few words to choose from, all of them in sight."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QButtonGroup, QWidget

from familieopslag.ui.flow import FlowLayout
from familieopslag.ui.settings.editor import Editor
from familieopslag.ui.settings.lockable import LockableRadioButton

_GAP = 18


class ChoiceEditor(Editor):
    """One of a few words, all of them in sight."""

    def __init__(self, words: dict[str, str]) -> None:
        """`words`: what each choice is called, translated."""
        super().__init__()
        self._buttons = {option: LockableRadioButton(word) for option, word in words.items()}
        self._group = QButtonGroup(self)
        for button in self._buttons.values():
            self._group.addButton(button)
        self._group.buttonToggled.connect(self._on_toggled)
        layout = FlowLayout(_GAP, self)
        for button in self._buttons.values():
            layout.addWidget(button)

    @property
    def text(self) -> str:
        """See Editor; "" while nothing is chosen."""
        return next((option for option, button in self._buttons.items() if button.isChecked()), "")

    def show_text(self, text: str) -> None:
        """See Editor."""
        with QSignalBlocker(self._group):
            if text in self._buttons:
                self._buttons[text].setChecked(True)

    def controls(self) -> tuple[QWidget, ...]:
        """See Editor; the chosen one first, which is where Tab goes."""
        return tuple(sorted(self._buttons.values(), key=lambda button: not button.isChecked()))

    def name(self, title: str, description: str) -> None:
        """See Editor."""
        for button in self._buttons.values():
            button.setAccessibleName(f"{title}: {button.text()}")
            button.setAccessibleDescription(description)

    def lock(self) -> None:
        """See Editor."""
        self._group.setExclusive(False)
        for button in self._buttons.values():
            button.lock()

    def _on_toggled(self, _button: object, checked: bool) -> None:  # noqa: FBT001 - Qt's signal
        if checked:
            self.edited.emit(self.text)
