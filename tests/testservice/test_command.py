"""The test service as a program of its own."""

import http.client
import json
import os
import re
import signal
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from familieopslag.testservice.command import main
from familieopslag.testservice.faults.catalogue import FAULTS
from tests.testservice.wire import HEADERS, SECONDS, SERVICE_UUID, client_context, envelope, gctp_message

_KEYS = {
    *("endpoint", "ca_file", "client_certificate", "passphrase", "service_uuid"),
    *("service_agreement_uuid", "user_system_uuid", "user_uuid", "profile_dir"),
}


@contextmanager
def _started(*arguments: str) -> Iterator[tuple["subprocess.Popen[str]", dict[str, str]]]:
    """A started service and its ready line; afterwards it is ended in a way that lets it clean up."""
    command: Sequence[str] = (
        *(sys.executable, "-m", "familieopslag.testservice"),
        *("--stop-with-stdin", *arguments),
    )
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as process:
        try:
            assert process.stdout is not None
            yield process, json.loads(process.stdout.readline())
        finally:
            assert process.stdin is not None
            process.stdin.close()
            process.wait(SECONDS)


def test_the_ready_line_and_the_profile_say_how_to_reach_it() -> None:
    with _started() as (process, ready):
        assert ready.keys() == _KEYS
        assert ready["endpoint"].startswith("https://127.0.0.1:")
        assert ready["service_uuid"] == SERVICE_UUID
        profile = Path(ready["profile_dir"])
        settings = tomllib.loads((profile / "settings.toml").read_text(encoding="utf-8"))
        names = ("endpoint", "ca_file", "service_agreement_uuid", "user_system_uuid", "user_uuid")
        assert settings == {
            "service": {"environment": "custom", "proxy": "none", **{name: ready[name] for name in names}},
            "certificate": {"file": "client.p12"},
            "audit": {"key_file": "audit.key"},
        }
        assert profile / "client.p12" == Path(ready["client_certificate"])
        client_context(Path(ready["ca_file"]), (profile / "client.p12").read_bytes(), ready["passphrase"])
        out, said = process.communicate(timeout=SECONDS)
    assert process.returncode == 0
    assert out == ""
    assert "--profile-dir" in said
    assert ready["passphrase"] not in said


def test_the_end_of_stdin_stops_it_and_removes_its_files() -> None:
    with _started() as (process, ready):
        folder = Path(ready["ca_file"]).parent
        assert folder.is_dir()
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(SECONDS) == 0
        assert not folder.exists()


@pytest.mark.skipif(os.name != "posix", reason="other systems have other signals")
@pytest.mark.parametrize("number", ["SIGTERM", "SIGINT", "SIGHUP"])
def test_a_signal_stops_it_and_removes_its_files(number: str) -> None:
    with _started() as (process, ready):
        folder = Path(ready["ca_file"]).parent
        process.send_signal(getattr(signal, number))
        assert process.wait(SECONDS) == 0
        assert not folder.exists()


def test_the_agreement_can_be_given() -> None:
    uuids = {
        "service_agreement_uuid": "11111111-1111-4111-8111-111111111111",
        "user_system_uuid": "22222222-2222-4222-8222-222222222222",
        "user_uuid": "33333333-3333-4333-8333-333333333333",
    }
    arguments = [text for name, value in uuids.items() for text in (f"--{name.replace('_', '-')}", value)]
    with _started(*arguments) as (_, ready):
        assert {name: ready[name] for name in uuids} == uuids


def test_requests_are_reported_as_they_come() -> None:
    with _started("--report-requests", "--delay", "50", "--ignore-paging-key") as (process, ready):
        _look_up(ready, "3112990000")
        assert process.stdout is not None
        reported: dict[str, Any] = json.loads(process.stdout.readline())
    assert reported.keys() == {"event", "pnr", "key", "invocation_context", "outcome"}
    assert (reported["event"], reported["pnr"], reported["outcome"]) == ("request", "3112990000", "kvit-172")
    assert reported["key"] == {"PNR": "3112990000"}
    assert reported["invocation_context"]["UserUUID"] == ready["user_uuid"]


def test_a_fault_strikes_from_the_start_and_as_often_as_asked_for() -> None:
    with _started("--fault", "html-503", "--times", "1") as (process, ready):
        assert _status_of_look_up(ready, "3112990000") == 503
        assert _status_of_look_up(ready, "3112990000") == 200
        _, said = process.communicate(timeout=SECONDS)
    assert "html-503" in said


def test_a_fault_of_the_proxy_brings_a_proxy_that_the_profile_leads_to() -> None:
    with _started("--fault", "proxy-refuses") as (_, ready):
        assert ready.keys() == {*_KEYS, "proxy"}
        settings = tomllib.loads((Path(ready["profile_dir"]) / "settings.toml").read_text(encoding="utf-8"))
        assert settings["service"]["proxy"] == ready["proxy"]


def test_the_faults_can_be_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--list-faults"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == list(FAULTS)
    assert all(FAULTS[line.split()[0]].about in line for line in lines)


@pytest.mark.parametrize(
    "arguments",
    [
        ["--fault", "findes-ikke"],
        ["--times", "2"],
        ["--fault", "kvit-4", "--times", "0"],
        ["--fault", "refused", "--times", "1"],
    ],
)
def test_a_fault_that_cannot_strike_so_ends_with_2(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert re.search("--list-faults|--times", capsys.readouterr().err)


@pytest.mark.parametrize(
    "arguments",
    [["--port", "65536"], ["--delay", "-1"], ["--user-uuid", "A" * 36], ["--what"]],
)
def test_wrong_usage_ends_with_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2


def test_a_register_that_cannot_be_used_ends_with_3(tmp_path: Path) -> None:
    (tmp_path / "familie.toml").write_text("[[person]]\n", encoding="utf-8")
    command = [sys.executable, "-m", "familieopslag.testservice", "--register", str(tmp_path)]
    ended = subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", timeout=SECONDS, check=False
    )
    assert ended.returncode == 3
    assert ended.stdout == ""
    assert ended.stderr == "register: familie.toml: person 1: key 'pnr' is missing\n"


def test_a_port_that_is_taken_ends_with_1() -> None:
    with _started() as (_, ready):
        port = ready["endpoint"].split(":")[2].split("/")[0]
        command = [sys.executable, "-m", "familieopslag.testservice", "--port", port]
        ended = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=False)
    assert ended.returncode == 1
    assert ended.stderr.startswith("cannot serve: ")


def _look_up(ready: dict[str, str], pnr: str) -> None:
    assert _status_of_look_up(ready, pnr) == 200


def _status_of_look_up(ready: dict[str, str], pnr: str) -> int:
    address = urlsplit(ready["endpoint"])
    p12 = Path(ready["client_certificate"]).read_bytes()
    context = client_context(Path(ready["ca_file"]), p12, ready["passphrase"])
    invocation_context = {
        "ServiceAgreementUUID": ready["service_agreement_uuid"],
        "UserSystemUUID": ready["user_system_uuid"],
        "UserUUID": ready["user_uuid"],
        "ServiceUUID": ready["service_uuid"],
    }
    connection = http.client.HTTPSConnection(
        str(address.hostname), address.port, timeout=SECONDS, context=context
    )
    try:
        connection.request("POST", address.path, envelope(invocation_context, gctp_message(pnr)), HEADERS)
        return connection.getresponse().status
    finally:
        connection.close()
