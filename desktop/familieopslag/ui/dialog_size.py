"""How large a dialog has to be."""

from PySide6.QtWidgets import QDialog, QLayout, QWidget

_SCREEN_SHARE = 0.9


def fit_on_screen(dialog: QDialog, characters: int, lines: int) -> None:
    """So many characters of its text wide and so many lines tall, where the screen has room for it."""
    metrics, room = dialog.fontMetrics(), dialog.screen().availableGeometry()
    dialog.resize(
        min(metrics.averageCharWidth() * characters, round(room.width() * _SCREEN_SHARE)),
        min(metrics.lineSpacing() * lines, round(room.height() * _SCREEN_SHARE)),
    )


def grow_to_fit(dialog: QDialog, lines: QLayout) -> None:
    """As tall as everything in `lines`, the dialog's own layout, needs in its style. It never gets smaller.

    Qt's own idea of a dialog's size does not know how tall a text is that wraps.
    """
    for widget in dialog.findChildren(QWidget):
        widget.ensurePolished()
    lines.activate()
    width = max(dialog.width(), lines.totalMinimumSize().width())
    dialog.resize(width, max(dialog.height(), lines.totalHeightForWidth(width)))
