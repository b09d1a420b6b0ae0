"""HTTP/1.1 with keep-alive: which requests are taken up at all, and how replies are written."""

import http.server
import ssl
from http import HTTPStatus
from typing import Any

from familieopslag.testservice.answerer import Answerer
from familieopslag.testservice.exchange import Exchange, Reply
from familieopslag.testservice.script import Script

SERVICE_PATH = "/service/CPRLookup/CPRLookup/2"
MAX_REQUEST_BYTES = 256 * 1024
_IDLE_SECONDS = 120


class ServiceHandler(http.server.BaseHTTPRequestHandler):
    """One connection, request after request."""

    protocol_version = "HTTP/1.1"
    server_version = "Familieopslag-testservice"
    sys_version = ""
    timeout = _IDLE_SECONDS
    # Head and body in one packet and no waiting for acknowledgements: the defaults cost 40 ms a reply.
    wbufsize = -1
    disable_nagle_algorithm = True

    connection: ssl.SSLSocket

    def __init__(self, answerer: Answerer, script: Script, *connection: Any) -> None:  # noqa: ANN401 - socketserver's
        self._answerer = answerer
        self._script = script
        super().__init__(*connection)

    def do_POST(self) -> None:
        """A lookup."""
        refusal = self._refusal()
        if refusal:
            self._refuse(refusal)
            return
        content = self.rfile.read(int(self.headers["Content-Length"]))
        request, usual = self._answerer.answer(content, self.headers.get("SOAPAction"))
        self._script.received(request)
        delivery = self._script.delivery(request, usual)
        delivery.deliver(Exchange(self.connection, self._send, self._close, self._script.stopping))

    def do_GET(self) -> None:
        """Nothing is to be had by GET."""
        known = self.path == SERVICE_PATH
        self._refuse(HTTPStatus.METHOD_NOT_ALLOWED if known else HTTPStatus.NOT_FOUND)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name in the base class
        """Nothing: a request line is a client's own words, and the script reports what was asked."""

    def _refusal(self) -> HTTPStatus | None:
        length = self.headers.get("Content-Length", "")
        content_type = self.headers.get_content_type()
        if self.path != SERVICE_PATH:
            return HTTPStatus.NOT_FOUND
        if not (length.isascii() and length.isdigit()) or "Transfer-Encoding" in self.headers:
            return HTTPStatus.LENGTH_REQUIRED
        if int(length) > MAX_REQUEST_BYTES:
            return HTTPStatus.REQUEST_ENTITY_TOO_LARGE
        if content_type != "text/xml":
            return HTTPStatus.UNSUPPORTED_MEDIA_TYPE
        return None

    def _refuse(self, status: HTTPStatus) -> None:
        self._close()  # the body has not been read
        headers = {"Content-Type": "text/plain; charset=utf-8"}
        if status is HTTPStatus.METHOD_NOT_ALLOWED:
            headers["Allow"] = "POST"
        self._send(Reply(f"{status} {status.phrase}\n".encode(), status, headers))

    def _send(self, reply: Reply) -> None:
        self.send_response(reply.status)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        if "Content-Length" not in reply.headers:
            self.send_header("Content-Length", str(len(reply.body)))
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(reply.body)
        self.wfile.flush()

    def _close(self) -> None:
        self.close_connection = True
