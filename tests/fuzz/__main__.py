"""`python -m tests.fuzz`: spoil replies and see what the program makes of them. Exit code 1 when anything is wrong."""

import argparse
import secrets
import sys
import time

from tests.fuzz.run import spoil
from tests.fuzz.sources import all_replies


def main() -> int:
    """Spoil as many replies as asked for and print the tally."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--count", type=int, default=50_000, metavar="N")
    parser.add_argument("--seed", type=int, default=None, metavar="N", help="repeat a run")
    options = parser.parse_args()
    seed = secrets.randbits(32) if options.seed is None else options.seed
    started = time.monotonic()
    tally = spoil(all_replies(), options.count, seed)
    lines = [
        f"seed {seed} · {options.count} replies · {time.monotonic() - started:.0f} s",
        f"{tally.views} views, {tally.protected} of them with the person's flag in place",
        *(f"{count} x {code}" for code, count in sorted(tally.faults.items())),
        f"{len(tally.wrong)} wrong",
        *tally.wrong[:20],
    ]
    sys.stdout.write("\n".join(lines) + "\n")
    return 1 if tally.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
