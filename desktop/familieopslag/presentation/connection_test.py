"""A connection test in the user's words: what each step found out, or what to do about it. Nothing of a person."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from familieopslag.domain import faults
from familieopslag.domain.connection_test import ConnectionReport, Fact, Outcome, Step, StepResult
from familieopslag.presentation import connection_texts as texts
from familieopslag.presentation.certificate import days_text
from familieopslag.presentation.failures import present_failure
from familieopslag.presentation.texts import Translate, danish

MARKS = {Outcome.OK: "✓", Outcome.FAILED: "✗", Outcome.SKIPPED: "–", Outcome.NOT_TRIED: "·"}
"""Beside the word that says the same."""
_OF_AGREEMENT = (faults.SERVICE_FAULT, faults.RECEIPT)


@dataclass(frozen=True, slots=True)
class StepView:
    """A step. `outcome` None: it has not been its turn yet, or it is under way.

    `word`: the outcome in words. `text`: what was found out, or what is wrong. `action` and `fault_id` (with its
    code) only of a step that failed, else "".
    """

    step: Step
    title: str
    outcome: Outcome | None = None
    word: str = ""
    text: str = ""
    action: str = ""
    fault_id: str = ""

    @property
    def mark(self) -> str:
        """The sign for its outcome."""
        return "" if self.outcome is None else MARKS[self.outcome]

    @property
    def line(self) -> str:
        """All but the id, as somebody would say it."""
        words = ". ".join(filter(None, (f"{self.title}: {self.word}".rstrip(": "), self.text)))
        return f"{words} {self.action}".rstrip()


def waiting_steps(translate: Translate = danish) -> tuple[StepView, ...]:
    """All steps before the test."""
    return tuple(StepView(step, _title(step, translate)) for step in Step)


def present_step(result: StepResult, at: datetime, translate: Translate = danish) -> StepView:
    """How a step went. `at`: local time."""
    title, word = _title(result.step, translate), translate(texts.CONTEXT, texts.OUTCOMES[result.outcome])
    facts = dict(result.facts)
    found = _found(result, facts, translate)
    if result.report is None:
        return StepView(result.step, title, result.outcome, word, found)
    failure = present_failure(result.report, at, translate)
    hint = ""
    if result.step is Step.AGREEMENT and result.report.fault in _OF_AGREEMENT:
        hint = translate(texts.CONTEXT, texts.CHECK_AGREEMENT)
    text = " ".join(filter(None, (found, failure.text, hint)))
    action = "" if failure.action in text else failure.action
    fault_id = f"{failure.code} · {translate('connection', 'Fejl-id')} {failure.correlation_id}"
    return StepView(result.step, title, result.outcome, word, text, action, fault_id)


def present_summary(report: ConnectionReport, translate: Translate = danish) -> str:
    """How the test went, in a sentence or two."""
    failed = report.failure
    if failed is not None:
        said = translate("connection", "Forbindelsen virker ikke. Testen standsede ved: {step}.")
        return said.format(step=_title(failed.step, translate))
    if not report.is_whole:
        return translate("connection", "Testen blev afbrudt.")
    return translate("connection", "Forbindelsen virker.")


def report_lines(
    steps: Iterable[StepView], summary: str, *, program: str, at: datetime, translate: Translate = danish
) -> Iterator[str]:
    """The test as text, for support. `program`: name and version."""
    heading = translate("connection", "Forbindelsestest")
    yield f"{heading} · {program} · {at:%d.%m.%Y %H:%M:%S}"
    for step in steps:
        yield from step_lines(step)
    yield summary


def step_lines(step: StepView) -> Iterator[str]:
    """A step as text: a line, and for a step that failed one more with the id."""
    yield f"{step.mark or '·'} {step.line}"
    if step.fault_id:
        yield f"  {step.fault_id}"


def _title(step: Step, translate: Translate) -> str:
    return translate(texts.CONTEXT, texts.TITLES[step])


def _found(result: StepResult, facts: Mapping[Fact, str | int | date], translate: Translate) -> str:
    """What the step has found out; of a step that failed only what helps to find out why."""
    values = {fact.value: _value(fact, value, translate) for fact, value in facts.items()}
    return translate(texts.CONTEXT, _template(result, facts)).format_map(values)


def _template(result: StepResult, facts: Mapping[Fact, str | int | date]) -> str:
    match result.outcome:
        case Outcome.FAILED:
            # What could not be found out cannot be told.
            needed, text = texts.OF_FAILED.get(result.step, (None, ""))
            return text if needed in facts else ""
        case Outcome.SKIPPED:
            return texts.NO_PROXY
        case Outcome.NOT_TRIED:
            return ""
    if result.step is Step.NAME and facts[Fact.HOST] == facts[Fact.ADDRESSES]:
        return texts.NO_NAME
    if result.step is Step.TLS and Fact.SUBJECT not in facts:
        return texts.SERVER_IS_TRUSTED
    if result.step is Step.AGREEMENT and facts.get(Fact.LOOKED_UP):
        return texts.LOOKED_UP
    return texts.OF_DONE[result.step]


def _value(fact: Fact, value: str | int | date, translate: Translate) -> str:
    if fact is Fact.DAYS_LEFT and isinstance(value, int):
        return days_text(value, translate)
    return f"{value:%d.%m.%Y}" if isinstance(value, date) else str(value)
