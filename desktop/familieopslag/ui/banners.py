"""Lines across the window: protection first, then status."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from familieopslag.presentation.view_models import BannerView, Tone
from familieopslag.ui import icons, theme
from familieopslag.ui.labels import plain_label

_RADIUS = 6.0
_HATCH_STEP = 26
_HATCH_WIDTH = 12


class Banner(QFrame):
    """One line. A protection banner is hatched, so that it is told from others without its colour."""

    action_chosen = Signal()

    def __init__(self, view: BannerView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        text, ground = theme.tone_colours(view.tone)
        self._ground = QColor(ground)
        self._hatched = view.tone is Tone.PROTECTED
        self.setAccessibleName(f"{view.title} {view.text}".strip())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 9, 10, 9)
        sign = QLabel()
        sign.setPixmap(icons.pixmap(view.icon, text, 18))
        layout.addWidget(sign)
        title = plain_label(view.title)
        font = title.font()
        font.setBold(True)
        title.setFont(font)
        words = plain_label(view.text)
        for label in (title, words):
            palette = label.palette()
            palette.setColor(QPalette.ColorRole.WindowText, QColor(text))
            label.setPalette(palette)
        title.setWordWrap(False)
        layout.addWidget(title)
        layout.addWidget(words, 1)
        if view.action is not None:
            button = QPushButton(view.action_label)
            button.setAccessibleName(view.action_label)
            button.clicked.connect(self.action_chosen)
            layout.addWidget(button)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground and, for protection, its hatching."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), _RADIUS, _RADIUS)
        painter.fillPath(shape, self._ground)
        if self._hatched:
            painter.setClipPath(shape)
            pen = painter.pen()
            pen.setColor(self._ground.darker(118))
            pen.setWidth(_HATCH_WIDTH)
            painter.setPen(pen)
            for x in range(-self.height(), self.width() + self.height(), _HATCH_STEP):
                painter.drawLine(x, self.height() + _HATCH_WIDTH, x + self.height(), -_HATCH_WIDTH)


class BannerStack(QWidget):
    """The banners of a result, in the order in which the view gives them."""

    action_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[BannerView, ...] = ()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.setSizePolicy(self.sizePolicy().horizontalPolicy(), self.sizePolicy().Policy.Maximum)

    def show_banners(self, banners: Iterable[BannerView]) -> None:
        """Show these instead of those before. Banners that already stand there stay, and so does the focus."""
        shown = tuple(banners)
        if shown != self._shown:
            self.clear()
            self._shown = shown
            self._add(shown)
        self.setVisible(bool(shown))

    def _add(self, banners: Iterable[BannerView]) -> None:
        for view in banners:
            banner = Banner(view)
            banner.action_chosen.connect(self.action_chosen)
            self._layout.addWidget(banner)

    def clear(self) -> None:
        """Take every banner away."""
        self._shown = ()
        while (item := self._layout.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
