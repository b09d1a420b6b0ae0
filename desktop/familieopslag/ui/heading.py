"""Who the result is about."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from familieopslag.presentation.view_models import HeadingView
from familieopslag.ui import theme
from familieopslag.ui.flow import FlowLayout
from familieopslag.ui.labels import plain_label, set_markable, value_label
from familieopslag.ui.sign import Sign

_MASK = "•"
"""Stands in a number whose serial number is hidden."""


class Heading(QFrame):
    """Name in large letters; number, age, gender and status below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(16, 12, 16, 12)
        self._content: QWidget | None = None
        self._shown: HeadingView | None = None

    def show_heading(self, view: HeadingView) -> None:
        """Show `view` instead of what was there, if it is another one."""
        if view == self._shown:
            return
        self.clear()
        self._shown = view
        content = QWidget()
        lines = QVBoxLayout(content)
        lines.setContentsMargins(0, 0, 0, 0)
        name = value_label(view.name, self.tr("Navn"))
        name.setObjectName("personName")
        lines.addWidget(name)
        below = FlowLayout()
        facts = " · ".join(part for part in (view.number, view.age, view.gender) if part)
        line = value_label(facts, self.tr("Nummer, alder og køn"))
        set_markable(line, markable=_MASK not in view.number)
        below.addWidget(line)
        if view.status:
            below.addWidget(_status(view))
        for chip in view.chips:
            label = plain_label(chip, name="chip")
            label.setWordWrap(False)
            below.addWidget(label)
        lines.addLayout(below)
        lines.addWidget(plain_label(view.protection, name="secondary"))
        self.setAccessibleName(f"{view.name}, {facts}, {view.status}")
        self._layout.addWidget(content)
        self._content = content

    def clear(self) -> None:
        """Forget the person."""
        self._shown = None
        self.setAccessibleName("")
        if self._content is not None:
            self._layout.removeWidget(self._content)
            self._content.setParent(None)
            self._content.deleteLater()
            self._content = None


def _status(view: HeadingView) -> QWidget:
    """The status with its sign, which go to the next line together."""
    whole = QWidget()
    layout = QHBoxLayout(whole)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(6)
    sign = Sign(view.status_icon, theme.colours().text)
    status = plain_label(view.status)
    status.setWordWrap(False)
    for widget in (plain_label("·"), sign, status):
        layout.addWidget(widget)
    return whole
