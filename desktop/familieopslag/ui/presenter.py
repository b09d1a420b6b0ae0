"""Between the window and the lookups: what the user did becomes a lookup, what came becomes a view.

Results are held here (the session's history) and in ui.shown (the one on the screen). The window gets view models,
and names a relative by its place in the list.
"""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from familieopslag.domain.cpr import Cpr, InvalidCprError, parse
from familieopslag.domain.faults import FaultReport
from familieopslag.domain.person import LookupResult
from familieopslag.domain.ports import LookupRequest, Origin
from familieopslag.presentation.failures import present_failure, present_input, present_input_problem
from familieopslag.presentation.history import present_visits
from familieopslag.presentation.state import DEFAULT_LENGTH, History, Visit
from familieopslag.presentation.view_models import PersonView
from familieopslag.ui.errand_presenter import ErrandPresenter
from familieopslag.ui.main_window import MainWindow
from familieopslag.ui.shown import ShownPerson
from familieopslag.ui.translation import translate
from familieopslag.worker.lookup_runner import LookupRunner

if TYPE_CHECKING:
    # Imported when somebody asks for the list.
    from familieopslag.ui.history_menu import HistoryMenu

_BUSY_AFTER_MS = (300, 3_000, 10_000)


class LookupPresenter(QObject):
    """Connects one window with one runner. Everything in here runs in the GUI thread and never waits."""

    def __init__(
        self,
        window: MainWindow,
        runner: LookupRunner,
        shown: ShownPerson,
        errands: ErrandPresenter,
        *,
        modulus_hint: bool,
        history: int = DEFAULT_LENGTH,
    ) -> None:
        """`modulus_hint` False: test persons only. `history`: persons remembered, at most."""
        super().__init__(window)
        self._window = window
        self._runner = runner
        self._shown = shown
        self._errands = errands
        self._modulus_hint = modulus_hint
        self._history = History(length=history)
        self._graph_numbers: tuple[Cpr | None, ...] = ()
        """Whom each place in the graph on the screen stands for."""
        self._asked: Cpr | None = None
        self._number = ""
        """What was last put in the search field."""
        self._followed: set[Cpr] = set()
        """Numbers left behind by following "gældende nummer" from one to the next: the way into a loop."""
        self._is_revisit = False
        self._menu: HistoryMenu | None = None
        self._has_grown = False
        """Whether a view that comes now is of the person who is on the screen already."""
        self._showing = QTimer(self, singleShot=True, interval=0)
        self._showing.timeout.connect(self._show_view)
        self._busy_stage = 0
        self._busy = QTimer(self, singleShot=True)
        self._busy.timeout.connect(self._on_busy)
        window.submitted.connect(self._on_submitted)
        window.input_edited.connect(self._on_input_edited)
        window.cancel_requested.connect(self._on_cancel_requested)
        window.relative_chosen.connect(self._on_relative_chosen)
        window.graph_requested.connect(self._on_graph_requested)
        window.graph_person_chosen.connect(self._on_graph_person_chosen)
        window.current_number_requested.connect(self._on_current_number_requested)
        window.back_requested.connect(self._on_back_requested)
        window.forward_requested.connect(self._on_forward_requested)
        window.command("history").triggered.connect(self._on_history)
        window.refresh_requested.connect(self._on_refresh_requested)
        shown.changed.connect(self._on_shown)
        shown.telephone_changed.connect(self._on_shown_for_telephone)
        runner.progressed.connect(self._on_progressed)
        runner.succeeded.connect(self._on_succeeded)
        runner.failed.connect(self._on_failed)

    @property
    def remembers_anybody(self) -> bool:
        """Whether anybody has been looked up, or is being."""
        return bool(self._history.visits) or self._runner.is_busy

    def forget_session(self) -> None:
        """Nobody has been looked up, nobody is on the screen, and a reply on its way is not wanted any more."""
        self._runner.cancel()
        self._close_history()
        self._history = History(length=self._history.length)
        self._asked = None
        self._number = ""
        self._followed = set()
        self._graph_numbers = ()
        self._busy.stop()
        self._is_revisit = False
        self._shown.forget_session()
        self._window.set_number("")
        self._window.show_idle()
        self._tell_navigation()

    @Slot(str)
    def _on_submitted(self, text: str) -> None:
        """A masked number in the field stands for whoever was asked for last."""
        if self._asked is not None and text == self._asked.masked:
            self._look_up(self._asked, text, Origin.AGAIN)
            return
        try:
            cpr = parse(text)
        except InvalidCprError as problem:
            self._forget_failure()
            self._window.show_input_hint(present_input_problem(problem, translate))
            return
        self._look_up(cpr, cpr.formatted, Origin.TYPED)

    @Slot(str)
    def _on_input_edited(self, text: str) -> None:
        today = datetime.now().astimezone().date()
        hint = present_input(text, today, translate, modulus_hint=self._modulus_hint)
        if not hint.is_prompt and text != self._number:
            self._forget_failure()
        self._window.show_input_hint(hint)

    @Slot(int)
    def _on_relative_chosen(self, index: int) -> None:
        shown = self._shown.result
        cpr = shown.number_of(index) if shown is not None else None
        if cpr is not None:
            self._look_up(cpr, cpr.masked, Origin.RELATIVE)

    @Slot()
    def _on_graph_requested(self) -> None:
        self._show_graph()

    @Slot(int)
    def _on_graph_person_chosen(self, place: int) -> None:
        cpr = self._graph_numbers[place] if 0 <= place < len(self._graph_numbers) else None
        if cpr is not None:
            self._look_up(cpr, cpr.masked, Origin.RELATIVE)

    @Slot()
    def _on_current_number_requested(self) -> None:
        shown = self._shown.result
        cpr = shown.person.current_cpr if shown is not None else None
        if shown is None or cpr is None:
            return
        followed = {*self._followed, shown.person.cpr}
        if cpr in followed:
            self._window.tell(
                self.tr("Numrene i CPR henviser til hinanden. Der er ikke foretaget et nyt opslag.")
            )
            return
        if self._look_up(cpr, cpr.masked, Origin.CURRENT_NUMBER):
            self._followed = followed

    @Slot()
    def _on_refresh_requested(self) -> None:
        if self._asked is not None:
            # Whether the person is protected is not known until the reply is here.
            number = self._asked.masked if self._shown.result is not None else self._number
            self._look_up(self._asked, number, Origin.AGAIN)

    @Slot()
    def _on_cancel_requested(self) -> None:
        if not self._runner.is_busy:
            return
        self._runner.cancel()
        self._forget_screen()
        self._window.show_idle()
        self._window.tell(self.tr("Opslaget blev annulleret. Der vises ingen oplysninger."))

    @Slot()
    def _on_back_requested(self) -> None:
        self._go(self._history.moved(-1))

    @Slot()
    def _on_forward_requested(self) -> None:
        self._go(self._history.moved(1))

    @Slot()
    def _on_history(self) -> None:
        if self._shown.is_telephone:
            self._window.tell(self.tr("Seneste opslag vises ikke i Telefonvisning."))
        elif not self._history.visits:
            self._window.tell(self.tr("Der er ikke slået nogen op endnu."))
        else:
            visits = (
                (visit.result, self._shown.visibility_of(visit.result).person)
                for visit in self._history.visits
            )
            lines = present_visits(visits, self._history.position, translate)
            self._history_menu().open_with(lines, self._window.below_search_bar())

    @Slot(int)
    def _on_visit_chosen(self, place: int) -> None:
        self._go(self._history.moved_to(place))

    @Slot(object)
    def _on_progressed(self, result: LookupResult) -> None:
        self._take(result)

    @Slot(object)
    def _on_succeeded(self, result: LookupResult) -> None:
        self._busy.stop()
        self._take(result)
        self._window.set_status(self.tr("Klar"))

    @Slot(object)
    def _on_failed(self, report: FaultReport) -> None:
        self._forget_screen()
        self._window.show_failure(present_failure(report, datetime.now().astimezone(), translate))
        self._window.set_status(self.tr("Klar"))

    @Slot()
    def _on_busy(self) -> None:
        texts = (
            self.tr("Henter oplysninger …"),
            self.tr("Det tager længere end normalt …"),
            self.tr("Serviceplatformen har endnu ikke svaret. Tryk Esc for at annullere."),
        )
        self._window.show_busy(texts[self._busy_stage])
        self._busy_stage += 1
        if self._busy_stage < len(_BUSY_AFTER_MS):
            self._busy.start(_BUSY_AFTER_MS[self._busy_stage] - _BUSY_AFTER_MS[self._busy_stage - 1])

    def _look_up(self, cpr: Cpr, number: str, origin: Origin) -> bool:
        """Send for somebody. False: it must not be, the window says why, and everything stays as it is."""
        errand = self._errands.take()
        if errand is None:
            return False
        self._forget_screen()
        self._asked = cpr
        self._followed = set()
        self._put_number(number)
        self._window.show_loading(number)
        self._busy_stage = 0
        self._busy.start(_BUSY_AFTER_MS[0])
        self._runner.submit(LookupRequest(cpr, origin, errand))
        return True

    def _go(self, moved: History) -> None:
        visit = moved.current
        if moved is self._history or visit is None:
            return
        if visit.is_fresh(datetime.now(UTC)):
            self._runner.cancel()
            self._busy.stop()
            self._asked = visit.cpr
            self._history = moved
            self._is_revisit = True
            self._put_number(visit.cpr.masked)
            self._window.set_status(self.tr("Klar"))
            # Left while it grew, a family does not grow any more.
            result = visit.result.at_rest()
            self._file(result)
            self._shown.show(result)
        elif self._look_up(visit.cpr, visit.cpr.masked, Origin.AGAIN):
            self._history = moved
            self._is_revisit = True
            self._tell_navigation()

    @Slot(object)
    def _on_shown(self, view: PersonView) -> None:
        if not view.is_revealed:
            # A revealed number must not be left in a field that somebody has begun to type in.
            self._replace_number(view.heading.number)
        if self._has_grown:
            # What is there of a family that grows may stand for a moment more: to decide on a large one and to show it
            # in one turn would keep the keyboard waiting.
            self._showing.start()
        else:
            self._show_view()

    @Slot()
    def _show_view(self) -> None:
        """Show the view that holds by now, if there is one."""
        self._showing.stop()
        view = self._shown.view
        if view is not None:
            self._window.show_view(view)
            self._show_graph()

    @Slot(object)
    def _on_shown_for_telephone(self, _view: object) -> None:
        """The number is not among what may be told, so nobody has it before their eyes."""
        shown = self._shown.result
        if shown is not None:
            self._replace_number(shown.person.cpr.masked)

    def _forget_failure(self) -> None:
        """Another number is meant now: what was said of the one that failed goes, and it is not asked for again."""
        if self._shown.result is None and not self._runner.is_busy:
            self._asked = None
            self._window.forget_failure()

    def _put_number(self, number: str) -> None:
        self._number = number
        self._window.set_number(number)

    def _replace_number(self, number: str) -> None:
        # While a large family grows, the next number may be typed already: that must stay.
        self._window.replace_number(self._number, number)
        self._number = number

    def _take(self, result: LookupResult) -> None:
        # What has been revealed is hidden at once.
        self._has_grown = self._shown.result is not None and not self._shown.is_revealing
        self._file(result)
        self._shown.fetched(result)
        self._has_grown = False

    def _file(self, result: LookupResult) -> None:
        """Give the result its place in the history."""
        visit = Visit(result)
        if self._is_revisit or self._shown.result is not None:
            self._history = self._history.updated(visit)
        else:
            # The places in it stand for others from now on.
            self._close_history()
            self._history = self._history.visited(visit)
        self._is_revisit = False
        self._tell_navigation()

    def _show_graph(self) -> None:
        """Only when it is seen: it takes all results of the session together."""
        if not self._window.shows_graph:
            return
        graph = self._shown.graph_with([visit.result for visit in self._history.visits])
        if graph is None:
            return
        self._graph_numbers = graph.numbers
        self._window.show_family_graph(graph.view)

    def _history_menu(self) -> "HistoryMenu":
        if self._menu is None:
            from familieopslag.ui.history_menu import HistoryMenu

            self._menu = HistoryMenu(self._window)
            self._menu.chosen.connect(self._on_visit_chosen)
        return self._menu

    def _close_history(self) -> None:
        if self._menu is not None:
            self._menu.forget()

    def _forget_screen(self) -> None:
        self._busy.stop()
        if self._shown.result is not None:
            self._history = self._history.left()
        self._shown.forget()
        self._graph_numbers = ()
        self._is_revisit = False
        self._tell_navigation()

    def _tell_navigation(self) -> None:
        self._window.set_navigation(self._history.can_go_back, self._history.can_go_forward)
