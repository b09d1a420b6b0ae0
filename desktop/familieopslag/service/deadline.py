"""A limit on a whole call, kept by its sockets themselves.

Libraries bound each read by itself, so a server (or a proxy) that sends a byte now and then could keep them reading
for ever: a status line, a header, a body. These sockets wait for no read longer than the whole call has left.
"""

import math
import socket
import ssl
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer, WriteableBuffer


class Deadline:
    """When the call under way has to be over. One call at a time."""

    def __init__(self) -> None:
        """Nothing is limited before the first `start`."""
        self._seconds = math.inf
        self._end = math.inf
        self.seconds_in_force = math.inf
        """The limit that the last wait was under, as it was given: what to tell when it has been passed."""

    def start(self, seconds: float) -> None:
        """A call begins that may take `seconds` altogether."""
        self._seconds = seconds
        self._end = time.monotonic() + seconds

    def shorten(self, timeout: float | None) -> float | None:
        """What is left of `timeout` (seconds; None: no limit of its own). Raises TimeoutError when nothing is."""
        left = self._end - time.monotonic()
        if left <= 0:
            self.seconds_in_force = self._seconds
            raise TimeoutError
        if timeout is not None and timeout <= left:
            self.seconds_in_force = timeout
            return timeout
        self.seconds_in_force = self._seconds
        return None if math.isinf(left) else left


def plain(connected: socket.socket, deadline: Deadline) -> socket.socket:
    """`connected` (which is used up) as a socket whose every read keeps `deadline`."""

    class PlainSocket(socket.socket):
        def recv_into(self, buffer: "WriteableBuffer", nbytes: int = 0, flags: int = 0) -> int:
            self.settimeout(deadline.shorten(self.gettimeout()))
            return super().recv_into(buffer, nbytes, flags)

    timeout = connected.gettimeout()
    bounded = PlainSocket(connected.family, connected.type, connected.proto, connected.detach())
    bounded.settimeout(timeout)
    return bounded


def tls_class(deadline: Deadline) -> type[ssl.SSLSocket]:
    """For SSLContext.sslsocket_class: sockets whose handshake, and every read and write, keeps `deadline`."""

    class TlsSocket(ssl.SSLSocket):
        def do_handshake(self, block: bool = False) -> None:  # noqa: FBT001, FBT002 - as ssl has it
            self.settimeout(deadline.shorten(self.gettimeout()))
            super().do_handshake(block)

        def recv_into(self, buffer: "WriteableBuffer", nbytes: int | None = None, flags: int = 0) -> int:
            self.settimeout(deadline.shorten(self.gettimeout()))
            return super().recv_into(buffer, nbytes, flags)

        def recv(self, buflen: int = 1024, flags: int = 0) -> bytes:
            self.settimeout(deadline.shorten(self.gettimeout()))
            try:
                return super().recv(buflen, flags)
            except ConnectionError:
                # ssl reads while it makes this object, and would leave it open.
                self.close()
                raise

        def send(self, data: "ReadableBuffer", flags: int = 0) -> int:
            self.settimeout(deadline.shorten(self.gettimeout()))
            return super().send(data, flags)

    return TlsSocket
