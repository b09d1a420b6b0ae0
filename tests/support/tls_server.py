"""A small HTTPS server with mutual TLS whose every answer a test writes itself, for what a good service never does."""

import socket
import ssl
import threading
from collections.abc import Callable
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self

import trustme

PATH = "/service/CPRLookup/CPRLookup/2"
_LINGER_SECONDS = 2.0


class Handler(BaseHTTPRequestHandler):
    """One connection. `answer` writes the reply to a request whose body has been read."""

    protocol_version = "HTTP/1.1"
    wbufsize = -1
    disable_nagle_algorithm = True
    server: "_Server"
    body: bytes = b""

    def do_POST(self) -> None:
        """Read the request, remember it, and let the test answer."""
        self.body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        self.server.paths.append(self.path)
        self.server.bodies.append(self.body)
        try:
            self.server.answer(self)
        except (OSError, ValueError):
            # The client has gone, which is what some tests are about.
            self.close_connection = True

    def reply(self, content: bytes, *, status: int = 200, **headers: str) -> None:
        """A whole reply. A header's underscores become dashes."""
        self.send_response(status)
        for name, value in {"Content_Type": "text/xml; charset=utf-8", **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)
        self.wfile.flush()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self, context: ssl.SSLContext, answer: Callable[[Handler], None]) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answer = answer
        self.paths: list[str] = []
        self.bodies: list[bytes] = []
        self.connections = 0
        self._context = context
        self._open: set[socket.socket] = set()

    def finish_request(self, request: object, client_address: object) -> None:
        """Handshake and requests of one connection, in its own thread."""
        assert isinstance(request, socket.socket)
        self.connections += 1
        secure = self._context.wrap_socket(request, server_side=True, do_handshake_on_connect=False)
        self._open.add(secure)
        try:
            secure.do_handshake()
        except (ssl.SSLError, OSError):
            _linger(secure)
        else:
            super().finish_request(secure, client_address)
        finally:
            secure.close()
            self._open.discard(secure)

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that gives up is what some tests are about."""

    def drop_connections(self) -> None:
        """End what clients have left open."""
        for connection in tuple(self._open):
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)


def _linger(refused: ssl.SSLSocket) -> None:
    """Let the client read why it was refused: closing at once would reset the connection under its request."""
    with socket.socket(fileno=refused.detach()) as plain, suppress(OSError):
        plain.shutdown(socket.SHUT_WR)
        plain.settimeout(_LINGER_SECONDS)
        while plain.recv(4096):
            pass


class TlsServer:
    """Runs while its `with` block does. `answer` is called in the connection's thread."""

    def __init__(
        self,
        authority: trustme.CA,
        answer: Callable[[Handler], None],
        *,
        host: str = "127.0.0.1",
        client_authority: trustme.CA | None = None,
        maximum: ssl.TLSVersion = ssl.TLSVersion.MAXIMUM_SUPPORTED,
    ) -> None:
        """`host`: the name in the server's certificate. `client_authority` None: `authority` signs clients too.

        `maximum`: the newest TLS that it speaks.
        """
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert(host).configure_cert(context)
        (client_authority or authority).configure_trust(context)
        context.verify_mode = ssl.CERT_REQUIRED
        context.maximum_version = maximum
        self._server = _Server(context, answer)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)

    @property
    def port(self) -> int:
        """The port that the system gave it."""
        return int(self._server.server_address[1])

    @property
    def url(self) -> str:
        """The address of the service, as in production."""
        return f"https://127.0.0.1:{self.port}{PATH}"

    @property
    def paths(self) -> list[str]:
        """The paths that were asked for."""
        return self._server.paths

    @property
    def bodies(self) -> list[bytes]:
        """The bodies that were received."""
        return self._server.bodies

    @property
    def connections(self) -> int:
        """How many there have been."""
        return self._server.connections

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.drop_connections()
        self._server.server_close()
        self._thread.join()
