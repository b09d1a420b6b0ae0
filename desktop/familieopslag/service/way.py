"""The way to the service, gone step by step on a connection of its own that carries no lookup.

For the connection test, which tells where it ends, and to hear why a server cut a connection.
"""

import errno
import http.client
import socket
import ssl
from collections.abc import Sequence
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from familieopslag.service import deadline as bounded
from familieopslag.service.deadline import Deadline
from familieopslag.service.failures import NotReachedError, ProxyRefusedError, ProxySilentError
from familieopslag.service.http_proxy import HttpProxy

_HTTPS = 443
_ALERT_SECONDS = 1.0
"""How long a server may think about a certificate before it counts as accepted."""


class Way:
    """Each method is one step; they are called in their order, once. A context manager: closed on exit."""

    def __init__(self, url: str, proxy: HttpProxy | None, timeout: float) -> None:
        """`url`: of the service. `timeout`: seconds for each step but the first, which is the system's own."""
        target = urlsplit(url)
        self._target = (str(target.hostname), target.port or _HTTPS)
        self._proxy = proxy
        self._timeout = timeout
        self._deadline = Deadline()
        self._addresses: Sequence[str] = ()
        self._socket: socket.socket | None = None
        if proxy is None:
            self.host, self.port = self._target
        else:
            first = urlsplit(proxy.url)
            self.host, self.port = str(first.hostname), first.port or _HTTPS

    def resolve(self) -> Sequence[str]:
        """Addresses of the first host on the way: the proxy, where there is one. Raises NotReachedError."""
        try:
            found = socket.getaddrinfo(self.host, self.port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError):
            raise self._not_reached("dns") from None
        self._addresses = tuple(dict.fromkeys(str(entry[4][0]) for entry in found))
        return self._addresses

    def connect(self) -> str:
        """The first address that answers, connected with. Raises NotReachedError, ConnectionResetError."""
        reason = ""
        for address in self._addresses:
            try:
                connected = socket.create_connection((address, self.port), self._timeout)
            except ConnectionResetError:
                # Somebody was there, and was faster than the last step of connecting.
                raise
            except TimeoutError:
                reason = "connect time-out"
            except OSError as error:
                reason = error.strerror or ""
            else:
                self._socket = bounded.plain(connected, self._deadline)
                return address
        raise self._not_reached(reason)

    def tunnel(self) -> None:
        """Have the proxy lead on to the service. Raises ProxyRefusedError, ProxySilentError."""
        if self._proxy is None:
            return
        host, port = self._target
        target = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
        lines = [f"CONNECT {target} HTTP/1.1", f"Host: {target}"]
        lines += [f"{name}: {value}" for name, value in self._proxy.headers.items()]
        self._deadline.start(self._timeout)
        try:
            self._plain.sendall("\r\n".join([*lines, "", ""]).encode("ascii"))
            answer = http.client.HTTPResponse(self._plain, method="CONNECT")
            answer.begin()
        except (OSError, http.client.HTTPException):
            raise ProxySilentError from None
        if answer.status != http.HTTPStatus.OK:
            raise ProxyRefusedError(answer.status)

    def secure(self, context: ssl.SSLContext) -> ssl.SSLSocket:
        """Speak TLS from here on; `context.sslsocket_class` decides what its reads keep to.

        Raises ssl's errors and OSError.
        """
        self._deadline.start(self._timeout)
        # Without its handshake: a socket that fails in it would be closed before it is known here.
        secured = context.wrap_socket(
            self._plain, server_hostname=self._target[0], do_handshake_on_connect=False
        )
        self._socket = secured
        try:
            secured.do_handshake()
        except OSError as error:
            if error.errno == errno.ENOTCONN:  # reset before it could begin
                raise ConnectionResetError from None
            raise
        return secured

    def alert(self) -> ssl.SSLError | None:
        """What the server says to the client's certificate, or None when it says nothing against it.

        In TLS 1.3 the client has finished its handshake before the server has looked at the certificate.
        """
        try:
            self._plain.settimeout(_ALERT_SECONDS)
            self._plain.recv(1)
        except ssl.SSLError as error:
            return error
        except OSError:
            return None
        return None

    def close(self) -> None:
        """End the connection."""
        if self._socket is not None:
            self._socket.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def deadline(self) -> Deadline:
        """What its steps keep to: for `deadline.tls_class`."""
        return self._deadline

    @property
    def _plain(self) -> socket.socket:
        if self._socket is None:
            raise RuntimeError("not connected")
        return self._socket

    def _not_reached(self, reason: str) -> NotReachedError:
        return NotReachedError(reason, is_proxy=self._proxy is not None)
