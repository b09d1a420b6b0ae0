"""Where the wire's exceptions become the domain's: above this, nobody sees a zeep, requests or ssl type.

Their messages hold whole requests and replies, so errors cross this border without cause and context.
"""

import http.client
import re
import ssl
from collections.abc import Iterable, Iterator

import requests
from urllib3.exceptions import ConnectTimeoutError, NameResolutionError, NewConnectionError

from familieopslag.domain import faults
from familieopslag.domain.faults import FamilieopslagError, Fault

_LONG_DIGITS = re.compile(r"\d[\d\s-]{4,}\d")
_SAFE_CODE = re.compile(r"[\w.:\- ]{1,60}")
_CLIENT_CERTIFICATE_ALERTS = re.compile(
    r"certificate required|bad certificate|unknown ca|certificate unknown|certificate expired"
    r"|unsupported certificate|access denied|handshake failure"
)
_REVOKED = re.compile("certificate revoked")
_OLD_TLS = re.compile("protocol version|unsupported protocol|wrong tls version|version too low")
_OF_VERSION = re.compile(r"(?:ssl|tls)v\d+")
"""What OpenSSL puts before the name of an alert, whatever version was spoken."""
_OF_VERIFY_CODE = {
    9: faults.SERVER_CERTIFICATE_NOT_YET_VALID,
    10: faults.SERVER_CERTIFICATE_EXPIRED,
    18: faults.SERVER_AUTHORITY_UNKNOWN,  # self-signed
    19: faults.SERVER_AUTHORITY_UNKNOWN,  # a root that is not ours
    20: faults.SERVER_AUTHORITY_UNKNOWN,  # issuer not found
    21: faults.SERVER_AUTHORITY_UNKNOWN,  # nothing but the leaf
    62: faults.SERVER_NAME_WRONG,  # host name
    64: faults.SERVER_NAME_WRONG,  # IP address
}
"""X509_V_ERR_* of OpenSSL's x509_vfy.h; the others are SERVER_NOT_TRUSTED."""
_OF_STATUS = {
    401: faults.ACCESS_DENIED,
    403: faults.ACCESS_DENIED,
    404: faults.SERVICE_NOT_FOUND,
    408: faults.SERVICE_UNAVAILABLE,
    410: faults.SERVICE_NOT_FOUND,
    429: faults.SERVICE_UNAVAILABLE,
}
_SERVER_ERROR = 500
_PROXY_LOGIN = 407
_NOT_CONNECTED = (NewConnectionError, NameResolutionError, ConnectTimeoutError)
_CUT = (
    *(BrokenPipeError, ConnectionAbortedError, ConnectionResetError),
    *(ssl.SSLEOFError, ssl.SSLZeroReturnError),
)


class WireError(Exception):
    """Something that the wire's own rooms tell each other. Never leaves the service package."""


class RedirectedError(WireError):
    """The server answered with another address."""


class ReplyTooLargeError(WireError):
    """The reply passed the size limit."""


class ReplyTooSlowError(WireError):
    """The reply had not come, or not ended, when its `seconds` were over."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds


class ReplyIsWebPageError(WireError):
    """A web page came where a reply was due."""


class NotReachedError(WireError):
    """Nobody answers on the way to the service; `is_proxy`: where the proxy should be."""

    def __init__(self, reason: str, *, is_proxy: bool) -> None:
        super().__init__(reason)
        self.reason = reason
        self.is_proxy = is_proxy


class ProxyRefusedError(WireError):
    """The proxy answered CONNECT with another HTTP status than 200."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class ProxySilentError(WireError):
    """The proxy took the connection and said nothing that could be understood, or not in time."""


class TrustStoreError(WireError):
    """The file of trusted authorities cannot be used."""


class HttpStatusError(WireError):
    """An HTTP status that carries no SOAP reply."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class UnreadableReplyError(WireError):
    """The reply is not what the contract says; `args` holds a short, data-free reason."""


class SoapFaultError(WireError):
    """A soap:Fault. `codes` are the error codes in it; free text in it is not passed on."""

    def __init__(self, codes: tuple[str, ...]) -> None:
        super().__init__()
        self.codes = codes


def as_domain_error(  # noqa: C901, PLR0911, PLR0912 - one flat table, a line for each type
    error: Exception, correlation_id: str, *, seconds: float
) -> FamilieopslagError:
    """The domain error for whatever a call raised. `seconds`: the time-out that was in force."""

    def told(fault: Fault, detail: str = "", **values: str) -> FamilieopslagError:
        return FamilieopslagError(fault, correlation_id, values=values, detail=detail)

    match error:
        case FamilieopslagError():
            return error
        case RedirectedError():
            return told(faults.REDIRECTED)
        case ReplyTooLargeError():
            return told(faults.REPLY_TOO_LARGE)
        case ReplyTooSlowError(seconds=passed):
            return told(faults.TIMEOUT, seconds=f"{passed:g}")
        case ReplyIsWebPageError():
            return told(faults.REPLY_IS_WEB_PAGE)
        case TrustStoreError():
            return told(faults.CA_UNREADABLE)
        case NotReachedError(reason=reason, is_proxy=is_proxy):
            return told(faults.PROXY_UNREACHABLE if is_proxy else faults.NO_CONNECTION, reason)
        case ProxyRefusedError(status=status) if status == _PROXY_LOGIN:
            return told(faults.PROXY_AUTHENTICATION, "CONNECT 407")
        case ProxyRefusedError(status=status):
            return told(faults.PROXY_FAILED, f"CONNECT {status}")
        case ProxySilentError():
            return told(faults.PROXY_UNREACHABLE, "CONNECT")
        case HttpStatusError(status=status):
            return told(_of_status(status), f"HTTP {status}", status=str(status))
        case UnreadableReplyError():
            return told(faults.REPLY_UNREADABLE, " ".join(str(argument) for argument in error.args))
        case SoapFaultError(codes=codes):
            code = ", ".join(filter(None, (safe_code(code) for code in codes))) or "soap:Fault"
            return told(faults.SERVICE_FAULT, code, code=code)
        case requests.exceptions.RequestException():
            fault, detail = _of_request(error)
            return told(fault, detail, **({"seconds": f"{seconds:g}"} if fault is faults.TIMEOUT else {}))
        case ssl.SSLError() if _is_tls_reason(error):
            fault, detail = _of_tls(error)
            return told(fault, detail)
        case TimeoutError():
            return told(faults.TIMEOUT, seconds=f"{seconds:g}")
        case ConnectionError() | ssl.SSLError():
            return told(faults.CONNECTION_LOST)
        case _:
            return told(faults.UNEXPECTED, type(error).__name__)


def safe_code(text: str) -> str:
    """An error code fit to be shown: short, and without anything like a personnummer."""
    hidden = _LONG_DIGITS.sub("…", text.strip())
    return hidden if _SAFE_CODE.fullmatch(hidden.replace("…", "")) else ""


def was_cut(error: requests.exceptions.RequestException) -> bool:
    """Whether the server ended the connection without a word of why."""
    causes = tuple(_causes(error))
    return _is_cut(causes) and not _is_of_proxy(error, causes) and not any(map(_is_tls_reason, causes))


def _of_status(status: int) -> Fault:
    if status in _OF_STATUS:
        return _OF_STATUS[status]
    return faults.SERVICE_UNAVAILABLE if status >= _SERVER_ERROR else faults.REPLY_UNREADABLE


def _of_request(error: requests.exceptions.RequestException) -> tuple[Fault, str]:
    """TLS 1.3 reports a refused client certificate at the first read, deep inside a connection error."""
    causes = tuple(_causes(error))
    for reason in filter(_is_tls_reason, causes):
        return _of_tls(reason)
    if _is_of_proxy(error, causes):
        return faults.PROXY_UNREACHABLE, ""
    # A reset can be faster than the last step of connecting.
    not_connected = _is_without_connection(causes) and not _is_cut(causes)
    if isinstance(error, requests.exceptions.ConnectTimeout):
        return faults.NO_CONNECTION, "connect time-out"
    if isinstance(error, requests.exceptions.Timeout) or any(isinstance(c, TimeoutError) for c in causes):
        return faults.TIMEOUT, ""
    if isinstance(error, requests.exceptions.ContentDecodingError):
        return faults.REPLY_UNREADABLE, "content encoding"
    if not_connected:
        return faults.NO_CONNECTION, ""
    if any(isinstance(cause, http.client.HTTPException) and not _is_end(cause) for cause in causes):
        return faults.REPLY_UNREADABLE, "http"
    return faults.CONNECTION_LOST, ""


def _of_tls(error: BaseException) -> tuple[Fault, str]:
    if isinstance(error, ssl.SSLCertVerificationError):
        code = getattr(error, "verify_code", 0)
        return _OF_VERIFY_CODE.get(code, faults.SERVER_NOT_TRUSTED), f"verify {code or '–'}"
    # Only what OpenSSL itself raises has a reason: "TLSV1_ALERT_UNKNOWN_CA" is "alert unknown ca" to a reader.
    words = str(getattr(error, "reason", None) or "").casefold().split("_")
    reason = " ".join("tls" if word == "ssl" else word for word in words if not _OF_VERSION.fullmatch(word))
    if _OLD_TLS.search(reason):
        return faults.TLS_TOO_OLD, reason
    if "alert" in words and _REVOKED.search(reason):
        return faults.CLIENT_CERTIFICATE_REVOKED, reason
    if "alert" in words and _CLIENT_CERTIFICATE_ALERTS.search(reason):
        return faults.CLIENT_CERTIFICATE_REFUSED, reason
    return faults.TLS_FAILED, reason


def _is_of_proxy(error: requests.exceptions.RequestException, causes: Iterable[BaseException]) -> bool:
    """urllib3 blames the proxy for whatever ends the connection; what it says to CONNECT has errors of its own."""
    return isinstance(error, requests.exceptions.ProxyError) and _is_without_connection(causes)


def _is_without_connection(causes: Iterable[BaseException]) -> bool:
    return any(isinstance(cause, _NOT_CONNECTED) for cause in causes)


def _is_cut(causes: Iterable[BaseException]) -> bool:
    return any(isinstance(cause, _CUT) for cause in causes)


def _is_tls_reason(error: BaseException) -> bool:
    """TLS says what is wrong, instead of just ending."""
    return isinstance(error, ssl.SSLError) and not isinstance(error, ssl.SSLEOFError | ssl.SSLZeroReturnError)


def _is_end(error: http.client.HTTPException) -> bool:
    """The connection ended where there should have been more; anything else is no HTTP."""
    return isinstance(error, http.client.RemoteDisconnected | http.client.IncompleteRead)


def _causes(error: BaseException) -> Iterator[BaseException]:
    """The error and everything wrapped in it: causes, contexts and urllib3's exceptions-in-arguments."""
    seen: set[int] = set()
    waiting: list[BaseException] = [error]
    while waiting:
        current = waiting.pop(0)
        if id(current) in seen:
            continue
        seen.add(id(current))
        yield current
        inner = (current.__cause__, current.__context__, getattr(current, "reason", None), *current.args)
        waiting += [item for item in inner if isinstance(item, BaseException)]
