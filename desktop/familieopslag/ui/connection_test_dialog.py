"""The connection test in a dialog of its own."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from familieopslag.ui.connection_test_panel import ConnectionTestPanel
from familieopslag.ui.dialog_size import fit_on_screen

_WIDTH, _HEIGHT = 106, 42
"""In characters and lines of the font; less on a smaller screen."""


class ConnectionTestDialog(QDialog):
    """Holds a panel. Escape and Luk close it."""

    closed = Signal()

    def __init__(self, environment: str, parent: QWidget | None = None) -> None:
        """`environment`: its name, for the title."""
        super().__init__(parent)
        self.setWindowTitle(f"{self.tr('Test forbindelsen')} – {environment}")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.panel = ConnectionTestPanel()
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self.panel)
        self._failed: QWidget | None = None
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._on_laid_out)
        self.panel.test_requested.connect(self._on_test_requested)
        self.panel.failed.connect(self._on_failed)
        # The rows get their new heights some time later, and not all at once.
        self._area.verticalScrollBar().rangeChanged.connect(self._on_range_changed)
        close = QPushButton(self.tr("Luk"))
        close.setAccessibleName(close.text())
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        answers = QHBoxLayout()
        answers.addStretch(1)
        answers.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 14)
        layout.setSpacing(12)
        layout.addWidget(self._area, 1)
        layout.addLayout(answers)

    @Slot()
    def open(self) -> None:
        """Show it, with the keyboard on the button that starts."""
        fit_on_screen(self, _WIDTH, _HEIGHT)
        self.panel.start_button.setFocus(Qt.FocusReason.OtherFocusReason)
        super().open()

    @Slot(int)
    def done(self, result: int) -> None:
        """Whoever filled the panel hears of it first."""
        self.closed.emit()
        super().done(result)

    @Slot()
    def _on_test_requested(self) -> None:
        self._failed = None

    @Slot(QWidget)
    def _on_failed(self, row: QWidget) -> None:
        self._failed = row
        self._later.start()

    @Slot()
    def _on_range_changed(self) -> None:
        self._later.start()

    @Slot()
    def _on_laid_out(self) -> None:
        if self._failed is not None:
            self._area.ensureWidgetVisible(self._failed)
