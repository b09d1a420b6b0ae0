"""Families that nobody recorded: whoever lives with somebody protected is hidden with them, however it is spelled."""

import os

import pytest
from hypothesis import HealthCheck, given, settings

from tests.leaks.check import leaks_of
from tests.leaks.exits import EXITS
from tests.leaks.families import families
from tests.leaks.hidden import Reply

_EXAMPLES = int(os.environ.get("FAMILIEOPSLAG_LEAK_EXAMPLES", "60"))
_WITHOUT_PAPER = tuple(way for way in EXITS if way.name != "pdf")
"""Making a PDF takes longer than everything else together; what is in it is what is in the printout."""


@pytest.mark.usefixtures("qapp")
@settings(
    max_examples=_EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(families())
def test_nothing_hidden_gets_out_of_a_family(reply: Reply) -> None:
    assert not list(leaks_of(reply, _WITHOUT_PAPER))
