"""The seal (segl): how far the log goes, in a file beside it, so that rows cut off its end are missed."""

from dataclasses import dataclass

from familieopslag.system.audit.key import AuditKey, Use
from familieopslag.system.audit.row import NOTHING_BEFORE
from familieopslag.system.audit.stamp import is_stamped_by, read_stamped, stamped

VERSION = 1
LARGEST_LAG = 8
"""Rows that may be beyond the seal. One record writes three at most, and only its seal can be lost; the rest is for
disks that lose more than that in a power failure. An old seal put back beside cut-off rows is further behind."""


@dataclass(frozen=True, slots=True)
class Seal:
    """`seq` and `last`: number and hash of the last row. `begin`: what the first row has for `prev`."""

    seq: int
    last: str
    begin: str
    key_id: str


def before_the_first_row(key: AuditKey) -> Seal:
    """The seal of a log that is about to begin."""
    return Seal(0, NOTHING_BEFORE, NOTHING_BEFORE, key.id)


def write_seal(seal: Seal, key: AuditKey) -> bytes:
    """The seal as the bytes of its file."""
    values = {"v": VERSION, "seq": seal.seq, "last": seal.last, "begin": seal.begin, "key_id": seal.key_id}
    return stamped(values, key, Use.SEAL) + b"\n"


def read_seal(content: bytes, key: AuditKey | None) -> Seal | None:
    """The seal in a file, or None when it is none or was changed. Under another key than `key` nobody can tell."""
    line, end = content[:-1], content[-1:]
    values = read_stamped(line) if end == b"\n" else None
    if values is None or values.pop("v", None) != VERSION:
        return None
    seq = values.pop("seq", None)
    if type(seq) is not int or set(values) != {"last", "begin", "key_id"}:
        return None
    if not all(isinstance(text, str) for text in values.values()):
        return None
    seal = Seal(seq=seq, **values)
    if key is not None and seal.key_id == key.id and not is_stamped_by(key, Use.SEAL, line):
        return None
    return seal
