"""Log, crash and package of the real program: what is left after a lookup, and who is not in it."""

import io
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from familieopslag.app import main
from familieopslag.system.log.crash_file import crash_files
from familieopslag.system.log.daily_file import log_files
from tests.e2e.conftest import Opslag
from tests.support.personal_data import PersonalData
from tests.support.persons import PERSON, PERSON_NAME, UNKNOWN_NUMBER
from tests.support.service_process import ServiceProcess

_CRASHING = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton
from familieopslag.app import main, window
from familieopslag.ui.crash_dialog import CrashDialog
from tests.support.widgets import everything_said

number, name = sys.argv[2:]
warm_up = window.RunningWindow.connect_and_warm_up
def connected(running):
    warm_up(running)
    running.runner.succeeded.connect(lambda _result: QTimer.singleShot(0, fail))
    running.window.submitted.emit(number)
    timer = QTimer(running.window, interval=20)
    timer.timeout.connect(lambda: look(running.window))
    timer.start()
window.RunningWindow.connect_and_warm_up = connected

def fail():
    whom = number + name
    raise LookupError(whom)

def look(of):
    for dialog in QApplication.topLevelWidgets():
        if isinstance(dialog, CrashDialog) and dialog.isVisible():
            print(everything_said(dialog))
            print("WINDOW", everything_said(of).replace(everything_said(dialog), ""))
            next(b for b in dialog.findChildren(QPushButton) if b.text() == "Luk programmet").click()

sys.exit(main(["--profile-dir", sys.argv[1]]))
"""


def _log(profile: Path) -> str:
    return "".join(file.read_text(encoding="utf-8") for file in log_files(profile / "logs"))


@pytest.fixture
def diagnose(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path, Path], int]:
    """Run `familieopslag --profile-dir PROFILE --diagnose FILE`."""

    def run(profile: Path, file: Path) -> int:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
        return main(["--profile-dir", str(profile), "--diagnose", str(file)])

    return run


Diagnose = Callable[[Path, Path], int]


def _parts(package: Path) -> dict[str, str]:
    with zipfile.ZipFile(package) as opened:
        return {name: opened.read(name).decode() for name in opened.namelist()}


def test_a_lookup_leaves_how_and_when_and_never_whom(
    opslag: Opslag, profile: Path, personal_data: PersonalData
) -> None:
    shown = opslag(profile, PERSON)
    missing = opslag(profile, UNKNOWN_NUMBER)
    log = _log(profile)
    assert f"{shown.data['origin']['correlation_ids'][0]} lookup ok after " in log
    assert f"{missing.data['error']['correlation_id']} FO-060" in log
    assert "certificate: " in log
    assert personal_data.kinds_in(log) == set()


def test_an_error_in_a_slot_ends_in_a_dialog_a_line_and_no_word_of_anybody(
    service: ServiceProcess, profile: Path, personal_data: PersonalData, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(profile))
    ended = subprocess.run(
        [sys.executable, "-c", _CRASHING, str(profile), PERSON, PERSON_NAME],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    log = _log(profile)
    assert ended.returncode == 1, ended.stderr
    assert "FO-002" in ended.stdout
    assert "LookupError" in ended.stdout
    assert "FO-002 in MainThread" in log
    assert "start: Familieopslag" in log
    for said in (ended.stdout, ended.stderr, log):
        assert personal_data.kinds_in(said) == set()
    assert crash_files(profile / "logs") == []


def test_the_package_from_the_command_line(
    diagnose: Diagnose,
    opslag: Opslag,
    profile: Path,
    personal_data: PersonalData,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    opslag(profile, PERSON)
    package = tmp_path / "out" / "package.zip"
    assert diagnose(profile, package) == 0
    parts = _parts(package)
    said = capsys.readouterr().out
    assert [*parts] == said.splitlines()[:-1]
    assert {"versioner.txt", "indstillinger.toml", "certifikat.txt", "revisionslog.txt"} < set(parts)
    assert "Gyldigt til 20" in parts["certifikat.txt"]
    assert "SHA-256 " in parts["certifikat.txt"]
    assert re.search(r"Rækker: [1-9]", parts["revisionslog.txt"])
    assert "Fejl: ingen" in parts["revisionslog.txt"]
    assert 'environment = "custom"' in parts["indstillinger.toml"]
    assert any(name.startswith("log/familieopslag-") for name in parts)
    everything = "".join(parts.values())
    assert "PRIVATE KEY" not in everything
    assert personal_data.kinds_in(everything) == set()


def test_a_package_that_is_about_somebody_is_refused_with_the_part_s_name_only(
    diagnose: Diagnose, profile: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (profile / "logs").mkdir()
    (profile / "logs" / "familieopslag-2026-11-20.log").write_text(
        f"x {PERSON[:6]} - {PERSON[6:]}\n", "utf-8"
    )
    package = tmp_path / "package.zip"
    assert diagnose(profile, package) == 1
    err = capsys.readouterr().err
    assert "log/familieopslag-2026-11-20.log" in err
    assert "FO-003" in err
    assert PERSON[6:] not in err
    assert not package.exists()


def test_a_package_can_be_had_whatever_is_wrong_with_the_settings(
    diagnose: Diagnose, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "settings.toml").write_text("[service\n", encoding="utf-8")
    package = tmp_path / "package.zip"
    assert diagnose(tmp_path, package) == 0
    parts = _parts(package)
    assert "FO-01" in parts["fejl-ved-start.txt"]
    assert parts["certifikat.txt"].startswith("FO-01")


def test_a_package_that_cannot_be_written_is_told(
    diagnose: Diagnose, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert diagnose(tmp_path, tmp_path) == 1
    assert "FO-004" in capsys.readouterr().err
