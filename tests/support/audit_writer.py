"""`audit_writer FOLDER KEY_FILE HOW [COUNT]`: a process that writes to an audit log, and can be stopped in between.

`rows`: COUNT rows, not synced: who writes them in which order is the point. `together`: the same, once it has said
that it is ready and has been told to begin. `half`: a row, of which it has written
one half when it says so and waits. `unsealed`: a row that is on disk, but whose seal is not, when it says so and
waits. `limit`: two rows; no file may grow beyond COUNT bytes. Says the names of the faults that it meets.
"""

import os
import sys
from pathlib import Path

from familieopslag.domain.faults import FamilieopslagError
from familieopslag.system.audit.context import Context
from familieopslag.system.audit.journal import AuditLog
from familieopslag.system.audit.key_store import KeyFile
from tests.support.audit import entry


def main(folder: str, key_file: str, how: str, count: str = "1") -> None:
    """See the module."""
    context = Context("exttest", user=f"proces {os.getpid()}", host="pc-17", session=str(os.getpid()))
    log = AuditLog(Path(folder), KeyFile(Path(key_file)), context)
    match how:
        case "rows" | "together":
            os.fsync = lambda fd: None  # noqa: ARG005 - named as the real one
            if how == "together":
                _wait("ready")
        case "half":
            _write_halves()
        case "unsealed":
            _never_replace()
        case "limit":
            import resource

            resource.setrlimit(resource.RLIMIT_FSIZE, (int(count), resource.RLIM_INFINITY))
            count = "2"
    for place in range(int(count)):
        try:
            log.record(entry(place % 7))
        except FamilieopslagError as error:
            _say(f"{error.fault.code} {error.detail}")
    _say("done")


def _write_halves() -> None:
    write = os.write

    def half(descriptor: int, data: bytes) -> int:
        written = write(descriptor, data[: len(data) // 2])
        _wait("half")
        return written

    os.write = half  # type: ignore[assignment]  # takes bytes alone


def _never_replace() -> None:
    replace = Path.replace

    def waiting(self: Path, target: Path) -> Path:
        # Not at the seal that is put there before the first row.
        if b'"seq":0,' not in self.read_bytes():
            _wait("unsealed")
        return replace(self, target)

    Path.replace = waiting  # type: ignore[assignment, method-assign]  # stands in for it


def _wait(word: str) -> None:
    _say(word)
    sys.stdin.readline()


def _say(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
