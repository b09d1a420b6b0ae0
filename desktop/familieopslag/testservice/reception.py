"""How a new connection is received, before its first request: the usual way is a TLS handshake."""

import abc
import socket
import ssl
from typing import Protocol

_LINGER_SECONDS = 2.0
_LINGER_BYTES = 65536


class Reception(Protocol):
    """Runs in the connection's own thread. OSError ends that connection and nothing else."""

    def take(self, plain: socket.socket) -> ssl.SSLSocket | None:
        """The connection, ready for a handshake. None: all that was to happen on `plain` has happened."""

    def refuse(self, connection: ssl.SSLSocket) -> None:
        """What follows a handshake that failed, before the connection is closed."""


class Handshake:
    """TLS as a context says."""

    def __init__(self, context: ssl.SSLContext) -> None:
        self._context = context

    def take(self, plain: socket.socket) -> ssl.SSLSocket | None:
        """See Reception."""
        return self._context.wrap_socket(plain, server_side=True, do_handshake_on_connect=False)

    def refuse(self, connection: ssl.SSLSocket) -> None:
        """Read on until the client closes, so that the alert arrives.

        A TLS 1.3 client sends its first request before it can know that it is refused. Closing on what it has sent
        meanwhile would reset the connection, and a reset makes it lose the alert that says why.
        """
        connection.settimeout(_LINGER_SECONDS)
        # As plain bytes: there is no TLS any more.
        socket.socket.shutdown(connection, socket.SHUT_WR)
        while socket.socket.recv(connection, _LINGER_BYTES):
            pass


class PlainTalk(abc.ABC):
    """No TLS: `talk` is all there is."""

    @abc.abstractmethod
    def talk(self, plain: socket.socket) -> None:
        """Say and hear what there is to say and hear; afterwards the connection is closed."""

    def take(self, plain: socket.socket) -> ssl.SSLSocket | None:
        """See Reception."""
        self.talk(plain)
        return None

    def refuse(self, connection: ssl.SSLSocket) -> None:
        """See Reception. Without a handshake there is nobody to refuse."""
        connection.close()
