"""With the audit log read-only nobody is looked up and nothing is revealed; once it can be written again, both are."""

import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from familieopslag.app.window import RunningWindow, open_window
from familieopslag.domain.faults import ExitCode
from familieopslag.ui.reveal_dialog import RevealDialog
from tests.e2e.conftest import Opslag
from tests.support.persons import PERSON, PERSON_NAME, PROTECTED, PROTECTED_STREET
from tests.support.privileges import bound_by_modes
from tests.support.service_process import ServiceProcess
from tests.support.widgets import everything_said

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="a folder is read-only by its mode on Linux only"
)
_BLOCKED = "Opslaget kan ikke logges. Opslag er derfor spærret."
_SOON = 10_000


@pytest.fixture(autouse=True)
def _modes_bind() -> Iterator[None]:
    with bound_by_modes():
        yield


def _make_read_only(profile: Path, *, read_only: bool = True) -> None:
    folder = profile / "audit"
    folder.chmod(0o700)
    for file in folder.iterdir():
        file.chmod(stat.S_IRUSR if read_only else stat.S_IRUSR | stat.S_IWUSR)
    folder.chmod(0o500 if read_only else 0o700)


@pytest.fixture
def running(qtbot: QtBot, profile: Path) -> Iterator[RunningWindow]:
    running = open_window(profile)
    with qtbot.waitActive(running.window):
        running.window.show()
    yield running
    assert running.shut_down()


def _look_up(qtbot: QtBot, running: RunningWindow, number: str) -> None:
    field = next(w for w in running.window.findChildren(QLineEdit) if w.isVisibleTo(running.window))
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, number)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def _reveal(qtbot: QtBot, running: RunningWindow) -> None:
    running.window.command("reveal").trigger()
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, RevealDialog) and w.isVisible())
    qtbot.keyClick(dialog.findChildren(QRadioButton)[0], Qt.Key.Key_Space)
    qtbot.keyClicks(dialog.findChildren(QLineEdit)[0], "26/1234")
    accept = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Vis og log")
    qtbot.mouseClick(accept, Qt.MouseButton.LeftButton)


def test_neither_lookup_nor_reveal_without_a_record(
    qtbot: QtBot, running: RunningWindow, profile: Path, service: ServiceProcess
) -> None:
    def said() -> str:
        return everything_said(running.window)

    _look_up(qtbot, running, PROTECTED)
    qtbot.waitUntil(lambda: "Skjult" in said(), timeout=_SOON)
    calls = len(service.requests)
    _make_read_only(profile)
    _reveal(qtbot, running)
    qtbot.waitUntil(lambda: "FO-090" in said(), timeout=_SOON)
    assert PROTECTED_STREET not in said()
    _look_up(qtbot, running, PERSON)
    qtbot.waitUntil(lambda: _BLOCKED in said(), timeout=_SOON)
    assert len(service.requests) == calls

    _make_read_only(profile, read_only=False)
    _look_up(qtbot, running, PERSON)
    qtbot.waitUntil(lambda: PERSON_NAME in said(), timeout=_SOON)
    _look_up(qtbot, running, PROTECTED)
    qtbot.waitUntil(lambda: "Skjult" in said(), timeout=_SOON)
    _reveal(qtbot, running)
    qtbot.waitUntil(lambda: PROTECTED_STREET in said(), timeout=_SOON)


def test_the_command_line_calls_nobody_either(opslag: Opslag, profile: Path, service: ServiceProcess) -> None:
    assert opslag(profile, PERSON).exit_code == ExitCode.OK
    calls = len(service.requests)
    _make_read_only(profile)
    answer = opslag(profile, PERSON, "--text")
    assert answer.exit_code == ExitCode.AUDIT
    assert _BLOCKED in answer.err
    assert len(service.requests) == calls
