"""What a value is typed or chosen in: one kind of control for each kind of value."""

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from familieopslag.system.configuration.connection_kinds import FilePath, Proxy
from familieopslag.system.configuration.key import Key
from familieopslag.system.configuration.kinds import Choice, Flag, Whole, WholeOrNever
from familieopslag.system.configuration.purpose_list import PurposeList
from familieopslag.ui.flow import FlowLayout
from familieopslag.ui.translation import translate

_FOLDER_KEYS = ("folder",)
_LINES = 8
_GAP = 18
_TALLER = 10
_SYSTEM, _NONE = "system", "none"


class Editor(QWidget):
    """A control with a text, as the kind of value spells it."""

    edited = Signal(str)
    """By the user; the text."""

    @property
    def text(self) -> str:
        """What stands there."""
        raise NotImplementedError

    def show_text(self, text: str) -> None:
        """Put it there; nothing is told."""
        raise NotImplementedError

    def controls(self) -> tuple[QWidget, ...]:
        """What takes the keyboard, in order. The first is what a label leads to."""
        raise NotImplementedError

    def name(self, title: str, description: str) -> None:
        """What a screen reader says."""
        for control in self.controls():
            control.setAccessibleName(title)
            control.setAccessibleDescription(description)

    def describe(self, description: str) -> None:
        """What a screen reader says besides the name."""
        for control in self.controls():
            control.setAccessibleDescription(description)

    def lock(self) -> None:
        """Nothing can be changed; what can be read stays within reach of the keyboard."""
        self.setEnabled(False)

    def _fill(self, *widgets: QWidget, across: bool = True) -> QBoxLayout:
        layout = QHBoxLayout(self) if across else QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for place, widget in enumerate(widgets):
            layout.addWidget(widget, 1 if place == 0 and across else 0)
        return layout


class LineEditor(Editor):
    """A line of text."""

    def __init__(self) -> None:
        super().__init__()
        self._line = QLineEdit()
        self._line.textEdited.connect(self.edited)
        self._layout = self._fill(self._line)

    @property
    def text(self) -> str:
        """See Editor."""
        return self._line.text()

    def show_text(self, text: str) -> None:
        """See Editor."""
        self._line.setText(text)
        self._line.setCursorPosition(0)

    def controls(self) -> tuple[QWidget, ...]:
        """See Editor."""
        return (self._line,)

    def lock(self) -> None:
        """See Editor."""
        self._line.setReadOnly(True)


class PathEditor(LineEditor):
    """A line with the path to a file or folder, and a way to look for it."""

    def __init__(self, *, is_folder: bool) -> None:
        super().__init__()
        self._is_folder = is_folder
        self._browse = QPushButton(self.tr("Vælg …"))
        self._browse.clicked.connect(self._on_browse_clicked)
        self._layout.addWidget(self._browse)

    def name(self, title: str, description: str) -> None:
        """See Editor."""
        super().name(title, description)
        self._browse.setAccessibleName(self.tr("Vælg: {title}").format(title=title))

    def lock(self) -> None:
        """See Editor."""
        super().lock()
        self._browse.hide()

    @Slot()
    def _on_browse_clicked(self) -> None:
        files = QFileDialog(self, self.tr("Vælg"))
        files.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        mode = QFileDialog.FileMode.Directory if self._is_folder else QFileDialog.FileMode.ExistingFile
        files.setFileMode(mode)
        files.fileSelected.connect(self._on_file_selected)
        files.open()

    @Slot(str)
    def _on_file_selected(self, name: str) -> None:
        self.show_text(name)
        self.edited.emit(name)


class NumberEditor(Editor):
    """A whole number within what this user may set: nothing looser can be typed."""

    def __init__(self, low: int, high: int, never: str) -> None:
        """`never`: what 0 is called, where it stands for that; else ""."""
        super().__init__()
        self._box = _Number()
        self._box.setRange(low, high)
        if never and low == 0:
            self._box.setSpecialValueText(never)
        self._box.valueChanged.connect(self._on_value_changed)
        self._fill(self._box).addStretch(2)

    @property
    def text(self) -> str:
        """See Editor."""
        return str(self._box.value())

    def show_text(self, text: str) -> None:
        """See Editor."""
        with QSignalBlocker(self._box):
            self._box.setValue(int(text) if text.isdigit() else self._box.minimum())

    def controls(self) -> tuple[QWidget, ...]:
        """See Editor."""
        return (self._box,)

    def lock(self) -> None:
        """See Editor."""
        self._box.setReadOnly(True)
        self._box.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)

    @Slot()
    def _on_value_changed(self) -> None:
        self.edited.emit(self.text)


class _Number(QSpinBox):
    """Turning a wheel over it changes nothing: that is how values get changed by accident."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        """As tall as a line edit."""
        hint = super().sizeHint()
        return QSize(hint.width() + self.fontMetrics().averageCharWidth() * 2, hint.height() + _TALLER)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave it to whatever scrolls there."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """What is typed takes the place of what was there."""
        super().focusInEvent(event)
        self.selectAll()


class FlagEditor(Editor):
    """Yes or no; the check box has the setting's name beside it."""

    def __init__(self, title: str, *, can_turn: bool) -> None:
        super().__init__()
        self._box = QCheckBox(title)
        self._box.setEnabled(can_turn)
        self._box.toggled.connect(self._on_toggled)
        self._fill(self._box)

    @property
    def text(self) -> str:
        """See Editor."""
        return "true" if self._box.isChecked() else "false"

    def show_text(self, text: str) -> None:
        """See Editor."""
        with QSignalBlocker(self._box):
            self._box.setChecked(text == "true")

    def controls(self) -> tuple[QWidget, ...]:
        """See Editor."""
        return (self._box,)

    @Slot()
    def _on_toggled(self) -> None:
        self.edited.emit(self.text)


class ChoiceEditor(Editor):
    """One of a few words, all of them in sight."""

    def __init__(self, words: dict[str, str]) -> None:
        """`words`: what each choice is called, translated."""
        super().__init__()
        self._buttons = {option: QRadioButton(word) for option, word in words.items()}
        self._group = QButtonGroup(self)
        for button in self._buttons.values():
            self._group.addButton(button)
        self._group.buttonToggled.connect(self._on_toggled)
        layout = FlowLayout(_GAP, self)
        for button in self._buttons.values():
            layout.addWidget(button)

    @property
    def text(self) -> str:
        """See Editor; "" while nothing is chosen."""
        return next((option for option, button in self._buttons.items() if button.isChecked()), "")

    def show_text(self, text: str) -> None:
        """See Editor."""
        with QSignalBlocker(self._group):
            if text in self._buttons:
                self._buttons[text].setChecked(True)

    def controls(self) -> tuple[QWidget, ...]:
        """See Editor; the chosen one first, which is where Tab goes."""
        return tuple(sorted(self._buttons.values(), key=lambda button: not button.isChecked()))

    def name(self, title: str, description: str) -> None:
        """See Editor."""
        for button in self._buttons.values():
            button.setAccessibleName(f"{title}: {button.text()}")
            button.setAccessibleDescription(description)

    def _on_toggled(self, _button: object, checked: bool) -> None:  # noqa: FBT001 - Qt's signal
        if checked:
            self.edited.emit(self.text)


class ProxyEditor(Editor):
    """The computer's proxy, a certain one, or none."""

    def __init__(self) -> None:
        super().__init__()
        self._choice = ChoiceEditor(
            {
                _SYSTEM: self.tr("Pc'ens egen"),
                "": self.tr("Bestemt"),
                _NONE: self.tr("Ingen"),
            }
        )
        self._address = QLineEdit()
        self._address.setPlaceholderText("http://proxy.kommune.dk:8080")
        self._choice.edited.connect(self._on_chosen)
        self._address.textEdited.connect(self._on_address_edited)
        self._fill(self._choice, self._address, across=False)

    @property
    def text(self) -> str:
        """See Editor."""
        chosen = self._choice.text
        return chosen or self._address.text()

    def show_text(self, text: str) -> None:
        """See Editor."""
        is_word = text in (_SYSTEM, _NONE)
        self._choice.show_text(text if is_word else "")
        self._address.setText("" if is_word else text)
        self._address.setVisible(not is_word)

    def controls(self) -> tuple[QWidget, ...]:
        """See Editor."""
        return (*self._choice.controls(), self._address)

    def name(self, title: str, description: str) -> None:
        """See Editor."""
        self._choice.name(title, description)
        self._address.setAccessibleName(self.tr("Proxyens adresse"))
        self._address.setAccessibleDescription(description)

    @Slot(str)
    def _on_chosen(self, chosen: str) -> None:
        self._address.setVisible(not chosen)
        if not chosen:
            self._address.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit(self.text)

    @Slot(str)
    def _on_address_edited(self, _address: str) -> None:
        self.edited.emit(self.text)


class PurposesEditor(Editor):
    """A line for each purpose. Tab leads on, as everywhere else."""

    def __init__(self) -> None:
        super().__init__()
        self._lines = QPlainTextEdit()
        self._lines.setTabChangesFocus(True)
        self._lines.setPlaceholderText("BORGERSERVICE = Borgerservice")
        self._lines.setMinimumHeight(self._lines.fontMetrics().lineSpacing() * _LINES)
        self._lines.textChanged.connect(self._on_text_changed)
        self._fill(self._lines)

    @property
    def text(self) -> str:
        """See Editor."""
        return self._lines.toPlainText()

    def show_text(self, text: str) -> None:
        """See Editor."""
        with QSignalBlocker(self._lines):
            self._lines.setPlainText(text)

    def controls(self) -> tuple[QWidget, ...]:
        """See Editor."""
        return (self._lines,)

    def lock(self) -> None:
        """See Editor."""
        self._lines.setReadOnly(True)

    @Slot()
    def _on_text_changed(self) -> None:
        self.edited.emit(self.text)


def editor_of(key: Key, limits: tuple[int, int] | None, *, can_turn: bool) -> Editor:
    """What the value of `key` is typed in. `limits` and `can_turn`: see Draft."""
    kind = key.kind
    match kind:
        case Choice():
            return ChoiceEditor(
                {option: translate("settings", kind.words[option]) for option in kind.options}
            )
        case Flag():
            return FlagEditor(translate("settings", key.title), can_turn=can_turn)
        case Whole():
            low, high = limits or (kind.low, kind.high)
            never = translate("settings", "aldrig") if isinstance(kind, WholeOrNever) else ""
            return NumberEditor(low, high, never)
        case FilePath():
            return PathEditor(is_folder=key.name in _FOLDER_KEYS)
        case Proxy():
            return ProxyEditor()
        case PurposeList():
            return PurposesEditor()
        case _:
            return LineEditor()
