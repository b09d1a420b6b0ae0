"""What becomes of a log whose key is asked for, refused, lost, or another one."""

from pathlib import Path

import pytest

from familieopslag.domain import faults
from familieopslag.domain.faults import FamilieopslagError, Fault
from familieopslag.system.audit.key import AuditKey
from familieopslag.system.audit.report import Notice
from familieopslag.system.audit.row import Detail, LogEvent, read_row
from familieopslag.system.audit.verification import find, verify
from tests.support.audit import KEY, OTHER_KEY, HeldKey, entry, flaws, log_in, person, rows_of


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


def test_a_key_is_new_once(tmp_path: Path) -> None:
    one = log_in(tmp_path, keys=HeldKey(None))
    one.record(entry())
    log_in(tmp_path, keys=HeldKey(OTHER_KEY)).record(entry())
    one.record(entry())
    rows = [row for line in rows_of(tmp_path) if (row := read_row(line)) is not None]
    assert [row.detail(Detail.KEY) for row in rows if row.log_event is not None] == [
        "ny",
        *["fandtes i forvejen"] * 2,
    ]


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
