"""What is to be printed and where. Small, because the choice is small: A4, one copy, as the printer is set up."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from familieopslag.ui.labels import plain_label

_FEWEST_CHARACTERS = 28


class PrintDialog(QDialog):
    """Asks; prints nothing by itself. No data of a person is in it."""

    print_chosen = Signal(str)
    """The printer's name."""
    save_chosen = Signal()

    def __init__(self, *, family_refused: str, notice: str, parent: QWidget) -> None:
        """`family_refused`: why the family cannot be printed, or "". `notice`: what else has to be said, or ""."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Udskriv"))
        self._person = QRadioButton(self.tr("Kun personen"))
        self._person.setChecked(True)
        self._family = QRadioButton(self.tr("Personen og familien (uden adresser)"))
        self._family.setEnabled(not family_refused)
        self._family.setAccessibleDescription(family_refused)
        self._printers = QComboBox()
        self._printers.setAccessibleName(self.tr("Printer"))
        self._printers.setMinimumContentsLength(_FEWEST_CHARACTERS)
        self._printers.addItem(self.tr("Finder printere …"))
        self._printers.setEnabled(False)
        self._print = self._button(self.tr("Udskriv"))
        self._print.setObjectName("primary")
        self._print.setEnabled(False)
        self._print.clicked.connect(self._on_print_clicked)
        self._save = self._button(self.tr("Gem som PDF …"))
        self._save.clicked.connect(self.save_chosen)
        self._save.setDefault(True)
        cancel = self._button(self.tr("Annullér"))
        cancel.clicked.connect(self.reject)
        buttons = QDialogButtonBox()
        for button, role in (
            (self._print, QDialogButtonBox.ButtonRole.ActionRole),
            (self._save, QDialogButtonBox.ButtonRole.ActionRole),
            (cancel, QDialogButtonBox.ButtonRole.RejectRole),
        ):
            buttons.addButton(button, role)
        where = QHBoxLayout()
        label = plain_label(self.tr("&Printer"))
        label.setWordWrap(False)
        label.setBuddy(self._printers)
        where.addWidget(label)
        where.addWidget(self._printers, 1)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addWidget(self._person)
        layout.addWidget(self._family)
        for words in (family_refused, notice):
            if words:
                layout.addWidget(plain_label(words, name="secondary"))
        layout.addLayout(where)
        layout.addWidget(plain_label(self.tr("Udskriften logges med dit brugernavn."), name="secondary"))
        layout.addWidget(buttons)

    @property
    def with_family(self) -> bool:
        """Whether the family is to be on the sheet as well."""
        return self._family.isChecked()

    @Slot(object)
    def show_printers(self, names: Sequence[str]) -> None:
        """The printers, the usual one first."""
        self._printers.clear()
        self._printers.addItems(list(names) or [self.tr("Ingen printer fundet")])
        self._printers.setEnabled(bool(names))
        self._print.setEnabled(bool(names))
        if names:
            self._print.setDefault(True)

    @Slot()
    def _on_print_clicked(self) -> None:
        self.print_chosen.emit(self._printers.currentText())

    @staticmethod
    def _button(words: str) -> QPushButton:
        button = QPushButton(words)
        button.setAccessibleName(words)
        return button
