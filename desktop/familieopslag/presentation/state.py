"""Where the user is: what has been looked up in this session, and what is on the screen.

Pure transitions. History lives in memory only (screens.md §1) and is never written anywhere.
"""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from familieopslag.domain.cpr import Cpr
from familieopslag.domain.person import LookupResult
from familieopslag.domain.privacy import PrivacySettings

DEFAULT_LENGTH = PrivacySettings().history
FRESH_FOR = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Visit:
    """A person who was looked up, and what came. `result` None: the lookup failed."""

    cpr: Cpr
    result: LookupResult | None

    def is_fresh(self, now: datetime) -> bool:
        """Whether going back may show it again without a new, logged lookup."""
        return self.result is not None and now - self.result.fetched_at <= FRESH_FOR


@dataclass(frozen=True, slots=True)
class History:
    """Visits in the order made; `position` is the one on the screen, -1 when there is none.

    `length`: persons remembered at most; the one on the screen always is.
    """

    visits: tuple[Visit, ...] = field(default=(), repr=False)
    position: int = -1
    length: int = DEFAULT_LENGTH

    @property
    def current(self) -> Visit | None:
        """The visit on the screen."""
        return self.visits[self.position] if self.visits else None

    @property
    def can_go_back(self) -> bool:
        """Whether there is an earlier visit."""
        return self.position > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a later visit."""
        return self.position < len(self.visits) - 1

    def visited(self, visit: Visit) -> "History":
        """After a new lookup: what was ahead is forgotten; the same person again takes the same place."""
        kept = self.visits[: self.position + 1]
        if kept and kept[-1].cpr == visit.cpr:
            kept = kept[:-1]
        visits = (*kept, visit)[-max(1, self.length) :]
        return replace(self, visits=visits, position=len(visits) - 1)

    def updated(self, visit: Visit) -> "History":
        """After the person on the screen has been fetched again: same place."""
        visits = (*self.visits[: self.position], visit, *self.visits[self.position + 1 :])
        return replace(self, visits=visits)

    def moved(self, steps: int) -> "History":
        """One back (-1) or forward (+1); unchanged at the ends."""
        position = self.position + steps
        return replace(self, position=position) if 0 <= position < len(self.visits) else self
