"""The field for the number: typing, pasting and cutting as everywhere, but copying goes by the exporter."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QMenu

from familieopslag.ui.copy_target import pop_up

_CHARACTERS = 18
_MARKING = True
"""What the steps of the cursor take."""
_Key = QKeySequence.StandardKey


class NumberField(QLineEdit):
    """As wide as a number in whatever size the text has. Nothing leaves it by itself: the marked text is asked for."""

    copy_requested = Signal(str)
    cut_requested = Signal(str)
    """The same, and `cut_away` when it has been copied."""

    def __init__(self) -> None:
        super().__init__()
        # No input mask: it would break pasting.
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhPreferNumbers
        )
        self.setDragEnabled(False)
        # What Qt does at these keys would fill a clipboard too: the selection, when they mark text under X11.
        self._own_keys: tuple[tuple[_Key, Callable[[], object]], ...] = (
            (_Key.Copy, self._on_copy_chosen),
            (_Key.Cut, self._on_cut_chosen),
            (_Key.DeleteEndOfLine, self._delete_to_end),
            (_Key.DeleteCompleteLine, self._delete_all),
            (_Key.Undo, self.undo),
            (_Key.Redo, self.redo),
            (_Key.SelectAll, self.selectAll),
            (_Key.SelectStartOfLine, partial(self.home, _MARKING)),
            (_Key.SelectStartOfBlock, partial(self.home, _MARKING)),
            (_Key.SelectEndOfLine, partial(self.end, _MARKING)),
            (_Key.SelectEndOfBlock, partial(self.end, _MARKING)),
            (_Key.SelectNextChar, partial(self.cursorForward, _MARKING)),
            (_Key.SelectPreviousChar, partial(self.cursorBackward, _MARKING)),
            (_Key.SelectNextWord, partial(self.cursorWordForward, _MARKING)),
            (_Key.SelectPreviousWord, partial(self.cursorWordBackward, _MARKING)),
        )
        self._fit()

    def cut_away(self, marked: str) -> None:
        """Take the marked text away, if it still is `marked`."""
        if self.selectedText() == marked:
            self.del_()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A held Return is one Return, because every lookup is logged. What Qt would copy by itself is asked for."""
        if event.isAutoRepeat() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
            return
        for key, act in self._own_keys:
            if event.matches(key):
                act()
                event.accept()
                return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Marking with the mouse marks, and nothing else: Qt would put the text on X11's primary selection."""
        if event.button() is Qt.MouseButton.LeftButton and self.hasSelectedText():
            event.accept()
            return
        super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt's own menu would copy by itself."""
        menu = QMenu(self)
        marked = self.hasSelectedText()
        for words, slot, is_possible, follows in (
            (self.tr("Fortryd"), self.undo, self.isUndoAvailable(), True),
            (self.tr("Klip"), self._on_cut_chosen, marked, False),
            (self.tr("Kopiér"), self._on_copy_chosen, marked, False),
            (self.tr("Sæt ind"), self.paste, True, False),
            (self.tr("Slet"), self.del_, marked, True),
            (self.tr("Markér alt"), self.selectAll, bool(self.text()), False),
        ):
            action = menu.addAction(words)
            action.setEnabled(is_possible)
            action.triggered.connect(slot)
            if follows:
                menu.addSeparator()
        pop_up(menu, event)

    def changeEvent(self, event: QEvent) -> None:
        """The width follows the size of the text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def _delete_to_end(self) -> None:
        self.end(_MARKING)
        self.del_()

    def _delete_all(self) -> None:
        self.selectAll()
        self.del_()

    @Slot()
    def _on_copy_chosen(self) -> None:
        if self.hasSelectedText():
            self.copy_requested.emit(self.selectedText())

    @Slot()
    def _on_cut_chosen(self) -> None:
        if self.hasSelectedText():
            self.cut_requested.emit(self.selectedText())

    def _fit(self) -> None:
        width = self.fontMetrics().averageCharWidth() * _CHARACTERS
        self.setMinimumWidth(width)
        self.setMaximumWidth(width * 2)
