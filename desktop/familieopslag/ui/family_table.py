"""The family list on the screen."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from familieopslag.presentation.view_models import FamilyView
from familieopslag.ui import theme
from familieopslag.ui.card import Card
from familieopslag.ui.family_model import Column, FamilyModel
from familieopslag.ui.labels import plain_label

_Index = QModelIndex | QPersistentModelIndex
_ROW_HEIGHT = 2.1
"""In heights of the font."""
_STRETCHED = (Column.NAME, Column.RESIDENCE)


class _GroupPainter(QStyledItemDelegate):
    """Group lines stand out by ground and bold letters.

    It asks the model itself, never `index.data(...)`: PySide6 6.12 loses a reference to None each time an empty
    QVariant comes back to Python, and some ten thousand paints later the interpreter aborts.
    """

    def __init__(self, model: FamilyModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        super().initStyleOption(option, index)
        if self._model.relative_at(index.row()) is None:
            option.font.setBold(True)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        if self._model.relative_at(index.row()) is None:
            painter.fillRect(option.rect, QColor(theme.colours().group))
        super().paint(painter, option, index)


class _Table(QTableView):
    """A table as tall as its rows: the page scrolls, not the table."""

    opened = Signal(int)
    """Row that was double-clicked or on which Return was pressed."""

    def __init__(self, model: FamilyModel) -> None:
        super().__init__()
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragEnabled(False)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.setModel(model)
        self.setItemDelegate(_GroupPainter(model, self))
        # Not `activated`: a double-click emits that too, and every lookup is logged.
        self.doubleClicked.connect(self._on_double_clicked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return opens; everything else is the table's own."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def fit(self) -> None:
        """Take the height that all rows need."""
        height = round(self.fontMetrics().height() * _ROW_HEIGHT)
        self.verticalHeader().setDefaultSectionSize(height)
        rows = self.model().rowCount()
        self.setFixedHeight(
            self.horizontalHeader().sizeHint().height() + rows * height + 2 * self.frameWidth() + 4
        )

    @Slot(QModelIndex)
    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.opened.emit(index.row())


class FamilyPanel(Card):
    """The family with its group lines, and what has to be said about how complete it is."""

    relative_chosen = Signal(int)
    """FamilyRow.index of the relative to look up."""
    refused = Signal(str)
    """Why the chosen relative cannot be looked up."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._model = FamilyModel(self)
        self.table = _Table(self._model)
        self.table.setAccessibleName(self.tr("Familie"))
        self.table.opened.connect(self._on_opened)
        self.table.installEventFilter(self)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column in _STRETCHED:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self._streets = QCheckBox(self.tr("Vis adresser"))
        self._streets.setAccessibleName(self.tr("Vis adresser"))
        self._streets.toggled.connect(self._on_streets_toggled)
        self.header.addWidget(self._streets)
        self._help = plain_label(
            self.tr("Dobbeltklik eller Enter slår personen op. Opslaget logges."), name="secondary"
        )
        self._notices = plain_label(name="secondary")
        self.body.setContentsMargins(1, 0, 1, 10)
        self.body.addWidget(self.table)
        for label in (self._help, self._notices):
            label.setContentsMargins(15, 4, 15, 0)
            self.body.addWidget(label)
        self.clear()

    def show_family(self, view: FamilyView) -> None:
        """Show `view`; a growing family keeps the chosen relative."""
        chosen = self._model.relative_at(self.table.currentIndex().row())
        self._model.show_family(view)
        self.table.clearSpans()
        for row in self._model.group_lines():
            self.table.setSpan(row, 0, 1, len(Column))
        self.table.fit()
        kept = self._model.row_of(chosen.index) if chosen is not None else None
        if kept is not None:
            self.table.setCurrentIndex(self._model.index(kept, 0))
        self.set_title(self.tr("Familie ({count})").format(count=view.count))
        has_rows = view.count > 0
        self.table.setVisible(has_rows)
        self._help.setVisible(has_rows)
        self._streets.setVisible(has_rows)
        words = [] if has_rows or view.is_growing else [self.tr("Ingen familie i svaret.")]
        self._notices.setText("\n".join([*words, *view.notices]))

    def clear(self) -> None:
        """Forget the family."""
        self._model.clear()
        self.table.clearSpans()
        self._streets.setChecked(False)
        self._notices.setText("")
        self.set_title(self.tr("Familie"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Coming in by keyboard, the first relative is chosen, so that Return and arrows have a place to start."""
        if watched is self.table and event.type() is QEvent.Type.FocusIn:
            current = self._model.relative_at(self.table.currentIndex().row())
            first = next((r for r in range(self._model.rowCount()) if self._model.relative_at(r)), None)
            if current is None and first is not None:
                self.table.setCurrentIndex(self._model.index(first, 0))
        return super().eventFilter(watched, event)

    @Slot(int)
    def _on_opened(self, row: int) -> None:
        relative = self._model.relative_at(row)
        if relative is None:
            return
        if relative.can_open:
            self.relative_chosen.emit(relative.index)
        else:
            self.refused.emit(relative.why_not)

    @Slot(bool)
    def _on_streets_toggled(self, shown: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._model.show_streets(shown=shown)
