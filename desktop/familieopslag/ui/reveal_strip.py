"""How long hidden data is still shown; it stays in sight while the page scrolls."""

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from familieopslag.presentation.reveal import time_left_text
from familieopslag.ui import theme
from familieopslag.ui.hatching import hatch
from familieopslag.ui.labels import plain_label
from familieopslag.ui.sign import Sign
from familieopslag.ui.translation import translate

_SIGN_SCALE = 1.2
_EDGE = 6
_STEP = 12
_LINE = 5


class RevealStrip(QFrame):
    """A line with a hatched edge, and the two things to do about it. It holds nothing of what is revealed."""

    hide_requested = Signal()
    extend_requested = Signal()

    def __init__(self, seconds: int, parent: QWidget | None = None) -> None:
        """`seconds`: how many more each extension gives."""
        super().__init__(parent)
        self.setObjectName("revealStrip")
        sign = Sign("shield", theme.colours().text, _SIGN_SCALE)
        self._time = plain_label()
        font = self._time.font()
        font.setBold(True)
        self._time.setFont(font)
        self._time.setWordWrap(False)
        self._whose = plain_label()
        hide = QPushButton(self.tr("Skjul nu (Esc)"))
        hide.clicked.connect(self.hide_requested)
        extend = QPushButton(self.tr("+{seconds} sek.").format(seconds=seconds))
        extend.setAccessibleName(self.tr("Vis {seconds} sekunder længere").format(seconds=seconds))
        extend.setToolTip(self.tr("Ctrl+Skift+B. Forlængelsen logges."))
        extend.clicked.connect(self.extend_requested)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 7, 14, 7 + _EDGE)
        layout.addWidget(sign)
        layout.addWidget(self._time)
        layout.addWidget(self._whose, 1)
        self.buttons = (hide, extend)
        for button in self.buttons:
            layout.addWidget(button)
        self.hide()

    def show_reveal(self, *, is_relative: bool) -> None:
        """Something is revealed, of the person looked up or of somebody in the family."""
        self._whose.setText(
            self.tr("Beskyttede oplysninger om en person i familien.")
            if is_relative
            else self.tr("Beskyttede oplysninger om personen.")
        )
        self.show()

    def show_time(self, seconds: int) -> None:
        """So many seconds are left."""
        self._time.setText(time_left_text(seconds, translate))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The hatched edge, which is told without its colour."""
        super().paintEvent(event)
        colours = theme.colours()
        edge = QRect(0, self.height() - _EDGE, self.width(), _EDGE)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(edge)
        painter.fillRect(edge, QColor(colours.hidden_ground))
        hatch(painter, edge, QColor(colours.hidden_edge), step=_STEP, width=_LINE)
        painter.end()
