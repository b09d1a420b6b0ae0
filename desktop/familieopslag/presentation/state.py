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
    """A person who was looked up, and what came."""

    result: LookupResult = field(repr=False)

    @property
    def cpr(self) -> Cpr:
        """Who it is."""
        return self.result.person.cpr

    def is_fresh(self, now: datetime) -> bool:
        """Whether going back may show it again without a new, logged lookup."""
        return now - self.result.fetched_at <= FRESH_FOR


@dataclass(frozen=True, slots=True)
class History:
    """Visits in the order made; `position` is the one on the screen, -1 when there is none.

    `length`: persons remembered at most; the one on the screen always is. `is_left`: the one at `position` has gone
    from the screen, for somebody who is still to come or who has not come.
    """

    visits: tuple[Visit, ...] = field(default=(), repr=False)
    position: int = -1
    length: int = DEFAULT_LENGTH
    is_left: bool = False

    @property
    def current(self) -> Visit | None:
        """The visit on the screen, or the last that was."""
        return self.visits[self.position] if self.visits else None

    @property
    def can_go_back(self) -> bool:
        """Whether there is an earlier visit; one that was left is earlier than whoever it was left for."""
        return self._after(-1) is not None

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a later visit."""
        return self._after(1) is not None

    def visited(self, visit: Visit) -> "History":
        """After a lookup: what was ahead is forgotten. The same person again takes the same place."""
        current = self.current
        if current is not None and current.cpr == visit.cpr:
            return self.updated(visit)
        visits = (*self.visits[: self.position + 1], visit)[-max(1, self.length) :]
        return replace(self, visits=visits, position=len(visits) - 1, is_left=False)

    def updated(self, visit: Visit) -> "History":
        """After the person at the position has been fetched again: same place, same neighbours."""
        visits = (*self.visits[: self.position], visit, *self.visits[self.position + 1 :])
        return replace(self, visits=visits, is_left=False)

    def left(self) -> "History":
        """The person has gone from the screen; going back leads to them."""
        return replace(self, is_left=bool(self.visits))

    def moved(self, steps: int) -> "History":
        """One back (-1) or forward (+1); unchanged at the ends."""
        position = self._after(steps)
        return self if position is None else replace(self, position=position, is_left=False)

    def moved_to(self, place: int) -> "History":
        """The visit at `place`; unchanged when it is on the screen, or there is none."""
        is_here = place == self.position and not self.is_left
        if is_here or not 0 <= place < len(self.visits):
            return self
        return replace(self, position=place, is_left=False)

    def _after(self, steps: int) -> int | None:
        position = self.position + steps + (1 if self.is_left and steps < 0 else 0)
        return position if 0 <= position < len(self.visits) else None
