"""Spoiled replies through everything that reads one: only domain errors or views, and no flag ever gets lost."""

import random
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass

from familieopslag.domain import faults
from familieopslag.domain.cpr import Cpr
from familieopslag.domain.faults import FamilieopslagError
from familieopslag.domain.person import LookupResult
from familieopslag.domain.ports import LookupRequest
from familieopslag.domain.protection import decide
from familieopslag.presentation.export import export_text
from familieopslag.presentation.person import present
from familieopslag.presentation.telephone import present_for_telephone
from familieopslag.presentation.view_models import PersonView
from tests.fuzz.flags import Flags, flags_in
from tests.fuzz.mutations import MUTATIONS
from tests.support.replies import TODAY, ScriptedWire, lookup_over


@dataclass
class Tally:
    """What came of the spoiled replies: how many became a view, how many which fault, and what is wrong."""

    views: int = 0
    protected: int = 0
    faults: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


def spoil(replies: Mapping[str, str], count: int, seed: int) -> Tally:
    """Spoil `count` of `replies` (number -> text of result), the same ones for the same `seed`."""
    chance = random.Random(seed)  # noqa: S311 - to be repeatable is what it is for
    numbers = sorted(replies)
    tally = Tally()
    for place in range(count):
        number = chance.choice(numbers)
        mutation = MUTATIONS[place % len(MUTATIONS)]
        text = mutation(replies[number], chance)
        problem = _read(number, text, tally)
        if problem:
            tally.wrong.append(f"seed {seed}, reply {place}, {mutation.__name__}: {problem}")
    return tally


def _read(number: str, text: str, tally: Tally) -> str:
    """What is wrong with how `text` is read; "" when all is well."""
    try:
        result = _looked_up(number, text)
        visibility = decide(result, TODAY)
        view = present(result, visibility, TODAY)
        said = [*_strings(view), *_strings(present_for_telephone(result, visibility)), export_text(view).text]
    except FamilieopslagError as error:
        tally.faults[error.fault.code] += 1
        return "an unexpected fault" if error.fault is faults.UNEXPECTED else ""
    except Exception as error:  # noqa: BLE001 - that is what is looked for
        return f"{type(error).__name__} instead of a domain error"
    tally.views += 1
    flags = flags_in(text, number)
    # What another parser does not read cannot be judged by it.
    return "" if flags is None else _lost_flag(flags, view, said, tally)


def _lost_flag(flags: Flags, view: PersonView, said: list[str], tally: Tally) -> str:
    if flags.main_is_flagged:
        tally.protected += 1
        if not view.is_protected:
            return "the person's flag got lost"
    if any(
        re.search(rf"(?<!\w){re.escape(street)}(?!\w)", text) for street in flags.streets for text in said
    ):
        return "a flagged person's street is shown"
    return ""


def _looked_up(number: str, text: str) -> LookupResult:
    lookup = lookup_over(ScriptedWire([text]), paging_key="")
    return lookup.lookup(LookupRequest(Cpr(number)), lambda _partial: None, lambda: False)


def _strings(value: object) -> Iterator[str]:
    """Every string in a view, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _strings(item)
    elif is_dataclass(value) and not isinstance(value, type):
        for item in fields(value):
            yield from _strings(getattr(value, item.name))
