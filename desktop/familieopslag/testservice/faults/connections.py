"""What happens before TLS: nobody there, nobody who answers, somebody who hangs up or speaks no TLS."""

import contextlib
import socket
from collections.abc import Iterator

from familieopslag.testservice.door import Address
from familieopslag.testservice.faults.deliveries import RESET
from familieopslag.testservice.faults.kinds import InjectedFault, OnConnection, OnPort
from familieopslag.testservice.reception import PlainTalk

_BYTES = 65536
_FILLING = 3
"""More connections than a queue for none takes in."""


class HangsUp(PlainTalk):
    """Resets the connection as soon as it is there."""

    def talk(self, plain: socket.socket) -> None:
        """See PlainTalk."""
        plain.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)


class SaysNothing(PlainTalk):
    """Takes whatever comes and answers none of it."""

    def talk(self, plain: socket.socket) -> None:
        """Until the client, or the service that stops, ends the connection."""
        plain.settimeout(None)
        while plain.recv(_BYTES):
            pass


class SpeaksPlainly(PlainTalk):
    """Answers in HTTP without TLS, as a web server does on the wrong port."""

    def talk(self, plain: socket.socket) -> None:
        """See PlainTalk."""
        plain.recv(_BYTES)
        plain.sendall(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")


@contextlib.contextmanager
def closed(address: Address) -> Iterator[None]:
    """Bound and not listened at: connecting is refused, and nobody else gets the port meanwhile."""
    with socket.socket() as bound:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind(address)
        yield


@contextlib.contextmanager
def black_hole(address: Address) -> Iterator[None]:
    """Listened at with a full queue: on Linux whoever comes is not answered at all, as by a firewall that drops."""
    with contextlib.ExitStack() as stack:
        listening = stack.enter_context(socket.socket())
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen(0)
        for _ in range(_FILLING):
            filling = stack.enter_context(socket.socket())
            filling.settimeout(0)
            filling.connect_ex(address)
        yield


FAULTS = (
    InjectedFault("refused", "Porten er lukket: forbindelsen afvises.", OnPort(closed)),
    InjectedFault(
        "black-hole", "Ingen svarer på forbindelsen, som bag en firewall (kun på Linux).", OnPort(black_hole)
    ),
    InjectedFault(
        "reset-at-accept", "Forbindelsen nulstilles, så snart den er der.", OnConnection(lambda _: HangsUp())
    ),
    InjectedFault(
        "silent-handshake",
        "Serveren svarer aldrig på TLS-håndtrykket.",
        OnConnection(lambda _: SaysNothing()),
    ),
    InjectedFault("no-tls", "Serveren taler ikke TLS.", OnConnection(lambda _: SpeaksPlainly())),
)
