"""Answers `familieopslag audit verify` and `familieopslag audit find`. Reads only: no log, no key is ever made."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TextIO
from uuid import uuid4

from familieopslag.audit_command import texts
from familieopslag.domain import faults
from familieopslag.domain.cpr import InvalidCprError, parse
from familieopslag.domain.faults import ExitCode, FamilieopslagError, FaultReport, report_of
from familieopslag.presentation.failures import present_failure, present_input_problem
from familieopslag.system.audit.key import AuditKey
from familieopslag.system.audit.key_store import KeyStore, key_store
from familieopslag.system.audit.places import demo_audit, folder_of
from familieopslag.system.audit.report import Report
from familieopslag.system.audit.verification import FoundRow, Search, find, verify
from familieopslag.system.settings import read_audit_settings

SCHEMA = "familieopslag.audit-find/1"
"""Name and version of the JSON below; the version grows when a key changes its meaning or goes."""
_LONGEST_INPUT = 4096


@dataclass(frozen=True, slots=True)
class Question:
    """Which log is asked. `folder` and `key_file` stand for what the settings say, None for just that."""

    profile_dir: Path | None = None
    is_demo: bool = False
    folder: Path | None = None
    key_file: Path | None = None


@dataclass(frozen=True, slots=True)
class _Log:
    folder: Path
    keys: KeyStore


def run_verify(question: Question, *, out: TextIO, err: TextIO) -> ExitCode:
    """Print the state of the log. OK, AUDIT (rows could not be proven: no key for them) or AUDIT_BROKEN."""
    return _answered(lambda: _verify(question, out, err), err)


def run_find(question: Question, *, as_json: bool, source: TextIO, out: TextIO, err: TextIO) -> ExitCode:
    """Print the rows about the person whose number is on `source`.

    AUDIT when there is no key, or rows under another one may be about the person too; AUDIT_BROKEN when the log is
    not whole. What was found is printed in both cases.
    """
    return _answered(lambda: _find(question, source, out, err, as_json=as_json), err)


def _answered(answer: Callable[[], ExitCode], err: TextIO) -> ExitCode:
    """What `answer` returns; whatever goes wrong is told in Danish, and never with a number in it."""
    try:
        return answer()
    except InvalidCprError as problem:
        err.write(f"{present_input_problem(problem).text}\n")
        return ExitCode.INVALID_NUMBER
    except FamilieopslagError as error:
        report = report_of(error)
    except KeyboardInterrupt:
        return ExitCode.CANCELLED
    except OSError as error:
        err.write(f"Loggen kan ikke læses ({type(error).__name__}). Kontrollér mappen og retten til den.\n")
        return ExitCode.AUDIT
    except Exception as error:  # noqa: BLE001 - a traceback would show what it was about
        report = FaultReport(faults.UNEXPECTED, str(uuid4()), detail=type(error).__name__)
    failure = present_failure(report, datetime.now().astimezone())
    err.write(f"{failure.title}. {failure.text} {failure.action}".rstrip() + "\n")
    err.write(f"{failure.code} · Fejl-id {failure.correlation_id}\n")
    return report.fault.exit_code


def _verify(question: Question, out: TextIO, err: TextIO) -> ExitCode:
    log = _log(question)
    key = _key(log.keys, err)
    report = verify(log.folder, key)
    out.write(f"Revisionslog i {log.folder}\n")
    out.writelines(f"{line}\n" for line in texts.report_lines(report))
    if report.flaws:
        out.write("Loggen hænger IKKE sammen. Gem en kopi af mappen, og kontakt den dataansvarlige.\n")
    elif report.unproven:
        out.write("Rækkerne hænger sammen, men ikke alle kunne efterprøves uden deres nøgle.\n")
    else:
        out.write("Loggen hænger sammen.\n")
    return _exit_code(report)


def _find(question: Question, source: TextIO, out: TextIO, err: TextIO, *, as_json: bool) -> ExitCode:
    cpr = parse(source.read(_LONGEST_INPUT))
    log = _log(question)
    key = _key(log.keys, err)
    if key is None:
        return _without_key(log, err)
    search = find(log.folder, key, cpr)
    if as_json:
        json.dump(as_data(search), out, ensure_ascii=False, indent=2)
        out.write("\n")
    else:
        out.writelines(f"{texts.found_line(row)}\n" for row in search.rows)
        out.write(f"{texts.rows_text(len(search.rows))} om personen i {log.folder}.\n")
    err.writelines(f"Bemærk: {texts.unproven_text(span)}\n" for span in search.report.unproven)
    if search.report.unproven:
        err.write("De kan heller ikke søges. Angiv nøglen med --key-file.\n")
    if search.report.flaws:
        err.write("Loggen hænger IKKE sammen, så svaret kan være ufuldstændigt:\n")
        err.writelines(f"{line}\n" for line in texts.flaw_lines(search.report))
    return _exit_code(search.report)


def as_data(search: Search) -> dict[str, Any]:
    """The stable JSON of a search. Documented in docs/revisionslog.md."""
    report = search.report
    return {
        "schema": SCHEMA,
        "rows": [_row(found) for found in search.rows],
        "unsearched": [
            {
                "key_id": span.key_id,
                "rows": span.rows,
                "first": _utc(span.first_time),
                "last": _utc(span.last_time),
            }
            for span in report.unproven
        ],
        "log": {
            "rows": report.rows,
            "key_id": report.key_id,
            "first": _utc(report.first_time),
            "last": _utc(report.last_time),
            "flaws": [texts.remark_text(flaw) for flaw in report.flaws],
        },
    }


def _row(found: FoundRow) -> dict[str, Any]:
    row = found.row
    return {
        "time": _utc(row.time),
        "event": row.event,
        "user": row.user,
        "host": row.host,
        "session": row.session,
        "environment": row.environment,
        "purpose": row.purpose,
        "case_number": row.case_number,
        "correlation_id": row.correlation_id,
        "protection": row.protection,
        "result": row.result,
        "details": list(row.details),
        "file": found.file,
        "line": found.line,
        "authentic": found.is_authentic,
    }


def _utc(time: datetime | None) -> str:
    return "" if time is None else f"{time.astimezone(UTC):%Y-%m-%dT%H:%M:%S}.{time.microsecond // 1000:03d}Z"


def _log(question: Question) -> _Log:
    """The log that is meant, by the settings unless another one is named."""
    read = demo_audit if question.is_demo else read_audit_settings
    settings = read(question.profile_dir)
    folder = question.folder or folder_of(settings, question.profile_dir)
    if question.key_file is not None:
        settings = replace(settings, key_file=question.key_file)
    return _Log(folder, key_store(settings))


def _key(keys: KeyStore, err: TextIO) -> AuditKey | None:
    """The key, or None after having said why there is none."""
    try:
        key = keys.existing()
    except FamilieopslagError as error:
        unsafe = error.fault is faults.AUDIT_KEY_UNSAFE
        why = "kan læses af andre end dig eller er ikke en nøgle" if unsafe else "kan ikke hentes"
        err.write(f"Nøglen i {keys.place} {why}.\n")
        err.write(f"{error.fault.code} · Fejl-id {error.correlation_id} · {error.detail}\n")
        return None
    if key is None:
        err.write(f"Der er ingen nøgle i {keys.place}.\n")
    return key


def _without_key(log: _Log, err: TextIO) -> ExitCode:
    err.write("Uden nøglen kan ingen finde en person i loggen.\n")
    spans = verify(log.folder, None).unproven
    err.writelines(f"{texts.missing_key_text(span)}\n" for span in spans)
    return ExitCode.AUDIT


def _exit_code(report: Report) -> ExitCode:
    if report.flaws:
        return ExitCode.AUDIT_BROKEN
    return ExitCode.AUDIT if report.unproven else ExitCode.OK
