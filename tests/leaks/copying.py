"""What Ctrl+C and Ctrl+Insert take out of a window, pressed on everything that the keyboard can come to."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QTableView, QWidget

from familieopslag.ui.person_page import FoldedFields
from tests.gui.guarded_desk import CONTROL
from tests.leaks.case import result_of
from tests.leaks.hidden import Reply, secrets_of
from tests.leaks.leak_desk import LeakDesk

_KEYS = {"Ctrl+C": Qt.Key.Key_C, "Ctrl+Insert": Qt.Key.Key_Insert}
_CHANGING = "application/x-familieopslag-kopi"
"""The format by which the program knows its own copies: another one each time."""
_CLIPBOARDS = (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)


@dataclass(frozen=True)
class Copy:
    """What pressing `keys` on something has left on the clipboard, by format, and in the status line."""

    where: str
    keys: str
    said: str = field(repr=False)
    held: tuple[tuple[str, bytes], ...] = field(repr=False)

    @property
    def text(self) -> str:
        """What a letter gets that it is pasted into."""
        return dict(self.held).get("text/plain", b"").decode()

    @property
    def texts(self) -> Iterator[str]:
        """Whatever can be read."""
        yield self.said
        for kind, data in self.held:
            yield kind
            yield data.decode("utf-8", "replace")

    @property
    def lasting(self) -> tuple[object, ...]:
        """What has to be the same each time."""
        held = tuple((kind, b"" if kind == _CHANGING else data) for kind, data in self.held)
        return self.where, self.keys, self.said, held


def leaks_by_keys(desk: LeakDesk, reply: Reply) -> set[str]:
    """What keys take out of the window of what `reply` hides, and of anybody protected."""
    twin, told = list(copies_of(desk, reply.twin())), list(copies_of(desk, reply))
    found = secrets_of(reply).found_in(
        (text for copy in told for text in copy.texts),
        own_words=(text for copy in twin for text in copy.texts),
        with_names=True,
    )
    # Only what is hidden tells the two apart.
    known = {copy.lasting for copy in twin}
    return found | {str(copy) for copy in told if copy.lasting not in known}


def copies_of(desk: LeakDesk, reply: Reply) -> Iterator[Copy]:
    """Look somebody up, and copy in each of the ways that the window shows them."""
    desk.clear()
    desk.show(result_of(reply))
    for folded in desk.window.findChildren(FoldedFields):
        if folded.isVisibleTo(desk.window) and not folded.button.isChecked():
            folded.button.click()
    yield from _copies(desk)
    _show_streets(desk)
    yield from _copies_of_cells(desk)
    desk.window.command("turn_family").trigger()
    yield from _copies(desk)
    desk.window.command("turn_family").trigger()
    with desk.qtbot.waitSignal(desk.records.recorded):
        desk.window.command("telephone").trigger()
    yield from _copies(desk)
    desk.window.command("telephone").trigger()


def _copies(desk: LeakDesk) -> Iterator[Copy]:
    for place, widget in enumerate(_stops(desk.window)):
        if isinstance(widget, QTableView):
            yield from _copies_of_cells(desk)
        else:
            widget.setFocus()
            assert widget.hasFocus()
            yield from _pressed(desk, f"{place} {type(widget).__name__}")


def _copies_of_cells(desk: LeakDesk) -> Iterator[Copy]:
    if not desk.family.isVisibleTo(desk.window):
        return
    model = desk.family.model()
    desk.family.setFocus()
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            desk.family.setCurrentIndex(model.index(row, column))
            yield from _pressed(desk, f"cell {row}, {column}")


def _pressed(desk: LeakDesk, where: str) -> Iterator[Copy]:
    for name, key in _KEYS.items():
        desk.empty_clipboard()
        desk.window.set_status("")
        desk.press(Qt.Key.Key_A, CONTROL)  # marks, where something can be marked
        desk.press(key, CONTROL)
        desk.finish_copying()
        yield Copy(where, name, desk.window.status, tuple(_held()))
    desk.empty_clipboard()


def _held() -> Iterator[tuple[str, bytes]]:
    for mode in _CLIPBOARDS:
        data = QGuiApplication.clipboard().mimeData(mode)
        for kind in data.formats() if data is not None else ():
            yield kind, bytes(data.data(kind).data())


def _stops(window: QWidget) -> list[QWidget]:
    """Whatever takes the focus now."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
        and widget.isVisibleTo(window)
        and widget.isEnabled()
    ]


def _show_streets(desk: LeakDesk) -> None:
    for button in desk.window.findChildren(QAbstractButton):
        if button.text() == "Vis adresser" and button.isVisibleTo(desk.window) and not button.isChecked():
            button.click()
