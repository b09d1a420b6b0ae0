"""A second start of the program rings at the first one's window, and says nothing: that it rings is the message.

Imported after the first paint, or by the second start.
"""

import sys

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QThread, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QApplication, QWidget

_ATTEMPT_MS = 500
_PAUSE_MS = 50


class Doorbell(QObject):
    """Listens for as long as it lives. Only for whoever holds the instance: it takes a dead one's socket away."""

    rung = Signal()

    def __init__(self, address: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_new_connection)
        QLocalServer.removeServer(address)
        self._server.listen(address)

    def close(self) -> None:
        """Listen no more, and take the socket away."""
        self._server.close()

    @Slot()
    def _on_new_connection(self) -> None:
        """Nothing is read: what is sent all the same is thrown away with the connection."""
        while self._server.hasPendingConnections():
            caller = self._server.nextPendingConnection()
            caller.abort()
            caller.deleteLater()
        self.rung.emit()


def ring(address: str, patience_ms: int) -> bool:
    """Ring at the window that listens at `address`. False: nobody has answered within `patience_ms`."""
    _let_others_come_forward()
    since = QElapsedTimer()
    since.start()
    while True:
        socket = QLocalSocket()
        socket.connectToServer(address, QLocalSocket.OpenModeFlag.ReadOnly)
        # The other side hangs up when its event loop has heard: a window that hangs accepts as well.
        if socket.waitForConnected(_ATTEMPT_MS) and _is_heard(socket, patience_ms):
            return True
        # The first one may have begun to start a moment ago.
        if since.hasExpired(patience_ms):
            return False
        QThread.msleep(_PAUSE_MS)


def _is_heard(socket: QLocalSocket, patience_ms: int) -> bool:
    return socket.state() is QLocalSocket.LocalSocketState.UnconnectedState or socket.waitForDisconnected(
        patience_ms
    )


def bring_forward(window: QWidget) -> None:
    """Put `window` before the others, or, where the desktop does not allow that, let it ask for attention."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
    if not window.isActiveWindow():
        QApplication.alert(window)


def _let_others_come_forward() -> None:
    """Windows lets only the program that the user has just started put a window in front."""
    if sys.platform == "win32":
        import ctypes

        anybody = -1
        ctypes.WinDLL("user32").AllowSetForegroundWindow(anybody)  # type: ignore[attr-defined,unused-ignore]
