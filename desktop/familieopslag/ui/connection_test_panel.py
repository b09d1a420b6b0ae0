"""The connection test on the screen: a button, the steps as they are taken, and the result in a sentence."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from familieopslag.domain.connection_test import Outcome, Step
from familieopslag.presentation.connection_test import StepView
from familieopslag.ui.announcement import announce
from familieopslag.ui.connection_step_row import ConnectionStepRow
from familieopslag.ui.flow import FlowLayout
from familieopslag.ui.labels import plain_label
from familieopslag.ui.number_field import NumberField


class _TestNumber(NumberField):
    """Return starts the test; it is no answer to the dialog around."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Not up to the dialog's default button."""
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()


class ConnectionTestPanel(QWidget):
    """To be put into any dialog or page, together with a ConnectionTestPresenter, which fills it.

    ::

        panel = ConnectionTestPanel()
        presenter = ConnectionTestPresenter(panel, ConnectionTestRunner(parent), make_test)

    It makes no test by itself, shows nothing of a person, and needs no more than a column of 40 characters.
    """

    test_requested = Signal(str)
    """What stands in the field for a test number: "" for none."""
    cancel_requested = Signal()
    copy_requested = Signal()
    failed = Signal(QWidget)
    """The row of the step that failed, when the test is over: for whoever has to scroll to it."""

    def __init__(self, parent: QWidget | None = None, *, with_number: bool = True) -> None:
        """`with_number`: whether a test number may be typed."""
        super().__init__(parent)
        self._is_running = False
        self._rows: dict[Step, ConnectionStepRow] = {}
        self._failed: ConnectionStepRow | None = None
        self.start_button = QPushButton()
        self.start_button.setObjectName("primary")
        self.start_button.setAutoDefault(False)
        self.start_button.clicked.connect(self._on_start_clicked)
        self._copy = QPushButton(self.tr("Kopiér resultatet"))
        self._copy.setAccessibleName(self._copy.text())
        self._copy.setAutoDefault(False)
        self._copy.setEnabled(False)
        self._copy.clicked.connect(self.copy_requested)
        self._summary = plain_label()
        font = self._summary.font()
        font.setBold(True)
        self._summary.setFont(font)
        self._number = _TestNumber()
        self._number.setAccessibleName(self.tr("Testnummer"))
        self._number.returnPressed.connect(self._on_start_clicked)
        self._hint = plain_label(name="secondary")
        self._steps = QVBoxLayout()
        self._steps.setSpacing(7)
        top = FlowLayout()
        for button in (self.start_button, self._copy):
            top.addWidget(button)
        self._with_number = with_number
        if with_number:
            top.addWidget(self._labelled_number())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(top)
        layout.addWidget(self._hint)
        layout.addWidget(self._summary)
        layout.addLayout(self._steps)
        layout.addStretch(1)
        self._explain()
        self.set_running(running=False)

    def show_steps(self, views: Sequence[StepView]) -> None:
        """All steps anew, as they are before or after a test."""
        for view in views:
            row = self._rows.get(view.step)
            if row is None:
                row = self._rows[view.step] = ConnectionStepRow(view)
                self._steps.addWidget(row)
            row.show_view(view)

    def show_step(self, view: StepView) -> None:
        """A step has been taken."""
        self._rows[view.step].show_view(view)
        announce(self, view.line)
        if view.outcome is Outcome.FAILED:
            self._failed = self._rows[view.step]

    def show_running_step(self, step: Step) -> None:
        """A step is under way."""
        self._rows[step].show_running(self.tr("prøves …"))

    def show_summary(self, text: str) -> None:
        """How it went; "" takes it away."""
        self._summary.setText(text)
        self._summary.setVisible(bool(text))
        if text:
            announce(self, text)
        if text and self._failed is not None:
            self.failed.emit(self._failed)

    def show_number_problem(self, text: str) -> None:
        """Why the number cannot be used, with the keyboard in its field."""
        self._hint.setText(f"⚠ {text}")
        announce(self, text)
        self._number.setFocus(Qt.FocusReason.OtherFocusReason)
        self._number.selectAll()

    def set_running(self, *, running: bool) -> None:
        """While a test runs, the button stops it."""
        self._is_running = running
        if running:
            self._failed = None
        words = self.tr("Stop testen") if running else self.tr("Test forbindelse")
        self.start_button.setText(words)
        self.start_button.setAccessibleName(words)
        self._number.setEnabled(not running)
        if running:
            self._explain()

    def set_result(self, *, is_there: bool) -> None:
        """Whether there is a result to copy."""
        self._copy.setEnabled(is_there)

    def forget_number(self) -> None:
        """Nobody's number stays in the field."""
        self._number.clear()

    @Slot()
    def _on_start_clicked(self) -> None:
        if self._is_running:
            self.cancel_requested.emit()
        else:
            self.test_requested.emit(self._number.text().strip() if self._with_number else "")

    def _labelled_number(self) -> QWidget:
        # Measures are rounded, and beside the field there is no slack: a blank gives some.
        label = plain_label(f"{self.tr('&Testnummer (valgfrit)')} ")
        label.setWordWrap(False)
        label.setBuddy(self._number)
        together = QWidget()
        row = QHBoxLayout(together)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label)
        row.addWidget(self._number)
        return together

    def _explain(self) -> None:
        nobody = self.tr("Testen slår ingen personer op.")
        if self._with_number:
            nobody = self.tr(
                "Testen slår ingen personer op, medmindre du skriver et testnummer. "
                "Det slås op som alle andre, og opslaget logges."
            )
        self._hint.setText(nobody)
