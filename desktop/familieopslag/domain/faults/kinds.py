"""What a fault is, how it travels as an error, and what a view needs of it.

Texts are Danish (screens.md §2.5) and may hold `{name}` placeholders that the error's `values` fill in. They are
marked for translation under the context "faults".
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum

__all__ = ["ExitCode", "FamilieopslagError", "Fault", "FaultReport", "report_of"]
"""What the package gives on; the rest is for its own rooms."""


class ExitCode(IntEnum):
    """What the command line returns (screens.md §4)."""

    OK = 0
    UNEXPECTED = 1
    USAGE = 2
    CONFIGURATION = 3
    CERTIFICATE = 4
    NETWORK = 5
    REFUSED = 6
    NOT_FOUND = 7
    INVALID_NUMBER = 8
    AUDIT = 9
    FORBIDDEN = 10
    AUDIT_BROKEN = 11
    CANCELLED = 130


def translate(_context: str, text: str) -> str:
    """Mark `text` for the translation files; the words themselves are looked up where they are shown."""
    return text


NOT_DONE = translate("faults", "Opslaget kunne ikke gennemføres")
NOT_SET_UP = translate("faults", "Programmet er ikke sat rigtigt op")
TELL_SUPPORT = translate("faults", "Send fejl-id'et til it-support.")
TRY_AGAIN = translate("faults", "Prøv igen om lidt. Sker det igen, så send fejl-id'et til it-support.")


@dataclass(frozen=True, slots=True)
class Fault:
    """One kind of fault. `retry`: whether trying again as it is can help.

    `origin`: for whoever has the code and looks for the cause, in Danish, and for docs/fejl.md alone: it names
    settings and statuses that say nothing to the user.
    """

    code: str
    title: str
    text: str
    action: str
    exit_code: ExitCode
    retry: bool = False
    origin: str = ""


class FamilieopslagError(Exception):
    """An error that can be told to the user as it is.

    `correlation_id`: the id to quote, also the CallersServiceCallIdentifier where a call was made. `values` fill
    the fault's placeholders and never hold personal data. `detail` is technical, short and free of it too.
    """

    def __init__(
        self,
        fault: Fault,
        correlation_id: str,
        *,
        values: Mapping[str, str] | None = None,
        detail: str = "",
    ) -> None:
        super().__init__(f"{fault.code} {correlation_id}")
        self.fault = fault
        self.correlation_id = correlation_id
        self.values: Mapping[str, str] = dict(values or {})
        self.detail = detail


@dataclass(frozen=True, slots=True)
class FaultReport:
    """What a view needs of an error: no exception, so nothing that drags a traceback or a frame along."""

    fault: Fault
    correlation_id: str
    values: Mapping[str, str] = field(default_factory=dict)
    detail: str = ""


def report_of(error: FamilieopslagError) -> FaultReport:
    """The error without its traceback."""
    return FaultReport(error.fault, error.correlation_id, error.values, error.detail)
