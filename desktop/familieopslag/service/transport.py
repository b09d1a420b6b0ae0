"""One HTTPS session to Serviceplatformen: mutual TLS, time-outs, no redirects, a limit on what is read.

The trust lives in an SSLContext of our own. requests' `verify`, its CA environment variables and its proxy
environment are out of the game, because each of them can silently replace or widen a pinned trust store.
"""

import ssl
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import certifi
import requests
import urllib3
from requests.adapters import HTTPAdapter

from familieopslag.service import deadline as bounded
from familieopslag.service.deadline import Deadline
from familieopslag.service.diagnosis import certificate_alert
from familieopslag.service.failures import (
    RedirectedError,
    ReplyTooLargeError,
    ReplyTooSlowError,
    TrustStoreError,
    was_cut,
)
from familieopslag.service.http_proxy import HttpProxy
from familieopslag.service.pools import https_pool

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


def client_context(identity: ClientIdentity | None, ca_file: Path | None) -> ssl.SSLContext:
    """TLS 1.2 or later, server certificate and host name always checked, `identity` (if any) shown to the server.

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
    if identity is not None:
        identity.load_into(context)
    return context


class _ContextAdapter(HTTPAdapter):
    """An adapter whose every connection uses one SSLContext, whatever requests thinks of `verify`."""

    def __init__(self, context: ssl.SSLContext, deadline: Deadline, proxy: HttpProxy | None) -> None:
        self._context = context
        self._pools = {"https": https_pool(deadline)}
        self._proxy = proxy
        super().__init__(pool_connections=1, pool_maxsize=1, max_retries=0)

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, ssl_context=self._context, **kwargs)
        self.poolmanager.pool_classes_by_scheme = self._pools

    def proxy_manager_for(self, *args: Any, **kwargs: Any) -> Any:
        manager = super().proxy_manager_for(*args, ssl_context=self._context, **kwargs)
        manager.pool_classes_by_scheme = self._pools
        return manager

    def proxy_headers(self, proxy: Any) -> dict[str, str]:
        """Told to the proxy with CONNECT, and never to the server."""
        del proxy
        return {} if self._proxy is None else self._proxy.headers

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

    def __init__(
        self,
        context: ssl.SSLContext,
        *,
        connect_timeout: float,
        read_timeout: float,
        proxy: str | None = None,
        proxy_credentials: tuple[str, str] | None = None,
    ) -> None:
        """Time-outs in seconds; both together bound the whole call. `context` is this session's from here on.

        `proxy`: the http address to go through (None: straight), maybe with user and password in it;
        `proxy_credentials` (user, password) go before those. Raises ValueError for another kind of proxy.
        """
        self._context = context
        self._connect_timeout = connect_timeout
        self._read_timeout = read_timeout
        self._deadline = Deadline()
        self._proxy = None if proxy is None else HttpProxy.at(proxy, proxy_credentials)
        context.sslsocket_class = bounded.tls_class(self._deadline)
        self._session = requests.Session()
        self._session.trust_env = False
        if self._proxy is not None:
            self._session.proxies = {"https": self._proxy.url}
        self._session.mount("https://", _ContextAdapter(context, self._deadline, self._proxy))
        # Anything but HTTPS has no adapter, so it cannot be spoken by mistake.
        del self._session.adapters["http://"]

    def post(self, url: str, body: bytes, headers: dict[str, str]) -> Reply:
        """Send `body` and read the reply.

        Raises requests' exceptions, ProxyRefusedError, ProxySilentError, RedirectedError, ReplyTooLargeError and
        ReplyTooSlowError.
        """
        self._deadline.start(self._connect_timeout + self._read_timeout)
        with self._answer_to(url, body, headers) as response:
            if response.is_redirect or response.is_permanent_redirect:
                raise RedirectedError
            try:
                content = _read_all(response.raw)
            except TimeoutError:
                raise ReplyTooSlowError(self._deadline.seconds_in_force) from None
            return Reply(response.status_code, response.headers, content, response.encoding)

    def close(self) -> None:
        """Close idle connections."""
        self._session.close()

    def _answer_to(self, url: str, body: bytes, headers: dict[str, str]) -> requests.Response:
        try:
            return self._session.post(
                url,
                data=body,
                headers={**headers, "Accept-Encoding": "identity"},
                timeout=(self._connect_timeout, self._read_timeout),
                allow_redirects=False,
                stream=True,
            )
        except requests.exceptions.ReadTimeout:
            raise ReplyTooSlowError(self._deadline.seconds_in_force) from None
        except requests.exceptions.ConnectionError as error:
            if was_cut(error):
                self._ask_about_certificate(url)
            raise

    def _ask_about_certificate(self, url: str) -> None:
        """Raise the server's complaint about our certificate, if that is why it cut the connection."""
        alert = certificate_alert(url, self._context, self._proxy, self._connect_timeout)
        if alert is not None:
            raise requests.exceptions.SSLError(alert) from None


def _read_all(raw: urllib3.HTTPResponse) -> bytes:
    """The body, read as it comes, so that its size is known in time. Raises TimeoutError past the deadline."""
    content = bytearray()
    try:
        while chunk := raw.read1(_CHUNK, decode_content=True):
            content += chunk
            if len(content) > REPLY_LIMIT:
                raise ReplyTooLargeError
    except urllib3.exceptions.ReadTimeoutError:
        raise TimeoutError from None
    except urllib3.exceptions.DecodeError as error:
        raise requests.exceptions.ContentDecodingError(error) from error
    except urllib3.exceptions.HTTPError as error:
        raise requests.exceptions.ConnectionError(error) from error
    return bytes(content)
