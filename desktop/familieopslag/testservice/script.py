"""What the service does differently from the contract, and what it has seen: the tests' side of the service."""

import threading
from collections.abc import Callable

from familieopslag.testservice.exchange import Delivery, Hang, ReceivedRequest, Reply, Treatment
from familieopslag.testservice.turns import Turns


class Script:
    """Read by every connection's thread for every request; may be changed while the service runs."""

    def __init__(self, delay_seconds: float, on_request: Callable[[ReceivedRequest], None] | None) -> None:
        self.delay_seconds = delay_seconds
        """Between a request and its reply."""
        self.before_answer: Callable[[ReceivedRequest], None] | None = None
        """Called in the connection's thread before the delay; what it waits for, the client waits for."""
        self.requests: list[ReceivedRequest] = []
        """Everything received, in order. Entries are complete when they appear."""
        self.stopping = threading.Event()
        """Set when the service stops."""
        self._on_request = on_request
        self._replacements: dict[str | None, Turns[Treatment]] = {}
        self._lock = threading.Lock()

    def answer_with(self, delivery: Delivery, *, pnr: str | None = None, times: int | None = None) -> None:
        """Answer requests for `pnr` (None: for anybody) with `delivery`, `times` times or for good (None).

        What is said of a number goes before what is said of anybody; a later call replaces an earlier one.
        """
        self.treat(lambda _request, _usual: delivery, pnr=pnr, times=times)

    def treat(self, treatment: Treatment, *, pnr: str | None = None, times: int | None = None) -> None:
        """The same with something made of each request and its usual reply."""
        with self._lock:
            self._replacements[pnr] = Turns(treatment, times)

    def answer_as_usual(self) -> None:
        """Forget every `answer_with`."""
        with self._lock:
            self._replacements.clear()

    def received(self, request: ReceivedRequest) -> None:
        """Note `request`, before any delay."""
        with self._lock:
            self.requests.append(request)
            if self._on_request:
                self._on_request(request)

    def delivery(self, request: ReceivedRequest, usual: Reply) -> Delivery:
        """What to send for `request`, after the time that it is to take; `usual` unless something else is said."""
        if self.before_answer:
            self.before_answer(request)
        if self.stopping.wait(self.delay_seconds):
            return Hang()  # which, as the service is stopping, closes without a reply
        treatment = self._treatment(request.pnr)
        return usual if treatment is None else treatment(request, usual)

    def _treatment(self, pnr: str | None) -> Treatment | None:
        with self._lock:
            wanted = [self._replacements[key] for key in (pnr, None) if key in self._replacements]
        return next((found for turns in wanted if (found := turns.take()) is not None), None)
