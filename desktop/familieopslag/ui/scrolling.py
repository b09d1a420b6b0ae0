"""The page is what scrolls, not the widgets on it."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QScrollArea, QWidget


def reveal(widget: QWidget, part: QRect) -> None:
    """Scroll the page that `widget` is on so far that `part` of it can be seen. The place across stays as it is."""
    area = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    page = area.widget() if area is not None else None
    if area is None or page is None or part.isEmpty():
        return
    middle = widget.mapTo(page, part.center())
    area.ensureVisible(area.horizontalScrollBar().value(), middle.y(), 0, part.height())
