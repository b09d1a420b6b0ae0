"""A small HTTP proxy before the service: one that connects, and those that will not."""

import select
import socket
from http import HTTPStatus

from familieopslag.testservice.door import Address
from familieopslag.testservice.faults.connections import SaysNothing, closed
from familieopslag.testservice.faults.kinds import InjectedFault, OnProxy, OnProxyPort
from familieopslag.testservice.reception import PlainTalk

_BYTES = 65536
_LONGEST_HEAD = 16 * 1024
_END = b"\r\n\r\n"
_DRIP_SECONDS = 0.1


class ConnectingProxy(PlainTalk):
    """Connects with the service, and with nobody else: an open proxy would be a weakness of the computer it is on."""

    def __init__(self, service: Address) -> None:
        self._service = service

    def talk(self, plain: socket.socket) -> None:
        """Read CONNECT, answer, and carry bytes both ways until one side ends."""
        refusal = self.refusal(_head(plain))
        if refusal is not None:
            _answer(plain, refusal)
            return
        try:
            service = socket.create_connection(self._service)
        except OSError:
            _answer(plain, HTTPStatus.BAD_GATEWAY)
            return
        with service:
            _answer(plain, HTTPStatus.OK)
            _carry(plain, service)

    def refusal(self, head: bytes) -> HTTPStatus | None:
        """What a request with this head is refused with; None: it is granted."""
        host, port = self._service
        wanted = f"CONNECT {host}:{port} ".encode()
        return None if head.startswith(wanted) else HTTPStatus.FORBIDDEN


class RefusingProxy(PlainTalk):
    """Answers every CONNECT with one status."""

    def __init__(self, status: HTTPStatus, *headers: str) -> None:
        self._status = status
        self._headers = headers

    def talk(self, plain: socket.socket) -> None:
        """See PlainTalk."""
        _head(plain)
        _answer(plain, self._status, *self._headers)


class DrippingProxy(PlainTalk):
    """Begins to answer, and goes on beginning."""

    def talk(self, plain: socket.socket) -> None:
        """Until the client has had enough."""
        _head(plain)
        plain.sendall(b"HTTP/1.1 200 OK\r\n")
        plain.settimeout(_DRIP_SECONDS)
        while True:
            plain.sendall(b"X: x\r\n")
            try:
                if not plain.recv(_BYTES):
                    return
            except TimeoutError:
                continue


def _head(plain: socket.socket) -> bytes:
    """The request up to its empty line; shorter when the client ends, or says too much."""
    head = b""
    while _END not in head and len(head) < _LONGEST_HEAD:
        received = plain.recv(_BYTES)
        if not received:
            break
        head += received
    return head


def _answer(plain: socket.socket, status: HTTPStatus, *headers: str) -> None:
    lines = (f"HTTP/1.1 {status} {status.phrase}", "Content-Length: 0", *headers)
    # A 2xx to CONNECT has no body and no length (RFC 9110 §9.3.6).
    kept = lines if status is not HTTPStatus.OK else lines[:1]
    plain.sendall("\r\n".join(kept).encode() + _END)


def _carry(one: socket.socket, other: socket.socket) -> None:
    opposite = {one: other, other: one}
    while True:
        readable, _, _ = select.select([one, other], [], [])
        for source in readable:
            received = source.recv(_BYTES)
            if not received:
                return
            opposite[source].sendall(received)


FAULTS = (
    InjectedFault("proxy-works", "En proxy, der virker. Ingen fejl.", OnProxy(ConnectingProxy)),
    InjectedFault(
        "proxy-refuses",
        "Proxyen tillader ikke servicens adresse (HTTP 403).",
        OnProxy(lambda _: RefusingProxy(HTTPStatus.FORBIDDEN)),
    ),
    InjectedFault(
        "proxy-wants-login",
        "Proxyen vil have brugernavn og adgangskode (HTTP 407).",
        OnProxy(
            lambda _: RefusingProxy(
                HTTPStatus.PROXY_AUTHENTICATION_REQUIRED, 'Proxy-Authenticate: Basic realm="proxy"'
            )
        ),
    ),
    InjectedFault(
        "proxy-finds-nobody",
        "Proxyen når ikke frem til servicen (HTTP 502).",
        OnProxy(lambda _: RefusingProxy(HTTPStatus.BAD_GATEWAY)),
    ),
    InjectedFault("proxy-silent", "Proxyen svarer ikke på CONNECT.", OnProxy(lambda _: SaysNothing())),
    InjectedFault("proxy-drips", "Proxyen svarer dryppende.", OnProxy(lambda _: DrippingProxy())),
    InjectedFault("proxy-unreachable", "Der er ingen proxy på adressen.", OnProxyPort(closed)),
)
