"""What can be said of a certificate, and when its end has to be told."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum
from pathlib import Path

TOLD_FROM_DAYS = 60
"""From here on the status bar counts (screens.md §1: warn 60/30/14/7/1 days before)."""


@dataclass(frozen=True, slots=True)
class CertificateFacts:
    """What is written in a certificate. `subject` and `issuer` as one line; the times are UTC."""

    subject: str
    issuer: str
    not_before: datetime
    not_after: datetime

    def days_left(self, today: date) -> int:
        """Days from `today` to the day on which it ends, both as the computer's own calendar has them.

        0: it ends today; negative: it has ended.
        """
        return (self.not_after.astimezone().date() - today).days


@dataclass(frozen=True, slots=True)
class CertificateDetails:
    """Everything that is shown of a certificate before somebody decides to use it.

    `serial` and `fingerprint` (SHA-256 of the certificate) in hexadecimal, two digits a byte with colons; `key`: kind
    and size; `chain`: how many certificates of authorities came along.
    """

    facts: CertificateFacts
    serial: str
    fingerprint: str
    key: str
    chain: int


@dataclass(frozen=True, slots=True)
class ImportedCertificate:
    """A certificate that this program has its own copy of. `file`: the copy, as encrypted as the original.

    `keyring`: what the keyring that has the passphrase is called; "": none could take it, so it is remembered until
    the program ends.
    """

    file: Path
    details: CertificateDetails
    keyring: str


class Reminder(IntEnum):
    """How near the end is: reminders that the user gets at start, and when the next one falls due."""

    NONE = 0
    MONTH = 30
    FORTNIGHT = 14
    WEEK = 7
    DAY = 1


def reminder_of(days_left: int) -> Reminder:
    """The last reminder that is due; NONE while there is time, and when there is none left."""
    due = [reminder for reminder in Reminder if reminder and 0 <= days_left <= reminder]
    return min(due, default=Reminder.NONE)


def is_counted_down(days_left: int) -> bool:
    """Whether the days that are left are told all the time."""
    return 0 <= days_left <= TOLD_FROM_DAYS


def name_line(common_name: str, organisation: str) -> str:
    """A name of X.509 as a line: who it is, and of which organisation."""
    return ", ".join(dict.fromkeys(filter(None, (common_name, organisation)))) or "–"
