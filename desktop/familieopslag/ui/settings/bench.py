"""The connection test beside settings that are not saved yet."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from familieopslag.domain.connection_test import ConnectionReport, ConnectionTest
from familieopslag.system.settings import Settings
from familieopslag.ui.connection_test_panel import ConnectionTestPanel
from familieopslag.ui.connection_test_presenter import ConnectionTestPresenter
from familieopslag.worker.connection_test_runner import ConnectionTestRunner

Tried = Callable[[], Settings]
"""Gives what is to be tested. It blocks, and raises as SettingsDesk.tried does."""


class Bench(NamedTuple):
    """Who tests. `of` makes the test of what a function gives, in the runner's thread."""

    runner: ConnectionTestRunner
    of: Callable[[Tried], ConnectionTest]


class DraftTest(QWidget):
    """Tests what stands there, saved or not, and looks nobody up."""

    finished = Signal(object)
    """The ConnectionReport."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench = bench
        panel = ConnectionTestPanel(with_number=False)
        self._start = panel.start_button
        self._presenter = ConnectionTestPresenter(panel, bench.runner, _nothing_to_test)
        self._presenter.finished.connect(self._on_finished)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(panel)

    def follow(self, tried: Tried | None) -> None:
        """What is to be tested from now on; None: it cannot be, as it stands."""
        self.setEnabled(tried is not None)
        if tried is not None:
            self._presenter.set_test(partial(self._bench.of, tried))

    def take_focus(self) -> None:
        """Put the keyboard on the button that starts."""
        self._start.setFocus()

    def stop(self) -> None:
        """The window goes away."""
        self._presenter.forget()

    @Slot(object)
    def _on_finished(self, report: ConnectionReport) -> None:
        self.finished.emit(report)


def _nothing_to_test() -> ConnectionTest:
    raise AssertionError("told what to test before it can be started")
