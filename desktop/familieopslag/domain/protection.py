"""Who is protected, and what must therefore be hidden: the one owner of that decision.

Rules: screens.md §3.2-3.3, after CPR-loven § 28 and GDPR articles 25 and 32. Three states; unknown counts as
protected. Masking goes by address over the whole reply, because a protected person's street can be read off
anybody who lives with them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from itertools import chain

from familieopslag.domain.cpr import Cpr
from familieopslag.domain.dates import RegisterDate, age_in_years
from familieopslag.domain.person import Address, Extent, LookupResult, Person, Relation, Relative, Row
from familieopslag.domain.places import Place, Places
from familieopslag.domain.seen import NOBODY, SeenProtected

_NAME_AND_ADDRESS = "1"
_KNOWN_TYPES = frozenset("12345")
"""Without the leading zeros, whose number differs between services."""
ADULT_AGE = 18
"""Custody ends and a minor stops being one (myndighedsloven § 1)."""

_PARENTS = (Relation.MOTHER, Relation.FATHER)


class Protection(Enum):
    """Navne- og adressebeskyttelse. UNKNOWN is handled as PROTECTED everywhere."""

    PROTECTED = "beskyttet"
    NOT_PROTECTED = "ikke_beskyttet"
    UNKNOWN = "ukendt"

    @property
    def hides(self) -> bool:
        """Whether the person's whereabouts are hidden."""
        return self is not Protection.NOT_PROTECTED


class Hidden(Enum):
    """Why an address is hidden."""

    PROTECTED = "protected"
    UNKNOWN = "unknown"
    HOUSEHOLD = "household"
    """It is, or may be, the address of a protected person in the same reply."""
    KIN = "kin"
    """A minor and a parent, one of them protected, with an unknown address."""
    PENDING = "pending"
    """Not all of the family has come; who has not may be protected at this address."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What a municipality can set about the decision.

    `relatives_flag_delivered` False: the service is not known to send CBSK_TYP for relatives, so a relative without
    it is unknown instead of not protected. `mask_names`: a protected person's name is hidden as well.
    """

    relatives_flag_delivered: bool = True
    mask_names: bool = False


DEFAULT_RULES = Rules()


@dataclass(frozen=True, slots=True)
class Verdict:
    """The decision on one person. `address_hidden` None: the address may be shown.

    `is_revealed`: somebody has decided to see what was hidden, and that is on record.
    """

    protection: Protection
    address_hidden: Hidden | None
    name_hidden: bool = False
    is_revealed: bool = False

    @property
    def number_hidden(self) -> bool:
        """Whether the last four digits of the person's own number are hidden."""
        return self.protection.hides and not self.is_revealed

    @property
    def can_be_revealed(self) -> bool:
        """Whether something is hidden that a caseworker may have a reason to see."""
        waits_only = self.address_hidden is Hidden.PENDING
        return self.number_hidden or self.name_hidden or (self.address_hidden is not None and not waits_only)

    def revealed(self) -> "Verdict":
        """The verdict for a while in which everything about this person is shown."""
        return replace(self, address_hidden=None, name_hidden=False, is_revealed=True)


@dataclass(frozen=True, slots=True)
class Visibility:
    """The decision on a whole result; `relatives` runs parallel to `LookupResult.relatives`.

    `addresses_comparable`: whether it may be told who lives at the same address (never with a protected one).
    """

    person: Verdict
    relatives: tuple[Verdict, ...]
    addresses_comparable: bool

    def verdict_on(self, relative: int | None) -> Verdict:
        """The decision on the person looked up (None) or on a relative by place."""
        return self.person if relative is None else self.relatives[relative]

    def revealing(self, relative: int | None) -> "Visibility":
        """With one person revealed: the one looked up (None) or a relative by place. Nobody else is."""
        if relative is None:
            return replace(self, person=self.person.revealed())
        relatives = (
            verdict.revealed() if place == relative else verdict
            for place, verdict in enumerate(self.relatives)
        )
        return replace(self, relatives=tuple(relatives))


def decide(
    result: LookupResult, today: date, rules: Rules = DEFAULT_RULES, seen: SeenProtected = NOBODY
) -> Visibility:
    """The visibility of everybody in `result`; whoever is in `seen` is protected, and so is where they live."""
    main = protection_of(result.person, result.own_row)
    if main is Protection.NOT_PROTECTED and result.person.cpr in seen:
        # Not in place of an unknown one, which is remembered too: then nobody in the reply could be relied on.
        main = Protection.PROTECTED
    protections = tuple(
        Protection.PROTECTED if relative.cpr in seen else _relative_protection(relative, flag, main, rules)
        for relative, flag in zip(result.relatives, _flags(result.relatives), strict=True)
    )
    places_of_main = tuple(address.place for address in addresses_of_main(result))
    places = tuple((relative.address.place,) for relative in result.relatives)
    hidden_places = Places(
        chain(
            seen.places,
            *(
                owned
                for protection, owned in ((main, places_of_main), *zip(protections, places, strict=True))
                if protection.hides
            ),
        )
    )
    pending = result.extent in (Extent.PARTIAL, Extent.INTERRUPTED)

    def verdict(protection: Protection, owned: Iterable[Place], *, kin: bool) -> Verdict:
        name_hidden = rules.mask_names and protection.hides
        if protection is Protection.PROTECTED:
            return Verdict(protection, Hidden.PROTECTED, name_hidden)
        if protection is Protection.UNKNOWN:
            return Verdict(protection, Hidden.UNKNOWN, name_hidden)
        if any(hidden_places.may_hold(place) for place in owned):
            return Verdict(protection, Hidden.HOUSEHOLD)
        if kin:
            return Verdict(protection, Hidden.KIN)
        return Verdict(protection, Hidden.PENDING if pending else None)

    pairs = tuple(zip(result.relatives, protections, strict=True))
    couple_hides = main.hides or any(
        protection.hides for relative, protection in pairs if relative.relation is Relation.SPOUSE
    )
    person = verdict(main, places_of_main, kin=_main_follows_kin(result.person, pairs, today))
    relatives = tuple(
        verdict(
            protection,
            owned,
            kin=_follows_protected(relative, result.person, today, main=main, couple_hides=couple_hides),
        )
        for (relative, protection), owned in zip(pairs, places, strict=True)
    )
    return Visibility(
        person=person,
        relatives=relatives,
        addresses_comparable=all(decided.address_hidden is None for decided in (person, *relatives)),
    )


def remember(seen: SeenProtected, result: LookupResult) -> SeenProtected:
    """`seen` after `result` has been fetched.

    Whoever is protected in it is remembered with every address told; the person looked up is forgotten when the
    register now tells of no protection.
    """
    main = protection_of(result.person, result.own_row)
    protected: list[tuple[Cpr | None, tuple[Place, ...]]] = []
    if main is Protection.NOT_PROTECTED:
        seen = seen.without(result.person.cpr)
    elif main is Protection.PROTECTED or result.extent is not Extent.PARTIAL:
        # While pages are missing, the own row may be on one of them.
        places = tuple(address.place for address in addresses_of_main(result))
        protected.append((result.person.cpr, places))
    protected += (
        (relative.cpr, (relative.address.place,))
        for relative, flag in zip(result.relatives, _flags(result.relatives), strict=True)
        if flag is Protection.PROTECTED
    )
    return seen.with_persons(protected) if protected else seen


def protection_of(person: Person, own_row: Row | None) -> Protection:
    """The protection of the person looked up: by both of their rows, which have to agree."""
    by_main = _by_type(person.row)
    if own_row is None:
        return Protection.PROTECTED if by_main is Protection.PROTECTED else Protection.UNKNOWN
    by_own = _by_type(own_row)
    return by_main if by_main is by_own else Protection.UNKNOWN


def _relative_protection(relative: Relative, flag: Protection, main: Protection, rules: Rules) -> Protection:
    if flag is Protection.PROTECTED:
        return Protection.PROTECTED
    # A reply that cannot be relied on for its main person cannot be relied on for the family either.
    if flag is Protection.UNKNOWN or main is Protection.UNKNOWN:
        return Protection.UNKNOWN
    if not rules.relatives_flag_delivered and not relative.row.get("CBSK_TYP"):
        return Protection.UNKNOWN
    return Protection.NOT_PROTECTED


def _flags(relatives: Sequence[Relative]) -> list[Protection]:
    """What the rows tell of each relative: a person can have several rows, and one flag is enough."""
    flags = [_by_type(relative.row) for relative in relatives]
    flagged = {
        relative.cpr
        for relative, flag in zip(relatives, flags, strict=True)
        if relative.cpr is not None and flag is Protection.PROTECTED
    }
    return [
        Protection.PROTECTED if relative.cpr in flagged else flag
        for relative, flag in zip(relatives, flags, strict=True)
    ]


def _by_type(row: Row) -> Protection:
    """By CBSK_TYP and, wherever it may come, BESKYT. No type is the register's way of saying "none"."""
    types = [value.lstrip("0") for value in row.values("CBSK_TYP")]
    if _NAME_AND_ADDRESS in types or row.get("BESKYT"):
        return Protection.PROTECTED
    if all(known in _KNOWN_TYPES for known in types):
        return Protection.NOT_PROTECTED
    return Protection.UNKNOWN


def addresses_of_main(result: LookupResult) -> tuple[Address, ...]:
    """The main row's address and the own row's spelling of it."""
    own = result.own_row
    if own is None:
        return (result.person.address,)
    spelled = Address(standard=own.get("STADR"), postal_code=own.get("CPST_POSTNR"))
    return (result.person.address, spelled)


def _follows_protected(
    relative: Relative, person: Person, today: date, *, main: Protection, couple_hides: bool
) -> bool:
    """A minor child of somebody protected, or the parent of a protected minor, with an address that is not known."""
    if relative.address.is_known:
        return False
    if relative.relation is Relation.CHILD:
        return couple_hides and _may_be_minor(relative.birth, today)
    return main.hides and relative.relation in _PARENTS and _may_be_minor(person.birth, today)


def _main_follows_kin(person: Person, relatives: Iterable[tuple[Relative, Protection]], today: date) -> bool:
    if person.address.is_known:
        return False
    minor = _may_be_minor(person.birth, today)
    return any(
        protection.hides
        and (
            (relative.relation in _PARENTS and minor)
            or (relative.relation is Relation.CHILD and _may_be_minor(relative.birth, today))
        )
        for relative, protection in relatives
    )


def _may_be_minor(born: RegisterDate | None, today: date) -> bool:
    age = age_in_years(born, today)
    return age is None or age < ADULT_AGE
