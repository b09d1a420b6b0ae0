"""What the rest of the program asks of the outside: the shape of a lookup, whoever answers it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from typing import Protocol

from familieopslag.domain.certificates import CertificateFacts
from familieopslag.domain.cpr import Cpr
from familieopslag.domain.errand import Errand
from familieopslag.domain.person import LookupResult


class Origin(Enum):
    """How the user came to ask for a person; the value is the word in the audit log."""

    TYPED = "indtastet"
    RELATIVE = "familie"
    CURRENT_NUMBER = "gældende nummer"
    AGAIN = "igen"
    """The person on the screen once more, or somebody seen earlier in the session."""
    TEST = "test"
    """The number that a connection test was given."""


@dataclass(frozen=True, slots=True)
class LookupRequest:
    """Whom to look up, and what goes on record about why."""

    cpr: Cpr
    origin: Origin = Origin.TYPED
    errand: Errand = field(default_factory=Errand)


class PersonLookup(Protocol):
    """Somebody who can look a person up. Blocking: called from a worker thread or a command line only."""

    @property
    def certificate(self) -> CertificateFacts | None:
        """The one that the caller is known by; None where its end is no news to the user."""

    def prepare(self) -> None:
        """Do the slow part of the first lookup ahead of it (imports, key, connection). Looks nobody up.

        Raises FamilieopslagError as `lookup` would.
        """

    def lookup(
        self,
        request: LookupRequest,
        on_progress: Callable[[LookupResult], None],
        is_cancelled: Callable[[], bool],
    ) -> LookupResult:
        """The person with all of the family. Each call is on record before it is sent.

        `on_progress` gets the result so far when more pages follow: after the first one, and each time that there are
        twice as many, so that to show all of it takes time in proportion to the family. `is_cancelled` is asked
        before each call; once true, no further call is made. Raises FamilieopslagError.
        """

    def close(self) -> None:
        """Give connections and secrets back."""
