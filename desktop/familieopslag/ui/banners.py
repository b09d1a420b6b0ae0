"""Lines across the window: protection first, then status."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from familieopslag.presentation.view_models import BannerView, Tone
from familieopslag.ui import theme
from familieopslag.ui.announcement import announce
from familieopslag.ui.flow import FlowLayout
from familieopslag.ui.hatching import hatch
from familieopslag.ui.labels import plain_label
from familieopslag.ui.sign import Sign

_RADIUS = 6.0
_HATCH_STEP = 26
_HATCH_WIDTH = 12
_SIGN_SCALE = 1.2
_SHOWN = 3
"""More than these would push the person off the screen (screens.md §2.3)."""


class Banner(QFrame):
    """One line. A protection banner is hatched, so that it is told from others without its colour."""

    action_chosen = Signal()

    def __init__(self, view: BannerView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        text, ground = theme.tone_colours(view.tone)
        self._ground = QColor(ground)
        self._hatched = view.tone is Tone.PROTECTED
        self.button: QPushButton | None = None
        self.setAccessibleName(_words(view))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 9, 10, 9)
        layout.addWidget(Sign(view.icon, text, _SIGN_SCALE))
        flow = FlowLayout(gap=8)
        title = plain_label(view.title)
        font = title.font()
        font.setBold(True)
        title.setFont(font)
        for label in (title, plain_label(view.text)):
            palette = label.palette()
            palette.setColor(QPalette.ColorRole.WindowText, QColor(text))
            label.setPalette(palette)
            flow.addWidget(label)
            if not label.text():
                label.hide()
        if view.action is not None:
            button = QPushButton(view.action_label)
            button.setAccessibleName(view.action_label)
            button.clicked.connect(self.action_chosen)
            flow.add_right(button)
            self.button = button
        layout.addLayout(flow, 1)

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
            hatch(painter, self.rect(), self._ground.darker(118), step=_HATCH_STEP, width=_HATCH_WIDTH)


class BannerStack(QWidget):
    """The banners of a result, in the order in which the view gives them: the first three, and the rest on demand."""

    action_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._banners: dict[BannerView, Banner] = {}
        self._more = QPushButton()
        self._more.setObjectName("link")
        self._more.setCheckable(True)
        self._more.toggled.connect(self._on_more_toggled)
        self._layout = QVBoxLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._layout)
        layout.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._fold()

    def show_banners(self, banners: Iterable[BannerView]) -> None:
        """Show these instead of those before. Banners that already stand there stay, and so does the focus."""
        shown = tuple(dict.fromkeys(banners))
        if shown == tuple(self._banners):
            return
        for view in set(self._banners) - set(shown):
            self._remove(view)
        self._banners = {view: self._banners.get(view) or self._new(view) for view in shown}
        for place, banner in enumerate(self._banners.values()):
            self._layout.insertWidget(place, banner)
        self._fold()

    def stops(self) -> list[QWidget]:
        """What the keyboard stops at, from the top."""
        buttons = (banner.button for banner in self._banners.values())
        return [*(button for button in buttons if button is not None), self._more]

    def spoken(self, banners: Sequence[BannerView]) -> str:
        """What a screen reader is to say of `banners`: the words of those that can be seen, and how many more."""
        more = len(banners) - _SHOWN
        words = [_words(view) for view in banners[:_SHOWN]]
        if more > 0:
            words.append(self.tr("{count} flere meddelelser").format(count=more))
        return _sentences(words)

    def clear(self) -> None:
        """Take every banner away, and fold."""
        for view in tuple(self._banners):
            self._remove(view)
        self._more.setChecked(False)
        self._fold()

    def _new(self, view: BannerView) -> Banner:
        banner = Banner(view)
        banner.action_chosen.connect(self.action_chosen)
        return banner

    def _remove(self, view: BannerView) -> None:
        banner = self._banners.pop(view)
        banner.setParent(None)
        banner.deleteLater()

    @Slot(bool)
    def _on_more_toggled(self, shown: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._fold()
        if shown:
            announce(self, _sentences(map(_words, tuple(self._banners)[_SHOWN:])))

    def _fold(self) -> None:
        is_open = self._more.isChecked()
        for place, banner in enumerate(self._banners.values()):
            banner.setVisible(is_open or place < _SHOWN)
        more = max(0, len(self._banners) - _SHOWN)
        shown, said = self.tr("{count} flere"), self.tr("{count} flere meddelelser, foldet")
        if is_open:
            shown, said = self.tr("Vis færre"), self.tr("Vis færre meddelelser")
        self._more.setText(f"{'▾' if is_open else '▸'} {shown.format(count=more)}")
        self._more.setAccessibleName(said.format(count=more))
        self._more.setVisible(more > 0)
        self.setVisible(bool(self._banners))


def _words(view: BannerView) -> str:
    return f"{view.title} {view.text}".strip()


def _sentences(words: Iterable[str]) -> str:
    return " ".join(part if part.endswith(".") else f"{part}." for part in words)
