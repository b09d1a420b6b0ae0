"""The question before something that was typed gets lost; going back is the answer at hand."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QMessageBox, QWidget


class UnsavedQuestion(QMessageBox):
    """Return saves; Esc goes back to what was typed."""

    save_chosen = Signal()
    discarded = Signal()

    def __init__(self, parent: QWidget, *, can_save: bool = True) -> None:
        """`can_save` False: it is not whole yet, so it can only be given up; then Return goes back, too."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setIcon(QMessageBox.Icon.Question)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWindowTitle(self.tr("Indstillinger"))
        self.setText(self.tr("Du har ændret noget, som ikke er gemt."))
        self._save = self.addButton(self.tr("Gem"), QMessageBox.ButtonRole.AcceptRole) if can_save else None
        self._discard = self.addButton(self.tr("Gem ikke"), QMessageBox.ButtonRole.DestructiveRole)
        back = self.addButton(self.tr("Tilbage"), QMessageBox.ButtonRole.RejectRole)
        self.setDefaultButton(self._save or back)
        self.setEscapeButton(back)
        self.finished.connect(self._on_finished)

    @Slot()
    def _on_finished(self) -> None:
        if self.clickedButton() is self._discard:
            self.discarded.emit()
        elif self._save is not None and self.clickedButton() is self._save:
            self.save_chosen.emit()
