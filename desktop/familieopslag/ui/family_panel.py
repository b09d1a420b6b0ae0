"""The family on the page: a table or a graph, and what has to be said of it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QWidget

from familieopslag.presentation.view_models import FamilyGraphView, FamilyView
from familieopslag.ui.card import Card
from familieopslag.ui.family_model import FamilyModel
from familieopslag.ui.family_table import BY_KEYBOARD, FamilyTable
from familieopslag.ui.labels import plain_label
from familieopslag.ui.relative_menu import RelativeMenu
from familieopslag.ui.view_switch import ViewSwitch

if TYPE_CHECKING:
    # Imported when somebody turns to the graph: most never do, and the page is to be there at once.
    from familieopslag.ui.family_graph import FamilyGraph

_BESIDE, _ABOVE = 15, 4
"""From the body's edge to the words, in points."""
_ROUND_TABLE = (1, 0, 1, 10)
_ROUND_WORDS = (1, 9, 1, 12)
"""Margins of the body; with those of the words they make the room that fields have on other cards."""


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
        self.table = FamilyTable(self._model)
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
        if self._graph is not None and not self.shows_graph:
            # Out of sight, it would keep whoever it showed last.
            self._graph.clear()
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
            and event.reason() in BY_KEYBOARD
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
        self.table.fit()
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
