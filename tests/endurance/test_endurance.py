"""The same as `make endurance`, short: some hundred lookups, and faults that wait for no time-out."""

import sys

import pytest

from tests.endurance.trial import endure


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="what a process holds is read from /proc")
def test_hundreds_of_lookups_leave_nothing_behind_and_fail_only_where_they_were_made_to() -> None:
    figures = endure(300, 150, seed=7, quick=True)
    assert figures.problems() == []
    assert len(figures.spoiled) > 5
    assert figures.failures > 3
