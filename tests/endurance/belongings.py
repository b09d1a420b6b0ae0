"""What this process holds: memory, threads, open descriptors, children. From /proc, so on Linux only."""

import os
from dataclasses import dataclass
from pathlib import Path

_SELF = Path("/proc/self")


@dataclass(frozen=True)
class Belongings:
    """`rss` in MiB. `threads` by name; `descriptors`: what each leads to."""

    rss: float
    threads: tuple[str, ...]
    descriptors: tuple[str, ...]
    children: int


def belongings() -> Belongings:
    """At this moment."""
    return Belongings(_rss_mib(), _threads(), _descriptors(), _children())


def _rss_mib() -> float:
    line = next(line for line in (_SELF / "status").read_text().splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1]) / 1024


def _threads() -> tuple[str, ...]:
    return tuple(sorted((task / "comm").read_text().strip() for task in (_SELF / "task").iterdir()))


def _descriptors() -> tuple[str, ...]:
    found = []
    for entry in (_SELF / "fd").iterdir():
        try:
            target = str(entry.readlink())
        except FileNotFoundError:
            continue  # the one that the folder was listed with
        found.append(target.partition(":")[0] if target.startswith(("socket:", "pipe:")) else target)
    return tuple(sorted(target for target in found if not target.startswith("/proc/")))


def _children() -> int:
    return len((_SELF / "task" / str(os.getpid()) / "children").read_text().split())
