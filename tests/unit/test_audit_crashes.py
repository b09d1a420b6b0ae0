"""A program that is killed in the middle of writing: the log goes on, and says what happened."""

from collections.abc import Callable
from pathlib import Path

import pytest

from familieopslag.system.audit.folder import AuditFolder
from familieopslag.system.audit.key_store import KeyFile
from familieopslag.system.audit.report import Flaw, Notice
from familieopslag.system.audit.row import Detail, LogEvent, hash_of, read_row
from familieopslag.system.audit.verification import verify
from tests.support.audit import (
    KEY,
    OTHER_KEY,
    Clock,
    HeldKey,
    entry,
    files_of,
    flaws,
    log_in,
    notices,
    rows_of,
    start_writer,
)


def _kill_at(word: str, folder: Path, key_file: Path) -> None:
    """A real process, killed where it says `word` and waits."""
    writer = start_writer(folder, key_file, word)
    assert writer.stdout is not None
    said = writer.stdout.readline()
    writer.kill()
    _out, err = writer.communicate()
    assert (said, err, writer.returncode) == (f"{word}\n", "", -9)


def _write(folder: Path, key_file: Path, count: int = 1) -> None:
    writer = start_writer(folder, key_file, "rows", str(count))
    assert writer.communicate(timeout=60) == ("done\n", "")


@pytest.fixture
def killed(tmp_path: Path) -> Callable[[str], tuple[Path, KeyFile]]:
    """A log of a process, in which a second process was killed."""

    def kill(word: str) -> tuple[Path, KeyFile]:
        _write(tmp_path / "log", tmp_path / "key", 3)
        _kill_at(word, tmp_path / "log", tmp_path / "key")
        return tmp_path / "log", KeyFile(tmp_path / "key")

    return kill


def test_killed_in_the_middle_of_a_row(killed: Callable[[str], tuple[Path, KeyFile]]) -> None:
    log, keys = killed("half")
    torn = rows_of(log)[-1]
    assert (read_row(torn), files_of(log)[0].read_bytes()[-1:] != b"\n") == (None, True)
    report = verify(log, keys.existing())
    assert (report.rows, report.flaws, notices(report)) == (4, (), [Notice.TORN])
    assert (report.notices[0].file, report.notices[0].line) == (files_of(log)[0].name, 5)

    _write(log, log.parent / "key", 2)
    lines = rows_of(log)
    resumed = read_row(lines[5])
    assert lines[4] == torn
    assert resumed is not None
    assert (resumed.log_event, resumed.prev, resumed.seq) == (LogEvent.RESUMED, hash_of(torn), 5)
    assert (resumed.detail(Detail.TORN), resumed.detail(Detail.ROW_BEFORE)) == ("1", hash_of(lines[3]))
    report = verify(log, keys.existing())
    assert (report.rows, report.proven, report.flaws) == (7, 7, ())
    assert notices(report) == [Notice.TORN, Notice.RESUMED]


def test_killed_between_a_row_and_its_seal(killed: Callable[[str], tuple[Path, KeyFile]]) -> None:
    log, keys = killed("unsealed")
    report = verify(log, keys.existing())
    assert (report.rows, report.proven, report.flaws) == (5, 5, ())
    assert [(remark.kind, remark.values) for remark in report.notices] == [
        (Notice.BEYOND_SEAL, {"rows": "1"})
    ]
    _write(log, log.parent / "key")
    resumed = read_row(rows_of(log)[5])
    assert resumed is not None
    assert (resumed.log_event, resumed.detail(Detail.LAG)) == (LogEvent.RESUMED, "1")
    report = verify(log, keys.existing())
    assert (report.rows, report.flaws, notices(report)) == (7, (), [Notice.RESUMED])


@pytest.mark.parametrize("word", ["half", "unsealed"])
def test_killed_in_the_first_row_ever(tmp_path: Path, word: str) -> None:
    _kill_at(word, tmp_path / "log", tmp_path / "key")
    keys = KeyFile(tmp_path / "key")
    assert flaws(tmp_path / "log", keys.existing()) == []
    _write(tmp_path / "log", tmp_path / "key")
    assert flaws(tmp_path / "log", keys.existing()) == []


def test_killed_again_and_again(tmp_path: Path) -> None:
    log, key_file = tmp_path / "log", tmp_path / "key"
    _write(log, key_file)
    for word in ("half", "half", "unsealed", "half"):
        _kill_at(word, log, key_file)
        assert flaws(log, KeyFile(key_file).existing()) == []
    _write(log, key_file)
    report = verify(log, KeyFile(key_file).existing())
    assert report.flaws == ()
    assert notices(report).count(Notice.TORN) == 3


def _two_rows(folder: Path) -> Path:
    log = log_in(folder)
    log.record(entry())
    log.record(entry(1))
    return files_of(folder)[0]


def test_every_length_that_a_torn_row_can_have_is_recovered_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.fsync", lambda _descriptor: None)
    file = _two_rows(tmp_path)
    whole, seal = file.read_bytes(), (tmp_path / "audit-seal.json").read_bytes()
    log_in(tmp_path).record(entry(2))
    third = file.read_bytes()[len(whole) :]
    for length in range(1, len(third)):
        for path, content in ((file, whole + third[:length]), (tmp_path / "audit-seal.json", seal)):
            path.unlink()  # written anew: ext4 waits at an overwriting
            path.write_bytes(content)
        kinds = notices(verify(tmp_path, KEY))
        without_end_only = length == len(third) - 1
        assert kinds == ([Notice.TORN, Notice.BEYOND_SEAL] if without_end_only else [Notice.TORN])
        log_in(tmp_path).record(entry(3))
        report = verify(tmp_path, KEY)
        assert report.flaws == (), length
        assert notices(report) == ([Notice.RESUMED] if without_end_only else [Notice.TORN, Notice.RESUMED])


def test_a_torn_row_at_the_end_of_a_month_is_ended_in_its_own_file(tmp_path: Path) -> None:
    file = _two_rows(tmp_path)
    with file.open("ab") as stream:
        stream.write(b'{"v":1,"seq":4,"ti')
    clock = Clock()
    clock.now = clock.now.replace(month=12)
    log_in(tmp_path, clock=clock).record(entry())
    assert file.read_bytes().endswith(b'"ti\n')
    report = verify(tmp_path, KEY)
    assert (report.files, report.flaws, notices(report)) == (2, (), [Notice.TORN, Notice.RESUMED])


def test_a_torn_row_that_had_been_sealed_was_cut_off(tmp_path: Path) -> None:
    file = _two_rows(tmp_path)
    whole = file.read_bytes()
    seal = (tmp_path / "audit-seal.json").read_bytes()
    for length in (1, 2, 100):
        file.write_bytes(whole[:-length])
        (tmp_path / "audit-seal.json").write_bytes(seal)
        assert flaws(tmp_path) == [Flaw.LINE_END_MISSING if length == 1 else Flaw.NOT_A_ROW] + (
            [Flaw.CUT_OFF] if length > 1 else []
        )
        log_in(tmp_path).record(entry())
        assert Flaw.BREAK_RECORDED in flaws(tmp_path), length


def test_the_row_before_a_torn_one_is_pinned_by_the_row_that_tells_of_it(tmp_path: Path) -> None:
    """A torn line names nothing, so that the chain alone would not tell."""
    file = _two_rows(tmp_path)
    with file.open("ab") as stream:
        stream.write(b'{"v":1,"seq":4,"ti')
    log_in(tmp_path).record(entry())
    lines = rows_of(tmp_path)
    lines[2] = lines[2].replace(b"pc-17", b"pc-18")
    file.write_bytes(b"\n".join([*lines, b""]))
    assert flaws(tmp_path, None) == [Flaw.NOT_A_ROW]


def test_a_torn_row_that_was_changed_afterwards_is_found(tmp_path: Path) -> None:
    file = _two_rows(tmp_path)
    with file.open("ab") as stream:
        stream.write(b'{"v":1,"seq":4,"ti')
    log_in(tmp_path).record(entry())
    content = file.read_bytes()
    for changed in (content.replace(b'4,"ti\n', b'5,"ti\n'), content.replace(b'{"v":1,"seq":4,"ti\n', b"")):
        assert changed != content
        file.write_bytes(changed)
        assert flaws(tmp_path)
        assert flaws(tmp_path, None)


def test_nobody_can_call_a_row_torn_who_does_not_have_the_key(tmp_path: Path) -> None:
    """A row of one's own that says so would have to be stamped."""
    file = _two_rows(tmp_path)
    lines = rows_of(tmp_path)
    forged_log = tmp_path / "forged"
    file_forged = _two_rows(forged_log)
    with file_forged.open("ab") as stream:
        stream.write(b"{")
    log_in(forged_log, keys=HeldKey(OTHER_KEY)).record(entry())
    resumed = rows_of(forged_log)[-2]
    file.write_bytes(b"\n".join([*lines[:-1], b"{", resumed, b""]))
    assert Flaw.CUT_OFF in flaws(tmp_path)


def test_a_process_that_ends_gives_the_lock_back(tmp_path: Path) -> None:
    _kill_at("half", tmp_path / "log", tmp_path / "key")
    with AuditFolder(tmp_path / "log").locked():
        pass
