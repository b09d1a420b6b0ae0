"""What a widget gives away when it is asked to be copied: a view, which the exporter then decides on."""

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget

if TYPE_CHECKING:
    # Only for their names: the window is painted before the views' classes are needed.
    from familieopslag.presentation.view_models import CellView, FieldView

COPY_COMMANDS = ("copy_number", "copy_label", "copy_text")
"""Commands of ui.hotkeys that copy more than the widget in focus."""


@runtime_checkable
class CopyTarget(Protocol):
    """A widget that shows one thing that can be copied. It never copies by itself."""

    def copied(self) -> "FieldView | CellView | None":
        """What it shows; None when that is nothing to copy."""


def focused_target() -> "FieldView | CellView | None":
    """What is in focus, or None."""
    widget: object = QApplication.focusWidget()
    return widget.copied() if isinstance(widget, CopyTarget) else None


def add_commands(menu: QMenu, widget: QWidget, *names: str) -> None:
    """Put commands of the window around `widget` into `menu`, as far as that window has them."""
    for name in names:
        menu.addActions(widget.window().findChildren(QAction, name))


def pop_up(menu: QMenu, event: QContextMenuEvent) -> None:
    """Show `menu` where it was asked for; it goes when it has been used."""
    menu.aboutToHide.connect(menu.deleteLater)
    event.accept()
    if not menu.isEmpty():
        menu.popup(event.globalPos())
