"""The countdown: by a clock of the test's own."""

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from familieopslag.ui.countdown import Countdown
from tests.gui.desk import Clock


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def countdown(qapp: QObject, clock: Clock) -> Countdown:
    return Countdown(clock=clock, tick_ms=1)


def test_every_second_is_told_until_the_end(qtbot: QtBot, clock: Clock, countdown: Countdown) -> None:
    told: list[int] = []
    countdown.ticked.connect(told.append)
    countdown.start(3)
    for second in (2, 1):
        with qtbot.waitSignal(countdown.ticked):
            clock.now += 1
        assert countdown.seconds_left == second
    with qtbot.waitSignal(countdown.ended):
        clock.now += 1
    assert told == [3, 2, 1]
    assert not countdown.is_running


def test_a_second_that_has_begun_is_still_told(qtbot: QtBot, clock: Clock, countdown: Countdown) -> None:
    countdown.start(3)
    clock.now += 0.4
    assert countdown.seconds_left == 3


def test_the_end_can_be_put_off(qtbot: QtBot, clock: Clock, countdown: Countdown) -> None:
    countdown.start(15)
    clock.now += 10
    with qtbot.waitSignal(countdown.ticked) as told:
        countdown.extend(15)
    assert told.args == [20]


def test_a_computer_that_slept_through_the_end_hears_of_it(
    qtbot: QtBot, clock: Clock, countdown: Countdown
) -> None:
    countdown.start(60)
    with qtbot.waitSignal(countdown.ended):
        clock.now += 10_000
    assert countdown.seconds_left == 0


def test_what_has_ended_or_was_stopped_cannot_be_put_off(clock: Clock, countdown: Countdown) -> None:
    countdown.start(60)
    countdown.stop()
    countdown.extend(60)
    assert not countdown.is_running
    assert countdown.seconds_left == 0
