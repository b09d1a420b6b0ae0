"""`python -m tests.bench`: what the program costs, beside what its parts cost alone.

Both sides of every ratio are measured in turns within this one run, so that whatever else the computer is doing
hits both. Read the ratios; the seconds are this computer's. Nothing fails here: a figure over its limit says so.
"""

import argparse
import os
import platform
import sys
from collections.abc import Callable

import PySide6

from tests.bench import growth, lookups, processes
from tests.bench.figures import Figure
from tests.bench.service import running_service


def main() -> int:
    """Measure everything and print one line for each figure. Returns 0."""
    options = _parser().parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _say(
        f"Python {platform.python_version()} · PySide6 {PySide6.__version__} · {sys.platform} · "
        f"{os.environ['QT_QPA_PLATFORM']} · {os.cpu_count()} CPUs · load {_load()}\n"
    )
    _say(Figure.heading())
    with running_service() as service:
        measurements: tuple[Callable[[], list[Figure]], ...] = (
            lambda: processes.starts(service, pairs=options.starts),
            lambda: lookups.warm_lookups(service, pairs=options.lookups),
            lambda: lookups.records(service, pairs=options.lookups),
            lambda: lookups.views(rounds=options.rounds),
            lambda: growth.reading(rounds=options.rounds),
            lambda: processes.gaps(service, count=options.gap_lookups),
            lambda: processes.gaps_of_a_large_family(count=options.large_lookups),
        )
        for measure in measurements:
            for figure in measure():
                _say(figure.line())
    _say(f"\nload at the end {_load()}")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--starts", type=int, default=15, metavar="N", help="pairs of fresh processes")
    parser.add_argument("--lookups", type=int, default=400, metavar="N", help="pairs of warm lookups")
    parser.add_argument("--rounds", type=int, default=9, metavar="N", help="times each reply is read")
    parser.add_argument("--gap-lookups", type=int, default=200, metavar="N", help="lookups in the window")
    parser.add_argument(
        "--large-lookups", type=int, default=5, metavar="N", help="lookups of a family of 1,000 in the window"
    )
    return parser


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _load() -> str:
    return f"{os.getloadavg()[0]:.2f}" if hasattr(os, "getloadavg") else "unknown"


if __name__ == "__main__":
    sys.exit(main())
