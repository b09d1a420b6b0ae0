"""Who has been looked up, to go back to one of them."""

from PySide6.QtCore import QPoint, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from familieopslag.presentation.history import VisitView


class HistoryMenu(QMenu):
    """A line for each visit. It holds them only while it is open."""

    chosen = Signal(int)
    """VisitView.place."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(self.tr("Seneste opslag"), parent)
        self.setAccessibleName(self.title())
        self._one_of = QActionGroup(self)
        # Not at once: Qt tells which line was chosen after it has hidden the menu.
        self._emptying = QTimer(self, singleShot=True, interval=0)
        self._emptying.timeout.connect(self.clear)
        self.aboutToHide.connect(self._emptying.start)
        self.triggered.connect(self._on_triggered)

    def open_with(self, visits: tuple[VisitView, ...], at: QPoint) -> None:
        """Show `visits` at a place on the screen; the keyboard is on the first."""
        self._emptying.stop()
        self.clear()
        for visit in visits:
            line = self.addAction(visit.text.replace("&", "&&"))
            line.setData(visit.place)
            line.setCheckable(True)
            line.setChecked(visit.is_current)
            self._one_of.addAction(line)
        self.popup(at)
        self.setActiveAction(self.actions()[0])

    def forget(self) -> None:
        """Close, and hold nobody any more."""
        self.hide()
        self.clear()

    @Slot(QAction)
    def _on_triggered(self, line: QAction) -> None:
        self.chosen.emit(line.data())
