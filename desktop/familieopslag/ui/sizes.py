"""How large a dialog begins: by the size of its text, and never larger than the screen."""

from PySide6.QtWidgets import QDialog

_SCREEN_SHARE = 0.9


def fit_on_screen(dialog: QDialog, characters: int, lines: int) -> None:
    """So many characters wide and lines tall, where there is room for it."""
    metrics, room = dialog.fontMetrics(), dialog.screen().availableGeometry()
    dialog.resize(
        min(metrics.averageCharWidth() * characters, round(room.width() * _SCREEN_SHARE)),
        min(metrics.lineSpacing() * lines, round(room.height() * _SCREEN_SHARE)),
    )
