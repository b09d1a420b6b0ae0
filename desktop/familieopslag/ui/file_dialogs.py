"""What Qt's file dialogs leave behind."""

from PySide6.QtCore import QSettings


def forget_folders() -> None:
    """Qt keeps the folders that were visited in a file of its own, and a folder may be named after somebody."""
    settings = QSettings(QSettings.Scope.UserScope, "QtProject")
    for key in ("history", "lastVisited"):
        settings.remove(f"FileDialog/{key}")
