"""Every exception of the wire becomes one of the domain's, without a word of what it was about."""

import http.client
import ssl

import pytest
import requests
import urllib3

from familieopslag.domain import faults
from familieopslag.domain.faults import FamilieopslagError, Fault
from familieopslag.service.failures import (
    HttpStatusError,
    ProxyRefusedError,
    ProxySilentError,
    RedirectedError,
    ReplyIsWebPageError,
    ReplyTooLargeError,
    ReplyTooSlowError,
    SoapFaultError,
    TrustStoreError,
    UnreadableReplyError,
    as_domain_error,
    safe_code,
    was_cut,
)
from tests.support.replies import invented_number

NUMBER = invented_number()
SPELLED = f"{NUMBER[:6]}-{NUMBER[6:]}"


def _wrapped(inner: BaseException) -> requests.exceptions.ConnectionError:
    """As requests and urllib3 wrap: an exception in the arguments of one in the arguments of one."""
    pool = urllib3.HTTPSConnectionPool("127.0.0.1", 443)
    retried = urllib3.exceptions.MaxRetryError(pool, f"/{NUMBER}", inner)  # type: ignore[arg-type]
    return requests.exceptions.SSLError(retried) if isinstance(inner, ssl.SSLError) else _lost(retried)


def _lost(inner: BaseException) -> requests.exceptions.ConnectionError:
    return requests.exceptions.ConnectionError(inner, request=requests.PreparedRequest())


def _tls(reason: str) -> ssl.SSLError:
    error = ssl.SSLError(1, f"[SSL: {reason}] {NUMBER}")
    error.reason = reason
    return error


def _untrusted_by_python() -> ssl.SSLCertVerificationError:
    return ssl.SSLCertVerificationError(f"host name {NUMBER}")


def _untrusted(verify_code: int) -> ssl.SSLCertVerificationError:
    error = ssl.SSLCertVerificationError(1, f"certificate verify failed {NUMBER}")
    error.verify_code = verify_code
    return error


def _new_connection() -> urllib3.exceptions.NewConnectionError:
    pool = urllib3.HTTPSConnectionPool("127.0.0.1", 443)
    return urllib3.exceptions.NewConnectionError(pool, f"refused {NUMBER}")  # type: ignore[arg-type]


def _reset_while_connecting() -> urllib3.exceptions.NewConnectionError:
    error = _new_connection()
    error.__cause__ = ConnectionResetError(104, NUMBER)
    return error


@pytest.mark.parametrize(
    ("error", "fault", "detail"),
    [
        (RedirectedError(), faults.REDIRECTED, ""),
        (ReplyTooLargeError(), faults.REPLY_TOO_LARGE, ""),
        (ReplyTooSlowError(3.0), faults.TIMEOUT, ""),
        (ReplyIsWebPageError(), faults.REPLY_IS_WEB_PAGE, ""),
        (TrustStoreError(), faults.CA_UNREADABLE, ""),
        (HttpStatusError(401), faults.ACCESS_DENIED, "HTTP 401"),
        (HttpStatusError(403), faults.ACCESS_DENIED, "HTTP 403"),
        (HttpStatusError(404), faults.SERVICE_NOT_FOUND, "HTTP 404"),
        (HttpStatusError(410), faults.SERVICE_NOT_FOUND, "HTTP 410"),
        (HttpStatusError(408), faults.SERVICE_UNAVAILABLE, "HTTP 408"),
        (HttpStatusError(429), faults.SERVICE_UNAVAILABLE, "HTTP 429"),
        (HttpStatusError(500), faults.SERVICE_UNAVAILABLE, "HTTP 500"),
        (HttpStatusError(503), faults.SERVICE_UNAVAILABLE, "HTTP 503"),
        (HttpStatusError(204), faults.REPLY_UNREADABLE, "HTTP 204"),
        (HttpStatusError(400), faults.REPLY_UNREADABLE, "HTTP 400"),
        (UnreadableReplyError("gctp syntax"), faults.REPLY_UNREADABLE, "gctp syntax"),
        (SoapFaultError(("SP-0815",)), faults.SERVICE_FAULT, "SP-0815"),
        (SoapFaultError(("soap:Server",)), faults.SERVICE_FAULT, "soap:Server"),
        (SoapFaultError(("SP-1", f"person {SPELLED}")), faults.SERVICE_FAULT, "SP-1, person …"),
        (SoapFaultError((f"<b>{NUMBER}</b>",)), faults.SERVICE_FAULT, "soap:Fault"),
        (SoapFaultError(()), faults.SERVICE_FAULT, "soap:Fault"),
        (requests.exceptions.ReadTimeout(NUMBER), faults.TIMEOUT, ""),
        (requests.exceptions.ConnectTimeout(NUMBER), faults.NO_CONNECTION, "connect time-out"),
        (ProxyRefusedError(407), faults.PROXY_AUTHENTICATION, "CONNECT 407"),
        (ProxyRefusedError(403), faults.PROXY_FAILED, "CONNECT 403"),
        (ProxyRefusedError(502), faults.PROXY_FAILED, "CONNECT 502"),
        (ProxySilentError(), faults.PROXY_UNREACHABLE, "CONNECT"),
        (requests.exceptions.ProxyError(NUMBER), faults.CONNECTION_LOST, ""),
        (requests.exceptions.ProxyError(ConnectionResetError(104, NUMBER)), faults.CONNECTION_LOST, ""),
        (requests.exceptions.ProxyError(_reset_while_connecting()), faults.PROXY_UNREACHABLE, ""),
        (requests.exceptions.ProxyError(_new_connection()), faults.PROXY_UNREACHABLE, ""),
        (_wrapped(_new_connection()), faults.NO_CONNECTION, ""),
        (_wrapped(_reset_while_connecting()), faults.CONNECTION_LOST, ""),
        (_wrapped(_untrusted(9)), faults.SERVER_CERTIFICATE_NOT_YET_VALID, "verify 9"),
        (_wrapped(_untrusted(10)), faults.SERVER_CERTIFICATE_EXPIRED, "verify 10"),
        (_wrapped(_untrusted(18)), faults.SERVER_AUTHORITY_UNKNOWN, "verify 18"),
        (_wrapped(_untrusted(19)), faults.SERVER_AUTHORITY_UNKNOWN, "verify 19"),
        (_wrapped(_untrusted(20)), faults.SERVER_AUTHORITY_UNKNOWN, "verify 20"),
        (_wrapped(_untrusted(21)), faults.SERVER_AUTHORITY_UNKNOWN, "verify 21"),
        (_wrapped(_untrusted(62)), faults.SERVER_NAME_WRONG, "verify 62"),
        (_wrapped(_untrusted(64)), faults.SERVER_NAME_WRONG, "verify 64"),
        (_wrapped(_untrusted(66)), faults.SERVER_NOT_TRUSTED, "verify 66"),
        (_wrapped(_untrusted_by_python()), faults.SERVER_NOT_TRUSTED, "verify –"),
        (_wrapped(_tls("TLSV1_ALERT_PROTOCOL_VERSION")), faults.TLS_TOO_OLD, "alert protocol version"),
        (_wrapped(_tls("UNSUPPORTED_PROTOCOL")), faults.TLS_TOO_OLD, "unsupported protocol"),
        (
            _wrapped(_tls("SSLV3_ALERT_CERTIFICATE_REVOKED")),
            faults.CLIENT_CERTIFICATE_REVOKED,
            "alert certificate revoked",
        ),
        (
            _wrapped(_tls("TLSV13_ALERT_CERTIFICATE_REQUIRED")),
            faults.CLIENT_CERTIFICATE_REFUSED,
            "alert certificate required",
        ),
        (
            _wrapped(_tls("TLSV1_ALERT_UNKNOWN_CA")),
            faults.CLIENT_CERTIFICATE_REFUSED,
            "alert unknown ca",
        ),
        (
            _wrapped(_tls("SSLV3_ALERT_CERTIFICATE_EXPIRED")),
            faults.CLIENT_CERTIFICATE_REFUSED,
            "alert certificate expired",
        ),
        (_wrapped(_tls("WRONG_SSL_VERSION")), faults.TLS_TOO_OLD, "wrong tls version"),
        (_wrapped(_tls("WRONG_VERSION_NUMBER")), faults.TLS_FAILED, "wrong version number"),
        # Not the server's word about our certificate, but our own about the server's.
        (_wrapped(_tls("CERTIFICATE_UNKNOWN")), faults.TLS_FAILED, "certificate unknown"),
        (_lost(ssl.SSLEOFError(8, NUMBER)), faults.CONNECTION_LOST, ""),
        (_lost(ConnectionResetError(104, NUMBER)), faults.CONNECTION_LOST, ""),
        (_lost(TimeoutError(NUMBER)), faults.TIMEOUT, ""),
        (_lost(http.client.RemoteDisconnected(NUMBER)), faults.CONNECTION_LOST, ""),
        (_lost(http.client.IncompleteRead(b"x")), faults.CONNECTION_LOST, ""),
        (_lost(http.client.BadStatusLine(NUMBER)), faults.REPLY_UNREADABLE, "http"),
        (requests.exceptions.ChunkedEncodingError(NUMBER), faults.CONNECTION_LOST, ""),
        (requests.exceptions.ContentDecodingError(NUMBER), faults.REPLY_UNREADABLE, "content encoding"),
        (requests.exceptions.InvalidSchema(NUMBER), faults.CONNECTION_LOST, ""),
        (RuntimeError(NUMBER), faults.UNEXPECTED, "RuntimeError"),
        (KeyError(NUMBER), faults.UNEXPECTED, "KeyError"),
    ],
)
def test_each_failure_has_its_own_sentence(error: Exception, fault: Fault, detail: str) -> None:
    told = as_domain_error(error, "an-id", seconds=20.0)
    assert (told.fault, told.detail, told.correlation_id) == (fault, detail, "an-id")
    sentence = told.fault.text.format_map(told.values)
    assert "{" not in sentence
    for personal in (NUMBER, SPELLED):
        assert personal not in f"{told!r}{told}{told.args}{told.detail}{sentence}"
    assert (told.__cause__, told.__context__) == (None, None)


def test_a_domain_error_passes_as_it_is() -> None:
    error = FamilieopslagError(faults.NOT_FOUND, "an-id")
    assert as_domain_error(error, "another-id", seconds=1.0) is error


def test_a_refused_certificate_is_found_however_deep_it_lies() -> None:
    outer = requests.exceptions.ConnectionError("x")
    outer.__context__ = OSError("y")
    outer.__context__.__cause__ = _tls("TLSV13_ALERT_CERTIFICATE_REQUIRED")
    told = as_domain_error(outer, "an-id", seconds=1.0)
    assert told.fault is faults.CLIENT_CERTIFICATE_REFUSED


def test_exceptions_that_hold_each_other_end() -> None:
    one, other = requests.exceptions.ConnectionError("x"), OSError("y")
    one.__cause__, other.__cause__ = other, one
    assert as_domain_error(one, "an-id", seconds=1.0).fault is faults.CONNECTION_LOST


@pytest.mark.parametrize("error", [requests.exceptions.ReadTimeout(), ReplyTooSlowError(2.5)])
def test_the_time_out_is_told_in_seconds(error: Exception) -> None:
    told = as_domain_error(error, "an-id", seconds=2.5)
    assert "2.5 sekunder" in told.fault.text.format_map(told.values)


@pytest.mark.parametrize(
    ("error", "cut"),
    [
        (_lost(ConnectionResetError(104, "x")), True),
        (_lost(BrokenPipeError(32, "x")), True),
        (_lost(http.client.RemoteDisconnected("x")), True),
        (_lost(ssl.SSLEOFError(8, "x")), True),
        (_lost(TimeoutError("x")), False),
        (_wrapped(_new_connection()), False),
        (_wrapped(_reset_while_connecting()), True),
        (_wrapped(_tls("TLSV1_ALERT_UNKNOWN_CA")), False),
        (requests.exceptions.ProxyError(ConnectionResetError(104, "x")), True),
        (requests.exceptions.ProxyError(_new_connection()), False),
        (requests.exceptions.ProxyError(_reset_while_connecting()), False),
    ],
)
def test_only_an_end_without_a_reason_is_asked_about(
    error: requests.exceptions.RequestException,
    cut: bool,  # noqa: FBT001
) -> None:
    assert was_cut(error) is cut


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        (" SP-0815 ", "SP-0815"),
        ("soap:Client", "soap:Client"),
        (NUMBER, ""),
        (SPELLED, ""),
        (f"PNR {NUMBER[:6]} {NUMBER[6:]}", "PNR …"),
        ("", ""),
        ("x" * 61, ""),
        ("Fejl i <PNR>", ""),
        ("to\nlinjer", ""),
    ],
)
def test_an_error_code_is_short_and_without_numbers(text: str, safe: str) -> None:
    assert safe_code(text) == safe
