"""F6 and Ctrl+1 to Ctrl+4: the keyboard goes from panel to panel."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QWidget

from familieopslag.ui.search_bar import SearchBar


class PanelNavigation(QObject):
    """Knows where the keyboard is, and leads it on."""

    def __init__(
        self,
        search: SearchBar,
        panels: Callable[[], Sequence[QWidget]],
        enter: Callable[[QWidget], None],
        parent: QObject,
    ) -> None:
        """`panels`: those of the person on the screen, none without one. `enter` puts the keyboard on a panel."""
        super().__init__(parent)
        self._search = search
        self._panels = panels
        self._enter = enter

    def commands(self) -> dict[str, Callable[[], None]]:
        """What it carries out of ui.hotkeys."""
        return {
            "panel_1": self._on_panel_1,
            "panel_2": self._on_panel_2,
            "panel_3": self._on_panel_3,
            "panel_4": self._on_panel_4,
            "next_panel": self._on_next_panel,
            "previous_panel": self._on_previous_panel,
        }

    @Slot()
    def _on_panel_1(self) -> None:
        self._go_to(0)

    @Slot()
    def _on_panel_2(self) -> None:
        self._go_to(1)

    @Slot()
    def _on_panel_3(self) -> None:
        self._go_to(2)

    @Slot()
    def _on_panel_4(self) -> None:
        self._go_to(3)

    @Slot()
    def _on_next_panel(self) -> None:
        self._step(1)

    @Slot()
    def _on_previous_panel(self) -> None:
        self._step(-1)

    def _go_to(self, number: int) -> None:
        panels = self._panels()
        if panels:
            self._enter(panels[number])

    def _step(self, step: int) -> None:
        """Round the search field and the panels that can be seen."""
        stops = [self._search, *(panel for panel in self._panels() if panel.isVisible())]
        focused = QApplication.focusWidget()
        here = next(
            (i for i, stop in enumerate(stops) if focused is not None and stop.isAncestorOf(focused)), 0
        )
        target = stops[(here + step) % len(stops)]
        if target is self._search:
            self._search.take_focus()
        else:
            self._enter(target)
