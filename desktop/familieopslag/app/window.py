"""The window with everything behind it, from the first paint to the last thread's end."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from familieopslag import __version__
from familieopslag.app.program import Program, configured

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from familieopslag.app.desk import Desk
    from familieopslag.domain.faults import FamilieopslagError, FaultReport
    from familieopslag.presentation.view_models import FailureView
    from familieopslag.system.instance import Instance
    from familieopslag.system.log.running_log import RunningLog
    from familieopslag.ui.crash_presenter import CrashPresenter
    from familieopslag.ui.main_window import MainWindow
    from familieopslag.worker.lookup_runner import LookupRunner


class RunningWindow:
    """A window and, once `connect_and_warm_up` has been called, the desk behind it."""

    def __init__(self, program: Program) -> None:
        """The window alone: light enough to be painted at once. A QApplication must exist."""
        from familieopslag.ui.main_window import MainWindow

        self._program = program
        self._desk: Desk | None = None
        self._log: RunningLog | None = None
        self._crashes: CrashPresenter | None = None
        self.window: MainWindow = MainWindow(program.environment)
        self.window.set_text_size(program.configuration.view.text_size)
        self.window.show_idle()
        if program.fault is not None:
            self.window.show_failure(_told(program.fault))
            if program.environment.key != "none":
                self.window.command("search").trigger()  # the rest works, so typing goes where it always goes

    @property
    def runner(self) -> "LookupRunner":
        """Who looks people up."""
        return self._ready_desk().runner

    def connect_and_warm_up(self) -> None:
        """What follows the first paint. Keys typed meanwhile wait in Qt's queue, so none is lost."""
        from familieopslag.app.running import start_log

        self._log = start_log(self._program)
        self._ready_desk().start()

    def clear(self) -> None:
        """Something has failed: whoever is on the screen goes."""
        if self._desk is not None:
            self._desk.clear_after_fault()
        else:
            self.window.clear()
            self.window.set_number("")

    def tell_crash(self, report: "FaultReport") -> None:
        """Tell of what nobody has caught."""
        if self._crashes is None:
            from familieopslag.app.running import about_this_program
            from familieopslag.ui.crash_presenter import CrashPresenter

            self._crashes = CrashPresenter(self.window, about_this_program)
        self._crashes.show(report)

    def shut_down(self) -> bool:
        """Close the window, which clears it, and stop the threads; False when one hangs."""
        self.window.close()
        is_ended = self._desk is None or self._desk.shut_down()
        if self._log is not None:
            self._log.close()
            self._log = None
        return is_ended

    def _ready_desk(self) -> "Desk":
        if self._desk is None:
            from familieopslag.app.desk import Desk

            self._desk = Desk(self.window, self._program)
        return self._desk


def open_window(profile_dir: Path | None) -> RunningWindow:
    """The window, connected but not yet shown. A QApplication must exist."""
    running = RunningWindow(configured(profile_dir))
    running.window.painted.connect(running.runner.warm_up)
    return running


def show_until_closed(running: RunningWindow) -> int:
    """Show the window and return the exit code when it is closed; does not return when a thread hangs then."""
    from PySide6.QtWidgets import QApplication

    running.window.show()
    code = QApplication.exec()
    if not running.shut_down():
        from familieopslag.worker.lookup_runner import leave_at_once

        leave_at_once(code)
    return code


def run(program: Program) -> int:
    """The whole life of the program with a window; its exit code. A second start only calls the first one's window."""
    from familieopslag.system import paths
    from familieopslag.system.instance import Instance

    kind = "demo" if program.is_demo else "real"
    instance = Instance(program.profile_dir, kind, paths.instance_dir(program.profile_dir))
    if not instance.take():
        from familieopslag.app.second_start import call_first

        return call_first(instance)
    from PySide6.QtWidgets import QApplication

    from familieopslag.ui import theme, translation
    from familieopslag.ui.crash_watch import CrashWatch
    from familieopslag.ui.garbage import GuiThreadCollector

    app = QApplication(sys.argv[:1])
    app.setApplicationName("Familieopslag")
    app.setApplicationVersion(__version__)
    view = program.configuration.view
    translation.install(app, None if view.language == "system" else view.language)
    theme.apply(app, view.theme)
    running = RunningWindow(program)
    watch = CrashWatch((running.clear, running.window.clear, running.window.hide), running.window)
    watch.crashed.connect(running.tell_crash)
    watch.start()
    running.window.painted.connect(running.connect_and_warm_up)
    running.window.painted.connect(lambda: _listen(app, running.window, instance))
    running.window.painted.connect(lambda: GuiThreadCollector(running.window))
    code = show_until_closed(running) or program.exit_code
    watch.stop()
    return code


def _listen(app: "QApplication", window: "MainWindow", instance: "Instance") -> None:
    from familieopslag.ui.doorbell import Doorbell, bring_forward

    bell = Doorbell(instance.address, window)
    bell.rung.connect(lambda: bring_forward(window))
    app.aboutToQuit.connect(bell.close)


def _told(error: "FamilieopslagError") -> "FailureView":
    from datetime import datetime

    from familieopslag.domain.faults import report_of
    from familieopslag.presentation.failures import present_failure
    from familieopslag.ui.translation import translate

    return present_failure(report_of(error), datetime.now().astimezone(), translate)
