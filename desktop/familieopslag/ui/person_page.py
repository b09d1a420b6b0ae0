"""Everything that is shown of a person, in panels."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from familieopslag.presentation.view_models import BannerView, FieldView, PersonView
from familieopslag.ui.address_panel import AddressPanel
from familieopslag.ui.banners import BannerStack
from familieopslag.ui.card import Card
from familieopslag.ui.family_panel import FamilyPanel
from familieopslag.ui.field_grid import FieldGrid
from familieopslag.ui.flow import ColumnsLayout
from familieopslag.ui.heading import Heading
from familieopslag.ui.origin import OriginLine

_MARGIN = 14
_GAP = 10


class FoldedFields(QFrame):
    """Fields that are asked for less often: folded until somebody opens them."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._title = title
        self.button = QPushButton()
        self.button.setObjectName("plain")
        self.button.setCheckable(True)
        self.button.toggled.connect(self._on_toggled)
        self._grid = FieldGrid()
        self._grid.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 6, 16, 8)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._grid)
        self._count = 0

    def show_fields(self, fields: Iterable[FieldView]) -> None:
        """Show `fields`; without any, the panel is not there."""
        shown = tuple(fields)
        self._count = len(shown)
        self._grid.show_fields(shown)
        self.setVisible(bool(shown))
        self._tell()

    def clear(self) -> None:
        """Forget the fields and fold."""
        self.button.setChecked(False)
        self._grid.clear()

    @Slot(bool)
    def _on_toggled(self, shown: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._grid.setVisible(shown)
        self._tell()

    def _tell(self) -> None:
        sign = "▾" if self.button.isChecked() else "▸"
        self.button.setText(f"{sign} {self._title} ({self._count})")
        state = self.tr("udfoldet") if self.button.isChecked() else self.tr("foldet")
        self.button.setAccessibleName(f"{self._title}, {self._count}, {state}")


class PersonPage(QWidget):
    """The page: banners, heading, panels, family and origin. Two ways in: `show_view` and `clear`."""

    relative_chosen = Signal(int)
    relative_refused = Signal(str)
    current_number_requested = Signal()
    graph_requested = Signal()
    graph_person_chosen = Signal(int)
    ids_copied = Signal(int)
    label_copy_requested = Signal()
    number_copy_chosen = Signal(int)
    telephone_requested = Signal()
    reveal_requested = Signal(object)
    """None for the person looked up, else FamilyRow.index of a relative."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._banners = BannerStack()
        self._banners.action_chosen.connect(self.current_number_requested)
        self._heading = Heading()
        self._heading.telephone_requested.connect(self.telephone_requested)
        stamdata = Card(self.tr("Stamdata"))
        self._stamdata = FieldGrid()
        stamdata.body.addWidget(self._stamdata)
        self._address = AddressPanel()
        self._address.label_copy_requested.connect(self.label_copy_requested)
        self._address.reveal_requested.connect(self._on_reveal_requested)
        self.family = FamilyPanel()
        self.family.graph_requested.connect(self.graph_requested)
        self.family.graph_person_chosen.connect(self.graph_person_chosen)
        self.family.relative_chosen.connect(self.relative_chosen)
        self.family.refused.connect(self.relative_refused)
        self.family.number_copy_chosen.connect(self.number_copy_chosen)
        self.family.reveal_requested.connect(self.reveal_requested)
        self._administration = FoldedFields(self.tr("Administration og indrapportering"))
        self._other = FoldedFields(self.tr("Øvrige felter"))
        self._origin = OriginLine()
        self._origin.copied.connect(self.ids_copied)
        pair = ColumnsLayout(_GAP)
        pair.addWidget(stamdata)
        pair.addWidget(self._address)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        layout.setSpacing(_GAP)
        layout.addWidget(self._banners)
        layout.addWidget(self._heading)
        layout.addLayout(pair)
        for widget in (self.family, self._administration, self._other, self._origin):
            layout.addWidget(widget)
        layout.addStretch(1)
        self.panels: tuple[QWidget, ...] = (stamdata, self._address, self.family, self._administration)
        """What F6 and Ctrl+1 to Ctrl+4 go to."""

    def set_copy_commands(self, actions: Iterable[QAction]) -> None:
        """What the button in the heading offers to copy."""
        self._heading.set_copy_commands(actions)

    def show_view(self, view: PersonView) -> None:
        """Show `view` instead of what was there."""
        self._banners.show_banners(view.banners)
        self._heading.show_heading(view.heading, is_revealed=view.is_revealed)
        self._stamdata.show_fields(view.stamdata)
        self._address.show_address(
            view.address, is_revealed=view.is_revealed, can_be_revealed=view.can_be_revealed
        )
        self.family.show_family(view.family)
        self._administration.show_fields(view.administration)
        self._other.show_fields(view.other)
        self._origin.show_origin(view.origin)
        self._order_stops()

    def _order_stops(self) -> None:
        """The keyboard goes from the top down; Qt goes by when a widget was made."""
        below = (self._heading, *self.panels, self._other, self._origin)
        stops = [
            *self._banners.stops(),
            *(w for panel in below for w in panel.findChildren(QWidget) if _takes_focus(w)),
        ]
        for one, other in pairwise(stops):
            self.setTabOrder(one, other)

    def spoken_banners(self, banners: Sequence[BannerView]) -> str:
        """What a screen reader is to say of banners that have just come."""
        return self._banners.spoken(banners)

    def enter(self, panel: QWidget) -> None:
        """Put the focus on the first thing in `panel` that takes it, in the family on whom it is about."""
        if panel is self.family:
            self.family.enter()
            return
        for widget in panel.findChildren(QWidget):
            if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def chosen_relative(self) -> tuple[int | None, bool]:
        """See MainWindow.chosen_relative."""
        return self.family.chosen, self.family.table.hasFocus()

    @Slot()
    def _on_reveal_requested(self) -> None:
        self.reveal_requested.emit(None)

    def clear(self) -> None:
        """Forget the person, in every widget."""
        for panel in (
            self._banners,
            self._heading,
            self._stamdata,
            self._address,
            self.family,
            self._administration,
            self._other,
            self._origin,
        ):
            panel.clear()


def _takes_focus(widget: QWidget) -> bool:
    return widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
