"""Hatching: what is protected is told by a pattern, so that nobody needs its colour."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QWidget

from familieopslag.ui import theme

_BORDER = 5
_BORDER_STEP = 9
_BORDER_LINE = 4
_GAP = 5


def hatch(painter: QPainter, area: QRect, colour: QColor, *, step: int, width: int) -> None:
    """Slanting lines all over `area`; the painter's clip says where they may be."""
    painter.setPen(QPen(colour, width))
    for x in range(area.left() - area.height(), area.right() + area.height(), step):
        painter.drawLine(x, area.bottom() + width, x + area.height(), area.top() - width)


def hatch_border(painter: QPainter, area: QRect) -> None:
    """A hatched border just inside `area`: what stands in it is protected and shown for a while only."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ring = QPainterPath()
    ring.addRect(QRectF(area))
    inner = QPainterPath()
    inner.addRect(QRectF(area.adjusted(_BORDER, _BORDER, -_BORDER, -_BORDER)))
    colours = theme.colours()
    painter.setClipPath(ring.subtracted(inner), Qt.ClipOperation.IntersectClip)
    painter.fillRect(area, QColor(colours.hidden_ground))
    hatch(painter, area, QColor(colours.hidden_edge), step=_BORDER_STEP, width=_BORDER_LINE)
    painter.restore()


class HatchedFrame(QFrame):
    """A frame whose border is hatched while what it holds is revealed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_hatched = False

    @property
    def is_hatched(self) -> bool:
        """Whether the border is there."""
        return self._is_hatched

    def set_hatched(self, *, hatched: bool) -> None:
        """Put the border round the content, or take it away."""
        if hatched is not self._is_hatched:
            self._is_hatched = hatched
            margin = _BORDER + _GAP if hatched else 0
            self.setContentsMargins(margin, margin, margin, margin)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The border over the frame's own ground."""
        super().paintEvent(event)
        if self._is_hatched:
            painter = QPainter(self)
            hatch_border(painter, self.rect())
            painter.end()
