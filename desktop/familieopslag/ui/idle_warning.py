"""The line that says that all will be cleared soon, and how to keep it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from familieopslag.presentation.view_models import Tone
from familieopslag.ui import icons, theme
from familieopslag.ui.labels import plain_label

_SIGN_SIZE = 18


class IdleWarning(QFrame):
    """Stays in sight above the page while there is something to answer."""

    answered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        text, ground = theme.tone_colours(Tone.WARNING)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(ground))
        palette.setColor(QPalette.ColorRole.WindowText, QColor(text))
        self.setPalette(palette)
        self.setAutoFillBackground(True)
        sign = QLabel()
        sign.setPixmap(icons.pixmap("warning", text, _SIGN_SIZE))
        self._words = plain_label()
        self._words.setPalette(palette)
        button = QPushButton(self.tr("Fortsæt"))
        button.setAccessibleName(button.text())
        button.clicked.connect(self.answered)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 8, 14, 8)
        layout.addWidget(sign)
        layout.addWidget(self._words, 1)
        layout.addWidget(button)
        self.hide()

    def show_seconds(self, seconds: int) -> str:
        """Say how long there is left; what was said."""
        words = self.tr("Oplysningerne ryddes om {seconds} sekunder. Tryk en tast for at fortsætte.").format(
            seconds=seconds
        )
        self._words.setText(words)
        self.setAccessibleName(words)
        self.show()
        return words
