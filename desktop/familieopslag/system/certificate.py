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
from cryptography.hazmat.primitives.asymmetric.types import PrivateKeyTypes
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
    pkcs12,
)

from familieopslag.domain import faults
from familieopslag.domain.faults import FamilieopslagError, Fault

_LARGEST_FILE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class ClientCertificate:
    """Certificate, its key and the chain that came with it."""

    certificate: x509.Certificate
    chain: tuple[x509.Certificate, ...]
    _key: PrivateKeyTypes = field(repr=False)

    @property
    def days_left(self) -> int:
        """Whole days until it expires, by the computer's clock."""
        return (self.certificate.not_valid_after_utc - datetime.now(UTC)).days

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

    Raises FamilieopslagError: CERTIFICATE_MISSING, CERTIFICATE_UNREADABLE, PASSPHRASE_WRONG, CERTIFICATE_EXPIRED,
    CERTIFICATE_NOT_YET_VALID.
    """
    key, certificate, chain = _opened(file, passphrase)
    if key is None or certificate is None:
        raise _error(faults.CERTIFICATE_UNREADABLE)
    moment = now or datetime.now(UTC)
    if moment > certificate.not_valid_after_utc:
        raise _error(faults.CERTIFICATE_EXPIRED, date=f"{certificate.not_valid_after_utc:%d.%m.%Y}")
    if moment < certificate.not_valid_before_utc:
        raise _error(faults.CERTIFICATE_NOT_YET_VALID, date=f"{certificate.not_valid_before_utc:%d.%m.%Y}")
    return ClientCertificate(certificate, tuple(chain), key)


def _opened(
    file: Path, passphrase: str
) -> tuple[PrivateKeyTypes | None, x509.Certificate | None, list[x509.Certificate]]:
    try:
        with file.open("rb") as stream:
            data = stream.read(_LARGEST_FILE)
        return pkcs12.load_key_and_certificates(data, passphrase.encode())
    except OSError:
        failed = _error(faults.CERTIFICATE_MISSING)
    except ValueError as error:
        # cryptography tells the two apart by their words only.
        wrong = "password" in str(error).lower()
        failed = _error(faults.PASSPHRASE_WRONG if wrong else faults.CERTIFICATE_UNREADABLE)
    raise failed


def _load_pem(context: ssl.SSLContext, pem: bytes, once: str) -> None:
    if hasattr(os, "memfd_create"):
        descriptor = os.memfd_create("certificate", os.MFD_CLOEXEC)
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


def _error(fault: Fault, **values: str) -> FamilieopslagError:
    return FamilieopslagError(fault, str(uuid.uuid4()), values=values)
