"""The HTTPS session against servers that misbehave: what it trusts, how long it waits, how much it reads."""

import socket
import ssl
import threading
from pathlib import Path

import pytest
import requests
import trustme

from familieopslag.domain import faults
from familieopslag.service import transport
from familieopslag.service.failures import RedirectedError, ReplyTooLargeError, TrustStoreError
from familieopslag.service.transport import Reply, client_context
from tests.support.secure_sessions import HEADERS, Identity, fault_of, open_session
from tests.support.tls_server import Handler, TlsServer


def _ok(handler: Handler) -> None:
    handler.reply(b"<ok/>")


def test_a_post_arrives_and_its_reply_comes_back(
    authority: trustme.CA, identity: Identity, ca_file: Path
) -> None:
    seen: list[dict[str, str]] = []

    def answer(handler: Handler) -> None:
        seen.append(dict(handler.headers))
        handler.reply("<svar>æ</svar>".encode())

    with TlsServer(authority, answer) as server, open_session(identity, ca_file) as session:
        reply = session.post(server.url, b"<a/>", HEADERS)
    assert isinstance(reply, Reply)
    assert (reply.status_code, reply.content.decode()) == (200, "<svar>æ</svar>")
    assert server.bodies == [b"<a/>"]
    assert seen[0]["SOAPAction"] == '""'
    assert seen[0]["Accept-Encoding"] == "identity"


def test_the_connection_is_kept_alive(authority: trustme.CA, identity: Identity, ca_file: Path) -> None:
    ports: set[int] = set()

    def answer(handler: Handler) -> None:
        ports.add(handler.client_address[1])
        handler.reply(b"<ok/>")

    with TlsServer(authority, answer) as server, open_session(identity, ca_file) as session:
        for _ in range(3):
            session.post(server.url, b"<a/>", HEADERS)
    assert len(ports) == 1


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("elsewhere", ["/andet", "https://andet.invalid/"])
def test_a_redirect_is_refused(
    authority: trustme.CA, identity: Identity, ca_file: Path, status: int, elsewhere: str
) -> None:
    def answer(handler: Handler) -> None:
        handler.reply(b"", status=status, Location=elsewhere)

    with TlsServer(authority, answer) as server, open_session(identity, ca_file) as session:
        with pytest.raises(RedirectedError):
            session.post(server.url, b"<a/>", HEADERS)
        assert len(server.paths) == 1


def _endless(handler: Handler) -> None:
    """Send chunk after chunk until the client has gone."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/xml")
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    while True:
        handler.wfile.write(b"%x\r\n%b\r\n" % (10_000, b"x" * 10_000))
        handler.wfile.flush()


def test_a_reply_without_end_is_cut_off(
    authority: trustme.CA, identity: Identity, ca_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(transport, "REPLY_LIMIT", 100_000)

    with (
        TlsServer(authority, _endless) as server,
        open_session(identity, ca_file) as session,
        pytest.raises(ReplyTooLargeError),
    ):
        session.post(server.url, b"<a/>", HEADERS)


def test_a_reply_of_exactly_the_limit_is_read(
    authority: trustme.CA, identity: Identity, ca_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(transport, "REPLY_LIMIT", 100_000)

    def answer(handler: Handler) -> None:
        handler.reply(b"x" * 100_000)

    with TlsServer(authority, answer) as server, open_session(identity, ca_file) as session:
        assert len(session.post(server.url, b"<a/>", HEADERS).content) == 100_000


@pytest.mark.parametrize("begun", [False, True])
def test_silence_is_a_time_out(
    authority: trustme.CA,
    identity: Identity,
    ca_file: Path,
    begun: bool,  # noqa: FBT001
) -> None:
    gone = threading.Event()

    def answer(handler: Handler) -> None:
        if begun:
            handler.send_response(200)
            handler.send_header("Content-Length", "100")
            handler.end_headers()
            handler.wfile.write(b"<begyndt>")
            handler.wfile.flush()
        gone.wait(10)

    with (
        TlsServer(authority, answer) as server,
        open_session(identity, ca_file, read_timeout=0.2) as session,
    ):
        try:
            assert fault_of(session, server.url) is faults.TIMEOUT
        finally:
            gone.set()


def test_a_reply_cut_short_is_a_lost_connection(
    authority: trustme.CA, identity: Identity, ca_file: Path
) -> None:
    def answer(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "100")
        handler.end_headers()
        handler.wfile.write(b"<halvt>")
        handler.wfile.flush()
        handler.close_connection = True

    with TlsServer(authority, answer) as server, open_session(identity, ca_file) as session:
        assert fault_of(session, server.url) is faults.CONNECTION_LOST


def test_plain_http_cannot_be_spoken(identity: Identity, ca_file: Path) -> None:
    with (
        open_session(identity, ca_file) as session,
        pytest.raises(requests.exceptions.InvalidSchema, match="connection adapters"),
    ):
        session.post("http://127.0.0.1:9/service", b"<a/>", HEADERS)


def test_a_closed_port_is_no_connection(identity: Identity, ca_file: Path) -> None:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))  # bound, not listening: refused for as long as it is held
        with open_session(identity, ca_file) as session:
            assert fault_of(session, f"https://127.0.0.1:{held.getsockname()[1]}/") is faults.NO_CONNECTION


def test_a_name_that_does_not_exist_is_no_connection(identity: Identity, ca_file: Path) -> None:
    with open_session(identity, ca_file) as session:
        assert fault_of(session, "https://findes-ikke.invalid/") is faults.NO_CONNECTION


def test_a_server_of_another_authority_is_not_trusted(
    authority: trustme.CA, other_authority: trustme.CA, identity: Identity, ca_file: Path
) -> None:
    with (
        TlsServer(other_authority, _ok, client_authority=authority) as server,
        open_session(identity, ca_file) as session,
    ):
        assert fault_of(session, server.url) is faults.SERVER_AUTHORITY_UNKNOWN
        assert server.bodies == []


@pytest.mark.parametrize("name", ["serviceplatformen.example", "127.0.0.2"])
def test_a_certificate_for_another_host_is_not_trusted(
    authority: trustme.CA, identity: Identity, ca_file: Path, name: str
) -> None:
    with TlsServer(authority, _ok, host=name) as server, open_session(identity, ca_file) as session:
        assert fault_of(session, server.url) is faults.SERVER_NAME_WRONG
        assert server.bodies == []


@pytest.mark.parametrize("variable", ["REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE"])
def test_a_trust_store_in_the_environment_neither_widens_nor_replaces(
    authority: trustme.CA,
    other_authority: trustme.CA,
    identity: Identity,
    ca_file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    variable: str,
) -> None:
    others = tmp_path / "others.pem"
    other_authority.cert_pem.write_to_path(str(others))
    monkeypatch.setenv(variable, str(others))
    with TlsServer(authority, _ok) as server, open_session(identity, ca_file) as session:
        assert session.post(server.url, b"<a/>", HEADERS).status_code == 200
    with (
        TlsServer(other_authority, _ok, client_authority=authority) as server,
        open_session(identity, ca_file) as session,
    ):
        assert fault_of(session, server.url) is faults.SERVER_AUTHORITY_UNKNOWN


@pytest.mark.parametrize("variable", ["HTTPS_PROXY", "https_proxy", "ALL_PROXY"])
def test_a_proxy_in_the_environment_is_not_asked(
    authority: trustme.CA,
    identity: Identity,
    ca_file: Path,
    monkeypatch: pytest.MonkeyPatch,
    variable: str,
) -> None:
    monkeypatch.setenv(variable, "http://127.0.0.1:9")
    with TlsServer(authority, _ok) as server, open_session(identity, ca_file) as session:
        assert session.post(server.url, b"<a/>", HEADERS).status_code == 200


def test_a_netrc_is_not_read(
    authority: trustme.CA,
    identity: Identity,
    ca_file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login nogen password noget\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    seen: list[str | None] = []

    def answer(handler: Handler) -> None:
        seen.append(handler.headers.get("Authorization"))
        handler.reply(b"<ok/>")

    with TlsServer(authority, answer) as server, open_session(identity, ca_file) as session:
        session.post(server.url, b"<a/>", HEADERS)
    assert seen == [None]


@pytest.mark.parametrize("stranger", [False, True])
def test_a_missing_or_foreign_client_certificate_is_refused(
    authority: trustme.CA,
    other_authority: trustme.CA,
    ca_file: Path,
    stranger: bool,  # noqa: FBT001
) -> None:
    mine = Identity(other_authority.issue_cert("klient.example") if stranger else None)
    with TlsServer(authority, _ok) as server, open_session(mine, ca_file) as session:
        assert fault_of(session, server.url) is faults.CLIENT_CERTIFICATE_REFUSED
        assert server.bodies == []


def test_a_server_that_speaks_no_tls_is_refused(identity: Identity, ca_file: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def speak_plainly() -> None:
            connection, _address = listener.accept()
            with connection:
                connection.recv(4096)
                connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

        thread = threading.Thread(target=speak_plainly, daemon=True)
        thread.start()
        with open_session(identity, ca_file) as session:
            assert fault_of(session, f"https://127.0.0.1:{listener.getsockname()[1]}/") is faults.TLS_FAILED
        thread.join(5)


def test_nothing_older_than_tls_1_2_is_spoken(identity: Identity, ca_file: Path) -> None:
    context = client_context(identity, ca_file)
    assert context.minimum_version == ssl.TLSVersion.TLSv1_2
    assert context.verify_mode == ssl.CERT_REQUIRED
    assert context.check_hostname


@pytest.mark.parametrize("content", [None, b"", b"ikke et certifikat", b"\x00\xff"])
def test_an_unusable_trust_store_is_told(identity: Identity, tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "ca.pem"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(TrustStoreError) as caught:
        client_context(identity, file)
    assert caught.value.__suppress_context__


def test_without_a_pinned_store_some_authorities_are_known(identity: Identity) -> None:
    assert client_context(identity, None).cert_store_stats()["x509_ca"] > 0


def test_after_a_failed_call_the_next_one_works(
    authority: trustme.CA, identity: Identity, ca_file: Path
) -> None:
    calls: list[int] = []

    def answer(handler: Handler) -> None:
        calls.append(1)
        if len(calls) == 1:
            handler.close_connection = True
            return
        handler.reply(b"<ok/>")

    with TlsServer(authority, answer) as server, open_session(identity, ca_file) as session:
        assert fault_of(session, server.url) is faults.CONNECTION_LOST
        assert session.post(server.url, b"<a/>", HEADERS).status_code == 200
    assert len(calls) == 2, "a call that may have reached the server is never repeated by itself"
