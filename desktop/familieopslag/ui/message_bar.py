"""A fault that leaves the person on the screen: something that was wanted has not been done, and why."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from familieopslag.presentation.view_models import FailureView, Tone
from familieopslag.ui import theme
from familieopslag.ui.labels import value_label
from familieopslag.ui.sign import Sign

_SIGN_SCALE = 1.2


class MessageBar(QFrame):
    """One line of what happened and what to do, and the id to quote below it. It stays until it is closed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message")
        text, _ground = theme.tone_colours(Tone.WARNING)
        sign = Sign("warning", text, _SIGN_SCALE)
        self._words = value_label("", "")
        self._id = value_label("", "")
        for label in (self._words, self._id):
            palette = label.palette()
            palette.setColor(QPalette.ColorRole.WindowText, QColor(text))
            label.setPalette(palette)
        font = self._words.font()
        font.setBold(True)
        self._words.setFont(font)
        close = QPushButton(self.tr("Luk"))
        close.setAccessibleName(self.tr("Luk meddelelsen"))
        close.clicked.connect(self.clear)
        self.close_button = close
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addWidget(self._words)
        lines.addWidget(self._id)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 8, 14, 8)
        layout.addWidget(sign)
        layout.addLayout(lines, 1)
        layout.addWidget(close)
        self.hide()

    def show_failure(self, view: FailureView) -> str:
        """Show `view`; the words to announce."""
        title = "" if view.title in view.text else f"{view.title}. "
        words = f"{title}{view.text} {view.action}".strip()
        fault_id = self.tr("Fejl-id")
        said = f"{view.code} · {fault_id} {view.correlation_id} · {view.time}"
        for label, text in ((self._words, words), (self._id, said)):
            label.setText(text)
            label.setAccessibleName(text)
        self.show()
        return words

    @Slot()
    def clear(self) -> None:
        """Forget the fault."""
        self.hide()
        for label in (self._words, self._id):
            label.setText("")
            label.setAccessibleName("")
