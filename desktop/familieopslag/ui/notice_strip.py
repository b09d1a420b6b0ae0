"""A line above the page that stays until it is closed."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from familieopslag.presentation.view_models import Tone
from familieopslag.ui import theme
from familieopslag.ui.labels import ValueLabel, value_label
from familieopslag.ui.sign import Sign

_SIGN_SCALE = 1.2


class NoticeStrip(QFrame):
    """What is said stands in bold; lines of less weight may be added below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message")
        text, _ground = theme.tone_colours(Tone.WARNING)
        sign = Sign("warning", text, _SIGN_SCALE)
        self._colour = QColor(text)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        self._words = self.add_line()
        font = self._words.font()
        font.setBold(True)
        self._words.setFont(font)
        close = QPushButton(self.tr("Luk"))
        close.setAccessibleName(self.tr("Luk meddelelsen"))
        close.clicked.connect(self.clear)
        self.close_button = close
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 8, 14, 8)
        layout.addWidget(sign)
        layout.addLayout(self._lines, 1)
        layout.addWidget(close)
        self.hide()

    def add_line(self) -> ValueLabel:
        """A further line."""
        label = value_label("", "")
        palette = label.palette()
        palette.setColor(QPalette.ColorRole.WindowText, self._colour)
        label.setPalette(palette)
        self._lines.addWidget(label)
        return label

    def say(self, text: str) -> None:
        """Show `text`."""
        put(self._words, text)
        self.show()

    @Slot()
    def clear(self) -> None:
        """Forget what was said."""
        self.hide()
        for label in self.findChildren(ValueLabel):
            put(label, "")


def put(label: ValueLabel, text: str) -> None:
    """Let a line say `text`, to a screen reader as well."""
    label.setText(text)
    label.setAccessibleName(text)
