"""The F1 sheet: every command with its keys, which can be read to the end however large the text is."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from familieopslag.ui import hotkeys
from familieopslag.ui.dialog_size import fit_on_screen
from familieopslag.ui.labels import plain_label

_CHARACTERS = 66
_LINE = 1.25
"""Height of a command's line, in lines of text."""
_AROUND = 8
"""Lines that the rest of the dialog takes."""
_MARGIN = 14


def open_sheet(window: QWidget) -> None:
    """Show the sheet over `window` until it is closed."""
    sheet = QDialog(window)
    sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    sheet.setWindowTitle(QCoreApplication.translate("hotkeys", "Genveje"))
    commands = hotkeys.sheet()
    page = QWidget()
    lines = QGridLayout(page)
    lines.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    lines.setHorizontalSpacing(2 * _MARGIN)
    lines.setColumnStretch(1, 1)
    for place, (keys, words) in enumerate(commands):
        key = plain_label(keys, name="secondary")
        key.setWordWrap(False)
        lines.addWidget(key, place, 0, Qt.AlignmentFlag.AlignTop)
        lines.addWidget(plain_label(words), place, 1, Qt.AlignmentFlag.AlignTop)
    area = QScrollArea()
    area.setWidgetResizable(True)
    # The keyboard scrolls, and a screen reader that comes here reads all of it.
    area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    area.setAccessibleName(sheet.windowTitle())
    area.setAccessibleDescription("\n".join(f"{keys}: {words}" for keys, words in commands))
    area.setWidget(page)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(sheet.reject)
    layout = QVBoxLayout(sheet)
    layout.addWidget(area, 1)
    layout.addWidget(buttons)
    fit_on_screen(sheet, _CHARACTERS, round(len(commands) * _LINE) + _AROUND)
    area.setFocus()
    sheet.open()
