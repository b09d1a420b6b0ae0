"""A small sign beside words, as large as they are."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel

from familieopslag.ui import icons


class Sign(QLabel):
    """A sign of ui.icons that follows the size of the text. `scale`: its height in heights of the font."""

    def __init__(self, name: str, colour: str, scale: float = 0.85) -> None:
        self._painted: tuple[str, str, float] | None = None
        super().__init__()
        self._painted = (name, colour, scale)
        self._paint()

    def show_sign(self, name: str, colour: str) -> None:
        """Show another sign in its place."""
        if self._painted is not None:
            self._painted = (name, colour, self._painted[2])
            self._paint()

    def changeEvent(self, event: QEvent) -> None:
        """Paint again in the new size."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._paint()

    def _paint(self) -> None:
        # Qt may tell of a font before the object is made whole.
        if self._painted is not None:
            name, colour, scale = self._painted
            self.setPixmap(icons.pixmap(name, colour, round(self.fontMetrics().height() * scale)))
