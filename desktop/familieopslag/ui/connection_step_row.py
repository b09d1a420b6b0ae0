"""One step of a connection test: a sign, the same in a word, and what was found out or what to do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from familieopslag.domain.connection_test import Outcome
from familieopslag.presentation.connection_test import StepView
from familieopslag.ui import theme
from familieopslag.ui.labels import VALUE_MARGIN, plain_label, value_label
from familieopslag.ui.sign import Sign

_SIGN_SCALE = 1.1
_SIGNS = {
    Outcome.OK: "done",
    Outcome.FAILED: "failed",
    Outcome.SKIPPED: "left_out",
    Outcome.NOT_TRIED: "left_out",
}
_WAITING = "active"


class ConnectionStepRow(QWidget):
    """Can be reached by keyboard, and says its whole line to a screen reader."""

    def __init__(self, view: StepView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        colours = theme.colours()
        self._sign = Sign(_WAITING, colours.edge, _SIGN_SCALE)
        self._sign.setContentsMargins(0, VALUE_MARGIN, 0, 0)
        self._line = value_label("", "")
        self._details = plain_label(name="secondary")
        self._action = plain_label()
        font = self._action.font()
        font.setBold(True)
        self._action.setFont(font)
        self._id = plain_label(name="secondary")
        for label in (self._details, self._action, self._id):
            label.setIndent(VALUE_MARGIN)  # in line with the one above, which has room for its ring
        lines = QVBoxLayout()
        lines.setSpacing(1)
        for label in (self._line, self._details, self._action, self._id):
            lines.addWidget(label)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(lines, 1)
        self.show_view(view)

    def show_view(self, view: StepView) -> None:
        """Show a step, before its turn or after."""
        colours = theme.colours()
        colour = colours.hidden_edge if view.outcome is Outcome.FAILED else colours.text
        if view.outcome is None:
            self._sign.show_sign(_WAITING, colours.edge)
        else:
            self._sign.show_sign(_SIGNS[view.outcome], colour)
        self._line.setText(f"{view.title}: {view.word}" if view.word else view.title)
        self._line.setAccessibleName(f"{view.line} {view.fault_id}".rstrip())
        for label, text in (
            (self._details, view.text),
            (self._action, view.action),
            (self._id, view.fault_id),
        ):
            label.setText(text)
            label.setVisible(bool(text))

    def show_running(self, word: str) -> None:
        """It is this step's turn."""
        title = self._line.text()
        self._sign.show_sign(_WAITING, theme.colours().link)
        self._line.setText(f"{title}: {word}")
        self._line.setAccessibleName(self._line.text())
