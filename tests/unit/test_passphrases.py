"""The passphrase for a certificate: one for each file, in a keyring that encrypts, or in memory and nowhere else."""

from pathlib import Path

import keyring
import pytest
from keyring.backends import fail, null

from familieopslag.domain import faults
from familieopslag.domain.faults import FamilieopslagError
from familieopslag.system.passphrases import Passphrases
from familieopslag.system.secrets import PASSPHRASE_VARIABLE, SERVICE_NAME, file_fingerprint
from tests.support.memory_keyring import MemoryKeyring

MEMORY = (MemoryKeyring.__module__,)
PHRASE = "en adgangskode med æøå"


@pytest.fixture(autouse=True)
def no_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(PASSPHRASE_VARIABLE, raising=False)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.p12"
    path.write_bytes(b"one")
    return path


@pytest.fixture
def passphrases() -> Passphrases:
    return Passphrases(trusted_backends=MEMORY)


def test_what_is_kept_is_in_the_keyring_under_the_file_s_fingerprint(
    passphrases: Passphrases, file: Path, memory_keyring: MemoryKeyring
) -> None:
    assert passphrases.keep(b"one", PHRASE) == "memory_keyring"
    user = f"certifikat:{file_fingerprint(b'one')}"
    assert memory_keyring.get_password(SERVICE_NAME, user) == PHRASE
    assert passphrases.of(file, "prod") == passphrases.of(file, "exttest") == PHRASE
    assert Passphrases(trusted_backends=MEMORY).of(file, "prod") == PHRASE


def test_an_entry_of_the_environment_still_opens_the_file(
    passphrases: Passphrases, file: Path, memory_keyring: MemoryKeyring
) -> None:
    memory_keyring.set_password(SERVICE_NAME, "certifikat:prod", "administratorens")
    assert passphrases.of(file, "prod") == "administratorens"
    passphrases.keep(b"one", PHRASE)
    assert passphrases.of(file, "prod") == PHRASE, "the file's own comes first"
    passphrases.forget(b"one")
    assert passphrases.of(file, "prod") == "administratorens", "and takes only itself away"


def test_another_file_has_another_passphrase(passphrases: Passphrases, file: Path) -> None:
    passphrases.keep(b"another", PHRASE)
    with pytest.raises(FamilieopslagError) as caught:
        passphrases.of(file, "prod")
    assert caught.value.fault is faults.PASSPHRASE_MISSING


@pytest.mark.parametrize("backend", [null.Keyring, fail.Keyring])
def test_without_a_keyring_it_is_remembered_and_nowhere_else(
    passphrases: Passphrases, file: Path, backend: type[keyring.backend.KeyringBackend]
) -> None:
    keyring.set_keyring(backend())
    assert passphrases.keyring() == ""
    with pytest.raises(FamilieopslagError) as caught:
        passphrases.keep(b"one", PHRASE)
    assert caught.value.fault is faults.KEYRING_UNAVAILABLE
    passphrases.remember(b"one", PHRASE)
    assert passphrases.of(file, "prod") == PHRASE
    passphrases.forget(b"one")
    with pytest.raises(FamilieopslagError):
        passphrases.of(file, "prod")
    assert PHRASE not in repr(passphrases)


def test_what_gets_into_the_keyring_leaves_the_memory(
    passphrases: Passphrases, file: Path, memory_keyring: MemoryKeyring
) -> None:
    passphrases.remember(b"one", "før")
    passphrases.keep(b"one", PHRASE)
    memory_keyring.clear()
    with pytest.raises(FamilieopslagError):
        passphrases.of(file, "prod")


class _Forgetful(MemoryKeyring):
    def get_password(self, service: str, username: str) -> str | None:
        del service, username
        return None


def test_a_keyring_that_forgets_is_none(file: Path) -> None:
    keyring.set_keyring(_Forgetful())
    with pytest.raises(FamilieopslagError) as caught:
        Passphrases(trusted_backends=(_Forgetful.__module__,)).keep(b"one", PHRASE)
    assert (caught.value.fault, caught.value.detail) == (faults.KEYRING_UNAVAILABLE, "forgotten")


def test_a_file_that_is_gone_leaves_the_environment_s_entry(
    passphrases: Passphrases, memory_keyring: MemoryKeyring, tmp_path: Path
) -> None:
    memory_keyring.set_password(SERVICE_NAME, "certifikat:prod", "administratorens")
    assert passphrases.of(tmp_path / "gone.p12", "prod") == "administratorens"
