"""What has to become of every fault that the test service can inject: the code that is told, or what is shown."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from familieopslag.domain import faults
from familieopslag.domain.faults import Fault
from tests.support.persons import LARGE_FAMILY, PERSON


class Limit(Enum):
    """How long it may take until something is said: the time-outs that are waited for, and a second on top."""

    AT_ONCE = "straks"
    CONNECT = "connect"
    READ = "read"
    WHOLE = "connect + read"
    EACH_CALL = "hvert opslag for sig"


@dataclass(frozen=True)
class Expectation:
    """`fault` None: no fault; the person is shown, with `notice` on the page."""

    fault: Fault | None
    limit: Limit = Limit.AT_ONCE
    number: str = PERSON
    detail: str = ""
    """In the technical details."""
    notice: str = ""


def _told(fault: Fault, detail: str = "", limit: Limit = Limit.AT_ONCE) -> Expectation:
    return Expectation(fault, limit, detail=detail)


_SHOWN = Expectation(None)
_INCOMPLETE = "ufuldstændig"
# A cut connection is followed by a question about the certificate, which has the time that the call has left.
_CUT = Expectation(faults.CONNECTION_LOST, Limit.WHOLE)

EXPECTED: Mapping[str, Expectation] = {
    "refused": _told(faults.NO_CONNECTION),
    "black-hole": _told(faults.NO_CONNECTION, "connect time-out", Limit.CONNECT),
    "reset-at-accept": _CUT,
    "silent-handshake": _told(faults.TIMEOUT, limit=Limit.CONNECT),
    "no-tls": _told(faults.TLS_FAILED, "version number"),
    "tls-expired": _told(faults.SERVER_CERTIFICATE_EXPIRED, "verify 10"),
    "tls-not-yet-valid": _told(faults.SERVER_CERTIFICATE_NOT_YET_VALID, "verify 9"),
    "tls-wrong-host": _told(faults.SERVER_NAME_WRONG, "verify 64"),
    "tls-unknown-ca": _told(faults.SERVER_AUTHORITY_UNKNOWN, "verify 20"),
    "tls-self-signed": _told(faults.SERVER_AUTHORITY_UNKNOWN, "verify 18"),
    "tls-1.1": _told(faults.TLS_TOO_OLD, "protocol"),
    "client-refused": _told(faults.CLIENT_CERTIFICATE_REFUSED, "alert unknown ca"),
    "client-refused-reset": _told(faults.CLIENT_CERTIFICATE_REFUSED, "alert unknown ca"),
    "client-revoked": _told(faults.CLIENT_CERTIFICATE_REVOKED, "alert certificate revoked"),
    "proxy-works": _SHOWN,
    "proxy-refuses": _told(faults.PROXY_FAILED, "CONNECT 403"),
    "proxy-wants-login": _told(faults.PROXY_AUTHENTICATION, "CONNECT 407"),
    "proxy-finds-nobody": _told(faults.PROXY_FAILED, "CONNECT 502"),
    "proxy-silent": _told(faults.PROXY_UNREACHABLE, limit=Limit.CONNECT),
    "proxy-drips": _told(faults.PROXY_UNREACHABLE, limit=Limit.WHOLE),
    "proxy-unreachable": _told(faults.PROXY_UNREACHABLE),
    "silence": _told(faults.TIMEOUT, limit=Limit.READ),
    "closed-before-reply": _CUT,
    "reset-before-reply": _CUT,
    "reset-in-reply": _told(faults.CONNECTION_LOST),
    "truncated": _told(faults.CONNECTION_LOST),
    "drip-in-headers": _told(faults.TIMEOUT, limit=Limit.WHOLE),
    "drip-in-body": _told(faults.TIMEOUT, limit=Limit.WHOLE),
    "endless-body": _told(faults.REPLY_TOO_LARGE),
    "endless-headers": _told(faults.REPLY_UNREADABLE, "http"),
    "too-large": _told(faults.REPLY_TOO_LARGE),
    "gzip-bomb": _told(faults.REPLY_TOO_LARGE),
    "no-http": _told(faults.REPLY_UNREADABLE, "http"),
    "html-200": _told(faults.REPLY_IS_WEB_PAGE),
    "html-401": _told(faults.ACCESS_DENIED, "HTTP 401"),
    "html-403": _told(faults.ACCESS_DENIED, "HTTP 403"),
    "html-404": _told(faults.SERVICE_NOT_FOUND, "HTTP 404"),
    "html-429": _told(faults.SERVICE_UNAVAILABLE, "HTTP 429"),
    "html-500": _told(faults.SERVICE_UNAVAILABLE, "HTTP 500"),
    "html-502": _told(faults.SERVICE_UNAVAILABLE, "HTTP 502"),
    "html-503": _told(faults.SERVICE_UNAVAILABLE, "HTTP 503"),
    "html-504": _told(faults.SERVICE_UNAVAILABLE, "HTTP 504"),
    "redirect": _told(faults.REDIRECTED),
    "wrong-content-type": _told(faults.REPLY_UNREADABLE, "content type"),
    "empty-body": _told(faults.REPLY_UNREADABLE, "empty reply"),
    "fault-plain": _told(faults.SERVICE_FAULT, "soap:Server"),
    "fault-error-list": _told(faults.SERVICE_FAULT, "SP-1017, SP-1020"),
    "fault-soap-1.2": _told(faults.SERVICE_FAULT, "e:Receiver"),
    "malformed-xml": _told(faults.REPLY_UNREADABLE, "soap"),
    "wrong-namespace": _told(faults.REPLY_UNREADABLE),
    "wrong-envelope": _told(faults.REPLY_UNREADABLE, "soap"),
    "dtd": _told(faults.REPLY_UNREADABLE, "soap"),
    "entity-bomb": _told(faults.REPLY_UNREADABLE, "soap"),
    "external-entity": _told(faults.REPLY_UNREADABLE, "soap"),
    "invalid-utf-8": _told(faults.REPLY_UNREADABLE, "soap"),
    "latin-1-undeclared": _told(faults.REPLY_UNREADABLE, "soap"),
    "latin-1-declared": _SHOWN,
    "latin-1-in-header": _SHOWN,
    "no-result": _told(faults.REPLY_UNREADABLE, "no result"),
    "kvit-52": _told(faults.NUMBER_REFUSED, "Kvit 52"),
    "kvit-172": _told(faults.NOT_FOUND, "Kvit 172"),
    "kvit-4": _told(faults.RECEIPT, "Kvit 4"),
    "kvit-5": _told(faults.RECEIPT, "Kvit 5"),
    "kvit-16": _told(faults.RECEIPT, "Kvit 16"),
    "kvit-184": _told(faults.RECEIPT, "Kvit 184"),
    "kvit-with-lines": _told(faults.RECEIPT, "Kvit 4599"),
    "kvit-ok-184": _told(faults.RECEIPT, "Kvit 184"),
    "kvit-missing": _told(faults.REPLY_UNREADABLE, "no receipt"),
    "no-rows": _told(faults.REPLY_UNREADABLE, "no main row"),
    "another-person": _told(faults.REPLY_OF_ANOTHER),
    "inner-malformed": _told(faults.REPLY_UNREADABLE, "gctp syntax"),
    "inner-dtd": _told(faults.REPLY_UNREADABLE, "gctp root"),
    "inner-declaration": _SHOWN,
    "nested-result": _SHOWN,
    "duplicate-fields": _SHOWN,
    "always-another-page": Expectation(None, Limit.EACH_CALL, notice=_INCOMPLETE),
    "page-2-of-another": Expectation(None, number=LARGE_FAMILY, notice=_INCOMPLETE),
    "page-2-refused": Expectation(None, number=LARGE_FAMILY, notice=_INCOMPLETE),
}
