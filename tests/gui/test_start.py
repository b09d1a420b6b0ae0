"""The window as settings and policy have it open: looks, language, and what is wrong with them."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from familieopslag.app.window import RunningWindow, open_window
from familieopslag.domain.faults import ExitCode
from familieopslag.system.configuration.keys import KEYS
from familieopslag.ui import theme
from tests.support.configurations import SAMPLES, line_of, policy_of
from tests.support.widgets import everything_said

Open = Callable[[str], RunningWindow]
_CONNECTION = "".join(line_of(of, SAMPLES[of.label][0]) for of in KEYS if of.is_required)


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[Open]:
    """Open the window with a settings.toml of that text; the worker is not started."""
    windows = []
    points = QApplication.font().pointSizeF()

    def open_it(text: str) -> RunningWindow:
        (tmp_path / "settings.toml").write_text(text, encoding="utf-8")
        running = open_window(tmp_path)
        running.window.painted.disconnect(running.runner.warm_up)
        windows.append(running)
        qtbot.addWidget(running.window)
        with qtbot.waitActive(running.window):
            running.window.show()
        return running

    yield open_it
    for running in windows:
        running.window.set_text_size(100)
        assert running.shut_down()
    assert QApplication.font().pointSizeF() == points


def _typed_into(running: RunningWindow, qtbot: QtBot, text: str) -> str:
    qtbot.keyClicks(QApplication.focusWidget(), text)
    return running.window.findChildren(QLineEdit)[0].text()


def test_without_settings_the_window_says_what_to_do(opened: Open, tmp_path: Path) -> None:
    said = everything_said(opened("").window)
    assert "IKKE SAT OP" in said
    assert f"Indstillingen [service] environment mangler i {tmp_path / 'settings.toml'}." in said
    assert "FO-013" in said


def test_a_broken_file_is_told_with_its_line_and_stays(opened: Open, tmp_path: Path) -> None:
    said = everything_said(opened(_CONNECTION + "[view\n").window)
    line = len(_CONNECTION.splitlines()) + 1
    assert f"Indstillingerne i {tmp_path / 'settings.toml'} kan ikke læses: linje {line}." in said
    assert "IKKE SAT OP" in said
    assert (tmp_path / "settings.toml").read_text(encoding="utf-8") == _CONNECTION + "[view\n"


def test_a_faulty_wish_is_told_and_everything_else_works(opened: Open, qtbot: QtBot) -> None:
    running = opened(_CONNECTION + "[privacy]\nidle_minutes = 99\n")
    said = everything_said(running.window)
    assert "[privacy] idle_minutes" in said
    assert "EKSTERN TEST" in said
    assert "IKKE SAT OP" not in said
    assert _typed_into(running, qtbot, "120375") == "120375"


def test_without_a_fault_nothing_is_said(opened: Open, qtbot: QtBot) -> None:
    running = opened(_CONNECTION)
    assert "FO-0" not in everything_said(running.window)
    assert _typed_into(running, qtbot, "120375") == "120375"


def test_what_has_no_effect_is_logged_once_the_window_is_there(
    opened: Open, caplog: pytest.LogCaptureFixture
) -> None:
    running = opened("[privacy]\nidle_minutes = 15\n")
    assert "idle_minutes" not in caplog.text
    running.connect_and_warm_up()
    assert "setting without effect: looser [privacy] idle_minutes (user)" in caplog.text


@pytest.mark.parametrize(("text", "hidden"), [("", False), ("[privacy]\nmask_names = true\n", True)])
def test_names_are_hidden_where_that_is_set(opened: Open, text: str, hidden: bool) -> None:  # noqa: FBT001
    assert opened(_CONNECTION + text)._program.rules.mask_names is hidden


@pytest.mark.parametrize("percent", [80, 100, 200])
def test_the_text_is_as_large_as_it_is_set(opened: Open, percent: int) -> None:
    before = QApplication.font().pointSizeF()
    running = opened(f"{_CONNECTION}[view]\ntext_size = {percent}\n")
    assert QApplication.font().pointSizeF() == pytest.approx(before * percent / 100)
    assert "Tekststørrelse" not in everything_said(running.window), "nobody has just changed it"


def test_the_size_that_is_set_is_where_the_keys_begin(opened: Open, qtbot: QtBot) -> None:
    running = opened(f"{_CONNECTION}[view]\ntext_size = 120\n")
    qtbot.keyClick(running.window, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert "Tekststørrelse 110 %" in everything_said(running.window)


@pytest.mark.parametrize(("scheme", "ground"), [("dark", theme.DARK.ground), ("light", theme.LIGHT.ground)])
def test_the_colours_are_those_that_are_set_whatever_the_desktop_says(
    qapp: QApplication, scheme: str, ground: str
) -> None:
    theme.apply(qapp, scheme)
    try:
        assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == ground
        assert theme.colours().ground == ground
    finally:
        theme.apply(qapp)
    assert theme.colours() is theme.LIGHT, "as the desktop of the tests says"


_RUN = """
import sys
from pathlib import Path
from familieopslag.app import main, window
from familieopslag.system.configuration.policy import PolicyFile
import familieopslag.system.settings as settings
settings.machine_policy = lambda: (PolicyFile(Path(sys.argv[1]), owners=(0, int(sys.argv[2]))),)
def look(running):
    from PySide6.QtWidgets import QLabel, QPushButton
    print(*(w.text() for w in running.window.findChildren(QLabel) + running.window.findChildren(QPushButton)))
    print(running.window.palette().color(running.window.backgroundRole()).name())
    running.window.close()
window.RunningWindow.connect_and_warm_up = look
sys.exit(main(["--profile-dir", sys.argv[3]]))
"""


def _run(policy: Path, profile: Path) -> "subprocess.CompletedProcess[str]":
    owner = os.getuid() if hasattr(os, "getuid") else 0
    return subprocess.run(
        [sys.executable, "-c", _RUN, str(policy), str(owner), str(profile)],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        timeout=60,
        check=False,
    )


@pytest.mark.skipif(os.name == "nt", reason="there, the folder of a test is not the administrators'")
def test_a_policy_that_is_refused_is_told_in_the_window_and_by_the_exit_code(tmp_path: Path) -> None:
    policy_of(tmp_path / "etc", "[locked.privacy]\nidle_minutes = 3\n")
    (tmp_path / "settings.toml").write_text(_CONNECTION, encoding="utf-8")
    (tmp_path / "etc" / "policy.toml").chmod(0o666)
    done = _run(tmp_path / "etc" / "policy.toml", tmp_path)
    assert done.returncode == ExitCode.CONFIGURATION, done.stderr
    assert "IKKE SAT OP" in done.stdout
    assert "andre end administratoren kan ændre filen eller mappen" in done.stdout


@pytest.mark.skipif(os.name == "nt", reason="there, the folder of a test is not the administrators'")
def test_the_window_has_the_language_and_the_colours_that_are_locked(tmp_path: Path) -> None:
    policy_of(tmp_path / "etc", "[locked.view]\nlanguage = 'en'\ntheme = 'dark'\n")
    (tmp_path / "settings.toml").write_text(_CONNECTION + "[view]\nlanguage = 'da'\n", encoding="utf-8")
    done = _run(tmp_path / "etc" / "policy.toml", tmp_path)
    assert done.returncode == ExitCode.OK, done.stderr
    assert "Look up" in done.stdout
    assert "Slå op" not in done.stdout
    assert theme.DARK.ground.lower() in done.stdout
