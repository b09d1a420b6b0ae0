"""Buttons of a dialog."""

from PySide6.QtWidgets import QPushButton


def dialog_button(words: str) -> QPushButton:
    """A button that Return presses only when it has the keyboard, or is the default."""
    button = QPushButton(words)
    button.setAccessibleName(words)
    button.setAutoDefault(False)
    return button
