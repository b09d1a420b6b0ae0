"""The connection test in a dialog of its own."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from familieopslag.ui.connection_test_panel import ConnectionTestPanel

_WIDTH, _HEIGHT = 106, 42
"""In characters and lines of the font; less on a smaller screen."""
_SCREEN_SHARE = 0.9


class ConnectionTestDialog(QDialog):
    """Holds a panel. Escape and Luk close it."""

    closed = Signal()

    def __init__(self, environment: str, parent: QWidget | None = None) -> None:
        """`environment`: its name, for the title."""
        super().__init__(parent)
        self.setWindowTitle(f"{self.tr('Test forbindelsen')} – {environment}")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.panel = ConnectionTestPanel()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self.panel)
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
        layout.addWidget(area, 1)
        layout.addLayout(answers)

    @Slot()
    def open(self) -> None:
        """Show it, with the keyboard on the button that starts."""
        metrics, room = self.fontMetrics(), self.screen().availableGeometry()
        self.resize(
            min(metrics.averageCharWidth() * _WIDTH, round(room.width() * _SCREEN_SHARE)),
            min(metrics.lineSpacing() * _HEIGHT, round(room.height() * _SCREEN_SHARE)),
        )
        self.panel.start_button.setFocus(Qt.FocusReason.OtherFocusReason)
        super().open()

    @Slot(int)
    def done(self, result: int) -> None:
        """Whoever filled the panel hears of it first."""
        self.closed.emit()
        super().done(result)
