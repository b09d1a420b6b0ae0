"""One dialog at a time for what failed, however often it fails."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication, QWidget

from familieopslag.domain.faults import ExitCode, FaultReport
from familieopslag.presentation.failures import present_failure
from familieopslag.ui.crash_dialog import CrashDialog
from familieopslag.ui.translation import translate

_QUIET_MS = 10_000


class CrashPresenter(QObject):
    """Opens the dialog. After "Fortsæt", what fails in the same place again is only logged for a while."""

    def __init__(self, window: QWidget, about: Callable[[], str], *, quiet_ms: int = _QUIET_MS) -> None:
        """`about`: lines for the report on program and computer."""
        super().__init__(window)
        self._window = window
        self._about = about
        self._quiet_ms = quiet_ms
        self._dialog: CrashDialog | None = None
        self._times = 0
        self._told = ""
        """The place that the last dialog was about, as long as it is to be quiet about it."""
        self._quiet = QTimer(self, singleShot=True)
        self._quiet.timeout.connect(self._on_quiet_ended)

    @property
    def dialog(self) -> CrashDialog | None:
        """What is open."""
        return self._dialog

    @Slot(object)
    def show(self, report: FaultReport) -> None:
        """The screen has been cleared."""
        if self._dialog is not None:
            self._times += 1
            self._dialog.count(self._times)
            return
        if report.detail == self._told:
            return
        self._told = report.detail
        self._times = 1
        view = present_failure(report, datetime.now().astimezone(), translate)
        text = f"{self._about()}\n{view.details}\n"
        # Where it could not be cleared, it was hidden.
        can_go_on = self._window.isVisible()
        dialog = CrashDialog(view, text, self._window if can_go_on else None)
        if not can_go_on:
            dialog.finished.connect(self._on_quit_chosen)
        dialog.quit_chosen.connect(self._on_quit_chosen)
        dialog.finished.connect(self._on_finished)
        self._dialog = dialog
        dialog.open()

    @Slot()
    def _on_finished(self) -> None:
        self._dialog = None
        self._quiet.start(self._quiet_ms)

    @Slot()
    def _on_quiet_ended(self) -> None:
        self._told = ""

    @Slot()
    def _on_quit_chosen(self) -> None:
        self._window.close()
        QApplication.exit(ExitCode.UNEXPECTED)
