"""A connection test with the same trust, certificate, proxy and time-outs as a lookup's session."""

from collections.abc import Callable
from datetime import date, datetime

from familieopslag.domain.connection_test import ConnectionReport, Outcome, Step, StepResult
from familieopslag.domain.ports import LookupRequest
from familieopslag.service.connection_steps import ConnectionSteps, Target


class SteppedTest:
    """domain.connection_test.ConnectionTest over the wire. May be run again; one run at a time."""

    def __init__(
        self,
        open_target: Callable[[], Target],
        *,
        today: Callable[[], date] = lambda: datetime.now().astimezone().date(),
    ) -> None:
        """`open_target` reads the settings; what it raises is told by the first step."""
        self._open_target = open_target
        self._today = today

    def run(
        self,
        number: LookupRequest | None,
        on_step: Callable[[StepResult], None],
        is_cancelled: Callable[[], bool],
    ) -> ConnectionReport:
        """See domain.connection_test.ConnectionTest."""
        results = []
        is_over = False
        with ConnectionSteps(self._open_target, self._today(), number, is_cancelled) as steps:
            for step in Step:
                is_over = is_over or is_cancelled()
                if is_over:
                    results.append(StepResult(step, Outcome.NOT_TRIED))
                    continue
                result = steps.take(step)
                is_over = result.outcome is Outcome.FAILED
                results.append(result)
                on_step(result)
            return ConnectionReport(tuple(results), steps.certificate)
