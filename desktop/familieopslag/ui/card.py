"""A card: a titled frame that a panel fills."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from familieopslag.ui.labels import VALUE_MARGIN, plain_label

_LEFT = 16
"""Where the words of a card begin, title and body."""


class Card(QFrame):
    """A framed panel with a title line (where further widgets can stand) and a body."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setAccessibleName(title)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        header = QFrame()
        header.setObjectName("cardHeader")
        self.header = QHBoxLayout(header)
        self.header.setContentsMargins(_LEFT, 4, 12, 4)
        self._title = plain_label(title)
        font = self._title.font()
        font.setBold(True)
        self._title.setFont(font)
        self.header.addWidget(self._title, 1)
        outer.addWidget(header)
        body = QWidget()
        self.body = QVBoxLayout(body)
        self.body.setContentsMargins(_LEFT - VALUE_MARGIN, 10, 16, 12)
        outer.addWidget(body)
        outer.addStretch(1)

    def set_title(self, title: str) -> None:
        """Change the words in the title line."""
        self._title.setText(title)
        self.setAccessibleName(title)
