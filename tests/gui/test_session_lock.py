"""Locking, switching and sleep: heard over a real D-Bus on Linux, read from Windows' messages, and cleared after."""

import ctypes
import sys
import time
from collections.abc import Iterator
from ctypes import wintypes

import pytest
from PySide6.QtCore import QByteArray, QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from familieopslag.domain.clearing import ClearReason
from familieopslag.ui import session_lock
from familieopslag.ui.session_lock import SessionLock
from familieopslag.worker.lock_signals import BusAddresses, LockSignals, reason_of
from tests.support.buses import (
    LOGIN,
    OTHER_PATH,
    SESSION_PATH,
    Desktop,
    dbus_daemon,
    hanging_bus,
    private_bus,
)

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="a D-Bus desktop is Linux")
_NOWHERE = "unix:path=/nonexistent/bus"
needs_bus = pytest.mark.skipif(dbus_daemon() is None, reason="dbus-daemon is not installed")
_SAVER = "org.gnome.ScreenSaver"
_PROPERTIES = "org.freedesktop.DBus.Properties"


class _Buses:
    """A system bus with a logind and a session bus with a screen saver, and somebody who listens."""

    def __init__(self, qtbot: QtBot, system: str, session: str, *, knows_session: bool = True) -> None:
        self.qtbot = qtbot
        self.system = system
        self.login = Desktop(system, name=LOGIN, knows_session=knows_session)
        self.saver = Desktop(session)
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.lock = SessionLock(self.window, BusAddresses(system, session))
        self.told: list[ClearReason] = []
        self.lock.left.connect(self.told.append)
        self.lock.start()
        assert self.lock._signals is not None
        ready: list[bool] = []
        self.lock._signals.ready.connect(lambda: ready.append(True))
        qtbot.waitUntil(lambda: len(ready) == 2)

    def close(self) -> None:
        self.lock.shut_down()
        self.login.close()
        self.saver.close()


@pytest.fixture
def buses(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[_Buses]:
    monkeypatch.setenv("XDG_SESSION_ID", "1")
    with private_bus() as system, private_bus() as session:
        made = _Buses(qtbot, system, session)
        yield made
        made.close()


@needs_bus
def test_each_of_a_desktop_s_signals_is_heard(buses: _Buses) -> None:
    def hear(reason: ClearReason) -> None:
        buses.qtbot.waitUntil(lambda: buses.told == [reason])
        buses.told.clear()

    buses.saver.tell("/org/gnome/ScreenSaver", _SAVER, "ActiveChanged", "b", (True,))
    hear(ClearReason.LOCKED)
    buses.saver.tell("/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", "b", (True,))
    hear(ClearReason.LOCKED)
    buses.login.tell(SESSION_PATH, f"{LOGIN}.Session", "Lock")
    hear(ClearReason.LOCKED)
    changed = (f"{LOGIN}.Session", {"LockedHint": ("b", True)}, [])
    buses.login.tell(SESSION_PATH, _PROPERTIES, "PropertiesChanged", "sa{sv}as", changed)
    hear(ClearReason.LOCKED)
    changed = (f"{LOGIN}.Session", {"Active": ("b", False)}, [])
    buses.login.tell(SESSION_PATH, _PROPERTIES, "PropertiesChanged", "sa{sv}as", changed)
    hear(ClearReason.SWITCHED)
    buses.login.tell("/org/freedesktop/login1", f"{LOGIN}.Manager", "PrepareForSleep", "b", (True,))
    hear(ClearReason.SLEEP)


@needs_bus
def test_what_is_over_and_what_is_another_session_s_is_not_heard(buses: _Buses) -> None:
    buses.saver.tell("/org/gnome/ScreenSaver", _SAVER, "ActiveChanged", "b", (False,))
    buses.login.tell(OTHER_PATH, f"{LOGIN}.Session", "Lock")
    changed = (f"{LOGIN}.Session", {"Active": ("b", True), "LockedHint": ("b", False)}, [])
    buses.login.tell(SESSION_PATH, _PROPERTIES, "PropertiesChanged", "sa{sv}as", changed)
    buses.login.tell("/org/freedesktop/login1", f"{LOGIN}.Manager", "PrepareForSleep", "b", (False,))
    # Somebody else on the system bus speaks as if it were logind.
    stranger = Desktop(buses.system)
    stranger.tell(SESSION_PATH, f"{LOGIN}.Session", "Lock")
    stranger.close()
    # In order on each bus, so when these are heard the others have come and gone.
    buses.login.tell("/org/freedesktop/login1", f"{LOGIN}.Manager", "PrepareForSleep", "b", (True,))
    buses.saver.tell("/org/gnome/ScreenSaver", _SAVER, "ActiveChanged", "b", (True,))
    buses.qtbot.waitUntil(lambda: len(buses.told) == 2)
    assert sorted(reason.value for reason in buses.told) == ["dvale", "skærmlås"]


@needs_bus
def test_without_a_session_of_our_own_any_session_s_lock_is_heard(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_SESSION_ID", raising=False)
    with private_bus() as system, private_bus() as session:
        buses = _Buses(qtbot, system, session, knows_session=False)
        buses.login.tell(OTHER_PATH, f"{LOGIN}.Session", "Lock")
        qtbot.waitUntil(lambda: buses.told == [ClearReason.LOCKED])
        buses.close()


def test_a_missing_bus_is_nobody_s_trouble(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    signals = LockSignals(BusAddresses(_NOWHERE, _NOWHERE))
    with qtbot.assertNotEmitted(signals.ready):
        signals.start()
        qtbot.waitUntil(lambda: len(caplog.records) == 2)
    signals.shut_down()


def test_a_hanging_bus_holds_nothing_up(qtbot: QtBot) -> None:
    ticks: list[float] = []
    timer = QTimer(interval=5)
    timer.timeout.connect(lambda: ticks.append(time.monotonic()))
    with hanging_bus() as address:
        signals = LockSignals(BusAddresses(address, address))
        started = time.monotonic()
        signals.start()
        timer.start()
        qtbot.waitUntil(lambda: len(ticks) >= 20)
        signals.shut_down()
        assert time.monotonic() - started < 5.0
    timer.stop()


@pytest.mark.parametrize(
    ("interface", "member", "body"),
    [
        ("org.freedesktop.login1.Session", "Unlock", ()),
        ("com.example.ScreenSaver", "ActiveChanged", (True,)),
        ("org.gnome.ScreenSaver", "ActiveChanged", ("ja",)),
        ("org.gnome.ScreenSaver", "ActiveChanged", ()),
        (_PROPERTIES, "PropertiesChanged", ("org.freedesktop.login1.Seat", {"LockedHint": ("b", True)}, [])),
        (_PROPERTIES, "PropertiesChanged", ("org.freedesktop.login1.Session", "?", [])),
    ],
)
def test_other_signals_tell_nothing(interface: str, member: str, body: tuple[object, ...]) -> None:
    assert reason_of(interface, member, body) is None


# -- Windows


@pytest.mark.parametrize(
    ("message", "detail", "reason"),
    [
        (0x02B1, 0x7, ClearReason.LOCKED),
        (0x02B1, 0x8, None),
        (0x02B1, 0x2, ClearReason.SWITCHED),
        (0x02B1, 0x4, ClearReason.SWITCHED),
        (0x02B1, 0x6, ClearReason.SWITCHED),
        (0x02B1, 0x1, None),
        (0x0218, 0x4, ClearReason.SLEEP),
        (0x0218, 0x12, None),
        (0x0100, 0x7, None),
    ],
)
@pytest.mark.parametrize("kind", [b"windows_generic_MSG", b"windows_dispatcher_MSG", b"xcb_generic_event_t"])
def test_windows_messages_are_read_and_go_on(
    qtbot: QtBot, message: int, detail: int, reason: ClearReason | None, kind: bytes
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    lock = SessionLock(window)
    told: list[ClearReason] = []
    lock.left.connect(told.append)
    msg = wintypes.MSG(message=message, wParam=detail)
    reader = session_lock._WindowsFilter(lock)
    assert reader.nativeEventFilter(QByteArray(kind), ctypes.addressof(msg)) == (False, 0)
    assert told == ([reason] if reason is not None and kind.startswith(b"windows") else [])
