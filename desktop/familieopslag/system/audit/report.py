"""What a check of the log has found."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import Enum, auto

from familieopslag.system.audit.seal import Seal


class Flaw(Enum):
    """What cannot have come about by a program that was stopped."""

    ROW_CHANGED = auto()
    NOT_A_ROW = auto()
    NOT_LINKED = auto()
    """The row does not name the line before it: that one was changed, or lines were removed, added or moved."""
    NUMBERS_MISSING = auto()
    """`first`, `last`: rows that were written and are not there. Empty when numbers go backwards."""
    LINE_END_MISSING = auto()
    KEY_UNANNOUNCED = auto()
    """`key`: rows under another key begin without a row that says so."""
    BREAK_RECORDED = auto()
    """`found`: what a writer found and put on record."""
    BEGIN_MISSING = auto()
    """The oldest rows are not there, and no row says that they were deleted."""
    SEAL_MISSING = auto()
    SEAL_CHANGED = auto()
    SEAL_BEHIND = auto()
    """`rows` beyond the seal: it is an old one."""
    CUT_OFF = auto()
    """`sealed`, `last`: numbers of the row that the seal names, which is not there, and of the last one that is."""
    FILE_UNREADABLE = auto()


class Notice(Enum):
    """What a reader should know and nobody did on purpose."""

    TORN = auto()
    """The program was stopped in the middle of a row."""
    RESUMED = auto()
    BEYOND_SEAL = auto()
    """`rows` that were written just before the program was stopped; nothing tells if there were more."""
    KEY_CHANGED = auto()
    """`before`, `key`, and `how` in words."""
    PRUNED = auto()
    """`rows`, `files` deleted by age."""
    DELETION_PENDING = auto()
    """Rows that should have been deleted by age are still there."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A flaw or a notice. `line` counts from 1; 0 is the file, and `file` "" the log, as a whole."""

    kind: Flaw | Notice
    file: str = ""
    line: int = 0
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Unproven:
    """Rows in a row under a key that was not at hand: that they fit together is all that can be said of them."""

    key_id: str
    first_seq: int
    last_seq: int
    first_time: datetime
    last_time: datetime
    rows: int

    def with_row(self, seq: int, time: datetime) -> "Unproven":
        """One row longer."""
        return replace(self, last_seq=seq, last_time=time, rows=self.rows + 1)


@dataclass(frozen=True, slots=True)
class Report:
    """The state of a log. `proven`: rows that were written with the key `key_id` ("" for none) and not changed."""

    files: int
    rows: int
    first_time: datetime | None
    last_time: datetime | None
    seal: Seal | None
    key_id: str
    proven: int
    unproven: tuple[Unproven, ...]
    flaws: tuple[Remark, ...]
    notices: tuple[Remark, ...]
