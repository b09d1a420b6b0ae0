"""The question before hidden data is shown: why, and for which case."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QGridLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from familieopslag.domain.revealing import RevealReason
from familieopslag.presentation.reveal import RevealQuestion
from familieopslag.ui import theme
from familieopslag.ui.case_number_field import CaseNumberField
from familieopslag.ui.dialog_size import grow_to_fit
from familieopslag.ui.labels import plain_label
from familieopslag.ui.sign import Sign

_SIGN_SCALE = 1.2
_WIDTH = 46
"""In characters of the font."""


class _CaseNumber(CaseNumberField):
    """Return is no answer to the question here: it leads on."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Not up to the dialog, whose default button would throw away what has been typed."""
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()


class RevealDialog(QDialog):
    """Escape and Return at its opening are Annullér. It is accepted only with a reason and a case number that fit."""

    def __init__(
        self, question: RevealQuestion, case_number: str = "", parent: QWidget | None = None
    ) -> None:
        """`case_number`: what the caseworker has given already."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Vis beskyttede oplysninger"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._question = question
        self._buttons: dict[RevealReason, QRadioButton] = {}
        self._group = QButtonGroup(self)
        self._group.buttonToggled.connect(self._on_changed)
        self._subject = plain_label(question.subject)
        self._case_number = _CaseNumber()
        self._case_number.setText(case_number)
        self._case_number.judged.connect(self._on_changed)
        self._case_number.returnPressed.connect(self._on_return_pressed)
        self._hint = plain_label(name="secondary")
        self._cancel = QPushButton(self.tr("Annullér"))
        self._cancel.setDefault(True)
        self._cancel.clicked.connect(self.reject)
        self._accept = QPushButton(self.tr("Vis og log"))
        self._accept.clicked.connect(self.accept)
        layout = self._lines = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addLayout(self._heading())
        layout.addWidget(
            plain_label(self.tr("Kan andre se din skærm, eller deler du den? Så tryk Annullér."))
        )
        layout.addWidget(self._reasons())
        layout.addLayout(self._case_row())
        layout.addWidget(plain_label(question.consequence))
        layout.addWidget(self._hint)
        layout.addStretch(1)
        layout.addLayout(self._answers())
        self._cancel.setFocus(Qt.FocusReason.OtherFocusReason)
        self._judge()

    @property
    def reason(self) -> RevealReason | None:
        """What was chosen."""
        return next((reason for reason, button in self._buttons.items() if button.isChecked()), None)

    @property
    def case_number(self) -> str:
        """What was typed, if it can be used; else ""."""
        return self._case_number.number or ""

    @Slot()
    def accept(self) -> None:
        """Only when nothing is missing."""
        if not self._missing():
            super().accept()

    @Slot(int)
    def done(self, result: int) -> None:
        """Whose data it was about is not kept in a dialog that is closed."""
        self._subject.setText("")
        super().done(result)

    def showEvent(self, event: QShowEvent) -> None:
        """As tall as everything in it needs in the style that it has got by now."""
        super().showEvent(event)
        grow_to_fit(self, self._lines)

    def _heading(self) -> QHBoxLayout:
        sign = Sign("shield", theme.colours().text, _SIGN_SCALE)
        protection = plain_label(self._question.protection)
        font = protection.font()
        font.setBold(True)
        protection.setFont(font)
        lines = QVBoxLayout()
        lines.addWidget(protection)
        lines.addWidget(self._subject)
        row = QHBoxLayout()
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(lines, 1)
        return row

    def _reasons(self) -> QGroupBox:
        box = QGroupBox(self.tr("Hvorfor har du brug for oplysningen?"))
        lines = QVBoxLayout(box)
        for reason, words in self._question.reasons:
            button = QRadioButton(words)
            self._buttons[reason] = button
            self._group.addButton(button)
            lines.addWidget(button)
        return box

    def _case_row(self) -> QGridLayout:
        label = QLabel(self.tr("&Sagsnr."))
        label.setBuddy(self._case_number)
        row = QGridLayout()
        row.addWidget(label, 0, 0)
        row.addWidget(self._case_number, 0, 1)
        if self._question.case_number_required:
            row.addWidget(plain_label(self.tr("(påkrævet)"), name="secondary"), 0, 2)
        row.setColumnStretch(1, 1)
        row.setColumnStretch(2, 1)
        return row

    def _answers(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        for button in (self._cancel, self._accept):
            row.addWidget(button)
        return row

    @Slot()
    def _on_return_pressed(self) -> None:
        if self._accept.isEnabled():
            self._accept.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _on_changed(self) -> None:
        self._judge()

    def _judge(self) -> None:
        missing = self._missing()
        self._hint.setText(missing)
        self._accept.setEnabled(not missing)
        self._accept.setAccessibleDescription(missing)
        if self.isVisible():
            grow_to_fit(self, self._lines)

    def _missing(self) -> str:
        """What is still to be done before the answer may be yes; "" when nothing is."""
        if self._case_number.problem:
            return f"⚠ {self._case_number.problem}"
        if self.reason is None:
            return self.tr("Vælg, hvorfor du har brug for oplysningen.")
        if self._question.case_number_required and not self.case_number:
            return self.tr("Skriv sagens nummer.")
        return ""
