"""A run of the program against a service that spoils some of its replies, and the judgement of both."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from familieopslag.system.secrets import PASSPHRASE_VARIABLE
from tests.faults.expectations import EXPECTED

SHARE = 0.05
TIME_OUTS = "connect_timeout = 3\nread_timeout = 3\n"
GROWTH = 0.05
"""Of the memory after the warm-up: what may come and go with the size of the last replies, and no more."""


@dataclass
class Figures:
    """Belongings (tests.endurance.belongings as JSON gives them) by the moment; the rest counted in lookups."""

    lookups: int = 0
    spoiled: Mapping[str, str] = field(default_factory=dict)
    failures: int = 0
    unexplained: list[str] = field(default_factory=list)
    curve: list[tuple[int, float]] = field(default_factory=list)
    at: dict[str, dict[str, Any]] = field(default_factory=dict)
    exit_code: int = -1
    said: str = ""
    left_files: list[str] = field(default_factory=list)

    @property
    def growth(self) -> float:
        """Memory at the end against after the warm-up; 0.05 is five per cent more."""
        return float(self.at["end"]["rss"]) / float(self.at["warm"]["rss"]) - 1

    def problems(self) -> list[str]:
        """What is not as it has to be."""
        warm, end, closed = (self.at[when] for when in ("warm", "end", "closed"))
        found = [f"not explained: {what}" for what in self.unexplained]
        if self.growth > GROWTH:
            found.append(f"memory grew by {self.growth:.1%}")
        # The connection of the last call may have been cut by a fault, or not: one socket more or less.
        found += [
            f"{name}: {warm[name]} became {end[name]}"
            for name, slack in (("threads", 0), ("descriptors", 1))
            if len(end[name]) > len(warm[name]) + slack
        ]
        if end["children"] or closed["children"]:
            found.append("a child process is left over")
        # Qt's own for drawing; they end by themselves when they have had nothing to do for half a minute.
        threads = [name for name in closed["threads"] if name != "Thread (pooled)"]
        if len(threads) > 1:
            found.append(f"threads left over: {threads}")
        left = [name for name in closed["descriptors"] if _is_left_over(name)]
        if left:
            found.append(f"descriptors left over: {left}")
        if self.exit_code != 0 or "Traceback" in self.said:
            found.append(f"ended with {self.exit_code}: {self.said[-500:]}")
        return found + [f"file left over: {name}" for name in self.left_files]


def endure(count: int, warm_up: int, *, seed: int, quick: bool = False) -> Figures:
    """Look `count` people up, measured first after `warm_up`. `quick`: without faults that wait for a time-out."""
    figures = Figures(lookups=count)
    with _service(seed, quick=quick) as (ready, spoiled):
        profile = Path(ready["profile"])
        _shorten_time_outs(profile)
        figures.spoiled = spoiled
        environment = {
            "QT_QPA_PLATFORM": "offscreen",
            **os.environ,
            PASSPHRASE_VARIABLE: ready["passphrase"],
            "XDG_RUNTIME_DIR": str(profile),
        }
        with subprocess.Popen(
            [sys.executable, "-m", "tests.endurance.run", str(profile), str(count), str(warm_up)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            env=environment,
        ) as running:
            said: list[str] = []
            reader = threading.Thread(target=lambda: said.extend(running.stderr or ()))
            reader.start()
            outcomes = list(_outcomes(running, figures))
            reader.join()
        figures.exit_code = running.returncode
        figures.said = "".join(line for line in said if "familieopslag.worker.lookup_runner" not in line)
        figures.left_files = sorted(file.name for file in (profile / "logs").glob("nedbrud-*"))
    _judge(outcomes, figures)
    return figures


def _outcomes(running: "subprocess.Popen[str]", figures: Figures) -> Iterator[dict[str, Any]]:
    assert running.stdout is not None
    for line in running.stdout:
        told = json.loads(line)
        if "when" not in told:
            yield told
            continue
        figures.curve.append((told["done"], told["rss"]))
        figures.at.setdefault(told["when"], told)


def _judge(outcomes: list[dict[str, Any]], figures: Figures) -> None:
    """Each spoiled request has to fail as it is expected to, and nothing else may fail."""
    if len(outcomes) != figures.lookups:
        figures.unexplained.append(f"{len(outcomes)} outcomes")
    for told in outcomes:
        if "failed" in told:
            figures.failures += 1
            name = figures.spoiled.get(told["failed"], "")
            fault = EXPECTED[name].fault if name else None
            if fault is None or fault.code != told["code"]:
                figures.unexplained.append(f"{told['code']} for {name or 'a reply as usual'}")
            continue
        first, *more = told["ids"]
        name = figures.spoiled.get(first, "")
        if name and EXPECTED[name].fault is not None:
            figures.unexplained.append(f"shown in spite of {name}")
        if told["extent"] != "whole" and not any(other in figures.spoiled for other in more):
            figures.unexplained.append(f"{told['extent']} although nothing was spoiled")


@contextmanager
def _service(seed: int, *, quick: bool) -> Iterator[tuple[dict[str, str], dict[str, str]]]:
    """What it says of itself, and the spoiled calls so far: id and fault."""
    options = ["--quick"] if quick else []
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.endurance.service", str(SHARE), str(seed), *options],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    assert process.stdin is not None
    assert process.stdout is not None
    ready = json.loads(process.stdout.readline())
    spoiled: dict[str, str] = {}

    def read() -> None:
        for line in process.stdout or ():
            told = json.loads(line)
            spoiled[told["id"]] = told["fault"]

    reader = threading.Thread(target=read)
    reader.start()
    try:
        yield ready, spoiled
    finally:
        process.stdin.close()
        process.wait(30)
        reader.join()
        process.stdout.close()


def _shorten_time_outs(profile: Path) -> None:
    settings = profile / "settings.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("[service]\n", f"[service]\n{TIME_OUTS}"), encoding="utf-8")


def _is_left_over(target: str) -> bool:
    """Qt's own, the standard streams and the lock that goes with the process are not."""
    if target.startswith(("anon_inode:", "/dev/", "/memfd:", "pipe")):
        return False
    return not target.endswith(".lock")
