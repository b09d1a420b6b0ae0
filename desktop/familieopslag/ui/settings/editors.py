"""What a value is typed or chosen in: one kind of control for each kind of value."""

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Slot
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)

from familieopslag.system.configuration.connection_kinds import FilePath, Proxy
from familieopslag.system.configuration.key import Key
from familieopslag.system.configuration.kinds import Choice, Flag, Whole, WholeOrNever
from familieopslag.system.configuration.purpose_list import PurposeList
from familieopslag.system.paths import AUDIT_KEY_FILE
from familieopslag.ui.settings.choice_editor import ChoiceEditor
from familieopslag.ui.settings.editor import Editor
from familieopslag.ui.settings.lockable import LockableCheckBox, show_locked_ground
from familieopslag.ui.settings.proxy_editor import ProxyEditor
from familieopslag.ui.settings.purposes_editor import PurposesEditor
from familieopslag.ui.translation import translate

_FOLDER_KEYS = ("folder",)
_NEW_FILES = {"key_file": AUDIT_KEY_FILE}
"""Files that need not be there yet, and what one that is new is called."""
_TALLER = 10


class LineEditor(Editor):
    """A line of text."""

    def __init__(self) -> None:
        super().__init__()
        self._line = QLineEdit()
        self._line.textEdited.connect(self.edited)
        self._layout = self.fill(self._line)

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

    def __init__(self, *, is_folder: bool, new_file: str = "") -> None:
        """`new_file`: how a file that the program makes is called; "": it must be there already."""
        super().__init__()
        self._is_folder = is_folder
        self._new_file = new_file
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
        files.setFileMode(
            QFileDialog.FileMode.Directory if self._is_folder else QFileDialog.FileMode.ExistingFile
        )
        if self._new_file:
            files.setFileMode(QFileDialog.FileMode.AnyFile)
            # One that is there already is used and not replaced.
            files.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            files.setOption(QFileDialog.Option.DontConfirmOverwrite)
            files.setLabelText(QFileDialog.DialogLabel.Accept, self.tr("Vælg"))
            files.selectFile(self._new_file)
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
        self.fill(self._box).addStretch(2)

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
        show_locked_ground(self._box)

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

    def __init__(self, title: str) -> None:
        super().__init__()
        self._box = LockableCheckBox(title)
        self._box.toggled.connect(self._on_toggled)
        self.fill(self._box)

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

    def lock(self) -> None:
        """See Editor."""
        self._box.lock()

    @Slot()
    def _on_toggled(self) -> None:
        self.edited.emit(self.text)


def editor_of(key: Key, limits: tuple[int, int] | None) -> Editor:
    """What the value of `key` is typed in. `limits`: see Draft."""
    kind = key.kind
    match kind:
        case Choice():
            return ChoiceEditor(
                {option: translate("settings", kind.words[option]) for option in kind.options}
            )
        case Flag():
            return FlagEditor(translate("settings", key.title))
        case Whole():
            low, high = limits or (kind.low, kind.high)
            never = translate("settings", "aldrig") if isinstance(kind, WholeOrNever) else ""
            return NumberEditor(low, high, never)
        case FilePath():
            return PathEditor(is_folder=key.name in _FOLDER_KEYS, new_file=_NEW_FILES.get(key.name, ""))
        case Proxy():
            return ProxyEditor()
        case PurposeList():
            return PurposesEditor()
        case _:
            return LineEditor()
