"""Layouts that go on below when there is no more room beside, so that large text stays inside the window."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLabel, QLayout, QLayoutItem, QWidget

_SLACK = 2
"""Points that a text gets beyond its measured width: measures are rounded."""
_COLUMN_CHARACTERS = 44
"""A column narrower than so many letters is harder to read than two that stand one below the other."""


class _ItemLayout(QLayout):
    """What every layout has to do for its items. A height depends on the width."""

    def __init__(self, gap: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(gap)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        """See QLayout."""
        self._items.append(item)

    def count(self) -> int:
        """See QLayout."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """See QLayout."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """See QLayout."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def let_go(self) -> None:
        """Delete every widget, before the one that they are in is deleted: each takes its item along.

        Qt's own layouts delete their items when they go. One that is written in Python hears of its end when its
        items cannot be reached any more, and they would stay for good.
        """
        for widget in [item.widget() for item in self._items]:
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt's name
        """None: what is left over belongs to others."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """See QLayout."""
        return True

    def heightForWidth(self, width: int) -> int:
        """See QLayout. Asked for many times while a page is laid out, so it is remembered."""
        if width not in self._heights:
            placed = self._places(QRect(0, 0, width, 0))
            self._heights[width] = max((place.bottom() + 1 for _, place in placed), default=0)
        return self._heights[width]

    def invalidate(self) -> None:
        """See QLayout."""
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        """See QLayout."""
        super().setGeometry(rect)
        for item, place in self._places(rect):
            item.setGeometry(place)

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as the widest item must be."""
        sizes = [item.minimumSize() for item in self._shown()]
        return QSize(max((s.width() for s in sizes), default=0), max((s.height() for s in sizes), default=0))

    def sizeHint(self) -> QSize:
        """Everything side by side."""
        items = self._shown()
        width = sum(map(_wanted, items)) + self.spacing() * max(0, len(items) - 1)
        return QSize(width, max((_height(item, _wanted(item)) for item in items), default=0))

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _places(self, rect: QRect) -> list[tuple[QLayoutItem, QRect]]:
        raise NotImplementedError


class FlowLayout(_ItemLayout):
    """Items one after the other like words, each as wide as it wants to be, and on the next line if it must.

    What was added with `add_right` stands at the right edge of its line. In more height than the lines need, they
    stand in the middle.
    """

    def __init__(self, gap: int = 6, parent: QWidget | None = None) -> None:
        super().__init__(gap, parent)
        self._right: set[QWidget] = set()

    def add_right(self, widget: QWidget) -> None:
        """Add `widget`, at the right edge."""
        self._right.add(widget)
        self.addWidget(widget)

    def _places(self, rect: QRect) -> list[tuple[QLayoutItem, QRect]]:
        placed: list[tuple[QLayoutItem, QRect]] = []
        lines = self._lines(rect.width())
        heights = [max(size.height() for _, size in line) for line in lines]
        needed = sum(heights) + self.spacing() * max(0, len(lines) - 1)
        top = rect.top() + max(0, rect.height() - needed) // 2
        for line, height in zip(lines, heights, strict=True):
            left, free = rect.left(), rect.width() - self._width_of(line)
            for item, size in line:
                if item.widget() in self._right:
                    left, free = left + free, 0
                place = QPoint(left, top + (height - size.height()) // 2)
                placed.append((item, QRect(place, size)))
                left += size.width() + self.spacing()
            top += height + self.spacing()
        return placed

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        for item in self._shown():
            wide = min(_wanted(item), width)
            size = QSize(wide, _height(item, wide))
            if lines and self._width_of([*lines[-1], (item, size)]) <= width:
                lines[-1].append((item, size))
            else:
                lines.append([(item, size)])
        return lines

    def _width_of(self, line: list[tuple[QLayoutItem, QSize]]) -> int:
        return sum(size.width() for _, size in line) + self.spacing() * (len(line) - 1)


class ColumnsLayout(_ItemLayout):
    """Items of one width and height beside each other; one below the other where the columns would be narrow."""

    def _places(self, rect: QRect) -> list[tuple[QLayoutItem, QRect]]:
        items = self._shown()
        wide = _in_columns(rect.width(), len(items), self.spacing())
        if not items or wide < self._narrowest():
            return self._below_each_other(items, rect)
        height = max(rect.height(), *(_height(item, wide) for item in items))
        step = wide + self.spacing()
        return [
            (item, QRect(rect.left() + place * step, rect.top(), wide, height))
            for place, item in enumerate(items)
        ]

    def _narrowest(self) -> int:
        parent = self.parentWidget()
        letters = parent.fontMetrics().averageCharWidth() * _COLUMN_CHARACTERS if parent is not None else 0
        return max(letters, self.minimumSize().width())

    def _below_each_other(self, items: list[QLayoutItem], rect: QRect) -> list[tuple[QLayoutItem, QRect]]:
        placed = []
        top = rect.top()
        for item in items:
            height = _height(item, rect.width())
            placed.append((item, QRect(rect.left(), top, rect.width(), height)))
            top += height + self.spacing()
        return placed


def _in_columns(width: int, count: int, gap: int) -> int:
    return (width - gap * (count - 1)) // count if count else 0


def _height(item: QLayoutItem, width: int) -> int:
    hint = item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
    return max(hint, item.minimumSize().height())


def _wanted(item: QLayoutItem) -> int:
    """How wide the item is in one line. A label that may wrap suggests a narrower one of several lines."""
    widget = item.widget()
    if not (isinstance(widget, QLabel) and widget.wordWrap()):
        return item.sizeHint().width()
    margins = widget.contentsMargins()
    lines = widget.text().split("\n")
    text = max(widget.fontMetrics().horizontalAdvance(line) for line in lines)
    return text + margins.left() + margins.right() + 2 * widget.margin() + _SLACK
