"""Something in the program failed: what that means for the user, and what to do. Nobody is in it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFontDatabase, QGuiApplication, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from familieopslag.presentation.view_models import FailureView
from familieopslag.ui import theme
from familieopslag.ui.dialog_size import grow_to_fit
from familieopslag.ui.labels import plain_label, value_label
from familieopslag.ui.sign import Sign

_SIGN_SCALE = 1.2
_WIDTH = 62
"""In characters of the font."""
_REPORT_LINES = 9


class CrashDialog(QDialog):
    """Escape and Return go on with the program."""

    quit_chosen = Signal()

    def __init__(self, view: FailureView, report: str, parent: QWidget | None = None) -> None:
        """`report`: what can be copied and sent."""
        super().__init__(parent)
        self.setWindowTitle(view.title)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = plain_label(view.title)
        title.setObjectName("failureTitle")
        words = f"{view.text}\n\n{view.action}"
        text = plain_label(words)
        text.setAccessibleName(words)
        fault_id = self.tr("Fejl-id")
        said = value_label(f"{view.correlation_id} · {view.code} · {view.time}", fault_id)
        said.setText(f"{view.code} · {fault_id} {view.correlation_id} · {view.time}")
        self._more = plain_label(name="secondary")
        self._more.hide()
        self._report = _report_field(report, self.font().pointSizeF())
        self._report.setAccessibleName(self.tr("Fejlrapport uden personoplysninger"))
        self._copied = plain_label(name="secondary")
        self._copied.hide()
        copy = self._button(self.tr("Kopiér fejlrapport"))
        copy.clicked.connect(self._on_copy)
        leave = self._button(self.tr("Luk programmet"))
        leave.clicked.connect(self._on_leave)
        go_on = self._button(self.tr("Fortsæt"))
        go_on.setObjectName("primary")
        go_on.setDefault(True)
        go_on.clicked.connect(self.accept)
        head = QHBoxLayout()
        head.addWidget(Sign("warning", theme.colours().text, _SIGN_SCALE), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(title, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(copy)
        buttons.addStretch(1)
        buttons.addWidget(leave)
        buttons.addWidget(go_on)
        layout = self._lines = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addLayout(head)
        layout.addWidget(text)
        for line in (self._more, said):
            layout.addWidget(line)
        what = self.tr(
            "Fejlrapporten fortæller, hvor i programmet det skete. Den indeholder ingen personoplysninger."
        )
        layout.addWidget(plain_label(what, name="secondary"))
        layout.addWidget(self._report)
        layout.addWidget(self._copied)
        layout.addLayout(buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _WIDTH)
        go_on.setFocus(Qt.FocusReason.OtherFocusReason)

    def count(self, times: int) -> None:
        """It has happened again while this was open: `times` in all."""
        self._more.setText(self.tr("Der er sket fejl {times} gange.").format(times=times))
        self._more.show()
        grow_to_fit(self, self._lines)

    def showEvent(self, event: QShowEvent) -> None:
        """As tall as everything in it needs in the style that it has got by now."""
        super().showEvent(event)
        grow_to_fit(self, self._lines)

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report.toPlainText())
        self._copied.setText(self.tr("Fejlrapporten er kopieret."))
        self._copied.show()
        grow_to_fit(self, self._lines)

    @Slot()
    def _on_leave(self) -> None:
        self.accept()
        self.quit_chosen.emit()

    @staticmethod
    def _button(words: str) -> QPushButton:
        button = QPushButton(words)
        button.setAccessibleName(words)
        button.setAutoDefault(False)
        return button


def _report_field(text: str, points: float) -> QPlainTextEdit:
    """Read with the arrow keys; Tab leads on."""
    field = QPlainTextEdit(text)
    field.setReadOnly(True)
    field.setTabChangesFocus(True)
    field.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPointSizeF(points)
    field.setFont(font)
    field.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
    field.setFixedHeight(field.fontMetrics().lineSpacing() * _REPORT_LINES)
    return field
