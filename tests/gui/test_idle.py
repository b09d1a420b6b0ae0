"""The watch on idle time, on a clock that the test moves; input comes through the window system."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from familieopslag.ui.idle_watch import IdleWatch, seconds_awake_or_asleep

_CONTROL = Qt.KeyboardModifier.ControlModifier


@dataclass
class _Told:
    minutes: list[int] = field(default_factory=list)
    warned: list[int] = field(default_factory=list)
    continued: list[bool] = field(default_factory=list)
    expired: list[bool] = field(default_factory=list)


class _Idle:
    """A watch of five minutes over a window with a field and a button."""

    def __init__(self, qtbot: QtBot, minutes: int = 5) -> None:
        self.qtbot = qtbot
        self.now = 0.0
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.field = QLineEdit(self.window)
        self.button = QPushButton("Slå op", self.window)
        self.button.move(0, 60)
        self.window.resize(200, 120)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.field.setFocus()
        self.watch = IdleWatch(minutes, self.window, clock=lambda: self.now)
        self.told = _Told()
        self.watch.minutes_left.connect(self.told.minutes.append)
        self.watch.warned.connect(self.told.warned.append)
        self.watch.continued.connect(lambda: self.told.continued.append(True))
        self.watch.expired.connect(lambda: self.told.expired.append(True))
        self.watch.start()

    def advance(self, seconds: float) -> None:
        self.now += seconds
        self.watch.look()

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.window.windowHandle(), key, modifiers)


@pytest.fixture
def idle(qtbot: QtBot) -> Iterator[_Idle]:
    idle = _Idle(qtbot)
    yield idle
    idle.watch.rest()


def test_minutes_are_told_once_each(idle: _Idle) -> None:
    for _ in range(26):
        idle.advance(10)
    assert idle.told.minutes == [5, 4, 3, 2, 1]


def test_a_key_starts_the_count_anew(idle: _Idle) -> None:
    idle.advance(200)
    idle.key(Qt.Key.Key_1)
    assert idle.field.text() == "1"
    assert idle.told.minutes == [5, 2, 5]
    idle.advance(200)
    assert idle.told.warned == []


@pytest.mark.parametrize("input_by", ["move", "click", "shortcut"])
def test_so_do_the_mouse_and_a_command(idle: _Idle, input_by: str) -> None:
    handle = idle.window.windowHandle()
    idle.advance(260)
    match input_by:
        case "move":
            QTest.mouseMove(handle, QPoint(20, 100))
        case "click":
            QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=QPoint(20, 100))
        case _:
            idle.button.setShortcut("F5")
            idle.key(Qt.Key.Key_F5)
    QApplication.processEvents()
    idle.advance(200)
    assert idle.told.warned == []


def test_keys_in_a_dialog_count(idle: _Idle) -> None:
    dialog = QDialog(idle.window)
    dialog.open()
    idle.qtbot.waitUntil(dialog.isActiveWindow)
    idle.advance(260)
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_1)
    idle.advance(200)
    assert idle.told.warned == []
    dialog.close()


def test_the_warning_counts_down_and_then_it_is_over(idle: _Idle) -> None:
    idle.advance(269)
    assert idle.told.warned == []
    idle.advance(1)
    assert idle.watch.is_warning
    for _ in range(29):
        idle.advance(1)
    assert idle.told.warned == list(range(30, 0, -1))
    assert idle.told.expired == []
    idle.advance(1)
    assert idle.told.expired == [True]
    assert not idle.watch.is_warning
    idle.advance(1000)
    assert idle.told.expired == [True]


def test_any_key_continues_and_does_nothing_else(idle: _Idle) -> None:
    clicked: list[bool] = []
    idle.button.clicked.connect(lambda: clicked.append(True))
    idle.button.setShortcut("Ctrl+L")
    for key, modifiers in (
        (Qt.Key.Key_1, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Shift, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_L, _CONTROL),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier),
    ):
        idle.advance(280)
        assert idle.watch.is_warning
        idle.key(key, modifiers)
        assert not idle.watch.is_warning
    assert len(idle.told.continued) == 4
    assert idle.field.text() == ""
    assert clicked == []
    idle.key(Qt.Key.Key_1)
    assert idle.field.text() == "1"


def test_a_click_continues_and_does_nothing_else(idle: _Idle) -> None:
    clicked: list[bool] = []
    idle.button.clicked.connect(lambda: clicked.append(True))

    def double_click() -> None:
        for act in (idle.qtbot.mouseClick, idle.qtbot.mouseDClick, idle.qtbot.mouseRelease):
            act(idle.button, Qt.MouseButton.LeftButton)

    idle.advance(280)
    # The rest of a double-click belongs to the first.
    with idle.qtbot.waitSignal(idle.watch._settling.timeout):
        double_click()
    assert (idle.told.continued, clicked) == ([True], [])
    double_click()
    assert clicked == [True, True]


def test_a_mouse_that_is_only_pushed_does_not_continue(idle: _Idle) -> None:
    idle.advance(280)
    idle.qtbot.mouseMove(idle.button)
    assert idle.watch.is_warning


def test_after_a_rest_the_first_touch_counts_again(idle: _Idle) -> None:
    idle.advance(400)
    assert idle.told.expired == [True]
    idle.key(Qt.Key.Key_1)
    idle.advance(280)
    assert idle.watch.is_warning


def test_zero_minutes_is_never(qtbot: QtBot) -> None:
    idle = _Idle(qtbot, minutes=0)
    idle.advance(100_000)
    idle.key(Qt.Key.Key_1)
    assert idle.told == _Told()


def test_the_timer_itself_gets_there(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    # A minute of sixty milliseconds.
    start = seconds_awake_or_asleep()
    watch = IdleWatch(1, window, clock=lambda: (seconds_awake_or_asleep() - start) * 1000, second_ms=1)
    warned: list[int] = []
    watch.warned.connect(warned.append)
    with qtbot.waitSignal(watch.expired):
        watch.start()
    assert warned
    assert warned == sorted(warned, reverse=True)


def test_the_clock_goes_on_while_the_computer_sleeps() -> None:
    first = seconds_awake_or_asleep()
    assert seconds_awake_or_asleep() >= first
