"""Tells when the screen is locked, the session is left or the computer goes to sleep, on Windows and Linux."""

import ctypes
import logging
import sys
from ctypes import wintypes

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from familieopslag.domain.clearing import ClearReason
from familieopslag.worker.lock_signals import BusAddresses, LockSignals

# winuser.h, wtsapi32.h: https://learn.microsoft.com/windows/win32/termserv/wm-wtssession-change
WM_WTSSESSION_CHANGE = 0x02B1
WM_POWERBROADCAST = 0x0218
_NOTIFY_FOR_THIS_SESSION = 0
_SESSION_CHANGES = {
    0x2: ClearReason.SWITCHED,  # WTS_CONSOLE_DISCONNECT
    0x4: ClearReason.SWITCHED,  # WTS_REMOTE_DISCONNECT
    0x6: ClearReason.SWITCHED,  # WTS_SESSION_LOGOFF
    0x7: ClearReason.LOCKED,  # WTS_SESSION_LOCK
}
_PBT_APMSUSPEND = 0x4
_LOG = logging.getLogger(__name__)
_WINDOWS_MESSAGES = (b"windows_generic_MSG", b"windows_dispatcher_MSG")


def reason_of(message: int, detail: int) -> ClearReason | None:
    """What a message of Windows and its wParam tell; None when it is about something else."""
    if message == WM_WTSSESSION_CHANGE:
        return _SESSION_CHANGES.get(detail)
    if message == WM_POWERBROADCAST and detail == _PBT_APMSUSPEND:
        return ClearReason.SLEEP
    return None


class _WindowsFilter(QAbstractNativeEventFilter):
    """Reads Windows' messages as they come by, and lets each go on."""

    def __init__(self, lock: "SessionLock") -> None:
        super().__init__()
        self._lock = lock

    def nativeEventFilter(
        self, event_type: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> tuple[bool, int]:
        """See QAbstractNativeEventFilter. `message` is the address of a MSG."""
        if QByteArray(event_type).data() in _WINDOWS_MESSAGES:
            msg = wintypes.MSG.from_address(int(message))
            reason = reason_of(msg.message, msg.wParam)
            if reason is not None:
                self._lock.left.emit(reason)
        return False, 0


def _application() -> QCoreApplication:
    application = QCoreApplication.instance()
    if application is None:
        raise RuntimeError("no window without an application")
    return application


class SessionLock(QObject):
    """Listens for as long as the window lives."""

    left = Signal(object)
    """The ClearReason."""

    def __init__(self, window: QWidget, addresses: BusAddresses | None = None) -> None:
        super().__init__(window)
        self._window = window
        self._signals: LockSignals | None = None
        self._filter: _WindowsFilter | None = None
        self._addresses = addresses

    def start(self) -> None:
        """Begin to listen. The window has to have been shown."""
        if sys.platform == "win32":
            self._filter = _WindowsFilter(self)
            _application().installNativeEventFilter(self._filter)
            is_heard = ctypes.WinDLL("wtsapi32").WTSRegisterSessionNotification(
                wintypes.HWND(self._window.winId()), wintypes.DWORD(_NOTIFY_FOR_THIS_SESSION)
            )
            if not is_heard:
                _LOG.warning("Windows does not tell of locks: error %s", ctypes.GetLastError())
        else:
            self._signals = LockSignals(self._addresses, self)
            self._signals.heard.connect(self._on_heard)
            self._signals.start()

    def shut_down(self) -> None:
        """Stop listening."""
        if sys.platform == "win32" and self._filter is not None:
            ctypes.WinDLL("wtsapi32").WTSUnRegisterSessionNotification(wintypes.HWND(self._window.winId()))
            _application().removeNativeEventFilter(self._filter)
            self._filter = None
        if self._signals is not None:
            self._signals.shut_down()

    @Slot(object)
    def _on_heard(self, reason: ClearReason) -> None:
        self.left.emit(reason)
