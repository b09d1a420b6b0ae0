"""The password for the proxy, which goes to the keyring and nowhere else."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from familieopslag.ui.labels import plain_label
from familieopslag.ui.settings.inquiry import Inquiry
from familieopslag.ui.settings.passphrase_field import PassphraseField
from familieopslag.ui.settings.port import SettingsDesk
from familieopslag.worker.task_runner import TaskRunner


class ProxyPassword(QWidget):
    """What is kept already is not shown, not even how long it is."""

    changed = Signal()

    def __init__(self, desk: SettingsDesk, tasks: TaskRunner) -> None:
        super().__init__()
        self._field = PassphraseField(self.tr("Adgangskode til proxyen"))
        self._field.textEdited.connect(self.changed)
        label = QLabel(self.tr("Adgangskode til proxyen"))
        label.setBuddy(self._field)
        font = label.font()
        font.setBold(True)
        label.setFont(font)
        self._said = plain_label(
            self.tr(
                "Gemmes i pc'ens nøglering, aldrig i en fil. Tomt felt: det, der er gemt, bruges stadig."
            ),
            name="secondary",
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(label)
        layout.addWidget(self._field)
        layout.addWidget(self._said)
        self._keyring = Inquiry(tasks, self)
        self._keyring.answered.connect(self._on_keyring_told)
        self._keyring.ask(desk.keyring)

    @property
    def is_typed(self) -> bool:
        """Whether there is one to be kept."""
        return bool(self._field.text())

    def take(self) -> str:
        """What was typed, which is then here no more."""
        return self._field.take()

    @Slot(object)
    def _on_keyring_told(self, name: str) -> None:
        if not name:
            self._field.setEnabled(False)
            self._said.setText(
                self.tr(
                    "Pc'en har ingen nøglering, som programmet kan bruge, så adgangskoden kan ikke gemmes. "
                    "Kontakt it-support."
                )
            )
