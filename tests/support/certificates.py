"""Certificates as a municipality gets them: .p12 files with a passphrase, made for the test."""

from datetime import UTC, datetime, timedelta
from functools import cache

import trustme
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import (
    KeySerializationEncryption,
    PrivateFormat,
    load_pem_private_key,
    pkcs12,
)

PHRASE = "æn adgangskøde til prøven"
NAME = "Prøvekommune – Familieopslag"
"""What the subject and the issuer of each is called."""


@cache
def leaf(first: int = -10, last: int = 200) -> trustme.LeafCert:
    """Valid from so many days from today to so many; made once."""
    today = datetime.now(UTC).replace(microsecond=0)
    authority = trustme.CA(organization_name="Prøveudsteder", key_type=trustme.KeyType.ECDSA)
    return authority.issue_cert(
        "kommune.example",
        common_name=NAME,
        organization_name="Prøvekommune",
        not_before=today + timedelta(days=first),
        not_after=today + timedelta(days=last),
    )


def modern() -> KeySerializationEncryption:
    """AES-256 under PHRASE; few rounds, so that a test is quick."""
    builder = PrivateFormat.PKCS12.encryption_builder().kdf_rounds(2048)
    builder = builder.key_cert_algorithm(pkcs12.PBES.PBESv2SHA256AndAES256CBC).hmac_hash(hashes.SHA256())
    return builder.build(PHRASE.encode())


def triple_des() -> KeySerializationEncryption:
    """As exports of Windows Server 2016 and older have it."""
    builder = PrivateFormat.PKCS12.encryption_builder().kdf_rounds(2048)
    builder = builder.key_cert_algorithm(pkcs12.PBES.PBESv1SHA1And3KeyTripleDESCBC).hmac_hash(hashes.SHA1())  # noqa: S303 - what old files have
    return builder.build(PHRASE.encode())


def p12(of: trustme.LeafCert | None = None, encryption: KeySerializationEncryption | None = None) -> bytes:
    """A .p12 with its chain. `encryption` None: `modern`."""
    found = of or leaf()
    chain = [x509.load_pem_x509_certificate(blob.bytes()) for blob in found.cert_chain_pems]
    key = load_pem_private_key(found.private_key_pem.bytes(), None)
    # What trustme makes is of a kind that fits in.
    return pkcs12.serialize_key_and_certificates(
        b"kommune",
        key,  # type: ignore[arg-type]
        chain[0],
        chain[1:],
        encryption or modern(),
    )


def key_in_the_open(of: trustme.LeafCert | None = None) -> bytes:
    """The private number of the key, as it stands in every unencrypted spelling of it."""
    key = load_pem_private_key((of or leaf()).private_key_pem.bytes(), None)
    number = key.private_numbers().private_value  # type: ignore[union-attr]  # an elliptic one: see leaf
    return bytes(number.to_bytes((number.bit_length() + 7) // 8, "big"))
