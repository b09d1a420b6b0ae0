"""What several tests of the window need: guarded desks, which end with the test, and the usual font after it."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from familieopslag.domain.privacy import PrivacySettings
from tests.gui.guarded_desk import GuardedDesk

OpenDesk = Callable[..., GuardedDesk]


@pytest.fixture
def open_desk(qtbot: QtBot) -> Iterator[OpenDesk]:
    """Opens a desk; see GuardedDesk for what can be asked for."""
    opened: list[GuardedDesk] = []

    def open_it(privacy: PrivacySettings | None = None, **options: int) -> GuardedDesk:
        desk = GuardedDesk(qtbot, privacy or PrivacySettings(), **options)
        opened.append(desk)
        return desk

    yield open_it
    for desk in opened:
        desk.close()


@pytest.fixture
def desk(open_desk: OpenDesk) -> GuardedDesk:
    """A desk as a municipality gets it that has set nothing."""
    return open_desk()


@pytest.fixture
def usual_font(qapp: QApplication) -> Iterator[None]:
    """The size of the text belongs to the application: whoever changes it gives it back."""
    usual = QApplication.font()
    yield
    QApplication.setFont(usual)
