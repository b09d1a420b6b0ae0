"""How rows get on disk: when, together with what, and what happens when they cannot."""

import json
import os
import stat
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from familieopslag.domain import faults
from familieopslag.domain.accountability import AuditEvent
from familieopslag.domain.faults import ExitCode, FamilieopslagError
from familieopslag.system.audit import folder as folder_module
from familieopslag.system.audit import retention
from familieopslag.system.audit.folder import AuditFolder, Line
from familieopslag.system.audit.journal import AuditLog
from familieopslag.system.audit.key_store import KeyFile
from familieopslag.system.audit.lock import locked
from familieopslag.system.audit.report import Notice
from familieopslag.system.audit.row import hash_of, read_row
from familieopslag.system.audit.verification import verify
from tests.support.audit import (
    KEY,
    START,
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

SEAL = "audit-seal.json"


def _events(folder: Path) -> list[str]:
    return [row.event for line in rows_of(folder) if (row := read_row(line)) is not None]


def _refused(log: AuditLog) -> FamilieopslagError:
    with pytest.raises(FamilieopslagError) as caught:
        log.record(entry())
    error = caught.value
    assert error.fault is faults.AUDIT_UNWRITABLE
    assert error.fault.exit_code is ExitCode.AUDIT
    assert (error.__cause__, error.__context__) == (None, None)
    return error


def test_a_log_that_nobody_writes_to_touches_nothing(tmp_path: Path) -> None:
    log_in(tmp_path / "log")
    assert not (tmp_path / "log").exists()


def test_folder_and_files_are_the_users_alone(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        log_in(tmp_path / "a" / "log").record(entry())
    finally:
        os.umask(before)
    for path in (tmp_path / "a", tmp_path / "a" / "log", *(tmp_path / "a" / "log").iterdir()):
        assert not path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO), path


def test_a_row_is_synced_before_its_seal_and_both_before_record_returns(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = log_in(tmp_path)
    log.record(entry())
    told: list[str] = []
    sync, replace = os.fsync, Path.replace

    def noting(descriptor: int) -> None:
        sync(descriptor)
        told.append(f"synced {Path(f'/proc/self/fd/{descriptor}').readlink().name}")

    def replacing(self: Path, target: Path) -> Path:
        told.append(f"replaced {target.name}")
        return replace(self, target)

    monkeypatch.setattr(os, "fsync", noting)
    monkeypatch.setattr(Path, "replace", replacing)
    log.record(entry(1))
    file = files_of(tmp_path)[0].name
    assert told == [f"synced {file}", "synced audit-seal.new", f"replaced {SEAL}", f"synced {tmp_path.name}"]


def test_a_new_file_s_name_is_synced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[Path] = []
    monkeypatch.setattr(folder_module, "_sync_folder", synced.append)
    log = log_in(tmp_path, clock=(clock := Clock()))
    log.record(entry())
    count = len(synced)
    log.record(entry())
    assert len(synced) == count + 1  # the seal's alone
    clock.now = datetime(2026, 12, 1, tzinfo=UTC)
    log.record(entry())
    assert len(synced) == count + 3


def test_the_seal_names_the_last_row(tmp_path: Path) -> None:
    log = log_in(tmp_path)
    for place in range(3):
        log.record(entry(place))
        seal = json.loads((tmp_path / SEAL).read_text())
        assert (seal["seq"], seal["last"]) == (place + 2, hash_of(rows_of(tmp_path)[-1]))


def test_the_chain_goes_on_from_process_to_process(tmp_path: Path) -> None:
    for place in range(4):
        log_in(tmp_path, clock=Clock(START + timedelta(hours=place))).record(entry(place))
    assert _events(tmp_path) == ["logstart", *["opslag"] * 4]
    assert flaws(tmp_path) == []
    assert verify(tmp_path, KEY).proven == 5


def test_a_new_month_is_a_new_file_of_the_same_chain(tmp_path: Path) -> None:
    log = log_in(tmp_path, clock=(clock := Clock()))
    for month in (11, 12):
        clock.now = datetime(2026, month, 30, 23, 59, 58, tzinfo=UTC)
        log.record(entry())
    clock.now = datetime(2027, 1, 1, tzinfo=UTC)
    log.record(entry())
    assert [file.name for file in files_of(tmp_path)] == [
        "audit-2026-11.jsonl",
        "audit-2026-12.jsonl",
        "audit-2027-01.jsonl",
    ]
    report = verify(tmp_path, KEY)
    assert (report.rows, report.files, report.flaws, report.notices) == (4, 3, (), ())


def test_a_clock_that_goes_back_writes_on_in_the_newest_file(tmp_path: Path) -> None:
    log = log_in(tmp_path, clock=(clock := Clock()))
    log.record(entry())
    clock.now = datetime(2025, 1, 1, tzinfo=UTC)
    log.record(entry())
    assert [file.name for file in files_of(tmp_path)] == ["audit-2026-11.jsonl"]
    assert flaws(tmp_path) == []


def test_a_row_reads_the_end_of_the_log_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log = log_in(tmp_path, clock=(clock := Clock()))
    for month in (11, 12):
        clock.now = datetime(2026, month, 1, tzinfo=UTC)
        for place in range(5):
            log.record(entry(place))
    read: list[str] = []
    lines = folder_module.lines_from_the_end

    def counting(file: Path) -> Iterator[Line]:
        for line in lines(file):
            read.append(line.file.name)
            yield line

    monkeypatch.setattr(folder_module, "lines_from_the_end", counting)
    monkeypatch.setattr(retention, "lines_from_the_end", counting)
    log.record(entry())
    assert read == ["audit-2026-12.jsonl"]


def test_threads_write_one_chain(tmp_path: Path) -> None:
    shared, gate = log_in(tmp_path), threading.Barrier(4)

    def write(log: AuditLog) -> None:
        gate.wait()
        for place in range(10):
            log.record(entry(place))

    logs = (shared, shared, log_in(tmp_path), log_in(tmp_path))
    threads = [threading.Thread(target=write, args=(log,)) for log in logs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    report = verify(tmp_path, KEY)
    assert (report.rows, report.flaws, report.notices) == (41, (), ())


def test_two_processes_write_one_chain(tmp_path: Path) -> None:
    writers = [start_writer(tmp_path / "log", tmp_path / "key", "together", "500") for _ in range(2)]
    for writer in writers:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
    for writer in writers:
        assert writer.stdin is not None
        writer.stdin.write("\n")
        writer.stdin.flush()
    for writer in writers:
        out, err = writer.communicate(timeout=120)
        assert (out, err, writer.returncode) == ("done\n", "", 0)
    report = verify(tmp_path / "log", KeyFile(tmp_path / "key").existing())
    assert (report.rows, report.proven, report.flaws, report.notices) == (1001, 1001, (), ())
    sessions = [row.session for line in rows_of(tmp_path / "log") if (row := read_row(line)) is not None]
    changes = sum(one != other for one, other in pairwise(sessions))
    assert {sessions.count(session) for session in set(sessions)} <= {500, 501}
    assert changes > 2, "they did not write at the same time"


def test_a_lock_that_somebody_keeps_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder_module, "_PATIENCE", 0.01)
    log = log_in(tmp_path)
    log.record(entry())
    with locked(tmp_path / "audit.lock", 1.0):
        assert _refused(log).detail == "TimeoutError"
    log.record(entry())
    assert flaws(tmp_path) == []


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert _refused(log_in(tmp_path / "file" / "log")).detail == "NotADirectoryError"


def test_a_file_that_cannot_be_opened_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    log = log_in(tmp_path, clock=(clock := Clock()))
    log.record(entry())
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    clock.now = datetime(2026, 12, 1, tzinfo=UTC)
    (tmp_path / "audit-2026-12.jsonl").mkdir()
    _refused(log)
    (tmp_path / "audit-2026-12.jsonl").rmdir()
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == before
    log.record(entry())
    assert flaws(tmp_path) == []


def test_a_full_disk_leaves_no_part_of_a_row(tmp_path: Path) -> None:
    """The limit on a file's size stands for the disk: the first half of the row can still be written."""
    log, key_file = tmp_path / "log", tmp_path / "key"
    start_writer(log, key_file, "rows", "3").communicate(timeout=60)
    file = files_of(log)[0]
    before = file.read_bytes()
    out, err = start_writer(log, key_file, "limit", str(len(before) + 100)).communicate(timeout=60)
    assert (out, err) == ("FO-090 OSError\nFO-090 OSError\ndone\n", "")
    assert file.read_bytes() == before


def _failing(*_arguments: object) -> None:
    raise OSError(28, "No space left on device")


def test_a_seal_that_cannot_be_written_takes_its_row_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = log_in(tmp_path)
    log.record(entry())
    before = rows_of(tmp_path)
    with monkeypatch.context() as full:
        full.setattr(AuditFolder, "replace_seal", _failing)
        _refused(log)
    assert rows_of(tmp_path) == before
    log.record(entry())
    assert (flaws(tmp_path), notices(verify(tmp_path, KEY))) == ([], [])


def test_a_seal_whose_name_cannot_be_synced_is_a_seal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = log_in(tmp_path)
    log.record(entry())
    monkeypatch.setattr(folder_module, "_sync_folder", _failing)
    log.record(entry())
    assert (flaws(tmp_path), notices(verify(tmp_path, KEY))) == ([], [])


def test_a_row_that_cannot_be_taken_back_stays_beyond_the_seal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = log_in(tmp_path)
    log.record(entry())
    with monkeypatch.context() as full:
        full.setattr(AuditFolder, "replace_seal", _failing)
        full.setattr(AuditFolder, "take_back", _failing)
        _refused(log)
    assert (flaws(tmp_path), notices(verify(tmp_path, KEY))) == ([], [Notice.BEYOND_SEAL])
    log.record(entry())
    assert _events(tmp_path)[-2:] == ["log genoptaget", "opslag"]
    assert (flaws(tmp_path), notices(verify(tmp_path, KEY))) == ([], [Notice.RESUMED])


def test_a_scanner_that_holds_the_new_seal_for_a_moment_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder_module, "_PAUSES", (0.0, 0.0))
    log = log_in(tmp_path)
    log.record(entry())
    held = [PermissionError("held"), PermissionError("held")]
    replace = Path.replace

    def replacing(self: Path, target: Path) -> Path:
        if held:
            raise held.pop()
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", replacing)
    log.record(entry())
    assert flaws(tmp_path) == []
    held.extend(PermissionError("held") for _ in range(3))
    assert _refused(log).detail == "PermissionError"


def test_every_event_can_be_written(tmp_path: Path) -> None:
    log = log_in(tmp_path)
    for event in AuditEvent:
        log.record(entry(event=event))
    assert _events(tmp_path)[1:] == [event.value for event in AuditEvent]


def test_a_key_store_s_refusal_is_passed_on(tmp_path: Path) -> None:
    class Closed(HeldKey):
        def existing(self) -> None:
            raise FamilieopslagError(faults.AUDIT_KEY_MISSING, "an-id")

    with pytest.raises(FamilieopslagError) as caught:
        log_in(tmp_path / "log", keys=Closed()).record(entry())
    assert caught.value.fault is faults.AUDIT_KEY_MISSING
    assert not (tmp_path / "log").exists()


def test_an_empty_file_of_a_new_month_does_no_harm(tmp_path: Path) -> None:
    log = log_in(tmp_path)
    log.record(entry())
    (tmp_path / "audit-2026-12.jsonl").touch()
    assert flaws(tmp_path) == []
    log.record(entry())
    assert [file.name for file in files_of(tmp_path) if file.stat().st_size] == [
        "audit-2026-11.jsonl",
        "audit-2026-12.jsonl",
    ]
    assert flaws(tmp_path) == []


def test_lines_longer_than_a_block_are_read_from_the_end(tmp_path: Path) -> None:
    file = tmp_path / "audit-2026-11.jsonl"
    lines = [b"x" * length for length in (3, 9000, 0, 20000, 8191, 8192, 1)]
    for end in (b"", b"\n"):
        file.write_bytes(b"\n".join(lines) + end)
        found = list(folder_module.lines_from_the_end(file))
        assert [line.data for line in found] == lines[::-1]
        assert [line.is_ended for line in found] == [end == b"\n", *[True] * 6]
    file.write_bytes(b"")
    assert list(folder_module.lines_from_the_end(file)) == []
