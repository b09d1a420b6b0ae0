"""The .p12: read whole or not at all, and its key never on disk in the clear."""

import os
import ssl
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import trustme
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
    pkcs12,
)

from familieopslag.domain import faults
from familieopslag.domain.faults import ExitCode, FamilieopslagError, Fault
from familieopslag.system.certificate import ClientCertificate, read_certificate

PHRASE = "æn adgangskøde"


@pytest.fixture(scope="module")
def leaf() -> trustme.LeafCert:
    authority = trustme.CA(key_type=trustme.KeyType.ECDSA)
    return authority.issue_cert("kommune.example", not_before=_day(-10), not_after=_day(10))


def _day(offset: int) -> datetime:
    return datetime.now(UTC).replace(microsecond=0) + timedelta(days=offset)


def _key(leaf: trustme.LeafCert) -> ec.EllipticCurvePrivateKey:
    key = load_pem_private_key(leaf.private_key_pem.bytes(), None)
    assert isinstance(key, ec.EllipticCurvePrivateKey)
    return key


def _p12(leaf: trustme.LeafCert, phrase: str = PHRASE) -> bytes:
    chain = [x509.load_pem_x509_certificate(blob.bytes()) for blob in leaf.cert_chain_pems]
    encryption = BestAvailableEncryption(phrase.encode()) if phrase else NoEncryption()
    return pkcs12.serialize_key_and_certificates(b"kommune", _key(leaf), chain[0], chain[1:], encryption)


@pytest.fixture
def file(leaf: trustme.LeafCert, tmp_path: Path) -> Path:
    path = tmp_path / "certifikat.p12"
    path.write_bytes(_p12(leaf))
    return path


def _fault(file: Path, phrase: str = PHRASE, now: datetime | None = None) -> FamilieopslagError:
    with pytest.raises(FamilieopslagError) as caught:
        read_certificate(file, phrase, now)
    error = caught.value
    assert error.fault.exit_code is ExitCode.CERTIFICATE
    assert (error.__cause__, error.__context__) == (None, None)
    assert phrase not in f"{error}{error.args}{error.detail}" or not phrase
    return error


def test_a_certificate_is_read_with_its_key(file: Path, leaf: trustme.LeafCert) -> None:
    certificate = read_certificate(file, PHRASE)
    assert certificate.certificate.public_bytes(Encoding.PEM) == leaf.cert_chain_pems[0].bytes()
    assert len(certificate.chain) == len(leaf.cert_chain_pems) - 1


def test_a_p12_without_passphrase_is_read(leaf: trustme.LeafCert, tmp_path: Path) -> None:
    file = tmp_path / "uden.p12"
    file.write_bytes(_p12(leaf, ""))
    assert read_certificate(file, "").certificate.serial_number


@pytest.mark.parametrize("phrase", ["", "forkert", "æn adgangskøde "])
def test_a_wrong_passphrase_is_told(file: Path, phrase: str) -> None:
    assert _fault(file, phrase).fault is faults.PASSPHRASE_WRONG


@pytest.mark.parametrize(
    "content",
    [
        lambda _whole: b"",
        lambda _whole: b"ikke en p12",
        lambda whole: whole[: len(whole) // 2],
        lambda whole: b"-----BEGIN CERTIFICATE-----\n" + whole,
    ],
    ids=["empty", "text", "half", "pem"],
)
def test_what_is_no_p12_is_told(
    leaf: trustme.LeafCert, tmp_path: Path, content: Callable[[bytes], bytes]
) -> None:
    file = tmp_path / "andet.p12"
    file.write_bytes(content(_p12(leaf)))
    assert _fault(file).fault is faults.CERTIFICATE_UNREADABLE


def test_a_p12_without_key_is_told(leaf: trustme.LeafCert, tmp_path: Path) -> None:
    chain = [x509.load_pem_x509_certificate(blob.bytes()) for blob in leaf.cert_chain_pems]
    file = tmp_path / "uden-nøgle.p12"
    encryption = BestAvailableEncryption(PHRASE.encode())
    file.write_bytes(pkcs12.serialize_key_and_certificates(b"kommune", None, None, chain, encryption))
    assert _fault(file).fault is faults.CERTIFICATE_UNREADABLE


def test_a_missing_file_and_a_folder_are_told(tmp_path: Path) -> None:
    assert _fault(tmp_path / "findes-ikke.p12").fault is faults.CERTIFICATE_MISSING
    assert _fault(tmp_path).fault is faults.CERTIFICATE_MISSING


@pytest.mark.parametrize(
    ("day", "fault"),
    [
        (-11, faults.CERTIFICATE_NOT_YET_VALID),
        (-9, None),
        (9, None),
        (11, faults.CERTIFICATE_EXPIRED),
    ],
)
def test_the_certificate_has_its_time(file: Path, day: int, fault: Fault | None) -> None:
    if fault is None:
        assert read_certificate(file, PHRASE, _day(day))
        return
    error = _fault(file, now=_day(day))
    assert error.fault is fault
    expected = _day(10) if fault is faults.CERTIFICATE_EXPIRED else _day(-10)
    assert error.values["date"] == f"{expected:%d.%m.%Y}"


class _SeeingContext(ssl.SSLContext):
    """Keeps what it was given to load."""

    def load_cert_chain(  # type: ignore[override]
        self, certfile: str, keyfile: str | None = None, password: str | None = None
    ) -> None:
        self.path = Path(certfile)
        self.seen = self.path.read_bytes()
        self.password = password
        super().load_cert_chain(certfile, keyfile, password)


class _Writes:
    """Which files this process opens for writing, told by the interpreter itself."""

    def __init__(self) -> None:
        self.watching = False
        self.paths: list[str] = []
        sys.addaudithook(self._hook)

    def _hook(self, event: str, arguments: tuple[object, ...]) -> None:
        if not self.watching or event != "open":
            return
        path, mode, flags = arguments
        writes = isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR)
        if writes or (isinstance(mode, str) and set(mode) & set("wax+")):
            self.paths.append(str(path))


_WRITES = _Writes()  # an audit hook cannot be taken away again, so there is one for all tests


@pytest.fixture
def writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[_Writes]:
    folder = tmp_path / "midlertidigt"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    _WRITES.paths.clear()
    _WRITES.watching = True
    yield _WRITES
    _WRITES.watching = False
    assert list(folder.iterdir()) == [], "something was left behind"


def _loaded(certificate: ClientCertificate) -> _SeeingContext:
    context = _SeeingContext(ssl.PROTOCOL_TLS_CLIENT)
    certificate.load_into(context)
    return context


def _assert_only_an_encrypted_key(seen: bytes, leaf: trustme.LeafCert) -> None:
    assert b"BEGIN ENCRYPTED PRIVATE KEY" in seen
    assert b"BEGIN PRIVATE KEY" not in seen
    assert b"BEGIN EC PRIVATE KEY" not in seen
    plain = _key(leaf).private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    secret = _key(leaf).private_numbers().private_value.to_bytes(32, "big")
    assert plain not in seen
    assert secret not in seen


@pytest.mark.skipif(not hasattr(os, "memfd_create"), reason="this system has no files in memory")
def test_on_linux_the_key_goes_through_memory_only(
    file: Path, leaf: trustme.LeafCert, writes: _Writes
) -> None:
    context = _loaded(read_certificate(file, PHRASE))
    _assert_only_an_encrypted_key(context.seen, leaf)
    assert writes.paths == []
    assert not context.path.exists()


def test_elsewhere_the_key_goes_through_an_encrypted_file_that_is_gone_at_once(
    file: Path, leaf: trustme.LeafCert, writes: _Writes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(os, "memfd_create", raising=False)
    modes: list[int] = []
    make = tempfile.mkstemp

    def seeing(suffix: str | None = None) -> tuple[int, str]:
        descriptor, path = make(suffix)
        modes.append(Path(path).stat().st_mode & 0o777)
        return descriptor, path

    monkeypatch.setattr(tempfile, "mkstemp", seeing)
    context = _loaded(read_certificate(file, PHRASE))
    _assert_only_an_encrypted_key(context.seen, leaf)
    assert {Path(path) for path in writes.paths if not path.isdigit()} == {context.path}
    assert not context.path.exists()
    if os.name == "posix":
        assert modes == [0o600]


def test_a_file_that_openssl_refuses_is_gone_as_well(
    file: Path, writes: _Writes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(os, "memfd_create", raising=False)

    class Refusing(ssl.SSLContext):
        def load_cert_chain(  # type: ignore[override]
            self, certfile: str, keyfile: str | None = None, password: str | None = None
        ) -> None:
            del certfile, keyfile, password
            raise ssl.SSLError(1, "[SSL] ee key too small")

    with pytest.raises(FamilieopslagError) as caught:
        read_certificate(file, PHRASE).load_into(Refusing(ssl.PROTOCOL_TLS_CLIENT))
    assert caught.value.fault is faults.CERTIFICATE_UNREADABLE
    assert writes.paths, "the way over a file was not taken"


def test_the_one_time_password_is_a_new_one_each_time(file: Path) -> None:
    certificate = read_certificate(file, PHRASE)
    one, other = _loaded(certificate).password, _loaded(certificate).password
    assert one
    assert other
    assert one != other
    assert len(one) == 64


def test_the_key_is_not_in_the_repr(file: Path) -> None:
    assert "PrivateKey" not in repr(read_certificate(file, PHRASE))
