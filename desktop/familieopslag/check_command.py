"""`familieopslag --check`: the connection test on the command line, for support and for monitoring.

A line for each step as soon as it was taken. Nothing is written to standard error unless something is wrong with what
was asked for.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TextIO
from uuid import uuid4

from familieopslag.domain import faults
from familieopslag.domain.connection_test import ConnectionReport, ConnectionTest, Outcome, StepResult
from familieopslag.domain.cpr import InvalidCprError, parse
from familieopslag.domain.errand import Errand
from familieopslag.domain.faults import ExitCode, FamilieopslagError, FaultReport, report_of
from familieopslag.domain.ports import LookupRequest, Origin
from familieopslag.presentation.certificate import countdown_text
from familieopslag.presentation.connection_test import present_step, present_summary, step_lines
from familieopslag.presentation.environment import EnvironmentView
from familieopslag.presentation.failures import present_failure, present_input_problem

SCHEMA = "familieopslag.check/1"
"""Name and version of the JSON below; the version grows when a key changes its meaning or goes."""
_LONGEST_INPUT = 4096


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked for. `with_number`: the last step looks up the number on standard input."""

    make_test: Callable[[], ConnectionTest]
    environment: EnvironmentView
    errand_of: Callable[[], Errand]
    with_number: bool
    as_json: bool


def run_check(question: Question, *, source: TextIO, out: TextIO, err: TextIO) -> ExitCode:
    """Test, print each step to `out`, and return the exit code of the step that failed, or OK."""
    try:
        number = _number(question, source)
        tested = question.make_test().run(
            number, _silent if question.as_json else lambda result: _print(result, out), lambda: False
        )
    except InvalidCprError as problem:
        text = present_input_problem(problem).text
        return _refused(FaultReport(faults.NUMBER_INVALID, str(uuid4())), question, out, err, text)
    except FamilieopslagError as error:
        return _refused(report_of(error), question, out, err)
    except KeyboardInterrupt:
        return _refused(FaultReport(faults.CANCELLED, str(uuid4())), question, out, err)
    except Exception as error:  # noqa: BLE001 - a traceback would show what it was about
        report = FaultReport(faults.UNEXPECTED, str(uuid4()), detail=type(error).__name__)
        return _refused(report, question, out, err)
    if question.as_json:
        json.dump(as_data(tested, question.environment, _today()), out, ensure_ascii=False, indent=2)
        out.write("\n")
    else:
        out.writelines(f"{line}\n" for line in _end(tested))
    return tested.exit_code


def as_data(report: ConnectionReport, environment: EnvironmentView, today: date) -> dict[str, Any]:
    """The stable JSON of a test. Documented in docs/forbindelsestest.md."""
    certificate = report.certificate
    return {
        "schema": SCHEMA,
        "environment": environment.key,
        "ok": report.exit_code is ExitCode.OK,
        "exit_code": int(report.exit_code),
        "certificate": None
        if certificate is None
        else {
            "subject": certificate.subject,
            "issuer": certificate.issuer,
            "valid_from": certificate.not_before.isoformat(),
            "valid_to": certificate.not_after.isoformat(),
            "days_left": certificate.days_left(today),
        },
        "steps": [_step_data(result) for result in report.results],
    }


def _step_data(result: StepResult) -> dict[str, Any]:
    facts = {
        fact.value: value.isoformat() if isinstance(value, date) else value for fact, value in result.facts
    }
    return {
        "step": result.step.value,
        "outcome": result.outcome.value,
        "facts": facts,
        "error": None if result.report is None else _error_data(result.report),
    }


def _error_data(report: FaultReport) -> dict[str, Any]:
    failure = present_failure(report, _now())
    return {
        "code": failure.code,
        "text": failure.text,
        "action": failure.action,
        "detail": report.detail,
        "correlation_id": failure.correlation_id,
        "retry": failure.can_retry,
    }


def _number(question: Question, source: TextIO) -> LookupRequest | None:
    if not question.with_number:
        return None
    return LookupRequest(parse(source.read(_LONGEST_INPUT)), Origin.TEST, question.errand_of())


def _silent(_result: StepResult) -> None:
    """JSON is one text, written at the end."""


def _print(result: StepResult, out: TextIO) -> None:
    out.writelines(f"{line}\n" for line in step_lines(present_step(result, _now())))
    out.flush()


def _end(report: ConnectionReport) -> list[str]:
    """What is said after the steps that were taken: those that were not, how it went, and when the end is near."""
    lines = [
        line
        for result in report.results
        if result.outcome is Outcome.NOT_TRIED
        for line in step_lines(present_step(result, _now()))
    ]
    lines.append(present_summary(report))
    if report.certificate is not None:
        counted = countdown_text(report.certificate.days_left(_today()))
        lines += [f"{counted}."] if counted else []
    return lines


def _refused(report: FaultReport, question: Question, out: TextIO, err: TextIO, text: str = "") -> ExitCode:
    """There was no test. `text`: to say in place of the fault's own."""
    error = _error_data(report)
    error["text"] = text or error["text"]
    action = "" if error["action"] in error["text"] else error["action"]
    err.write(f"{report.fault.title}. {error['text']} {action}".rstrip() + "\n")
    err.write(f"{error['code']} · Fejl-id {error['correlation_id']}\n")
    if question.as_json:
        json.dump({"schema": SCHEMA, "error": error}, out, ensure_ascii=False, indent=2)
        out.write("\n")
    return report.fault.exit_code


def _now() -> datetime:
    return datetime.now().astimezone()


def _today() -> date:
    return _now().date()
