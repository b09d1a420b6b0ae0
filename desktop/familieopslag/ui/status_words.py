"""The words of the status bar: one line, and as many more as they need in a narrow window or large text."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel

_MARGINS = (12, 4, 12, 5)
"""Left, top, right and bottom: in line with the page above."""


class StatusWords(QLabel):
    """Takes the height of its text in the width it has; a plain label would guess a width, and the bar would jump."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setWordWrap(True)
        self.setContentsMargins(*_MARGINS)

    def sizeHint(self) -> QSize:
        """The size it has, in height what the words need: the bar takes the height that this width asks for."""
        return QSize(self.width(), self.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may need another height."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
