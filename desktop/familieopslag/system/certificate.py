"""The municipality's certificate: a password-protected .p12 whose key is never on disk in the clear.

Python's ssl takes a key from a file only. So the key is encrypted again under a password that lives for a
millisecond, and handed over through memory (Linux) or a short-lived file (elsewhere).
"""

import os
import secrets
import ssl
import tempfile
import uuid
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.types import PrivateKeyTypes
from cryptography.hazmat.primitives.ciphers import Cipher, modes
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
    pkcs12,
)
from cryptography.x509.oid import NameOID

from familieopslag.domain import faults
from familieopslag.domain.certificates import CertificateDetails, CertificateFacts, name_line
from familieopslag.domain.faults import FamilieopslagError, Fault

_LARGEST_FILE = 1024 * 1024
_PKCS12 = bytes.fromhex("2a864886f70d010c")
_KEY_BAG = _PKCS12 + b"\x0a\x01\x01"
_RC2 = (_PKCS12 + b"\x01\x05", _PKCS12 + b"\x01\x06")
"""Object identifiers as they stand in a file (RFC 7292): a key in the open; RC2 with 128 and with 40 bits."""


@dataclass(frozen=True, slots=True)
class ClientCertificate:
    """Certificate, its key and the chain that came with it."""

    certificate: x509.Certificate
    chain: tuple[x509.Certificate, ...]
    _key: PrivateKeyTypes = field(repr=False)

    @property
    def facts(self) -> CertificateFacts:
        """What is written in it."""
        written = self.certificate
        return CertificateFacts(
            _name(written.subject),
            _name(written.issuer),
            written.not_valid_before_utc,
            written.not_valid_after_utc,
        )

    @property
    def details(self) -> CertificateDetails:
        """All that can be shown of it."""
        serial = f"{self.certificate.serial_number:x}"
        return CertificateDetails(
            self.facts,
            serial=bytes.fromhex(serial.zfill(len(serial) + len(serial) % 2)).hex(":").upper(),
            fingerprint=self.certificate.fingerprint(hashes.SHA256()).hex(":").upper(),
            key=_kind_of(self._key),
            chain=len(self.chain),
        )

    def load_into(self, context: ssl.SSLContext) -> None:
        """Make `context` answer with this certificate. Raises FamilieopslagError (CERTIFICATE_UNREADABLE)."""
        once = secrets.token_hex(32)
        pem = self._key.private_bytes(
            Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(once.encode())
        )
        pem += b"".join(item.public_bytes(Encoding.PEM) for item in (self.certificate, *self.chain))
        try:
            _load_pem(context, pem, once)
        except ssl.SSLError:
            unreadable = _error(faults.CERTIFICATE_UNREADABLE)
        else:
            return
        raise unreadable


def read_certificate(file: Path, passphrase: str, now: datetime | None = None) -> ClientCertificate:
    """The certificate in a .p12 file that is valid at `now` (UTC; None: the clock's).

    Raises FamilieopslagError: CERTIFICATE_MISSING, CERTIFICATE_UNREADABLE, PASSPHRASE_WRONG,
    CERTIFICATE_CIPHER_REFUSED, CERTIFICATE_EXPIRED, CERTIFICATE_NOT_YET_VALID.
    """
    return certificate_in(content_of(file), passphrase, now)


def certificate_in(data: bytes, passphrase: str, now: datetime | None = None) -> ClientCertificate:
    """The same for the content of such a file."""
    key, certificate, chain = _opened(data, passphrase)
    if key is None or certificate is None:
        raise _error(faults.CERTIFICATE_UNREADABLE)
    moment = now or datetime.now(UTC)
    if moment > certificate.not_valid_after_utc:
        raise _error(faults.CERTIFICATE_EXPIRED, date=f"{certificate.not_valid_after_utc:%d.%m.%Y}")
    if moment < certificate.not_valid_before_utc:
        raise _error(faults.CERTIFICATE_NOT_YET_VALID, date=f"{certificate.not_valid_before_utc:%d.%m.%Y}")
    return ClientCertificate(certificate, tuple(chain), key)


def content_of(file: Path) -> bytes:
    """What is in a .p12 file. Raises FamilieopslagError: CERTIFICATE_MISSING, CERTIFICATE_UNREADABLE."""
    try:
        with file.open("rb") as stream:
            data = stream.read(_LARGEST_FILE + 1)
    except OSError:
        failed = faults.CERTIFICATE_MISSING
    else:
        if len(data) <= _LARGEST_FILE:
            return data
        failed = faults.CERTIFICATE_UNREADABLE
    raise _error(failed)


def is_key_in_the_open(data: bytes) -> bool:
    """Whether the .p12 in `data` has its key unencrypted: then a bag says so where anybody can read it."""
    return _KEY_BAG in data


def _opened(
    data: bytes, passphrase: str
) -> tuple[PrivateKeyTypes | None, x509.Certificate | None, list[x509.Certificate]]:
    try:
        return pkcs12.load_key_and_certificates(data, passphrase.encode())
    except UnsupportedAlgorithm:
        failed = _error(faults.CERTIFICATE_CIPHER_REFUSED)
    except ValueError as error:
        # cryptography tells them apart by their words only, and says "password" of a cipher that it lacks.
        if "password" not in str(error).lower():
            failed = _error(faults.CERTIFICATE_UNREADABLE)
        elif any(cipher in data for cipher in _RC2) and not _knows_rc2():
            failed = _error(faults.CERTIFICATE_CIPHER_REFUSED)
        else:
            failed = _error(faults.PASSPHRASE_WRONG)
    raise failed


def _knows_rc2() -> bool:
    """Whether OpenSSL here still has the cipher that exports from old systems are encrypted with."""
    from cryptography.hazmat.decrepit.ciphers.algorithms import RC2  # on its way out, as its home says

    try:
        Cipher(RC2(bytes(16)), modes.CBC(bytes(8))).encryptor()
    except UnsupportedAlgorithm:
        return False
    return True


def _load_pem(context: ssl.SSLContext, pem: bytes, once: str) -> None:
    if hasattr(os, "memfd_create"):
        descriptor = os.memfd_create("certificate")
        try:
            os.write(descriptor, pem)
            context.load_cert_chain(f"/proc/self/fd/{descriptor}", password=once)
        finally:
            os.close(descriptor)
        return
    descriptor, path = tempfile.mkstemp(suffix=".pem")
    try:
        with os.fdopen(descriptor, "wb") as stream:  # closed before OpenSSL opens it, as Windows demands
            stream.write(pem)
        context.load_cert_chain(path, password=once)
    finally:
        Path(path).unlink()


def _kind_of(key: PrivateKeyTypes) -> str:
    if isinstance(key, rsa.RSAPrivateKey):
        return f"RSA {key.key_size} bit"
    if isinstance(key, ec.EllipticCurvePrivateKey):
        return f"EC {key.curve.name}"
    return type(key).__name__.lstrip("_").removesuffix("PrivateKey")


def _name(name: x509.Name) -> str:
    def first(oid: x509.ObjectIdentifier) -> str:
        return next((str(found.value) for found in name.get_attributes_for_oid(oid)), "")

    return name_line(first(NameOID.COMMON_NAME), first(NameOID.ORGANIZATION_NAME))


def _error(fault: Fault, **values: str) -> FamilieopslagError:
    return FamilieopslagError(fault, str(uuid.uuid4()), values=values)
