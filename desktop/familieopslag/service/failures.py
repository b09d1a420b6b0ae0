"""Where the wire's exceptions become the domain's: above this, nobody sees a zeep, requests or ssl type.

Their messages hold whole requests and replies, so errors cross this border without cause and context.
"""

import re
import ssl
from collections.abc import Iterator

import requests

from familieopslag.domain import faults
from familieopslag.domain.faults import FamilieopslagError, Fault

_LONG_DIGITS = re.compile(r"\d[\d\s-]{4,}\d")
_SAFE_CODE = re.compile(r"[\w.:\- ]{1,60}")
_CLIENT_CERTIFICATE_ALERTS = re.compile(
    r"certificate.required|bad.certificate|unknown.ca|certificate.unknown|certificate.expired"
    r"|certificate.revoked|unsupported.certificate|access.denied|handshake.failure",
    re.IGNORECASE,
)
_UNAUTHORIZED = (401, 403)
_SERVER_ERROR = 500


class WireError(Exception):
    """Something that the wire's own rooms tell each other. Never leaves the service package."""


class RedirectedError(WireError):
    """The server answered with another address."""


class ReplyTooLargeError(WireError):
    """The reply passed the size limit."""


class ReplyTooSlowError(WireError):
    """The reply had not ended when its time was up."""


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
        case ReplyTooSlowError():
            return told(faults.TIMEOUT, seconds=f"{seconds:g}")
        case TrustStoreError():
            return told(faults.CA_UNREADABLE)
        case HttpStatusError(status=status) if status in _UNAUTHORIZED:
            return told(faults.ACCESS_DENIED, f"HTTP {status}")
        case HttpStatusError(status=status) if status >= _SERVER_ERROR or status == requests.codes.not_found:
            return told(faults.SERVICE_UNAVAILABLE, f"HTTP {status}", status=str(status))
        case HttpStatusError(status=status):
            return told(faults.REPLY_UNREADABLE, f"HTTP {status}")
        case UnreadableReplyError():
            return told(faults.REPLY_UNREADABLE, " ".join(str(argument) for argument in error.args))
        case SoapFaultError(codes=codes):
            code = ", ".join(filter(None, (safe_code(code) for code in codes))) or "soap:Fault"
            return told(faults.SERVICE_FAULT, code, code=code)
        case requests.exceptions.ProxyError():
            return told(faults.PROXY_FAILED)
        case requests.exceptions.ReadTimeout():
            return told(faults.TIMEOUT, seconds=f"{seconds:g}")
        case requests.exceptions.ConnectTimeout():
            return told(faults.NO_CONNECTION, "connect time-out")
        case requests.exceptions.RequestException():
            fault, detail = _of_connection(error)
            return told(fault, detail, **({"seconds": f"{seconds:g}"} if fault is faults.TIMEOUT else {}))
        case _:
            return told(faults.UNEXPECTED, type(error).__name__)


def safe_code(text: str) -> str:
    """An error code fit to be shown: short, and without anything like a personnummer."""
    hidden = _LONG_DIGITS.sub("…", text.strip())
    return hidden if _SAFE_CODE.fullmatch(hidden.replace("…", "")) else ""


def _of_connection(error: BaseException) -> tuple[Fault, str]:
    """TLS 1.3 reports a refused client certificate at the first read, deep inside a connection error."""
    causes = list(_causes(error))
    for cause in causes:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return faults.SERVER_NOT_TRUSTED, f"verify {getattr(cause, 'verify_code', '–')}"
        if isinstance(cause, ssl.SSLError):
            # Only what OpenSSL itself raises has a reason.
            reason = str(getattr(cause, "reason", None) or "")
            if "ALERT" in reason.upper() and _CLIENT_CERTIFICATE_ALERTS.search(reason):
                return faults.CLIENT_CERTIFICATE_REFUSED, reason
            if not isinstance(cause, ssl.SSLEOFError | ssl.SSLZeroReturnError):
                return faults.TLS_FAILED, reason
    if any(isinstance(cause, TimeoutError) for cause in causes):
        return faults.TIMEOUT, ""
    if isinstance(error, requests.exceptions.ContentDecodingError):
        return faults.REPLY_UNREADABLE, "content encoding"
    if any(type(cause).__name__ in ("NewConnectionError", "NameResolutionError") for cause in causes):
        return faults.NO_CONNECTION, ""
    return faults.CONNECTION_LOST, ""


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
