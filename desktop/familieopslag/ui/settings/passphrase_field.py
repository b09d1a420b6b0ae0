"""Where a passphrase is typed: not shown, not learned by anybody, and gone as soon as it has been taken."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit


class PassphraseField(QLineEdit):
    """Return says that it is whole; it is no answer to the dialog around it."""

    entered = Signal()

    def __init__(self, name: str) -> None:
        """`name`: for a screen reader."""
        super().__init__()
        self.setAccessibleName(name)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        hints = Qt.InputMethodHint
        self.setInputMethodHints(hints.ImhSensitiveData | hints.ImhNoPredictiveText | hints.ImhHiddenText)
        self.setDragEnabled(False)

    def take(self) -> str:
        """What was typed, which is then here no more; setText, unlike clear, leaves nothing to be undone."""
        text = self.text()
        self.setText("")
        return text

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See the class."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
            self.entered.emit()
            return
        super().keyPressEvent(event)
