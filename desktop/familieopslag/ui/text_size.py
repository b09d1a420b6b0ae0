"""The size of every text of the program."""

from PySide6.QtWidgets import QApplication

_SMALLEST, _LARGEST, _STEP = 80, 200, 10
_NORMAL = 100


class TextSize:
    """In per cent of what the desktop gives."""

    def __init__(self) -> None:
        self._percent = _NORMAL
        self._base_size = QApplication.font().pointSizeF()

    @property
    def percent(self) -> int:
        """The size in force."""
        return self._percent

    def larger(self) -> None:
        """A step up, as far as it goes."""
        self.set(self._percent + _STEP)

    def smaller(self) -> None:
        """A step down, as far as it goes."""
        self.set(self._percent - _STEP)

    def normal(self) -> None:
        """As the desktop has it."""
        self.set(_NORMAL)

    def set(self, percent: int) -> None:
        """Take a size, or the nearest that there is."""
        self._percent = max(_SMALLEST, min(_LARGEST, percent))
        font = QApplication.font()
        font.setPointSizeF(self._base_size * self._percent / _NORMAL)
        QApplication.setFont(font)
