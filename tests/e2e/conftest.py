"""The command line and the window against a real test service, over real sockets and mutual TLS."""

import io
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from familieopslag.app import main
from familieopslag.system.secrets import PASSPHRASE_VARIABLE
from tests.support.service_process import ServiceProcess


@pytest.fixture(scope="session")
def service() -> Iterator[ServiceProcess]:
    """The program's own test persons."""
    with ServiceProcess() as process:
        yield process


@pytest.fixture
def profile(service: ServiceProcess, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the service's profile that a test may spoil; the passphrase is in the environment."""
    monkeypatch.setenv(PASSPHRASE_VARIABLE, service.passphrase)
    for file in filter(Path.is_file, service.profile.iterdir()):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    settings = (tmp_path / "settings.toml").read_text(encoding="utf-8")
    (tmp_path / "settings.toml").write_text(settings, encoding="utf-8")
    return tmp_path


@dataclass(frozen=True)
class Answer:
    """What a run of the command line left behind."""

    exit_code: int
    out: str
    err: str

    @property
    def data(self) -> dict[str, Any]:
        """The JSON on standard output."""
        data: dict[str, Any] = json.loads(self.out)
        return data


Opslag = Callable[..., Answer]


@pytest.fixture
def opslag(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Opslag:
    """Run `familieopslag --profile-dir PROFILE opslag` with a number on standard input.

    Asks for JSON unless other options are given; "--text" stands for no option at all.
    """

    def run(profile: Path, number: str, *options: str) -> Answer:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(number.encode())))
        form = [option for option in (options or ("--json",)) if option != "--text"]
        code = main(["--profile-dir", str(profile), "opslag", *form])
        said = capsys.readouterr()
        return Answer(code, said.out, said.err)

    return run


def change_setting(profile: Path, key: str, value: str) -> None:
    """Set `key` in the profile's `[service]` table to a TOML `value`."""
    file = profile / "settings.toml"
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith(f"{key} ")]
    place = lines.index("[service]") + 1
    file.write_text("\n".join([*lines[:place], f"{key} = {value}", *lines[place:]]), encoding="utf-8")
