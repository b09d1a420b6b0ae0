"""Follows the chain from its first line to its last."""

from dataclasses import dataclass

from familieopslag.system.audit.key import AuditKey
from familieopslag.system.audit.reading import NumberedLine, Snapshot
from familieopslag.system.audit.report import Flaw, Notice, Remark, Report, Unproven
from familieopslag.system.audit.row import Detail, LogEvent, Row, hash_of, is_authentic, read_row
from familieopslag.system.audit.seal_check import SealCheck

_RESUMING = (LogEvent.RESUMED, LogEvent.BROKEN)
_CHANGING_KEY = (LogEvent.KEY_CHANGED, *_RESUMING)


@dataclass(frozen=True, slots=True)
class CheckedRow:
    """A row in its line, the hash of the line, and whether it is as it was written (None: nobody can tell)."""

    row: Row
    digest: str
    is_authentic: bool | None


class Check:
    """Is given every line in order with `add`, and then makes the report."""

    def __init__(self, key: AuditKey | None, snapshot: Snapshot) -> None:
        self._key = key
        self._snapshot = snapshot
        self._seal = SealCheck.against(snapshot.seal, key)
        self._remarks: list[Remark] = []
        self._unproven: list[Unproven] = []
        self._rows = self._proven = 0
        self._first: Row | None = None
        self._row: CheckedRow | None = None
        self._line: NumberedLine | None = None
        self._digest = ""
        self._no_rows: list[NumberedLine] = []

    def add(self, line: NumberedLine) -> CheckedRow | None:
        """Take the next line; returns the row in it, or None when it is no row."""
        if self._line is not None and not self._line.is_ended:
            self._remark(Flaw.LINE_END_MISSING, self._line)
        digest, row = hash_of(line.data), read_row(line.data)
        checked = None
        if row is None:
            self._no_rows.append(line)
        else:
            checked = CheckedRow(row, digest, self._prove(row, line))
            self._follow(row, line)
            self._count(row, line)
            self._look_for_another_key(row, line)
            self._tell(row, line)
            self._seal.add(row, digest, line)
            self._first, self._row = self._first or row, checked
        self._line, self._digest = line, digest
        return checked

    def report(self) -> Report:
        """What has been found, when every line has been given."""
        self._end()
        remarks = [
            *self._remarks,
            *self._seal.remarks(),
            *(Remark(Flaw.FILE_UNREADABLE, name) for name in self._snapshot.unreadable),
        ]
        return Report(
            files=len(self._snapshot.streams) + len(self._snapshot.unreadable),
            rows=self._rows,
            first_time=self._first.time if self._first is not None else None,
            last_time=self._row.row.time if self._row is not None else None,
            seal=self._seal.seal,
            key_id=self._key.id if self._key is not None else "",
            proven=self._proven,
            unproven=tuple(self._unproven),
            flaws=tuple(remark for remark in remarks if isinstance(remark.kind, Flaw)),
            notices=tuple(remark for remark in remarks if isinstance(remark.kind, Notice)),
        )

    def _prove(self, row: Row, line: NumberedLine) -> bool | None:
        self._rows += 1
        if self._key is None or row.key_id != self._key.id:
            self._add_unproven(row)
            return None
        if is_authentic(line.data, self._key):
            self._proven += 1
            return True
        self._remark(Flaw.ROW_CHANGED, line)
        return False

    def _add_unproven(self, row: Row) -> None:
        goes_on = self._row is not None and self._row.row.key_id == row.key_id
        if goes_on and self._unproven:
            self._unproven[-1] = self._unproven[-1].with_row(row.seq, row.time)
        else:
            self._unproven.append(Unproven(row.key_id, row.seq, row.seq, row.time, row.time, 1))

    def _follow(self, row: Row, line: NumberedLine) -> None:
        """Whether the row names what is before it; lines that are no rows are in order where a row tells of them."""
        if self._line is None:
            return
        names_line = row.prev == self._digest
        if self._no_rows:
            self._settle_lines_without_row(are_torn=names_line and self._are_told_of(row))
        elif not names_line and self._row is not None and self._row.is_authentic is not False:
            self._remark(Flaw.NOT_LINKED, line)

    def _are_told_of(self, row: Row) -> bool:
        """Whether `row` tells of exactly these lines, and of what was before them."""
        before = self._row.digest if self._row is not None else ""
        told = (row.detail(Detail.TORN), row.detail(Detail.ROW_BEFORE))
        return row.log_event in _RESUMING and told == (str(len(self._no_rows)), before)

    def _settle_lines_without_row(self, *, are_torn: bool) -> None:
        for line in self._no_rows:
            self._remark(Notice.TORN if are_torn else Flaw.NOT_A_ROW, line)
        self._no_rows.clear()

    def _count(self, row: Row, line: NumberedLine) -> None:
        before = self._row.row.seq if self._row is not None else row.seq - 1
        if row.seq == before + 1 or row.log_event is LogEvent.BROKEN:
            return
        is_gap = row.seq > before
        first, last = (str(before + 1), str(row.seq - 1)) if is_gap else ("", "")
        self._remark(Flaw.NUMBERS_MISSING, line, first=first, last=last)

    def _look_for_another_key(self, row: Row, line: NumberedLine) -> None:
        before = self._row.row.key_id if self._row is not None else row.key_id
        if row.key_id == before:
            return
        if row.log_event in _CHANGING_KEY and row.detail(Detail.KEY_BEFORE) == before:
            how = row.detail(Detail.KEY)
            self._remark(Notice.KEY_CHANGED, line, before=before, key=row.key_id, how=how)
        else:
            self._remark(Flaw.KEY_UNANNOUNCED, line, key=row.key_id)

    def _tell(self, row: Row, line: NumberedLine) -> None:
        match row.log_event:
            case LogEvent.BROKEN:
                self._remark(Flaw.BREAK_RECORDED, line, found="; ".join(row.all_details(Detail.FOUND)))
            case LogEvent.RESUMED:
                self._remark(Notice.RESUMED, line)
            case LogEvent.PRUNED:
                rows, files = row.detail(Detail.ROWS), row.detail(Detail.FILES)
                self._remark(Notice.PRUNED, line, rows=rows, files=files)

    def _end(self) -> None:
        """What is open at the end: a line that the program was stopped in, or that somebody has cut."""
        if self._no_rows:
            self._settle_lines_without_row(are_torn=self._seal.is_met)
        elif self._line is not None and not self._line.is_ended:
            is_cut = self._seal.names(self._digest)
            self._remark(Flaw.LINE_END_MISSING if is_cut else Notice.TORN, self._line)

    def _remark(self, kind: Flaw | Notice, line: NumberedLine, **values: str) -> None:
        self._remarks.append(Remark(kind, line.file, line.number, values))
