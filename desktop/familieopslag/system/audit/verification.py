"""The two questions that a log can be asked: does it hold, and what does it say of somebody."""

from dataclasses import dataclass
from pathlib import Path

from familieopslag.domain.cpr import Cpr
from familieopslag.system.audit.check import Check
from familieopslag.system.audit.key import AuditKey
from familieopslag.system.audit.reading import snapshot
from familieopslag.system.audit.report import Report
from familieopslag.system.audit.row import Row


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A row about somebody, and where it is. `is_authentic` False: it was changed after it was written."""

    row: Row
    file: str
    line: int
    is_authentic: bool


@dataclass(frozen=True, slots=True)
class Search:
    """The rows about somebody, the oldest first, and the state of the log that they were found in."""

    rows: tuple[FoundRow, ...]
    report: Report


def verify(folder: Path, key: AuditKey | None) -> Report:
    """Whether the log in `folder` is whole. Without the key only the chain is followed. Raises OSError."""
    with snapshot(folder) as log:
        check = Check(key, log)
        for line in log.lines():
            check.add(line)
        return check.report()


def find(folder: Path, key: AuditKey, cpr: Cpr) -> Search:
    """The rows about `cpr` that were written under `key`; the report tells of rows under others. Raises OSError."""
    wanted = key.subject_hash(cpr)
    found = []
    with snapshot(folder) as log:
        check = Check(key, log)
        for line in log.lines():
            checked = check.add(line)
            if checked is not None and checked.row.cpr_hmac == wanted:
                found.append(FoundRow(checked.row, line.file, line.number, bool(checked.is_authentic)))
        return Search(tuple(found), check.report())
