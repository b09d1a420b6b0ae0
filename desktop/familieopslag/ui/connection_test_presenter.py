"""Between a connection test and its panel: starts it, tells of each step, and hands the result on."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from familieopslag import __version__
from familieopslag.domain.connection_test import ConnectionReport, ConnectionTest, Outcome, Step, StepResult
from familieopslag.domain.cpr import InvalidCprError, parse
from familieopslag.domain.errand import Errand
from familieopslag.domain.ports import LookupRequest, Origin
from familieopslag.presentation.connection_test import (
    StepView,
    present_step,
    present_summary,
    report_lines,
    waiting_steps,
)
from familieopslag.presentation.failures import present_input_problem
from familieopslag.ui.connection_test_panel import ConnectionTestPanel
from familieopslag.ui.translation import translate
from familieopslag.worker.connection_test_runner import ConnectionTestRunner


class ConnectionTestPresenter(QObject):
    """Fills one panel, with a runner of its own. Whoever made the runner ends its thread with `shut_down`."""

    finished = Signal(object)
    """The ConnectionReport of a test that was not stopped."""
    copied = Signal()

    def __init__(
        self,
        panel: ConnectionTestPanel,
        runner: ConnectionTestRunner,
        make_test: Callable[[], ConnectionTest],
        *,
        errand: Callable[[], Errand | None] = Errand,
    ) -> None:
        """`make_test` is called in the runner's thread at each start, so it may read settings anew.

        `errand`: why a test number is looked up, asked at the start; None: it must not be, for want of a purpose.
        """
        super().__init__(panel)
        self._panel = panel
        self._runner = runner
        self._make_test = make_test
        self._errand = errand
        self._views: dict[Step, StepView] = {}
        self._summary = ""
        self._at = datetime.now().astimezone()
        panel.test_requested.connect(self._on_test_requested)
        panel.cancel_requested.connect(self.stop)
        panel.copy_requested.connect(self._on_copy_requested)
        runner.stepped.connect(self._on_stepped)
        runner.finished.connect(self._on_finished)
        self.forget()

    def set_test(self, make_test: Callable[[], ConnectionTest]) -> None:
        """Test something else from now on; what was found out about the other is forgotten."""
        self._make_test = make_test
        self.forget()

    @Slot()
    def start(self) -> None:
        """Test, and look nobody up."""
        self._start(None)

    @Slot()
    def stop(self) -> None:
        """End a test that is under way; what it has found out stays."""
        if self._runner.is_busy:
            self._runner.cancel()
            self._leave(self.tr("Testen blev afbrudt."))

    def forget(self) -> None:
        """As if there had been no test."""
        self._runner.cancel()
        self._show_waiting()
        self._panel.forget_number()
        self._leave("")
        self._panel.set_result(is_there=False)

    @Slot(str)
    def _on_test_requested(self, number: str) -> None:
        if not number:
            self._start(None)
            return
        try:
            cpr = parse(number)
        except InvalidCprError as problem:
            self._panel.show_number_problem(present_input_problem(problem, translate).text)
            return
        errand = self._errand()
        if errand is None:
            self._panel.show_number_problem(
                self.tr("Vælg først et formål ved søgefeltet. Det skal også logges for et testnummer.")
            )
            return
        self._panel.forget_number()
        self._start(LookupRequest(cpr, Origin.TEST, errand))

    @Slot(object)
    def _on_stepped(self, result: StepResult) -> None:
        self._show(result)
        following = list(Step)[list(Step).index(result.step) + 1 :]
        if following and result.outcome is not Outcome.FAILED:
            self._panel.show_running_step(following[0])

    @Slot(object)
    def _on_finished(self, report: ConnectionReport) -> None:
        for result in report.results:
            if self._views[result.step].outcome is None:
                self._views[result.step] = present_step(result, self._at, translate)
        self._panel.show_steps(tuple(self._views.values()))
        self._leave(present_summary(report, translate))
        self.finished.emit(report)

    @Slot()
    def _on_copy_requested(self) -> None:
        lines = report_lines(
            self._views.values(),
            self._summary,
            program=f"Familieopslag {__version__}",
            at=self._at,
            translate=translate,
        )
        QGuiApplication.clipboard().setText("\n".join(lines))
        self.copied.emit()

    def _start(self, number: LookupRequest | None) -> None:
        self._at = datetime.now().astimezone()
        self._show_waiting()
        self._panel.show_summary("")
        self._panel.set_result(is_there=False)
        self._panel.set_running(running=True)
        self._panel.show_running_step(next(iter(Step)))
        self._runner.start(self._make_test, number)

    def _show_waiting(self) -> None:
        self._views = {view.step: view for view in waiting_steps(translate)}
        self._panel.show_steps(tuple(self._views.values()))

    def _show(self, result: StepResult) -> None:
        view = present_step(result, datetime.now().astimezone(), translate)
        self._views[result.step] = view
        self._panel.show_step(view)

    def _leave(self, summary: str) -> None:
        """The test is over."""
        self._panel.show_steps(tuple(self._views.values()))
        self._summary = summary
        self._panel.show_summary(summary)
        self._panel.set_running(running=False)
        self._panel.set_result(is_there=bool(summary))
