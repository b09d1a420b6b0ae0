"""The key of the audit log on a computer without a keyring: what is missing, what to do, and who can do it."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from familieopslag.domain import faults
from familieopslag.domain.faults import Fault, FaultReport
from familieopslag.presentation.failures import present_failure
from familieopslag.ui.labels import plain_label
from familieopslag.ui.settings.buttons import dialog_button
from familieopslag.ui.settings.draft import KEY_FILE, Draft
from familieopslag.ui.settings.inquiry import Inquiry
from familieopslag.ui.settings.port import SettingsDesk
from familieopslag.ui.translation import translate
from familieopslag.worker.task_runner import TaskRunner


class AuditKeyPanel(QWidget):
    """Stands above the row in which the file is chosen; hidden until the key is found to be missing.

    The key itself is made by whoever logs first: nothing but the file's place passes through here.
    """

    found = Signal()
    """As the draft has it, there is a key, or the program can make one."""
    missing = Signal(object)
    """The FaultReport that tells why there is none and none can be made."""
    chosen = Signal()
    """The program's own folder has been put into the draft."""

    def __init__(self, draft: Draft, desk: SettingsDesk, tasks: TaskRunner) -> None:
        super().__init__()
        self._draft = draft
        self._desk = desk
        self.is_steered = draft.is_steered(KEY_FILE)
        self._said = plain_label()
        self._problem = plain_label(name="problem")
        self._quoted = plain_label(name="secondary")
        self._own = dialog_button(self.tr("Brug programmets mappe"))
        self._own.setAccessibleDescription(draft.own_key_file)
        self._own.setHidden(self.is_steered)
        self._own.clicked.connect(self._on_own_clicked)
        self._looking = Inquiry(tasks, self)
        self._looking.answered.connect(self._on_found)
        self._looking.refused.connect(self._on_missing)
        button = QHBoxLayout()
        button.addWidget(self._own)
        button.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        for label in (self._said, self._problem, self._quoted):
            layout.addWidget(label)
        layout.addLayout(button)
        self.hide()

    @property
    def words(self) -> str:
        """What it says."""
        return " ".join(filter(None, (self._said.text(), self._problem.text().removeprefix("⚠ "))))

    def look(self) -> None:
        """Find out whether there is a key, as the draft has it; the answer is one of the signals."""
        self._looking.ask(partial(self._desk.check_audit_key, self._draft.changes()))

    @Slot()
    def _on_found(self) -> None:
        self._said.setText("")
        self.hide()
        self.found.emit()

    @Slot(object)
    def _on_missing(self, report: FaultReport) -> None:
        failure = present_failure(report, datetime.now().astimezone(), translate)
        is_keyring = report.fault is faults.AUDIT_KEY_MISSING
        if is_keyring:
            self._said.setText(self._steered_words() if self.is_steered else self._words())
            problem = ""
        else:
            problem = self._problem_with_file(report.fault) or f"{failure.text} {failure.action}"
        self._problem.setText(f"⚠ {problem}" if problem else "")
        fault_id = self.tr("Fejl-id")
        self._quoted.setText(f"{failure.code} · {fault_id} {failure.correlation_id}")
        self._said.setVisible(bool(self._said.text()))
        self._problem.setVisible(bool(problem))
        # Nothing is wrong as long as whoever sits here has only not been asked yet.
        self._quoted.setVisible(self.is_steered or not is_keyring)
        self.show()
        self.missing.emit(report)

    def _words(self) -> str:
        need = self.tr(
            "Denne pc har ingen nøglering, som programmet kan gemme hemmeligheder sikkert i. Loggen over opslag skal "
            "bruge en nøgle, og uden den kan der ikke slås op."
        )
        way = self.tr(
            "Vælg en fil til nøglen, eller brug programmets egen mappe. Er filen der ikke, laver programmet den, "
            "første gang der logges, så kun du kan læse den. Har kommunen givet dig en nøglefil, så vælg den. Gem en "
            "kopi af filen et sikkert sted: uden nøglen kan ingen finde en borger i loggen."
        )
        return f"{need}\n\n{way}"

    def _steered_words(self) -> str:
        return self.tr(
            "Denne pc har ingen nøglering, som programmet kan gemme hemmeligheder sikkert i, og din administrator har "
            "bestemt, at nøglen til loggen over opslag skal være i en nøglering. Bed administratoren om en nøglering "
            "eller en nøglefil til denne pc. Der kan ikke slås op før."
        )

    def _problem_with_file(self, fault: Fault) -> str:
        if self.is_steered and fault in (faults.AUDIT_KEY_UNSAFE, faults.AUDIT_UNWRITABLE):
            return self.tr(
                "Din administrator har bestemt, hvilken fil nøglen til loggen over opslag er i, og programmet kan "
                "ikke bruge den på denne pc. Bed administratoren om at rette det. Der kan ikke slås op før."
            )
        if fault is faults.AUDIT_UNWRITABLE:
            return self.tr(
                "Programmet kan ikke lave filen med loggens nøgle der. Vælg en mappe, som findes, og som du må "
                "skrive i."
            )
        if fault is faults.AUDIT_KEY_UNSAFE and self._draft.text(KEY_FILE):
            return self.tr(
                "Filen kan ikke bruges til loggens nøgle: andre end dig kan læse den, eller der står noget andet i "
                "den. Vælg en anden fil."
            )
        return ""

    @Slot()
    def _on_own_clicked(self) -> None:
        self._draft.type(KEY_FILE, self._draft.own_key_file)
        self.chosen.emit()
