"""Everybody of the register and the recordings with somebody protected around them: nothing hidden gets out."""

import pytest

from tests.leaks.case import CONCEALING
from tests.leaks.check import leaks_of

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("name", CONCEALING)
def test_nothing_hidden_gets_out(name: str) -> None:
    assert not list(leaks_of(CONCEALING[name]))
