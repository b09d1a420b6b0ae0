"""Every field code has its place: the table for readers, and what the recorded replies hold."""

from collections import Counter

import pytest

from familieopslag.domain.fields import FIELDS, NEVER_RECORDED, Kind, Panel, spec_of
from tests.support.field_table import field_table
from tests.support.golden import assert_kept
from tests.support.recorded import NUMBERS, rows_of
from tests.support.shared_material import PROJECT_ROOT, Shared, requires_shared


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
def test_what_is_said_to_be_in_no_recorded_reply_is_in_none() -> None:
    recorded = {code for number in NUMBERS for row in rows_of(number) for code in row}
    assert recorded
    assert not recorded & NEVER_RECORDED
