"""Where a file goes: Qt's dialog as every presenter wants it, and what it leaves behind."""

from PySide6.QtCore import QSettings, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget


def saving(parent: QWidget, title: str, kind: str, suffix: str, name: str) -> QFileDialog:
    """A dialog that asks where to save, not open yet. `kind`: the filter's words; `name`: of the file, no folder."""
    files = QFileDialog(parent, title)
    files.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    files.setNameFilter(kind)
    files.setDefaultSuffix(suffix)
    files.setDirectory(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    files.selectFile(name)
    files.destroyed.connect(forget_folders)
    return files


def forget_folders() -> None:
    """Qt keeps the folders that were visited in a file of its own, and a folder may be named after somebody."""
    settings = QSettings(QSettings.Scope.UserScope, "QtProject")
    for key in ("history", "lastVisited"):
        settings.remove(f"FileDialog/{key}")
