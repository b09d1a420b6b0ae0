"""The municipality's certificate: what is in it, importing another one, and its passphrase."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from familieopslag.domain import faults
from familieopslag.domain.certificates import CertificateDetails, ImportedCertificate
from familieopslag.domain.faults import FaultReport
from familieopslag.presentation.certificate import details_lines, keyring_text
from familieopslag.presentation.failures import present_failure
from familieopslag.system.settings import STEERED
from familieopslag.ui import theme
from familieopslag.ui.announcement import announce
from familieopslag.ui.flow import FlowLayout
from familieopslag.ui.labels import VALUE_MARGIN, plain_label, value_label
from familieopslag.ui.settings.draft import CERTIFICATE, ENVIRONMENT, Draft
from familieopslag.ui.settings.inquiry import Inquiry
from familieopslag.ui.settings.passphrase_form import PassphraseForm
from familieopslag.ui.settings.port import SettingsDesk
from familieopslag.ui.sign import Sign
from familieopslag.ui.translation import translate
from familieopslag.worker.task_runner import TaskRunner

_LOCKED_AWAY = (faults.PASSPHRASE_MISSING, faults.PASSPHRASE_WRONG, faults.KEYRING_UNAVAILABLE)
"""What somebody who knows the passphrase can mend."""


class CertificatePanel(QWidget):
    """Imports at once, into the profile folder; what is not saved in the end has to be discarded (`imported`)."""

    changed = Signal()

    def __init__(self, draft: Draft, desk: SettingsDesk, tasks: TaskRunner) -> None:
        super().__init__()
        self._draft = draft
        self._desk = desk
        self._chosen: Path | None = None
        self._had_one = bool(draft.text(CERTIFICATE))
        self.imported: list[Path] = []
        """Copies that were made here."""
        self._keyring = self._inquiry(tasks, self._on_keyring_told)
        self._reading = self._inquiry(tasks, self._on_details)
        self._reading.refused.connect(self._on_not_read)
        self._importing = self._inquiry(tasks, self._on_imported)
        self._importing.refused.connect(self._on_not_imported)
        self._unlocking = self._inquiry(tasks, self._on_unlocked)
        self._unlocking.refused.connect(self._on_not_imported)
        self.is_steered = draft.is_steered(CERTIFICATE)
        self._said = plain_label()
        self._problem = plain_label(name="problem")
        self._problem.hide()
        self._kept = plain_label(name="secondary")
        self._grid = _grid()
        self._form = PassphraseForm()
        self._form.entered.connect(self._on_passphrase_entered)
        self._form.asked.connect(self._kept.setHidden)  # the form says the same
        self._form.given_up.connect(self._on_given_up)
        self._import = self._button(self.tr("Importér certifikat (.p12/.pfx) …"))
        self._import.clicked.connect(self._on_import_clicked)
        self._unlock = self._button(self.tr("Skriv adgangskoden …"))
        self._unlock.clicked.connect(self._on_unlock_clicked)
        self._unlock.hide()
        self._remove = self._button(self.tr("Fjern"))
        self._remove.setAccessibleName(self.tr("Fjern certifikatet"))
        self._remove.clicked.connect(self._on_remove_clicked)
        buttons = FlowLayout()
        for button in (self._import, self._unlock, self._remove):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        self._first: QWidget = self._import
        if self.is_steered:
            # The buttons do not take the keyboard then.
            self._first = value_label(
                translate("settings", STEERED), translate("settings", CERTIFICATE.title)
            )
            layout.addLayout(_locked(self._first))
        layout.addWidget(self._said)
        layout.addLayout(self._grid)
        layout.addWidget(self._problem)
        layout.addWidget(self._form)
        layout.addLayout(buttons)
        layout.addWidget(self._kept)
        self._keyring.ask(desk.keyring)
        self._read()

    @property
    def is_importing(self) -> bool:
        """Whether the worker has not answered yet."""
        return self._importing.is_waiting

    @property
    def problem(self) -> str:
        """What is wrong with the certificate, or ""."""
        return self._problem.text().removeprefix("⚠ ")

    def take_focus(self) -> None:
        """Put the keyboard on the first thing to do, or on why there is nothing to do."""
        self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget_typed(self) -> None:
        """Nothing of a passphrase stays in the window."""
        self._form.stop()

    def _inquiry(self, tasks: TaskRunner, answered: object) -> Inquiry:
        inquiry = Inquiry(tasks, self)
        inquiry.answered.connect(answered)
        return inquiry

    def _read(self) -> None:
        file = self._draft.text(CERTIFICATE)
        self._remove.setEnabled(bool(file) and not self.is_steered)
        self._import.setEnabled(not self.is_steered)
        self._show_details(None)
        if not file:
            self._say(self.tr("Der er ikke valgt noget certifikat."))
            return
        self._say(self.tr("Certifikatet læses …"))
        environment = self._draft.text(ENVIRONMENT)
        self._reading.ask(lambda: self._desk.certificate(Path(file), environment))

    @Slot(object)
    def _on_keyring_told(self, name: str) -> None:
        self._form.tell_keyring(name)
        self._kept.setText(keyring_text(name, translate))

    @Slot(object)
    def _on_details(self, details: CertificateDetails) -> None:
        self._say("")
        self._unlock.hide()
        self._complain(None)
        self._show_details(details)

    @Slot(object)
    def _on_not_read(self, report: FaultReport) -> None:
        self._say(self.tr("Fil: {file}").format(file=self._draft.text(CERTIFICATE)))
        self._unlock.setVisible(report.fault in _LOCKED_AWAY)
        self._complain(report)

    @Slot()
    def _on_import_clicked(self) -> None:
        files = QFileDialog(self, self.tr("Vælg kommunens certifikat"))
        files.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        files.setFileMode(QFileDialog.FileMode.ExistingFile)
        files.setNameFilters([self.tr("Certifikater med nøgle (*.p12 *.pfx)"), self.tr("Alle filer (*)")])
        files.fileSelected.connect(self._on_file_selected)
        files.open()

    @Slot(str)
    def _on_file_selected(self, name: str) -> None:
        self._chosen = Path(name)
        self._complain(None)
        about = self.tr("Skriv adgangskoden til {file}.").format(file=self._chosen.name)
        self._form.ask(about, self.tr("Importér"))

    @Slot()
    def _on_unlock_clicked(self) -> None:
        self._chosen = None
        about = self.tr("Skriv adgangskoden til certifikatet.")
        self._form.ask(about, self.tr("Åbn"))

    @Slot(str)
    def _on_passphrase_entered(self, passphrase: str) -> None:
        chosen = self._chosen
        if chosen is not None:
            self._importing.ask(lambda: self._desk.import_certificate(chosen, passphrase))
        else:
            file = Path(self._draft.text(CERTIFICATE))
            self._unlocking.ask(lambda: self._desk.unlock(file, passphrase, keep=True))

    @Slot(object)
    def _on_imported(self, imported: ImportedCertificate) -> None:
        self._form.stop()
        self._unlock.hide()
        self._complain(None)
        self.imported.append(imported.file)
        self._draft.type(CERTIFICATE, str(imported.file))
        self._remove.setEnabled(True)
        self._on_keyring_told(imported.keyring)
        self._show_details(imported.details)
        said = self.tr("Certifikatet er kopieret til programmets mappe. Det bruges, når du gemmer.")
        if self._had_one:
            said += " " + self.tr("Programmets kopi af det tidligere fjernes da.")
        self._say(said)
        announce(self, said)
        self._import.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    @Slot(object)
    def _on_not_imported(self, report: FaultReport) -> None:
        self._complain(report)
        if report.fault is faults.PASSPHRASE_WRONG:
            self._form.ask_again()
        else:
            self._form.stop()
            self._import.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_unlocked(self, keyring: str) -> None:
        self._form.stop()
        self._on_keyring_told(keyring)
        self._read()
        self._import.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_remove_clicked(self) -> None:
        self._draft.type(CERTIFICATE, "")
        self._form.stop()
        self._unlock.hide()
        self._complain(None)
        self._read()
        self._say(self.tr("Når du gemmer, bruges certifikatet ikke mere, og programmets kopi fjernes."))
        self._import.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    @Slot()
    def _on_given_up(self) -> None:
        self._complain(None)
        self._import.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, text: str) -> None:
        self._said.setText(text)
        self._said.setVisible(bool(text))

    def _complain(self, report: FaultReport | None) -> None:
        if report is None:
            self._problem.setText("")
            self._problem.hide()
            return
        failure = present_failure(report, datetime.now().astimezone(), translate)
        # What support is asked to do in an errand of a caseworker, whoever sits here does now.
        action = "" if report.fault in _LOCKED_AWAY else failure.action
        fault_id = self.tr("Fejl-id")
        words = f"{failure.text} {action}".strip()
        self._problem.setText(f"⚠ {words}\n{failure.code} · {fault_id} {failure.correlation_id}")
        self._problem.show()
        announce(self, words)

    def _show_details(self, details: CertificateDetails | None) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if details is None:
            return
        today = datetime.now().astimezone().date()
        for line, (title, text) in enumerate(details_lines(details, today, translate)):
            label = QLabel(title)
            label.setObjectName("secondary")
            label.setMargin(VALUE_MARGIN)
            value = value_label(text, title)
            self._grid.addWidget(label, line, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(value, line, 1)

    @staticmethod
    def _button(words: str) -> QPushButton:
        button = QPushButton(words)
        button.setAccessibleName(words)
        button.setAutoDefault(False)
        return button


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setColumnStretch(1, 1)
    grid.setHorizontalSpacing(16)
    return grid


def _locked(said: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(Sign("lock", theme.colours().secondary))
    row.addWidget(said, 1)
    return row
