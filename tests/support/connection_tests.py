"""Connection tests that a test holds in its hand: a gate before each step, and results made up."""

import threading
from collections.abc import Callable
from datetime import date

from familieopslag.domain import faults
from familieopslag.domain.connection_test import (
    ConnectionReport,
    Fact,
    Facts,
    Outcome,
    Step,
    StepResult,
)
from familieopslag.domain.faults import Fault, FaultReport
from familieopslag.domain.ports import LookupRequest
from tests.support.lookups import PATIENCE

FAULT_ID = "7f3a91c2-0000-4000-8000-000000000000"
_FACTS: dict[Step, Facts] = {
    Step.SETTINGS: ((Fact.ENDPOINT, "https://service.invalid/2"),),
    Step.NAME: ((Fact.HOST, "service.invalid"), (Fact.ADDRESSES, "127.0.0.1")),
    Step.CONNECTION: ((Fact.PORT, 443), (Fact.ADDRESS, "127.0.0.1")),
    Step.TLS: (
        (Fact.TLS_VERSION, "TLS 1.3"),
        (Fact.SUBJECT, "service.invalid"),
        (Fact.ISSUER, "CA"),
        (Fact.VALID_TO, date(2027, 6, 23)),
    ),
    Step.CERTIFICATE: (
        (Fact.SUBJECT, "Familieopslag"),
        (Fact.ISSUER, "CA"),
        (Fact.VALID_TO, date(2027, 6, 23)),
        (Fact.DAYS_LEFT, 212),
    ),
}


class GatedConnectionTest:
    """Takes a step when it is let. `failing`: the step that fails, with `fault`. Safe in both threads."""

    def __init__(self, failing: Step | None = None, fault: Fault = faults.TLS_FAILED) -> None:
        self.failing = failing
        self.fault = fault
        self.values: dict[str, str] = {}
        self.breaks = False
        self.numbers: list[LookupRequest | None] = []
        self.threads: set[int] = set()
        self.taken: list[Step] = []
        self._gate = threading.Semaphore(0)
        self._waiting = threading.Semaphore(0)

    def let(self, steps: int = len(Step)) -> None:
        """Let so many steps be taken."""
        self._gate.release(steps)

    def wait_until_waiting(self) -> None:
        """Return when another step waits for being let."""
        assert self._waiting.acquire(timeout=PATIENCE), "no step is under way"

    def run(
        self,
        number: LookupRequest | None,
        on_step: Callable[[StepResult], None],
        is_cancelled: Callable[[], bool],
    ) -> ConnectionReport:
        """See domain.connection_test.ConnectionTest."""
        self.numbers.append(number)
        self.threads.add(threading.get_ident())
        results: list[StepResult] = []
        is_over = False
        for step in Step:
            if is_over or is_cancelled():
                results.append(StepResult(step, Outcome.NOT_TRIED))
                continue
            self._waiting.release()
            assert self._gate.acquire(timeout=PATIENCE), "nobody let the step be taken"
            if self.breaks:
                raise RuntimeError("whatever it was about must not be told")
            self.taken.append(step)
            results.append(self._result(step, number))
            is_over = step is self.failing
            on_step(results[-1])
        return ConnectionReport(tuple(results))

    def _result(self, step: Step, number: LookupRequest | None) -> StepResult:
        if step is self.failing:
            return StepResult(step, Outcome.FAILED, (), FaultReport(self.fault, FAULT_ID, self.values))
        if step is Step.PROXY:
            return StepResult(step, Outcome.SKIPPED)
        if step is Step.AGREEMENT:
            facts: Facts = ((Fact.LOOKED_UP, number is not None), (Fact.RECEIPT, 52))
            return StepResult(step, Outcome.OK, facts)
        return StepResult(step, Outcome.OK, _FACTS[step])
