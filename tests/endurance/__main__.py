"""`python -m tests.endurance [COUNT] [WARM_UP] [SEED]`: does the program stay as it is, lookup after lookup?

Exit code 1 when memory grows, anything is left over, or a failure is not one that was made to happen.
"""

import sys
import time
from collections.abc import Iterator

from tests.endurance.trial import GROWTH, SHARE, Figures, endure

_COUNT, _WARM_UP, _SEED = 10_000, 1_000, 20261125


def _lines(figures: Figures, seconds: float) -> Iterator[str]:
    warm, end, closed = (figures.at[when] for when in ("warm", "end", "closed"))
    kinds = len(set(figures.spoiled.values()))
    yield f"lookups                {figures.lookups} in {seconds:.0f} s"
    yield f"faults injected        {len(figures.spoiled)} of {kinds} kinds ({SHARE:.0%} of all requests)"
    yield f"lookups that failed    {figures.failures}"
    yield f"failures not explained {len(figures.unexplained)}"
    yield "memory (RSS, MiB)      " + ", ".join(f"{done}: {rss:.1f}" for done, rss in figures.curve)
    yield f"growth                 {figures.growth:+.1%} since lookup {warm['done']} (limit {GROWTH:.0%})"
    for name in ("threads", "descriptors"):
        counts = (len(told[name]) for told in (warm, end, closed))
        yield "{:<22} warm {}, end {}, closed {}".format(name, *counts)
    yield f"child processes        end {end['children']}, closed {closed['children']}"
    yield from figures.problems() or ["flat, and nothing is left over"]


def main() -> int:
    """Run, tell, judge."""
    given = [int(argument) for argument in sys.argv[1:]]
    count, warm_up, seed = (*given, *(_COUNT, _WARM_UP, _SEED)[len(given) :])
    started = time.monotonic()
    figures = endure(count, warm_up, seed=seed)
    sys.stdout.writelines(f"{line}\n" for line in _lines(figures, time.monotonic() - started))
    return 1 if figures.problems() else 0


if __name__ == "__main__":
    sys.exit(main())
