"""The throw-away certificates of one start: a CA, the server's certificate and a client's.

Private keys stay in memory. What OpenSSL insists on reading from a path gets it encrypted under a password that
is used once, on Linux without touching a disk; the client's .p12 is protected by its passphrase. P-256, because
it makes the start quick; a few days' validity, because nothing here is to outlive its demonstration.
"""

import datetime as dt
import ipaddress
import os
import secrets
import ssl
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
    pkcs12,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

_CLOCK_SKEW = dt.timedelta(hours=1)
Period = tuple[dt.timedelta, dt.timedelta]
"""From when until when, counted from now."""
FEW_DAYS: Period = (-_CLOCK_SKEW, dt.timedelta(days=3))
_PKCS12_ROUNDS = 20_000
_ORGANISATION = "Familieopslag testservice"
_CLIENT = "Familieopslag testklient"


@dataclass(frozen=True, slots=True)
class KeyPair:
    """A certificate with its private key."""

    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey = field(repr=False)

    @property
    def pem(self) -> bytes:
        """The certificate alone."""
        return self.certificate.public_bytes(Encoding.PEM)


class Authority:
    """A certificate authority that lives as long as this object."""

    def __init__(self) -> None:
        key = ec.generate_private_key(ec.SECP256R1())
        name = _name("Familieopslag throw-away CA")
        usage = _key_usage(signs_certificates=True)
        builder = _builder(name, name, key, key).add_extension(
            x509.BasicConstraints(ca=True, path_length=0), critical=True
        )
        self._pair = KeyPair(builder.add_extension(usage, critical=True).sign(key, hashes.SHA256()), key)

    @property
    def pem(self) -> bytes:
        """The CA's certificate."""
        return self._pair.pem

    def issue_server(
        self, *, address: str = "127.0.0.1", host: str = "localhost", valid: Period = FEW_DAYS
    ) -> KeyPair:
        """A certificate for a server that is reached as `address` or `host`."""
        key = ec.generate_private_key(ec.SECP256R1())
        return _leaf(_name(_ORGANISATION), _server_extensions(address, host), key, self._pair, valid)

    def issue_client(self) -> KeyPair:
        """A certificate for a client system."""
        purpose = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.CLIENT_AUTH])
        return _leaf(_name(_CLIENT), [purpose], ec.generate_private_key(ec.SECP256R1()), self._pair)

    def revocation_list(self, revoked: x509.Certificate) -> bytes:
        """A list of revoked certificates (PEM) with `revoked` on it."""
        now = dt.datetime.now(dt.UTC)
        start, end = FEW_DAYS
        entry = x509.RevokedCertificateBuilder(revoked.serial_number, now + start).build()
        listed = (
            x509.CertificateRevocationListBuilder()
            .issuer_name(self._pair.certificate.subject)
            .last_update(now + start)
            .next_update(now + end)
            .add_extension(
                x509.AuthorityKeyIdentifier.from_issuer_public_key(self._pair.key.public_key()),
                critical=False,
            )
            .add_extension(x509.CRLNumber(1), critical=False)
            .add_revoked_certificate(entry)
        )
        return listed.sign(self._pair.key, hashes.SHA256()).public_bytes(Encoding.PEM)


def self_signed_server() -> KeyPair:
    """A server's certificate that no authority has signed but its own key."""
    key = ec.generate_private_key(ec.SECP256R1())
    return _leaf(_name(_ORGANISATION), _server_extensions("127.0.0.1", "localhost"), key, None)


def pkcs12_bytes(pair: KeyPair, passphrase: str) -> bytes:
    """`pair` as a .p12 under `passphrase`, with today's algorithms (AES-256, SHA-256)."""
    encryption = (
        PrivateFormat.PKCS12.encryption_builder()
        .kdf_rounds(_PKCS12_ROUNDS)
        .key_cert_algorithm(pkcs12.PBES.PBESv2SHA256AndAES256CBC)
        .hmac_hash(hashes.SHA256())
        .build(passphrase.encode())
    )
    return pkcs12.serialize_key_and_certificates(b"testklient", pair.key, pair.certificate, None, encryption)


def server_context(server: KeyPair, trusted_ca: bytes) -> ssl.SSLContext:
    """TLS 1.2 or later as `server`, for clients whose certificate `trusted_ca` (PEM) has signed."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.verify_mode = ssl.CERT_REQUIRED
    context.verify_flags |= ssl.VERIFY_X509_STRICT
    context.load_verify_locations(cadata=trusted_ca.decode("ascii"))
    _load_pair(context, server)
    return context


def _load_pair(context: ssl.SSLContext, pair: KeyPair) -> None:
    once = secrets.token_hex(32).encode()
    pem = pair.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(once)) + pair.pem
    if hasattr(os, "memfd_create"):
        descriptor = os.memfd_create("server")
        with os.fdopen(descriptor, "wb") as file:
            file.write(pem)
            file.flush()
            context.load_cert_chain(f"/proc/self/fd/{descriptor}", password=once)
        return
    descriptor, path = tempfile.mkstemp(suffix=".pem")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(pem)
        context.load_cert_chain(path, password=once)  # closed before: Windows lets nobody else open it
    finally:
        Path(path).unlink()


def _leaf(
    subject: x509.Name,
    extensions: list[x509.ExtensionType],
    key: ec.EllipticCurvePrivateKey,
    issuer: KeyPair | None,
    valid: Period = FEW_DAYS,
) -> KeyPair:
    """`issuer` None: signs itself."""
    issuer_name = subject if issuer is None else issuer.certificate.subject
    issuer_key = key if issuer is None else issuer.key
    builder = (
        _builder(subject, issuer_name, key, issuer_key, valid)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_key_usage(signs_certificates=False), critical=True)
    )
    for extension in extensions:
        builder = builder.add_extension(extension, critical=False)
    return KeyPair(builder.sign(issuer_key, hashes.SHA256()), key)


def _server_extensions(address: str, host: str) -> list[x509.ExtensionType]:
    names = [x509.IPAddress(ipaddress.ip_address(address)), x509.DNSName(host)]
    return [x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), x509.SubjectAlternativeName(names)]


def _builder(
    subject: x509.Name,
    issuer: x509.Name,
    key: ec.EllipticCurvePrivateKey,
    issuer_key: ec.EllipticCurvePrivateKey,
    valid: Period = FEW_DAYS,
) -> x509.CertificateBuilder:
    now = dt.datetime.now(dt.UTC)
    start, end = valid
    issuer_id = x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key())
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now + start)
        .not_valid_after(now + end)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(issuer_id, critical=False)
    )


def _name(common_name: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, _ORGANISATION),
            x509.NameAttribute(NameOID.COMMON_NAME, common_name),
        ]
    )


def _key_usage(*, signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs_certificates,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        encipher_only=False,
        decipher_only=False,
    )
