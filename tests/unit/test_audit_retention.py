"""Rows are kept as long as they may be, and no longer; what was deleted is told by a row that stays."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from familieopslag.system.audit.folder import AuditFolder
from familieopslag.system.audit.report import Flaw, Notice
from familieopslag.system.audit.retention import expired
from familieopslag.system.audit.row import Detail, LogEvent, hash_of, read_row
from familieopslag.system.audit.verification import verify
from tests.support.audit import KEY, Clock, entry, files_of, flaws, log_in, notices, rows_of

SEAL = "audit-seal.json"


def _at(year: int, month: int, day: int = 10) -> datetime:
    return datetime(year, month, day, tzinfo=UTC)


def _names(folder: Path) -> list[str]:
    return [file.name[6:13] for file in files_of(folder)]


@pytest.fixture
def half_year(tmp_path: Path) -> Path:
    """Three rows in each month from January to June."""
    clock = Clock()
    writer = log_in(tmp_path, clock=clock)
    for month in range(1, 7):
        clock.now = _at(2026, month)
        for place in range(3):
            writer.record(entry(place))
    return tmp_path


def _record(folder: Path, now: datetime, months: int = 6) -> None:
    log_in(folder, clock=Clock(now), months=months).record(entry())


def test_what_is_old_goes_when_a_writer_opens_the_log(half_year: Path) -> None:
    lines = [line for file in files_of(half_year)[:2] for line in file.read_bytes().splitlines()]
    _record(half_year, _at(2026, 8, 11))
    assert _names(half_year) == ["2026-03", "2026-04", "2026-05", "2026-06", "2026-08"]
    pruned = read_row(rows_of(half_year)[-2])
    assert pruned is not None
    assert pruned.log_event is LogEvent.PRUNED
    assert pruned.detail(Detail.BEGIN) == hash_of(lines[-1])
    assert pruned.detail(Detail.ROWS) == str(len(lines)) == "7"
    assert pruned.detail(Detail.FILES) == "audit-2026-01.jsonl - audit-2026-02.jsonl"
    assert json.loads((half_year / SEAL).read_bytes())["begin"] == hash_of(lines[-1])
    report = verify(half_year, KEY)
    assert (report.flaws, notices(report)) == ((), [Notice.PRUNED])


@pytest.mark.parametrize(
    ("now", "gone"),
    [
        (datetime(2026, 7, 10, 0, 0, 1, tzinfo=UTC), 0),
        (datetime(2026, 7, 10, 0, 0, 3, tzinfo=UTC), 1),
        (datetime(2026, 8, 31, tzinfo=UTC), 2),
        (datetime(2026, 12, 31, tzinfo=UTC), 6),
        (datetime(2030, 1, 1, tzinfo=UTC), 6),
    ],
)
def test_a_file_goes_when_its_last_row_is_older_than_six_months(
    half_year: Path, now: datetime, gone: int
) -> None:
    _record(half_year, now)
    assert len([name for name in _names(half_year) if name <= "2026-06"]) == 6 - gone
    assert flaws(half_year) == []


def test_the_months_are_set(half_year: Path) -> None:
    _record(half_year, _at(2026, 7), months=1)
    assert _names(half_year) == ["2026-06", "2026-07"]
    _record(half_year, _at(2026, 7, 12), months=1)
    assert _names(half_year) == ["2026-07"]
    assert flaws(half_year) == []


def test_nothing_is_deleted_while_a_month_goes_on(half_year: Path) -> None:
    clock = Clock(_at(2026, 6, 11))
    writer = log_in(half_year, clock=clock, months=5)
    writer.record(entry())
    clock.now = _at(2026, 6, 30)
    writer.record(entry())
    assert _names(half_year)[0] == "2026-02"
    assert len(_names(half_year)) == 5


def test_a_writer_that_stays_open_deletes_at_the_change_of_month(half_year: Path) -> None:
    clock = Clock(_at(2026, 6, 30))
    writer = log_in(half_year, clock=clock)
    writer.record(entry())
    assert len(_names(half_year)) == 6
    clock.now = _at(2026, 8, 11)
    writer.record(entry())
    assert _names(half_year) == ["2026-03", "2026-04", "2026-05", "2026-06", "2026-08"]
    assert flaws(half_year) == []


def test_the_log_goes_on_for_years(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.fsync", lambda _descriptor: None)
    clock = Clock()
    writer = log_in(tmp_path, clock=clock)
    for month in range(40):
        clock.now = _at(2026 + month // 12, month % 12 + 1)
        writer.record(entry(month % 7))
        report = verify(tmp_path, KEY)
        assert report.flaws == (), month
        assert len(files_of(tmp_path)) <= 8
    assert (
        notices(report).count(Notice.PRUNED) == 7
    )  # the rows that told of earlier deletions have gone as well


def test_a_file_removed_by_hand_is_found(half_year: Path) -> None:
    for file in files_of(half_year):
        content = file.read_bytes()
        file.unlink()
        expected = Flaw.BEGIN_MISSING if file.name == "audit-2026-01.jsonl" else Flaw.NOT_LINKED
        assert flaws(half_year)[0] is (Flaw.CUT_OFF if file.name == "audit-2026-06.jsonl" else expected)
        file.write_bytes(content)
    assert flaws(half_year) == []


def test_an_old_file_removed_by_hand_is_found_after_a_deletion_by_age_too(half_year: Path) -> None:
    _record(half_year, _at(2026, 8, 11))
    (half_year / "audit-2026-03.jsonl").unlink()
    assert flaws(half_year) == [Flaw.BEGIN_MISSING]


def test_deleted_rows_put_back_into_the_file_that_stayed_are_found(half_year: Path) -> None:
    deleted = files_of(half_year)[1].read_bytes()
    _record(half_year, _at(2026, 8, 11))
    file = files_of(half_year)[0]
    file.write_bytes(deleted + file.read_bytes())
    assert flaws(half_year) == [Flaw.BEGIN_MISSING]


def test_without_its_seal_a_log_begins_where_its_oldest_row_does(half_year: Path) -> None:
    _record(half_year, _at(2026, 8, 11))
    (half_year / SEAL).unlink()
    _record(half_year, _at(2026, 8, 12))
    assert flaws(half_year) == [Flaw.BREAK_RECORDED]


def test_only_the_oldest_files_go_so_that_the_chain_has_no_hole(tmp_path: Path) -> None:
    """Rows of a clock that ran ahead for a while, and then those of the right one."""
    _record(tmp_path, _at(2030, 1))
    ahead = files_of(tmp_path)[0]
    _record(tmp_path, _at(2026, 1))
    files_of(tmp_path)[0].rename(tmp_path / "audit-2025-12.jsonl")
    lines = (tmp_path / "audit-2025-12.jsonl").read_bytes().splitlines(keepends=True)
    (tmp_path / "audit-2025-12.jsonl").write_bytes(b"".join(lines[:2]))
    (tmp_path / "audit-2026-01.jsonl").write_bytes(b"".join(lines[2:]))
    assert expired(AuditFolder(tmp_path), ahead, _at(2026, 9), 6) is None
    assert expired(AuditFolder(tmp_path), ahead, _at(2031, 9), 6) is not None


def _unable(*_arguments: object) -> None:
    raise PermissionError("another program has it open")


def test_a_file_that_cannot_be_deleted_now_goes_at_the_next_start(
    half_year: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as held:
        held.setattr(AuditFolder, "remove", _unable)
        _record(half_year, _at(2026, 8, 11))
    assert _names(half_year)[0] == "2026-01"
    report = verify(half_year, KEY)
    assert (report.flaws, notices(report)) == ((), [Notice.PRUNED, Notice.DELETION_PENDING])
    _record(half_year, _at(2026, 8, 12))
    assert _names(half_year)[0] == "2026-03"
    report = verify(half_year, KEY)
    assert (report.flaws, notices(report)) == ((), [Notice.PRUNED])


def test_a_deletion_that_was_interrupted_halfway_is_finished(
    half_year: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    remove, removed = AuditFolder.remove, []

    def once(self: AuditFolder, file: Path) -> None:
        if removed:
            raise PermissionError("the power is gone")
        removed.append(file)
        remove(self, file)

    with monkeypatch.context() as interrupted:
        interrupted.setattr(AuditFolder, "remove", once)
        _record(half_year, _at(2026, 8, 11))
    assert _names(half_year)[0] == "2026-02"
    assert flaws(half_year) == []
    _record(half_year, _at(2026, 8, 12))
    assert _names(half_year)[0] == "2026-03"
    assert flaws(half_year) == []


def test_a_file_without_a_readable_row_goes_by_its_name(tmp_path: Path) -> None:
    tmp_path.joinpath("audit-2026-01.jsonl").write_bytes(b"ikke en linje\n")
    current = tmp_path / "audit-2026-09.jsonl"
    folder = AuditFolder(tmp_path)
    assert expired(folder, current, datetime(2026, 7, 31, tzinfo=UTC), 6) is None
    old = expired(folder, current, datetime(2026, 8, 2, tzinfo=UTC), 6)
    assert old is not None
    assert ([file.name for file in old.files], old.rows) == (["audit-2026-01.jsonl"], 1)


def test_short_months_are_no_longer_than_they_are(tmp_path: Path) -> None:
    _record(tmp_path, datetime(2026, 2, 28, 12, tzinfo=UTC))
    folder, current = AuditFolder(tmp_path), tmp_path / "audit-2026-08.jsonl"
    assert expired(folder, current, datetime(2026, 8, 28, 11, tzinfo=UTC), 6) is None
    assert expired(folder, current, datetime(2026, 8, 31, 13, tzinfo=UTC), 6) is not None


def test_the_current_file_is_never_deleted(tmp_path: Path) -> None:
    _record(tmp_path, _at(2026, 1))
    (file,) = files_of(tmp_path)
    assert expired(AuditFolder(tmp_path), file, _at(2030, 1), 6) is None
