"""What a Linux desktop tells over D-Bus about locking, switching and sleep.

A thread for each bus, with a client in Python: QtDBus keeps Python's lock while it waits for a bus, so that a bus that
hangs would stop the window although another thread is waiting. Here only that thread waits.
"""

import logging
import os
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from familieopslag.domain.clearing import ClearReason

_LOGIN = "org.freedesktop.login1"
_LOGIN_PATH = "/org/freedesktop/login1"
_MANAGER, _SESSION = f"{_LOGIN}.Manager", f"{_LOGIN}.Session"
_PROPERTIES = "org.freedesktop.DBus.Properties"
_SCREEN_SAVERS = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
)
_ANSWER_SECONDS = 5.0
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class BusAddresses:
    """Where the buses are, as D-Bus writes it; SYSTEM and SESSION are where the desktop says that they are."""

    system: str = "SYSTEM"
    session: str = "SESSION"


def reason_of(interface: str, member: str, body: tuple[Any, ...]) -> ClearReason | None:
    """What a signal tells; None when it is about something else.

    `body`: its arguments, a variant as a pair of signature and value.
    """
    match interface, member, body:
        case (_, "PrepareForSleep", (True,)) if interface == _MANAGER:
            return ClearReason.SLEEP
        case (_, "Lock", _) if interface == _SESSION:
            return ClearReason.LOCKED
        case (_, "ActiveChanged", (True,)) if interface in _SCREEN_SAVERS:
            # A screen saver has come; on today's desktops that is the lock.
            return ClearReason.LOCKED
        case (_, "PropertiesChanged", (str(about), dict(changed), _)) if about == _SESSION:
            if changed.get("LockedHint") == ("b", True):
                return ClearReason.LOCKED
            if changed.get("Active") == ("b", False):
                # Another session has come to the screen.
                return ClearReason.SWITCHED
    return None


class LockSignals(QObject):
    """Tells when the screen is locked, the session is left or the computer goes to sleep."""

    heard = Signal(object)
    """The ClearReason. Connect it to @Slot methods only."""
    ready = Signal()
    """A bus is being listened to; once for each that there is."""
    _told = Signal(object)
    _opened = Signal()

    def __init__(self, addresses: BusAddresses | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._addresses = addresses or BusAddresses()
        self._is_over = threading.Event()
        self._sockets: list[socket.socket] = []
        self._told.connect(self._on_told)
        self._opened.connect(self._on_opened)

    def start(self) -> None:
        """Begin to listen."""
        for address, is_system in ((self._addresses.system, True), (self._addresses.session, False)):
            # A daemon: the process may end while a bus keeps it waiting.
            threading.Thread(target=self._listen, args=(address, is_system), name="bus", daemon=True).start()

    def shut_down(self) -> None:
        """Stop listening."""
        self._is_over.set()
        for opened in self._sockets:
            try:
                opened.shutdown(socket.SHUT_RDWR)
            except OSError:
                _LOG.debug("a bus has gone before")

    def _listen(self, address: str, is_system: bool) -> None:  # noqa: FBT001 - of our own thread
        """Runs in a thread, for as long as the bus is there."""
        # No annotations in it.
        from jeepney import HeaderFields, MessageType  # type: ignore[import-untyped]
        from jeepney.bus_messages import message_bus  # type: ignore[import-untyped]
        from jeepney.io.blocking import open_dbus_connection  # type: ignore[import-untyped]

        try:
            with open_dbus_connection(address, auth_timeout=_ANSWER_SECONDS) as connection:
                self._sockets.append(connection.sock)
                path = _session_path(connection) if is_system else None
                for rule in _system_rules(path) if is_system else _session_rules():
                    connection.send_and_get_reply(message_bus.AddMatch(rule), timeout=_ANSWER_SECONDS)
                self._opened.emit()
                while not self._is_over.is_set():
                    message = connection.receive()
                    if message.header.message_type is not MessageType.signal:
                        continue
                    fields = message.header.fields
                    interface, member = (fields[key] for key in (HeaderFields.interface, HeaderFields.member))
                    reason = reason_of(interface, member, message.body)
                    if reason is not None:
                        self._told.emit(reason)
        except Exception as error:  # noqa: BLE001 - whatever is wrong with a bus, the window goes on without it
            _LOG.info(
                "no signals from the %s bus: %s", "system" if is_system else "session", type(error).__name__
            )

    @Slot(object)
    def _on_told(self, reason: ClearReason) -> None:
        self.heard.emit(reason)

    @Slot()
    def _on_opened(self) -> None:
        self.ready.emit()


def _system_rules(session: str | None) -> Iterator[Any]:
    """What is listened to on the system bus; `session` None: of every session on this computer."""
    from jeepney import MatchRule

    yield MatchRule(type="signal", sender=_LOGIN, interface=_MANAGER, member="PrepareForSleep")
    yield MatchRule(type="signal", sender=_LOGIN, interface=_SESSION, member="Lock", path=session)
    changed = MatchRule(
        type="signal", sender=_LOGIN, interface=_PROPERTIES, member="PropertiesChanged", path=session
    )
    changed.add_arg_condition(0, _SESSION)
    yield changed


def _session_rules() -> Iterator[Any]:
    """By interface, whoever sends it: the service may come and go, and all on this bus are the user's own."""
    from jeepney import MatchRule

    for name in _SCREEN_SAVERS:
        yield MatchRule(type="signal", interface=name, member="ActiveChanged")


def _session_path(connection: Any) -> str | None:  # noqa: ANN401 - jeepney has no annotations
    """Our own session's path in logind, or None where it has none for us."""
    from jeepney import DBusAddress, MessageType, new_method_call

    manager = DBusAddress(_LOGIN_PATH, bus_name=_LOGIN, interface=_MANAGER)
    asked = (("GetSession", "s", os.environ.get("XDG_SESSION_ID", "")), ("GetSessionByPID", "u", os.getpid()))
    for method, signature, argument in asked:
        if argument == "":
            continue
        call = new_method_call(manager, method, signature, (argument,))
        answer = connection.send_and_get_reply(call, timeout=_ANSWER_SECONDS)
        if answer.header.message_type is MessageType.method_return:
            return str(answer.body[0])
    return None
