"""The window: shows what it is given and tells what the user did. It knows no service and decides nothing."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QCloseEvent, QContextMenuEvent, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QMainWindow,
    QVBoxLayout,
    QWidget,
)

from familieopslag.presentation.environment import EnvironmentView
from familieopslag.ui import hotkeys
from familieopslag.ui.announcement import announce
from familieopslag.ui.copy_target import COPY_COMMANDS
from familieopslag.ui.environment_strip import EnvironmentStrip
from familieopslag.ui.panel_navigation import PanelNavigation
from familieopslag.ui.search_bar import SearchBar
from familieopslag.ui.stage import Stage
from familieopslag.ui.status_line import Fact, StatusLine
from familieopslag.ui.text_size import TextSize

if TYPE_CHECKING:
    # Imported when they are first needed: the window is painted before its pages are made.
    from familieopslag.presentation.view_models import (
        BannerView,
        FailureView,
        FamilyGraphView,
        InputHintView,
        PersonView,
    )
    from familieopslag.ui.failure_panel import FailurePanel
    from familieopslag.ui.message_bar import MessageBar
    from familieopslag.ui.person_page import PersonPage

_PROGRAM = "Familieopslag"
_SIZE = (1180, 860)


class MainWindow(QMainWindow):
    """One caseworker's window. The page for a person is made after the first paint, not before."""

    submitted = Signal(str)
    input_edited = Signal(str)
    cancel_requested = Signal()
    relative_chosen = Signal(int)
    current_number_requested = Signal()
    graph_requested = Signal()
    graph_person_chosen = Signal(int)
    reveal_requested = Signal(object)
    """Whose hidden data is wanted: None for the person looked up, else FamilyRow.index of a relative."""
    conceal_requested = Signal()
    """Escape, while something is revealed."""
    back_requested = Signal()
    forward_requested = Signal()
    refresh_requested = Signal()
    typed_copy_requested = Signal(str)
    """The marked text of the search field."""
    typed_cut_requested = Signal(str)
    relative_number_copy_chosen = Signal(int)
    closing = Signal()
    painted = Signal()
    """Once, when the window can be seen and typed in."""

    def __init__(self, environment: EnvironmentView) -> None:
        super().__init__()
        self._environment = environment
        self._is_painted = False
        self._is_loading = False
        self._is_revealing = False
        self._text_size = TextSize(self)
        self._text_size.changed.connect(self._on_text_size_changed)
        self._search = SearchBar()
        self._search.submitted.connect(self.submitted)
        self._search.edited.connect(self.input_edited)
        self._search.cancel_requested.connect(self.cancel_requested)
        self._search.back_requested.connect(self.back_requested)
        self._search.forward_requested.connect(self.forward_requested)
        self._search.field.copy_requested.connect(self.typed_copy_requested)
        self._search.field.cut_requested.connect(self.typed_cut_requested)
        self._stage = Stage()
        self._stage.person_page_made.connect(self._on_person_page_made)
        self._stage.failure_panel_made.connect(self._on_failure_panel_made)
        central = QWidget()
        layout = QVBoxLayout(central)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._search)
        self._strips = QVBoxLayout()
        layout.addLayout(self._strips)
        layout.addWidget(self._stage, 1)
        self.setCentralWidget(central)
        self._navigation = PanelNavigation(self._search, self._panels, self._stage.enter, self)
        self._actions = hotkeys.install(
            self, {**self._commands(), **self._navigation.commands(), **self._text_size.commands()}
        )
        strip = EnvironmentStrip(environment)
        # Above the menus, where it is seen first.
        frame = QWidget()
        over = QVBoxLayout(frame)
        over.setContentsMargins(0, 0, 0, 0)
        over.setSpacing(0)
        over.addWidget(strip)
        over.addWidget(self.menuBar())
        self.setMenuWidget(frame)
        self._status = StatusLine(self.statusBar())
        self._message: MessageBar | None = None
        self.resize(*_SIZE)
        self._set_title(is_protected=False)
        self.set_navigation(back=False, forward=False)
        self.set_status(self.tr("Klar"))

    def command(self, name: str) -> QAction:
        """The action of a command in ui.hotkeys, for whoever carries it out."""
        return self._actions[name]

    def add_strip(self, strip: QWidget) -> None:
        """Put `strip` between the search bar and the page, where it stays in sight while the page scrolls."""
        self._strips.addWidget(strip)
        # Tab goes as the eye does, although the page was there first.
        last = self._search.last_control
        for control in strip.findChildren(QWidget):
            if control.focusPolicy() & Qt.FocusPolicy.TabFocus:
                self.setTabOrder(last, control)
                last = control

    def add_to_search_bar(self, widget: QWidget, hint: QWidget, controls: Iterable[QWidget]) -> None:
        """Put `widget` at the end of the search bar and `hint` below; Tab comes to `controls` after the button."""
        self._search.add_at_end(widget, hint, controls)

    def add_page(self, page: QWidget, forget: Callable[[], None]) -> None:
        """Take a presenter's page in, to be shown by `show_page`. `forget` empties it, with all others."""
        self._stage.add_page(page, forget)

    def show_page(self, page: QWidget, *, is_growing: bool = False) -> None:
        """Show a page of a presenter in place of a person. `is_growing`: more of the same is on its way."""
        if not is_growing:
            self._leave_loading()
        self._stage.show_page(page)

    def show_idle(self) -> None:
        """Nobody on the screen; ready for a number."""
        self._leave_loading()
        self.clear()
        self._show_nobody()
        self.take_focus()

    def show_loading(self, number: str) -> None:
        """A lookup is on its way: whoever was shown is gone before the number changes."""
        self.clear()
        self._is_loading = True
        for field in self.findChildren(QLineEdit):
            # What is typed from now on is for the next one.
            field.setModified(False)
        self._search.set_number(number)
        self._search.clear_hint()
        self._search.set_loading(loading=True)
        self._stage.say("")

    def show_busy(self, text: str) -> None:
        """It takes a while: say so."""
        self._search.set_busy(text)
        self._stage.say(text)
        self.announce(text)

    def show_view(self, view: "PersonView") -> None:
        """Show a person; a view that only has grown keeps focus and choice."""
        before = self._stage.view
        has_grown = before is not None and before.origin.correlation_id == view.origin.correlation_id
        if not view.family.is_growing:
            self._leave_loading()
        self._stage.show_view(view, has_grown=has_grown)
        self._set_title(is_protected=view.is_protected)
        if not has_grown:
            self.take_focus()
            self.announce(f"{self._spoken(view.banners)} {view.heading.name}".strip())
        elif before is not None and (new := [b for b in view.banners if b not in before.banners]):
            self.announce(self._spoken(new))

    @property
    def shows_graph(self) -> bool:
        """Whether the family is to be seen as a graph, which then has to be given after each view."""
        return self._stage.page is not None and self._stage.page.family.shows_graph

    def show_family_graph(self, view: "FamilyGraphView") -> None:
        """Show the family graph of the person on the screen."""
        self._stage.ready_page().family.show_graph(view)

    def show_failure(self, failure: "FailureView") -> None:
        """Show a fault in place of a person. The typed number stays."""
        self._leave_loading()
        self.clear()
        self._stage.show_failure(failure)
        if failure.is_about_number:
            self.take_focus()
        elif not self._is_typing:
            self._stage.enter_failure()
        self.announce(f"{failure.title}. {failure.text} {failure.action}")

    def show_message(self, failure: "FailureView") -> None:
        """Tell of a fault that leaves the person on the screen."""
        if self._message is None:
            from familieopslag.ui.message_bar import MessageBar

            self._message = MessageBar()
            self.add_strip(self._message)
        self.announce(self._message.show_failure(failure))

    def forget_failure(self) -> None:
        """A new submission begins: a fault that is shown goes. What is typed stays, and so does a person."""
        if self._stage.shows_failure:
            self.clear()
            self._show_nobody()

    def show_input_hint(self, hint: "InputHintView") -> None:
        """Say something about what is typed."""
        self._search.show_hint(hint)
        if hint.is_error:
            self.announce(hint.text)

    @property
    def text_size(self) -> int:
        """In per cent of what the desktop gives."""
        return self._text_size.percent

    @Slot()
    def submit(self) -> None:
        """Submit what is in the search field, as Return does there."""
        self._search.submit()

    def set_text_size(self, percent: int) -> None:
        """Write everything larger or smaller than the desktop does, within limits."""
        self._text_size.set(percent)

    def set_number(self, text: str) -> None:
        """Put a number in the search field."""
        self._search.set_number(text)

    def replace_number(self, old: str, new: str) -> None:
        """Put `new` in the search field if it still holds `old`, not what somebody is typing."""
        if self._search.field.text() == old:
            self._search.set_number(new)

    def set_navigation(self, back: bool, forward: bool) -> None:  # noqa: FBT001 - two plain facts
        """Whether there is somebody to go back or forward to."""
        self._search.set_navigation(back=back, forward=forward)
        self._actions["back"].setEnabled(back)
        self._actions["forward"].setEnabled(forward)

    def below_search_bar(self) -> QPoint:
        """Where a menu about whom to show belongs, on the screen."""
        return self._search.mapToGlobal(self._search.rect().bottomLeft())

    @property
    def number_text(self) -> str:
        """What is in the search field."""
        return self._search.field.text()

    def cut_number(self, marked: str) -> None:
        """Take the marked text out of the search field, if it still is `marked`."""
        self._search.field.cut_away(marked)

    @property
    def status(self) -> str:
        """The status bar's words."""
        return self._status.message

    def set_status(self, text: str) -> None:
        """The status bar's words; never about a person."""
        self._status.say(text)

    def announce(self, text: str) -> None:
        """Tell a screen reader."""
        announce(self, text)

    def tell(self, text: str) -> None:
        """Say something in the status bar and to a screen reader; never about a person."""
        self._status.say(text)
        self.announce(text)

    def tell_fact(self, fact: Fact, text: str) -> None:
        """What holds all the time, on the status bar's right side; "" takes it away."""
        self._status.tell(fact, text)

    def set_revealing(self, *, revealing: bool) -> None:
        """Whether something is revealed, which Escape then hides."""
        self._is_revealing = revealing

    def take_focus(self) -> None:
        """Put the cursor in the search field, ready for the next number; not under the hands of whoever types."""
        if not self._is_typing:
            self._search.take_focus()

    def chosen_relative(self) -> tuple[int | None, bool]:
        """FamilyRow.index of the current row of the family table, None without one; whether the keyboard is there."""
        if self._stage.page is None or self._stage.view is None:
            return None, False
        return self._stage.page.chosen_relative()

    def clear(self) -> None:
        """Take the person or the fault off the screen, and out of every widget."""
        self._stage.clear()
        if self._message is not None:
            self._message.clear()
        self._search.clear_hint()
        self._set_title(is_protected=False)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The first paint is when the rest may begin."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self._on_first_paint)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing of a person stays behind."""
        self.closing.emit()
        self.clear()
        self._search.set_number("")
        super().closeEvent(event)

    @Slot()
    def _on_first_paint(self) -> None:
        self.painted.emit()
        QTimer.singleShot(0, self._stage.ready_page)

    @Slot(object)
    def _on_person_page_made(self, page: "PersonPage") -> None:
        page.relative_chosen.connect(self.relative_chosen)
        page.relative_refused.connect(self.tell)
        page.current_number_requested.connect(self.current_number_requested)
        page.graph_requested.connect(self.graph_requested)
        page.graph_person_chosen.connect(self.graph_person_chosen)
        page.ids_copied.connect(self._on_ids_copied)
        page.number_copy_chosen.connect(self.relative_number_copy_chosen)
        page.label_copy_requested.connect(self._actions["copy_label"].trigger)
        page.set_copy_commands(self._actions[name] for name in COPY_COMMANDS)
        page.reveal_requested.connect(self.reveal_requested)
        page.telephone_requested.connect(self._actions["telephone"].trigger)

    @Slot(object)
    def _on_failure_panel_made(self, panel: "FailurePanel") -> None:
        panel.retry_requested.connect(self.refresh_requested)
        panel.report_copied.connect(self._on_report_copied)

    def _spoken(self, banners: "Sequence[BannerView]") -> str:
        return self._stage.ready_page().spoken_banners(banners)

    @property
    def _is_typing(self) -> bool:
        """Whether something has been typed, where the keyboard is, since the last lookup began."""
        field = self.focusWidget()
        return isinstance(field, QLineEdit) and field.isModified()

    def _show_nobody(self) -> None:
        self._stage.say(self.tr("Intet opslag endnu.   F1 viser genveje.   F8: Telefonvisning"))

    def _leave_loading(self) -> None:
        self._is_loading = False
        self._search.set_loading(loading=False)

    def _set_title(self, *, is_protected: bool) -> None:
        parts = [_PROGRAM, self._environment.name]
        if is_protected:
            parts.insert(1, self.tr("BESKYTTET"))
        self.setWindowTitle(" – ".join(parts))

    def _commands(self) -> dict[str, Callable[[], None]]:
        return {
            "refresh": self._on_refresh,
            "quit": self._on_quit,
            "search": self._on_search,
            "escape": self._on_escape,
            "context_menu": self._on_context_menu,
            "turn_family": self._on_turn_family,
            "back": self._on_back,
            "forward": self._on_forward,
            "help": self._on_help,
        }

    @Slot()
    def _on_refresh(self) -> None:
        self.refresh_requested.emit()

    @Slot()
    def _on_quit(self) -> None:
        self.close()

    @Slot()
    def _on_search(self) -> None:
        self._search.take_focus()

    @Slot()
    def _on_escape(self) -> None:
        if self._is_loading:
            self.cancel_requested.emit()
        elif self._is_revealing:
            self.conceal_requested.emit()
        else:
            self._search.take_focus()

    @Slot()
    def _on_context_menu(self) -> None:
        """Qt knows the menu key on every platform, but Shift+F10 on Windows only."""
        widget = QApplication.focusWidget()
        if widget is not None:
            middle = widget.rect().center()
            reason = QContextMenuEvent.Reason.Keyboard
            QApplication.sendEvent(widget, QContextMenuEvent(reason, middle, widget.mapToGlobal(middle)))

    @Slot()
    def _on_back(self) -> None:
        self.back_requested.emit()

    @Slot()
    def _on_forward(self) -> None:
        self.forward_requested.emit()

    @Slot()
    def _on_turn_family(self) -> None:
        if self._stage.page is not None and self._stage.view is not None:
            self._stage.page.family.turn()
            shown = (
                self.tr("Familien vises som stamtræ.")
                if self.shows_graph
                else self.tr("Familien vises som tabel.")
            )
            self.tell(shown)

    @Slot()
    def _on_help(self) -> None:
        from familieopslag.ui.hotkey_sheet import open_sheet

        open_sheet(self)

    @Slot()
    def _on_report_copied(self) -> None:
        self.tell(self.tr("Fejlrapporten er kopieret. Den indeholder ingen personoplysninger."))

    @Slot(int)
    def _on_ids_copied(self, count: int) -> None:
        if count == 1:
            self.tell(self.tr("Opslags-id er kopieret. Det indeholder ingen personoplysninger."))
        else:
            words = self.tr("{count} opslags-id'er er kopieret. De indeholder ingen personoplysninger.")
            self.tell(words.format(count=count))

    def _panels(self) -> tuple[QWidget, ...]:
        """Those of the person on the screen."""
        page = self._stage.page
        return page.panels if page is not None and self._stage.view is not None else ()

    @Slot(int)
    def _on_text_size_changed(self, percent: int) -> None:
        self.tell(self.tr("Tekststørrelse {percent} %").format(percent=percent))
