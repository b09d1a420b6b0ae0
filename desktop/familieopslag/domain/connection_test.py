"""A connection test: the way of a lookup, step by step, until one of them fails (screens.md §2.6).

Nobody is looked up unless a number is given. Then it is a lookup like any other, on record before it is sent.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Protocol

from familieopslag.domain.certificates import CertificateFacts
from familieopslag.domain.faults import ExitCode, FaultReport
from familieopslag.domain.ports import LookupRequest


class Step(Enum):
    """In the order in which they are taken; the value is the name in the JSON of `--check`."""

    SETTINGS = "indstillinger"
    NAME = "dns"
    """The server's name has an address; through a proxy it is the proxy's name."""
    CONNECTION = "tcp"
    """Somebody answers there."""
    PROXY = "proxy"
    """The proxy, if there is one, leads on to the service."""
    TLS = "tls"
    """A secure connection, and a server certificate that is trusted."""
    CERTIFICATE = "klientcertifikat"
    """The municipality's certificate can be opened, is valid, and is not refused by the server."""
    AGREEMENT = "serviceaftale"
    """The service answers under the three UUIDs."""


class Outcome(Enum):
    """What became of a step; the value is the word in the JSON of `--check`."""

    OK = "ok"
    FAILED = "fejl"
    SKIPPED = "sprunget over"
    """There is nothing to test: no proxy, say."""
    NOT_TRIED = "ikke prøvet"
    """A step before it failed, or the test was stopped."""


class Fact(Enum):
    """What a step has found out; the value is the key in the JSON of `--check`."""

    ENVIRONMENT = "environment"
    ENDPOINT = "endpoint"
    HOST = "host"
    ADDRESSES = "addresses"
    PORT = "port"
    ADDRESS = "address"
    """The one that answered."""
    PROXY = "proxy"
    TLS_VERSION = "tls_version"
    SUBJECT = "subject"
    ISSUER = "issuer"
    VALID_TO = "valid_to"
    """A date."""
    DAYS_LEFT = "days_left"
    """An int."""
    RECEIPT = "receipt"
    """The code of Kvit with which the service refused nobody's number; an int."""
    LOOKED_UP = "looked_up"
    """Whether a test number was looked up; a bool."""


Facts = tuple[tuple[Fact, str | int | date], ...]


@dataclass(frozen=True, slots=True)
class StepResult:
    """How a step went. `report`: of a step that failed, what to do about it and the id to quote."""

    step: Step
    outcome: Outcome
    facts: Facts = ()
    report: FaultReport | None = None


@dataclass(frozen=True, slots=True)
class ConnectionReport:
    """All steps in their order. `certificate`: the municipality's, where it could be opened, whatever failed."""

    results: tuple[StepResult, ...]
    certificate: CertificateFacts | None = field(default=None)

    @property
    def failure(self) -> StepResult | None:
        """The step that failed."""
        return next((found for found in self.results if found.outcome is Outcome.FAILED), None)

    @property
    def is_whole(self) -> bool:
        """Whether every step has been taken, whatever came of it; False when it was stopped between two."""
        return self.failure is not None or not any(
            found.outcome is Outcome.NOT_TRIED for found in self.results
        )

    @property
    def exit_code(self) -> ExitCode:
        """What the command line returns."""
        failed = self.failure
        if failed is not None and failed.report is not None:
            return failed.report.fault.exit_code
        return ExitCode.OK if self.is_whole else ExitCode.CANCELLED


class ConnectionTest(Protocol):
    """Somebody who can test a connection. Blocking: called from a worker thread or a command line only."""

    def run(
        self,
        number: LookupRequest | None,
        on_step: Callable[[StepResult], None],
        is_cancelled: Callable[[], bool],
    ) -> ConnectionReport:
        """Take the steps. `number`: whom to look up in the last one; None: nobody.

        `on_step` is told of each step that was taken, as soon as it was. `is_cancelled` is asked before each; once
        true, the rest is not tried. Raises nothing that has a place in a step.
        """
