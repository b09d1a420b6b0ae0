"""Where replies come from: our own register of households, or a folder of recorded replies."""

from pathlib import Path
from typing import Protocol

from familieopslag.testservice.gctp import PAGE_SIZE, answer_text, following_rows, read_rows
from familieopslag.testservice.personnummer import is_ten_digits
from familieopslag.testservice.register import HouseholdRegister
from familieopslag.testservice.tables import RegisterError
from familieopslag.testservice.xmltools import UnreadableXmlError


class ReplySource(Protocol):
    """Whoever knows what to answer about a number."""

    def reply(self, pnr: str, after: str | None) -> str | None:
        """The text of `result`, or None for a number that is not held.

        `after`: the value of the paging key, the PNR_FOEDDATO of the last row that the caller has.
        """


class RecordedReplies:
    """A folder of files `PNR.xml`, each the text of a `result` as it was once received."""

    def __init__(self, folder: Path) -> None:
        """Read every reply; raises RegisterError that names the file that is none."""
        self._texts: dict[str, str] = {}
        for path in sorted(folder.glob("*.xml")):
            self._texts[path.stem] = _recorded_text(path)

    def reply(self, pnr: str, after: str | None) -> str | None:
        """The recorded text as it is; only one of more persons than a reply holds is cut into pages."""
        text = self._texts.get(pnr)
        if text is None:
            return None
        rows = read_rows(text)
        if len(rows) - 1 <= PAGE_SIZE:
            return text
        return answer_text(rows[0], following_rows(rows[1:], after))


def open_source(folder: Path) -> ReplySource:
    """The replies of `folder`, whichever of the two kinds it holds; raises RegisterError."""
    if not folder.is_dir():
        raise RegisterError(f"{folder}: no such folder")
    households, recordings = any(folder.glob("*.toml")), any(folder.glob("*.xml"))
    if households == recordings:
        raise RegisterError(
            f"{folder}: expected either household files (.toml) or recorded replies (PNR.xml)"
        )
    return HouseholdRegister(folder) if households else RecordedReplies(folder)


def _recorded_text(path: Path) -> str:
    if not is_ten_digits(path.stem):
        raise RegisterError(f"{path.name}: a recorded reply is named after its number")
    try:
        text = path.read_text(encoding="utf-8-sig")
        read_rows(text)
    except (UnicodeDecodeError, UnreadableXmlError) as error:
        raise RegisterError(f"{path.name}: {error}") from error
    return text
