"""Family graphs of the recorded replies, each with all the others in the session: nothing protected is in any."""

import pytest

from familieopslag.domain.person import LookupResult
from tests.support.graphs import everything_told, graph_of, persons
from tests.support.recorded import NUMBERS, protected_rows, protected_streets, rows_of
from tests.support.recorded_views import recorded_result
from tests.support.shared_material import Shared, requires_shared

pytestmark = requires_shared(Shared.RECORDED)


@pytest.fixture(scope="module")
def results() -> dict[str, LookupResult]:
    return {number: recorded_result(number) for number in NUMBERS}


@pytest.fixture(scope="module")
def protected() -> set[str]:
    """The numbers of those who are protected in any reply."""
    rows = (row for number in NUMBERS for row in protected_rows(number))
    return {row.get("PNR", row.get("PNR_FOEDDATO", "")) for row in rows}


def test_nothing_protected_is_in_any_graph(results: dict[str, LookupResult], protected: set[str]) -> None:
    hidden = 0
    for number, result in results.items():
        graph = graph_of(result, *(other for other in results.values() if other is not result))
        told = everything_told(graph)
        streets = {
            street
            for cpr in graph.numbers
            if cpr is not None and cpr.digits in NUMBERS
            for street in protected_streets(cpr.digits)
        }
        assert not [street for street in streets if street in told]
        for cpr, person in zip(graph.numbers, persons(graph), strict=True):
            assert cpr is not None
            assert cpr.digits not in told
            assert cpr.formatted not in told
            if cpr.digits in protected:
                hidden += 1
                assert person.is_hidden
                assert person.protection == "Beskyttet"
        assert result.person.cpr in graph.numbers
        assert {row["PNR_FOEDDATO"] for row in rows_of(number)[1:]} <= {
            cpr.digits for cpr in graph.numbers if cpr is not None
        }
    assert hidden


def test_the_order_of_the_session_makes_no_difference(results: dict[str, LookupResult]) -> None:
    for result in results.values():
        others = [other for other in results.values() if other is not result]
        assert graph_of(result, *others) == graph_of(result, *reversed(others))
