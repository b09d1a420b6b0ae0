"""One row of the log: its members, how it is written, and how it names the row before it."""

import hashlib
from dataclasses import dataclass, field, fields
from datetime import UTC, datetime
from enum import Enum
from typing import Any

from familieopslag.system.audit.key import AuditKey, Use
from familieopslag.system.audit.stamp import is_stamped_by, read_stamped, stamped

VERSION = 1
NOTHING_BEFORE = "0" * 64
"""What the first row ever has for the hash of the row before it."""


class LogEvent(Enum):
    """What the log tells of itself; the value is the word in the row. The others are domain.accountability's."""

    BEGUN = "logstart"
    RESUMED = "log genoptaget"
    """The program had been stopped in the middle of a row, or before it could be sealed."""
    KEY_CHANGED = "nøgleskift"
    PRUNED = "log slettet"
    """Rows older than they may be kept are about to be deleted."""
    BROKEN = "logbrud"
    """What was found did not fit the seal: somebody else has been at the files."""


class Detail:
    """Names of what a LogEvent row tells, as `name=value`."""

    KEY_BEFORE = "nøgle før"
    KEY = "nøgle"
    """Whether it was made for this row, in words."""
    ROW_BEFORE = "række før"
    """The hash of the last whole row before lines that are none."""
    TORN = "afbrudte linjer"
    LAG = "rækker efter seglet"
    BEGIN = "begynder efter"
    ROWS = "rækker"
    FILES = "filer"
    FOUND = "fundet"


@dataclass(frozen=True, slots=True)
class Row:
    """The members of a row, named as in the file.

    `seq`: numbered from 1, never used twice. `time`: UTC. `cpr_hmac`: AuditKey.subject_hash, or "". `key_id`: of
    the key that it was written under. `prev`: `hash_of` the line before.
    """

    seq: int
    time: datetime
    user: str
    host: str
    session: str
    environment: str
    event: str
    cpr_hmac: str = field(repr=False)
    protection: str
    purpose: str
    case_number: str
    correlation_id: str
    result: str
    details: tuple[str, ...]
    program: str
    key_id: str
    prev: str

    @property
    def log_event(self) -> LogEvent | None:
        """What the row tells of the log itself, or None for one about what somebody did."""
        return next((event for event in LogEvent if event.value == self.event), None)

    def all_details(self, name: str) -> tuple[str, ...]:
        """The values of every `name=value` among the details."""
        return tuple(item.partition("=")[2] for item in self.details if item.startswith(f"{name}="))

    def detail(self, name: str) -> str:
        """The first of them, or ""."""
        return next(iter(self.all_details(name)), "")


_NAMES = {member.name: None for member in fields(Row)}
"""In the order in which they are written."""


def hash_of(line: bytes) -> str:
    """SHA-256 over a line's bytes without its end, in hexadecimal: what the next row calls `prev`."""
    return hashlib.sha256(line).hexdigest()


def write_row(row: Row, key: AuditKey) -> bytes:
    """The row as a line without its end."""
    values: dict[str, object] = {"v": VERSION, **{name: getattr(row, name) for name in _NAMES}}
    values["time"] = row.time.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return stamped(values, key, Use.ROW)


def read_row(line: bytes) -> Row | None:
    """The row in a line, authentic or not; None for a line that is no whole row."""
    values = read_stamped(line)
    if values is None or values.pop("v", None) != VERSION or set(values) != _NAMES.keys():
        return None
    seq, time, details = values.pop("seq"), _time(values.pop("time")), values.pop("details")
    if time is None or type(seq) is not int or not isinstance(details, list):
        return None
    if not all(isinstance(text, str) for text in (*values.values(), *details)):
        return None
    return Row(seq=seq, time=time, details=tuple(details), **values)


def is_authentic(line: bytes, key: AuditKey) -> bool:
    """Whether the row in `line` was written with `key` and has not been changed since."""
    return is_stamped_by(key, Use.ROW, line)


def _time(text: Any) -> datetime | None:  # noqa: ANN401 - of JSON
    try:
        time = datetime.fromisoformat(text)
    except (TypeError, ValueError):
        return None
    return time if time.utcoffset() is not None else None
