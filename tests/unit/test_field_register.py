"""Every field code has its place: the table for readers, and what the recorded replies hold."""

from collections import Counter
from collections.abc import Iterable

import pytest

from familieopslag import resources
from familieopslag.domain.cpr import Cpr
from familieopslag.domain.fields import FIELDS, NEVER_RECORDED, Kind, Panel, spec_of
from familieopslag.domain.ports import LookupRequest
from familieopslag.domain.protection import decide
from familieopslag.presentation.person import present
from familieopslag.presentation.view_models import FieldState, FieldView, PersonView
from familieopslag.service.paging import FamilyLookup
from familieopslag.system.code_lists import read_code_lists
from tests.support.field_table import field_table
from tests.support.golden import assert_kept
from tests.support.journal import MemoryJournal
from tests.support.recorded import NUMBERS, RECORDED, rows_of
from tests.support.replies import TODAY, ScriptedWire
from tests.support.shared_material import PROJECT_ROOT, Shared, requires_shared

RECORDED_REPLIES = 50


def test_the_table_for_readers_is_the_register_in_code() -> None:
    assert_kept(PROJECT_ROOT / "docs" / "felter.md", field_table())


def test_no_known_code_is_among_the_unknown_ones() -> None:
    assert {spec.panel for spec in FIELDS.values()} == set(Panel) - {Panel.OTHER}


def test_an_uncertainty_marker_belongs_to_one_date() -> None:
    markers = Counter(spec.uncertainty for spec in FIELDS.values() if spec.uncertainty)
    assert set(markers.values()) == {1}
    assert set(markers) == {code for code, spec in FIELDS.items() if spec.kind is Kind.UNCERTAINTY}


def test_codes_have_a_list_and_nothing_else_has() -> None:
    with_list = {code for code, spec in FIELDS.items() if spec.code_list is not None}
    assert with_list == {c for c, spec in FIELDS.items() if spec.kind in {Kind.CODE, Kind.AUTHORITY}}


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("NYTUSM", Kind.UNCERTAINTY),
        ("NYDATO", Kind.DATE),
        ("NY_TS", Kind.DATE),
        ("NYMYNKOD", Kind.AUTHORITY),
        ("NYMRK", Kind.MARKER),
        ("NYT", Kind.TEXT),
    ],
)
def test_an_unknown_code_is_guessed_at_and_kept_apart(code: str, kind: Kind) -> None:
    spec = spec_of(code)
    assert (spec.panel, spec.kind) == (Panel.OTHER, kind)
    assert code in spec.label


@requires_shared(Shared.RECORDED)
def test_every_recorded_field_is_shown_or_masked_and_none_is_lost_or_raw() -> None:
    states: Counter[FieldState] = Counter()
    sent = 0
    for number in NUMBERS:
        rows = [Counter(row.keys()) for row in rows_of(number)]
        view = _recorded_view(number)
        panels = (*view.stamdata, *view.address.fields, *view.administration, *view.other)
        assert _codes(panels) >= rows[0]
        listed = [view.own_row, *_relatives(view)]
        assert sorted(map(_by_code, map(_codes, listed))) == sorted(map(_by_code, rows[1:]))
        states.update(item.state for fields in (panels, *listed) for item in fields)
        sent += sum(row.total() for row in rows)
    assert len(NUMBERS) == RECORDED_REPLIES
    assert states[FieldState.RAW] == 0
    assert states[FieldState.SHOWN] + states[FieldState.MASKED] >= sent
    assert states[FieldState.MASKED] > 0


@requires_shared(Shared.RECORDED)
def test_what_is_said_to_be_in_no_recorded_reply_is_in_none() -> None:
    recorded = {code for number in NUMBERS for row in rows_of(number) for code in row}
    assert recorded
    assert not recorded & NEVER_RECORDED


def _recorded_view(number: str) -> PersonView:
    wire = ScriptedWire([(RECORDED / f"{number}.xml").read_text(encoding="utf-8")])
    code_lists = read_code_lists(resources.root() / "codes")
    lookup = FamilyLookup(wire, code_lists, MemoryJournal(), paging_key="REST", read_timeout=1.0)
    result = lookup.lookup(LookupRequest(Cpr(number)), lambda _partial: None, lambda: False)
    return present(result, decide(result, TODAY), TODAY)


def _relatives(view: PersonView) -> Iterable[tuple[FieldView, ...]]:
    """Each relative's fields once: who has custody is in two groups."""
    return {
        row.index: row.fields for group in view.family.groups for row in group.rows if row.fields
    }.values()


def _codes(fields: Iterable[FieldView]) -> Counter[str]:
    return Counter(item.code for item in fields)


def _by_code(codes: Counter[str]) -> list[tuple[str, int]]:
    return sorted(codes.items())
