"""Who the result is about."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from familieopslag.presentation.view_models import FieldState, FieldView, HeadingView
from familieopslag.ui import theme
from familieopslag.ui.flow import FlowLayout
from familieopslag.ui.hatching import HatchedFrame
from familieopslag.ui.labels import VALUE_MARGIN, plain_label, value_label
from familieopslag.ui.sign import Sign


class Heading(QFrame):
    """Name in large letters; number, age, gender and status below; what can be done with the person at the right."""

    telephone_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(16 - VALUE_MARGIN, 12, 16, 12)
        self._copy = QPushButton(self.tr("Kopiér ▾"))
        self._copy.setAccessibleName(self.tr("Kopiér"))
        self._copy.setMenu(QMenu(self._copy))
        self._copy.hide()
        self._content: QWidget | None = None
        self._below = FlowLayout()
        self._shown: tuple[HeadingView, bool] | None = None
        self._telephone = QPushButton(self.tr("Telefonvisning F8"))
        self._telephone.setAccessibleName(self.tr("Telefonvisning (F8)"))
        self._telephone.clicked.connect(self.telephone_requested)
        self.buttons = QHBoxLayout()
        self.buttons.addWidget(self._copy)
        self.buttons.addWidget(self._telephone)
        self._layout.addLayout(self.buttons)
        self._layout.setAlignment(self.buttons, Qt.AlignmentFlag.AlignVCenter)

    def set_copy_commands(self, actions: Iterable[QAction]) -> None:
        """What the button offers to copy."""
        menu = self._copy.menu()
        menu.clear()
        menu.addActions(list(actions))
        self._copy.setVisible(not menu.isEmpty())

    def show_heading(self, view: HeadingView, *, is_revealed: bool = False) -> None:
        """Show `view` instead of what was there, if it is another one. `is_revealed`: the number is else hidden."""
        if (view, is_revealed) == self._shown:
            return
        self.clear()
        self._shown = view, is_revealed
        content = QWidget()
        lines = QVBoxLayout(content)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(2)
        name = value_label("", "")
        name.show_item(FieldView("ADRNVN", self.tr("Navn"), view.name, FieldState.SHOWN))
        name.setObjectName("personName")
        lines.addWidget(name)
        below = self._below = FlowLayout()
        number = value_label("", "")
        number.show_item(FieldView("PNR", self.tr("CPR-nummer"), view.number, FieldState.SHOWN))
        below.addWidget(_bordered(number) if is_revealed else number)
        for fact in (view.age, view.gender):
            if fact:
                below.addWidget(_after_dot(_unbroken(fact)))
        if view.status:
            below.addWidget(_after_dot(Sign(view.status_icon, theme.colours().text), _unbroken(view.status)))
        for chip in view.chips:
            label = _unbroken(chip)
            label.setObjectName("chip")
            below.addWidget(label)
        lines.addLayout(below)
        protection = plain_label(view.protection, name="secondary")
        protection.setMargin(VALUE_MARGIN)
        lines.addWidget(protection)
        told = (view.name, view.number, view.age, view.gender, view.status)
        self.setAccessibleName(", ".join(part for part in told if part))
        self._layout.insertWidget(0, content, 1)
        # Behind the new content in the order of the children, which is that of the keyboard.
        self._copy.raise_()
        self._telephone.raise_()
        self._content = content

    def clear(self) -> None:
        """Forget the person."""
        self._shown = None
        self.setAccessibleName("")
        if self._content is not None:
            self._below.let_go()
            self._layout.removeWidget(self._content)
            self._content.setParent(None)
            self._content.deleteLater()
            self._content = None


def _after_dot(*widgets: QWidget) -> QWidget:
    """What goes to the next line together, behind the dot that parts it from what stands before."""
    whole = QWidget()
    layout = QHBoxLayout(whole)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(6)
    for widget in (plain_label("·"), *widgets):
        layout.addWidget(widget)
    return whole


def _unbroken(text: str) -> QLabel:
    label = plain_label(text)
    label.setWordWrap(False)
    return label


def _bordered(line: QLabel) -> QWidget:
    """A line that tells what is else hidden."""
    line.setWordWrap(False)
    frame = HatchedFrame()
    frame.set_hatched(hatched=True)
    inside = QHBoxLayout(frame)
    inside.setContentsMargins(0, 0, 0, 0)
    inside.addWidget(line)
    return frame
