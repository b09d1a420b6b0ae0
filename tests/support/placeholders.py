"""Views of recorded replies with a placeholder for every name and address, so that they may be kept in a file.

‹STADR› stands where the main row's STADR is told, ‹STADR 2› where the second relative's is. A reader sees which
field stands where and which words the program adds, and nothing of what the reply told of anybody.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from familieopslag.domain.fields import spec_of
from familieopslag.presentation.view_models import (
    AddressView,
    BannerView,
    FamilyGroup,
    FamilyRow,
    FieldState,
    FieldView,
    PersonView,
)
from tests.support.recorded import NAMES, PLACES
from tests.support.register import code_lists

Row = Mapping[str, str]
_POSTAL_CODES = frozenset({"POSTNR", "CPST_POSTNR"})
_COUNTRY = frozenset({"UDRLANDEKOD"})
_IN_WORDS = " i ord›"
"""How a placeholder ends that stands for what a code list calls a value."""


def with_placeholders(view: PersonView, rows: list[dict[str, str]]) -> PersonView:
    """`view`, which must be of the reply with `rows`, the main row first, without the names and addresses in them."""
    main, *listed = rows
    own = [row for row in listed if row["PNR_FOEDDATO"] == main["PNR"]]
    relatives = [row for row in listed if row["PNR_FOEDDATO"] != main["PNR"]]
    person = _Spellings([main, *own], "")
    family = [_Spellings([row], f" {place}") for place, row in enumerate(relatives, start=1)]
    return replace(
        view,
        heading=replace(view.heading, name=person.in_text(view.heading.name)[0]),
        banners=tuple(_banner(banner, person) for banner in view.banners),
        stamdata=person.in_fields(view.stamdata),
        address=_address(view.address, person),
        administration=person.in_fields(view.administration),
        other=person.in_fields(view.other),
        own_row=person.in_fields(view.own_row),
        family=replace(view.family, groups=tuple(_group(group, family) for group in view.family.groups)),
    )


class _Spellings:
    """How the names and places of one person may be written, and what to write in their place."""

    def __init__(self, rows: Iterable[Row], suffix: str) -> None:
        self._of_code: dict[str, dict[str, str]] = {}
        for row in rows:
            for code, value in row.items():
                if code in NAMES | PLACES and value.strip():
                    self._of_code.setdefault(code, {}).update(_spelled(code, value.strip(), suffix))

    def in_text(self, *lines: str, codes: frozenset[str] = NAMES | PLACES) -> tuple[str, ...]:
        """The lines, each value in them replaced by the placeholder of a code that spells so.

        Where several do, they are used one after the other: a district before a municipality of the same name.
        """
        told = [(code, self._of_code[code]) for code in self._of_code if code in codes]
        # What the register told comes before what a code list calls it.
        ways = [way for _, known in told for way in known.items() if not way[1].endswith(_IN_WORDS)]
        ways += [way for _, known in told for way in known.items() if way[1].endswith(_IN_WORDS)]
        candidates: dict[str, list[str]] = {}
        for spelling, name in ways:
            candidates.setdefault(spelling, []).append(name)

        def used(spelling: str) -> str:
            names = candidates[spelling]
            return names.pop(0) if len(names) > 1 else names[0]

        return tuple(_replaced(line, candidates, used) for line in lines)

    def in_fields(self, fields: Iterable[FieldView]) -> tuple[FieldView, ...]:
        """The fields, each of which can only hold what its own code told."""
        return tuple(
            replace(item, text=_replaced(item.text, known, known.__getitem__), value="")
            if (known := self._of_code.get(item.code)) and item.state is not FieldState.MASKED
            else item
            for item in fields
        )


def _spelled(code: str, value: str, suffix: str) -> dict[str, str]:
    """Everything that is written for a value, and the placeholder for it."""
    spellings = [value, value.lstrip("0"), value.zfill(4) if code in _POSTAL_CODES else value]
    known = {spelling: f"‹{code}{suffix}›" for spelling in spellings if spelling}
    code_list = spec_of(code).code_list
    words = code_lists().value(code_list, value).text if code_list is not None else None
    return {words: f"‹{code}{suffix}{_IN_WORDS}", **known} if words else known


def _replaced(text: str, spellings: Iterable[str], name_of: Callable[[str], str]) -> str:
    longest_first = sorted(spellings, key=len, reverse=True)
    pattern = "|".join(map(re.escape, longest_first)) or "(?!)"
    return re.sub(rf"(?<!\w)(?:{pattern})(?!\w)", lambda found: name_of(found[0]), text)


def _banner(banner: BannerView, person: _Spellings) -> BannerView:
    """Of a place, a banner tells the country only, in words."""
    (title,) = person.in_text(banner.title, codes=_COUNTRY)
    return replace(banner, title=title)


def _address(view: AddressView, person: _Spellings) -> AddressView:
    return replace(
        view,
        lines=person.in_text(*view.lines),
        other_lines=person.in_text(*view.other_lines),
        fields=person.in_fields(view.fields),
    )


def _group(group: FamilyGroup, family: list[_Spellings]) -> FamilyGroup:
    return replace(group, rows=tuple(_relative(row, family) for row in group.rows))


def _relative(row: FamilyRow, family: list[_Spellings]) -> FamilyRow:
    if row.index >= len(family):  # a holder of custody who is in no row
        return row
    spellings = family[row.index]
    (name,) = spellings.in_text(row.name, codes=NAMES)
    row = replace(row, name=name, fields=spellings.in_fields(row.fields))
    if row.is_hidden:
        return row
    residence, street = spellings.in_text(row.residence, row.street, codes=PLACES)
    return replace(row, residence=residence, street=street)
