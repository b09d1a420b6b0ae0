"""Who is on the screen, and under which decision: the one place of the window that decides and presents.

What is in here besides the result is of this session only: who has been seen to be protected, and whom somebody has
revealed. Widgets get the views that come out of here, never the result. In Telefonvisning no view of the whole result
comes out at all.
"""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from familieopslag.domain.person import Extent, LookupResult
from familieopslag.domain.protection import Rules, Visibility, decide, remember
from familieopslag.domain.seen import NOBODY, SeenProtected
from familieopslag.presentation.person import present
from familieopslag.presentation.telephone import present_for_telephone
from familieopslag.presentation.view_models import PersonView
from familieopslag.ui.translation import translate

if TYPE_CHECKING:
    from familieopslag.presentation.family_graph import FamilyGraph


def _today() -> date:
    return datetime.now().astimezone().date()


class ShownPerson(QObject):
    """Holds a result and its visibility; tells when there is another view of it, or nobody any more."""

    changed = Signal(object)
    """The PersonView to show; never in Telefonvisning."""
    telephone_changed = Signal(object)
    """The TelephoneView to show."""
    withheld = Signal()
    """Somebody has come in Telefonvisning. Nothing is shown before `tell` says that it is on record."""
    forgotten = Signal()

    def __init__(
        self, rules: Rules, parent: QObject | None = None, *, today: Callable[[], date] = _today
    ) -> None:
        super().__init__(parent)
        self._rules = rules
        self._today = today
        self._seen: SeenProtected = NOBODY
        self._result: LookupResult | None = None
        self._visibility: Visibility | None = None
        self._view: PersonView | None = None
        self._occasion: object | None = None
        self._is_telephone = False
        self._may_be_told = False

    @property
    def result(self) -> LookupResult | None:
        """The result on the screen. For presenters; nothing of it goes to a widget but through a view."""
        return self._result

    @property
    def visibility(self) -> Visibility | None:
        """The decision that the view is made by."""
        return self._visibility

    @property
    def view(self) -> PersonView | None:
        """What is shown now; None in Telefonvisning, too."""
        return self._view

    @property
    def occasion(self) -> object | None:
        """Stands for this time that somebody is on the screen: the same while a family grows, else another one."""
        return self._occasion

    @property
    def is_growing(self) -> bool:
        """Whether more of the family is still to come."""
        return self._result is not None and self._result.extent is Extent.PARTIAL

    @property
    def is_telephone(self) -> bool:
        """Whether only what may be told on the phone is shown."""
        return self._is_telephone

    @property
    def is_revealing(self) -> bool:
        """Whether something is shown that is hidden otherwise."""
        decided = self._visibility
        return decided is not None and any(v.is_revealed for v in (decided.person, *decided.relatives))

    def fetched(self, result: LookupResult) -> None:
        """`result` has come from the service: learn who is protected, and show it."""
        self._seen = remember(self._seen, result)
        self.show(result)

    def show(self, result: LookupResult) -> None:
        """Show a result of this session as it may be shown by now. Nobody in it is revealed."""
        if not self._is_continued_by(result):
            self._occasion = object()
            self._may_be_told = False
        self._result = result
        self._decide_anew()

    def reveal(self, relative: int | None) -> None:
        """Show what is hidden of the person (None) or of a relative by place. Only when that is on record.

        Whoever was revealed before is hidden again: one person at a time. Nothing is revealed in Telefonvisning.
        """
        if self._result is not None and not self._is_telephone:
            self._present(self.visibility_of(self._result).revealing(relative))

    def conceal(self) -> None:
        """Hide again what was revealed."""
        if self.is_revealing:
            self._decide_anew()

    def graph_with(self, others: Iterable[LookupResult]) -> "FamilyGraph | None":
        """The family graph round the person on the screen, with what `others` of this session tell.

        Nobody in it is revealed: it shows several replies at once. None when nobody is on the screen, and in
        Telefonvisning.
        """
        # Imported when somebody turns to the graph: until then it would only keep the first page waiting.
        from familieopslag.presentation.family_graph import present_family_graph

        shown = self._result
        if shown is None or self._is_telephone:
            return None
        readings = [(result, self.visibility_of(result)) for result in others if result is not shown]
        return present_family_graph((shown, self.visibility_of(shown)), readings, self._today(), translate)

    def turn_to_telephone(self, *, on_record: bool) -> None:
        """Show only what may be told on the phone, of everybody from now on.

        `on_record`: whether that is on record for whoever is on the screen; without it, nothing is shown of them yet.
        """
        self._is_telephone = True
        self._may_be_told = on_record
        self._decide_anew()

    def tell(self) -> None:
        """It is on record: show what may be told of whoever has come in Telefonvisning."""
        self._may_be_told = True
        self._decide_anew()

    def turn_from_telephone(self) -> None:
        """Show the whole result again, as it may be shown."""
        self._is_telephone = False
        self._decide_anew()

    def visibility_of(self, result: LookupResult) -> Visibility:
        """The decision on another result of this session, by what is known by now. Nobody in it is revealed."""
        return decide(result, self._today(), self._rules, self._seen)

    def forget(self) -> None:
        """Nobody is on the screen any more."""
        self._result = None
        self._visibility = None
        self._view = None
        self._occasion = None
        self._may_be_told = False
        self.forgotten.emit()

    def forget_session(self) -> None:
        """Nobody is on the screen, and nobody has been seen."""
        self._seen = NOBODY
        self.forget()

    def _is_continued_by(self, result: LookupResult) -> bool:
        before = self._result
        return (
            before is not None
            and before.extent is Extent.PARTIAL
            and before.correlation_ids[:1] == result.correlation_ids[:1]
        )

    def _decide_anew(self) -> None:
        if self._result is not None:
            self._present(self.visibility_of(self._result))

    def _present(self, visibility: Visibility) -> None:
        if self._result is None:
            return
        self._visibility = visibility
        self._view = None
        if not self._is_telephone:
            self._view = present(self._result, visibility, self._today(), translate, relatives_fields=False)
            self.changed.emit(self._view)
        elif self._may_be_told:
            self.telephone_changed.emit(present_for_telephone(self._result, visibility, translate))
        else:
            self.withheld.emit()
