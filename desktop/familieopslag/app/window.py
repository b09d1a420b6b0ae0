"""The window with everything behind it, from the first paint to the last thread's end."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from familieopslag import __version__
from familieopslag.app.program import Program, configured, configured_with, demo_with, renewed

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from familieopslag.app.desk import Desk
    from familieopslag.domain.faults import FamilieopslagError, FaultReport
    from familieopslag.presentation.view_models import FailureView
    from familieopslag.system.instance import Instance
    from familieopslag.system.log.running_log import RunningLog
    from familieopslag.system.settings import Configuration
    from familieopslag.ui.crash_presenter import CrashPresenter
    from familieopslag.ui.main_window import MainWindow
    from familieopslag.worker.lookup_runner import LookupRunner

_SWITCH_SECONDS = 0.0005
"""Python's own is ten times that: each time the window's thread waits for the lock, that is how long."""


_RETIRING_MS = 100
_AS_THE_DESKTOP = 100


class RunningWindow:
    """A window and, once `connect_and_warm_up` has been called, the desk behind it.

    Settings hold for a window from its beginning to its end. When they change, another one takes its place: so nothing
    of a person, a purpose or an environment is carried over, and nothing can be forgotten to be told of the change.
    """

    def __init__(self, program: Program) -> None:
        """The window alone: light enough to be painted at once. A QApplication must exist."""
        self._retired: list[tuple[MainWindow, Desk]] = []
        self._log: RunningLog | None = None
        self._put_up(program, program.configuration.view.text_size)

    def _put_up(self, program: Program, text_size: int) -> None:
        from familieopslag.ui.main_window import MainWindow
        from familieopslag.ui.translation import translate

        self._program = program
        self._desk: Desk | None = None
        self._crashes: CrashPresenter | None = None
        self.window: MainWindow = MainWindow(program.environment.in_language(translate))
        self.window.set_text_size(text_size)
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

        if self._log is None:
            self._log = start_log(self._program)
        self._program.configuration.log_warnings()
        self._ready_desk().start()

    def clear(self) -> None:
        """Something has failed: everything of anybody goes."""
        if self._desk is not None:
            self._desk.clear_after_fault()
        else:
            self.clear_window()

    def clear_window(self) -> None:
        """Whoever is on the screen goes, where `clear` has failed."""
        self.window.clear()
        self.window.set_number("")

    def hide(self) -> None:
        """Where that has failed, too."""
        self.window.hide()

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
        desks = [desk for _, desk in self._retired] + ([] if self._desk is None else [self._desk])
        # All of them are asked, whatever the first one says.
        is_ended = all([desk.shut_down() for desk in desks])  # noqa: C419
        if self._log is not None:
            self._log.close()
            self._log = None
        return is_ended

    def replace(self, program: Program) -> None:
        """Let another window take the place of this one, which is cleared.

        It speaks the language that is set. Its text is as large as somebody has made it with the keys, unless another
        size has been set.
        """
        from familieopslag.ui import theme

        before, desk = self.window, self._desk
        was, view = self._program.configuration.view, program.configuration.view
        text_size = before.text_size if view.text_size == was.text_size else view.text_size
        before.set_text_size(_AS_THE_DESKTOP)  # what the next one is measured from
        if view.language != was.language:
            _speak(_application(), view.language)
        theme.apply(_application(), view.theme)
        self._put_up(program, text_size)
        self.window.painted.connect(self.connect_and_warm_up)
        self.window.restoreGeometry(before.saveGeometry())
        self.window.show()
        self.window.activateWindow()
        before.close()
        if desk is None:
            before.deleteLater()
        else:
            self._retired.append((before, desk))
            self._let_go()

    def _let_go(self) -> None:
        """Drop the windows before this one as their threads end, which the user does not wait for."""
        from PySide6.QtCore import QTimer

        hanging = []
        for window, desk in self._retired:
            if desk.shut_down(patience_ms=0):
                window.deleteLater()
            else:
                hanging.append((window, desk))
        self._retired = hanging
        if hanging:
            QTimer.singleShot(_RETIRING_MS, self._let_go)

    def _on_saved(self, configuration: "Configuration") -> None:
        from familieopslag.ui.translation import translate

        self.replace(renewed(self._program, configuration))
        self.window.tell(translate("settings", "Indstillingerne er gemt."))

    def _on_set_up(self, configuration: "Configuration") -> None:
        from familieopslag.ui.translation import translate

        self.replace(configured_with(configuration, self._program.session))
        self.window.tell(translate("settings", "Programmet er sat op."))

    def _on_demo_requested(self) -> None:
        self.replace(demo_with(self._program.configuration, self._program.session))

    def _ready_desk(self) -> "Desk":
        if self._desk is None:
            from familieopslag.app.desk import Desk

            self._desk = Desk(self.window, self._program)
            settings = self._desk.settings
            # From the GUI thread to the GUI thread.
            settings.saved.connect(self._on_saved)
            settings.set_up.connect(self._on_set_up)
            settings.demo_requested.connect(self._on_demo_requested)
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

    kind, profile = "demo" if program.is_demo else "real", program.session.profile_dir
    instance = Instance(profile, kind, paths.instance_dir(profile))
    if not instance.take():
        from familieopslag.app.second_start import call_first

        return call_first(instance)
    from PySide6.QtWidgets import QApplication

    from familieopslag.ui import theme
    from familieopslag.ui.crash_watch import CrashWatch
    from familieopslag.ui.garbage import GuiThreadCollector

    # The window's thread gets Python's lock back soon, however busy a worker is reading a reply.
    sys.setswitchinterval(_SWITCH_SECONDS)
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Familieopslag")
    app.setApplicationVersion(__version__)
    view = program.configuration.view
    _speak(app, view.language)
    theme.apply(app, view.theme)
    running = RunningWindow(program)
    watch = CrashWatch((running.clear, running.clear_window, running.hide), app)
    watch.crashed.connect(running.tell_crash)
    watch.start()
    running.window.painted.connect(running.connect_and_warm_up)
    running.window.painted.connect(lambda: _listen(app, running, instance))
    running.window.painted.connect(lambda: GuiThreadCollector(app))
    code = show_until_closed(running) or program.exit_code
    watch.stop()
    return code


def _listen(app: "QApplication", running: RunningWindow, instance: "Instance") -> None:
    from familieopslag.ui.doorbell import Doorbell, bring_forward

    bell = Doorbell(instance.address, app)
    bell.rung.connect(lambda: bring_forward(running.window))
    app.aboutToQuit.connect(bell.close)


def _speak(app: "QApplication", language: str) -> None:
    """`language`: see ViewSettings."""
    from familieopslag.ui import translation

    translation.install(app, None if language == "system" else language)


def _application() -> "QApplication":
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError("a window needs an application")
    return app


def _told(error: "FamilieopslagError") -> "FailureView":
    from datetime import datetime

    from familieopslag.domain.faults import report_of
    from familieopslag.presentation.failures import present_failure
    from familieopslag.ui.translation import translate

    return present_failure(report_of(error), datetime.now().astimezone(), translate)
