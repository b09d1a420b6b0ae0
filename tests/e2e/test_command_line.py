"""The command line against the test service: what goes right, and every way in which it goes wrong."""

import os
import re
import socket
import subprocess
import sys
import uuid
from pathlib import Path

import pytest
import trustme

from familieopslag.domain.faults import ExitCode
from familieopslag.system.secrets import PASSPHRASE_VARIABLE
from tests.e2e.conftest import Answer, Opslag, change_setting
from tests.support.configurations import policy_of
from tests.support.persons import LARGE_FAMILY, PERSON, UNKNOWN_NUMBER
from tests.support.service_process import ServiceProcess

_CALL_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
_FOREIGN_WORDS = ("Traceback", "zeep", "requests", "urllib3", "ssl.", "SSLError", "Exception")


def _assert_fault(answer: Answer, code: ExitCode, sentence: str) -> None:
    err = answer.err
    assert answer.exit_code == code
    assert sentence in err
    assert _CALL_ID.search(err)
    assert re.search(r"FO-\d{3}", err)
    assert not any(word in err for word in _FOREIGN_WORDS)
    assert answer.data["error"]["correlation_id"] in err


def test_a_number_is_looked_up(opslag: Opslag, profile: Path) -> None:
    answer = opslag(profile, f"CPR: {PERSON[:6]}-{PERSON[6:]}\n")
    assert (answer.exit_code, answer.err) == (ExitCode.OK, "")
    assert answer.data["person"]["number"] == f"{PERSON[:6]}-{PERSON[6:]}"


def test_the_call_names_the_agreement_the_user_and_itself(
    opslag: Opslag, profile: Path, service: ServiceProcess
) -> None:
    before = len(service.requests)
    answer = opslag(profile, PERSON)
    service.wait_for_requests(before + 1)
    context = service.requests[-1]["invocation_context"]
    assert context["ServiceAgreementUUID"] == service.ready["service_agreement_uuid"]
    assert context["OnBehalfOfUser"]
    assert answer.data["origin"]["correlation_ids"] == [context["CallersServiceCallIdentifier"]]


def test_uuids_may_be_written_in_capitals_and_braces(
    opslag: Opslag, profile: Path, service: ServiceProcess
) -> None:
    change_setting(profile, "user_uuid", f'"{{{service.ready["user_uuid"].upper()}}}"')
    assert opslag(profile, PERSON).exit_code == ExitCode.OK


def test_a_large_family_comes_whole_twenty_a_call(
    opslag: Opslag, profile: Path, service: ServiceProcess
) -> None:
    before = len(service.requests)
    answer = opslag(profile, LARGE_FAMILY)
    assert answer.data["family"]["count"] == 45
    service.wait_for_requests(before + 3)
    assert service.numbers[before:] == [LARGE_FAMILY] * 3
    assert len(set(answer.data["origin"]["correlation_ids"])) == 3
    assert not any("20 personer" in notice for notice in answer.data["family"]["notices"])


def test_a_server_that_ignores_the_paging_key_costs_one_call_and_a_notice(
    opslag: Opslag, monkeypatch: pytest.MonkeyPatch
) -> None:
    with ServiceProcess("--ignore-paging-key") as service:
        monkeypatch.setenv(PASSPHRASE_VARIABLE, service.passphrase)
        answer = opslag(service.profile, LARGE_FAMILY)
        service.wait_for_requests(2)
        assert len(service.requests) == 2
    assert answer.exit_code == ExitCode.OK
    assert any("ufuldstændig" in notice for notice in answer.data["family"]["notices"])


def test_paging_can_be_turned_off(opslag: Opslag, profile: Path) -> None:
    change_setting(profile, "paging_key", '""')
    answer = opslag(profile, LARGE_FAMILY)
    assert answer.data["family"]["count"] < 45
    assert any("ufuldstændig" in notice for notice in answer.data["family"]["notices"])


def test_an_unknown_number(opslag: Opslag, profile: Path) -> None:
    _assert_fault(opslag(profile, UNKNOWN_NUMBER), ExitCode.NOT_FOUND, "Personen blev ikke fundet i CPR.")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Indtast eller indsæt et CPR-nummer."),
        ("3113111111", "De første seks cifre skal være en dato."),
        ("6112111111", "erstatningspersonnummer"),
        ("12345", "Et CPR-nummer har 10 cifre."),
        ("abc", "kun af cifre"),
    ],
)
def test_what_is_no_number_is_not_sent(
    opslag: Opslag, profile: Path, service: ServiceProcess, typed: str, sentence: str
) -> None:
    before = len(service.requests)
    _assert_fault(opslag(profile, typed), ExitCode.INVALID_NUMBER, sentence)
    assert len(service.requests) == before


def test_a_wrong_passphrase(opslag: Opslag, profile: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as wrong:
        wrong.setenv(PASSPHRASE_VARIABLE, "not this one")
        answer = opslag(profile, PERSON)
    _assert_fault(answer, ExitCode.CERTIFICATE, "Adgangskoden til certifikatet er forkert.")
    assert opslag(profile, PERSON).exit_code == ExitCode.OK


def test_no_client_certificate(opslag: Opslag, profile: Path) -> None:
    (profile / "client.p12").unlink()
    _assert_fault(opslag(profile, PERSON), ExitCode.CERTIFICATE, "certifikat blev ikke fundet")


def test_another_authority_s_client_certificate(
    opslag: Opslag, profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with ServiceProcess() as stranger:
        (profile / "client.p12").write_bytes(Path(stranger.ready["client_certificate"]).read_bytes())
        monkeypatch.setenv(PASSPHRASE_VARIABLE, stranger.passphrase)
        answer = opslag(profile, PERSON)
    _assert_fault(answer, ExitCode.NETWORK, "godkendte ikke kommunens certifikat")


def test_a_server_that_the_pinned_authority_did_not_sign(
    opslag: Opslag, profile: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other-ca.pem"
    trustme.CA().cert_pem.write_to_path(str(other))
    change_setting(profile, "ca_file", f"'{other}'")
    _assert_fault(opslag(profile, PERSON), ExitCode.NETWORK, "Serverens certifikat kunne ikke godkendes:")


def test_the_environment_s_trust_store_changes_nothing(
    opslag: Opslag, profile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other-ca.pem"
    trustme.CA().cert_pem.write_to_path(str(other))
    for name in ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE"):
        monkeypatch.setenv(name, str(other))
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    assert opslag(profile, PERSON).exit_code == ExitCode.OK


def test_a_fault_of_the_service(opslag: Opslag, profile: Path) -> None:
    change_setting(profile, "service_agreement_uuid", f'"{uuid.uuid4()}"')
    _assert_fault(opslag(profile, PERSON), ExitCode.REFUSED, "Serviceplatformen meldte fejl")


def test_a_service_that_does_not_answer_in_time(
    opslag: Opslag, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with ServiceProcess("--delay", "3000") as service:
        monkeypatch.setenv(PASSPHRASE_VARIABLE, service.passphrase)
        for file in filter(Path.is_file, service.profile.iterdir()):
            (tmp_path / file.name).write_bytes(file.read_bytes())
        change_setting(tmp_path, "read_timeout", "0.3")
        answer = opslag(tmp_path, PERSON)
    _assert_fault(answer, ExitCode.NETWORK, "svarede ikke inden for 0.3 sekunder")


def test_nobody_listens(opslag: Opslag, profile: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    change_setting(profile, "endpoint", f'"https://127.0.0.1:{port}/service/CPRLookup/CPRLookup/2"')
    _assert_fault(opslag(profile, PERSON), ExitCode.NETWORK, "ingen forbindelse")


def test_settings_that_are_not_there(opslag: Opslag, tmp_path: Path) -> None:
    _assert_fault(opslag(tmp_path / "nowhere", PERSON), ExitCode.CONFIGURATION, "settings.toml")


@pytest.mark.parametrize(
    ("table", "sentence"),
    [
        ("[privacy]\nidle_minutes = 99\n", "[privacy] idle_minutes"),
        ("[audit]\nretention_months = 'seks'\n", "[audit] retention_months"),
        ("[view\n", "kan ikke læses: linje"),
    ],
)
def test_settings_with_any_fault_stop_a_script_before_anything_is_sent(
    opslag: Opslag, profile: Path, service: ServiceProcess, table: str, sentence: str
) -> None:
    before = len(service.requests)
    file = profile / "settings.toml"
    text = file.read_text(encoding="utf-8").replace("[audit]\n", "" if "[audit]" in table else "[audit]\n")
    file.write_text(f"{text}\n{table}", encoding="utf-8")
    _assert_fault(opslag(profile, PERSON), ExitCode.CONFIGURATION, sentence)
    assert len(service.requests) == before


def test_a_policy_that_others_can_write_stops_a_script_before_anything_is_sent(
    opslag: Opslag, profile: Path, service: ServiceProcess, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = len(service.requests)
    source = policy_of(tmp_path / "etc", "[locked.privacy]\nidle_minutes = 3\n")
    (tmp_path / "etc" / "policy.toml").chmod(0o666)
    monkeypatch.setattr("familieopslag.system.settings.machine_policy", lambda: (source,))
    _assert_fault(opslag(profile, PERSON), ExitCode.CONFIGURATION, "andre end administratoren")
    assert len(service.requests) == before


def test_a_process_of_its_own_with_the_number_on_standard_input(
    profile: Path, service: ServiceProcess
) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "familieopslag", "--profile-dir", str(profile), "opslag"],
        input=PERSON,
        env={**os.environ, PASSPHRASE_VARIABLE: service.passphrase},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    assert f"{PERSON[:6]}-{PERSON[6:]}" in ended.stdout
