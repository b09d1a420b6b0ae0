"""Where the key comes from, what is no key, and what becomes of a log whose key is another one."""

import os
import stat
import threading
from pathlib import Path

import keyring
import pytest
from keyring.backends import null
from keyring.errors import KeyringLocked, PasswordSetError

from familieopslag.domain import faults
from familieopslag.domain.faults import ExitCode, FamilieopslagError, Fault
from familieopslag.system.audit.key import AuditKey
from familieopslag.system.audit.key_store import KeyFile, KeyringKey, KeyStore, key_store
from familieopslag.system.audit.report import Notice
from familieopslag.system.audit.row import Detail, LogEvent, read_row
from familieopslag.system.audit.verification import find, verify
from familieopslag.system.secrets import SERVICE_NAME
from familieopslag.system.settings import AuditSettings
from tests.support.audit import KEY, OTHER_KEY, HeldKey, entry, flaws, log_in, person, rows_of
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


class TestKeyring:
    def test_a_key_is_made_once_and_kept(self, memory_keyring: MemoryKeyring) -> None:
        store = KeyringKey(MEMORY)
        assert store.existing() is None
        made = store.make()
        assert memory_keyring.get_password(SERVICE_NAME, USER) == made.secret.hex()
        assert store.existing() == made == KeyringKey(MEMORY).make()
        assert SERVICE_NAME == "Familieopslag"

    def test_two_keys_are_never_the_same(self, memory_keyring: MemoryKeyring) -> None:
        one = KeyringKey(MEMORY).make()
        memory_keyring.clear()
        assert KeyringKey(MEMORY).make() != one

    @pytest.mark.parametrize("text", ["", "x", DIGITS[:-1], DIGITS + "0", "g" * 64, f" {DIGITS[:-1]}"])
    def test_what_is_no_key_is_refused(self, memory_keyring: MemoryKeyring, text: str) -> None:
        memory_keyring.set_password(SERVICE_NAME, USER, text)
        assert _fault(KeyringKey(MEMORY)).fault is faults.AUDIT_KEY_UNSAFE
        assert _fault(KeyringKey(MEMORY), of_make=True).fault is faults.AUDIT_KEY_UNSAFE
        assert memory_keyring.get_password(SERVICE_NAME, USER) == text

    @pytest.mark.parametrize("of_make", [False, True])
    def test_a_keyring_that_does_not_encrypt_is_none(self, *, of_make: bool) -> None:
        keyring.set_keyring(null.Keyring())
        error = _fault(KeyringKey(), of_make=of_make)
        assert (error.fault, error.detail) == (faults.AUDIT_KEY_MISSING, "keyring.backends.null")

    def test_a_locked_keyring_is_told(self) -> None:
        class Locked(MemoryKeyring):
            def get_password(self, service: str, username: str) -> str | None:
                raise KeyringLocked("x")

        Locked.__module__ = MEMORY[0]
        keyring.set_keyring(Locked())
        error = _fault(KeyringKey(MEMORY))
        assert (error.fault, error.detail) == (faults.AUDIT_KEY_MISSING, "KeyringLocked")
        assert error.fault.retry

    def test_a_keyring_that_takes_no_key_is_told(self) -> None:
        class Full(MemoryKeyring):
            def set_password(self, service: str, username: str, password: str) -> None:
                raise PasswordSetError("x")

        Full.__module__ = MEMORY[0]
        keyring.set_keyring(Full())
        error = _fault(KeyringKey(MEMORY), of_make=True)
        assert (error.fault, error.detail) == (faults.AUDIT_KEY_MISSING, "PasswordSetError")

    def test_a_keyring_that_forgets_is_found_out_before_a_row_is_written(self, tmp_path: Path) -> None:
        class Forgetful(MemoryKeyring):
            def set_password(self, service: str, username: str, password: str) -> None:
                pass

        Forgetful.__module__ = MEMORY[0]
        keyring.set_keyring(Forgetful())
        store = KeyringKey(MEMORY)
        assert _fault(store, of_make=True).fault is faults.AUDIT_KEY_MISSING
        with pytest.raises(FamilieopslagError):
            log_in(tmp_path, keys=store).record(entry())  # type: ignore[arg-type]
        assert rows_of(tmp_path) == []

    def test_on_windows_the_key_stays_on_its_computer(self) -> None:
        class Roaming(MemoryKeyring):
            persist = "enterprise"

        Roaming.__module__ = MEMORY[0]
        keyring.set_keyring(backend := Roaming())
        KeyringKey(MEMORY).make()
        assert backend.persist == "local machine"


class TestKeyFile:
    def test_a_key_is_made_once_and_kept(self, tmp_path: Path) -> None:
        file = tmp_path / "key"
        assert KeyFile(file).existing() is None
        made = KeyFile(file).make()
        assert file.read_text() == made.secret.hex() + "\n"
        assert KeyFile(file).existing() == made == KeyFile(file).make()
        assert list(tmp_path.iterdir()) == [file]

    @pytest.mark.parametrize("umask", [0, 0o777])
    def test_nobody_else_can_read_it_whatever_the_umask(self, tmp_path: Path, umask: int) -> None:
        before = os.umask(umask)
        try:
            KeyFile(tmp_path / "key").make()
        finally:
            os.umask(before)
        assert stat.S_IMODE((tmp_path / "key").stat().st_mode) == 0o600

    def test_it_is_whole_and_synced_before_it_has_its_name(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        sync, seen = os.fsync, []

        def noting(descriptor: int) -> None:
            seen.append((os.fstat(descriptor).st_size, (tmp_path / "key").exists()))
            sync(descriptor)

        monkeypatch.setattr(os, "fsync", noting)
        KeyFile(tmp_path / "key").make()
        assert seen[0] == (65, False)
        assert len(seen) == 2  # and then its folder

    def test_of_many_at_once_one_key_is_made(self, tmp_path: Path) -> None:
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
    def test_one_that_others_can_use_is_refused(self, tmp_path: Path, mode: int) -> None:
        file = tmp_path / "key"
        KeyFile(file).make()
        file.chmod(mode)
        assert _fault(KeyFile(file)).fault is faults.AUDIT_KEY_UNSAFE
        assert _fault(KeyFile(file), of_make=True).fault is faults.AUDIT_KEY_UNSAFE

    def test_one_that_is_somebody_else_s_is_refused(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        KeyFile(tmp_path / "key").make()
        monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
        assert _fault(KeyFile(tmp_path / "key")).fault is faults.AUDIT_KEY_UNSAFE

    @pytest.mark.parametrize(
        "content", [b"", b"hej\n", DIGITS[:-1].encode(), KEY.secret, b"\xff" * 64, DIGITS.encode() * 20]
    )
    def test_what_is_no_key_is_refused_and_kept(self, tmp_path: Path, content: bytes) -> None:
        file = tmp_path / "key"
        file.touch(0o600)
        file.write_bytes(content)
        assert _fault(KeyFile(file)).fault is faults.AUDIT_KEY_UNSAFE
        assert _fault(KeyFile(file), of_make=True).fault is faults.AUDIT_KEY_UNSAFE
        assert file.read_bytes() == content

    def test_a_folder_in_its_place_is_refused(self, tmp_path: Path) -> None:
        assert _fault(KeyFile(tmp_path)).fault is faults.AUDIT_KEY_UNSAFE

    def test_a_key_may_come_with_blanks_around_it(self, tmp_path: Path) -> None:
        file = tmp_path / "key"
        file.touch(0o600)
        file.write_text(f"  {DIGITS}\r\n")
        assert KeyFile(file).existing() == KEY

    def test_a_place_where_none_can_be_made_is_told(self, tmp_path: Path) -> None:
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


def test_the_key_is_asked_for_once_a_log(tmp_path: Path) -> None:
    class Counting(HeldKey):
        asked = 0

        def existing(self) -> AuditKey | None:
            self.asked += 1
            return super().existing()

    keys = Counting()
    log = log_in(tmp_path, keys=keys)
    for place in range(3):
        log.record(entry(place))
    assert keys.asked == 1


def test_after_a_refusal_the_key_is_asked_for_again(tmp_path: Path) -> None:
    class Opening(HeldKey):
        locked: Fault | None = faults.AUDIT_KEY_MISSING

        def existing(self) -> AuditKey | None:
            if self.locked is not None:
                raise FamilieopslagError(self.locked, "an-id")
            return super().existing()

    keys = Opening()
    log = log_in(tmp_path, keys=keys)
    with pytest.raises(FamilieopslagError):
        log.record(entry())
    keys.locked = None
    log.record(entry())
    assert len(rows_of(tmp_path)) == 2


@pytest.mark.parametrize(("held", "how"), [(None, "ny"), (OTHER_KEY, "fandtes i forvejen")])
def test_a_log_goes_on_under_another_key_and_says_so(
    tmp_path: Path, held: AuditKey | None, how: str, caplog: pytest.LogCaptureFixture
) -> None:
    log_in(tmp_path).record(entry())
    log = log_in(tmp_path, keys=HeldKey(held, next_key=OTHER_KEY))
    log.record(entry())
    log.record(entry(1))
    changed, *others = (read_row(line) for line in rows_of(tmp_path)[2:])
    assert changed is not None
    assert changed.log_event is LogEvent.KEY_CHANGED
    assert (changed.detail(Detail.KEY_BEFORE), changed.key_id) == (KEY.id, OTHER_KEY.id)
    assert changed.detail(Detail.KEY) == how
    assert [row.event for row in others if row] == ["opslag", "opslag"]
    assert "another key" in caplog.text
    assert flaws(tmp_path, KEY) == flaws(tmp_path, OTHER_KEY) == flaws(tmp_path, None) == []
    report = verify(tmp_path, OTHER_KEY)
    assert (report.proven, [(span.key_id, span.rows) for span in report.unproven]) == (3, [(KEY.id, 2)])
    assert [notice.kind for notice in report.notices] == [Notice.KEY_CHANGED]


def test_each_key_finds_its_own_rows_and_tells_of_the_others(tmp_path: Path) -> None:
    for key in (KEY, OTHER_KEY, KEY):
        log_in(tmp_path, keys=HeldKey(key)).record(entry())
        log_in(tmp_path, keys=HeldKey(key)).record(entry(1))
    search = find(tmp_path, KEY, person())
    assert [(found.row.seq, found.is_authentic) for found in search.rows] == [(2, True), (8, True)]
    assert [(span.first_seq, span.last_seq) for span in search.report.unproven] == [(4, 6)]
    assert [found.row.seq for found in find(tmp_path, OTHER_KEY, person()).rows] == [5]


def test_under_a_lost_key_old_rows_cannot_be_changed_unseen_either(tmp_path: Path) -> None:
    """The chain of rows under the new key pins what was there when it began."""
    log_in(tmp_path).record(entry())
    log_in(tmp_path, keys=HeldKey(OTHER_KEY)).record(entry())
    file = next(tmp_path.glob("*.jsonl"))
    content = file.read_bytes()
    file.write_bytes(content.replace(b'"result":"sendes"', b'"result":"ok"', 1))
    assert flaws(tmp_path, OTHER_KEY)
    file.write_bytes(content)
    assert flaws(tmp_path, OTHER_KEY) == []


def test_find_tells_of_a_row_that_was_changed(tmp_path: Path) -> None:
    log = log_in(tmp_path)
    log.record(entry())
    log.record(entry(1))
    log.record(entry())
    file = next(tmp_path.glob("*.jsonl"))
    file.write_bytes(file.read_bytes().replace(b'"user":"KOMMUNE\\\\abc"', b'"user":"KOMMUNE\\\\xyz"', 2))
    search = find(tmp_path, KEY, person())
    assert [(found.row.user, found.is_authentic) for found in search.rows] == [
        ("KOMMUNE\\xyz", False),
        ("KOMMUNE\\abc", True),
    ]
    assert search.report.flaws
    assert find(tmp_path, KEY, person(5)).rows == ()
