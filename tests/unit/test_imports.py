"""Processes of their own: what is imported without Qt, and what becomes of a number among the arguments."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.replies import invented_number

ME = invented_number()
PATIENCE = 60


def _python(*arguments: str, text: str = "") -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [sys.executable, *arguments],
        input=text,
        capture_output=True,
        encoding="utf-8",
        env=environment,
        timeout=PATIENCE,
        check=False,
    )


def _familieopslag(*arguments: str, text: str = "") -> "subprocess.CompletedProcess[str]":
    return _python("-m", "familieopslag", *arguments, text=text)


_WITHOUT_QT = """
import importlib, pkgutil, sys
sys.modules["PySide6"] = None
import familieopslag
for layer in ("domain", "service", "presentation", "system"):
    package = importlib.import_module(f"familieopslag.{layer}")
    for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        importlib.import_module(module.name)
        print(module.name)
import familieopslag.cli, familieopslag.assembly, familieopslag.app
"""


def test_domain_service_presentation_and_system_need_no_qt() -> None:
    done = _python("-c", _WITHOUT_QT)
    assert done.returncode == 0, done.stderr
    names = done.stdout.split()
    assert {"familieopslag.domain.protection", "familieopslag.service.soap"} <= set(names)
    assert {"familieopslag.presentation.person", "familieopslag.system.settings"} <= set(names)


_LIGHT = """
import json, sys
from familieopslag.domain import codes, cpr, dates, faults, fields, households, person, ports, protection
print(json.dumps(sorted(sys.modules)))
"""


def test_the_domain_needs_nothing_heavy() -> None:
    done = _python("-c", _LIGHT)
    assert done.returncode == 0, done.stderr
    loaded = {name.partition(".")[0] for name in json.loads(done.stdout)}
    assert not loaded & {"PySide6", "zeep", "requests", "lxml", "cryptography", "keyring", "platformdirs"}


_APP = """
import json, sys
import familieopslag.app, familieopslag.system.paths, familieopslag.system.settings
print(json.dumps(sorted(sys.modules)))
"""


def test_the_audit_log_is_not_loaded_before_the_window() -> None:
    done = _python("-c", _APP)
    assert done.returncode == 0, done.stderr
    loaded = json.loads(done.stdout)
    assert not [
        name for name in loaded if name.startswith(("familieopslag.system.audit", "familieopslag.audit"))
    ]


_OPSLAG = """
import json, sys
from familieopslag.app import main
code = main(sys.argv[1:])
sys.stderr.write("\\n" + json.dumps([code, sorted(sys.modules)]))
"""


@pytest.mark.parametrize("number", [ME, "ikke et nummer"])
def test_the_command_line_imports_no_qt(tmp_path: Path, number: str) -> None:
    done = _python("-c", _OPSLAG, "--profile-dir", str(tmp_path), "opslag", "--json", text=number)
    code, loaded = json.loads(done.stderr.splitlines()[-1])
    assert code == (3 if number == ME else 8)
    assert "familieopslag.cli" in loaded
    assert not [name for name in loaded if name.startswith(("PySide6", "shiboken6", "familieopslag.ui"))]


def test_the_command_line_imports_no_qt_for_a_person_either() -> None:
    done = _python("-c", _OPSLAG, "--demo", "opslag", text="1405810704")
    code, loaded = json.loads(done.stderr.splitlines()[-1])
    assert (code, "Stamdata" in done.stdout) == (0, True)
    assert "zeep" in loaded
    assert not [name for name in loaded if name.startswith(("PySide6", "shiboken6", "familieopslag.ui"))]


def test_the_questions_to_the_audit_log_import_no_qt_and_no_wire(tmp_path: Path) -> None:
    done = _python("-c", _OPSLAG, "--profile-dir", str(tmp_path), "audit", "find", text=ME)
    code, loaded = json.loads(done.stderr.splitlines()[-1])
    assert code == 9
    assert not {name.partition(".")[0] for name in loaded} & {
        "PySide6",
        "shiboken6",
        "zeep",
        "requests",
        "lxml",
    }


@pytest.mark.parametrize(
    "arguments",
    [
        ("opslag", ME),
        (ME,),
        ("opslag", "--json", f"{ME[:6]}-{ME[6:]}"),
        ("opslag", f"--cpr={ME}"),
        ("--demo", ME),
        ("--demo", "opslag", "--", ME),
        ("opslag", "--js", ME),
        ("audit", "find", ME),
        ("audit", "verify", f"--folder{ME}"),
    ],
)
def test_a_number_among_the_arguments_is_refused_and_not_echoed(arguments: tuple[str, ...]) -> None:
    done = _familieopslag(*arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert "aldrig som argument" in done.stderr
    for digits in (ME, ME[:6], ME[6:]):
        assert digits not in done.stderr


def test_the_version_is_told() -> None:
    done = _familieopslag("--version")
    assert done.returncode == 0
    assert done.stdout.startswith("Familieopslag ")
