"""A passphrase with the button that uses it, and where it will be kept."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from familieopslag.presentation.certificate import keyring_text
from familieopslag.ui.labels import plain_label
from familieopslag.ui.settings.passphrase_field import PassphraseField
from familieopslag.ui.translation import translate


class PassphraseForm(QFrame):
    """Hidden until somebody asks with it."""

    entered = Signal(str)
    """The passphrase, of which nothing is left here."""
    given_up = Signal()
    asked = Signal(bool)
    """Whether it asks now."""

    def __init__(self) -> None:
        super().__init__()
        self._about = plain_label()
        self.field = PassphraseField(self.tr("Adgangskode til certifikatet"))
        self.field.entered.connect(self._on_entered)
        label = QLabel(self.tr("&Adgangskode"))
        label.setBuddy(self.field)
        self._use = QPushButton()
        self._use.setAutoDefault(False)
        self._use.clicked.connect(self._on_entered)
        give_up = QPushButton(self.tr("Fortryd"))
        give_up.setAutoDefault(False)
        give_up.setAccessibleName(self.tr("Fortryd: skriv ingen adgangskode"))
        give_up.clicked.connect(self._on_given_up)
        self._kept = plain_label(name="secondary")
        row = QHBoxLayout()
        for widget, stretch in ((label, 0), (self.field, 1), (self._use, 0), (give_up, 0)):
            row.addWidget(widget, stretch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._about)
        layout.addLayout(row)
        layout.addWidget(self._kept)
        self.hide()

    def ask(self, about: str, action: str) -> None:
        """Ask for the passphrase for what `about` says; `action`: the words on the button."""
        self._about.setText(about)
        self.field.setAccessibleDescription(about)
        self._use.setText(action)
        self._use.setAccessibleName(action)
        self.field.take()
        self.setEnabled(True)
        self.show()
        self.asked.emit(True)  # noqa: FBT003 - Qt's signal
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_again(self) -> None:
        """It was not the right one."""
        self.setEnabled(True)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell_keyring(self, name: str) -> None:
        """Where it will be kept; `name`: see presentation.certificate.keyring_text."""
        self._kept.setText(keyring_text(name, translate))

    def stop(self) -> None:
        """Ask no more; nothing that was typed stays."""
        self.field.take()
        self.hide()
        self.asked.emit(False)  # noqa: FBT003 - Qt's signal

    @Slot()
    def _on_entered(self) -> None:
        if not self.field.text():
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.setEnabled(False)
        self.entered.emit(self.field.take())

    @Slot()
    def _on_given_up(self) -> None:
        self.stop()
        self.given_up.emit()
