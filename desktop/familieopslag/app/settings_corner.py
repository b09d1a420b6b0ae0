"""The settings window, the first run and the question for the passphrase, put together for one window."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from familieopslag.app.program import Program, draft_test
from familieopslag.domain import faults
from familieopslag.ui.main_window import MainWindow
from familieopslag.ui.settings.bench import Bench
from familieopslag.ui.settings.presenter import PassphrasePresenter, SettingsPresenter
from familieopslag.worker.connection_test_runner import ConnectionTestRunner
from familieopslag.worker.lookup_runner import LookupRunner
from familieopslag.worker.task_runner import TaskRunner

_NOT_SET_UP = (faults.SETTINGS_MISSING, faults.SETTINGS_INCOMPLETE)


class SettingsCorner(QObject):
    """See SettingsPresenter for the signals."""

    saved = Signal(object)
    set_up = Signal(object)
    demo_requested = Signal()

    def __init__(self, window: MainWindow, program: Program, runner: LookupRunner) -> None:
        super().__init__(window)
        fault = None if program.fault is None else program.fault.fault
        # A policy that cannot be used is no first run, whatever else is missing.
        self._is_wanted = program.configuration.is_first_run and fault in _NOT_SET_UP
        self._tasks = TaskRunner(self)
        self._tests = ConnectionTestRunner(self)
        session = program.session
        bench = Bench(self._tests, partial(draft_test, session=session))
        self._presenter = SettingsPresenter(window, session.setup, self._tasks, bench)
        self._presenter.saved.connect(self.saved)
        self._presenter.set_up.connect(self.set_up)
        self._presenter.demo_requested.connect(self.demo_requested)
        if program.environment.key != "demo":  # which has its own certificate, and always the passphrase
            PassphrasePresenter(window, runner, session.setup, self._tasks, program.configuration)

    def start(self) -> None:
        """The window has been painted."""
        if self._is_wanted:
            self._presenter.open()

    def shut_down(self, patience_ms: int) -> bool:
        """Stop the threads; False when one hangs, say a keyring that asks."""
        return all([self._tasks.shut_down(patience_ms), self._tests.shut_down(patience_ms)])
