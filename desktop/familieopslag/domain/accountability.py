"""What goes on record: every look at a person, and everything that is done with what was seen (screens.md §3.5).

Citizens may ask who looked them up (GDPR article 15; Datatilsynet 2024-32-0283), and the municipality has to be able
to answer. So a record is on disk before the deed it tells of; what cannot be recorded is not done.
"""

from dataclasses import dataclass, field
from enum import Enum
from typing import Protocol

from familieopslag.domain.cpr import Cpr
from familieopslag.domain.errand import Errand


class AuditEvent(Enum):
    """What happened. The value is the word in the log."""

    LOOKUP = "opslag"
    """A call is about to be sent for somebody whose number was typed, or who was looked up before."""
    RELATIVE_LOOKUP = "relation-opslag"
    """The same for somebody chosen in the family."""
    PAGE = "side"
    """A further call for the rest of a family."""
    REPLY = "svar"
    """A reply has come and may now be shown."""
    FAILED = "fejl"
    CANCELLED = "afbrudt"
    """The user wanted no answer any more; the call had been sent."""
    REVEALED = "afslør"
    COPIED = "kopiér"
    PRINTED = "udskriv"
    TELEPHONE = "telefonvisning"
    CLEARED = "ryd"
    TESTED = "forbindelsestest"
    """A call that is about nobody: whether the service answers under the agreement."""


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One event. What never belongs in here: names, addresses, any value that was seen.

    `subject`: the person it is about, whose number is written as a keyed hash; None where it is about nobody.
    `protection`: a word of domain.protection.Protection, or "" when not known yet. `correlation_id`: the call's
    CallersServiceCallIdentifier, or "". `result`: in a word or a fault's code. `details`: field codes, reasons,
    page numbers - words of the program's own.
    """

    event: AuditEvent
    subject: Cpr | None = None
    errand: Errand = field(default_factory=Errand)
    protection: str = ""
    correlation_id: str = ""
    result: str = ""
    details: tuple[str, ...] = ()


class Journal(Protocol):
    """Whoever keeps the records. Blocking: called from worker threads and the command line only."""

    def record(self, entry: AuditEntry) -> None:
        """Write `entry`; when this returns, it is on disk.

        Raises FamilieopslagError (AUDIT_UNWRITABLE, AUDIT_KEY_MISSING, AUDIT_KEY_UNSAFE), and then what was to be
        recorded must not happen.
        """
