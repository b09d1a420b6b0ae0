"""One HTTPS session to Serviceplatformen: mutual TLS, time-outs, no redirects, a limit on what is read.

The trust lives in an SSLContext of our own. requests' `verify`, its CA environment variables and its proxy
environment are out of the game, because each of them can silently replace or widen a pinned trust store.
"""

import ssl
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import certifi
import requests
import urllib3
from requests.adapters import HTTPAdapter

from familieopslag.service.failures import (
    RedirectedError,
    ReplyTooLargeError,
    ReplyTooSlowError,
    TrustStoreError,
)

REPLY_LIMIT = 10 * 1024 * 1024
"""Bytes, decoded. Replies of more than 8 kB are common; other clients use the same limit (service.md §1.4)."""
_CHUNK = 16 * 1024
_TRUST_ATTRIBUTES = ("ca_certs", "ca_cert_dir", "cert_file", "key_file", "cert_reqs")


class ClientIdentity(Protocol):
    """The municipality's certificate and key."""

    def load_into(self, context: ssl.SSLContext) -> None:
        """Make `context` answer with this certificate."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An HTTP reply, read to its end. Looks enough like a requests.Response for zeep to read it."""

    status_code: int
    headers: Any
    content: bytes
    encoding: str | None


def client_context(identity: ClientIdentity, ca_file: Path | None) -> ssl.SSLContext:
    """TLS 1.2 or later, server certificate and host name always checked, `identity` shown to the server.

    `ca_file` pins the trust to the authorities in it; without it the computer's own store counts. Raises
    TrustStoreError when `ca_file` cannot be used, and what `identity` raises.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if ca_file is None:
        context.load_default_certs(ssl.Purpose.SERVER_AUTH)
        if context.cert_store_stats()["x509_ca"] == 0:
            # A bare Linux system has no authorities at all; certifi brings the public ones.
            context.load_verify_locations(cafile=certifi.where())
    else:
        try:
            context.load_verify_locations(cafile=str(ca_file))
        except (OSError, ssl.SSLError):
            raise TrustStoreError from None
    identity.load_into(context)
    return context


class _ContextAdapter(HTTPAdapter):
    """An adapter whose every connection uses one SSLContext, whatever requests thinks of `verify`."""

    def __init__(self, context: ssl.SSLContext) -> None:
        self._context = context
        super().__init__(pool_connections=1, pool_maxsize=1, max_retries=0)

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, ssl_context=self._context, **kwargs)

    def proxy_manager_for(self, *args: Any, **kwargs: Any) -> Any:
        return super().proxy_manager_for(*args, ssl_context=self._context, **kwargs)

    def build_connection_pool_key_attributes(
        self, request: requests.PreparedRequest, verify: bool | str, cert: Any = None
    ) -> Any:
        host, pool = super().build_connection_pool_key_attributes(request, verify, cert)
        # What requests would set from `verify` and `cert` has no say beside the context.
        kept = {name: value for name, value in pool.items() if name not in _TRUST_ATTRIBUTES}
        return host, {**kept, "ssl_context": self._context}

    def cert_verify(self, conn: Any, url: Any, verify: Any, cert: Any) -> None:
        """Nothing to set on the connection: CERT_REQUIRED and host name check are in the context."""


class SecureSession:
    """Keep-alive HTTPS posts to one endpoint."""

    def __init__(self, context: ssl.SSLContext, *, connect_timeout: float, read_timeout: float) -> None:
        """Time-outs in seconds; `read_timeout` bounds the whole reply, not each read only."""
        self._connect_timeout = connect_timeout
        self._read_timeout = read_timeout
        self._session = requests.Session()
        self._session.trust_env = False
        self._session.mount("https://", _ContextAdapter(context))
        # Anything but HTTPS has no adapter, so it cannot be spoken by mistake.
        del self._session.adapters["http://"]

    def post(self, url: str, body: bytes, headers: dict[str, str]) -> Reply:
        """Send `body` and read the reply.

        Raises requests' exceptions, RedirectedError, ReplyTooLargeError and ReplyTooSlowError.
        """
        deadline = time.monotonic() + self._connect_timeout + self._read_timeout
        with self._session.post(
            url,
            data=body,
            headers={**headers, "Accept-Encoding": "identity"},
            timeout=(self._connect_timeout, self._read_timeout),
            allow_redirects=False,
            stream=True,
        ) as response:
            if response.is_redirect or response.is_permanent_redirect:
                raise RedirectedError
            content = _read_all(response.raw, deadline)
            return Reply(response.status_code, response.headers, content, response.encoding)

    def close(self) -> None:
        """Close idle connections."""
        self._session.close()


def _read_all(raw: urllib3.HTTPResponse, deadline: float) -> bytes:
    """The body, read as it comes.

    `iter_content` would wait for a whole block, and a server that drips could keep it waiting for ever.
    """
    content = bytearray()
    try:
        while chunk := raw.read1(_CHUNK, decode_content=True):
            content += chunk
            if len(content) > REPLY_LIMIT:
                raise ReplyTooLargeError
            if time.monotonic() > deadline:
                raise ReplyTooSlowError
    except urllib3.exceptions.DecodeError as error:
        raise requests.exceptions.ContentDecodingError(error) from error
    except urllib3.exceptions.HTTPError as error:
        raise requests.exceptions.ConnectionError(error) from error
    return bytes(content)
