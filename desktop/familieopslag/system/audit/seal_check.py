"""Compares the rows of a log with its seal, while they are read."""

from dataclasses import dataclass

from familieopslag.system.audit.key import AuditKey
from familieopslag.system.audit.reading import NumberedLine
from familieopslag.system.audit.report import Flaw, Notice, Remark
from familieopslag.system.audit.row import NOTHING_BEFORE, Row
from familieopslag.system.audit.seal import LARGEST_LAG, Seal, read_seal


@dataclass(slots=True)
class SealCheck:
    """`seal` None: there is none (`is_missing`), or it was changed. `is_met`: its row has been read."""

    seal: Seal | None
    is_missing: bool
    is_met: bool
    _fits: bool = True
    _beyond: int = 0
    _first: str | None = None
    _first_file: str = ""
    _begins: bool = False
    _last: int = 0

    @classmethod
    def against(cls, content: bytes | None, key: AuditKey | None) -> "SealCheck":
        """With the content of the seal's file, or None when there is no such file."""
        seal = None if content is None else read_seal(content, key)
        return cls(seal, content is None, is_met=seal is not None and seal.last == NOTHING_BEFORE)

    def add(self, row: Row, digest: str, line: NumberedLine) -> None:
        """The next row, and the hash of its line."""
        if self._first is None:
            self._first, self._first_file = row.prev, line.file
        self._last = row.seq
        if self.seal is None:
            return
        self._begins = self._begins or (line.number == 1 and row.prev == self.seal.begin)
        if self.names(digest):
            self.is_met, self._beyond = True, 0
            self._fits = row.seq == self.seal.seq and row.key_id == self.seal.key_id
        elif self.is_met:
            self._beyond += 1

    def names(self, digest: str) -> bool:
        """Whether that is the line which the seal says is the last."""
        return self.seal is not None and digest == self.seal.last

    def remarks(self) -> list[Remark]:
        """What is to be said, when every row has been read."""
        if self.is_missing:
            return [Remark(Flaw.SEAL_MISSING)] if self._first is not None else []
        if self.seal is None or not self._fits:
            return [Remark(Flaw.SEAL_CHANGED)]
        return [*self._of_begin(self.seal), *self._of_end(self.seal)]

    def _of_begin(self, seal: Seal) -> list[Remark]:
        if self._first in (None, seal.begin):
            return []
        # A writer tells that rows are too old before it deletes them, and may be stopped in between.
        return [Remark(Notice.DELETION_PENDING if self._begins else Flaw.BEGIN_MISSING, self._first_file)]

    def _of_end(self, seal: Seal) -> list[Remark]:
        if not self.is_met:
            return [Remark(Flaw.CUT_OFF, values={"sealed": str(seal.seq), "last": str(self._last)})]
        if self._beyond:
            kind = Flaw.SEAL_BEHIND if self._beyond > LARGEST_LAG else Notice.BEYOND_SEAL
            return [Remark(kind, values={"rows": str(self._beyond)})]
        return []
