"""`familieopslag --diagnose FILE`: the package for the helpdesk, without a window."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import TextIO

from familieopslag.domain.faults import ExitCode, FamilieopslagError, report_of
from familieopslag.domain.seen_words import SeenWords
from familieopslag.presentation.failures import present_failure
from familieopslag.system.diagnosis.package import Source, gather, save


def diagnose(file: Path, sources: Iterable[Source], out: TextIO, err: TextIO) -> ExitCode:
    """Write the package to `file` and name its parts. UNEXPECTED, with a sentence, when it may not be or cannot be."""
    seen = SeenWords()  # nobody has been seen in this run
    parts = gather(sources, seen)
    try:
        save(file, parts, seen)
    except FamilieopslagError as error:
        failure = present_failure(report_of(error), datetime.now().astimezone())
        err.write(f"{failure.title}. {failure.text} {failure.action}\n")
        err.write(f"{failure.code} · Fejl-id {failure.correlation_id}\n")
        return error.fault.exit_code
    out.writelines(f"{part.name}\n" for part in parts)
    out.write(f"Gemt i {file}. Pakken indeholder ingen personoplysninger.\n")
    return ExitCode.OK
