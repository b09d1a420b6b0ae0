"""The family as a table: group lines and relatives, redacted before they come here."""

from collections.abc import Iterator
from enum import IntEnum
from heapq import nlargest

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QPixmap

from familieopslag.presentation.view_models import (
    EMPTY,
    CellView,
    FamilyFact,
    FamilyGroup,
    FamilyRow,
    FamilyView,
)
from familieopslag.ui import icons, theme

_SIGN_SIZE = 12
_Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The columns."""

    NAME = 0
    RELATION = 1
    NUMBER = 2
    AGE = 3
    STATUS = 4
    RESIDENCE = 5


_FACTS = {
    Column.NAME: FamilyFact.NAME,
    Column.RELATION: FamilyFact.RELATION,
    Column.NUMBER: FamilyFact.NUMBER,
    Column.AGE: FamilyFact.AGE,
    Column.STATUS: FamilyFact.STATUS,
    Column.RESIDENCE: FamilyFact.RESIDENCE,
}
_COLUMNS = tuple(Column)
_OF_GROUP = Qt.ItemFlag.ItemIsEnabled
_OF_RELATIVE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_ROLES = frozenset(
    {
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.DecorationRole,
        Qt.ItemDataRole.AccessibleTextRole,
        Qt.ItemDataRole.AccessibleDescriptionRole,
    }
)
"""What a cell can tell. A table asks each cell for twice as many things each time that it is painted."""


class FamilyModel(QAbstractTableModel):
    """Rows are FamilyRows and, before each group, the FamilyGroup itself as a line across the table."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[FamilyGroup | FamilyRow] = []
        self._with_streets = False
        self._signs: dict[tuple[str, str], QPixmap] = {}
        # Not inside the texts that they become part of: lupdate reads no f-strings.
        self._minor, self._together = self.tr("under 18"), self.tr("samme adresse")
        self._revealed = self.tr("Beskyttet, vises for en tid.")
        self._titles = {
            Column.NAME: self.tr("Navn"),
            Column.RELATION: self.tr("Relation"),
            Column.NUMBER: self.tr("CPR-nummer"),
            Column.AGE: self.tr("Alder"),
            Column.STATUS: self.tr("Status"),
            Column.RESIDENCE: self.tr("Bopæl"),
        }

    def show_family(self, view: FamilyView) -> None:
        """Show `view` instead of what was there."""
        self.beginResetModel()
        self._lines = []
        for group in view.groups:
            self._lines += (group, *group.rows)
        self.endResetModel()

    def show_streets(self, *, shown: bool) -> None:
        """Whether the residence tells the street; never for a hidden one, whose street says so itself."""
        self._with_streets = shown
        if self._lines:
            last = self.index(len(self._lines) - 1, Column.RESIDENCE)
            self.dataChanged.emit(self.index(0, Column.RESIDENCE), last)

    def clear(self) -> None:
        """Forget everybody."""
        self.beginResetModel()
        self._lines = []
        self.endResetModel()

    def group_lines(self) -> list[int]:
        """The rows that are group lines."""
        return [row for row, line in enumerate(self._lines) if isinstance(line, FamilyGroup)]

    def rows_standing_out(self) -> Iterator[int]:
        """The rows that look different: group lines, and whoever is revealed for a while."""
        for row, line in enumerate(self._lines):
            if isinstance(line, FamilyGroup) or line.is_revealed:
                yield row

    def relative_at(self, row: int) -> FamilyRow | None:
        """The relative in a row; None for a group line or no row at all."""
        line = self._lines[row] if 0 <= row < len(self._lines) else None
        return line if isinstance(line, FamilyRow) else None

    def cell_at(self, row: int, column: int) -> CellView | None:
        """What a cell shows of a relative; None for a group line or no cell at all."""
        relative = self.relative_at(row)
        if relative is None or column < 0:
            return None
        place = Column(column)
        return CellView(relative.index, _FACTS[place], self._titles[place], self._text(relative, place))

    def row_of(self, index: int) -> int | None:
        """The row in which relative `index` of the result stands."""
        for row, line in enumerate(self._lines):
            if isinstance(line, FamilyRow) and line.index == index:
                return row
        return None

    def longest(self, column: Column, count: int) -> list[int]:
        """The rows of the `count` relatives whose text in `column` has the most letters."""
        relatives = ((row, line) for row, line in enumerate(self._lines) if isinstance(line, FamilyRow))
        longest = nlargest(count, relatives, key=lambda item: len(self._text(item[1], column)))
        return [row for row, _ in longest]

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """See QAbstractItemModel."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """See QAbstractItemModel."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """See QAbstractItemModel."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._titles[Column(section)]
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Group lines can't be chosen."""
        if self.relative_at(index.row()) is None:
            return _OF_GROUP
        return _OF_RELATIVE

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """See QAbstractItemModel."""
        if not index.isValid():
            return None
        if role not in _ROLES:
            return None
        line = self._lines[index.row()]
        column = _COLUMNS[index.column()]
        if isinstance(line, FamilyGroup):
            return self._of_group(line, column, role)
        return self._of_relative(line, column, role)

    def _of_group(self, group: FamilyGroup, column: Column, role: int) -> object:
        if column is not Column.NAME:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{group.title} – {group.note}" if group.note else group.title
        return None

    def _of_relative(self, row: FamilyRow, column: Column, role: int) -> object:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(row, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                said = f"{self._titles[column]}: {self._text(row, column)}"
                if row.is_revealed and column is Column.RESIDENCE:
                    return f"{said}. {self._revealed}"
                return said
            case Qt.ItemDataRole.AccessibleDescriptionRole if not row.can_open:
                return row.why_not
            case Qt.ItemDataRole.DecorationRole if column is Column.STATUS and row.status_icon:
                return self._sign(row.status_icon)
            case Qt.ItemDataRole.DecorationRole if column is Column.RESIDENCE and (
                row.is_hidden or row.is_revealed
            ):
                return self._sign("shield")
            case _:
                return None

    def _sign(self, name: str) -> QPixmap:
        # Painted once: a table asks for it at every paint of every cell.
        key = (name, theme.colours().text)
        if key not in self._signs:
            self._signs[key] = icons.pixmap(*key, _SIGN_SIZE)
        return self._signs[key]

    def _text(self, row: FamilyRow, column: Column) -> str:
        match column:
            case Column.NAME:
                return row.name
            case Column.RELATION:
                return row.relation
            case Column.NUMBER:
                return row.number
            case Column.AGE:
                return f"{row.age} · {self._minor}" if row.is_minor else row.age
            case Column.STATUS:
                return row.status
            case Column.RESIDENCE:
                where = row.residence
                if (self._with_streets or row.is_revealed) and not row.is_hidden:
                    where = ", ".join(part for part in (row.street, row.residence) if part != EMPTY) or EMPTY
                return f"{where} · {self._together}" if row.same_address else where
