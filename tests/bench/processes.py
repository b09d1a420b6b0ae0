"""What is measured in processes of its own: the start, the memory, and how long the window stops listening."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from familieopslag.system.secrets import PASSPHRASE_VARIABLE
from tests.bench.figures import Figure, paired
from tests.bench.large_family import SIZES, mother_of, write_families
from tests.bench.service import Service, running_service

START_LIMIT = 1.3
GAP_LIMIT_MS = 50.0
_PATIENCE = 120.0
_NETWORK_MS = 20
"""How long a page at least takes on its way; without it, this computer would be busy with the service meanwhile."""
_BARE = ("tests.bench.bare_window",)


class _Start(NamedTuple):
    """Seconds from the start of a process, and its peak memory (MiB; 0: unknown) at the first paint."""

    painted: float
    listening: float
    peak: float


def starts(service: Service, *, pairs: int) -> list[Figure]:
    """From the start of a process to its first painted window: ours, typeable, beside a bare QMainWindow.

    Typeable: what is typed from then on is not lost. When it appears is the second figure: after the first paint
    the program loads what a lookup needs.
    """
    ours = ("tests.bench.our_window", str(service.profile))
    for program in (ours, _BARE):
        _started(program, service)  # bytecode and page cache are warm for both
    measured = [(_started(ours, service), _started(_BARE, service)) for _ in range(pairs)]

    def sides(part: str) -> list[tuple[float, float]]:
        return [(getattr(mine, part), getattr(theirs, part)) for mine, theirs in measured]

    figures = [
        paired("start to first painted, typeable window", "s", sides("painted"), limit=START_LIMIT),
        paired("start to a window that has loaded everything", "s", sides("listening")),
    ]
    if all(mine.peak and theirs.peak for mine, theirs in measured):
        figures.append(paired("peak memory at first paint", "MiB", sides("peak")))
    return figures


def gaps(service: Service, *, count: int) -> list[Figure]:
    """The longest time that the event loop of the real window stood still while `count` people were looked up."""
    told = json.loads(_run(("tests.bench.gap_window", str(service.profile), str(count)), service))
    bare = _started(_BARE, service)
    figures = [
        Figure(
            f"longest gap over {count} lookups",
            "ms",
            told["lookups_ms"],
            limit=GAP_LIMIT_MS,
            note=f"99 % of {told['turns']} turns under {told['usual_ms']:.1f} ms; {told['persons']} persons in turn; "
            f"a lookup {told['lookup_ms']:.1f} ms to the screen",
        ),
        Figure(
            "longest gap after the first paint",
            "ms",
            told["warm_up_ms"],
            note=f"the window and its worker load what a lookup needs; the next longest {told['next_ms']:.1f} ms",
        ),
        Figure(
            "longest gap of the same window at rest", "ms", told["rest_ms"], note="this computer's own noise"
        ),
    ]
    if told["peak_mib"] and bare.peak:
        figures.append(
            Figure(
                f"peak memory after {count} lookups",
                "MiB",
                told["peak_mib"],
                bare.peak,
                note="beside the bare window at its first paint",
            )
        )
    return figures


def gaps_of_a_large_family(*, count: int) -> list[Figure]:
    """The longest time that the window stood still while the largest family came `count` times and was scrolled."""
    size = SIZES[-1]
    with tempfile.TemporaryDirectory() as folder:
        write_families(Path(folder))
        with running_service(Path(folder), delay_ms=_NETWORK_MS) as service:
            program = ("tests.bench.large_window", str(service.profile), mother_of(size), str(count))
            told = json.loads(_run(program, service))
    arriving, scrolling = told["arriving_ms"], told["scrolling_ms"]
    return [
        Figure(
            f"longest gap while a family of {size} comes",
            "ms",
            max(arriving),
            limit=GAP_LIMIT_MS,
            note=f"{count} times, each over {size // 20 + 1} pages; the median of them {median(arriving):.1f} ms; "
            f"the window's own work in one gap {max(told['working_ms']):.1f} ms",
        ),
        Figure(
            f"longest gap while a family of {size} is scrolled",
            "ms",
            max(scrolling),
            limit=GAP_LIMIT_MS,
            note=f"to the end and back {count} times; the median of them {median(scrolling):.1f} ms; "
            f"at rest {told['rest_ms'][0]:.1f} ms",
        ),
    ]


def _started(program: Sequence[str], service: Service) -> _Start:
    begun = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-m", *program],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # Qt's offscreen platform has much to say about itself
        encoding="utf-8",
        env=_environment(service),
    ) as process:
        assert process.stdout is not None
        peak = float(process.stdout.readline())
        painted = time.perf_counter() - begun
        process.stdout.readline()
        listening = time.perf_counter() - begun
        process.wait(_PATIENCE)
    return _Start(painted, listening, peak)


def _run(program: Sequence[str], service: Service) -> str:
    done = subprocess.run(
        [sys.executable, "-m", *program],
        capture_output=True,
        encoding="utf-8",
        env=_environment(service),
        timeout=_PATIENCE,
        check=False,
    )
    if done.returncode != 0:
        raise RuntimeError(f"{program[0]} ended with {done.returncode}: {done.stderr}")
    return done.stdout


def _environment(service: Service) -> dict[str, str]:
    """As where the program is installed: with its bytecode beside it, whatever this shell says about that."""
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**inherited, PASSPHRASE_VARIABLE: service.passphrase}
