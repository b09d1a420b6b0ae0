"""Which rows are older than they may be kept. They go by whole files, the oldest first."""

import calendar
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import takewhile
from pathlib import Path

from familieopslag.system.audit.folder import AuditFolder, lines_from_the_end
from familieopslag.system.audit.row import hash_of, read_row


@dataclass(frozen=True, slots=True)
class Expired:
    """Files to be deleted. `begin`: what the first row that stays has for `prev`. `rows`: lines in the files."""

    files: tuple[Path, ...]
    begin: str
    rows: int


def expired(folder: AuditFolder, current: Path, now: datetime, months: int) -> Expired | None:
    """What is to be deleted at `now` (UTC), or None. Never `current`, the file being written. Raises OSError."""
    limit = _months_before(now, months)
    files = tuple(takewhile(lambda file: file != current and _last_time(file) < limit, folder.files()))
    lines = (line for file in reversed(files) for line in lines_from_the_end(file))
    newest = next(lines, None)
    return None if newest is None else Expired(files, hash_of(newest.data), 1 + sum(1 for _line in lines))


def _last_time(file: Path) -> datetime:
    """Of the newest row in the file; without any that can be read, the end of its month."""
    for line in lines_from_the_end(file):
        row = read_row(line.data)
        if row is not None:
            return row.time
    year, month = int(file.stem[-7:-3]), int(file.stem[-2:])
    return _months_before(datetime(year, month, 1, tzinfo=UTC), -1)


def _months_before(moment: datetime, months: int) -> datetime:
    year, month = divmod(moment.year * 12 + moment.month - 1 - months, 12)
    day = min(moment.day, calendar.monthrange(year, month + 1)[1])
    return moment.replace(year=year, month=month + 1, day=day)
