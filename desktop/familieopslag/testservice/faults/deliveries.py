"""How a reply arrives, or does not: cut, dripping, without end, too large, or no HTTP at all."""

import functools
import gzip
import socket
import struct
from dataclasses import dataclass

from familieopslag.testservice.exchange import XML_UTF_8, Delivery, Exchange, Hang, ReceivedRequest, Reply
from familieopslag.testservice.faults.kinds import InjectedFault, OnRequest

RESET = struct.pack("ii", 1, 0)
"""SO_LINGER: closing resets the connection instead of ending it."""
_HEAD = f"HTTP/1.1 200 OK\r\nContent-Type: {XML_UTF_8}\r\n".encode()
_CHUNKED = _HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
_DRIP_SECONDS = 0.1
_BLOCK = 64 * 1024
_MEGABYTE = 1024 * 1024
_TOO_LARGE = 11 * _MEGABYTE
_BOMB_MEGABYTES = 1024


@dataclass(frozen=True, slots=True)
class Cut:
    """These bytes, and then the end of the connection."""

    content: bytes = b""
    by_reset: bool = False

    def deliver(self, exchange: Exchange) -> None:
        """Send, and close."""
        exchange.close()
        exchange.connection.sendall(self.content)
        if self.by_reset:
            exchange.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)


@dataclass(frozen=True, slots=True)
class Drip:
    """These bytes, and then a piece now and then, for ever; `seconds` 0: as fast as they are taken."""

    head: bytes
    piece: bytes
    seconds: float = _DRIP_SECONDS

    def deliver(self, exchange: Exchange) -> None:
        """Go on until the client has had enough or the service stops."""
        exchange.close()
        exchange.connection.sendall(self.head)
        while not exchange.stopping.wait(self.seconds):
            exchange.connection.sendall(self.piece)


def _half(request: ReceivedRequest, usual: Reply) -> bytes:
    """A head that promises the whole reply, and half of it."""
    del request
    promise = _HEAD + f"Content-Length: {len(usual.body)}\r\n\r\n".encode()
    return promise + usual.body[: len(usual.body) // 2]


def _too_large(request: ReceivedRequest, usual: Reply) -> Delivery:
    """White space is nothing to a parser, so only its size is wrong."""
    del request
    return Reply(usual.body + b" " * _TOO_LARGE, usual.status)


@functools.cache
def _bomb() -> bytes:
    """A gigabyte of blanks: a file of gzip may be many, one after the other, and each kilobyte here is a megabyte."""
    return gzip.compress(b" " * _MEGABYTE) * _BOMB_MEGABYTES


def _always(name: str, about: str, delivery: Delivery) -> InjectedFault:
    return InjectedFault(name, about, OnRequest(lambda _request, _usual: delivery))


FAULTS = (
    _always("silence", "Serveren læser opslaget og svarer aldrig.", Hang()),
    _always("closed-before-reply", "Serveren lukker forbindelsen i stedet for at svare.", Cut()),
    _always("reset-before-reply", "Forbindelsen nulstilles (RST), før svaret kommer.", Cut(by_reset=True)),
    InjectedFault(
        "reset-in-reply",
        "Forbindelsen nulstilles (RST) midt i svaret.",
        OnRequest(lambda request, usual: Cut(_half(request, usual), by_reset=True)),
    ),
    InjectedFault(
        "truncated",
        "Svaret er kortere end det, Content-Length lover.",
        OnRequest(lambda request, usual: Cut(_half(request, usual))),
    ),
    _always(
        "drip-in-headers",
        "Svarets hoved kommer dryppende og bliver aldrig færdigt.",
        Drip(_HEAD, b"X: x\r\n"),
    ),
    _always(
        "drip-in-body", "Svarets indhold kommer dryppende i det uendelige.", Drip(_CHUNKED, b"1\r\n \r\n")
    ),
    _always(
        "endless-body",
        "Svaret holder aldrig op.",
        Drip(_CHUNKED, f"{_BLOCK:x}\r\n".encode() + b" " * _BLOCK + b"\r\n", 0),
    ),
    _always("endless-headers", "Svarets hoved holder aldrig op.", Drip(_HEAD, b"X: x\r\n" * 100, 0)),
    InjectedFault("too-large", "Svaret fylder 11 MB.", OnRequest(_too_large)),
    InjectedFault(
        "gzip-bomb",
        "Et pakket svar (gzip) på 1 MB fylder 1 GB, når det pakkes ud.",
        OnRequest(
            lambda _request, _usual: Reply(
                _bomb(), headers={"Content-Type": XML_UTF_8, "Content-Encoding": "gzip"}
            )
        ),
    ),
    _always("no-http", "Serveren svarer med noget, der ikke er HTTP.", Cut(b"220 postserver klar\r\n")),
)
