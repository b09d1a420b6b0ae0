"""The recorded replies as the program reads and presents them, without a wire; nothing in here is an expectation."""

from datetime import date

from familieopslag.domain.cpr import Cpr
from familieopslag.domain.person import LookupResult
from familieopslag.domain.ports import LookupRequest
from familieopslag.domain.protection import decide
from familieopslag.presentation.person import present
from familieopslag.presentation.view_models import FamilyRow, FieldView, PersonView
from familieopslag.service.paging import FamilyLookup
from tests.support.journal import MemoryJournal
from tests.support.recorded import RECORDED
from tests.support.register import code_lists
from tests.support.replies import ScriptedWire

TODAY = date(2026, 11, 23)


def recorded_text(number: str) -> str:
    """The text of the reply about `number`."""
    return (RECORDED / f"{number}.xml").read_text(encoding="utf-8")


def recorded_result(number: str, text: str | None = None) -> LookupResult:
    """What a lookup of `number` gives; `text` in place of the recorded reply."""
    wire = ScriptedWire([text if text is not None else recorded_text(number)])
    lookup = FamilyLookup(wire, code_lists(), MemoryJournal(), paging_key="REST", read_timeout=1.0)
    return lookup.lookup(LookupRequest(Cpr(number)), lambda _partial: None, lambda: False)


def view_of(result: LookupResult) -> PersonView:
    """The decision and the view, on TODAY."""
    return present(result, decide(result, TODAY), TODAY)


def panel_fields(view: PersonView) -> tuple[FieldView, ...]:
    """The fields in the person's panels, in the panels' order."""
    return (*view.stamdata, *view.address.fields, *view.administration, *view.other)


def relatives(view: PersonView) -> tuple[FamilyRow, ...]:
    """Each relative once, in the order of the reply: who has custody of a child is in two groups."""
    rows = {row.index: row for group in reversed(view.family.groups) for row in group.rows if row.fields}
    return tuple(rows[index] for index in sorted(rows))
