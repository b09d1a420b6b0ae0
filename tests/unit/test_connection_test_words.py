"""A connection test in words: every outcome of every step, and nothing that somebody could be known by."""

from datetime import UTC, date, datetime

import pytest

from familieopslag.domain import faults
from familieopslag.domain.connection_test import (
    ConnectionReport,
    Fact,
    Facts,
    Outcome,
    Step,
    StepResult,
)
from familieopslag.domain.faults import ExitCode, Fault, FaultReport
from familieopslag.presentation.connection_test import (
    present_step,
    present_summary,
    report_lines,
    step_lines,
    waiting_steps,
)

AT = datetime(2026, 11, 25, 14, 2, 11, tzinfo=UTC)
_ID = "7f3a91c2-0000-4000-8000-000000000000"
_SERVER: Facts = (
    (Fact.TLS_VERSION, "TLS 1.3"),
    (Fact.SUBJECT, "service"),
    (Fact.ISSUER, "CA"),
    (Fact.VALID_TO, date(2027, 6, 23)),
)
_OURS: Facts = (
    (Fact.SUBJECT, "Familieopslag, Kommunen"),
    (Fact.ISSUER, "Den Danske Stat"),
    (Fact.VALID_TO, date(2027, 6, 23)),
    (Fact.DAYS_LEFT, 1),
)


def _done(step: Step, *facts: tuple[Fact, str | int | date]) -> str:
    return present_step(StepResult(step, Outcome.OK, facts), AT).text


def _failed(step: Step, fault: Fault, *facts: tuple[Fact, str | int | date]) -> StepResult:
    report = FaultReport(fault, _ID, {"code": "SP-1", "seconds": "5"})
    return StepResult(step, Outcome.FAILED, facts, report)


def test_what_each_step_found_out() -> None:
    assert _done(Step.SETTINGS, (Fact.ENDPOINT, "https://a/2")) == "Servicens adresse er https://a/2."
    named = ((Fact.HOST, "a.example"), (Fact.ADDRESSES, "127.0.0.1, ::1"))
    assert _done(Step.NAME, *named) == "a.example har adressen 127.0.0.1, ::1."
    literal = ((Fact.HOST, "127.0.0.1"), (Fact.ADDRESSES, "127.0.0.1"))
    assert _done(Step.NAME, *literal) == "127.0.0.1 er en adresse, som ikke skal slås op."
    answered = ((Fact.PORT, 443), (Fact.ADDRESS, "127.0.0.1"))
    assert _done(Step.CONNECTION, *answered) == "Der er svar fra 127.0.0.1, port 443."
    assert "http://p:80 lukker igennem" in _done(Step.PROXY, (Fact.PROXY, "http://p:80"))
    assert _done(Step.TLS, *_SERVER) == (
        "TLS 1.3. Serverens certifikat: service. Udstedt af CA. Gyldigt til 23.06.2027."
    )
    assert _done(Step.TLS) == "Serverens certifikat er godkendt."
    assert _done(Step.CERTIFICATE, *_OURS).endswith("Gyldigt til 23.06.2027 (1 dag).")
    for_nobody = ((Fact.LOOKED_UP, False), (Fact.RECEIPT, 52))
    assert _done(Step.AGREEMENT, *for_nobody).endswith("(kvittering 52). Ingen person er slået op.")
    assert "er slået op, og opslaget er logget" in _done(Step.AGREEMENT, (Fact.LOOKED_UP, True))


@pytest.mark.parametrize("step", Step)
def test_a_step_that_was_not_tried_says_so(step: Step) -> None:
    view = present_step(StepResult(step, Outcome.NOT_TRIED), AT)
    assert (view.word, view.text, view.action, view.fault_id) == ("ikke prøvet", "", "", "")


def test_a_step_without_a_proxy_is_left_out() -> None:
    view = present_step(StepResult(Step.PROXY, Outcome.SKIPPED), AT)
    assert view.line == "Proxy: ikke relevant. Der bruges ingen proxy."


@pytest.mark.parametrize("step", Step)
def test_a_step_that_failed_says_what_to_do_and_which_id_to_quote(step: Step) -> None:
    view = present_step(_failed(step, faults.TLS_FAILED), AT)
    assert faults.TLS_FAILED.text in view.text
    assert view.action == faults.TLS_FAILED.action
    assert view.fault_id == f"FO-035 · Fejl-id {_ID}"
    assert [line.split()[0] for line in step_lines(view)] == ["✗", "FO-035"]


def test_a_failure_tells_what_was_found_out_before_it() -> None:
    named = present_step(_failed(Step.NAME, faults.NO_CONNECTION, (Fact.HOST, "a.invalid")), AT)
    assert named.text.startswith("a.invalid findes ikke i DNS.")
    refused = present_step(_failed(Step.CERTIFICATE, faults.CLIENT_CERTIFICATE_REVOKED, *_OURS), AT)
    assert refused.text.startswith("Familieopslag, Kommunen. Gyldigt til 23.06.2027 (1 dag).")


@pytest.mark.parametrize("fault", [faults.SERVICE_FAULT, faults.RECEIPT])
def test_a_refusal_of_the_service_hints_at_the_three_uuids(fault: Fault) -> None:
    assert "de tre UUID'er" in present_step(_failed(Step.AGREEMENT, fault), AT).text
    assert "UUID" not in present_step(_failed(Step.AGREEMENT, faults.TIMEOUT), AT).text


def _report(*results: StepResult) -> ConnectionReport:
    rest = [StepResult(step, Outcome.NOT_TRIED) for step in list(Step)[len(results) :]]
    return ConnectionReport((*results, *rest))


def test_the_summary_and_the_exit_code_say_how_it_went() -> None:
    whole = _report(*(StepResult(step, Outcome.OK) for step in Step))
    assert (present_summary(whole), whole.exit_code) == ("Forbindelsen virker.", ExitCode.OK)
    stopped = _report(StepResult(Step.SETTINGS, Outcome.OK))
    assert (present_summary(stopped), stopped.exit_code) == ("Testen blev afbrudt.", ExitCode.CANCELLED)
    broken = _report(StepResult(Step.SETTINGS, Outcome.OK), _failed(Step.NAME, faults.NO_CONNECTION))
    assert present_summary(broken).endswith("Testen standsede ved: Navneopslag (DNS).")
    assert broken.exit_code is ExitCode.NETWORK


def test_before_a_test_every_step_is_named() -> None:
    assert [view.step for view in waiting_steps()] == list(Step)
    assert not any(view.word or view.mark for view in waiting_steps())


def test_the_text_for_support_has_the_version_the_time_and_every_step() -> None:
    broken = _report(_failed(Step.SETTINGS, faults.SETTINGS_UNREADABLE))
    views = [present_step(result, AT) for result in broken.results[1:]]
    lines = list(report_lines(views, "Slut.", program="Familieopslag 1", at=AT))
    assert lines[0] == "Forbindelsestest · Familieopslag 1 · 25.11.2026 14:02:11"
    assert len(lines) == len(views) + 2
    assert lines[-1] == "Slut."
