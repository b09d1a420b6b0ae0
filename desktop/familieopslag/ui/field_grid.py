"""Labelled values, one below the other."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QGridLayout, QLabel, QWidget

from familieopslag.presentation.view_models import FieldView
from familieopslag.ui.labels import VALUE_MARGIN, ValueLabel, plain_label, value_label

_LABEL_SHARE = 2
_VALUE_SHARE = 3


class FieldGrid(QWidget):
    """Shows FieldViews. Its labels are filled again for each result: making them is what takes time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[FieldView, ...] = ()
        self._rows: list[tuple[QLabel, ValueLabel]] = []
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setVerticalSpacing(0)
        self._layout.setHorizontalSpacing(16)
        self._layout.setColumnStretch(0, _LABEL_SHARE)
        self._layout.setColumnStretch(1, _VALUE_SHARE)

    def show_fields(self, fields: Iterable[FieldView]) -> None:
        """Show `fields` in their order instead of what was there. Fields that already stand there are left alone."""
        shown = tuple(fields)
        if shown == self._shown:
            return
        self._shown = shown
        # Each label that appears on a page in sight would lay out the whole page, so they all appear together.
        # Not under somebody's keyboard, though: a widget that is hidden loses it.
        focused = QApplication.focusWidget()
        together = not self.isHidden() and (focused is None or not self.isAncestorOf(focused))
        if together:
            self.hide()
        while len(self._rows) < len(shown):
            self._add_row()
        for (label, value), item in zip(self._rows, shown, strict=False):
            label.setText(item.label)
            value.show_item(item)
            label.show()
            value.show()
        self._empty_from(len(shown))
        if together:
            self.show()

    def clear(self) -> None:
        """Forget every value, in the widgets too."""
        self._shown = ()
        self._empty_from(0)

    def _add_row(self) -> None:
        label, value = plain_label(name="secondary"), value_label("", "")
        label.setMargin(VALUE_MARGIN)
        label.setBuddy(value)
        for column, widget in enumerate((label, value)):
            self._layout.addWidget(widget, len(self._rows), column, Qt.AlignmentFlag.AlignTop)
        self._rows.append((label, value))

    def _empty_from(self, first: int) -> None:
        for label, value in self._rows[first:]:
            label.hide()
            label.setText("")
            value.hide()
            value.clear()
