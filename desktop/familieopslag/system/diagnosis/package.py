"""The package: parts that can be read before anything is saved, and a zip file of just those."""

import uuid
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from familieopslag.domain import faults
from familieopslag.domain.faults import FamilieopslagError
from familieopslag.domain.seen_words import SeenWords
from familieopslag.system.diagnosis.scanner import tells_of_somebody
from familieopslag.system.whole_file import write_whole

_OWN_EYES = 0o600 << 16
"""In a zip's own words."""


@dataclass(frozen=True, slots=True)
class Part:
    """A file of the package. `is_refused`: there is something in it that may be about somebody."""

    name: str
    text: str = field(repr=False)
    is_refused: bool = False


Source = tuple[str, Callable[[], str | None]]
"""A part's name, and what makes its text; None: there is nothing of the kind."""


def gather(sources: Iterable[Source], seen: SeenWords) -> tuple[Part, ...]:
    """Every part that can be had. One that fails says so in its text, and keeps no other from being had."""
    parts = []
    for name, make in sources:
        text = _text_of(make)
        if text is not None:
            parts.append(Part(name, text, tells_of_somebody(text, seen)))
    return tuple(parts)


def save(file: Path, parts: Sequence[Part], seen: SeenWords) -> None:
    """Write the parts, if none is about anybody: they are looked through once more, by what has been seen by now.

    Raises FamilieopslagError (PACKAGE_REFUSED, with the part's name; PACKAGE_NOT_SAVED); nothing is written then.
    """
    refused = [part.name for part in parts if tells_of_somebody(part.text, seen)]
    if refused:
        raise FamilieopslagError(
            faults.PACKAGE_REFUSED, str(uuid.uuid4()), values={"part": ", ".join(refused)}
        )
    try:
        write_whole(file.resolve(), _zipped(parts))
    except OSError as error:
        failed = FamilieopslagError(faults.PACKAGE_NOT_SAVED, str(uuid.uuid4()), detail=type(error).__name__)
    else:
        return
    raise failed


def _text_of(make: Callable[[], str | None]) -> str | None:
    try:
        return make()
    except FamilieopslagError as error:
        return f"{error.fault.code} {error.fault.title} ({error.correlation_id})\n"
    except Exception as error:  # noqa: BLE001 - whatever is broken here is what the package is to tell of
        return f"Kunne ikke hentes: {type(error).__name__}\n"


def _zipped(parts: Sequence[Part]) -> bytes:
    import io
    import zipfile

    now = datetime.now().astimezone().timetuple()[:6]
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as package:
        for part in parts:
            told = zipfile.ZipInfo(part.name, now)
            told.external_attr = _OWN_EYES
            told.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(told, part.text.encode())
    return data.getvalue()
