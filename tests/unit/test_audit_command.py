"""`familieopslag audit`: what is printed, where, and the exit code."""

import io
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import pytest

from familieopslag.app import main
from familieopslag.domain.accountability import AuditEvent
from familieopslag.domain.errand import Errand
from familieopslag.domain.faults import ExitCode
from familieopslag.system.audit import verification
from familieopslag.system.audit.journal import AuditLog, open_audit_log
from familieopslag.system.audit.key_store import KeyFile
from familieopslag.system.audit.places import demo_audit
from familieopslag.system.settings import AuditSettings
from tests.support.audit import (
    CALL_ID,
    CONTEXT,
    KEY,
    OTHER_KEY,
    Clock,
    HeldKey,
    entry,
    files_of,
    person,
    rows_of,
)
from tests.support.personal_data import PersonalData


@dataclass(frozen=True)
class Answer:
    """What a run left behind."""

    exit_code: int
    out: str
    err: str


class Ask(Protocol):
    """Runs `familieopslag --profile-dir PROFILE audit WORDS` with a text on standard input."""

    def __call__(self, *words: str, text: str = "", before: tuple[str, ...] = ()) -> Answer: ...


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """A profile whose settings name a key file, with KEY in it."""
    (tmp_path / "settings.toml").write_text('[audit]\nkey_file = "nøgle"\n', encoding="utf-8")
    _keep(tmp_path / "nøgle", KEY.secret)
    return tmp_path


def _keep(file: Path, secret: bytes) -> None:
    file.touch(0o600)
    file.write_text(secret.hex())


@pytest.fixture
def ask(profile: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Ask:
    def run(*words: str, text: str = "", before: tuple[str, ...] = ()) -> Answer:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        code = main(["--profile-dir", str(profile), *before, "audit", *words])
        said = capsys.readouterr()
        return Answer(code, said.out, said.err)

    return run


def _log(folder: Path, keys: HeldKey | None = None) -> AuditLog:
    return AuditLog(folder, keys or HeldKey(), CONTEXT, clock=Clock())


@pytest.fixture
def log(profile: Path) -> Path:
    """Three looks at one person, and one at another."""
    log = _log(profile / "audit")
    log.record(entry())
    log.record(entry(1, AuditEvent.RELATIVE_LOOKUP))
    log.record(entry(event=AuditEvent.REPLY, result="ok", protection="beskyttet"))
    log.record(entry(event=AuditEvent.COPIED, errand=Errand(), result="", correlation_id="", details=()))
    return profile / "audit"


def test_a_whole_log(ask: Ask, log: Path) -> None:
    answer = ask("verify")
    assert (answer.exit_code, answer.err) == (ExitCode.OK, "")
    lines = answer.out.splitlines()
    assert lines[0] == f"Revisionslog i {log}"
    assert lines[1].startswith("5 rækker i 1 fil, 23.11.2026 ")
    assert lines[2].startswith("Segl: række 5, ")
    assert lines[3] == f"Nøgle {KEY.id}: 5 rækker efterprøvet."
    assert lines[4:] == ["Loggen hænger sammen."]


def test_a_changed_log_names_file_and_line(ask: Ask, log: Path) -> None:
    file = files_of(log)[0]
    file.write_bytes(file.read_bytes().replace(b"relation-opslag", b"opslag"))
    answer = ask("verify")
    assert (answer.exit_code, answer.err) == (ExitCode.AUDIT_BROKEN, "")
    assert f"FEJL: {file.name}, linje 3: rækken er ændret, efter at den blev skrevet." in answer.out
    assert "Loggen hænger IKKE sammen." in answer.out


def test_rows_that_are_gone_are_told(ask: Ask, log: Path) -> None:
    lines = rows_of(log)
    files_of(log)[0].write_bytes(b"\n".join([*lines[:2], *lines[3:4], b""]))
    out = ask("verify").out
    assert "linje 3: der mangler rækker, fra nummer 3 til og med 3." in out
    assert (
        "FEJL: Seglet siger, at der er skrevet 5 rækker, men den række er der ikke. Den sidste er nummer 4."
        in out
    )


def test_many_flaws_are_not_told_one_by_one(ask: Ask, log: Path) -> None:
    log_of_many = _log(log)
    for _ in range(60):
        log_of_many.record(entry())
    for file in files_of(log):
        file.write_bytes(file.read_bytes().replace(b"KOMMUNE", b"Kommune"))
    out = ask("verify").out
    assert out.count("FEJL: ") == 51
    assert "FEJL: og 16 til." in out


def test_no_log_yet(ask: Ask, profile: Path) -> None:
    answer = ask("verify")
    assert (answer.exit_code, answer.err) == (ExitCode.OK, "")
    assert "Der er ingen rækker." in answer.out
    assert not (profile / "audit").exists()


def test_the_question_makes_no_key_and_no_log(ask: Ask, profile: Path) -> None:
    (profile / "nøgle").unlink()
    before = sorted(profile.iterdir())
    assert ask("verify").exit_code == ExitCode.OK
    assert ask("find", text=person().digits).exit_code == ExitCode.AUDIT
    assert sorted(profile.iterdir()) == before


def test_without_the_key_the_chain_alone_is_followed(ask: Ask, log: Path, profile: Path) -> None:
    (profile / "nøgle").unlink()
    answer = ask("verify")
    assert answer.exit_code == ExitCode.AUDIT
    assert answer.err == f"Der er ingen nøgle i nøglefilen {profile / 'nøgle'}.\n"
    assert f"kan ikke efterprøves uden nøglen {KEY.id}." in answer.out
    assert answer.out.endswith("Rækkerne hænger sammen, men ikke alle kunne efterprøves uden deres nøgle.\n")
    file = files_of(log)[0]
    file.write_bytes(file.read_bytes().replace(b"relation-opslag", b"opslag"))
    assert ask("verify").exit_code == ExitCode.AUDIT_BROKEN


def test_a_key_that_others_can_read_is_not_used(ask: Ask, log: Path, profile: Path) -> None:
    (profile / "nøgle").chmod(0o644)
    for words in (("verify",), ("find",)):
        answer = ask(*words, text=person().digits)
        assert answer.exit_code == ExitCode.AUDIT
        assert "kan læses af andre end dig eller er ikke en nøgle." in answer.err
        assert "FO-092 · Fejl-id " in answer.err


def test_a_keyring_that_cannot_be_used_is_told(ask: Ask, log: Path, profile: Path) -> None:
    (profile / "settings.toml").unlink()
    answer = ask("verify")
    assert answer.exit_code == ExitCode.AUDIT
    assert "Nøglen i pc'ens nøglering (Familieopslag, auditlog) kan ikke hentes." in answer.err
    assert "FO-091" in answer.err


def test_find_answers_who_looked_when_and_why(ask: Ask, log: Path) -> None:
    answer = ask("find", text=f"CPR: {person().formatted}\n")
    assert (answer.exit_code, answer.err) == (ExitCode.OK, "")
    first, reply, copied, count = answer.out.splitlines()
    assert first.endswith(
        f" · opslag · bruger KOMMUNE\\abc · pc pc-17 · formål HJEMMEHJÆLP · sag 2026-4711 · sendes · id {CALL_ID}"
    )
    assert first.startswith("23.11.2026 ")
    assert " · svar · " in reply
    assert copied.endswith(" · kopiér · bruger KOMMUNE\\abc · pc pc-17")
    assert count == f"3 rækker om personen i {log}."


def test_find_says_no_number_and_no_hash(ask: Ask, log: Path, personal_data: PersonalData) -> None:
    for words in (("find",), ("find", "--json")):
        answer = ask(*words, text=person().digits)
        assert "number" not in personal_data.kinds_in(answer.out + answer.err)
        assert KEY.subject_hash(person()) not in answer.out


def test_find_as_json(ask: Ask, log: Path) -> None:
    answer = ask("find", "--json", text=person(1).digits)
    data: dict[str, Any] = json.loads(answer.out)
    (row,) = data["rows"]
    assert row == {
        "time": "2026-11-23T08:00:02.000Z",
        "event": "relation-opslag",
        "user": "KOMMUNE\\abc",
        "host": "pc-17",
        "session": "s1",
        "environment": "exttest",
        "purpose": "HJEMMEHJÆLP",
        "case_number": "2026-4711",
        "correlation_id": CALL_ID,
        "protection": "",
        "result": "sendes",
        "details": ["indtastet", "side 1"],
        "file": "audit-2026-11.jsonl",
        "line": 3,
        "authentic": True,
    }
    assert data["schema"] == "familieopslag.audit-find/1"
    assert data["unsearched"] == []
    assert data["log"] == {
        "rows": 5,
        "key_id": KEY.id,
        "first": "2026-11-23T08:00:01.000Z",
        "last": "2026-11-23T08:00:04.000Z",
        "flaws": [],
    }


def test_nobody_has_looked(ask: Ask, log: Path) -> None:
    answer = ask("find", text=person(5).digits)
    assert (answer.exit_code, answer.out) == (ExitCode.OK, f"0 rækker om personen i {log}.\n")


@pytest.mark.parametrize("text", ["", "hej", "12345", "3113111111"])
def test_what_is_no_number_is_not_searched(ask: Ask, log: Path, text: str) -> None:
    answer = ask("find", text=text)
    assert (answer.exit_code, answer.out) == (ExitCode.INVALID_NUMBER, "")
    assert answer.err
    assert not text or text not in answer.err


def test_find_in_a_changed_log_says_so(ask: Ask, log: Path) -> None:
    file = files_of(log)[0]
    file.write_bytes(file.read_bytes().replace(b'"protection":"beskyttet"', b'"protection":""'))
    answer = ask("find", text=person().digits)
    assert answer.exit_code == ExitCode.AUDIT_BROKEN
    assert answer.out.count("RÆKKEN ER ÆNDRET") == 1
    assert "Loggen hænger IKKE sammen, så svaret kan være ufuldstændigt:" in answer.err
    data = json.loads(ask("find", "--json", text=person().digits).out)
    assert [row["authentic"] for row in data["rows"]] == [True, False, True]
    assert len(data["log"]["flaws"]) == 1


def test_rows_under_another_key_need_that_key(ask: Ask, log: Path, profile: Path) -> None:
    _log(log, HeldKey(OTHER_KEY)).record(entry())
    for words in (("verify",), ("find",)):
        answer = ask(*words, text=person().digits)
        assert answer.exit_code == ExitCode.AUDIT
        told = answer.out if words == ("verify",) else answer.err
        assert "Bemærk: Række 6–7 (23.11.2026 " in told
        assert f"kan ikke efterprøves uden nøglen {OTHER_KEY.id}." in told
    assert "nøgleskift fra" in ask("verify").out
    data = json.loads(ask("find", "--json", text=person().digits).out)
    assert [(span["key_id"], span["rows"]) for span in data["unsearched"]] == [(OTHER_KEY.id, 2)]
    _keep(profile / "anden", OTHER_KEY.secret)
    answer = ask("find", "--key-file", str(profile / "anden"), text=person().digits)
    assert answer.out.splitlines()[-1].startswith("1 række om")


def test_without_any_key_find_says_which_are_missing(ask: Ask, log: Path, profile: Path) -> None:
    _log(log, HeldKey(OTHER_KEY)).record(entry())
    (profile / "nøgle").unlink()
    answer = ask("find", text=person().digits)
    assert (answer.exit_code, answer.out) == (ExitCode.AUDIT, "")
    assert answer.err.splitlines() == [
        f"Der er ingen nøgle i nøglefilen {profile / 'nøgle'}.",
        "Uden nøglen kan ingen finde en person i loggen.",
        f"Række 1–5 er skrevet med nøglen {KEY.id}.",
        f"Række 6–7 er skrevet med nøglen {OTHER_KEY.id}.",
    ]


def test_another_folder_can_be_asked(ask: Ask, log: Path, tmp_path: Path) -> None:
    copy = tmp_path / "kopi"
    log.rename(copy)
    assert "Der er ingen rækker." in ask("verify").out
    assert "5 rækker" in ask("verify", "--folder", str(copy)).out


def test_the_settings_say_where_the_log_is(ask: Ask, log: Path, profile: Path) -> None:
    log.rename(profile / "et andet sted")
    (profile / "settings.toml").write_text(
        '[audit]\nkey_file = "nøgle"\nfolder = "et andet sted"\n', encoding="utf-8"
    )
    assert "5 rækker" in ask("verify").out


def test_broken_settings_are_told(ask: Ask, profile: Path) -> None:
    (profile / "settings.toml").write_text("[audit]\nretention_months = 0\n")
    answer = ask("verify")
    assert answer.exit_code == ExitCode.CONFIGURATION
    assert "[audit] retention_months" in answer.err
    assert "FO-012" in answer.err


def test_the_demo_has_a_log_and_a_key_of_its_own(ask: Ask, log: Path, profile: Path) -> None:
    open_audit_log(demo_audit(profile), profile, "demo").record(entry(3))
    assert (profile / "demo" / "audit.key").is_file()
    answer = ask("find", text=person(3).digits, before=("--demo",))
    assert answer.out.endswith(f"1 række om personen i {profile / 'demo' / 'audit'}.\n")
    assert ask("verify", before=("--demo",)).exit_code == ExitCode.OK
    assert ask("find", text=person(3).digits).out.startswith("0 rækker")


def test_without_settings_the_log_is_where_the_profile_is(profile: Path) -> None:
    settings = AuditSettings(key_file=profile / "nøgle")
    open_audit_log(settings, profile, "prod").record(entry())
    assert len(rows_of(profile / "audit")) == 2
    assert verification.verify(profile / "audit", KeyFile(profile / "nøgle").existing()).proven == 2


def test_a_folder_that_cannot_be_read_is_told(ask: Ask, profile: Path) -> None:
    (profile / "audit").write_text("")
    answer = ask("verify")
    assert (answer.exit_code, answer.err) == (
        ExitCode.AUDIT,
        "Loggen kan ikke læses (NotADirectoryError). Kontrollér mappen og retten til den.\n",
    )


def test_a_fault_of_the_program_shows_nothing(ask: Ask, log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_arguments: object) -> None:
        raise RuntimeError(person().digits)

    monkeypatch.setattr("familieopslag.audit_command.command.find", failing)
    answer = ask("find", text=person().digits)
    assert answer.exit_code == ExitCode.UNEXPECTED
    assert "RuntimeError" not in answer.err
    assert person().digits not in answer.err
    assert "FO-001" in answer.err


def test_an_interruption_ends_it(ask: Ask, log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("familieopslag.audit_command.command.verify", interrupted)
    assert ask("verify").exit_code == ExitCode.CANCELLED


@pytest.mark.parametrize(
    "words", [(), ("find", "1403623112"), ("verify", "--json"), ("find", "--jso"), ("slet",)]
)
def test_other_words_are_refused(ask: Ask, words: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as caught:
        ask(*words)
    assert caught.value.code == ExitCode.USAGE
