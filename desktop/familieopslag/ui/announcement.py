"""Words for a screen reader about what has just changed on the screen."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str) -> None:
    """Have `text` said; `widget` is where it happened."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
