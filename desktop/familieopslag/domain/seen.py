"""Who has been seen to be protected in this session, and where.

A reply tells of protection only for those in it: a person seen as protected in one family may stand without a flag,
or beside a household that gives the address away, in the next (screens.md §3.3 e). Kept in memory only.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain

from familieopslag.domain.cpr import Cpr
from familieopslag.domain.places import Place


@dataclass(frozen=True, slots=True)
class SeenProtected:
    """Protected persons and the addresses they were seen with; those without a number are together under None."""

    _places: Mapping[Cpr | None, frozenset[Place]] = field(default_factory=dict, repr=False)

    def __contains__(self, cpr: Cpr | None) -> bool:
        return cpr is not None and cpr in self._places

    @property
    def places(self) -> Iterator[Place]:
        """Every address of any of them."""
        return chain.from_iterable(self._places.values())

    def with_persons(self, persons: Iterable[tuple[Cpr | None, Iterable[Place]]]) -> "SeenProtected":
        """Now that `persons` have been seen, each at some places, beside wherever that was before."""
        now: dict[Cpr | None, set[Place]] = {}
        for cpr, places in persons:
            now.setdefault(cpr, set()).update(places)
        joined = {cpr: self._places.get(cpr, frozenset()).union(places) for cpr, places in now.items()}
        return SeenProtected({**self._places, **joined})

    def without(self, cpr: Cpr) -> "SeenProtected":
        """Now that the register has been asked about `cpr` and tells of no protection."""
        return SeenProtected({known: places for known, places in self._places.items() if known != cpr})


NOBODY = SeenProtected()
