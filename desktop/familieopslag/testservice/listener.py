"""Taking connections: TLS is shaken hands on in the connection's own thread, so that nobody waits for another."""

import logging
import os
import socket
import socketserver
import ssl
import sys
import threading
import traceback
from collections.abc import Callable
from typing import Any

from familieopslag.testservice.reception import Reception
from familieopslag.testservice.turns import Turns

_HANDSHAKE_SECONDS = 10.0
_STOP_SECONDS = 5.0
_POLL_SECONDS = 0.05
_LOG = logging.getLogger(__name__)


class Listener(socketserver.ThreadingTCPServer):
    """Listens from the moment it is made, and serves from `start` to `stop`."""

    daemon_threads = True
    block_on_close = False  # `stop` waits itself, after it has cut the connections
    allow_reuse_address = os.name == "posix"  # elsewhere it would let another program take the port over
    request_queue_size = 64

    def __init__(
        self,
        address: tuple[str, int],
        reception: Reception,
        handler: Callable[[Any, Any, socketserver.BaseServer], socketserver.BaseRequestHandler],
    ) -> None:
        super().__init__(address, handler)
        self._reception = reception
        self._instead: Turns[Reception] | None = None
        self._thread: threading.Thread | None = None
        self._connections: dict[threading.Thread, socket.socket] = {}
        self._lock = threading.Lock()

    @property
    def port(self) -> int:
        """The port that is listened on."""
        port: int = self.socket.getsockname()[1]
        return port

    def receive_with(self, reception: Reception, times: int | None) -> None:
        """Receive the next `times` connections (None: all) in another way, and cut those that are open."""
        self._instead = Turns(reception, times)
        self.cut()

    def receive_as_usual(self) -> None:
        """Forget `receive_with`."""
        self._instead = None

    def cut(self) -> list[threading.Thread]:
        """Cut every open connection; the threads that served them are about to end."""
        with self._lock:
            open_connections = dict(self._connections)
        for connection in open_connections.values():
            _cut(connection)
        return list(open_connections)

    def start(self) -> None:
        """Serve in a thread of its own."""
        self._thread = threading.Thread(
            target=self.serve_forever, args=(_POLL_SECONDS,), name="testservice", daemon=True
        )
        self._thread.start()

    def stop(self) -> None:
        """Take no more connections, cut those that are open and wait for their threads."""
        if self._thread:
            self.shutdown()
            self._thread.join()
        self.server_close()
        for thread in self.cut():
            thread.join(_STOP_SECONDS)

    def process_request(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 - as the base class has it
        """Known before its thread runs, so that `stop` misses no connection."""
        thread = threading.Thread(
            target=self._serve, args=(request, client_address), name="testservice connection", daemon=True
        )
        with self._lock:
            self._connections[thread] = request
        thread.start()

    def _serve(self, plain: socket.socket, client_address: object) -> None:
        try:
            with plain:
                plain.settimeout(_HANDSHAKE_SECONDS)
                instead = self._instead and self._instead.take()
                self._talk(plain, client_address, instead or self._reception)
        except (OSError, ValueError):
            # The other side is gone, speaks no TLS, or has no certificate of ours: its own business. ValueError is
            # what a socket says that `stop` has closed.
            _LOG.debug("connection ended: %s", type(sys.exception()).__name__)
        except Exception as error:  # noqa: BLE001 - a thread's last line of defence: say where, never with what
            place = traceback.extract_tb(error.__traceback__)[-1]
            _LOG.error(
                "the test service failed: %s in %s:%s", type(error).__name__, place.filename, place.lineno
            )
        finally:
            with self._lock:
                del self._connections[threading.current_thread()]

    def _talk(self, plain: socket.socket, client_address: object, reception: Reception) -> None:
        secured = reception.take(plain)
        if secured is None:
            return
        with secured:
            with self._lock:
                self._connections[threading.current_thread()] = secured
            try:
                secured.do_handshake()
            except ssl.SSLError:
                reception.refuse(secured)
                raise
            self.finish_request(secured, client_address)


def _cut(connection: socket.socket) -> None:
    try:
        # Not the TLS socket's own way, which would go on in the clear.
        socket.socket.shutdown(connection, socket.SHUT_RDWR)
    except OSError:
        _LOG.debug("connection was closed already")
