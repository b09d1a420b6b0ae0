"""What the service does differently from the contract, and what it has seen: the tests' side of the service."""

import threading
from collections.abc import Callable
from dataclasses import dataclass

from familieopslag.testservice.exchange import Delivery, Hang, ReceivedRequest


@dataclass(slots=True)
class _Replacement:
    delivery: Delivery
    remaining: int | None


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
        self._replacements: dict[str | None, _Replacement] = {}
        self._lock = threading.Lock()

    def answer_with(self, delivery: Delivery, *, pnr: str | None = None, times: int | None = None) -> None:
        """Answer requests for `pnr` (None: for anybody) with `delivery`, `times` times or for good (None).

        What is said of a number goes before what is said of anybody; a later call replaces an earlier one.
        """
        with self._lock:
            self._replacements[pnr] = _Replacement(delivery, times)

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

    def delivery(self, request: ReceivedRequest, usual: Delivery) -> Delivery:
        """What to send for `request`, after the time that it is to take; `usual` unless something else is said."""
        if self.before_answer:
            self.before_answer(request)
        if self.stopping.wait(self.delay_seconds):
            return Hang()  # which, as the service is stopping, closes without a reply
        return self._replacement(request.pnr) or usual

    def _replacement(self, pnr: str | None) -> Delivery | None:
        with self._lock:
            for wanted in (pnr, None):
                replacement = self._replacements.get(wanted)
                if replacement is None:
                    continue
                if replacement.remaining is not None:
                    replacement.remaining -= 1
                    if replacement.remaining == 0:
                        del self._replacements[wanted]
                return replacement.delivery
        return None
