"""The HTTPS session by way of a proxy: what the proxy is told, and that the server and the trust stay the same."""

import base64
import re
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path

import pytest
import trustme

from familieopslag.domain import faults
from familieopslag.service.transport import SecureSession
from familieopslag.testservice.door import Door
from familieopslag.testservice.faults.connections import HangsUp, closed
from familieopslag.testservice.faults.proxy import ConnectingProxy, DrippingProxy, RefusingProxy
from familieopslag.testservice.reception import PlainTalk
from tests.support.secure_sessions import HEADERS, Identity, failure_of, fault_of, open_session
from tests.support.tls_server import Handler, TlsServer

_USER, _PASSWORD = "kommune\\ab12", "kodeæ:1"


class _Recorder(ConnectingProxy):
    """Keeps what it is asked for; wants a login when it has one to compare with."""

    def __init__(self, port: int, login: tuple[str, str] | None = None) -> None:
        super().__init__(("127.0.0.1", port))
        self.heads: list[bytes] = []
        self._login = login

    def refusal(self, head: bytes) -> HTTPStatus | None:
        self.heads.append(head)
        if self._login is not None and _login_in(head) != self._login:
            return HTTPStatus.PROXY_AUTHENTICATION_REQUIRED
        return super().refusal(head)


def _login_in(head: bytes) -> tuple[str, ...]:
    found = re.search(rb"\r\nProxy-Authorization: Basic (\S+)\r\n", head)
    return tuple(base64.b64decode(found[1]).decode().split(":", 1)) if found else ()


@contextmanager
def _proxy(reception: PlainTalk) -> Iterator[str]:
    door = Door(("127.0.0.1", 0), reception, lambda *_: _no_requests())
    door.open()
    try:
        yield f"127.0.0.1:{door.address[1]}"
    finally:
        door.close()


def _no_requests() -> None:
    raise AssertionError("a proxy takes no requests but CONNECT")


def _ok(handler: Handler) -> None:
    handler.reply(b"<ok/>")


def test_a_post_goes_through_and_the_connection_is_kept(
    authority: trustme.CA, identity: Identity, ca_file: Path
) -> None:
    with TlsServer(authority, _ok) as server:
        recorder = _Recorder(server.port)
        with (
            _proxy(recorder) as proxy,
            open_session(identity, ca_file, proxy=f"http://{proxy}") as session,
        ):
            for _ in range(3):
                assert session.post(server.url, b"<a/>", HEADERS).status_code == 200
    assert len(recorder.heads) == 1
    assert recorder.heads[0].startswith(f"CONNECT 127.0.0.1:{server.port} HTTP/1.".encode())
    assert len(server.bodies) == 3


@pytest.mark.parametrize("in_the_address", [True, False])
def test_a_login_is_told_to_the_proxy_and_to_nobody_else(
    authority: trustme.CA,
    identity: Identity,
    ca_file: Path,
    in_the_address: bool,  # noqa: FBT001
) -> None:
    seen: list[set[str]] = []

    def answer(handler: Handler) -> None:
        seen.append({name.casefold() for name in handler.headers})
        handler.reply(b"<ok/>")

    with TlsServer(authority, answer) as server:
        recorder = _Recorder(server.port, (_USER, _PASSWORD))
        with _proxy(recorder) as proxy:
            login = "kommune%5Cab12:kode%C3%A6%3A1@" if in_the_address else "andre:kode@"
            given = None if in_the_address else (_USER, _PASSWORD)
            with open_session(
                identity, ca_file, proxy=f"http://{login}{proxy}", proxy_credentials=given
            ) as session:
                assert session.post(server.url, b"<a/>", HEADERS).status_code == 200
    assert len(recorder.heads) == 1
    assert not seen[0] & {"proxy-authorization", "authorization"}


def test_a_wrong_login_is_told_as_such(authority: trustme.CA, identity: Identity, ca_file: Path) -> None:
    with TlsServer(authority, _ok) as server:
        recorder = _Recorder(server.port, (_USER, _PASSWORD))
        with (
            _proxy(recorder) as proxy,
            open_session(
                identity, ca_file, proxy=f"http://{proxy}", proxy_credentials=(_USER, "forkert")
            ) as session,
        ):
            told = failure_of(session, server.url)
    assert told.fault is faults.PROXY_AUTHENTICATION
    assert "forkert" not in f"{told!r}{told.detail}{dict(told.values)}"
    assert server.bodies == []


@pytest.mark.parametrize("status", [HTTPStatus.FORBIDDEN, HTTPStatus.BAD_GATEWAY, HTTPStatus.FOUND])
def test_another_answer_is_told_with_its_status(
    identity: Identity, ca_file: Path, status: HTTPStatus
) -> None:
    with (
        _proxy(RefusingProxy(status)) as proxy,
        open_session(identity, ca_file, proxy=f"http://{proxy}") as session,
    ):
        told = failure_of(session, "https://127.0.0.1:9/service")
    assert (told.fault, told.detail) == (faults.PROXY_FAILED, f"CONNECT {int(status)}")


class _Ends(PlainTalk):
    def __init__(self, last_words: bytes = b"") -> None:
        self._last_words = last_words

    def talk(self, plain: socket.socket) -> None:
        plain.recv(65536)
        plain.sendall(self._last_words)


@pytest.mark.parametrize(
    "reception", [DrippingProxy(), HangsUp(), _Ends(), _Ends(b"220 postserver\r\n"), _Ends(b"HTTP/1.1 20")]
)
def test_a_proxy_that_never_comes_to_the_point(
    identity: Identity, ca_file: Path, reception: PlainTalk
) -> None:
    with (
        _proxy(reception) as proxy,
        open_session(
            identity, ca_file, connect_timeout=0.2, read_timeout=0.2, proxy=f"http://{proxy}"
        ) as session,
    ):
        assert fault_of(session, "https://127.0.0.1:9/service") is faults.PROXY_UNREACHABLE


def test_no_proxy_at_the_address(identity: Identity, ca_file: Path) -> None:
    with _proxy(_Ends()) as proxy:
        address = ("127.0.0.1", int(proxy.rpartition(":")[2]))
    with closed(address), open_session(identity, ca_file, proxy=f"http://{proxy}") as session:
        assert fault_of(session, "https://127.0.0.1:9/service") is faults.PROXY_UNREACHABLE


def test_a_name_that_no_proxy_has(identity: Identity, ca_file: Path) -> None:
    with open_session(identity, ca_file, proxy="http://findes-ikke.invalid:3128") as session:
        assert fault_of(session, "https://127.0.0.1:9/service") is faults.PROXY_UNREACHABLE


def test_behind_a_proxy_the_server_is_checked_all_the_same(
    authority: trustme.CA, other_authority: trustme.CA, identity: Identity, ca_file: Path
) -> None:
    with TlsServer(other_authority, _ok, client_authority=authority) as server:
        with (
            _proxy(ConnectingProxy(("127.0.0.1", server.port))) as proxy,
            open_session(identity, ca_file, proxy=f"http://{proxy}") as session,
        ):
            assert fault_of(session, server.url) is faults.SERVER_AUTHORITY_UNKNOWN
        assert server.bodies == []


def test_behind_a_proxy_a_cut_connection_is_asked_about_by_the_same_way(
    authority: trustme.CA, identity: Identity, ca_file: Path
) -> None:
    def answer(handler: Handler) -> None:
        handler.close_connection = True

    with TlsServer(authority, answer) as server:
        recorder = _Recorder(server.port, (_USER, _PASSWORD))
        with (
            _proxy(recorder) as proxy,
            open_session(
                identity, ca_file, read_timeout=0.5, connect_timeout=0.5, proxy=f"http://{proxy}",
                proxy_credentials=(_USER, _PASSWORD),
            ) as session,
        ):  # fmt: skip
            assert fault_of(session, server.url) is faults.CONNECTION_LOST
        assert len(server.bodies) == 1
    assert len(recorder.heads) == 2
    assert all(_login_in(head) == (_USER, _PASSWORD) for head in recorder.heads)


@pytest.mark.parametrize("proxy", ["https://proxy:3128", "socks5://proxy:1080", "proxy:3128", "http://"])
def test_only_http_proxies_are_known(
    authority: trustme.CA, identity: Identity, ca_file: Path, proxy: str
) -> None:
    with pytest.raises(ValueError, match="http address"), open_session(identity, ca_file, proxy=proxy):
        pass


def test_a_session_s_proxy_keeps_its_password_to_itself(identity: Identity, ca_file: Path) -> None:
    with open_session(identity, ca_file, proxy="http://navn:hemmeligt@proxy:3128") as session:
        assert isinstance(session, SecureSession)
        assert "hemmeligt" not in repr(vars(session))
