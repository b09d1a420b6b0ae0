"""No test leaves this computer: connections and name look-ups are answered for loopback only."""

import ipaddress
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest import mock

_LOOPBACK_NAMES = frozenset({"", "localhost", "localhost.localdomain", "ip6-localhost"})


class OutsideConnectionError(OSError):
    """A test tried to leave this computer."""


@contextmanager
def loopback_only() -> Iterator[list[str]]:
    """Refuses every other address; yields the list of what was tried, since code under test may swallow errors.

    A name under `.invalid` (RFC 6761) fails to resolve at once, as it should everywhere, and is no attempt.
    """
    attempts: list[str] = []
    connect, connect_ex = socket.socket.connect, socket.socket.connect_ex
    sendto, getaddrinfo = socket.socket.sendto, socket.getaddrinfo

    def checked(sock: socket.socket, address: Any) -> None:
        if sock.family in {socket.AF_INET, socket.AF_INET6}:
            _check(address[0], attempts)

    def guarded_connect(sock: socket.socket, address: Any) -> None:
        checked(sock, address)
        connect(sock, address)

    def guarded_connect_ex(sock: socket.socket, address: Any) -> int:
        checked(sock, address)
        return connect_ex(sock, address)

    def guarded_sendto(sock: socket.socket, data: Any, *rest: Any) -> int:
        checked(sock, rest[-1])
        return sendto(sock, data, *rest)

    def guarded_getaddrinfo(host: Any, *args: Any, **kwargs: Any) -> Any:
        _check(host, attempts)
        return getaddrinfo(host, *args, **kwargs)

    with (
        mock.patch.object(socket.socket, "connect", guarded_connect),
        mock.patch.object(socket.socket, "connect_ex", guarded_connect_ex),
        mock.patch.object(socket.socket, "sendto", guarded_sendto),
        mock.patch.object(socket, "getaddrinfo", guarded_getaddrinfo),
    ):
        yield attempts


def _check(host: object, attempts: list[str]) -> None:
    if isinstance(host, bytes):
        host = host.decode("ascii", "replace")
    if isinstance(host, str) and host.rstrip(".").endswith(".invalid"):
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
    if not _is_loopback(host):
        attempts.append(str(host))
        raise OutsideConnectionError(f"a test may not reach {host!r}, only loopback")


def _is_loopback(host: object) -> bool:
    if host is None:
        return True
    if not isinstance(host, str):
        return False
    if host.lower() in _LOOPBACK_NAMES:
        return True
    try:
        return ipaddress.ip_address(host.partition("%")[0]).is_loopback
    except ValueError:
        return False
