"""Who is who over several replies: one family out of everything that has been looked up.

A person can be in several replies, as the one looked up and as somebody's relative; persons are merged by number.
What may be shown of one is the strictest of the decisions on all those replies. Only what a reply says links two
persons; nothing is concluded from names or addresses (service.md §5.4).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum

from familieopslag.domain.person import Address, LookupResult, Relation, Relative
from familieopslag.domain.places import Places
from familieopslag.domain.protection import Hidden, Protection, Verdict, Visibility, addresses_of_main

Reading = tuple[LookupResult, Visibility]
"""A reply and the decision on it."""
Key = tuple[str, ...]
"""Names one person: the number or, without one, whose relative it is with every field of the row."""

_PROTECTIONS = (Protection.NOT_PROTECTED, Protection.UNKNOWN, Protection.PROTECTED)
_REASONS = (None, Hidden.PENDING, Hidden.KIN, Hidden.HOUSEHOLD, Hidden.UNKNOWN, Hidden.PROTECTED)


class Step(IntEnum):
    """From a person to a relative; of several ways to the same one, the lower counts.

    PARENT: a parent's reply lists the child, which does not tell which of the parents it is.
    """

    SPOUSE = 0
    MOTHER = 1
    FATHER = 2
    PARENT = 3
    CHILD = 4

    @property
    def generations(self) -> int:
        """How many generations the step leads down: -1, 0 or 1."""
        if self is Step.SPOUSE:
            return 0
        return 1 if self is Step.CHILD else -1


Path = tuple[Step, ...]
"""The way from the focus to somebody."""

_STEPS = {
    Relation.SPOUSE: (Step.SPOUSE, Step.SPOUSE),
    Relation.CHILD: (Step.CHILD, Step.PARENT),
    Relation.MOTHER: (Step.MOTHER, Step.CHILD),
    Relation.FATHER: (Step.FATHER, Step.CHILD),
}
"""There and back. "Andet" is a mixed bag and leads nowhere."""


@dataclass(frozen=True, slots=True)
class _Sighting:
    """One row about a person: what it says, and what was decided."""

    about: Relative
    verdict: Verdict
    addresses: tuple[Address, ...]
    of: str
    """The number whose reply it is in."""
    is_own: bool
    is_in_focus: bool
    at: datetime

    @property
    def rank(self) -> tuple[object, ...]:
        """The highest is believed: the person's own reply, then the one on the screen, then the newest."""
        words = tuple((item.code, item.value) for item in self.about.row.fields)
        return (self.is_own, self.is_in_focus, self.at, self.of, words)


class Kinship:
    """Everybody in some replies, seen from one of them, the focus. The order of the replies does not matter."""

    def __init__(self, focus: Reading, others: Iterable[Reading]) -> None:
        """`focus` is the reply on the screen, `others` the session's; of one person's replies the newest links."""
        result = focus[0]
        self.focus: Key = (result.person.cpr.digits,)
        keys = _keys(result)
        self.listed = frozenset(keys)
        """Whom the focus's own reply lists."""
        self.unplaced: dict[Key, list[Relative]] = {}
        """Whom it lists as "Andet" or with a word that nobody knows."""
        for key, relative in zip(keys, result.relatives, strict=True):
            if relative.relation not in _STEPS:
                self.unplaced.setdefault(key, []).append(relative)
        self._sightings: dict[Key, list[_Sighting]] = {}
        self._links: dict[Key, dict[Key, Step]] = {}
        self._hidden_places: Places | None = None
        readings = [focus, *others]
        for reading in readings:
            for key, sighting in _sightings(reading, is_focus=reading is focus):
                self._sightings.setdefault(key, []).append(sighting)
        for linking in _newest(result, (reading[0] for reading in readings)):
            self._link(linking)

    def near(self, key: Key) -> Mapping[Key, Step]:
        """Whom a reply links with a person, and by which step."""
        return self._links.get(key, {})

    def paths(self) -> dict[Key, Path]:
        """Everybody within two steps of the focus, by the shortest way; the focus itself has the empty one."""
        paths: dict[Key, Path] = {self.focus: ()}
        near = self.near(self.focus)
        paths |= {key: (step,) for key, step in near.items()}
        for between, first in near.items():
            for key, second in self.near(between).items():
                path = (first, second)
                known = paths.get(key, path)
                paths[key] = known if len(known) < len(path) else min(known, path)
        return paths

    def is_looked_up(self, key: Key) -> bool:
        """Whether one of the replies is this person's own."""
        return any(sighting.is_own for sighting in self._sightings[key])

    def about(self, key: Key) -> Relative:
        """What the most trusted reply says of a person. The relation in it is of no meaning here."""
        seen = self._sightings[key]
        return seen[0].about if len(seen) == 1 else max(seen, key=lambda sighting: sighting.rank).about

    def verdict(self, key: Key) -> Verdict:
        """The strictest decision on a person in any reply, and on whoever may share an address hidden in one."""
        seen = self._sightings[key]
        protection = max((s.verdict.protection for s in seen), key=_PROTECTIONS.index)
        hidden = max((s.verdict.address_hidden for s in seen), key=_REASONS.index)
        if hidden is None and self._shares_a_hidden_place(seen):
            hidden = Hidden.HOUSEHOLD
        return Verdict(protection, hidden)

    def _link(self, result: LookupResult) -> None:
        main: Key = (result.person.cpr.digits,)
        for key, relative in zip(_keys(result), result.relatives, strict=True):
            if relative.relation in _STEPS:
                there, back = _STEPS[relative.relation]
                self._add_step(main, key, there)
                self._add_step(key, main, back)

    def _add_step(self, start: Key, end: Key, step: Step) -> None:
        steps = self._links.setdefault(start, {})
        steps[end] = min(step, steps.get(end, step))

    def _shares_a_hidden_place(self, seen: Iterable[_Sighting]) -> bool:
        if self._hidden_places is None:
            # Asked for by those only who are shown somewhere: in most families nobody is hidden.
            self._hidden_places = Places(
                address.place
                for sightings in self._sightings.values()
                if any(sighting.verdict.address_hidden is not None for sighting in sightings)
                for sighting in sightings
                for address in sighting.addresses
            )
        addresses = (address for sighting in seen for address in sighting.addresses)
        return any(self._hidden_places.may_hold(address.place) for address in addresses)


def _keys(result: LookupResult) -> tuple[Key, ...]:
    """Parallel to the relatives. Two without a number whose rows are alike are two persons."""
    met: Counter[Key] = Counter()
    keys: list[Key] = []
    for relative in result.relatives:
        if relative.cpr is not None:
            keys.append((relative.cpr.digits,))
            continue
        key = (result.person.cpr.digits, *relative.identity)
        met[key] += 1
        keys.append((*key, str(met[key])))
    return tuple(keys)


def _sightings(reading: Reading, *, is_focus: bool) -> Iterator[tuple[Key, _Sighting]]:
    result, visibility = reading
    person, of, at = result.person, result.person.cpr.digits, result.fetched_at
    main = Relative(
        person.row, Relation.UNKNOWN, person.cpr, person.birth, person.name, person.status, person.address
    )
    addresses = addresses_of_main(result)
    yield (of,), _Sighting(main, visibility.person, addresses, of, is_own=True, is_in_focus=is_focus, at=at)
    for key, relative, verdict in zip(_keys(result), result.relatives, visibility.relatives, strict=True):
        addresses = (relative.address,)
        yield key, _Sighting(relative, verdict, addresses, of, is_own=False, is_in_focus=is_focus, at=at)


def _newest(focus: LookupResult, results: Iterable[LookupResult]) -> Iterable[LookupResult]:
    """One reply for each person looked up: the focus for its own, else the newest."""
    newest: dict[str, LookupResult] = {}
    for result in results:
        number = result.person.cpr.digits
        kept = newest.setdefault(number, result)
        if (result.fetched_at, result.correlation_ids) > (kept.fetched_at, kept.correlation_ids):
            newest[number] = result
    return (newest | {focus.person.cpr.digits: focus}).values()
