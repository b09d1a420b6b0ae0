"""What a writer finds at the end of the log: where to go on, and whether it is as it was left.

Reads from the end, and in good order no further than the row that the seal names.
"""

from dataclasses import dataclass, field

from familieopslag.system.audit.folder import AuditFolder, Line
from familieopslag.system.audit.key import AuditKey
from familieopslag.system.audit.row import NOTHING_BEFORE, Row, hash_of, is_authentic, read_row
from familieopslag.system.audit.seal import LARGEST_LAG, Seal, read_seal

_LOOK_BACK = 64
"""Lines looked through for the one that the seal names; it never is that far."""


@dataclass(frozen=True, slots=True)
class Tail:
    """The end of the log.

    `newest`: the last line, whatever it is. `row_before`: hash of the last whole row, "" for none. `seq`: the highest
    number in use. `prev`: what the next row names. `begin`: what the first row names. `key_id`: of the key that the
    last row, or without rows the seal, is under; "" for nothing. `lag`: rows beyond the seal. `torn`: lines after
    the last row that are no rows. `troubles`: what cannot have come about by a program that was stopped.
    """

    newest: Line | None
    row_before: str
    seq: int
    prev: str
    begin: str
    key_id: str
    lag: int
    torn: int
    troubles: tuple[str, ...]

    @property
    def is_new(self) -> bool:
        """Whether the log has not begun yet."""
        return self.newest is None and not self.seq and not self.troubles


def survey(folder: AuditFolder, key: AuditKey) -> Tail:
    """The end of the log in `folder`. Raises OSError."""
    content = folder.seal()
    seal = None if content is None else read_seal(content, key)
    walk = _Walk(key)
    walk.back_to(seal, folder)
    troubles = list(walk.troubles)
    if content is None and walk.newest is not None:
        troubles.append("seglet manglede")
    elif content is not None and seal is None:
        troubles.append("seglet var ændret")
    row = walk.newest_row
    seq = max(row.seq if row is not None else 0, seal.seq if seal is not None else 0)
    sealed = seal.last if seal is not None else NOTHING_BEFORE
    found = seal.key_id if seal is not None else ""
    return Tail(
        newest=walk.newest,
        row_before=walk.row_before,
        seq=seq,
        prev=sealed if walk.newest is None else hash_of(walk.newest.data),
        begin=sealed if walk.newest is None else _begin(folder, seal),
        key_id=row.key_id if row is not None else found,
        lag=walk.lag,
        torn=walk.torn,
        troubles=tuple(troubles),
    )


@dataclass(slots=True)
class _Walk:
    """Goes from the newest line back to the one that the seal names, and looks at everything on the way."""

    key: AuditKey
    newest: Line | None = None
    newest_row: Row | None = None
    row_before: str = ""
    lag: int = 0
    torn: int = 0
    troubles: list[str] = field(default_factory=list)
    _expected: str = ""
    """Hash of the line that is due, by the row after it; "" when anything will do."""

    def back_to(self, seal: Seal | None, folder: AuditFolder) -> None:
        """Go; without a seal to the newest row only."""
        if not self._reaches(folder, seal) and seal is not None:
            number = self.newest_row.seq if self.newest_row is not None else 0
            self.troubles.append(f"seglets række {seal.seq} findes ikke, sidste række er {number}")
        if self.lag > LARGEST_LAG:
            self.troubles.append(f"seglet var {self.lag} rækker bagud")

    def _reaches(self, folder: AuditFolder, seal: Seal | None) -> bool:
        """Whether the line that the seal names is found."""
        for count, line in enumerate(folder.lines_from_the_end()):
            digest, row = hash_of(line.data), read_row(line.data)
            self.newest = self.newest or line
            if row is not None and self.newest_row is None:
                self.newest_row, self.row_before = row, digest
            if self._expected not in ("", digest):
                self._trouble("rækkerne efter seglet hænger ikke sammen")
            if seal is not None and digest == seal.last:
                self._judge_sealed(line, row, seal)
                return True
            if seal is None and self.newest_row is not None:
                return False
            if count == _LOOK_BACK or (row is not None and seal is not None and row.seq <= seal.seq):
                return False
            self._judge_unsealed(line, row)
        return seal is not None and seal.last == NOTHING_BEFORE and self._expected in ("", NOTHING_BEFORE)

    def _judge_sealed(self, line: Line, row: Row | None, seal: Seal) -> None:
        if not line.is_ended:
            self._trouble("sidste række var skåret af")
        if row is None or row.seq != seal.seq or row.key_id != seal.key_id:
            self._trouble("seglet passer ikke til sin række")

    def _judge_unsealed(self, line: Line, row: Row | None) -> None:
        if row is None:
            self._expected = ""
            self.torn += self.newest_row is None
            return
        self._expected = row.prev
        self.lag += 1
        if row.key_id == self.key.id and not is_authentic(line.data, self.key):
            self._trouble("en række efter seglet er ændret")

    def _trouble(self, words: str) -> None:
        if words not in self.troubles:
            self.troubles.append(words)


def _begin(folder: AuditFolder, seal: Seal | None) -> str:
    """From the seal or, when that is no more, as the oldest line tells it."""
    if seal is not None:
        return seal.begin
    with folder.files()[0].open("rb") as stream:
        row = read_row(stream.readline().removesuffix(b"\n"))
    return row.prev if row is not None else NOTHING_BEFORE
