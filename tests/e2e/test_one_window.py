"""A second start raises the first one's window, says nothing, and ends; seen from outside, with real processes."""

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

PATIENCE = 60
_FIRST = """
import json, sys
from PySide6.QtCore import QTimer
from familieopslag.app import main, window
from familieopslag.ui import doorbell

def tell(**told):
    print(json.dumps(told), flush=True)

raise_it, listen = doorbell.bring_forward, window._listen
def raised(of):
    raise_it(of)
    tell(event="raised", minimized=of.isMinimized(), title=of.windowTitle())
doorbell.bring_forward = raised
def listening(app, running, instance):
    listen(app, running, instance)
    if "minimized" in sys.argv:
        running.window.showMinimized()
    tell(event="listening", address=instance.address)
    if "hanging" in sys.argv:
        import time
        time.sleep(60)
window._listen = listening
sys.exit(main(["--profile-dir", sys.argv[1]]))
"""


class First:
    """The program, with a window, in a process of its own."""

    def __init__(self, profile: Path, *how: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", _FIRST, str(profile), *how],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
        )
        self.address = self.next()["address"]

    def next(self) -> dict[str, str]:
        """What it says next."""
        assert self._process.stdout is not None
        watchdog = threading.Timer(PATIENCE, self._process.kill)
        watchdog.start()
        try:
            told: dict[str, str] = json.loads(self._process.stdout.readline())
        finally:
            watchdog.cancel()
        return told

    def end(self, how: int = signal.SIGTERM) -> None:
        """Without a chance to clean up."""
        self._process.send_signal(how)
        self._process.wait(PATIENCE)
        assert self._process.stdout is not None
        self._process.stdout.close()


@pytest.fixture(autouse=True)
def own_session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A runtime folder with a short path, as a real one has."""
    folder = tmp_path / "run"
    folder.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    return folder


@pytest.fixture
def first(tmp_path: Path) -> Iterator[First]:
    process = First(tmp_path)
    yield process
    process.end()


def _start(*arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "familieopslag", *arguments],
        input="",
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )


def test_a_second_start_raises_the_first_and_ends_well(first: First, tmp_path: Path) -> None:
    for _ in range(2):
        second = _start("--profile-dir", str(tmp_path))
        assert (second.returncode, second.stdout) == (0, "")
        assert first.next()["event"] == "raised"


def test_a_minimised_window_comes_back(tmp_path: Path) -> None:
    first = First(tmp_path, "minimized")
    assert _start("--profile-dir", str(tmp_path)).returncode == 0
    assert first.next()["minimized"] is False
    first.end()


def test_commands_are_no_windows(first: First, tmp_path: Path) -> None:
    assert "indstillinger" in _start("--profile-dir", str(tmp_path), "--print-policy").stdout
    package = tmp_path / "package.zip"
    assert _start("--profile-dir", str(tmp_path), "--diagnose", str(package)).returncode == 0
    assert package.exists()
    # Nothing was raised meanwhile: this is the first time.
    assert _start("--profile-dir", str(tmp_path)).returncode == 0
    assert first.next()["event"] == "raised"


@pytest.mark.skipif(os.name == "nt", reason="a pipe leaves nothing behind")
def test_after_a_crash_the_next_start_is_the_first_and_hears(tmp_path: Path, own_session: Path) -> None:
    crashed = First(tmp_path)
    crashed.end(signal.SIGKILL)
    assert Path(crashed.address).exists()  # the socket that a killed process leaves
    after = First(tmp_path)
    assert after.address == crashed.address
    assert _start("--profile-dir", str(tmp_path)).returncode == 0
    assert after.next()["event"] == "raised"
    after.end()


@pytest.mark.skipif(os.name == "nt", reason="a pipe has an access list instead of a mode")
def test_the_socket_is_the_user_s_own(first: First, own_session: Path) -> None:
    assert Path(first.address).parent == own_session
    assert Path(first.address).stat().st_mode & 0o077 == 0


def test_a_window_that_hangs_is_told_of_instead_of_nothing_happening(tmp_path: Path) -> None:
    hanging = First(tmp_path, "hanging")
    script = (
        "import sys\n"
        "from PySide6.QtWidgets import QMessageBox\n"
        "from familieopslag.app import main, second_start\n"
        "second_start._PATIENCE_MS = 300\n"
        "QMessageBox.exec = lambda box: print(box.text())\n"
        "sys.exit(main(['--profile-dir', sys.argv[1]]))\n"
    )
    second = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        timeout=PATIENCE,
        check=False,
    )
    assert second.returncode == 1
    assert "svarer ikke" in second.stdout
    hanging.end(signal.SIGKILL)
