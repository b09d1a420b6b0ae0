"""Which service the window talks to: a strip that cannot be switched off."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from familieopslag.presentation.environment import EnvironmentView
from familieopslag.ui import theme
from familieopslag.ui.labels import plain_label


class EnvironmentStrip(QFrame):
    """A coloured line with the environment in words."""

    def __init__(self, environment: EnvironmentView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        text, ground = theme.environment_colours(environment.key)
        self.setObjectName("environment")
        self.setStyleSheet(f"#environment {{ background: {ground}; }} QLabel {{ color: {text}; }}")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 3, 14, 3)
        label = plain_label(environment.text)
        font = label.font()
        font.setBold(True)
        label.setFont(font)
        layout.addWidget(label)
