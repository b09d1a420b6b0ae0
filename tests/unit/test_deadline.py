"""No server keeps a call waiting longer than the call may take, however it spends the time."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import trustme

from familieopslag.domain import faults
from familieopslag.service.deadline import Deadline
from tests.support.secure_sessions import HEADERS, Identity, failure_of, open_session
from tests.support.tls_server import Handler, TlsServer

CONNECT, READ = 0.2, 0.3
PATIENCE = 2.0
"""Far above what any of these calls may take, and far below what the server would take."""

Pause = Callable[[], bool]


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [100.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    return now


def test_a_wait_is_as_long_as_asked_for_while_there_is_time(clock: list[float]) -> None:
    deadline = Deadline()
    deadline.start(5.0)
    assert deadline.shorten(2.0) == 2.0
    assert deadline.seconds_in_force == 2.0


def test_the_last_wait_is_shortened_to_what_is_left(clock: list[float]) -> None:
    deadline = Deadline()
    deadline.start(5.0)
    clock[0] += 4.0
    assert deadline.shorten(2.0) == 1.0
    assert deadline.seconds_in_force == 5.0


@pytest.mark.parametrize("timeout", [2.0, None])
def test_when_nothing_is_left_there_is_no_wait(clock: list[float], timeout: float | None) -> None:
    deadline = Deadline()
    deadline.start(5.0)
    clock[0] += 5.0
    with pytest.raises(TimeoutError):
        deadline.shorten(timeout)
    assert deadline.seconds_in_force == 5.0


def test_a_new_call_has_all_its_time(clock: list[float]) -> None:
    deadline = Deadline()
    deadline.start(5.0)
    clock[0] += 60.0
    deadline.start(5.0)
    assert deadline.shorten(None) == 5.0


def test_before_any_call_nothing_is_limited() -> None:
    assert Deadline().shorten(None) is None
    assert Deadline().shorten(3.0) == 3.0


def _in_the_status_line(handler: Handler, pause: Pause) -> None:
    while not pause():
        handler.wfile.write(b"H")
        handler.wfile.flush()


def _in_a_header(handler: Handler, pause: Pause) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Venter: ")
    _in_the_status_line(handler, pause)


def _between_headers(handler: Handler, pause: Pause) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    while not pause():
        handler.wfile.write(b"A: b\r\n")
        handler.wfile.flush()


def _in_a_chunked_body(handler: Handler, pause: Pause) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nTransfer-Encoding: chunked\r\n\r\n")
    while not pause():
        handler.wfile.write(b"1\r\nx\r\n")
        handler.wfile.flush()


def _in_an_announced_body(handler: Handler, pause: Pause) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: 99999\r\n\r\n")
    _in_the_status_line(handler, pause)


@pytest.mark.parametrize(
    "drip",
    [_in_the_status_line, _in_a_header, _between_headers, _in_a_chunked_body, _in_an_announced_body],
)
def test_a_drip_ends_with_the_call_s_time(
    authority: trustme.CA, identity: Identity, ca_file: Path, drip: Callable[[Handler, Pause], None]
) -> None:
    gone = threading.Event()
    end = time.monotonic() + 2 * PATIENCE

    def pause() -> bool:
        # Each byte comes well within the time-out of a single read; only all of them together take too long.
        return gone.wait(0.02) or time.monotonic() > end

    with (
        TlsServer(authority, lambda handler: drip(handler, pause)) as server,
        open_session(identity, ca_file, connect_timeout=CONNECT, read_timeout=READ) as session,
    ):
        started = time.monotonic()
        try:
            told = failure_of(session, server.url)
        finally:
            gone.set()
        assert time.monotonic() - started < PATIENCE
    assert (told.fault, told.values) == (faults.TIMEOUT, {"seconds": "0.5"})


def test_silence_after_the_request_is_the_time_out_of_reading(
    authority: trustme.CA, identity: Identity, ca_file: Path
) -> None:
    gone = threading.Event()
    with (
        TlsServer(authority, lambda _handler: _nothing(gone.wait(10))) as server,
        open_session(identity, ca_file, connect_timeout=CONNECT, read_timeout=READ) as session,
    ):
        told = failure_of(session, server.url)
        gone.set()
    assert (told.fault, told.values) == (faults.TIMEOUT, {"seconds": "0.3"})


@contextmanager
def _taking_calls_without_a_word() -> Iterator[int]:
    """The port of a server that takes connections, as the system does for whoever listens, and never speaks."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener.getsockname()[1]


def test_silence_instead_of_tls_is_the_time_out_of_connecting(identity: Identity, ca_file: Path) -> None:
    with (
        _taking_calls_without_a_word() as port,
        open_session(identity, ca_file, connect_timeout=CONNECT, read_timeout=5.0) as session,
    ):
        told = failure_of(session, f"https://127.0.0.1:{port}/")
    assert (told.fault, told.values) == (faults.TIMEOUT, {"seconds": "0.2"})


def test_a_kept_connection_has_all_the_time_of_each_call(
    authority: trustme.CA, identity: Identity, ca_file: Path
) -> None:
    def answer(handler: Handler) -> None:
        time.sleep(READ / 2)
        handler.reply(b"<ok/>")

    with (
        TlsServer(authority, answer) as server,
        open_session(identity, ca_file, connect_timeout=CONNECT, read_timeout=READ) as session,
    ):
        for _ in range(5):
            assert session.post(server.url, b"<a/>", HEADERS).status_code == 200


def _nothing(_: object) -> None:
    return None
