"""What the rest of the program asks of the outside: the shape of a lookup, whoever answers it."""

from collections.abc import Callable
from typing import Protocol

from familieopslag.domain.cpr import Cpr
from familieopslag.domain.person import LookupResult


class PersonLookup(Protocol):
    """Somebody who can look a person up. Blocking: called from a worker thread or a command line only."""

    def prepare(self) -> None:
        """Do the slow part of the first lookup ahead of it (imports, key, connection). Looks nobody up.

        Raises FamilieopslagError as `lookup` would.
        """

    def lookup(
        self,
        cpr: Cpr,
        on_progress: Callable[[LookupResult], None],
        is_cancelled: Callable[[], bool],
    ) -> LookupResult:
        """The person with all of the family.

        `on_progress` gets the result so far when more pages follow: after the first one, and each time that there are
        twice as many, so that to show all of it takes time in proportion to the family. `is_cancelled` is asked
        before each call; once true, no further call is made. Raises FamilieopslagError.
        """

    def close(self) -> None:
        """Give connections and secrets back."""
