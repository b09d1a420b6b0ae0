"""The register of invented persons: all households together, and everybody's relatives derived from them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from familieopslag.testservice.gctp import answer_text, following_rows
from familieopslag.testservice.household_files import Household, read_household
from familieopslag.testservice.persons import DECEASED, REPLACED, LooseRelative, Person
from familieopslag.testservice.rows import Row, main_row, relation_row
from familieopslag.testservice.tables import RegisterError

_OTHER = "Andet"
_SPOUSE = "Ægtefælle"


class HouseholdRegister:
    """A register read from a folder of household files."""

    def __init__(self, folder: Path) -> None:
        """Read and check every `*.toml` of `folder`; raises RegisterError that names the file and the key."""
        households = [read_household(path) for path in sorted(folder.glob("*.toml"))]
        self._persons = _by_number(households)
        self._not_held = frozenset().union(*(household.eksterne for household in households))
        for household in households:
            for person in household.persons:
                self._check_links(household, person)
        self._reverse = self._reverse_links()

    @property
    def persons(self) -> Mapping[str, Person]:
        """Everybody in the register, by number."""
        return self._persons

    def reply(self, pnr: str, after: str | None) -> str | None:
        """The text of `result` for one page of a person's reply, or None when the register does not hold them.

        `after` is the value of the paging key: the PNR_FOEDDATO of the last row of the page before.
        """
        rows = self.rows(pnr)
        return answer_text(rows[0], following_rows(rows[1:], after)) if rows else None

    def rows(self, pnr: str) -> tuple[Row, ...]:
        """Row 0 and every row k>=1 sorted by PNR_FOEDDATO as a text; empty when the register does not hold `pnr`."""
        person = self._persons.get(pnr)
        if person is None:
            return ()
        rows = [relation_row(person, _OTHER), *self._relatives(person)]
        return (main_row(person), *sorted(rows, key=lambda row: row["PNR_FOEDDATO"]))

    def _relatives(self, person: Person) -> Iterator[Row]:
        if person.status.kode in REPLACED:
            return
        for pnr, fammrk in self._relations(person):
            if pnr in self._persons:
                yield relation_row(self._persons[pnr], fammrk)
        yield from (self._loose(relative) for relative in person.andre)

    def _relations(self, person: Person) -> Iterator[tuple[str, str]]:
        own, reverse = person, self._reverse[person.pnr]
        yield from ((pnr, "Mor") for pnr in own.mor)
        yield from ((pnr, "Far") for pnr in own.far)
        yield from ((pnr, "Barn") for pnr in (*reverse["mor"], *reverse["far"]))
        yield from (
            (pnr, self._spouse_relation(own, pnr)) for pnr in _given(own.aegtefaelle, reverse["aegtefaelle"])
        )
        yield from ((pnr, _OTHER) for pnr in _given(own.partner, reverse["partner"]))
        yield from (
            (pnr, _OTHER) for pnr in (*own.tidligere_aegtefaeller, *reverse["tidligere_aegtefaeller"])
        )
        if own.vaerge:  # only the ward's reply tells of a guardian
            yield own.vaerge, _OTHER

    def _spouse_relation(self, person: Person, spouse: str) -> str:
        """A marriage that death has ended comes as "Andet", on both sides."""
        other = self._persons.get(spouse)
        ended = DECEASED in {person.status.kode, other.status.kode if other else ""}
        return _OTHER if ended else _SPOUSE

    def _loose(self, relative: LooseRelative) -> Row:
        person = self._persons.get(relative.pnr_foeddato)
        if person:
            return relation_row(person, relative.fammrk)
        fields = {"ADRNVN": relative.navn, "FAMMRK": relative.fammrk, "PNR_FOEDDATO": relative.pnr_foeddato}
        return {code: value for code, value in fields.items() if value}

    def _reverse_links(self) -> Mapping[str, Mapping[str, list[str]]]:
        reverse: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for person in self._persons.values():
            for key, pnr in person.linked_numbers:
                reverse[pnr][key].append(person.pnr)
        return reverse

    def _check_links(self, household: Household, person: Person) -> None:
        place = f"{household.file}: person {household.persons.index(person) + 1}"
        for key, pnr in person.linked_numbers:
            if pnr not in self._persons and pnr not in self._not_held:
                raise RegisterError(
                    f"{place}: key {key!r} links to a number that is neither held nor 'eksterne'"
                )
            if key in {"aegtefaelle", "partner"} and pnr in self._persons:
                self._check_defined_once(place, key, person, self._persons[pnr])
        # With another status it is rare, but the official test persons have it.
        if person.status.kode in REPLACED and not person.gaeldende:
            raise RegisterError(f"{place}: key 'gaeldende' belongs to statuses 50 and 60")

    def _check_defined_once(self, place: str, key: str, person: Person, other: Person) -> None:
        if (key, person.pnr) in other.linked_numbers:
            raise RegisterError(f"{place}: key {key!r} is given on both persons; say it once")


def _given(own: str, reverse: list[str]) -> tuple[str, ...]:
    return (*([own] if own else []), *reverse)


def _by_number(households: list[Household]) -> dict[str, Person]:
    persons: dict[str, Person] = {}
    for household in households:
        for place, person in enumerate(household.persons, start=1):
            if person.pnr in persons or person.pnr in household.eksterne:
                raise RegisterError(
                    f"{household.file}: person {place}: key 'pnr' is a number that is taken already"
                )
            persons[person.pnr] = person
    return persons
