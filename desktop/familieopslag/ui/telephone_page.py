"""Telefonvisning on the screen: what may be said to a caller, in large letters, and how to leave."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from familieopslag.presentation.view_models import TelephoneView
from familieopslag.ui import theme
from familieopslag.ui.labels import plain_label, value_label
from familieopslag.ui.sign import Sign

_SIGN_SCALE = 1.2
_LABEL_SHARE, _VALUE_SHARE = 1, 4


class TelephoneStrip(QFrame):
    """Says for as long as it lasts that Telefonvisning is on, whoever is on the screen, and how to leave it."""

    leave_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("telephoneStrip")
        sign = Sign("telephone", theme.colours().text, _SIGN_SCALE)
        title = plain_label(self.tr("TELEFONVISNING"))
        title.setWordWrap(False)
        font = title.font()
        font.setBold(True)
        title.setFont(font)
        words = plain_label(self.tr("Alle opslag vises kun med det, der må oplyses i telefonen."))
        leave = QPushButton(self.tr("Slå fra (F8)"))
        leave.setAccessibleName(self.tr("Slå telefonvisning fra (F8)"))
        leave.clicked.connect(self.leave_requested)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 7, 14, 7)
        layout.addWidget(sign)
        layout.addWidget(title)
        layout.addWidget(words, 1)
        layout.addWidget(leave)
        self.hide()


class TelephonePage(QWidget):
    """One card with the rule, then either the rows or the one sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rule = plain_label()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(12)
        self._grid.setColumnStretch(0, _LABEL_SHARE)
        self._grid.setColumnStretch(1, _VALUE_SHARE)
        self._rows: list[tuple[QLabel, QLabel]] = []
        self._sentence = self._said_label()
        self._warning = plain_label()
        font = self._warning.font()
        font.setBold(True)
        self._warning.setFont(font)
        self._card = QFrame()
        self._card.setObjectName("card")
        body = QVBoxLayout(self._card)
        body.setContentsMargins(24, 18, 24, 20)
        body.setSpacing(16)
        body.addWidget(self._rule)
        body.addLayout(self._grid)
        body.addWidget(self._sentence)
        body.addWidget(self._warning)
        content = QWidget()
        lines = QVBoxLayout(content)
        lines.setContentsMargins(14, 14, 14, 14)
        lines.addWidget(self._card)
        lines.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(content)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)
        self.clear()

    def show_view(self, view: TelephoneView) -> str:
        """Show `view` instead of what was there; the words to announce."""
        self.clear()
        self._card.show()
        self._rule.setText(view.rule)
        while len(self._rows) < len(view.rows):
            self._add_row()
        for (label, value), row in zip(self._rows, view.rows, strict=False):
            label.setText(row.label)
            _fill(value, row.text, f"{row.label}: {row.text}")
            label.show()
            value.show()
        _fill(self._sentence, view.sentence, view.sentence)
        self._sentence.setVisible(bool(view.sentence))
        self._warning.setText(f"⚠ {view.warning}" if view.warning else "")
        self._warning.setVisible(bool(view.warning))
        rows = [f"{row.label}: {row.text}." for row in view.rows]
        return " ".join(part for part in (view.rule, *rows, view.sentence, view.warning) if part)

    def show_waiting(self, words: str) -> None:
        """Say why nothing is shown yet."""
        self.clear()
        self._card.show()
        self._rule.setText(words)

    def clear(self) -> None:
        """Forget what may be told."""
        self._card.hide()
        for label in (
            self._rule,
            self._sentence,
            self._warning,
            *(part for row in self._rows for part in row),
        ):
            _fill(label, "", "")
        for widget in (self._sentence, self._warning, *(part for row in self._rows for part in row)):
            widget.hide()

    def _add_row(self) -> None:
        label, value = plain_label(name="spokenLabel"), self._said_label()
        label.setBuddy(value)
        for column, widget in enumerate((label, value)):
            self._grid.addWidget(widget, len(self._rows), column, Qt.AlignmentFlag.AlignTop)
        self._rows.append((label, value))

    @staticmethod
    def _said_label() -> QLabel:
        label = value_label("", "")
        label.setObjectName("spoken")
        return label


def _fill(label: QLabel, text: str, accessible_name: str) -> None:
    label.setText(text)
    label.setAccessibleName(accessible_name)
