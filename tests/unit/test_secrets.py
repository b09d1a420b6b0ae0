"""The passphrase: from the environment or from a keyring that encrypts, and from nowhere else."""

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import chainer, fail, null
from keyring.compat import properties
from keyring.errors import InitError, KeyringLocked, NoKeyringError

from familieopslag.domain import faults
from familieopslag.domain.faults import FamilieopslagError
from familieopslag.system.secrets import (
    PASSPHRASE_VARIABLE,
    SERVICE_NAME,
    TRUSTED_BACKENDS,
    certificate_passphrase,
    passphrase_user,
    read_secret,
    write_secret,
)
from tests.support.memory_keyring import MemoryKeyring

MEMORY = (MemoryKeyring.__module__,)
PHRASE = "en lang adgangskode med æøå"


@pytest.fixture(autouse=True)
def no_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(PASSPHRASE_VARIABLE, raising=False)


def _fault(trusted: tuple[str, ...] = TRUSTED_BACKENDS) -> FamilieopslagError:
    with pytest.raises(FamilieopslagError) as caught:
        certificate_passphrase("prod", trusted_backends=trusted)
    assert caught.value.fault.exit_code.value == 4
    assert caught.value.__cause__ is None
    return caught.value


def test_the_environment_variable_comes_first(
    monkeypatch: pytest.MonkeyPatch, memory_keyring: MemoryKeyring
) -> None:
    memory_keyring.set_password(SERVICE_NAME, passphrase_user("prod"), "en anden")
    monkeypatch.setenv(PASSPHRASE_VARIABLE, PHRASE)
    assert certificate_passphrase("prod", trusted_backends=MEMORY) == PHRASE


def test_an_empty_variable_is_an_empty_passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PASSPHRASE_VARIABLE, "")
    assert certificate_passphrase("prod") == ""


def test_the_keyring_is_asked_for_the_environment_s_own(memory_keyring: MemoryKeyring) -> None:
    memory_keyring.set_password("Familieopslag", "certifikat:prod", PHRASE)
    memory_keyring.set_password("Familieopslag", "certifikat:exttest", "testens")
    assert certificate_passphrase("prod", trusted_backends=MEMORY) == PHRASE
    assert certificate_passphrase("exttest", trusted_backends=MEMORY) == "testens"


def test_no_passphrase_in_the_keyring_is_told() -> None:
    assert _fault(MEMORY).fault is faults.PASSPHRASE_MISSING


class PlaintextKeyring(KeyringBackend):
    """Stands for every backend that keeps secrets in the open; it would even answer."""

    @properties.classproperty
    def priority(self) -> float:
        return 0.1

    def get_password(self, service: str, username: str) -> str | None:
        del service, username
        return PHRASE

    def set_password(self, service: str, username: str, password: str) -> None:
        del service, username, password
        raise AssertionError("nothing is written")

    def delete_password(self, service: str, username: str) -> None:
        del service, username
        raise AssertionError("nothing is deleted")


PlaintextKeyring.__module__ = "keyrings.alt.file"


class _Broken(PlaintextKeyring):
    """A trusted backend that cannot answer."""

    error: Exception = NoKeyringError("x")

    def get_password(self, service: str, username: str) -> str | None:
        del service, username
        raise self.error


_Broken.__module__ = TRUSTED_BACKENDS[2]


@pytest.mark.parametrize("backend", [fail.Keyring, null.Keyring, PlaintextKeyring, MemoryKeyring])
def test_a_backend_that_does_not_encrypt_is_none_at_all(backend: type[KeyringBackend]) -> None:
    keyring.set_keyring(backend())
    error = _fault()
    assert error.fault is faults.KEYRING_UNAVAILABLE
    assert error.detail == backend.__module__
    assert PHRASE not in f"{error}{error.detail}{dict(error.values)}"


@pytest.mark.parametrize("problem", [NoKeyringError("x"), KeyringLocked("x"), InitError("Prompt dismissed")])
def test_a_keyring_that_cannot_be_opened_is_told(problem: Exception) -> None:
    backend = _Broken()
    backend.error = problem
    keyring.set_keyring(backend)
    error = _fault()
    assert (error.fault, error.detail) == (faults.KEYRING_UNAVAILABLE, type(problem).__name__)
    assert error.fault.retry


class _Chain(chainer.ChainerBackend):
    backends = ()  # type: ignore[assignment]


def _chain(*members: KeyringBackend) -> _Chain:
    chain = _Chain()
    type(chain).backends = members  # type: ignore[assignment]
    return chain


def test_of_a_chain_only_the_encrypting_members_are_asked(memory_keyring: MemoryKeyring) -> None:
    keyring.set_keyring(_chain(PlaintextKeyring(), memory_keyring))
    assert _fault(MEMORY).fault is faults.PASSPHRASE_MISSING
    memory_keyring.set_password(SERVICE_NAME, passphrase_user("prod"), "den rigtige")
    assert certificate_passphrase("prod", trusted_backends=MEMORY) == "den rigtige"


def test_a_secret_is_written_to_the_first_encrypting_member(memory_keyring: MemoryKeyring) -> None:
    keyring.set_keyring(_chain(PlaintextKeyring(), memory_keyring))
    assert read_secret("nogen", trusted_backends=MEMORY) is None
    write_secret("nogen", PHRASE, trusted_backends=MEMORY)
    assert memory_keyring.get_password(SERVICE_NAME, "nogen") == PHRASE
    assert read_secret("nogen", trusted_backends=MEMORY) == PHRASE


def test_nothing_is_written_where_it_is_not_encrypted() -> None:
    keyring.set_keyring(PlaintextKeyring())
    with pytest.raises(FamilieopslagError) as caught:
        write_secret("nogen", PHRASE)
    assert caught.value.fault is faults.KEYRING_UNAVAILABLE


def test_a_chain_without_an_encrypting_member_is_none_at_all() -> None:
    keyring.set_keyring(_chain(PlaintextKeyring(), null.Keyring()))
    assert _fault().fault is faults.KEYRING_UNAVAILABLE


def test_only_backends_that_encrypt_are_trusted() -> None:
    assert not [name for name in TRUSTED_BACKENDS if "alt" in name or name.endswith((".null", ".fail"))]
