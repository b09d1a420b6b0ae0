"""The test service as a process of its own, answering at once."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_STOP_SECONDS = 10.0


@dataclass(frozen=True)
class Service:
    """Where the service is: a profile folder that leads to it, and the passphrase of the certificate in there."""

    profile: Path
    passphrase: str
    endpoint: str


@contextmanager
def running_service(register: Path | None = None, *, delay_ms: int = 0) -> Iterator[Service]:
    """A service with the program's own test persons, or those of `register`; gone at the end.

    `delay_ms` is how long it waits before each answer.
    """
    others = () if register is None else ("--register", str(register))
    with subprocess.Popen(
        [
            sys.executable,
            "-m",
            "familieopslag.testservice",
            "--stop-with-stdin",
            "--delay",
            str(delay_ms),
            *others,
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            ready = json.loads(process.stdout.readline())
            yield Service(Path(ready["profile_dir"]), ready["passphrase"], ready["endpoint"])
        finally:
            process.stdin.close()
            process.wait(_STOP_SECONDS)
