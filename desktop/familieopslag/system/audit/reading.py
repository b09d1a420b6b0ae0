"""The log as it is at one moment, while others go on writing."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from io import BufferedReader
from pathlib import Path

from familieopslag.system.audit.folder import AuditFolder


@dataclass(frozen=True, slots=True)
class NumberedLine:
    """A line without its end; `number` counts from 1 in each file. `is_ended` False: the file stops in it."""

    file: str
    number: int
    data: bytes = field(repr=False)
    is_ended: bool


@dataclass(frozen=True, slots=True)
class Snapshot:
    """`seal`: the bytes of the seal's file, None for none. `unreadable`: names of files that cannot be opened."""

    seal: bytes | None
    streams: tuple[tuple[str, BufferedReader, int], ...]
    unreadable: tuple[str, ...]

    def lines(self) -> Iterator[NumberedLine]:
        """Every line, the oldest first. Raises OSError."""
        for name, stream, size in self.streams:
            left = size
            for number, line in enumerate(stream, start=1):
                data = line[:left]
                left -= len(data)
                if data:
                    yield NumberedLine(name, number, data.removesuffix(b"\n"), data.endswith(b"\n"))
                if not left:
                    break


@contextmanager
def snapshot(folder: Path) -> Iterator[Snapshot]:
    """The files, opened; what is written from now on is not in it. A folder that is not there is an empty log.

    Raises OSError. Where the lock cannot be had (a copy on a read-only disk), nobody is assumed to write.
    """
    log = AuditFolder(folder)
    with ExitStack() as opened:
        with ExitStack() as lock:
            if log.has_lock:
                with suppress(OSError):
                    lock.enter_context(log.locked())
            seal = log.seal()
            streams, unreadable = [], []
            for file in log.files():
                try:
                    stream = opened.enter_context(file.open("rb"))
                except OSError:
                    unreadable.append(file.name)
                else:
                    streams.append((file.name, stream, file.stat().st_size))
        yield Snapshot(seal, tuple(streams), tuple(unreadable))
