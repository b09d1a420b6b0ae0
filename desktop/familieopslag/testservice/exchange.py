"""One request and what is sent in return: the seam at which a test puts its own reply, or none.

A `Delivery` decides all that happens on the connection after the request has been read. `Reply` is the ordinary
one: status, headers, bytes. Others may send half a reply, or nothing for a while; they get an `Exchange` to do it.
"""

import ssl
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from familieopslag.testservice import soap

XML_UTF_8 = "text/xml; charset=utf-8"
_SOME_BYTES = 4096


@dataclass(frozen=True, slots=True)
class ReceivedRequest:
    """A request as it was understood.

    `pnr` is None, and `key` empty, when the request was refused before its GCTP message could be read; `outcome`
    is what the service itself makes of it: "ok", "kvit-172", "kvit-52" or "fault".
    """

    pnr: str | None = field(repr=False)
    key: Mapping[str, str] = field(repr=False)
    invocation_context: Mapping[str, str] = field(repr=False)
    outcome: str


@dataclass(frozen=True, slots=True)
class Exchange:
    """What a delivery may use: the connection, and the wish of the service to stop."""

    connection: ssl.SSLSocket
    send: Callable[["Reply"], None]
    """Writes a whole HTTP response."""
    close: Callable[[], None]
    """Ends the connection after this exchange instead of keeping it alive."""
    stopping: threading.Event
    """Set when the service stops; whatever waits must wait for this too."""


class Delivery(Protocol):
    """What happens on the connection in return for a request."""

    def deliver(self, exchange: Exchange) -> None:
        """Do it. The client may be gone: OSError ends the connection and nothing else."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An ordinary HTTP response. Content-Length is added; `headers` may replace the content type."""

    body: bytes = field(repr=False)
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=lambda: {"Content-Type": XML_UTF_8})

    def deliver(self, exchange: Exchange) -> None:
        """Send it whole."""
        exchange.send(self)


Treatment = Callable[[ReceivedRequest, Reply], Delivery]
"""What to deliver for a request that the service itself would answer with that reply."""


@dataclass(frozen=True, slots=True)
class Hang:
    """No reply: the client must give up by itself."""

    def deliver(self, exchange: Exchange) -> None:
        """Wait until the client, or the service that stops, has ended the connection."""
        exchange.close()
        exchange.connection.settimeout(None)
        while exchange.connection.recv(_SOME_BYTES):
            pass


def soap_fault(text: str, *errors: tuple[str, str], code: str = "Server") -> Reply:
    """A soap:Fault with HTTP status 500; `errors` (code, text) give it a ServiceplatformFault as detail."""
    return Reply(soap.fault(text, errors, code), status=500)
