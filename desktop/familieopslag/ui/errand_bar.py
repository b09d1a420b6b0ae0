"""Why somebody is looked up: the purpose (formål) from the municipality's list, and a case number."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from familieopslag.domain.errand import Purpose
from familieopslag.ui import icons, theme
from familieopslag.ui.case_number_field import CaseNumberField
from familieopslag.ui.labels import plain_label

_CHARACTERS = 15
_SIGN_SIZE = 9
_SIGN_PLACE = 20


class _Choice(QComboBox):
    """A list to choose from on purpose: turning a wheel over it chooses nothing."""

    returned = Signal()
    """Return, while the list is closed. Once, however long it is held: every lookup is logged."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """With the sign that Qt leaves out below a style sheet."""
        super().paintEvent(event)
        if theme.has_own_controls():
            sign = icons.pixmap("down", theme.colours().text, _SIGN_SIZE)
            painter = QPainter(self)
            painter.drawPixmap(self.width() - _SIGN_PLACE, (self.height() - _SIGN_SIZE) // 2, sign)
            painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See `returned`."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.returned.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave it to whatever scrolls there."""
        event.ignore()


class ErrandBar(QWidget):
    """Nothing is chosen at first, and nothing can be typed beside the list."""

    submitted = Signal()
    """Return in any of it: the number is to be looked up."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._purposes: tuple[Purpose, ...] = ()
        self._reproach = ""
        self.choice = _Choice()
        self.choice.setPlaceholderText(self.tr("Vælg formål"))
        self.choice.setAccessibleName(self.tr("Formål"))
        # A long purpose does not make the window wider; the open list shows all of it.
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.setMinimumContentsLength(_CHARACTERS)
        self.choice.returned.connect(self.submitted)
        self.choice.currentIndexChanged.connect(self._on_choice_changed)
        self.case_number = CaseNumberField()
        self.case_number.returnPressed.connect(self.submitted)
        self.case_number.judged.connect(self._on_judged)
        self.hint = plain_label(name="secondary")
        """What is missing or wrong; whoever places the bar places it, too."""
        self.hint.setAlignment(Qt.AlignmentFlag.AlignRight)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for words, field in (
            (self.tr("F&ormål"), self.choice),
            (self.tr("&Sagsnr."), self.case_number),
        ):
            label = QLabel(words)
            font = label.font()
            font.setBold(True)
            label.setFont(font)
            label.setBuddy(field)
            layout.addWidget(label)
            layout.addWidget(field)
        self._say()

    @property
    def purpose(self) -> Purpose | None:
        """What is chosen."""
        index = self.choice.currentIndex()
        return self._purposes[index] if index >= 0 else None

    def show_purposes(self, purposes: Iterable[Purpose]) -> None:
        """Offer these. What is chosen stays, if it is among them."""
        chosen = self.purpose
        self._purposes = tuple(purposes)
        self.choice.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.choice.clear()
        for purpose in self._purposes:
            self.choice.addItem(purpose.text)
        self.choice.setCurrentIndex(self._purposes.index(chosen) if chosen in self._purposes else -1)
        self.choice.blockSignals(False)  # noqa: FBT003 - Qt's own signature

    def ask(self, words: str) -> None:
        """Say that a purpose has to be chosen, and put the keyboard there."""
        self._reproach = words
        self._say()
        self.choice.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def reset(self) -> None:
        """Nothing chosen, nothing typed."""
        self._reproach = ""
        self.choice.setCurrentIndex(-1)
        # Not clear(), which the field could undo.
        self.case_number.setText("")
        self._say()

    @Slot(int)
    def _on_choice_changed(self, index: int) -> None:
        if index >= 0:
            self._reproach = ""
            self._say()

    @Slot(str)
    def _on_judged(self, problem: str) -> None:
        del problem
        self._say()

    def _say(self) -> None:
        """One line: what is missing, else what is wrong."""
        self.choice.setAccessibleDescription(self._reproach)
        words = self._reproach or self.case_number.problem
        self.hint.setText(f"⚠ {words}" if words else "")
        self.hint.setVisible(bool(words))
