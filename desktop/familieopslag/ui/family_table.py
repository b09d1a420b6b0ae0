"""The family as a table on the screen: as tall as its rows, and every way into it by mouse and keyboard."""

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from familieopslag.presentation.view_models import CellView
from familieopslag.ui import theme
from familieopslag.ui.family_model import Column, FamilyModel
from familieopslag.ui.hatching import hatch_border
from familieopslag.ui.scrolling import reveal

_Index = QModelIndex | QPersistentModelIndex
BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
"""Why the focus comes when somebody has brought it; it is only put back otherwise."""
_RING = 2
_ROW_HEIGHT = 2.1
"""In heights of the font."""
_STRETCHED = (Column.NAME, Column.RESIDENCE)
"""Columns that get what room is left over."""
_MEASURED = 3
"""Cells of a column that are measured: the ones with most letters. Measuring every cell takes too long."""


class _CellPainter(QStyledItemDelegate):
    """For rows that stand out. All others are painted by Qt alone, which is quicker.

    Group lines do by ground and bold letters, the current cell by a ring: it is the one that is copied. On a group
    line the ring is round the whole line, whichever column the keyboard came down in.
    """

    def __init__(self, model: FamilyModel, table: QTableView) -> None:
        super().__init__(table)
        self._model = model
        self._table = table

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        super().initStyleOption(option, index)
        if self._model.relative_at(index.row()) is None:
            option.font.setBold(True)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        relative = self._model.relative_at(index.row())
        is_current = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if relative is None:
            painter.fillRect(option.rect, QColor(theme.colours().group))
            is_current = self._table.hasFocus() and self._table.currentIndex().row() == index.row()
        # The style has a mark of its own, which is too faint to be told from the selected row.
        option.state &= ~QStyle.StateFlag.State_HasFocus
        super().paint(painter, option, index)
        if relative is not None and relative.is_revealed and index.column() == Column.RESIDENCE:
            hatch_border(painter, option.rect)
        if is_current:
            self._paint_ring(painter, option.rect, option.palette.color(QPalette.ColorRole.Link))

    @staticmethod
    def _paint_ring(painter: QPainter, cell: QRect, colour: QColor) -> None:
        painter.save()
        painter.setPen(QPen(colour, _RING))
        painter.drawRect(cell.adjusted(_RING // 2, _RING // 2, -_RING // 2, -_RING // 2))
        painter.restore()


class FamilyTable(QTableView):
    """A table as tall as its rows: the page scrolls down, the table only sideways, when its texts need more room."""

    opened = Signal(int)
    """Row that was double-clicked or on which Return was pressed."""
    menu_requested = Signal(int, QPoint)
    """Row, and where on the screen its menu belongs."""

    def __init__(self, model: FamilyModel) -> None:
        self._refit: QTimer | None = None
        self._needed: dict[Column, int] = {}
        super().__init__()
        self._family = model
        # Measured later: Qt may be in the middle of styling the table when it tells of a new font.
        self._refit = QTimer(self, singleShot=True, interval=0)
        self._refit.timeout.connect(self.fit)
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
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._painter = _CellPainter(model, self)
        self._marked: set[int] = set()
        """Rows that the painter paints."""
        self.selectionModel().currentChanged.connect(self._mark_rows)
        # Not `activated`: a double-click emits that too, and every lookup is logged.
        self.doubleClicked.connect(self._on_double_clicked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return opens, once however long it is held: every lookup is logged. All else is the table's own."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.opened.emit(self.currentIndex().row())
            return
        if event.matches(QKeySequence.StandardKey.Copy):
            # A command of the window's. Qt's own would put the cell on the clipboard.
            event.ignore()
            return
        super().keyPressEvent(event)
        self._reveal_current()

    def copied(self) -> CellView | None:
        """See ui.copy_target.CopyTarget."""
        current = self.currentIndex()
        return self._family.cell_at(current.row(), current.column())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """By mouse for the row under it, by keyboard for the current one."""
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if index.isValid():
            self.setCurrentIndex(index)
            place = self.visualRect(index).center()
            self.menu_requested.emit(index.row(), self.viewport().mapToGlobal(place))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Only the left button opens."""
        if event.button() is Qt.MouseButton.LeftButton:
            super().mouseDoubleClickEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming in by keyboard, the current row is in sight. Any other way, nothing becomes current that was not."""
        had_current = self.currentIndex().isValid()
        super().focusInEvent(event)
        if not had_current and event.reason() not in BY_KEYBOARD:
            # Qt takes the first row, also when the focus is only put back on a page that is shown again.
            self.setCurrentIndex(QModelIndex())
        if event.reason() is not Qt.FocusReason.MouseFocusReason:
            self._reveal_current()

    def changeEvent(self, event: QEvent) -> None:
        """Rows and columns follow the size of the text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and self._refit is not None:
            self._refit.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What room there is goes to the columns."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._share_out()

    def follow_rows(self) -> None:
        """Now that other rows are shown: each group line goes across the whole table and looks like one."""
        self.clearSpans()
        for row in self._family.group_lines():
            self.setSpan(row, 0, 1, len(Column))
        self._mark_rows()

    @Slot()
    def _mark_rows(self) -> None:
        """Give the rows that stand out to the painter, and all others back to Qt."""
        standing_out = {*self._family.rows_standing_out(), self.currentIndex().row()} - {-1}
        for row in self._marked - standing_out:
            self.setItemDelegateForRow(row, self.itemDelegate())
        for row in standing_out - self._marked:
            self.setItemDelegateForRow(row, self._painter)
        self._marked = standing_out

    @Slot()
    def fit(self) -> None:
        """Take the height that all rows need, and give each column at least the width of its texts."""
        self.verticalHeader().setDefaultSectionSize(round(self.fontMetrics().height() * _ROW_HEIGHT))
        slack = self.fontMetrics().averageCharWidth()
        for column in Column:
            cells = [self._family.index(row, column) for row in self._family.longest(column, _MEASURED)]
            widths = [self.sizeHintForIndex(cell).width() + slack for cell in cells]
            self._needed[column] = max(self.horizontalHeader().sectionSizeHint(column), *widths, 0)
        self._share_out()

    def _share_out(self) -> None:
        """Widths for the columns, and a height with room for the bar that scrolls sideways, if there is one."""
        left_over = self.viewport().width() - sum(self._needed.values())
        extra = max(0, left_over) // len(_STRETCHED)
        for column, needed in self._needed.items():
            self.setColumnWidth(column, needed + extra if column in _STRETCHED else needed)
        rows = self.model().rowCount() * self.verticalHeader().defaultSectionSize()
        bar = self.horizontalScrollBar().sizeHint().height() if left_over < 0 else 0
        header = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(header + rows + bar + 2 * self.frameWidth() + 4)

    def _reveal_current(self) -> None:
        reveal(self.viewport(), self.visualRect(self.currentIndex()))

    @Slot(QModelIndex)
    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.opened.emit(index.row())
