"""HTTP: one connection for many calls, and only such requests as the service is made for."""

import time

import pytest

from familieopslag.testservice.handler import MAX_REQUEST_BYTES
from familieopslag.testservice.server import LocalService
from tests.testservice.wire import HEADERS, Wire, agreement_of, envelope, gctp_message

NOBODY = "3112990000"


def test_one_connection_serves_call_after_call(wire: Wire) -> None:
    sockets = set()
    for _ in range(3):
        answer = wire.look_up(NOBODY)
        assert answer.receipt[1] == "172"
        assert answer.headers["Content-Type"] == "text/xml; charset=utf-8"
        sockets.add(wire.connection.sock)
    assert len(sockets) == 1
    assert None not in sockets


def test_a_fault_keeps_the_connection_alive(wire: Wire) -> None:
    wire.call("nonsense")
    before = wire.connection.sock
    assert wire.look_up(NOBODY).receipt[1] == "172"
    assert wire.connection.sock is before is not None


@pytest.mark.parametrize(
    ("method", "path", "headers", "status"),
    [
        ("POST", "/service/CPRLookup/CPRLookup/2/", HEADERS, 404),
        ("POST", "/service/CPRLookup/CPRLookup/2?wsdl", HEADERS, 404),
        ("GET", "/", {}, 404),
        ("GET", None, {}, 405),
        ("PUT", None, HEADERS, 501),
        ("POST", None, {**HEADERS, "Content-Type": "application/soap+xml"}, 415),
        ("POST", None, {**HEADERS, "Content-Length": str(MAX_REQUEST_BYTES + 1)}, 413),
        ("POST", None, {**HEADERS, "Content-Length": "-1"}, 411),
        ("POST", None, {**HEADERS, "Transfer-Encoding": "chunked"}, 411),
    ],
)
def test_other_requests_are_turned_away(
    wire: Wire, method: str, path: str | None, headers: dict[str, str], status: int
) -> None:
    answer = wire.send(b"", headers, method=method, path=path)
    assert answer.status == status
    assert answer.headers["Connection"] == "close"


@pytest.mark.parametrize("headers", [{"SOAPAction": "callGctpService"}, {"SOAPAction": ""}, {}])
def test_the_soap_action_must_be_there_and_be_empty_quotes(
    wire: Wire, shared_service: LocalService, headers: dict[str, str]
) -> None:
    body = envelope(agreement_of(shared_service), gctp_message(NOBODY))
    text, _ = wire.send(body, {"Content-Type": "text/xml", **headers}).fault
    assert "SOAPAction" in text


def test_a_reply_is_quick_on_a_kept_connection(wire: Wire) -> None:
    """Ten replies would take 400 ms or more if the small packets waited for each other."""
    wire.look_up(NOBODY)
    start = time.perf_counter()
    for _ in range(10):
        wire.look_up(NOBODY)
    assert time.perf_counter() - start < 0.3
