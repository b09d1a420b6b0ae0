"""A reply and what the program makes of it: what every exit starts from."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from familieopslag.domain import protection
from familieopslag.domain.cpr import Cpr
from familieopslag.domain.person import Extent, LookupResult
from familieopslag.domain.ports import LookupRequest
from familieopslag.domain.protection import Visibility
from familieopslag.presentation import person
from familieopslag.presentation.view_models import PersonView
from familieopslag.service.paging import FamilyLookup
from tests.leaks.hidden import Reply
from tests.support import recorded
from tests.support.journal import MemoryJournal
from tests.support.register import code_lists, register
from tests.support.replies import TODAY, ScriptedWire, reply_text

FETCHED = datetime(2026, 11, 23, 13, 2, 11, tzinfo=UTC)


@dataclass(frozen=True)
class Case:
    """A reply with its result, decision and view."""

    reply: Reply
    result: LookupResult = field(repr=False)
    visibility: Visibility
    view: PersonView


def case_of(reply: Reply) -> Case:
    """Through the real reading, decision and presentation."""
    result = result_of(reply)
    # By their modules, so that a test can break them.
    visibility = protection.decide(result, TODAY)
    return Case(reply, result, visibility, person.present(result, visibility, TODAY))


def result_of(reply: Reply) -> LookupResult:
    """The whole family at once, always fetched at the same time and under the same id."""
    wire = ScriptedWire([reply_text(*reply.rows)])
    lookup = FamilyLookup(
        wire, code_lists(), MemoryJournal(), paging_key="", read_timeout=1.0, new_id=lambda: "an-id"
    )
    result = lookup.lookup(LookupRequest(Cpr(reply.number)), lambda _partial: None, lambda: False)
    return replace(result, extent=Extent.WHOLE, fetched_at=FETCHED)


def known_replies() -> Iterator[tuple[str, Reply]]:
    """Everybody of the register and of the recordings in whose reply something is hidden, with a name for a test."""
    for number in sorted(register().persons):
        yield f"register-{number}", Reply(register().rows(number))
    for number in recorded.NUMBERS:
        yield f"recorded-{number}", Reply(tuple(recorded.rows_of(number)))


CONCEALING: dict[str, Reply] = {name: reply for name, reply in known_replies() if reply.concealed}
"""Those in which somebody's address is hidden."""
