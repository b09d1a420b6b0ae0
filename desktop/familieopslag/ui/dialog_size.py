"""How large a dialog has to be."""

from PySide6.QtWidgets import QDialog, QLayout, QWidget


def grow_to_fit(dialog: QDialog, lines: QLayout) -> None:
    """As tall as everything in `lines`, the dialog's own layout, needs in its style. It never gets smaller.

    Qt's own idea of a dialog's size does not know how tall a text is that wraps.
    """
    for widget in dialog.findChildren(QWidget):
        widget.ensurePolished()
    lines.activate()
    width = max(dialog.width(), lines.totalMinimumSize().width())
    dialog.resize(width, max(dialog.height(), lines.totalHeightForWidth(width)))
