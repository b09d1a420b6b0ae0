"""What a row holds, how it is chained and stamped, and what never gets into one."""

import hashlib
import hmac
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from familieopslag.domain import faults
from familieopslag.domain.accountability import AuditEntry, AuditEvent
from familieopslag.domain.errand import Errand, Purpose
from familieopslag.domain.faults import FamilieopslagError
from familieopslag.system.audit.context import this_process
from familieopslag.system.audit.key import AuditKey, Use
from familieopslag.system.audit.row import NOTHING_BEFORE, hash_of, is_authentic, read_row
from tests.support.audit import CALL_ID, CONTEXT, KEY, OTHER_KEY, entry, files_of, log_in, person, rows_of
from tests.support.personal_data import PersonalData


def _recorded(folder: Path, *entries: AuditEntry) -> list[bytes]:
    log = log_in(folder)
    for item in entries:
        log.record(item)
    return rows_of(folder)


def test_a_row_tells_who_did_what_when_where_and_why(tmp_path: Path) -> None:
    _begun, line = _recorded(tmp_path, entry(protection="beskyttet"))
    assert json.loads(line) == {
        "v": 1,
        "seq": 2,
        "time": "2026-11-23T08:00:01.000Z",
        "user": "KOMMUNE\\abc",
        "host": "pc-17",
        "session": "s1",
        "environment": "exttest",
        "event": "opslag",
        "cpr_hmac": hmac.digest(KEY.secret, person().digits.encode(), "sha256").hex(),
        "protection": "beskyttet",
        "purpose": "HJEMMEHJÆLP",
        "case_number": "2026-4711",
        "correlation_id": CALL_ID,
        "result": "sendes",
        "details": ["indtastet", "side 1"],
        "program": "1.2.3",
        "key_id": KEY.id,
        "prev": hashlib.sha256(_begun).hexdigest(),
        "mac": json.loads(line)["mac"],
    }
    assert "HJEMMEHJÆLP".encode() in line


def test_the_first_row_says_that_the_log_begins(tmp_path: Path) -> None:
    row = read_row(_recorded(tmp_path, entry())[0])
    assert row is not None
    assert (row.seq, row.event, row.prev, row.cpr_hmac) == (1, "logstart", NOTHING_BEFORE, "")


def test_a_row_about_nobody_has_no_hash(tmp_path: Path) -> None:
    row = read_row(_recorded(tmp_path, AuditEntry(AuditEvent.CLEARED))[-1])
    assert row is not None
    assert (row.event, row.cpr_hmac, row.purpose, row.details) == ("ryd", "", "", ())


def test_each_row_names_the_one_before_and_has_the_next_number(tmp_path: Path) -> None:
    lines = _recorded(tmp_path, *(entry(place) for place in range(5)))
    rows = [read_row(line) for line in lines]
    assert [row.seq for row in rows if row] == [1, 2, 3, 4, 5, 6]
    assert [row.prev for row in rows[1:] if row] == [hash_of(line) for line in lines[:-1]]


def test_a_row_is_authentic_under_its_key_only_and_unchanged_only(tmp_path: Path) -> None:
    line = _recorded(tmp_path, entry())[-1]
    assert is_authentic(line, KEY)
    assert not is_authentic(line, OTHER_KEY)
    assert not any(
        is_authentic(line[:at] + bytes([line[at] ^ 1]) + line[at + 1 :], KEY) for at in range(len(line))
    )


@pytest.mark.parametrize(
    "change",
    [
        lambda line: line[:-1],
        lambda line: line[1:],
        lambda _line: b"",
        lambda _line: b"[]",
        lambda line: line.replace(b'"v":1', b'"v":2'),
        lambda line: line.replace(b'"seq":2', b'"seq":"2"'),
        lambda line: line.replace(b'"seq":2', b'"seq":true'),
        lambda line: line.replace(b'"seq":2', b'"seq":' + b"9" * 5000),
        lambda line: line.replace(b"2026-11-23T", b"i dag "),
        lambda line: line.replace(b"08:00:01.000Z", b"08:00:01.000"),
        lambda line: line.replace(b'["indtastet","side 1"]', b"[1]"),
        lambda line: line.replace(b'["indtastet","side 1"]', b"{}"),
        lambda line: line.replace(b'["indtastet","side 1"]', b"[" * 20000 + b"]" * 20000),
        lambda line: line.replace(b'"user"', b'"bruger"'),
        lambda line: line.replace(b'"pc-17"', b"17"),
        lambda line: line.replace(b"pc-17", b"\xff"),
    ],
)
def test_anything_else_is_no_row(tmp_path: Path, change: Callable[[bytes], bytes]) -> None:
    line = _recorded(tmp_path, entry())[-1]
    changed = change(line)
    assert changed != line
    assert read_row(changed) is None


def test_a_name_that_is_not_utf_8_can_be_written(tmp_path: Path) -> None:
    log = log_in(tmp_path)
    log._context = replace(CONTEXT, user="b\udce6r")
    log.record(entry())
    row = read_row(rows_of(tmp_path)[-1])
    assert row is not None
    assert row.user == "b\udce6r"


def test_the_key_and_its_uses_are_apart() -> None:
    stamps = {KEY.mac(use, b"x") for use in Use} | {hmac.digest(KEY.secret, b"x", "sha256").hex()}
    assert len(stamps) == 3
    assert KEY.id != OTHER_KEY.id
    assert len(KEY.id) == 16
    assert KEY.secret.hex() not in repr(KEY)
    assert str(KEY.secret) not in repr(KEY)


@pytest.mark.parametrize("secret", [b"", b"x" * 31, b"x" * 33])
def test_a_key_has_32_bytes(secret: bytes) -> None:
    with pytest.raises(ValueError, match="not a key"):
        AuditKey(secret)


NUMBER = person(1)


@pytest.mark.parametrize(
    "unfit",
    [
        entry(errand=Errand(None, NUMBER.digits)),
        entry(errand=Errand(None, f"sag {NUMBER.formatted}")),
        entry(errand=Errand(None, "x" * 61)),
        entry(errand=Errand(Purpose(NUMBER.digits, "x"), "")),
        entry(result=NUMBER.formatted),
        entry(protection=NUMBER.digits),
        entry(details=("side 1", f"til {NUMBER.digits[:6]} {NUMBER.digits[6:]}")),
        entry(correlation_id=NUMBER.digits),
    ],
)
def test_what_looks_like_a_number_is_not_written_at_all(tmp_path: Path, unfit: AuditEntry) -> None:
    log = log_in(tmp_path / "log")
    log.record(entry())
    before = rows_of(tmp_path / "log")
    with pytest.raises(FamilieopslagError) as caught:
        log.record(unfit)
    error = caught.value
    assert error.fault is faults.AUDIT_UNWRITABLE
    assert (error.__cause__, error.__context__) == (None, None)
    assert NUMBER.digits not in f"{error}{error.detail}{dict(error.values)}"
    assert rows_of(tmp_path / "log") == before


def test_an_id_whose_digits_look_like_a_number_is_an_id(tmp_path: Path) -> None:
    digits = NUMBER.digits
    call_id = f"abcdefab-{digits[:4]}-{digits[4:8]}-{digits[8:]}ab-abcdefabcdef"
    log = log_in(tmp_path)
    log.record(entry(correlation_id=call_id))
    assert call_id.encode() in rows_of(tmp_path)[-1]


def test_no_file_holds_a_number_or_the_key(tmp_path: Path, personal_data: PersonalData) -> None:
    log = log_in(tmp_path)
    for place in range(4):
        for event in AuditEvent:
            log.record(entry(place, event))
    for file in tmp_path.iterdir():
        content = file.read_bytes()
        assert not personal_data.kinds_in(content.decode())
        assert KEY.secret not in content
        assert KEY.secret.hex().encode() not in content
    assert len(files_of(tmp_path)) == 1


def test_this_process_knows_who_and_where() -> None:
    context = this_process("prod")
    assert (context.environment, bool(context.user), bool(context.host)) == ("prod", True, True)
    assert this_process("prod").session == context.session
    assert len(context.session) == 16
