"""Every field of every recorded reply is in exactly one place, shown or masked: counted, and kept as a table."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from familieopslag.cli import as_data
from familieopslag.presentation.environment import EnvironmentView
from familieopslag.presentation.view_models import FieldState, FieldView
from tests.support.golden import assert_kept
from tests.support.recorded import NUMBERS, rows_of
from tests.support.recorded_views import panel_fields, recorded_result, relatives, view_of
from tests.support.shared_material import Shared, requires_shared

pytestmark = requires_shared(Shared.RECORDED)

TABLE = Path(__file__).parent / "recorded" / "counts.txt"
REPLIES = 50
_HEAD = """\
Fields of the recorded replies, and what becomes of each: shown, masked (the place of somebody protected or of
whoever lives there too, and other people's numbers), or raw (a code that nobody knows).

number       rows  fields   shown  masked     raw
"""
Sent = list[tuple[str, str]]
"""Code and value of the fields of a row, in the order in which they came."""


def test_every_field_is_shown_or_masked_and_none_is_lost_or_raw() -> None:
    lines = []
    total: Counter[FieldState] = Counter()
    rows_in_all = 0
    for number in NUMBERS:
        sent = [list(row.items()) for row in rows_of(number)]
        states = Counter(item.state for item in _placed(number, sent))
        assert states.total() == sum(map(len, sent))
        assert states[FieldState.RAW] == 0
        lines.append(_line(number, len(sent), states))
        rows_in_all += len(sent)
        total += states
    assert len(NUMBERS) == REPLIES
    assert_kept(TABLE, f"{_HEAD}{''.join(lines)}\n{_line('all', rows_in_all, total)}")


@pytest.mark.parametrize("number", NUMBERS)
def test_the_json_has_the_same_fields_in_the_same_places(number: str) -> None:
    view = view_of(recorded_result(number))
    data = as_data(view, EnvironmentView("exttest", "EKSTERN TEST", ""))
    people = [person for group in data["family"]["groups"] for person in group["relatives"]]
    told = [data["person"]["fields"], data["person"]["own_row"], *(person["fields"] for person in people)]
    shown = [row.fields for group in view.family.groups for row in group.rows]
    assert [list(map(_of_json, fields)) for fields in told] == [
        list(map(_of_view, fields)) for fields in (panel_fields(view), view.own_row, *shown)
    ]


def _placed(number: str, sent: list[Sent]) -> Iterator[FieldView]:
    """The view of each field of the reply, found in the one place where it belongs."""
    view = view_of(recorded_result(number))
    main, *listed = sent
    panels = panel_fields(view)
    in_panels = _matched(main, panels)
    yield from in_panels
    rest = [item for item in panels if item not in in_panels]
    assert [item.code for item in rest] == _own_row_alone_tells(dict(main), listed, number)
    assert all(item in view.own_row for item in rest)  # a second time, and alike
    places = iter(relatives(view))
    for row in listed:
        fields = view.own_row if ("PNR_FOEDDATO", number) in row else next(places).fields
        assert [item.code for item in fields] == [code for code, _ in row]
        yield from _matched(row, fields)
    assert next(places, None) is None


def _matched(row: Sent, fields: Iterable[FieldView]) -> list[FieldView]:
    """The one view of each field of `row`: with its value or masked."""
    found = []
    for code, value in row:
        views = [item for item in fields if item.code == code and item.value in (value, None)]
        assert views, code
        assert (views[0].value is None) is (views[0].state is FieldState.MASKED), code
        found.append(views[0])
    assert len(found) == len(row)
    return found


def _own_row_alone_tells(main: dict[str, str], listed: list[Sent], number: str) -> list[str]:
    """The codes in the own row that the main row lacks or tells otherwise, in the panels' order."""
    own = next(dict(row) for row in listed if ("PNR_FOEDDATO", number) in row)
    names = {"CPST_POSTNR": "POSTNR"}
    return [
        code
        for code in ("CBSK_TYP", "STADR", "CPST_POSTNR", "CPSN_POSTDISTTXT")
        if code in own and own[code] != main.get(names.get(code, code))
    ]


def _of_json(item: dict[str, Any]) -> tuple[object, ...]:
    return item["code"], item["label"], item["text"], item["state"], item["value"]


def _of_view(item: FieldView) -> tuple[object, ...]:
    return item.code, item.label, item.text, item.state.value, item.value


def _line(name: str, rows: int, states: Counter[FieldState]) -> str:
    counts = (states.total(), *(states[state] for state in FieldState))
    return f"{name:<11}{rows:>6}{''.join(f'{count:>8}' for count in counts)}\n"
