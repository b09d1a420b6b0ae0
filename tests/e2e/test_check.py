"""The connection test against the test service: each fault at the step where it belongs, and nobody looked up."""

import io
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from familieopslag import assembly
from familieopslag.app import main
from familieopslag.app.program import configured
from familieopslag.app.window import RunningWindow
from familieopslag.domain import faults
from familieopslag.domain.accountability import AuditEvent
from familieopslag.domain.connection_test import ConnectionReport, Fact, Outcome, Step, StepResult
from familieopslag.domain.cpr import Cpr
from familieopslag.domain.faults import ExitCode
from familieopslag.domain.ports import LookupRequest, Origin
from familieopslag.service import way
from familieopslag.service.gctp import NOBODY
from familieopslag.system.secrets import PASSPHRASE_VARIABLE
from familieopslag.system.settings import Settings, read_settings
from familieopslag.testservice.faults import connections, proxy, tls
from familieopslag.testservice.faults.catalogue import FAULTS
from familieopslag.testservice.server import LocalService
from familieopslag.ui.connection_test_dialog import ConnectionTestDialog
from familieopslag.ui.connection_test_presenter import ConnectionTestPresenter
from tests.e2e.conftest import Answer, change_setting
from tests.faults.expectations import EXPECTED
from tests.support.configurations import policy_of
from tests.support.journal import MemoryJournal
from tests.support.persons import PERSON, UNKNOWN_NUMBER
from tests.support.widgets import everything_said

_ALERT_SECONDS = 0.5
_SOON = 10_000
_CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_STEPS = {
    "refused": Step.CONNECTION,
    "black-hole": Step.CONNECTION,
    "proxy-unreachable": Step.CONNECTION,
    "client-refused": Step.CERTIFICATE,
    "client-refused-reset": Step.CERTIFICATE,
    "client-revoked": Step.CERTIFICATE,
}
_OF_WAY = [fault.name for fault in (*connections.FAULTS, *tls.FAULTS)]
_OF_ANSWER = ["silence", "html-403", "html-503", "fault-error-list", "kvit-184", "no-result", "redirect"]
_FOREIGN_WORDS = ("Traceback", "zeep", "requests", "urllib3", "ssl.", "SSLError", "Exception", "Error")
Check = Callable[..., Answer]


@pytest.fixture(autouse=True)
def little_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server on this computer says at once what it has against a certificate."""
    monkeypatch.setattr(way, "_ALERT_SECONDS", _ALERT_SECONDS)


def _running(*, with_proxy: bool) -> Iterator[LocalService]:
    with LocalService(with_proxy=with_proxy) as service:
        change_setting(service.profile_dir, "connect_timeout", "0.6")
        change_setting(service.profile_dir, "read_timeout", "1.0")
        yield service


@pytest.fixture(scope="module")
def straight() -> Iterator[LocalService]:
    yield from _running(with_proxy=False)


@pytest.fixture(scope="module")
def through_proxy() -> Iterator[LocalService]:
    yield from _running(with_proxy=True)


@pytest.fixture
def service(straight: LocalService, monkeypatch: pytest.MonkeyPatch) -> Iterator[LocalService]:
    monkeypatch.setenv(PASSPHRASE_VARIABLE, straight.passphrase)
    yield straight
    straight.behave()


@pytest.fixture
def copied(service: LocalService, tmp_path: Path) -> Path:
    """A copy of the service's profile that a test may spoil."""
    for file in filter(Path.is_file, service.profile_dir.iterdir()):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    return tmp_path


def _tested(
    service: LocalService,
    number: LookupRequest | None = None,
    *,
    journal: MemoryJournal | None = None,
    on_step: Callable[[StepResult], None] = lambda _result: None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> ConnectionReport:
    def opened() -> tuple[Settings, str]:
        return read_settings(service.profile_dir, policy=()), service.passphrase

    test = assembly.connection_test(opened, lambda: journal or MemoryJournal())
    return test.run(number, on_step, is_cancelled)


def _outcomes(report: ConnectionReport) -> list[Outcome]:
    return [result.outcome for result in report.results]


def _assert_fails(report: ConnectionReport, name: str, step: Step) -> None:
    failed = report.failure
    assert failed is not None
    assert failed.report is not None
    assert (failed.step, failed.report.fault) == (step, EXPECTED[name].fault)
    after = report.results[list(Step).index(step) + 1 :]
    assert all(result.outcome is Outcome.NOT_TRIED for result in after)
    assert report.certificate is not None, "when it ends is known whatever is wrong"


def test_every_step_is_taken_and_nobody_is_looked_up(service: LocalService) -> None:
    before = len(service.requests)
    taken: list[StepResult] = []
    journal = MemoryJournal()
    report = _tested(service, journal=journal, on_step=taken.append)
    assert _outcomes(report) == [Outcome.SKIPPED if step is Step.PROXY else Outcome.OK for step in Step]
    assert taken == list(report.results)
    assert [request.pnr for request in service.requests[before:]] == [NOBODY]
    called = service.requests[-1].invocation_context["CallersServiceCallIdentifier"]
    assert [(entry.event, entry.subject, entry.correlation_id) for entry in journal.entries] == [
        (AuditEvent.TESTED, None, called)
    ] * 2
    assert journal.told[-1] == ("forbindelsestest", "ok")


def test_the_facts_are_those_of_the_way(service: LocalService) -> None:
    facts = {result.step: dict(result.facts) for result in _tested(service).results}
    assert facts[Step.SETTINGS][Fact.ENDPOINT] == service.endpoint
    assert facts[Step.CONNECTION][Fact.ADDRESS] == "127.0.0.1"
    assert facts[Step.TLS][Fact.TLS_VERSION] == "TLS 1.3"
    assert "testservice" in str(facts[Step.TLS][Fact.SUBJECT])
    assert "testklient" in str(facts[Step.CERTIFICATE][Fact.SUBJECT])
    assert facts[Step.CERTIFICATE][Fact.DAYS_LEFT] == 3
    assert facts[Step.AGREEMENT] == {Fact.LOOKED_UP: False, Fact.RECEIPT: 52}


@pytest.mark.parametrize("name", _OF_WAY)
def test_what_is_wrong_on_the_way_is_told_by_its_step(service: LocalService, name: str) -> None:
    before = len(service.requests)
    service.inject(FAULTS[name])
    report = _tested(service)
    step = _STEPS.get(name, Step.TLS)
    if name == "reset-at-accept" and report.results[2].outcome is Outcome.FAILED:
        step = Step.CONNECTION  # a reset can be faster than the last step of connecting
    _assert_fails(report, name, step)
    assert len(service.requests) == before


@pytest.mark.parametrize("name", _OF_ANSWER)
def test_what_is_wrong_with_the_answer_is_told_by_the_last_step(service: LocalService, name: str) -> None:
    before = len(service.requests)
    service.inject(FAULTS[name])
    _assert_fails(_tested(service), name, Step.AGREEMENT)
    assert [request.pnr for request in service.requests[before:]] == [NOBODY]


@pytest.mark.parametrize("name", [fault.name for fault in proxy.FAULTS])
def test_what_is_wrong_with_the_proxy_is_told_by_its_step(through_proxy: LocalService, name: str) -> None:
    before = len(through_proxy.requests)
    through_proxy.inject(FAULTS[name])
    report = _tested(through_proxy)
    through_proxy.behave()
    if EXPECTED[name].fault is None:
        assert _outcomes(report) == [Outcome.OK] * len(Step)
        assert len(through_proxy.requests) == before + 1
        return
    _assert_fails(report, name, _STEPS.get(name, Step.PROXY))
    assert len(through_proxy.requests) == before


def test_what_cannot_be_logged_is_not_sent(service: LocalService) -> None:
    before = len(service.requests)
    failed = _tested(service, journal=MemoryJournal(accepts=0)).failure
    assert failed is not None
    assert failed.report is not None
    assert (failed.step, failed.report.fault) == (Step.AGREEMENT, faults.AUDIT_UNWRITABLE)
    assert len(service.requests) == before


def test_a_test_that_is_stopped_takes_no_further_step(service: LocalService) -> None:
    taken: list[StepResult] = []
    before = len(service.requests)
    report = _tested(service, on_step=taken.append, is_cancelled=lambda: len(taken) == 3)
    assert [result.step for result in taken] == list(Step)[:3]
    assert _outcomes(report)[3:] == [Outcome.NOT_TRIED] * 4
    assert not report.is_whole
    assert len(service.requests) == before


def test_a_test_number_is_looked_up_like_any_other(service: LocalService) -> None:
    before = len(service.requests)
    journal = MemoryJournal()
    report = _tested(service, LookupRequest(Cpr(PERSON), Origin.TEST), journal=journal)
    assert report.exit_code is ExitCode.OK
    assert [request.pnr for request in service.requests[before:]] == [PERSON]
    first = journal.entries[0]
    assert (first.event, first.subject) == (AuditEvent.LOOKUP, Cpr(PERSON))
    assert "test" in first.details


def test_a_test_number_of_nobody_is_told(service: LocalService) -> None:
    report = _tested(service, LookupRequest(Cpr(UNKNOWN_NUMBER), Origin.TEST))
    assert report.exit_code is ExitCode.NOT_FOUND


# -- the command line


@pytest.fixture
def check(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Check:
    """Run `familieopslag --profile-dir PROFILE --check`, with `typed` on standard input."""

    def run(profile: Path, *options: str, typed: str = "") -> Answer:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed.encode())))
        code = main(["--profile-dir", str(profile), "--check", *options])
        said = capsys.readouterr()
        return Answer(code, said.out, said.err)

    return run


def _assert_says(answer: Answer, code: ExitCode, step: str, sentence: str) -> None:
    assert (answer.exit_code, answer.err) == (code, "")
    failed = [line for line in answer.out.splitlines() if line.startswith("✗")]
    assert len(failed) == 1
    assert failed[0].startswith(f"✗ {step}: fejl. ")
    assert sentence in failed[0]
    assert f"Testen standsede ved: {step}." in answer.out
    assert not any(word in answer.out for word in _FOREIGN_WORDS)


def test_check_prints_a_line_for_each_step(check: Check, copied: Path) -> None:
    answer = check(copied)
    assert (answer.exit_code, answer.err) == (ExitCode.OK, "")
    lines = answer.out.splitlines()
    assert [line[0] for line in lines[: len(Step)]] == list("✓✓✓–✓✓✓")
    assert lines[len(Step) :] == ["Forbindelsen virker.", "Certifikat udløber om 3 dage."]


def test_check_as_json(check: Check, copied: Path, service: LocalService) -> None:
    data = check(copied, "--json").data
    assert (data["schema"], data["ok"], data["exit_code"]) == ("familieopslag.check/1", True, 0)
    assert data["certificate"]["days_left"] == 3
    assert [step["step"] for step in data["steps"]] == [step.value for step in Step]
    assert data["steps"][-1]["facts"] == {"looked_up": False, "receipt": 52}
    service.inject(FAULTS["tls-expired"])
    answer = check(copied, "--json")
    error = answer.data["steps"][4]["error"]
    assert (answer.exit_code, answer.data["exit_code"], error["code"]) == (5, 5, "FO-101")
    assert answer.data["certificate"]["days_left"] == 3
    assert answer.data["steps"][5]["outcome"] == "ikke prøvet"


def test_check_without_settings(check: Check, tmp_path: Path) -> None:
    answer = check(tmp_path)
    _assert_says(answer, ExitCode.CONFIGURATION, "Indstillinger", "Der er ingen indstillinger i")


def test_check_of_a_faulty_wish(check: Check, copied: Path) -> None:
    with (copied / "settings.toml").open("a", encoding="utf-8") as file:
        file.write("\n[privacy]\nidle_minutes = 99\n")
    _assert_says(check(copied), ExitCode.CONFIGURATION, "Indstillinger", "[privacy] idle_minutes")


def test_check_of_a_proxy_that_is_none(check: Check, copied: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    change_setting(copied, "endpoint", '"https://service.invalid/2"')
    monkeypatch.setenv("HTTPS_PROXY", "socks5://127.0.0.1:1")
    change_setting(copied, "proxy", '"system"')
    _assert_says(check(copied), ExitCode.CONFIGURATION, "Indstillinger", "Proxyens adresse kan ikke bruges")


def test_check_of_a_name_that_nobody_has(check: Check, copied: Path) -> None:
    change_setting(copied, "endpoint", '"https://service.invalid/2"')
    answer = check(copied)
    _assert_says(answer, ExitCode.NETWORK, "Navneopslag (DNS)", "service.invalid findes ikke i DNS.")


@pytest.mark.parametrize(
    ("name", "code", "step", "sentence"),
    [
        ("refused", ExitCode.NETWORK, "Forbindelse (TCP)", "Ingen svarer på port"),
        ("tls-unknown-ca", ExitCode.NETWORK, "Sikker forbindelse (TLS)", "TLS-inspektion"),
        ("client-revoked", ExitCode.NETWORK, "Kommunens certifikat", "er spærret"),
        ("fault-error-list", ExitCode.REFUSED, "Serviceaftale", "de tre UUID'er"),
        ("html-403", ExitCode.REFUSED, "Serviceaftale", "ikke adgang til servicen"),
    ],
)
def test_check_of_what_the_other_side_does_wrong(
    check: Check, copied: Path, service: LocalService, name: str, code: ExitCode, step: str, sentence: str
) -> None:
    service.inject(FAULTS[name])
    _assert_says(check(copied), code, step, sentence)


def test_check_through_a_proxy_that_refuses(
    check: Check, through_proxy: LocalService, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PASSPHRASE_VARIABLE, through_proxy.passphrase)
    through_proxy.inject(FAULTS["proxy-wants-login"])
    answer = check(through_proxy.profile_dir)
    through_proxy.behave()
    _assert_says(answer, ExitCode.NETWORK, "Proxy", "Proxyen afviste login.")


def test_check_with_a_wrong_passphrase(check: Check, copied: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PASSPHRASE_VARIABLE, "not this one")
    answer = check(copied)
    _assert_says(
        answer, ExitCode.CERTIFICATE, "Kommunens certifikat", "Adgangskoden til certifikatet er forkert"
    )
    assert answer.out.splitlines()[4].startswith("✓ Sikker forbindelse"), (
        "the server can be tested without it"
    )


def test_check_with_a_wrong_agreement(check: Check, copied: Path, service: LocalService) -> None:
    change_setting(copied, "user_uuid", '"00000000-0000-4000-8000-000000000001"')
    _assert_says(check(copied), ExitCode.REFUSED, "Serviceaftale", "SP-UUID-4")
    assert service.requests[-1].pnr is None


def test_check_looks_a_test_number_up_that_stands_on_standard_input(
    check: Check, copied: Path, service: LocalService
) -> None:
    answer = check(copied, "--testnummer", typed=PERSON)
    assert (answer.exit_code, answer.err) == (ExitCode.OK, "")
    assert "Testnummeret er slået op" in answer.out
    assert PERSON not in answer.out
    assert service.requests[-1].pnr == PERSON


@pytest.mark.parametrize("form", ["--json", "--testnummer"])
def test_check_of_what_is_no_number_tests_nothing(
    check: Check, copied: Path, service: LocalService, form: str
) -> None:
    before = len(service.requests)
    answer = check(copied, "--testnummer", form, typed="3113111111")
    assert answer.exit_code == ExitCode.INVALID_NUMBER
    assert "De første seks cifre skal være en dato." in answer.err
    assert form != "--json" or answer.data["error"]["code"] == "FO-062"
    assert len(service.requests) == before


def test_check_needs_the_purpose_for_a_test_number_only(check: Check, copied: Path) -> None:
    with (copied / "settings.toml").open("a", encoding="utf-8") as file:
        file.write('\n[[purposes]]\ncode = "SOCIAL"\ntext = "Socialsag"\n')
    assert check(copied).exit_code == ExitCode.OK
    assert check(copied, "--testnummer", typed=PERSON).exit_code == ExitCode.USAGE
    assert check(copied, "--testnummer", "--formaal", "SOCIAL", typed=PERSON).exit_code == ExitCode.OK


def test_check_works_with_a_policy_and_no_settings_of_the_user(
    check: Check, copied: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = (copied / "settings.toml").read_text(encoding="utf-8").replace("\n[", "\n[locked.")
    for name in ("client.p12", "audit.key"):
        told = told.replace(f'"{name}"', f'"{copied / name}"')
    source = policy_of(copied / "etc", f"[locked.{told[1:]}")
    monkeypatch.setattr("familieopslag.system.settings.machine_policy", lambda: (source,))
    empty = tmp_path_factory.mktemp("empty")
    assert check(empty).exit_code == ExitCode.OK
    assert not (empty / "settings.toml").exists()


@pytest.mark.parametrize(
    "arguments", [["--json"], ["--testnummer"], ["--check", "opslag"], ["--check", "--print-policy"]]
)
def test_what_belongs_to_check_is_refused_elsewhere(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == ExitCode.USAGE
    assert "usage:" in capsys.readouterr().err


def test_the_demo_can_be_tested_too(check: Check, tmp_path: Path) -> None:
    answer = check(tmp_path, "--demo")
    assert answer.exit_code == ExitCode.OK


def test_a_window_without_settings_has_a_test_that_says_so(tmp_path: Path) -> None:
    report = configured(tmp_path).make_test().run(None, lambda _result: None, lambda: False)
    assert report.exit_code is ExitCode.CONFIGURATION


# -- the window


@pytest.fixture
def running(qtbot: QtBot, copied: Path) -> Iterator[RunningWindow]:
    running = RunningWindow(configured(copied))
    qtbot.addWidget(running.window)
    yield running
    assert running.shut_down()


@pytest.mark.parametrize(
    ("name", "step", "sentence"),
    [
        (None, None, "Forbindelsen virker."),
        ("refused", "Forbindelse (TCP)", "Ingen svarer på port"),
        ("tls-unknown-ca", "Sikker forbindelse (TLS)", "TLS-inspektion"),
        ("client-revoked", "Kommunens certifikat", "er spærret"),
        ("fault-error-list", "Serviceaftale", "de tre UUID'er"),
    ],
)
def test_the_window_tests_by_keys_and_tells_the_step(
    qtbot: QtBot,
    running: RunningWindow,
    service: LocalService,
    name: str | None,
    step: str | None,
    sentence: str,
) -> None:
    with qtbot.waitSignal(running.runner.opened, timeout=_SOON), qtbot.waitActive(running.window):
        running.window.show()
        running.connect_and_warm_up()
    assert "Certifikat udløber om 3 dage" in everything_said(running.window)
    before = len(service.requests)
    if name is not None:
        service.inject(FAULTS[name])
    qtbot.keyClick(running.window, Qt.Key.Key_T, _CONTROL_SHIFT)
    dialog = running.window.findChildren(ConnectionTestDialog)[0]
    presenter = dialog.panel.findChildren(ConnectionTestPresenter)[0]
    with qtbot.waitSignal(presenter.finished, timeout=_SOON):
        qtbot.keyClick(dialog.panel.start_button, Qt.Key.Key_Space)
    said = everything_said(dialog)
    assert sentence in said
    assert step is None or f"Testen standsede ved: {step}." in said
    assert {request.pnr for request in service.requests[before:]} <= {NOBODY}
    dialog.reject()
