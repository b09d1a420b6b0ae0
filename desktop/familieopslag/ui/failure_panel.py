"""A fault: what happened, what to do, and an id to quote."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from familieopslag.presentation.view_models import FailureView
from familieopslag.ui import theme
from familieopslag.ui.flow import FlowLayout
from familieopslag.ui.labels import plain_label, value_label
from familieopslag.ui.sign import Sign

_SIGN_SCALE = 1.2


class FailurePanel(QFrame):
    """Shown in place of a person."""

    retry_requested = Signal()
    report_copied = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("failure")
        self._report = ""
        sign = Sign("warning", theme.colours().text, _SIGN_SCALE)
        self._title = plain_label()
        self._title.setObjectName("failureTitle")
        self._text = value_label("", "")
        self._retry = QPushButton(self.tr("Prøv igen (F5)"))
        self._retry.setObjectName("primary")
        self._retry.setAccessibleName(self._retry.text())
        self._retry.clicked.connect(self.retry_requested)
        self._copy = QPushButton(self.tr("Kopiér fejlrapport"))
        self._copy.setAccessibleName(self._copy.text())
        self._copy.clicked.connect(self._on_copy_clicked)
        self._more = QPushButton(self.tr("Tekniske detaljer"))
        self._more.setObjectName("plain")
        self._more.setAccessibleName(self._more.text())
        self._more.setCheckable(True)
        self._more.toggled.connect(self._on_more_toggled)
        self._id = value_label("", "")
        self._id.setObjectName("secondary")
        self._details = value_label("", "")
        head = QHBoxLayout()
        head.addWidget(sign)
        head.addWidget(self._title, 1)
        buttons = FlowLayout()
        for widget in (self._retry, self._copy, self._more):
            buttons.addWidget(widget)
        buttons.add_right(self._id)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 14)
        layout.setSpacing(10)
        layout.addLayout(head)
        layout.addWidget(self._text)
        layout.addLayout(buttons)
        layout.addWidget(self._details)

    def show_failure(self, view: FailureView) -> None:
        """Show `view` instead of what was there."""
        words = "\n".join(part for part in (view.text, view.action) if part)
        self._report = view.details
        self._title.setText(view.title)
        self._text.setText(words)
        self._text.setAccessibleName(words)
        fault_id = self.tr("Fejl-id")
        self._id.setText(f"{view.code} · {fault_id} {view.correlation_id} · {view.time}")
        self._id.setAccessibleName(self._id.text())
        self._details.setText(view.details)
        self._details.setAccessibleName(view.details)
        self._retry.setVisible(view.can_retry)
        self._more.setChecked(False)
        self._details.hide()

    def enter(self) -> None:
        """Put the cursor on the first thing to do."""
        (self._copy if self._retry.isHidden() else self._retry).setFocus()

    def clear(self) -> None:
        """Forget the fault."""
        self._report = ""
        self._title.setText("")
        for label in (self._text, self._id, self._details):
            label.clear()

    @Slot()
    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
        self.report_copied.emit()

    @Slot(bool)
    def _on_more_toggled(self, shown: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._details.setVisible(shown)
