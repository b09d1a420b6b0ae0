"""Whoever changes the log without its key is found out, and no later row covers it up."""

import json
import random
import secrets
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from familieopslag.system.audit.folder import AuditFolder
from familieopslag.system.audit.key import AuditKey
from familieopslag.system.audit.report import Flaw, Notice
from familieopslag.system.audit.row import Detail, LogEvent, hash_of, read_row
from familieopslag.system.audit.seal import Seal, write_seal
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
)

SEAL = "audit-seal.json"
MUTATIONS = 1000
Files = dict[str, bytes]


@pytest.fixture(autouse=True)
def no_sync(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing here is about the disk."""
    monkeypatch.setattr("os.fsync", lambda _descriptor: None)


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """Three months, with an interruption and a deletion in them."""
    clock = Clock()
    for month in (3, 9, 10, 11):
        clock.now = datetime(2026, month, 2, tzinfo=UTC)
        writer = log_in(tmp_path, clock=clock)
        for place in range(6):
            writer.record(entry(place))
        if month == 10:
            with files_of(tmp_path)[-1].open("ab") as stream:
                stream.write(b'{"v":1,"seq":')
    report = verify(tmp_path, KEY)
    assert (report.files, report.flaws) == (3, ())
    assert notices(report) == [Notice.PRUNED, Notice.TORN, Notice.RESUMED]
    return tmp_path


def _content(log: Path) -> Files:
    return {file.name: file.read_bytes() for file in log.iterdir() if file.name != "audit.lock"}


def _put(log: Path, files: Files) -> None:
    """Make `files` the content of the log; only what differs is written, and anew: ext4 waits at an overwriting."""
    before = _content(log)
    for name in before.keys() | files.keys():
        if before.get(name) != files.get(name):
            (log / name).unlink(missing_ok=True)
            if name in files:
                (log / name).write_bytes(files[name])


def _with_lines(files: Files, change: Callable[[list[tuple[str, bytes]]], None]) -> Files:
    """`files` after `change` of all lines of rows with their file's name, in order."""
    lines = [
        (name, line + b"\n")
        for name in sorted(files)
        if name != SEAL
        for line in files[name].removesuffix(b"\n").split(b"\n")
    ]
    change(lines)
    changed = {name: b"".join(line for owner, line in lines if owner == name) for name in files}
    return {**changed, SEAL: files[SEAL]}


def _change_byte(files: Files, chance: random.Random) -> Files:
    name = chance.choice(sorted(files))
    at = chance.randrange(len(files[name]))
    byte = (files[name][at] + chance.randrange(1, 256)) % 256
    return {**files, name: files[name][:at] + bytes([byte]) + files[name][at + 1 :]}


def _delete_row(files: Files, chance: random.Random) -> Files:
    return _with_lines(files, lambda lines: lines.pop(chance.randrange(len(lines))) and None)


def _swap_pair(files: Files, chance: random.Random) -> Files:
    def swap(lines: list[tuple[str, bytes]]) -> None:
        one, other = chance.sample(range(len(lines)), 2)
        (name, line), (other_name, other_line) = lines[one], lines[other]
        lines[one], lines[other] = (name, other_line), (other_name, line)

    return _with_lines(files, swap)


def _repeat_row(files: Files, chance: random.Random) -> Files:
    return _with_lines(files, lambda lines: lines.insert(chance.randrange(len(lines)), chance.choice(lines)))


def _cut_bytes(files: Files, chance: random.Random) -> Files:
    name = sorted(files)[chance.randrange(len(files) - 1)]
    return {**files, name: files[name][: -chance.randrange(1, len(files[name]))]}


def _cut_rows(files: Files, chance: random.Random) -> Files:
    count = chance.randrange(1, 10)
    return _with_lines(files, lambda lines: lines.__delitem__(slice(len(lines) - count, None)))


def _delete_file(files: Files, chance: random.Random) -> Files:
    name = chance.choice(sorted(files))
    return {other: content for other, content in files.items() if other != name}


WAYS = (_change_byte, _delete_row, _swap_pair, _repeat_row, _cut_bytes, _cut_rows, _delete_file)


def _mutations(files: Files, count: int) -> Iterator[tuple[str, Files]]:
    seed = secrets.randbits(32)
    print(f"seed {seed}")  # noqa: T201 - shown when the test fails
    chance = random.Random(seed)  # noqa: S311 - for a test
    for number in range(count):
        way = WAYS[number % len(WAYS)]
        yield f"{way.__name__}, number {number} of seed {seed}", way(files, chance)


def test_a_thousand_random_changes_are_all_found(log: Path) -> None:
    files = _content(log)
    for name, changed in _mutations(files, MUTATIONS):
        assert changed != files, name
        _put(log, changed)
        assert flaws(log), name
    _put(log, files)
    assert flaws(log) == []


def test_changes_of_rows_are_found_without_the_key_as_well(log: Path) -> None:
    files = _content(log)
    for name, changed in _mutations(files, MUTATIONS // 5):
        if changed.get(SEAL) == files[SEAL]:
            _put(log, changed)
            assert flaws(log, None), name


def test_no_row_that_is_written_afterwards_covers_a_change_up(log: Path) -> None:
    files, clock = _content(log), Clock(datetime(2026, 11, 3, tzinfo=UTC))
    for name, changed in _mutations(files, MUTATIONS // 5):
        _put(log, changed)
        writer = log_in(log, clock=clock)
        writer.record(entry(1))
        writer.record(entry(2))
        assert flaws(log), name
        last = read_row(rows_of(log)[-1])
        assert last is not None
        assert last.event == "opslag"


def _broken_row(log: Path) -> "dict[str, str]":
    rows = [row for line in rows_of(log) if (row := read_row(line)) is not None]
    (broken,) = [row for row in rows if row.log_event is LogEvent.BROKEN]
    return {"found": "; ".join(broken.all_details(Detail.FOUND)), "seq": str(broken.seq)}


@pytest.fixture
def short(tmp_path: Path) -> Path:
    """Rows 1 to 6 in one file."""
    writer = log_in(tmp_path / "short")
    for place in range(5):
        writer.record(entry(place))
    return tmp_path / "short"


def _goes_on(log: Path) -> None:
    log_in(log).record(entry())


def test_rows_cut_off_the_end_are_counted(short: Path) -> None:
    file = files_of(short)[0]
    file.write_bytes(b"\n".join([*rows_of(short)[:4], b""]))
    report = verify(short, KEY)
    assert [(flaw.kind, flaw.values) for flaw in report.flaws] == [
        (Flaw.CUT_OFF, {"sealed": "6", "last": "4"})
    ]
    _goes_on(short)
    assert _broken_row(short) == {"found": "seglets række 6 findes ikke, sidste række er 4", "seq": "7"}
    assert flaws(short) == [Flaw.BREAK_RECORDED]
    assert verify(short, KEY).flaws[0].line == 5


def test_a_seal_that_is_gone_is_found_and_recorded(short: Path) -> None:
    (short / SEAL).unlink()
    assert flaws(short) == [Flaw.SEAL_MISSING]
    _goes_on(short)
    assert _broken_row(short) == {"found": "seglet manglede", "seq": "7"}
    assert flaws(short) == [Flaw.BREAK_RECORDED]


def test_a_seal_made_without_the_key_is_found_and_recorded(short: Path) -> None:
    file = files_of(short)[0]
    file.write_bytes(b"\n".join([*rows_of(short)[:3], b""]))
    seal = json.loads((short / SEAL).read_bytes())
    seal |= {"seq": 3, "last": hash_of(rows_of(short)[2])}
    (short / SEAL).write_text(json.dumps(seal, separators=(",", ":")) + "\n")
    assert flaws(short) == [Flaw.SEAL_CHANGED]
    _goes_on(short)
    assert _broken_row(short) == {"found": "seglet var ændret", "seq": "4"}
    assert flaws(short) == [Flaw.BREAK_RECORDED]


def test_an_old_seal_beside_cut_off_rows_is_found_when_it_is_far_behind(tmp_path: Path) -> None:
    writer = log_in(tmp_path)
    writer.record(entry())
    old = (tmp_path / SEAL).read_bytes()
    for place in range(15):
        writer.record(entry(place))
    files_of(tmp_path)[0].write_bytes(b"\n".join([*rows_of(tmp_path)[:-3], b""]))
    (tmp_path / SEAL).write_bytes(old)
    assert flaws(tmp_path) == [Flaw.SEAL_BEHIND]
    _goes_on(tmp_path)
    assert _broken_row(tmp_path)["found"] == "seglet var 12 rækker bagud"
    assert flaws(tmp_path) == [Flaw.BREAK_RECORDED]


def test_cut_off_rows_are_not_mistaken_for_an_old_seal(tmp_path: Path) -> None:
    writer = log_in(tmp_path)
    for place in range(20):
        writer.record(entry(place))
    files_of(tmp_path)[0].write_bytes(b"\n".join([*rows_of(tmp_path)[:-1], b""]))
    _goes_on(tmp_path)
    assert _broken_row(tmp_path)["found"] == "seglets række 21 findes ikke, sidste række er 20"


def test_a_row_taken_from_among_those_beyond_the_seal_is_found_and_recorded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer = log_in(tmp_path)
    writer.record(entry())
    with monkeypatch.context() as unsealed:
        unsealed.setattr(AuditFolder, "replace_seal", lambda *_arguments: None)
        for place in range(2):
            writer.record(entry(place))
    lines = rows_of(tmp_path)
    files_of(tmp_path)[0].write_bytes(b"\n".join([*lines[:3], *lines[4:], b""]))
    assert flaws(tmp_path) == [Flaw.NOT_LINKED, Flaw.NUMBERS_MISSING]
    _goes_on(tmp_path)
    assert _broken_row(tmp_path)["found"] == "rækkerne efter seglet hænger ikke sammen"


def test_the_end_of_a_line_cut_off_an_older_file_is_found(log: Path) -> None:
    file = files_of(log)[0]
    file.write_bytes(file.read_bytes()[:-1])
    assert flaws(log) == [Flaw.LINE_END_MISSING]


@pytest.mark.parametrize("end", [b"", b" ", b"\n\n"])
def test_a_seal_with_another_end_was_changed(short: Path, end: bytes) -> None:
    (short / SEAL).write_bytes((short / SEAL).read_bytes()[:-1] + end)
    assert flaws(short) == [Flaw.SEAL_CHANGED]


def test_all_rows_gone_is_found_and_recorded(short: Path) -> None:
    files_of(short)[0].unlink()
    assert flaws(short) == [Flaw.CUT_OFF]
    _goes_on(short)
    assert _broken_row(short) == {"found": "seglets række 6 findes ikke, sidste række er 0", "seq": "7"}
    assert flaws(short) == [Flaw.BREAK_RECORDED]


def test_a_row_added_beyond_the_seal_without_the_key_is_found_and_recorded(short: Path) -> None:
    before, last = rows_of(short)[-2:]
    forged = last.replace(b'"seq":6', b'"seq":7').replace(hash_of(before).encode(), hash_of(last).encode())
    with files_of(short)[0].open("ab") as stream:
        stream.write(forged + b"\n")
    assert flaws(short) == [Flaw.ROW_CHANGED]
    _goes_on(short)
    assert _broken_row(short) == {"found": "en række efter seglet er ændret", "seq": "8"}
    assert flaws(short) == [Flaw.ROW_CHANGED, Flaw.BREAK_RECORDED]


def test_the_seal_of_another_row_is_found_and_recorded(short: Path) -> None:
    """Made with the key, which only a fault of the program itself could do."""
    first = rows_of(short)[0]
    (short / SEAL).write_bytes(write_seal(Seal(6, hash_of(rows_of(short)[-1]), "0" * 63 + "1", KEY.id), KEY))
    assert flaws(short) == [Flaw.BEGIN_MISSING]
    (short / SEAL).write_bytes(write_seal(Seal(5, hash_of(rows_of(short)[-1]), "0" * 64, KEY.id), KEY))
    assert flaws(short) == [Flaw.SEAL_CHANGED]
    _goes_on(short)
    assert _broken_row(short)["found"] == "seglet passer ikke til sin række"
    assert rows_of(short)[0] == first


def _rewritten(log: Path, key: AuditKey) -> None:
    """The same events under another key from the first row on, with a seal: what somebody without ours can do."""
    count = len(rows_of(log))
    for file in log.iterdir():
        file.unlink()
    writer = log_in(log, keys=HeldKey(key))
    for place in range(count - 1):
        writer.record(entry(place + 1))


def test_a_log_written_anew_under_another_key_proves_nothing(short: Path) -> None:
    _rewritten(short, OTHER_KEY)
    report = verify(short, KEY)
    assert (report.proven, report.flaws) == (0, ())
    assert [(span.key_id, span.rows) for span in report.unproven] == [(OTHER_KEY.id, 6)]
    _goes_on(short)
    report = verify(short, KEY)
    assert (report.proven, report.rows) == (2, 8)
    assert [(notice.kind, notice.values) for notice in report.notices] == [
        (
            Notice.KEY_CHANGED,
            {"before": OTHER_KEY.id, "key": KEY.id, "how": "fandtes i forvejen"},
        )
    ]


def test_rows_of_another_key_among_ours_are_found(short: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    for place in range(6):
        log_in(other, keys=HeldKey(OTHER_KEY)).record(entry(place))
    lines = rows_of(short)
    files_of(short)[0].write_bytes(b"\n".join([*lines[:3], rows_of(other)[3], *lines[4:], b""]))
    assert Flaw.KEY_UNANNOUNCED in flaws(short)
    assert Flaw.KEY_UNANNOUNCED in flaws(short, None)


def test_a_file_that_cannot_be_opened_is_a_flaw(short: Path) -> None:
    (short / "audit-2026-12.jsonl").mkdir()
    assert flaws(short) == [Flaw.FILE_UNREADABLE]


def test_lines_from_elsewhere_at_the_end_are_told(short: Path) -> None:
    with files_of(short)[0].open("ab") as stream:
        stream.write(b"hej\n\nhej igen")
    assert notices(verify(short, KEY)) == [Notice.TORN] * 3
    _goes_on(short)
    assert flaws(short) == []
    (short / SEAL).unlink()
    with files_of(short)[0].open("ab") as stream:
        stream.write(b"hej\n")
    assert flaws(short) == [Flaw.NOT_A_ROW, Flaw.SEAL_MISSING]


def test_numbers_that_go_backwards_are_found(short: Path, tmp_path: Path) -> None:
    """Rows put together from two logs of the same key: each is authentic, together they are not."""
    other = tmp_path / "other"
    for place in range(6):
        log_in(other).record(entry(place))
    files_of(short)[0].write_bytes(b"\n".join([*rows_of(short)[:4], *rows_of(other)[2:4], b""]))
    found = verify(short, KEY).flaws
    assert [flaw.kind for flaw in found] == [Flaw.NOT_LINKED, Flaw.NUMBERS_MISSING, Flaw.CUT_OFF]
    assert found[1].values == {"first": "", "last": ""}


def test_without_the_key_nothing_is_proven(short: Path) -> None:
    report = verify(short, None)
    assert (report.rows, report.proven, report.key_id, report.flaws) == (6, 0, "", ())
    assert [(span.key_id, span.first_seq, span.last_seq, span.rows) for span in report.unproven] == [
        (KEY.id, 1, 6, 6)
    ]


def test_a_folder_without_a_log_is_an_empty_log(tmp_path: Path) -> None:
    report = verify(tmp_path / "none", KEY)
    assert (report.rows, report.files, report.flaws, report.first_time) == (0, 0, (), None)
    assert not (tmp_path / "none").exists()
