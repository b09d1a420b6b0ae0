"""Lookups that a test holds in its hand: gates instead of time, and a record of what was asked for."""

import threading
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from familieopslag.domain.certificates import CertificateFacts
from familieopslag.domain.cpr import Cpr
from familieopslag.domain.faults import FamilieopslagError
from familieopslag.domain.person import (
    Address,
    Extent,
    Field,
    LookupResult,
    Person,
    Relation,
    Relative,
    Row,
)
from familieopslag.domain.ports import LookupRequest

PATIENCE = 10.0
"""Seconds after which a gate that nobody opens fails the test instead of hanging it."""


def result_of(
    cpr: Cpr, *relatives: Cpr, extent: Extent = Extent.WHOLE, name: str = "Prøve Person"
) -> LookupResult:
    """A result about an unprotected `cpr` with children `relatives`."""
    own_row = Row((Field("PNR_FOEDDATO", cpr.digits), Field("FAMMRK", "Andet")))
    return LookupResult(
        person=Person(
            cpr=cpr,
            row=Row((Field("PNR", cpr.digits), Field("ADRNVN", name))),
            name=name,
            birth=None,
            gender=None,
            status=None,
            status_date=None,
            current_cpr=None,
            address=Address(),
            custody=(),
            has_former_names=False,
        ),
        own_row=own_row,
        relatives=tuple(_child(number) for number in relatives),
        extent=extent,
        correlation_ids=("00000000-0000-4000-8000-000000000000",),
        fetched_at=datetime.now(UTC),
    )


def _child(cpr: Cpr) -> Relative:
    row = Row((Field("PNR_FOEDDATO", cpr.digits), Field("FAMMRK", "Barn")))
    return Relative(row, Relation.CHILD, cpr, birth=None, name=None, status=None, address=Address())


class GatedLookup:
    """Answers each lookup when its gate is opened. Safe to use from the test's and the worker's thread."""

    def __init__(self) -> None:
        self.certificate: CertificateFacts | None = None
        self.asked: list[Cpr] = []
        self.requests: list[LookupRequest] = []
        self.threads: list[int] = []
        self.prepared = threading.Event()
        self.closed = threading.Event()
        self.failures: dict[Cpr, Exception] = {}
        self.results: dict[Cpr, LookupResult] = {}
        self.partials: dict[Cpr, Sequence[LookupResult]] = {}
        """What is told of a lookup, all at once, before it waits at its gate."""
        self._lock = threading.Lock()
        self._started: dict[Cpr, threading.Event] = {}
        self._gates: dict[Cpr, threading.Event] = {}

    def prepare(self) -> None:
        """See domain.ports.PersonLookup."""
        self.prepared.set()

    def lookup(
        self,
        request: LookupRequest,
        on_progress: Callable[[LookupResult], None],
        is_cancelled: Callable[[], bool],
    ) -> LookupResult:
        """See domain.ports.PersonLookup."""
        del is_cancelled
        cpr = request.cpr
        self.asked.append(cpr)
        self.requests.append(request)
        self.threads.append(threading.get_ident())
        for partial in self.partials.get(cpr, ()):
            on_progress(partial)
        self._event(self._started, cpr).set()
        assert self._event(self._gates, cpr).wait(PATIENCE), "nobody opened the gate"
        if cpr in self.failures:
            raise self.failures[cpr]
        return self.results.get(cpr) or result_of(cpr)

    def close(self) -> None:
        """See domain.ports.PersonLookup."""
        self.closed.set()

    def open(self, *numbers: Cpr) -> None:
        """Let the lookups of `numbers` answer."""
        for cpr in numbers:
            self._event(self._gates, cpr).set()

    def fail(self, cpr: Cpr, error: FamilieopslagError | RuntimeError) -> None:
        """Let the lookup of `cpr` fail at once."""
        self.failures[cpr] = error
        self.open(cpr)

    def wait_until_asked(self, cpr: Cpr) -> None:
        """Return when the worker is looking `cpr` up."""
        assert self._event(self._started, cpr).wait(PATIENCE), "never asked"

    def _event(self, events: dict[Cpr, threading.Event], cpr: Cpr) -> threading.Event:
        with self._lock:
            return events.setdefault(cpr, threading.Event())
