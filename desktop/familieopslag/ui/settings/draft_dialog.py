"""What the settings window and the first run have in common: nothing of a draft stays unless it is saved."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QWidget

from familieopslag.domain.faults import FaultReport
from familieopslag.presentation.failures import present_failure
from familieopslag.system.configuration.key import Key
from familieopslag.system.settings import Configuration
from familieopslag.ui.message_bar import MessageBar
from familieopslag.ui.settings.audit_key_panel import AuditKeyPanel
from familieopslag.ui.settings.bench import Bench, DraftTest
from familieopslag.ui.settings.certificate_panel import CertificatePanel
from familieopslag.ui.settings.draft import ENDPOINT, KEY_FILE, Draft
from familieopslag.ui.settings.inquiry import Inquiry
from familieopslag.ui.settings.pages import Page
from familieopslag.ui.settings.port import SettingsDesk
from familieopslag.ui.settings.row import SettingRow
from familieopslag.ui.settings.unsaved import UnsavedQuestion
from familieopslag.ui.translation import translate
from familieopslag.worker.task_runner import TaskRunner


class DraftDialog(QDialog):
    """Esc is Annullér, which asks when something would be lost. Whoever inherits lays it out and fills `pages`."""

    saved = Signal(object)
    """The Configuration that is in force now."""

    def __init__(
        self,
        configuration: Configuration,
        desk: SettingsDesk,
        tasks: TaskRunner,
        bench: Bench,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.desk = desk
        self.draft = Draft(configuration)
        self.pages: tuple[Page, ...] = ()
        self._tasks = tasks
        self._is_saved = False
        self._saving = Inquiry(tasks, self)
        self._saving.answered.connect(self._on_saved)
        self._saving.refused.connect(self._on_refused)
        self.message = MessageBar()
        self.certificate = CertificatePanel(self.draft, desk, tasks)
        self.certificate.changed.connect(self._on_changed)
        self.audit_key = AuditKeyPanel(self.draft, desk, tasks)
        self.audit_key.chosen.connect(self._on_key_file_chosen)
        self.test = DraftTest(bench)

    @Slot()
    def reject(self) -> None:
        """See the class."""
        if self.is_saving:
            return
        if self.is_changed():
            question = UnsavedQuestion(self, can_save=self.can_save())
            question.discarded.connect(self.give_up)
            question.save_chosen.connect(self.save)
            question.open()
            return
        super().reject()

    @Slot(int)
    def done(self, result: int) -> None:
        """Nothing secret stays in a window that is closed, and no copy of a certificate that nobody wanted."""
        self.test.stop()
        self.certificate.forget_typed()
        imported = tuple(self.certificate.imported)
        if imported and not self._is_saved and not self.is_saving:
            self._tasks.start(partial(self.desk.discard, imported))
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        """The cross is Annullér."""
        if self.isVisible() and self.is_changed() and not self._is_saved:
            event.ignore()
            self.reject()
        else:
            super().closeEvent(event)

    @property
    def is_saving(self) -> bool:
        """Whether the worker has not answered yet."""
        return self._saving.is_waiting

    def is_changed(self) -> bool:
        """Whether something would be lost."""
        return self.draft.is_changed

    def can_save(self) -> bool:
        """Whether it can be saved from anywhere in it."""
        return True

    @Slot()
    def save(self) -> None:
        """Write what was typed, if it can be."""
        raise NotImplementedError

    def start_saving(self) -> None:
        """Have the draft written, which has no problems; then the dialog closes, or tells why not."""
        self._saving.ask(self.save_task())

    def save_task(self) -> Callable[[], Configuration]:
        """What the worker does."""
        return partial(self.desk.save, self.draft.changes(), tuple(self.certificate.imported))

    @Slot()
    def give_up(self) -> None:
        """Close without a question."""
        super().reject()

    def tell(self, report: FaultReport, words: str = "") -> None:
        """Say what went wrong, in `words` of its own or the fault's; it stays in sight."""
        view = present_failure(report, datetime.now().astimezone(), translate)
        self.message.show_failure(replace(view, text=words, action="") if words else view)

    def row(self, key: Key) -> SettingRow:
        """A row that writes into the draft."""
        row = SettingRow(key, self.draft)
        row.changed.connect(self._on_changed)
        return row

    def follow(self) -> None:
        """What depends on something else that is set."""
        for row in self.rows():
            if row.key is ENDPOINT:
                row.setVisible(self.draft.needs_endpoint or row.is_steered)
                row.refresh()
        is_right = not self.draft.problems()
        self.test.follow(partial(self.desk.tried, self.draft.changes()) if is_right else None)

    def rows(self) -> Iterable[SettingRow]:
        """Those of all pages."""
        return (row for page in self.pages for row in page.rows)

    def row_of(self, of: Key) -> SettingRow:
        """The row of `of`."""
        return next(row for row in self.rows() if row.key is of)

    @Slot()
    def _on_changed(self) -> None:
        self.follow()

    @Slot()
    def _on_key_file_chosen(self) -> None:
        row = self.row_of(KEY_FILE)
        row.refresh()
        row.take_focus()
        self.follow()

    @Slot(object)
    def _on_saved(self, configuration: Configuration) -> None:
        self._is_saved = True
        self.accept()
        self.saved.emit(configuration)

    @Slot(object)
    def _on_refused(self, report: FaultReport) -> None:
        self.tell(report)
        self.follow()
