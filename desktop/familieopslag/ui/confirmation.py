"""A question before protected data leaves; the answer that does nothing is the one at hand."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QMessageBox, QWidget


class Confirmation(QMessageBox):
    """Return and Esc cancel. It closes with whatever took the person away."""

    confirmed = Signal()

    def __init__(self, question: str, action: str, parent: QWidget) -> None:
        """`question`: what has to be confirmed; `action`: the words on the button that does it."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setIcon(QMessageBox.Icon.Warning)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWindowTitle(self.tr("Kun til brev til personen selv"))
        self.setText(question)
        self.setInformativeText(self.tr("Handlingen logges med dit brugernavn."))
        self._do = self.addButton(action, QMessageBox.ButtonRole.AcceptRole)
        cancel = self.addButton(self.tr("Annullér"), QMessageBox.ButtonRole.RejectRole)
        self.setDefaultButton(cancel)
        self.setEscapeButton(cancel)
        self.finished.connect(self._on_finished)

    @Slot()
    def _on_finished(self) -> None:
        if self.clickedButton() is self._do:
            self.confirmed.emit()
