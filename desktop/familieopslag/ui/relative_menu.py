"""What can be done with one relative."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QMenu, QWidget

from familieopslag.presentation.view_models import FamilyRow
from familieopslag.ui import copy_target


class RelativeMenu(QMenu):
    """The menu of a row of the family. It knows the relative's place, and nothing else of them."""

    open_requested = Signal(int)
    reveal_requested = Signal(object)
    number_copy_requested = Signal(int)

    def __init__(self, relative: FamilyRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._index = relative.index
        look_up = self.addAction(self.tr("Slå personen op"))
        look_up.setEnabled(relative.can_open)
        look_up.triggered.connect(self._on_look_up)
        reveal = self.addAction(self.tr("Vis beskyttede oplysninger …"))
        reveal.setEnabled(relative.can_be_revealed)
        reveal.triggered.connect(self._on_reveal)
        self.addSeparator()
        if parent is not None:
            copy_target.add_commands(self, parent, "copy")
        number = self.addAction(self.tr("Kopiér CPR-nr."))
        number.triggered.connect(self._on_number_copy)

    @Slot()
    def _on_look_up(self) -> None:
        self.open_requested.emit(self._index)

    @Slot()
    def _on_reveal(self) -> None:
        self.reveal_requested.emit(self._index)

    @Slot()
    def _on_number_copy(self) -> None:
        self.number_copy_requested.emit(self._index)
