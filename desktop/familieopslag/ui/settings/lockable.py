"""Check boxes and radio buttons that can be locked.

A button that is disabled is passed over by the keyboard and by screen readers, so that whoever relies on them never
learns what is set, nor by whom. One that is locked keeps both, and stays as it is.
"""

from typing import TYPE_CHECKING

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QWidget

from familieopslag.ui import theme

if TYPE_CHECKING:
    _Button = QAbstractButton
else:
    _Button = object  # a Python class takes its C++ base once, from the kind of button


class _Lockable(_Button):
    """What both kinds of button have to do."""

    _kept: bool | None = None

    def lock(self) -> None:
        """Let nobody turn it from now on."""
        self._kept = self.isChecked()
        _look_locked(self)

    def nextCheckState(self) -> None:  # noqa: N802 - Qt's name
        """A key or a click."""
        if self._kept is None:
            super().nextCheckState()

    def checkStateSet(self) -> None:  # noqa: N802 - Qt's name
        """Anything else, such as a screen reader."""
        super().checkStateSet()
        if self._kept is not None and self.isChecked() is not self._kept:
            self.setChecked(self._kept)


class LockableCheckBox(_Lockable, QCheckBox):
    """A check box until it is locked; then it shows what is set."""


class LockableRadioButton(_Lockable, QRadioButton):
    """The same for one of several. A group that it is locked in must be exclusive no more: it would turn the others."""

    def lock(self) -> None:
        """See _Lockable."""
        self.setAutoExclusive(False)
        super().lock()


def show_locked_ground(widget: QWidget) -> None:
    """Give the ground that a locked line has to what the style sheet does not reach; in high contrast, none does."""
    if theme.has_own_controls():
        palette = widget.palette()
        palette.setColor(QPalette.ColorRole.Base, palette.color(QPalette.ColorRole.AlternateBase))
        widget.setPalette(palette)


def _look_locked(button: QAbstractButton) -> None:
    """As one that is disabled does; in high contrast the words beside it have to do."""
    show_locked_ground(button)
    if theme.has_own_controls():
        palette = button.palette()
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText):
            palette.setColor(role, palette.color(QPalette.ColorGroup.Disabled, role))
        button.setPalette(palette)
