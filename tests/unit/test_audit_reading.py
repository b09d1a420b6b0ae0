"""The log is read as it is at one moment, and nobody is kept from writing meanwhile."""

from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from familieopslag.system.audit.folder import AuditFolder
from familieopslag.system.audit.reading import snapshot
from familieopslag.system.audit.verification import verify
from tests.support.audit import KEY, Clock, entry, files_of, log_in, rows_of


def test_what_is_written_later_is_not_read(tmp_path: Path) -> None:
    log = log_in(tmp_path)
    log.record(entry())
    with snapshot(tmp_path) as before:
        log.record(entry(1))
        lines = list(before.lines())
    assert [line.data for line in lines] == rows_of(tmp_path)[:2]
    assert [(line.number, line.is_ended) for line in lines] == [(1, True), (2, True)]


def test_a_line_that_is_ended_later_is_read_as_it_was(tmp_path: Path) -> None:
    log = log_in(tmp_path)
    log.record(entry())
    with files_of(tmp_path)[0].open("ab") as stream:
        stream.write(b'{"v":1')
    with snapshot(tmp_path) as before:
        log.record(entry(1))
        lines = list(before.lines())
    assert [(line.number, line.is_ended) for line in lines] == [(1, True), (2, True), (3, False)]
    assert lines[-1].data == b'{"v":1'


def test_a_file_that_is_deleted_meanwhile_is_read_to_its_end(tmp_path: Path) -> None:
    log_in(tmp_path).record(entry())
    lines = rows_of(tmp_path)
    with snapshot(tmp_path) as before:
        files_of(tmp_path)[0].unlink()
        assert [line.data for line in before.lines()] == lines


def test_files_and_seal_are_opened_under_the_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bool] = []
    locked = AuditFolder.locked

    def asking(self: AuditFolder) -> AbstractContextManager[None]:
        asked.append(self.has_lock)
        return locked(self)

    monkeypatch.setattr(AuditFolder, "locked", asking)
    assert verify(tmp_path / "none", KEY).rows == 0
    assert asked == []
    log_in(tmp_path, clock=Clock()).record(entry())
    asked.clear()
    assert verify(tmp_path, KEY).proven == 2
    assert asked == [True]


def test_a_copy_whose_lock_cannot_be_had_is_read_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log_in(tmp_path).record(entry())

    def read_only(_self: AuditFolder) -> AbstractContextManager[None]:
        raise PermissionError("read-only")

    monkeypatch.setattr(AuditFolder, "locked", read_only)
    report = verify(tmp_path, KEY)
    assert (report.proven, report.flaws) == (2, ())
