"""Where the key of the audit log is kept, and what is no key."""

import os
import stat
import threading
from pathlib import Path

import keyring
import pytest
from keyring.backends import null
from keyring.errors import KeyringLocked, PasswordSetError

from familieopslag.domain import faults
from familieopslag.domain.faults import ExitCode, FamilieopslagError
from familieopslag.system.audit.key_store import KeyFile, KeyringKey, KeyStore, check_key, key_store
from familieopslag.system.secrets import SERVICE_NAME
from familieopslag.system.settings import AuditSettings
from tests.support.audit import KEY, entry, log_in, rows_of
from tests.support.memory_keyring import MemoryKeyring

MEMORY = (MemoryKeyring.__module__,)
USER = "auditlog"
DIGITS = KEY.secret.hex()


def _fault(store: KeyStore, *, of_make: bool = False) -> FamilieopslagError:
    with pytest.raises(FamilieopslagError) as caught:
        store.make() if of_make else store.existing()
    error = caught.value
    assert error.fault.exit_code is ExitCode.AUDIT
    assert (error.__cause__, error.__context__ is None or error.__suppress_context__) == (None, True)
    assert DIGITS not in f"{error}{error.detail}{dict(error.values)}"
    return error


def test_a_key_is_made_once_and_kept(memory_keyring: MemoryKeyring) -> None:
    store = KeyringKey(MEMORY)
    assert store.existing() is None
    made = store.make()
    assert memory_keyring.get_password(SERVICE_NAME, USER) == made.secret.hex()
    assert store.existing() == made == KeyringKey(MEMORY).make()
    assert SERVICE_NAME == "Familieopslag"


def test_two_keys_are_never_the_same(memory_keyring: MemoryKeyring) -> None:
    one = KeyringKey(MEMORY).make()
    memory_keyring.clear()
    assert KeyringKey(MEMORY).make() != one


@pytest.mark.parametrize("text", ["", "x", DIGITS[:-1], DIGITS + "0", "g" * 64, f" {DIGITS[:-1]}"])
def test_what_is_no_key_is_refused(memory_keyring: MemoryKeyring, text: str) -> None:
    memory_keyring.set_password(SERVICE_NAME, USER, text)
    assert _fault(KeyringKey(MEMORY)).fault is faults.AUDIT_KEY_UNSAFE
    assert _fault(KeyringKey(MEMORY), of_make=True).fault is faults.AUDIT_KEY_UNSAFE
    assert memory_keyring.get_password(SERVICE_NAME, USER) == text


@pytest.mark.parametrize("of_make", [False, True])
def test_a_keyring_that_does_not_encrypt_is_none(*, of_make: bool) -> None:
    keyring.set_keyring(null.Keyring())
    error = _fault(KeyringKey(), of_make=of_make)
    assert (error.fault, error.detail) == (faults.AUDIT_KEY_MISSING, "keyring.backends.null")


def test_a_locked_keyring_is_told() -> None:
    class Locked(MemoryKeyring):
        def get_password(self, service: str, username: str) -> str | None:
            del service, username
            raise KeyringLocked("x")

    Locked.__module__ = MEMORY[0]
    keyring.set_keyring(Locked())
    error = _fault(KeyringKey(MEMORY))
    assert (error.fault, error.detail) == (faults.AUDIT_KEY_MISSING, "KeyringLocked")
    assert error.fault.retry


def test_a_keyring_that_takes_no_key_is_told() -> None:
    class Full(MemoryKeyring):
        def set_password(self, service: str, username: str, password: str) -> None:
            del service, username, password
            raise PasswordSetError("x")

    Full.__module__ = MEMORY[0]
    keyring.set_keyring(Full())
    error = _fault(KeyringKey(MEMORY), of_make=True)
    assert (error.fault, error.detail) == (faults.AUDIT_KEY_MISSING, "PasswordSetError")


def test_a_keyring_that_forgets_is_found_out_before_a_row_is_written(tmp_path: Path) -> None:
    class Forgetful(MemoryKeyring):
        def set_password(self, service: str, username: str, password: str) -> None:
            del service, username, password

    Forgetful.__module__ = MEMORY[0]
    keyring.set_keyring(Forgetful())
    store = KeyringKey(MEMORY)
    assert _fault(store, of_make=True).fault is faults.AUDIT_KEY_MISSING
    with pytest.raises(FamilieopslagError):
        log_in(tmp_path, keys=store).record(entry())
    assert rows_of(tmp_path) == []


def test_on_windows_the_key_stays_on_its_computer() -> None:
    class Roaming(MemoryKeyring):
        persist = "enterprise"

    Roaming.__module__ = MEMORY[0]
    keyring.set_keyring(backend := Roaming())
    KeyringKey(MEMORY).make()
    assert backend.persist == "local machine"


def test_a_key_file_is_made_once_and_kept(tmp_path: Path) -> None:
    file = tmp_path / "key"
    assert KeyFile(file).existing() is None
    made = KeyFile(file).make()
    assert file.read_text() == made.secret.hex() + "\n"
    assert KeyFile(file).existing() == made == KeyFile(file).make()
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize("umask", [0, 0o777])
def test_nobody_else_can_read_it_whatever_the_umask(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        KeyFile(tmp_path / "key").make()
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "key").stat().st_mode) == 0o600


def test_it_is_whole_and_synced_before_it_has_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sync, seen = os.fsync, []

    def noting(descriptor: int) -> None:
        seen.append((os.fstat(descriptor).st_size, (tmp_path / "key").exists()))
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", noting)
    KeyFile(tmp_path / "key").make()
    assert seen[0] == (65, False)
    assert len(seen) == 2  # and then its folder


def test_of_many_at_once_one_key_is_made(tmp_path: Path) -> None:
    gate, made = threading.Barrier(8), []

    def make() -> None:
        gate.wait()
        made.append(KeyFile(tmp_path / "key").make())

    threads = [threading.Thread(target=make) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 8
    assert len(set(made)) == 1


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o644, 0o610])
def test_one_that_others_can_use_is_refused(tmp_path: Path, mode: int) -> None:
    file = tmp_path / "key"
    KeyFile(file).make()
    file.chmod(mode)
    assert _fault(KeyFile(file)).fault is faults.AUDIT_KEY_UNSAFE
    assert _fault(KeyFile(file), of_make=True).fault is faults.AUDIT_KEY_UNSAFE


def test_one_that_is_somebody_else_s_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    KeyFile(tmp_path / "key").make()
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    assert _fault(KeyFile(tmp_path / "key")).fault is faults.AUDIT_KEY_UNSAFE


@pytest.mark.parametrize(
    "content", [b"", b"hej\n", DIGITS[:-1].encode(), KEY.secret, b"\xff" * 64, DIGITS.encode() * 20]
)
def test_what_is_no_key_is_refused_and_kept(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "key"
    file.touch(0o600)
    file.write_bytes(content)
    assert _fault(KeyFile(file)).fault is faults.AUDIT_KEY_UNSAFE
    assert _fault(KeyFile(file), of_make=True).fault is faults.AUDIT_KEY_UNSAFE
    assert file.read_bytes() == content


def test_a_folder_in_its_place_is_refused(tmp_path: Path) -> None:
    assert _fault(KeyFile(tmp_path)).fault is faults.AUDIT_KEY_UNSAFE


def test_a_key_may_come_with_blanks_around_it(tmp_path: Path) -> None:
    file = tmp_path / "key"
    file.touch(0o600)
    file.write_text(f"  {DIGITS}\r\n")
    assert KeyFile(file).existing() == KEY


def test_a_place_where_none_can_be_made_is_told(tmp_path: Path) -> None:
    error = _fault(KeyFile(tmp_path / "missing" / "key"), of_make=True)
    assert (error.fault, error.detail) == (faults.AUDIT_UNWRITABLE, "key file: FileNotFoundError")
    assert not (tmp_path / "missing").exists()


def test_the_settings_choose(tmp_path: Path, memory_keyring: MemoryKeyring) -> None:
    assert isinstance(key_store(AuditSettings()), KeyringKey)
    store = key_store(AuditSettings(key_file=tmp_path / "key"))
    assert store.make() == KeyFile(tmp_path / "key").existing()
    assert memory_keyring.get_password(SERVICE_NAME, USER) is None
    assert str(tmp_path / "key") in store.place
    assert "nøglering" in KeyringKey().place


def _checked(settings: AuditSettings, trusted: tuple[str, ...] = MEMORY) -> FamilieopslagError | None:
    try:
        check_key(settings, trusted)
    except FamilieopslagError as error:
        return error
    return None


def test_checking_makes_no_key(tmp_path: Path, memory_keyring: MemoryKeyring) -> None:
    file = AuditSettings(key_file=tmp_path / "audit.key")
    assert _checked(file) is None
    assert _checked(AuditSettings()) is None
    assert not list(tmp_path.iterdir())
    assert not memory_keyring._passwords
    made = key_store(file).make()
    assert _checked(file) is None
    assert key_store(file).existing() == made


def test_checking_tells_what_making_would(tmp_path: Path) -> None:
    missing = _checked(AuditSettings(), ())
    assert missing is not None
    assert missing.fault is faults.AUDIT_KEY_MISSING
    nowhere = _checked(AuditSettings(key_file=tmp_path / "findes ikke" / "audit.key"))
    assert nowhere is not None
    assert (nowhere.fault, nowhere.detail) == (faults.AUDIT_UNWRITABLE, "key file: FileNotFoundError")
    (tmp_path / "brev").write_text("Kære borger", encoding="utf-8")
    (tmp_path / "brev").chmod(0o600)
    letter = _checked(AuditSettings(key_file=tmp_path / "brev"))
    assert letter is not None
    assert letter.fault is faults.AUDIT_KEY_UNSAFE
