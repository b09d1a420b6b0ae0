"""Two services and the profiles that lead to them: one straight, one by way of a proxy."""

import math
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from familieopslag.system.secrets import PASSPHRASE_VARIABLE
from familieopslag.testservice.faults.kinds import InjectedFault
from familieopslag.testservice.server import LocalService
from tests.faults.expectations import Limit


@dataclass(frozen=True)
class TimeOuts:
    """Seconds."""

    connect: float
    read: float

    def of(self, limit: Limit) -> float:
        """What a fault may wait for."""
        match limit:
            case Limit.AT_ONCE:
                return 0.0
            case Limit.CONNECT:
                return self.connect
            case Limit.READ:
                return self.read
            case Limit.WHOLE:
                return self.connect + self.read
            case Limit.EACH_CALL:
                return math.inf


class Stage:
    """A running service and its profile."""

    def __init__(self, service: LocalService, time_outs: TimeOuts) -> None:
        self._service = service
        self.time_outs = time_outs
        settings = self.profile / "settings.toml"
        limits = f"connect_timeout = {time_outs.connect}\nread_timeout = {time_outs.read}\n"
        text = settings.read_text(encoding="utf-8")
        settings.write_text(text.replace("[service]\n", f"[service]\n{limits}"), encoding="utf-8")

    @property
    def profile(self) -> Path:
        """The profile folder."""
        return self._service.profile_dir

    @contextmanager
    def wrong(self, fault: InjectedFault) -> Iterator[list[str]]:
        """Let `fault` strike; the list holds the ids of the calls that reach the service meanwhile."""
        before = len(self._service.requests)
        ids: list[str] = []
        self._service.inject(fault)
        try:
            yield ids
        finally:
            self._service.behave()
            ids += (
                request.invocation_context.get("CallersServiceCallIdentifier", "")
                for request in self._service.requests[before:]
            )

    @contextmanager
    def entered(self) -> Iterator[None]:
        """The window and the command line find the passphrase in here."""
        with mock.patch.dict(os.environ, {PASSPHRASE_VARIABLE: self._service.passphrase}):
            yield


@contextmanager
def open_stage(time_outs: TimeOuts, *, with_proxy: bool) -> Iterator[Stage]:
    """A service with the program's own test persons; gone at the end."""
    with LocalService(with_proxy=with_proxy) as service:
        yield Stage(service, time_outs)
