"""Labelled values, one below the other."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from familieopslag.presentation.view_models import FieldView
from familieopslag.ui.labels import plain_label, value_label

_LABEL_SHARE = 2
_VALUE_SHARE = 3


class FieldGrid(QWidget):
    """Shows FieldViews; emptied and filled again for each result."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setVerticalSpacing(6)
        self._layout.setHorizontalSpacing(16)
        self._layout.setColumnStretch(0, _LABEL_SHARE)
        self._layout.setColumnStretch(1, _VALUE_SHARE)

    def show_fields(self, fields: Iterable[FieldView]) -> None:
        """Show `fields` in their order instead of what was there."""
        self.clear()
        for row, item in enumerate(fields):
            label = plain_label(item.label, name="secondary")
            value = value_label(item.text, item.label)
            label.setBuddy(value)
            for column, widget in enumerate((label, value)):
                self._layout.addWidget(widget, row, column, Qt.AlignmentFlag.AlignTop)

    def clear(self) -> None:
        """Forget every value, in the widgets too."""
        while (item := self._layout.takeAt(0)) is not None:
            widget = item.widget()
            if isinstance(widget, QLabel):
                widget.clear()
                widget.setAccessibleName("")
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
