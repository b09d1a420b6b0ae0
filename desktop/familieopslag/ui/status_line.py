"""The line at the bottom: on the left what has just happened, on the right what holds all the time."""

from enum import IntEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStatusBar

from familieopslag.ui.status_words import StatusWords

_BETWEEN = " · "


class Fact(IntEnum):
    """What stands on the right, in this order."""

    USER = 0
    CERTIFICATE = 1
    CLEARING = 2


class StatusLine:
    """Fills a status bar."""

    def __init__(self, bar: QStatusBar) -> None:
        bar.setSizeGripEnabled(False)
        self._message = StatusWords()
        self._facts = StatusWords()
        self._facts.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._told: dict[Fact, str] = {}
        bar.addWidget(self._message, 1)
        bar.addPermanentWidget(self._facts, 1)

    @property
    def message(self) -> str:
        """What the left side says."""
        return self._message.text()

    def say(self, text: str) -> None:
        """What has just happened; never about a person."""
        self._message.setText(text)

    def tell(self, fact: Fact, text: str) -> None:
        """What holds from now on; "" takes it away."""
        self._told[fact] = text
        self._facts.setText(
            _BETWEEN.join(self._told[known] for known in sorted(self._told) if self._told[known])
        )
