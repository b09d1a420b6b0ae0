"""The test service as a process of its own, as the program itself starts it."""

import json
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

STOP_SECONDS = 10.0


class ServiceProcess:
    """A running test service: what it said when it was ready, and every request that it reported since."""

    def __init__(self, *arguments: str, register: Path | None = None) -> None:
        """Start it and wait for its ready line; `register` None: the program's own persons."""
        chosen: Sequence[str] = () if register is None else ("--register", str(register))
        self._process = subprocess.Popen(
            [
                *(sys.executable, "-m", "familieopslag.testservice"),
                *("--stop-with-stdin", "--report-requests", *chosen, *arguments),
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
        )
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line, "the test service did not start"
        self.ready: dict[str, str] = json.loads(line)
        self.requests: list[dict[str, Any]] = []
        self._changed = threading.Condition()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    @property
    def profile(self) -> Path:
        """A profile folder that leads to this service."""
        return Path(self.ready["profile_dir"])

    @property
    def passphrase(self) -> str:
        """Of the client certificate in the profile."""
        return self.ready["passphrase"]

    @property
    def numbers(self) -> list[str]:
        """The numbers asked for so far."""
        return [request["pnr"] for request in self.requests]

    def wait_for_requests(self, count: int) -> None:
        """Return when at least `count` requests have come."""
        with self._changed:
            assert self._changed.wait_for(lambda: len(self.requests) >= count, STOP_SECONDS)

    def stop(self) -> None:
        """Stop it as its parent's end would."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        assert self._process.wait(STOP_SECONDS) == 0
        self._reader.join(STOP_SECONDS)
        assert self._process.stdout is not None
        self._process.stdout.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.stop()

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            with self._changed:
                self.requests.append(json.loads(line))
                self._changed.notify_all()
