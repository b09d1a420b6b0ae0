"""Desks for the leak tests; their threads end with the test."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.leaks.leak_desk import LeakDesk


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[LeakDesk]:
    """A desk with everything behind it."""
    desk = LeakDesk(qtbot)
    yield desk
    desk.close()
