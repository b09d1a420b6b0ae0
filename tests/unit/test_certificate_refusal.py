"""A server that refuses the client's certificate and is gone at once: what it said must reach the user all the same."""

import socket
import ssl
import struct
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
import trustme

from familieopslag.domain import faults
from familieopslag.service import way
from tests.support.secure_sessions import Identity, failure_of, fault_of, open_session
from tests.support.tls_server import Handler, TlsServer

_AT_ONCE = struct.pack("ii", 1, 0)
"""SO_LINGER: closing resets the connection and throws away what has not been sent."""
_TRIES = 10
"""Without the second connection the alert was lost in more than half of the calls."""


@contextmanager
def _refusing(context: ssl.SSLContext, *, by_reset: bool) -> Iterator[str]:
    """The address of a server whose handshake nobody passes, and that does not wait for the client to hear why."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            with suppress(OSError):
                while True:
                    plain, _address = listener.accept()
                    with context.wrap_socket(
                        plain, server_side=True, do_handshake_on_connect=False
                    ) as secured:
                        with suppress(ssl.SSLError, OSError):
                            secured.do_handshake()
                        if by_reset:
                            secured.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _AT_ONCE)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        try:
            yield f"https://127.0.0.1:{listener.getsockname()[1]}/"
        finally:
            listener.shutdown(socket.SHUT_RDWR)
            thread.join(5)


@pytest.mark.parametrize("by_reset", [False, True])
@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])
def test_a_refusal_is_told_although_the_connection_is_cut(
    authority: trustme.CA,
    other_authority: trustme.CA,
    identity: Identity,
    ca_file: Path,
    version: ssl.TLSVersion,
    by_reset: bool,  # noqa: FBT001
) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = context.maximum_version = version
    authority.issue_cert("127.0.0.1").configure_cert(context)
    other_authority.configure_trust(context)
    context.verify_mode = ssl.CERT_REQUIRED
    with _refusing(context, by_reset=by_reset) as url, open_session(identity, ca_file) as session:
        told = [failure_of(session, url) for _ in range(_TRIES)]
    assert {error.fault.code for error in told} == {faults.CLIENT_CERTIFICATE_REFUSED.code}
    assert {error.detail for error in told} == {"alert unknown ca"}


def test_asking_why_sends_no_request(authority: trustme.CA, identity: Identity, ca_file: Path) -> None:
    """The lookup may have been made: nothing of it is sent again."""

    def answer(handler: Handler) -> None:
        handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _AT_ONCE)
        handler.close_connection = True

    with TlsServer(authority, answer) as server, open_session(identity, ca_file) as session:
        assert fault_of(session, server.url) is faults.CONNECTION_LOST
        assert server.connections == 2
        assert len(server.bodies) == 1


def test_a_server_that_has_accepted_the_certificate_is_not_waited_for_beyond_the_call(
    authority: trustme.CA, identity: Identity, ca_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(way, "_ALERT_SECONDS", 30.0)

    def answer(handler: Handler) -> None:
        handler.close_connection = True

    with (
        TlsServer(authority, answer) as server,
        open_session(identity, ca_file, connect_timeout=0.2, read_timeout=0.2) as session,
    ):
        started = time.monotonic()
        assert fault_of(session, server.url) is faults.CONNECTION_LOST
        assert time.monotonic() - started < 10.0
