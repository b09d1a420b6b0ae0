"""What fills the window below the search bar: nobody, a person, a fault, or a page of a presenter. One at a time."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from familieopslag.ui.labels import plain_label

if TYPE_CHECKING:
    # Imported when they are first needed: the window is painted before its pages are made.
    from familieopslag.presentation.view_models import FailureView, PersonView
    from familieopslag.ui.failure_panel import FailurePanel
    from familieopslag.ui.person_page import PersonPage

_MARGIN = 14


class Stage(QStackedWidget):
    """Makes the pages for a person and for a fault when they are needed, and empties every page at once."""

    person_page_made = Signal(object)
    """The PersonPage, once, before anybody is shown on it."""
    failure_panel_made = Signal(object)
    """The FailurePanel, likewise."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view: PersonView | None = None
        """Who is shown."""
        self.page: PersonPage | None = None
        """Where a person is shown, once it has been made."""
        self._area: QScrollArea | None = None
        self._failure: FailurePanel | None = None
        self._failure_area: QScrollArea | None = None
        self._forgetting: list[Callable[[], None]] = []
        self._words = plain_label()
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.addWidget(self._words)

    @property
    def shows_failure(self) -> bool:
        """Whether a fault is in sight."""
        return self._failure_area is not None and self.currentWidget() is self._failure_area

    def say(self, words: str) -> None:
        """What stands where nobody is shown."""
        self._words.setText(words)

    def add_page(self, page: QWidget, forget: Callable[[], None]) -> None:
        """Take a page in, to be shown by `show_page`. `forget` empties it."""
        self._forgetting.append(forget)
        self.addWidget(page)

    def show_page(self, page: QWidget) -> None:
        """Show a page that has been taken in."""
        self.setCurrentWidget(page)

    def show_view(self, view: "PersonView", *, has_grown: bool) -> None:
        """Show a person, from the top; a view that only has grown stays where somebody has scrolled to."""
        self.view = view
        self.ready_page().show_view(view)
        if self._area is not None:
            self.setCurrentWidget(self._area)
            if not has_grown:
                self._area.verticalScrollBar().setValue(0)

    def show_failure(self, failure: "FailureView") -> None:
        """Show a fault."""
        if self._failure is None:
            self._failure = self._made_failure_panel()
        if self._failure_area is not None:
            self.setCurrentWidget(self._failure_area)
        self._failure.show_failure(failure)

    def enter_failure(self) -> None:
        """Put the keyboard on what can be done about the fault."""
        if self._failure is not None:
            self._failure.enter()

    def enter(self, panel: QWidget) -> None:
        """Put the keyboard on a panel of the person's page, in sight."""
        if self.page is not None and self._area is not None:
            self._area.ensureWidgetVisible(panel)
            # After that, so that what takes the keyboard is in sight, however large the panel.
            self.page.enter(panel)

    def clear(self) -> None:
        """Nobody is shown, and nothing is left of anybody in any page."""
        self.view = None
        for page in (self.page, self._failure):
            if page is not None:
                page.clear()
        for forget in self._forgetting:
            forget()
        self.setCurrentWidget(self._words)

    def ready_page(self) -> "PersonPage":
        """The page for a person, made now if need be."""
        if self.page is None:
            from familieopslag.ui.person_page import PersonPage

            self.page = PersonPage()
            self._area = _scrolled(self.page)
            self.addWidget(self._area)
            self.person_page_made.emit(self.page)
        return self.page

    def _made_failure_panel(self) -> "FailurePanel":
        from familieopslag.ui.failure_panel import FailurePanel

        panel = FailurePanel()
        around = QWidget()
        layout = QVBoxLayout(around)
        layout.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        layout.addWidget(panel)
        layout.addStretch(1)
        self._failure_area = _scrolled(around)
        self.addWidget(self._failure_area)
        self.failure_panel_made.emit(panel)
        return panel


def _scrolled(page: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(page)
    return area
