"""One setting: its name, what it is set in, what it means, who decides, and what is wrong with it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from familieopslag.system.configuration.connection_kinds import Uuid
from familieopslag.system.configuration.key import Key
from familieopslag.system.configuration.kinds import Choice, Flag, Whole
from familieopslag.system.settings import STEERED
from familieopslag.ui import theme
from familieopslag.ui.flow import FlowLayout
from familieopslag.ui.labels import plain_label
from familieopslag.ui.settings.draft import Draft
from familieopslag.ui.settings.editors import editor_of
from familieopslag.ui.sign import Sign
from familieopslag.ui.translation import translate


class SettingRow(QWidget):
    """Writes into the draft as it is edited."""

    changed = Signal()

    def __init__(self, key: Key, draft: Draft) -> None:
        super().__init__()
        self.key = key
        self._draft = draft
        self._is_strict = False
        self._title = translate("settings", key.title)
        self._meaning = _meaning(key, draft)
        self.editor = editor_of(key, draft.limits(key))
        self.editor.show_text(draft.text(key))
        self.editor.edited.connect(self._on_edited)
        self._problem = plain_label(name="problem")
        self._problem.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        self.is_steered = draft.is_steered(key)
        if not isinstance(key.kind, Flag) or self.is_steered:
            layout.addLayout(self._heading())
        layout.addWidget(self.editor)
        if self._meaning:
            layout.addWidget(plain_label(self._meaning, name="secondary"))
        layout.addWidget(self._problem)
        if self.is_steered or (isinstance(key.kind, Flag) and not draft.can_turn(key)):
            self.editor.lock()
        self._judge()

    @property
    def problem(self) -> str:
        """What is wrong with it, or ""."""
        return self._problem.text().removeprefix("⚠ ")

    def insist(self) -> str:
        """From now on, what is missing is a problem as well; the problem."""
        self._is_strict = True
        self._judge()
        return self.problem

    def refresh(self) -> None:
        """Something else in the draft has changed."""
        if self.editor.text != self._draft.text(self.key):
            self.editor.show_text(self._draft.text(self.key))
        self._judge()

    def take_focus(self) -> None:
        """Put the keyboard here."""
        self.editor.controls()[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _heading(self) -> FlowLayout:
        row = FlowLayout()
        if not isinstance(self.key.kind, Flag):
            label = plain_label(self._title)
            label.setBuddy(self.editor.controls()[0])
            font = label.font()
            font.setBold(True)
            label.setFont(font)
            row.addWidget(label)
        if self.is_steered:
            row.addWidget(Sign("lock", theme.colours().secondary))
            steered = plain_label(translate("settings", STEERED), name="secondary")
            row.addWidget(steered)
        return row

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        self._draft.type(self.key, text)
        self._judge()
        self.changed.emit()

    def _judge(self) -> None:
        problem = ""
        if not self.is_steered:
            problem = self._draft.missing(self.key) if self._is_strict else self._draft.problem(self.key)
        self._problem.setText(f"⚠ {problem}" if problem else "")
        self._problem.setVisible(bool(problem))
        steered = translate("settings", STEERED) if self.is_steered else ""
        self.editor.name(self._title, " ".join(filter(None, (steered, problem, self._meaning))))


def _meaning(key: Key, draft: Draft) -> str:
    """What the title does not tell already."""
    if isinstance(key.kind, Choice | Uuid):
        return ""
    said = translate("settings", key.meaning)
    limits = draft.limits(key)
    if limits is not None and isinstance(key.kind, Whole) and not draft.is_steered(key):
        low, high = limits
        said += " " + translate("settings", "Du kan vælge fra {low} til {high}.").format(low=low, high=high)
    elif isinstance(key.kind, Flag) and not draft.is_steered(key) and not draft.can_turn(key):
        said += " " + translate("settings", "Kun din administrator kan ændre det.")
    return said
