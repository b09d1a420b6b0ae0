"""The size of every text of the program."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication

_SMALLEST, _LARGEST, _STEP = 80, 200, 10
_NORMAL = 100


class TextSize(QObject):
    """In per cent of what the desktop gives. `changed`: by somebody at the keyboard."""

    changed = Signal(int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._percent = _NORMAL
        self._base_size = QApplication.font().pointSizeF()

    @property
    def percent(self) -> int:
        """What it is now."""
        return self._percent

    def commands(self) -> dict[str, Callable[[], None]]:
        """What it carries out of ui.hotkeys."""
        return {
            "larger": self._on_larger,
            "smaller": self._on_smaller,
            "normal_size": self._on_normal_size,
        }

    def set(self, percent: int) -> None:
        """Take a size, or the nearest that there is."""
        chosen = max(_SMALLEST, min(_LARGEST, percent))
        if chosen == self._percent:
            return
        self._percent = chosen
        font = QApplication.font()
        font.setPointSizeF(self._base_size * self._percent / _NORMAL)
        QApplication.setFont(font)

    @Slot()
    def _on_larger(self) -> None:
        self._change(self._percent + _STEP)

    @Slot()
    def _on_smaller(self) -> None:
        self._change(self._percent - _STEP)

    @Slot()
    def _on_normal_size(self) -> None:
        self._change(_NORMAL)

    def _change(self, percent: int) -> None:
        self.set(percent)
        self.changed.emit(self._percent)
