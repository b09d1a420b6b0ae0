"""The command that opens the connection test, and what belongs to it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from familieopslag.domain.connection_test import ConnectionTest
from familieopslag.domain.errand import Errand
from familieopslag.presentation.environment import EnvironmentView
from familieopslag.ui.connection_test_dialog import ConnectionTestDialog
from familieopslag.ui.connection_test_presenter import ConnectionTestPresenter
from familieopslag.ui.main_window import MainWindow
from familieopslag.worker.connection_test_runner import ConnectionTestRunner
from familieopslag.worker.patience import PATIENCE_MS


class ConnectionTestCommand(QObject):
    """Opens the dialog when its command is chosen. Its thread ends with `shut_down`."""

    def __init__(
        self,
        window: MainWindow,
        make_test: Callable[[], ConnectionTest],
        environment: EnvironmentView,
        errand: Callable[[], Errand | None] = Errand,
    ) -> None:
        """Nothing is made before the command is chosen. Arguments: see ConnectionTestPresenter."""
        super().__init__(window)
        self._window = window
        self._make_test = make_test
        self._environment = environment
        self._errand = errand
        self._runner = ConnectionTestRunner(self)
        self._dialog: ConnectionTestDialog | None = None
        self._presenter: ConnectionTestPresenter | None = None
        window.command("test_connection").triggered.connect(self._on_chosen)

    def shut_down(self, patience_ms: int = PATIENCE_MS) -> bool:
        """Stop. False: a step hangs; leave with `lookup_runner.leave_at_once`."""
        return self._runner.shut_down(patience_ms)

    @Slot()
    def _on_chosen(self) -> None:
        if self._dialog is None:
            self._dialog = ConnectionTestDialog(self._environment.name, self._window)
            self._dialog.closed.connect(self._on_closed)
            self._presenter = ConnectionTestPresenter(
                self._dialog.panel, self._runner, self._make_test, errand=self._errand
            )
            self._presenter.copied.connect(self._on_copied)
        if not self._dialog.isVisible():
            self._dialog.open()

    @Slot()
    def _on_closed(self) -> None:
        if self._presenter is not None:
            self._presenter.forget()

    @Slot()
    def _on_copied(self) -> None:
        self._window.tell(self.tr("Resultatet er kopieret. Det indeholder ingen personoplysninger."))
