"""The field for a case number (sagsnummer), judged while it is typed."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from familieopslag.domain.errand import InvalidCaseNumberError, read_case_number
from familieopslag.presentation.errand import case_number_text
from familieopslag.ui.translation import translate

_CHARACTERS = 14


class CaseNumberField(QLineEdit):
    """Takes any text, and says of what cannot be used why: a personnummer must not get into a log."""

    judged = Signal(str)
    """Why the text cannot be used, or "": each time that it has been changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Sagsnummer"))
        # Nobody but this program needs to learn what is typed here by mistake.
        self.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)
        self.setDragEnabled(False)
        self.textChanged.connect(self._on_text_changed)
        self._fit()

    @property
    def number(self) -> str | None:
        """The case number, "" when there is none; None when the text cannot be used."""
        try:
            return read_case_number(self.text())
        except InvalidCaseNumberError:
            return None

    @property
    def problem(self) -> str:
        """Why the text cannot be used, or ""."""
        try:
            read_case_number(self.text())
        except InvalidCaseNumberError as problem:
            return case_number_text(problem.fault, translate)
        return ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A held Return is one Return: it may look somebody up, and every lookup is logged."""
        if event.isAutoRepeat() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """The width follows the size of the text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    @Slot()
    def _on_text_changed(self) -> None:
        problem = self.problem
        self.setAccessibleDescription(problem)
        self.judged.emit(problem)

    def _fit(self) -> None:
        width = self.fontMetrics().averageCharWidth() * _CHARACTERS
        self.setMinimumWidth(width)
        self.setMaximumWidth(width * 2)
