"""What the audit log's state is called in Danish."""

from collections.abc import Iterator
from datetime import datetime

from familieopslag.system.audit.report import Flaw, Notice, Remark, Report, Unproven
from familieopslag.system.audit.verification import FoundRow

_MOST = 50
"""Flaws that are told one by one; a log that was written over has one for each row."""
_TEXTS = {
    Flaw.ROW_CHANGED: "rækken er ændret, efter at den blev skrevet.",
    Flaw.NOT_A_ROW: "linjen er ikke en række.",
    Flaw.NOT_LINKED: "rækken passer ikke til linjen før. Den er ændret, eller rækker er fjernet, tilføjet "
    "eller flyttet.",
    Flaw.NUMBERS_MISSING: "der mangler rækker, fra nummer {first} til og med {last}.",
    Flaw.LINE_END_MISSING: "slutningen af linjen er skåret af.",
    Flaw.KEY_UNANNOUNCED: "rækken er skrevet med en anden nøgle ({key}), uden at loggen fortæller om et "
    "nøgleskift.",
    Flaw.BREAK_RECORDED: "programmet fandt, at andre havde ændret loggen, og skrev det her: {found}.",
    Flaw.BEGIN_MISSING: "de ældste rækker mangler, uden at loggen fortæller, at de er slettet.",
    Flaw.SEAL_MISSING: "loggen har intet segl, så der kan mangle rækker til sidst.",
    Flaw.SEAL_CHANGED: "seglet er ændret, så der kan mangle rækker til sidst.",
    Flaw.SEAL_BEHIND: "seglet er {rows} rækker bagud, så et gammelt segl kan være lagt tilbage.",
    Flaw.CUT_OFF: "seglet siger, at der er skrevet {sealed} rækker, men den række er der ikke. Den sidste er "
    "nummer {last}.",
    Flaw.FILE_UNREADABLE: "filen kan ikke læses.",
    Notice.TORN: "afbrudt række. Programmet blev stoppet, mens den blev skrevet.",
    Notice.RESUMED: "loggen blev genoptaget, efter at programmet var blevet stoppet midt i en skrivning.",
    Notice.BEYOND_SEAL: "{rows} rækker er skrevet, lige før programmet blev stoppet, og er ikke med i seglet.",
    Notice.KEY_CHANGED: "nøgleskift fra {before} til {key} (nøglen: {how}).",
    Notice.PRUNED: "{rows} rækker er slettet på grund af alder ({files}).",
    Notice.DELETION_PENDING: "rækker, som er for gamle, er endnu ikke slettet. Det sker, næste gang der logges.",
}
_BACKWARDS = "rækkens nummer er brugt før."


def time_text(time: datetime) -> str:
    """The computer's local time with its distance from UTC."""
    local = time.astimezone()
    offset = f"{local:%z}"
    return f"{local:%d.%m.%Y %H:%M:%S} {offset[:3]}:{offset[3:5]}"


def remark_text(remark: Remark) -> str:
    """One flaw or notice, with its place."""
    text = _TEXTS[remark.kind].format_map(remark.values)
    if remark.kind is Flaw.NUMBERS_MISSING and not remark.values["first"]:
        text = _BACKWARDS
    place = f"{remark.file}, linje {remark.line}" if remark.line else remark.file
    return f"{place}: {text}" if place else f"{text[0].upper()}{text[1:]}"


def report_lines(report: Report) -> Iterator[str]:
    """The state of a log, a line each."""
    if report.rows and report.first_time is not None and report.last_time is not None:
        span = f"{time_text(report.first_time)} til {time_text(report.last_time)}"
        yield f"{rows_text(report.rows)} i {report.files} {'fil' if report.files == 1 else 'filer'}, {span}."
    else:
        yield "Der er ingen rækker."
    if report.seal is not None:
        yield f"Segl: række {report.seal.seq}, {report.seal.last}"
    if report.key_id:
        yield f"Nøgle {report.key_id}: {rows_text(report.proven)} efterprøvet."
    yield from (f"Bemærk: {remark_text(notice)}" for notice in report.notices)
    yield from (f"Bemærk: {unproven_text(span)}" for span in report.unproven)
    yield from flaw_lines(report)


def flaw_lines(report: Report) -> Iterator[str]:
    """Every flaw, within reason."""
    yield from (f"FEJL: {remark_text(flaw)}" for flaw in report.flaws[:_MOST])
    if len(report.flaws) > _MOST:
        yield f"FEJL: og {len(report.flaws) - _MOST} til."


def unproven_text(span: Unproven) -> str:
    """Rows whose key is not at hand."""
    period = f"{time_text(span.first_time)} til {time_text(span.last_time)}"
    return f"{_numbers(span)} ({period}) kan ikke efterprøves uden nøglen {span.key_id}."


def missing_key_text(span: Unproven) -> str:
    """Which key would be needed."""
    return f"{_numbers(span)} er skrevet med nøglen {span.key_id}."


def found_line(found: FoundRow) -> str:
    """One row about the person who was asked for."""
    row = found.row
    parts = (
        time_text(row.time),
        row.event,
        f"bruger {row.user}",
        f"pc {row.host}",
        f"formål {row.purpose}" if row.purpose else "",
        f"sag {row.case_number}" if row.case_number else "",
        row.result,
        f"id {row.correlation_id}" if row.correlation_id else "",
        "" if found.is_authentic else "RÆKKEN ER ÆNDRET, EFTER AT DEN BLEV SKREVET",
    )
    return " · ".join(part for part in parts if part)


def _numbers(span: Unproven) -> str:
    return f"Række {span.first_seq}–{span.last_seq}" if span.rows > 1 else f"Række {span.first_seq}"


def rows_text(count: int) -> str:
    """How many rows."""
    return f"{count} række" if count == 1 else f"{count} rækker"
