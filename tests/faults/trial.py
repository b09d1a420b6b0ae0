"""One fault, tried on the window and on the command line, and everything that is not as it has to be."""

import re
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from familieopslag.domain.faults import ExitCode
from familieopslag.testservice.faults.kinds import InjectedFault
from tests.faults.desk import Desk, Seen
from tests.faults.expectations import Expectation
from tests.faults.stage import Stage
from tests.faults.terminal import CommandLine, Printed
from tests.faults.words import foreign_words_in, id_in, personal_data_in
from tests.support.personal_data import PersonalData
from tests.support.persons import PERSON, PERSON_NAME

MARGIN = 1.0
"""Seconds that a fault may take to be told beyond the time-out that it is about."""
SHOWN = "vist"
_CODE = re.compile(r"FO-\d{3}")
_PLACE = re.compile(r"\\\{\w+\\\}")


@dataclass
class Verdict:
    """A row of the table; right when `problems` is empty. `seconds`: until the window said something."""

    name: str
    said: str = ""
    code: str = ""
    exit_code: int = -1
    seconds: float = 0.0
    problems: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Trial:
    """The means: a service to do wrong, a window on it, a command line, and what counts as personal data."""

    stage: Stage
    desk: Desk
    command_line: CommandLine
    known: PersonalData
    margin: float = MARGIN
    start_seconds: float = 0.0
    """What the command line may take to start."""

    def of(self, fault: InjectedFault, expected: Expectation) -> Verdict:
        """Try `fault`; afterwards the same window and the command line look somebody up in peace."""
        verdict = Verdict(fault.name)
        with self.stage.wrong(fault) as ids:
            seen = self.desk.look_up(expected.number)
        self._judge_window(verdict, expected, seen, ids)
        verdict.problems += _not_at_ease("window", PERSON_NAME in self.desk.look_up(PERSON).everything)
        with self.stage.wrong(fault) as ids:
            started = time.monotonic()
            printed = self.command_line(self.stage.profile, expected.number)
            seconds = time.monotonic() - started - self.start_seconds
        self._judge_command_line(verdict, expected, printed, ids)
        verdict.problems += self._too_late("command line", expected, seconds)
        after = self.command_line(self.stage.profile, PERSON)
        verdict.problems += _not_at_ease("command line", after.exit_code == ExitCode.OK and not after.err)
        if expected.fault is None and not expected.notice:
            same = _shown(printed) == _shown(after)
            verdict.problems += [] if same else ["command line: not what it shows in peace"]
        return verdict

    def _judge_window(self, verdict: Verdict, expected: Expectation, seen: Seen, ids: Sequence[str]) -> None:
        said = "\n".join(seen.failure)
        verdict.seconds = seen.seconds
        verdict.problems += self._too_late("window", expected, seen.seconds)
        code = _CODE.search(said)
        verdict.code = code[0] if code else SHOWN
        verdict.said = seen.failure[1].replace("\n", " ") if seen.failure else SHOWN
        if expected.fault is None:
            if expected.notice:
                verdict.said = f"{SHOWN}, {expected.notice}"
            shown = (not seen.failure and PERSON_NAME in seen.everything) or expected.number != PERSON
            verdict.problems += [] if shown else ["window: the person is not shown"]
            verdict.problems += [] if expected.notice in seen.everything else ["window: no notice"]
            return
        verdict.problems += _unlike_the_catalogue(expected, said)
        verdict.problems += [] if expected.detail in said else ["window: another detail"]
        verdict.problems += _wrong_id("window", said, ids)
        # The number that was typed stays in its field.
        typed = f"{expected.number[:6]}-{expected.number[6:]}"
        verdict.problems += self._unfit("window", said, seen.everything.replace(typed, ""))

    def _judge_command_line(
        self, verdict: Verdict, expected: Expectation, printed: Printed, ids: Sequence[str]
    ) -> None:
        verdict.exit_code = printed.exit_code
        wanted = ExitCode.OK if expected.fault is None else expected.fault.exit_code
        if printed.exit_code != wanted:
            verdict.problems.append(f"command line: exit code {printed.exit_code} instead of {int(wanted)}")
        if expected.fault is None:
            calls = printed.data.get("origin", {}).get("correlation_ids")
            verdict.problems += [] if calls == list(ids) else ["command line: other ids than those sent"]
            verdict.problems += self._unfit("standard error", printed.err, printed.err)
            return
        error = printed.data.get("error", {})
        said = "\n".join(str(value) for value in error.values())
        verdict.problems += [] if error.get("code") == expected.fault.code else ["command line: another code"]
        verdict.problems += _unlike_the_catalogue(expected, printed.err)
        verdict.problems += _wrong_id("command line", said, ids)
        verdict.problems += _wrong_id("standard error", printed.err, ids)
        verdict.problems += self._unfit("command line", said, printed.out + printed.err)

    def _unfit(self, where: str, said: str, everything: str) -> list[str]:
        words = foreign_words_in(said)
        kinds = personal_data_in(everything, self.known)
        return [f"{where}: says {word!r}" for word in words] + [f"{where}: holds a {kind}" for kind in kinds]

    def _too_late(self, where: str, expected: Expectation, seconds: float) -> list[str]:
        allowed = self.stage.time_outs.of(expected.limit) + self.margin
        return [f"{where}: {seconds:.1f} s instead of {allowed:.1f}"] if seconds > allowed else []


def _shown(printed: Printed) -> object:
    """All but when and under which id, and everything once: what comes twice is shown twice."""
    return _once({key: value for key, value in printed.data.items() if key != "origin"})


def _once(data: object) -> object:
    match data:
        case dict():
            return {key: _once(value) for key, value in data.items()}
        case list():
            return [_once(item) for place, item in enumerate(data) if item not in data[:place]]
        case _:
            return data


def _unlike_the_catalogue(expected: Expectation, said: str) -> list[str]:
    """Title, text and what to do, word for word, with something in each place."""
    assert expected.fault is not None
    fault = expected.fault
    missing = [
        part
        for part in (fault.code, fault.title, fault.text, fault.action)
        if not re.search(_PLACE.sub(r"\\S[^{}]*", re.escape(part)), said)
    ]
    return [f"does not say: {part}" for part in missing]


def _wrong_id(where: str, said: str, ids: Sequence[str]) -> list[str]:
    """An id that is told, and the call's own where a call was made."""
    told = id_in(said)
    if not told:
        return [f"{where}: not one id"]
    return [f"{where}: another id than the call's"] if ids and told not in ids else []


def _not_at_ease(where: str, went_well: bool) -> list[str]:  # noqa: FBT001
    return [] if went_well else [f"{where}: the next lookup failed"]
