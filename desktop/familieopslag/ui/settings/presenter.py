"""Opens the settings window, the first run, and the question for the passphrase; tells what has changed."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from familieopslag.domain import faults
from familieopslag.domain.faults import FaultReport
from familieopslag.presentation.failures import present_failure
from familieopslag.system.settings import Configuration
from familieopslag.ui.main_window import MainWindow
from familieopslag.ui.settings.bench import Bench
from familieopslag.ui.settings.draft import CERTIFICATE
from familieopslag.ui.settings.inquiry import Inquiry
from familieopslag.ui.settings.port import SettingsDesk
from familieopslag.ui.translation import translate
from familieopslag.worker.lookup_runner import LookupRunner
from familieopslag.worker.task_runner import TaskRunner

if TYPE_CHECKING:
    # Imported when they are first opened.
    from familieopslag.ui.settings.draft_dialog import DraftDialog
    from familieopslag.ui.settings.passphrase_dialog import PassphraseDialog


class SettingsPresenter(QObject):
    """Carries out Ctrl+, for one window. What is saved holds for the next window: see the signals."""

    saved = Signal(object)
    """The Configuration that is in force now."""
    set_up = Signal(object)
    """The same, after a first run."""
    demo_requested = Signal()

    def __init__(self, window: MainWindow, desk: SettingsDesk, tasks: TaskRunner, bench: Bench) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._tasks = tasks
        self._bench = bench
        self._dialog: DraftDialog | None = None
        self._reading = Inquiry(tasks, self)
        self._reading.answered.connect(self._on_read)
        self._reading.refused.connect(self._on_refused)
        window.command("settings").triggered.connect(self.open)

    @Slot()
    def open(self) -> None:
        """Show the window, with what the files say by now; on a computer where nothing is set up, the first run."""
        if self._dialog is None and not self._reading.is_waiting:
            self._reading.ask(self._desk.read)

    @Slot(object)
    def _on_read(self, configuration: Configuration) -> None:
        if not self._window.isVisible():
            return
        if configuration.is_first_run:
            from familieopslag.ui.settings.first_run import FirstRunDialog

            first = FirstRunDialog(configuration, self._desk, self._tasks, self._bench, self._window)
            first.saved.connect(self.set_up)
            first.demo_requested.connect(self.demo_requested)
            self._dialog = first
        else:
            from familieopslag.ui.settings.dialog import SettingsDialog

            dialog = SettingsDialog(configuration, self._desk, self._tasks, self._bench, self._window)
            dialog.saved.connect(self.saved)
            self._dialog = dialog
        self._dialog.finished.connect(self._on_finished)
        self._dialog.open()

    @Slot(object)
    def _on_refused(self, report: FaultReport) -> None:
        self._window.show_message(present_failure(report, datetime.now().astimezone(), translate))

    @Slot()
    def _on_finished(self) -> None:
        self._dialog = None


class PassphrasePresenter(QObject):
    """Asks for the passphrase when a lookup has failed for want of it, and looks up again when it fits."""

    _MENDABLE = (faults.PASSPHRASE_MISSING, faults.PASSPHRASE_WRONG, faults.KEYRING_UNAVAILABLE)

    def __init__(
        self,
        window: MainWindow,
        runner: LookupRunner,
        desk: SettingsDesk,
        tasks: TaskRunner,
        configuration: Configuration,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._file = configuration.effective[CERTIFICATE].value
        self._is_unlocked = False
        self._dialog: PassphraseDialog | None = None
        self._keyring = Inquiry(tasks, self)
        self._keyring.answered.connect(self._on_keyring_told)
        self._unlocking = Inquiry(tasks, self)
        self._unlocking.answered.connect(self._on_unlocked)
        self._unlocking.refused.connect(self._on_not_unlocked)
        runner.failed.connect(self._on_failed)

    @Slot(object)
    def _on_failed(self, report: FaultReport) -> None:
        # A keyring that is missing although the certificate is open is missed by something else.
        is_ours = report.fault in self._MENDABLE and not (
            self._is_unlocked and report.fault is faults.KEYRING_UNAVAILABLE
        )
        if not is_ours or self._dialog is not None or not isinstance(self._file, Path):
            return
        from familieopslag.ui.settings.passphrase_dialog import PassphraseDialog

        self._dialog = PassphraseDialog(self._window)
        self._dialog.entered.connect(self._on_entered)
        self._dialog.finished.connect(self._on_finished)
        self._keyring.ask(self._desk.keyring)
        self._dialog.open()

    @Slot(object)
    def _on_keyring_told(self, name: str) -> None:
        if self._dialog is not None:
            self._dialog.tell_keyring(name)

    @Slot(str, bool)
    def _on_entered(self, passphrase: str, keep: bool) -> None:  # noqa: FBT001 - Qt's signal
        file = self._file
        if isinstance(file, Path):
            self._unlocking.ask(lambda: self._desk.unlock(file, passphrase, keep=keep))

    @Slot(object)
    def _on_unlocked(self, _keyring: str) -> None:
        self._is_unlocked = True
        if self._dialog is not None:
            self._dialog.accept()
            self._window.command("refresh").trigger()

    @Slot(object)
    def _on_not_unlocked(self, report: FaultReport) -> None:
        if self._dialog is not None:
            self._dialog.ask_again(report)

    @Slot()
    def _on_finished(self) -> None:
        self._dialog = None
