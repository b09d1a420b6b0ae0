"""The clipboard, as far as the program fills it: kept out of histories, and emptied after a while."""

import secrets
from typing import cast

from PySide6.QtCore import QByteArray, QMimeData, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QClipboard, QGuiApplication

_MARK = "application/x-familieopslag-kopi"
"""Tells our text from everybody else's, also from what the program itself copies elsewhere."""
_NO = bytes(4)
"""A DWORD of 0."""
_KEEP_OUT = {
    # Windows: clipboard history (Win+V), the cloud, and monitors. Any value of the first will do.
    # https://learn.microsoft.com/windows/win32/dataxchg/clipboard-formats ("Cloud Clipboard and Clipboard History")
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': _NO,
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': _NO,
    'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': _NO,
    # Klipper and those that follow it.
    "x-kde-passwordManagerHint": b"secret",
}
_OWNERLESS_PLATFORMS = ("offscreen", "minimal")
"""Their clipboard is this process's own, and Qt says of it that nobody owns it."""


class ClipboardGuard(QObject):
    """Puts a text on the clipboard and takes it away again, if it is still there."""

    cleared = Signal()
    """Our text has been on the clipboard and is not any more."""

    def __init__(self, parent: QObject | None = None, *, second_ms: int = 1000) -> None:
        """`second_ms`: how long a second is."""
        super().__init__(parent)
        self._second_ms = second_ms
        self._mark = QByteArray()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.clear)
        _board().selectionChanged.connect(self._on_selection_changed)

    @property
    def is_ours(self) -> bool:
        """Whether the clipboard holds what was put there last."""
        board = _board()
        # Asked first: to read what belongs to another program can take as long as that program likes.
        if not board.ownsClipboard() and QGuiApplication.platformName() not in _OWNERLESS_PLATFORMS:
            return False
        data = cast(
            "QMimeData | None", board.mimeData()
        )  # None is what an empty clipboard gives on some platforms
        return not self._mark.isEmpty() and data is not None and data.data(_MARK) == self._mark

    def put(self, text: str, seconds: int) -> bool:
        """Have `text` on the clipboard for so long. False: another program keeps the clipboard to itself."""
        self._mark = QByteArray(secrets.token_bytes(16))
        data = QMimeData()
        data.setText(text)
        for name, value in _KEEP_OUT.items():
            data.setData(name, QByteArray(value))
        data.setData(_MARK, self._mark)
        # Never the selection, X11's other clipboard: that one is pasted by a click.
        _board().setMimeData(data, QClipboard.Mode.Clipboard)
        self._timer.start(max(seconds, 1) * self._second_ms)
        return self.is_ours

    @Slot()
    def clear(self) -> None:
        """Empty the clipboard if it is still ours."""
        self._timer.stop()
        was_ours = self.is_ours
        self._mark = QByteArray()
        if was_ours:
            _board().clear(QClipboard.Mode.Clipboard)
            self.cleared.emit()

    @Slot()
    def _on_selection_changed(self) -> None:
        """A net below: whatever field or dialog of ours puts marked text on X11's selection, it doesn't stay there."""
        if _board().ownsSelection():
            _board().clear(QClipboard.Mode.Selection)


def _board() -> QClipboard:
    return QGuiApplication.clipboard()
