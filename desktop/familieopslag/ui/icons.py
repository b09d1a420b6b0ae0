"""Small signs, painted: sharp at every size and scale, in the colour of the text that they stand beside.

Every sign stands next to a word that says the same.
"""

import math
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap, QPixmapCache, QPolygonF

_GRID = 16.0
_SCALE = 3
"""Pixels per point painted, so that a sign stays sharp on a dense screen."""


def _polygon(*points: tuple[float, float]) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
    path.closeSubpath()
    return path


def _shield() -> QPainterPath:
    path = QPainterPath(QPointF(8, 1))
    path.lineTo(14, 3)
    path.cubicTo(14, 9, 12, 13, 8, 15)
    path.cubicTo(4, 13, 2, 9, 2, 3)
    path.closeSubpath()
    return path


def _warning() -> QPainterPath:
    sign = _polygon((8, 1.5), (15, 14.5), (1, 14.5))
    mark = QPainterPath()
    mark.addRect(QRectF(7.2, 6, 1.6, 4.5))
    mark.addRect(QRectF(7.2, 11.6, 1.6, 1.6))
    return sign.subtracted(mark)


def _dot() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(8, 8), 4.5, 4.5)
    return path


def _disc_with(mark: QPainterPath) -> QPainterPath:
    disc = QPainterPath()
    disc.addEllipse(QPointF(8, 8), 7, 7)
    return disc.subtracted(mark)


def _info() -> QPainterPath:
    mark = QPainterPath()
    mark.addRect(QRectF(7, 7, 2, 5.5))
    mark.addRect(QRectF(7, 3.5, 2, 2))
    return _disc_with(mark)


def _question() -> QPainterPath:
    hook = QPainterPath(QPointF(5.2, 6))
    hook.cubicTo(5.2, 2.6, 10.8, 2.6, 10.8, 6)
    hook.cubicTo(10.8, 8, 8, 8, 8, 10)
    pen = QPen(Qt.GlobalColor.black, 1.7)
    stroke = _stroked(hook, pen)
    dot = QPainterPath()
    dot.addEllipse(QPointF(8, 12.3), 1, 1)
    return _disc_with(stroke.united(dot))


def _stroked(path: QPainterPath, pen: QPen) -> QPainterPath:
    from PySide6.QtGui import QPainterPathStroker

    return QPainterPathStroker(pen).createStroke(path)


def _cross() -> QPainterPath:
    path = QPainterPath()
    path.addRect(QRectF(7, 1, 2, 14))
    path.addRect(QRectF(4, 4, 8, 2))
    return path.simplified()


def _plane() -> QPainterPath:
    return _polygon((15, 2), (10, 15), (7.5, 10), (1, 7))


def _link() -> QPainterPath:
    there = _polygon((1, 4), (10, 4), (10, 1.5), (15, 5), (10, 8.5), (10, 6), (1, 6))
    back = _polygon((15, 10), (6, 10), (6, 7.5), (1, 11), (6, 14.5), (6, 12), (15, 12))
    return there.united(back)


def _house() -> QPainterPath:
    return _polygon((8, 2), (15, 8), (13, 8), (13, 14), (3, 14), (3, 8), (1, 8))


def _cancelled() -> QPainterPath:
    ring = QPainterPath()
    ring.addEllipse(QPointF(8, 8), 7, 7)
    hole = QPainterPath()
    hole.addEllipse(QPointF(8, 8), 5, 5)
    reach = 5.5 / math.sqrt(2)
    bar = QPainterPath(QPointF(8 - reach, 8 + reach))
    bar.lineTo(8 + reach, 8 - reach)
    return ring.subtracted(hole).united(_stroked(bar, QPen(Qt.GlobalColor.black, 2)))


def _lock() -> QPainterPath:
    bow = QPainterPath(QPointF(4.6, 8))
    bow.lineTo(4.6, 5)
    bow.cubicTo(4.6, 0.9, 11.4, 0.9, 11.4, 5)
    bow.lineTo(11.4, 8)
    body = QPainterPath()
    body.addRoundedRect(QRectF(2.5, 7, 11, 8), 1.5, 1.5)
    return body.united(_stroked(bow, QPen(Qt.GlobalColor.black, 1.8)))


def _telephone() -> QPainterPath:
    """A receiver: two ends and the bow between them."""
    bow = QPainterPath(QPointF(3.6, 4.4))
    bow.cubicTo(4.4, 8.6, 7.4, 11.6, 11.6, 12.4)
    receiver = _stroked(bow, QPen(Qt.GlobalColor.black, 2.6))
    for corner in (QRectF(1.6, 1.6, 4.6, 4.6), QRectF(9.8, 9.8, 4.6, 4.6)):
        end = QPainterPath()
        end.addRoundedRect(corner, 1.3, 1.3)
        receiver = receiver.united(end)
    return receiver


def _mark(*points: tuple[float, float]) -> QPainterPath:
    """A stroke from point to point in a disc."""
    line = QPainterPath(QPointF(*points[0]))
    for point in points[1:]:
        line.lineTo(*point)
    return _stroked(line, QPen(Qt.GlobalColor.black, 2))


def _done() -> QPainterPath:
    return _disc_with(_mark((4.2, 8.2), (7, 11), (11.8, 5.4)))


def _failed() -> QPainterPath:
    return _disc_with(_mark((5.2, 5.2), (10.8, 10.8)).united(_mark((10.8, 5.2), (5.2, 10.8))))


def _left_out() -> QPainterPath:
    path = QPainterPath()
    path.addRect(QRectF(3, 7, 10, 2))
    return path


def _back() -> QPainterPath:
    return _polygon((12, 2), (4, 8), (12, 14))


def _forward() -> QPainterPath:
    return _polygon((4, 2), (12, 8), (4, 14))


def _down() -> QPainterPath:
    return _polygon((2, 4), (14, 4), (8, 12))


_SIGNS: dict[str, Callable[[], QPainterPath]] = {
    "shield": _shield,
    "warning": _warning,
    "active": _dot,
    "info": _info,
    "question": _question,
    "cross": _cross,
    "plane": _plane,
    "link": _link,
    "house": _house,
    "cancelled": _cancelled,
    "lock": _lock,
    "telephone": _telephone,
    "done": _done,
    "failed": _failed,
    "left_out": _left_out,
    "back": _back,
    "forward": _forward,
    "down": _down,
}


def pixmap(name: str, colour: str, size: int) -> QPixmap:
    """The sign `name`, `size` points wide. A name that nobody knows gives the question mark.

    Painted once: Qt keeps what a label makes of each pixmap for this screen, and new ones would fill its cache.
    """
    key = f"sign {name} {colour} {size}"
    known = QPixmap()
    if QPixmapCache.find(key, known):
        return known
    image = QPixmap(size * _SCALE, size * _SCALE)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw(painter, name, QColor(colour), QRectF(image.rect()))
    painter.end()
    image.setDevicePixelRatio(_SCALE)
    QPixmapCache.insert(key, image)
    return image


def draw(painter: QPainter, name: str, colour: QColor, place: QRectF) -> None:
    """Paint the sign `name` into the square `place`."""
    painter.save()
    painter.translate(place.topLeft())
    painter.scale(place.width() / _GRID, place.height() / _GRID)
    painter.fillPath(_SIGNS.get(name, _question)(), colour)
    painter.restore()


def icon(name: str, colour: str, size: int) -> QIcon:
    """The sign as an icon."""
    return QIcon(pixmap(name, colour, size))
