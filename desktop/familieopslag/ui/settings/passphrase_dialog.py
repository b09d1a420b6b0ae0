"""Asks for the certificate's passphrase when a lookup needs it and nobody has it."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from familieopslag.domain.faults import FaultReport
from familieopslag.presentation.certificate import keyring_text
from familieopslag.presentation.failures import present_failure
from familieopslag.ui.announcement import announce
from familieopslag.ui.dialog_size import grow_to_fit
from familieopslag.ui.labels import plain_label
from familieopslag.ui.settings.passphrase_field import PassphraseField
from familieopslag.ui.translation import translate

_WIDTH = 60
"""In characters of the font."""


class PassphraseDialog(QDialog):
    """Esc is Annullér: then nobody is looked up."""

    entered = Signal(str, bool)
    """The passphrase, of which nothing is left here, and whether it is to be kept in the keyring."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Adgangskode til certifikatet"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._field = PassphraseField(self.tr("Adgangskode til certifikatet"))
        self._field.entered.connect(self._on_entered)
        label = QLabel(self.tr("&Adgangskode"))
        label.setBuddy(self._field)
        self._keep = QCheckBox(self.tr("&Gem adgangskoden i pc'ens nøglering"))
        self._keep.hide()
        self._keep.toggled.connect(self._on_keep_toggled)
        self._keyring = ""
        self._kept = plain_label(name="secondary")
        self._problem = plain_label(name="problem")
        self._problem.hide()
        cancel = QPushButton(self.tr("Annullér"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self._open = QPushButton(self.tr("Fortsæt"))
        self._open.setObjectName("primary")
        self._open.setDefault(True)
        self._open.clicked.connect(self._on_entered)
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self._field, 1)
        answers = QHBoxLayout()
        answers.addStretch(1)
        answers.addWidget(cancel)
        answers.addWidget(self._open)
        layout = self._lines = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(
            plain_label(self.tr("Kommunens certifikat skal åbnes, før der kan slås op. Skriv adgangskoden."))
        )
        layout.addLayout(row)
        layout.addWidget(self._problem)
        layout.addWidget(self._keep)
        layout.addWidget(self._kept)
        layout.addStretch(1)
        layout.addLayout(answers)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _WIDTH)
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(int)
    def done(self, result: int) -> None:
        """Nothing that was typed stays."""
        self._field.take()
        super().done(result)

    def showEvent(self, event: QShowEvent) -> None:
        """As tall as everything in it needs in the style that it has got by now."""
        super().showEvent(event)
        grow_to_fit(self, self._lines)

    def tell_keyring(self, name: str) -> None:
        """What the keyring is called; "": there is none."""
        self._keyring = name
        self._keep.setVisible(bool(name))
        self._keep.setChecked(bool(name))
        self._say_where()

    def ask_again(self, report: FaultReport) -> None:
        """What is wrong with what was typed."""
        words = present_failure(report, datetime.now().astimezone(), translate).text
        self._problem.setText(f"⚠ {words}")
        self._problem.show()
        grow_to_fit(self, self._lines)
        self._open.setEnabled(True)
        self._field.setEnabled(True)
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, words)

    @Slot()
    def _on_keep_toggled(self) -> None:
        self._say_where()

    def _say_where(self) -> None:
        if self._keyring and not self._keep.isChecked():
            self._kept.setText(self.tr("Adgangskoden huskes kun, til programmet lukkes."))
        else:
            self._kept.setText(keyring_text(self._keyring, translate))
        grow_to_fit(self, self._lines)

    @Slot()
    def _on_entered(self) -> None:
        if not self._field.text():
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._field.setEnabled(False)
        self._open.setEnabled(False)
        self.entered.emit(self._field.take(), self._keep.isChecked())
