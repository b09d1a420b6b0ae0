"""Who gets as far as asking: TLS 1.2 or later, with a client certificate of this very service's CA."""

import contextlib
import os
import socket
import ssl
import stat
import warnings
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from cryptography.hazmat.primitives.serialization import pkcs12

from familieopslag.testservice.certificates import Authority, pkcs12_bytes
from familieopslag.testservice.server import LocalService
from tests.testservice.wire import SECONDS, Wire, client_context, context_for

_NEVER_ASKED = "2912990000"


def test_a_client_without_certificate_is_refused(shared_service: LocalService) -> None:
    with (
        Wire(shared_service, client_context(shared_service.ca_file)) as wire,
        pytest.raises(ssl.SSLError, match=r"(?i)alert.certificate.required"),
    ):
        wire.look_up(_NEVER_ASKED)
    assert not [request for request in shared_service.requests if request.pnr == _NEVER_ASKED]


def test_a_certificate_of_another_ca_is_refused(shared_service: LocalService) -> None:
    foreign = pkcs12_bytes(Authority().issue_client(), "x")
    with (
        Wire(shared_service, client_context(shared_service.ca_file, foreign, "x")) as wire,
        pytest.raises(ssl.SSLError, match=r"(?i)alert.unknown.ca"),
    ):
        wire.look_up(_NEVER_ASKED)


def test_a_server_certificate_does_for_no_client(tmp_path: Path, shared_service: LocalService) -> None:
    other_ca = tmp_path / "ca.pem"
    other_ca.write_bytes(Authority().pem)
    p12 = shared_service.client_certificate.read_bytes()
    context = client_context(other_ca, p12, shared_service.passphrase)
    with Wire(shared_service, context) as wire, pytest.raises(ssl.SSLCertVerificationError):
        wire.look_up(_NEVER_ASKED)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_the_certificate_is_good_for_both_names(shared_service: LocalService, host: str) -> None:
    port = urlsplit(shared_service.endpoint).port
    assert port is not None
    with (
        socket.create_connection(("127.0.0.1", port), SECONDS) as plain,
        context_for(shared_service).wrap_socket(plain, server_hostname=host) as secured,
    ):
        assert secured.version() == "TLSv1.3"


def test_tls_1_2_is_spoken_and_tls_1_1_is_not(shared_service: LocalService) -> None:
    context = context_for(shared_service)
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    with Wire(shared_service, context) as wire:
        assert wire.look_up("3112990000").receipt[1] == "172"

    old = context_for(shared_service)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        old.minimum_version = ssl.TLSVersion.TLSv1_1
        old.maximum_version = ssl.TLSVersion.TLSv1_1
    old.set_ciphers("ALL:@SECLEVEL=0")
    with Wire(shared_service, old) as wire, pytest.raises(ssl.SSLError, match=r"(?i)protocol"):
        wire.look_up(_NEVER_ASKED)


def test_a_connection_that_never_shakes_hands_blocks_nobody(shared_service: LocalService) -> None:
    port = urlsplit(shared_service.endpoint).port
    with contextlib.ExitStack() as stack:
        for _ in range(3):
            stack.enter_context(socket.create_connection(("127.0.0.1", port), SECONDS))
        wire = stack.enter_context(Wire(shared_service))
        assert wire.look_up("3112990000").receipt[1] == "172"


def test_only_loopback_is_listened_on(shared_service: LocalService) -> None:
    assert urlsplit(shared_service.endpoint).hostname == "127.0.0.1"


def test_no_key_lies_on_the_disk_in_the_clear(shared_service: LocalService) -> None:
    folder = shared_service.ca_file.parent
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert sorted(path.name for path in files) == ["ca.pem", "client.p12", "settings.toml"]
    assert not [path for path in files if b"PRIVATE KEY" in path.read_bytes()]
    with pytest.raises(ValueError, match=r"(?i)password"):
        pkcs12.load_key_and_certificates(shared_service.client_certificate.read_bytes(), b"")
    assert not [path for path in files if shared_service.passphrase.encode() in path.read_bytes()]


@pytest.mark.skipif(os.name != "posix", reason="other systems keep rights in other ways")
def test_the_files_are_for_their_owner_alone(shared_service: LocalService) -> None:
    folder = shared_service.ca_file.parent
    for path in (folder, *folder.rglob("*")):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path.name


def test_stopping_removes_the_files_and_ends_open_connections() -> None:
    service = LocalService()
    service.start()
    folder = service.ca_file.parent
    with Wire(service) as wire:
        wire.look_up("3112990000")
        service.stop()
        assert not folder.exists()
        assert wire.connection.sock.recv(1) == b""
    service.stop()
    with pytest.raises(RuntimeError):
        _ = service.endpoint
