"""The command line companion: the same layers without a window, masked alike.

The number is read from standard input, never from the arguments, which other users of the computer can see.
"""

import json
import logging
import time
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any, TextIO
from uuid import uuid4

from familieopslag.domain import faults
from familieopslag.domain.cpr import InvalidCprError, parse
from familieopslag.domain.errand import Errand
from familieopslag.domain.faults import ExitCode, FamilieopslagError, FaultReport, report_of
from familieopslag.domain.person import LookupResult
from familieopslag.domain.ports import LookupRequest, PersonLookup
from familieopslag.presentation.environment import EnvironmentView
from familieopslag.presentation.failures import present_failure, present_input_problem
from familieopslag.presentation.view_models import (
    FailureView,
    FamilyRow,
    FieldView,
    InputHintView,
    PersonView,
)

SCHEMA = "familieopslag.opslag/1"
"""Name and version of the JSON below; the version grows when a key changes its meaning or goes."""
_LONGEST_INPUT = 4096
_LOG = logging.getLogger(__name__)
_LABEL_WIDTH = 34

Picture = Callable[[PersonView | FailureView], None]
"""Writes the window with what is given."""


def run_lookup(
    make_lookup: Callable[[], PersonLookup],
    view_of: Callable[[LookupResult], PersonView],
    environment: EnvironmentView,
    errand_of: Callable[[], Errand],
    *,
    as_json: bool,
    draw: Picture | None,
    source: TextIO,
    out: TextIO,
    err: TextIO,
) -> ExitCode:
    """Read one number from `source`, look it up, print it to `out`; faults go to `err` in Danish.

    `errand_of` may raise FamilieopslagError, for a purpose that is missing, say.
    """
    try:
        request = LookupRequest(parse(source.read(_LONGEST_INPUT)), errand=errand_of())
        view = view_of(_looked_up(make_lookup, request))
    except InvalidCprError as problem:
        hint = present_input_problem(problem)
        return _failed(_invalid(), hint, as_json=as_json, draw=draw, out=out, err=err)
    except FamilieopslagError as error:
        return _failed(report_of(error), None, as_json=as_json, draw=draw, out=out, err=err)
    except KeyboardInterrupt:
        report = FaultReport(faults.CANCELLED, str(uuid4()))
        return _failed(report, None, as_json=as_json, draw=None, out=out, err=err)
    except Exception as error:  # noqa: BLE001 - a traceback would show what it was about
        report = FaultReport(faults.UNEXPECTED, str(uuid4()), detail=type(error).__name__)
        return _failed(report, None, as_json=as_json, draw=draw, out=out, err=err)
    if as_json:
        json.dump(as_data(view, environment), out, ensure_ascii=False, indent=2)
        out.write("\n")
    else:
        out.writelines(f"{line}\n" for line in as_lines(view, environment))
    return ExitCode.OK if _drawn(draw, view, err) else ExitCode.UNEXPECTED


def as_data(view: PersonView, environment: EnvironmentView) -> dict[str, Any]:
    """The stable JSON of a result. Documented in docs/opslag-json.md."""
    heading, address, family, origin = view.heading, view.address, view.family, view.origin
    return {
        "schema": SCHEMA,
        "environment": environment.key,
        "person": {
            "protection": view.protection,
            "protection_text": heading.protection,
            "name": heading.name,
            "number": heading.number,
            "age": heading.age,
            "gender": heading.gender,
            "status": heading.status,
            "chips": list(heading.chips),
            "banners": [
                {"tone": banner.tone.value, "title": banner.title, "text": banner.text}
                for banner in view.banners
            ],
            "address": {
                "hidden": address.is_hidden,
                "lines": list(address.lines),
                "notice": address.notice,
                "title": address.title,
                "other_title": address.other_title,
                "other_lines": list(address.other_lines),
            },
            "fields": [
                *_fields("stamdata", view.stamdata),
                *_fields("adresse", address.fields),
                *_fields("administration", view.administration),
                *_fields("øvrige", view.other),
            ],
            "own_row": _fields("familie", view.own_row),
        },
        "family": {
            "count": family.count,
            "notices": list(family.notices),
            "groups": [
                {
                    "title": group.title,
                    "note": group.note,
                    "relatives": [_relative(row) for row in group.rows],
                }
                for group in family.groups
            ],
        },
        "origin": {
            "source": origin.source,
            "fetched_at": origin.fetched_at,
            "correlation_ids": list(origin.correlation_ids),
        },
    }


def as_lines(view: PersonView, environment: EnvironmentView) -> Iterable[str]:
    """The result as text for a terminal."""
    heading = view.heading
    yield f"[{environment.name}]"
    for banner in view.banners:
        yield f"! {banner.title} {banner.text}".rstrip()
    yield heading.name
    yield " · ".join(part for part in (heading.number, heading.age, heading.gender, heading.status) if part)
    yield heading.protection
    yield from _section("Stamdata", view.stamdata)
    yield from ("", "Adresse")
    address = view.address
    for lines in (
        (address.title, *address.lines, address.notice),
        (address.other_title, *address.other_lines),
    ):
        yield from (f"  {line}" for line in lines if line)
    if not address.is_hidden:
        yield from (_line(item) for item in address.fields)
    yield from ("", f"Familie ({view.family.count})")
    for group in view.family.groups:
        yield f"  {group.title} – {group.note}" if group.note else f"  {group.title}"
        for row in group.rows:
            together = "samme adresse" if row.same_address else ""
            parts = (row.relation, row.name, row.number, row.age, row.status, row.residence, together)
            yield "    " + " · ".join(dict.fromkeys(part for part in parts if part))
    yield from (f"  {notice}" for notice in view.family.notices)
    yield from _section("Administration og indrapportering", view.administration)
    yield from _section("Øvrige felter", view.other)
    yield from ("", f"Kilde: {view.origin.source} · hentet {view.origin.fetched}")
    yield f"Opslags-id {', '.join(view.origin.correlation_ids)}"


def _looked_up(make_lookup: Callable[[], PersonLookup], request: LookupRequest) -> LookupResult:
    started = time.monotonic()
    lookup = make_lookup()
    try:
        result = lookup.lookup(request, lambda _partial: None, lambda: False)
    finally:
        lookup.close()
    told = {"correlation_id": next(iter(result.correlation_ids), "")}
    _LOG.info("lookup ok after %d ms", round((time.monotonic() - started) * 1000), extra=told)
    return result


def _invalid() -> FaultReport:
    return FaultReport(faults.NUMBER_INVALID, str(uuid4()))


def _failed(
    report: FaultReport,
    hint: InputHintView | None,
    *,
    as_json: bool,
    draw: Picture | None,
    out: TextIO,
    err: TextIO,
) -> ExitCode:
    # Not a warning: the terminal is told below, in Danish.
    _LOG.info("%s %s", report.fault.code, report.detail, extra={"correlation_id": report.correlation_id})
    failure = present_failure(report, datetime.now().astimezone())
    text = hint.text if hint is not None else failure.text
    action = "" if failure.action in text else failure.action
    err.write(f"{failure.title}. {text} {action}".rstrip() + "\n")
    err.write(f"{failure.code} · Fejl-id {failure.correlation_id}\n")
    if as_json:
        error = {
            "code": failure.code,
            "title": failure.title,
            "text": text,
            "action": action,
            "correlation_id": failure.correlation_id,
            "retry": failure.can_retry,
        }
        json.dump({"schema": SCHEMA, "error": error}, out, ensure_ascii=False, indent=2)
        out.write("\n")
    _drawn(draw, failure, err)
    return report.fault.exit_code


def _drawn(draw: Picture | None, shown: PersonView | FailureView, err: TextIO) -> bool:
    """Whether there is no picture to be made, or it has been; what has been printed stands either way."""
    if draw is None:
        return True
    try:
        draw(shown)
    except OSError as error:
        err.write(f"Billedet af vinduet kunne ikke gemmes ({type(error).__name__}).\n")
        return False
    return True


def _fields(panel: str, fields: Iterable[FieldView]) -> list[dict[str, Any]]:
    return [
        {
            "code": item.code,
            "label": item.label,
            "panel": panel,
            "state": item.state.value,
            "value": item.value,
            "text": item.text,
        }
        for item in fields
    ]


def _relative(row: FamilyRow) -> dict[str, Any]:
    return {
        "relation": row.relation,
        "name": row.name,
        "number": row.number,
        "age": row.age,
        "status": row.status,
        "residence": row.residence,
        "same_address": row.same_address,
        "hidden": row.is_hidden,
        "protection": row.protection,
        "can_look_up": row.can_open,
        "fields": _fields("familie", row.fields),
    }


def _section(title: str, fields: Iterable[FieldView]) -> Iterable[str]:
    lines = [_line(item) for item in fields]
    return ("", title, *lines) if lines else ()


def _line(item: FieldView) -> str:
    return f"  {item.label:<{_LABEL_WIDTH}} {item.text}"
