"""The command line, in this process or as one of its own."""

import contextlib
import io
import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

from familieopslag.app import main


@dataclass(frozen=True)
class Printed:
    """What a run left behind."""

    exit_code: int
    out: str
    err: str

    @property
    def data(self) -> dict[str, Any]:
        """The JSON on standard output; empty when there is none."""
        data: dict[str, Any] = json.loads(self.out or "{}")
        return data


CommandLine = Callable[[Path, str], Printed]
"""Runs `familieopslag --profile-dir PROFILE opslag --json` with a number on standard input."""


def in_this_process(profile: Path, number: str) -> Printed:
    """By its entry point: what a process would do, without the half second that one takes to start."""
    out, err = _stream(), _stream()
    with (
        mock.patch.object(sys, "stdin", _stream(number)),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        code = main(_arguments(profile))
    return Printed(code, _written(out), _written(err))


def in_a_process(profile: Path, number: str) -> Printed:
    """As a caseworker's terminal starts it."""
    ended = subprocess.run(
        [sys.executable, "-m", "familieopslag", *_arguments(profile)],
        input=number,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    return Printed(ended.returncode, ended.stdout, ended.stderr)


def _arguments(profile: Path) -> list[str]:
    return ["--profile-dir", str(profile), "opslag", "--json"]


def _stream(text: str = "") -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8")


def _written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    stream.seek(0)
    return stream.read()
