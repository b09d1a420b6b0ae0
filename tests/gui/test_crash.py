"""What nobody has caught: the screen is cleared, one dialog tells, nobody is in it, and the program goes on."""

import logging
import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from familieopslag.domain.clearing import ClearReason
from familieopslag.presentation.environment import EnvironmentView
from familieopslag.ui.crash_dialog import CrashDialog
from familieopslag.ui.crash_presenter import CrashPresenter
from familieopslag.ui.crash_watch import CrashWatch
from familieopslag.ui.main_window import MainWindow
from tests.gui.guarded_desk import GuardedDesk
from tests.support.replies import invented_number, main_row
from tests.support.widgets import everything_said

ME = invented_number()
NAME = "Sjællandsen"


class Scene:
    """A window with the watch on it; `cleared` counts."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.cleared = 0
        self.window = MainWindow(EnvironmentView("demo", "DEMO", "DEMO"))
        qtbot.addWidget(self.window)
        self.window.show_idle()
        self.window.show()
        self.watch = CrashWatch((self._clear,), self.window)
        self.presenter = CrashPresenter(self.window, lambda: "about", quiet_ms=1)
        self.watch.crashed.connect(self.presenter.show)
        self.ways: list[str] = []

    def _clear(self) -> None:
        self.cleared += 1

    @property
    def dialog(self) -> CrashDialog:
        """The one that is open."""
        assert self.presenter.dialog is not None
        return self.presenter.dialog

    def press(self, words: str) -> None:
        """Click a button of the dialog."""
        button = next(b for b in self.dialog.findChildren(QPushButton) if b.text() == words)
        button.click()

    def crash(self, error: BaseException, times: int = 1) -> None:
        """As PySide does with what a slot has raised."""
        for _ in range(times):
            with self.qtbot.waitSignal(self.watch.crashed):
                sys.excepthook(type(error), error, error.__traceback__)


@pytest.fixture
def scene(qtbot: QtBot) -> Iterator[Scene]:
    scene = Scene(qtbot)
    scene.watch.start()
    yield scene
    scene.watch.stop()
    if scene.presenter.dialog is not None:
        scene.presenter.dialog.reject()


def _raised() -> BaseException:
    secret = f"{NAME} {ME}"
    try:
        {}[secret]
    except LookupError as error:
        return error


def test_a_crash_clears_first_and_tells_with_an_id_and_without_a_value(
    scene: Scene, caplog: pytest.LogCaptureFixture
) -> None:
    scene.crash(_raised())
    assert scene.cleared == 1
    said = everything_said(scene.dialog)
    assert "Der skete en fejl i programmet" in said
    assert "FO-002" in said
    assert "KeyError" in said
    assert "test_crash.py:" in said
    for leaked in (NAME, ME, ME[6:]):
        assert leaked not in said + caplog.text
    logged = next(record for record in caplog.records if record.levelno == logging.ERROR)
    assert logged.correlation_id in said  # type: ignore[attr-defined]
    assert "KeyError" in logged.getMessage()


def test_python_keeps_no_frame_of_what_was_shown(scene: Scene) -> None:
    sys.last_value = error = _raised()
    scene.crash(error)
    assert not hasattr(sys, "last_value")


def test_the_report_can_be_copied(scene: Scene) -> None:
    scene.crash(_raised())
    scene.press("Kopiér fejlrapport")
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("about\nFO-002 · ")
    assert copied == scene.dialog.findChildren(QPlainTextEdit)[0].toPlainText()
    assert NAME not in copied


def test_return_and_escape_go_on(scene: Scene) -> None:
    scene.crash(_raised())
    go_on = next(b for b in scene.dialog.findChildren(QPushButton) if b.isDefault())
    assert go_on.text() == "Fortsæt"
    assert go_on.hasFocus() or scene.dialog.focusWidget() is go_on
    scene.press("Fortsæt")
    assert scene.presenter.dialog is None
    assert scene.window.isVisible()


def test_the_program_can_be_closed(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    codes: list[int] = []
    monkeypatch.setattr(QApplication, "exit", staticmethod(codes.append))
    scene.crash(_raised())
    scene.press("Luk programmet")
    assert codes == [1]
    assert not scene.window.isVisible()


def test_however_often_it_fails_there_is_one_dialog_and_few_lines(
    scene: Scene, caplog: pytest.LogCaptureFixture
) -> None:
    error = _raised()
    scene.crash(error, times=50)
    assert (
        len([w for w in QApplication.topLevelWidgets() if isinstance(w, CrashDialog) and w.isVisible()]) == 1
    )
    assert scene.cleared == 50
    assert "50 gange" in everything_said(scene.dialog)
    assert len([r for r in caplog.records if r.levelno == logging.ERROR]) == 4  # 1, 2, 3 and 10


def test_after_going_on_the_same_is_quiet_for_a_while_and_another_is_not(scene: Scene, qtbot: QtBot) -> None:
    scene.presenter._quiet_ms = 60_000
    error = _raised()
    scene.crash(error)
    scene.press("Fortsæt")
    scene.crash(error)
    assert scene.presenter.dialog is None
    scene.crash(RuntimeError())
    assert scene.presenter.dialog is not None


def test_another_thread_s_crash_is_told_in_the_gui_thread(scene: Scene) -> None:
    threads: list[threading.Thread] = []
    scene.watch.crashed.connect(lambda _report: threads.append(threading.current_thread()))

    def fail() -> None:
        raise _raised()

    worker = threading.Thread(target=fail, name="someone")
    with scene.qtbot.waitSignal(scene.watch.crashed):
        worker.start()
    worker.join()
    assert threads == [threading.main_thread()]
    assert scene.cleared == 1


def test_what_fails_in_a_destructor_is_logged_and_not_told(
    scene: Scene, caplog: pytest.LogCaptureFixture
) -> None:
    class Fragile:
        def __del__(self) -> None:
            raise LookupError(f"{NAME} {ME}")

    thing = Fragile()
    del thing
    assert "unraisable" in caplog.text
    assert NAME not in caplog.text
    assert scene.presenter.dialog is None


def test_a_crash_while_telling_of_one_ends_in_one_line(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def broken(_error: BaseException) -> str:
        raise RuntimeError(f"{NAME} {ME}")

    monkeypatch.setattr("familieopslag.system.log.trace.trace_of", broken)
    error = _raised()
    sys.excepthook(type(error), error, error.__traceback__)
    assert capfd.readouterr().err == "familieopslag: RuntimeError while telling of an error\n"


def test_a_window_that_could_only_be_hidden_is_closed_after_the_dialog(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    codes: list[int] = []
    monkeypatch.setattr(QApplication, "exit", staticmethod(codes.append))
    scene.window.hide()
    scene.crash(_raised())
    scene.press("Fortsæt")
    assert codes == [1]


def test_where_clearing_fails_the_next_way_is_taken(qtbot: QtBot) -> None:
    ways: list[str] = []

    def fails() -> None:
        ways.append("fails")
        raise RuntimeError(NAME)

    watch = CrashWatch((fails, lambda: ways.append("works"), lambda: ways.append("not needed")))
    watch.start()
    try:
        with qtbot.waitSignal(watch.crashed):
            sys.excepthook(KeyError, KeyError(), None)
    finally:
        watch.stop()
    assert ways == ["fails", "works"]


def test_everybody_is_gone_from_a_real_desk_and_the_dialog_stays(desk: GuardedDesk, qtbot: QtBot) -> None:
    desk.look_up(main_row(ME))
    assert ME[:6] in desk.said
    watch = CrashWatch((lambda: desk.safekeeping.clear(ClearReason.FAULT),), desk.window)
    presenter = CrashPresenter(desk.window, lambda: "about")
    watch.crashed.connect(presenter.show)
    watch.start()
    try:
        for _ in range(2):
            with qtbot.waitSignal(watch.crashed):
                QTimer.singleShot(0, lambda: sys.excepthook(KeyError, KeyError(), None))
        assert ME[:6] not in desk.said
        assert presenter.dialog is not None
        assert presenter.dialog.isVisible()
        presenter.dialog.reject()
    finally:
        watch.stop()
