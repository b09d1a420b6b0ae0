"""The list of purposes, as text."""

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from familieopslag.ui.settings.editor import Editor

_LINES = 8


class PurposesEditor(Editor):
    """A line for each purpose. Tab leads on, as everywhere else."""

    def __init__(self) -> None:
        super().__init__()
        self._lines = QPlainTextEdit()
        self._lines.setTabChangesFocus(True)
        self._lines.setPlaceholderText("BORGERSERVICE = Borgerservice")
        self._lines.setMinimumHeight(self._lines.fontMetrics().lineSpacing() * _LINES)
        self._lines.textChanged.connect(self._on_text_changed)
        self.fill(self._lines)

    @property
    def text(self) -> str:
        """See Editor."""
        return self._lines.toPlainText()

    def show_text(self, text: str) -> None:
        """See Editor."""
        with QSignalBlocker(self._lines):
            self._lines.setPlainText(text)

    def controls(self) -> tuple[QWidget, ...]:
        """See Editor."""
        return (self._lines,)

    def lock(self) -> None:
        """See Editor."""
        self._lines.setReadOnly(True)

    @Slot()
    def _on_text_changed(self) -> None:
        self.edited.emit(self.text)
