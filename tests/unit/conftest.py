"""An authority, its certificate in a file, and a client certificate of it, for tests over TLS."""

from pathlib import Path

import pytest
import trustme

from tests.support.secure_sessions import Identity


@pytest.fixture(scope="session")
def authority() -> trustme.CA:
    return trustme.CA(key_type=trustme.KeyType.ECDSA)


@pytest.fixture(scope="session")
def other_authority() -> trustme.CA:
    return trustme.CA(key_type=trustme.KeyType.ECDSA)


@pytest.fixture
def ca_file(authority: trustme.CA, tmp_path: Path) -> Path:
    file = tmp_path / "ca.pem"
    authority.cert_pem.write_to_path(str(file))
    return file


@pytest.fixture
def identity(authority: trustme.CA) -> Identity:
    return Identity(authority.issue_cert("klient.example"))
