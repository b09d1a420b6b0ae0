"""The family list on the screen."""

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
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
    QApplication,
    QCheckBox,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from familieopslag.presentation.view_models import CellView, FamilyGraphView, FamilyView
from familieopslag.ui import theme
from familieopslag.ui.card import Card
from familieopslag.ui.family_model import Column, FamilyModel
from familieopslag.ui.hatching import hatch_border
from familieopslag.ui.labels import plain_label
from familieopslag.ui.relative_menu import RelativeMenu
from familieopslag.ui.scrolling import reveal
from familieopslag.ui.view_switch import ViewSwitch

if TYPE_CHECKING:
    # Imported when somebody turns to the graph: most never do, and the page is to be there at once.
    from familieopslag.ui.family_graph import FamilyGraph

_Index = QModelIndex | QPersistentModelIndex
_BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_RING = 2
_ROW_HEIGHT = 2.1
"""In heights of the font."""
_STRETCHED = (Column.NAME, Column.RESIDENCE)
"""Columns that get what room is left over."""
_MEASURED = 3
"""Cells of a column that are measured: the ones with most letters. Measuring every cell takes too long."""
_BESIDE, _ABOVE = 15, 4
"""From the body's edge to the words, in points."""
_ROUND_TABLE = (1, 0, 1, 10)
_ROUND_WORDS = (1, 9, 1, 12)
"""Margins of the body; with those of the words they make the room that fields have on other cards."""


class _CellPainter(QStyledItemDelegate):
    """For rows that stand out. All others are painted by Qt alone, which is quicker.

    Group lines do by ground and bold letters, the current cell by a ring: it is the one that is copied.
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
        is_current = bool(option.state & QStyle.StateFlag.State_HasFocus)
        # The style has a mark of its own, which is too faint to be told from the selected row.
        option.state &= ~QStyle.StateFlag.State_HasFocus
        super().paint(painter, option, index)
        relative = self._model.relative_at(index.row())
        if relative is None:
            return
        if relative.is_revealed and index.column() == Column.RESIDENCE:
            hatch_border(painter, option.rect)
        if is_current:
            self._paint_ring(painter, option.rect, option.palette.color(QPalette.ColorRole.Link))

    @staticmethod
    def _paint_ring(painter: QPainter, cell: QRect, colour: QColor) -> None:
        painter.save()
        painter.setPen(QPen(colour, _RING))
        painter.drawRect(cell.adjusted(_RING // 2, _RING // 2, -_RING // 2, -_RING // 2))
        painter.restore()


class _Table(QTableView):
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
        if not had_current and event.reason() not in _BY_KEYBOARD:
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


class FamilyPanel(Card):
    """The family as a table or as a graph, and what has to be said about how complete it is.

    The view that was chosen stays for as long as the window.
    """

    relative_chosen = Signal(int)
    """FamilyRow.index of the relative to look up."""
    refused = Signal(str)
    """Why the chosen relative cannot be looked up."""
    graph_requested = Signal()
    """The graph is to be seen, and nobody has given it yet."""
    graph_person_chosen = Signal(int)
    """The place in the graph of the person to look up."""
    number_copy_chosen = Signal(int)
    """FamilyRow.index of the relative whose number is wanted."""
    reveal_requested = Signal(object)
    """FamilyRow.index of the relative whose hidden data is wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._shown: FamilyView | None = None
        self._model = FamilyModel(self)
        self.table = _Table(self._model)
        self.table.setAccessibleName(self.tr("Familie"))
        self.table.opened.connect(self._on_opened)
        self.table.menu_requested.connect(self._on_menu_requested)
        self.table.installEventFilter(self)
        self._graph: FamilyGraph | None = None
        self._switch = ViewSwitch(self.tr("Tabel"), self.tr("Stamtræ"))
        self._switch.switched.connect(self._on_switched)
        self.header.addWidget(self._switch)
        self.header.addSpacing(12)
        self._streets = QCheckBox(self.tr("Vis adresser"))
        self._streets.setAccessibleName(self.tr("Vis adresser"))
        self._streets.toggled.connect(self._on_streets_toggled)
        self.header.addWidget(self._streets)
        self._help = plain_label(
            self.tr("Dobbeltklik eller Enter slår personen op. Opslaget logges."), name="secondary"
        )
        self._notices = plain_label(name="secondary")
        self.body.addWidget(self.table)
        for label in (self._help, self._notices):
            label.setContentsMargins(_BESIDE, _ABOVE, _BESIDE, 0)
            self.body.addWidget(label)
        self.clear()

    @property
    def chosen(self) -> int | None:
        """FamilyRow.index of the current row; None where there is none, and in the graph."""
        if self.shows_graph:
            return None
        relative = self._model.relative_at(self.table.currentIndex().row())
        return relative.index if relative is not None else None

    def show_family(self, view: FamilyView) -> None:
        """Show `view`, if it is another one; a growing family keeps the chosen relative."""
        if view == self._shown:
            return
        self._shown = view
        chosen = self._model.relative_at(self.table.currentIndex().row())
        self._model.show_family(view)
        self.table.follow_rows()
        self.table.fit()
        kept = self._model.row_of(chosen.index) if chosen is not None else None
        if kept is not None:
            self.table.setCurrentIndex(self._model.index(kept, 0))
        self.set_title(self.tr("Familie ({count})").format(count=view.count))
        has_rows = view.count > 0
        self._help.setVisible(has_rows)
        self._streets.setVisible(has_rows)
        self._show_chosen_view()
        words = [] if has_rows or view.is_growing else [self.tr("Ingen familie i svaret.")]
        self._notices.setText("\n".join([*words, *view.notices]))

    @property
    def graph(self) -> "FamilyGraph":
        """The graph, below the table in whose place it is shown."""
        if self._graph is None:
            from familieopslag.ui.family_graph import FamilyGraph

            self._graph = FamilyGraph(after=self.table)
            self._graph.setAccessibleName(self.tr("Stamtræ"))
            self._graph.opened.connect(self.graph_person_chosen)
            self._graph.refused.connect(self.refused)
            self._graph.show_streets(shown=self._streets.isChecked())
            self.body.insertWidget(self.body.indexOf(self.table) + 1, self._graph)
        return self._graph

    @property
    def shows_graph(self) -> bool:
        """Whether the graph was chosen."""
        return self._switch.is_second

    def show_graph(self, view: FamilyGraphView) -> None:
        """Show the graph of the family that is shown."""
        self.graph.show_graph(view)

    def turn(self) -> None:
        """Change between table and graph; the keyboard goes along."""
        left = self.graph if self.shows_graph else self.table
        focused = QApplication.focusWidget()
        has_keyboard = focused is not None and (left is focused or left.isAncestorOf(focused))
        self._switch.turn()
        if has_keyboard:
            self.enter()

    def enter(self) -> None:
        """Put the keyboard on the family, past the title line."""
        if self.shows_graph:
            self.graph.enter()
        elif self.table.isVisible():
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self._switch.enter()

    def clear(self) -> None:
        """Forget the family."""
        self._shown = None
        if self._graph is not None:
            self._graph.clear()
        self._model.clear()
        self.table.follow_rows()
        self._streets.setChecked(False)
        self._notices.setText("")
        self.set_title(self.tr("Familie"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Coming in by keyboard, the first relative is chosen, so that Return and arrows have a place to start.

        Not when the focus is put back, by a page that is shown again or a window that becomes active: nobody came.
        """
        if (
            watched is self.table
            and isinstance(event, QFocusEvent)
            and event.reason() in _BY_KEYBOARD
            and event.gotFocus()
        ):
            current = self._model.relative_at(self.table.currentIndex().row())
            first = next((r for r in range(self._model.rowCount()) if self._model.relative_at(r)), None)
            if current is None and first is not None:
                self.table.setCurrentIndex(self._model.index(first, 0))
        return super().eventFilter(watched, event)

    @Slot(int, QPoint)
    def _on_menu_requested(self, row: int, place: QPoint) -> None:
        relative = self._model.relative_at(row)
        if relative is not None:
            menu = RelativeMenu(relative, self)
            menu.open_requested.connect(self.relative_chosen)
            menu.reveal_requested.connect(self.reveal_requested)
            menu.number_copy_requested.connect(self.number_copy_chosen)
            menu.popup(place)

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
        if self._graph is not None:
            self._graph.show_streets(shown=shown)

    @Slot()
    def _on_switched(self) -> None:
        self._show_chosen_view()
        if self.shows_graph and self._shown is not None:
            self.graph_requested.emit()

    def _show_chosen_view(self) -> None:
        has_rows = self._shown is not None and self._shown.count > 0
        self.table.setVisible(has_rows and not self.shows_graph)
        # The table goes up to the title line; words alone get the room that they have on other cards.
        is_filled = has_rows or self.shows_graph
        self.body.setContentsMargins(*(_ROUND_TABLE if is_filled else _ROUND_WORDS))
        if self.shows_graph or self._graph is not None:
            self.graph.setVisible(self.shows_graph)
