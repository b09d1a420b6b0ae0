"""What leaves the screen leaves in this order: the rules, a confirmation where one is demanded, the record, the deed.

While the record is being written, the person may have been cleared away, hidden again or replaced. So the rules are
asked once more before the deed, and only the very same thing may leave.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject, Slot

from familieopslag.domain.accountability import AuditEntry, AuditEvent
from familieopslag.domain.cpr import Cpr
from familieopslag.domain.errand import Errand
from familieopslag.domain.faults import FaultReport
from familieopslag.presentation.export import LETTER_ONLY, Refusal
from familieopslag.presentation.view_models import PersonView
from familieopslag.ui.confirmation import Confirmation
from familieopslag.ui.main_window import MainWindow
from familieopslag.ui.shown import ShownPerson
from familieopslag.ui.translation import translate
from familieopslag.worker.journal_runner import Deed, JournalRunner


class Leaving(Protocol):
    """Something that the rules let go: presentation's Export or Printout."""

    @property
    def what(self) -> str:
        """Words for the audit log."""

    @property
    def confirm(self) -> str:
        """What has to be confirmed first, or ""."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants to take away. `make` is asked again before the deed and must tell the same then.

    `subject` and `protection`: whom it is about, for the record. `action`: words for the button that confirms.
    `deliver` gets what `make` gave, in the GUI thread, when it is on record.
    """

    event: AuditEvent
    make: Callable[[PersonView | None], "Leaving | Refusal"]
    subject: Cpr | None
    protection: str
    action: str
    deliver: "Callable[[Leaving], None]"


@dataclass(frozen=True, slots=True)
class _Pending:
    wish: Wish
    leaving: Leaving
    lookup_id: str


class OnRecord(QObject):
    """Carries wishes out for one window. One at a time is asked about; any number may be on their way to the record."""

    def __init__(
        self,
        window: MainWindow,
        shown: ShownPerson,
        journal: JournalRunner,
        errand: Callable[[], Errand],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._shown = shown
        self._journal = journal
        self._errand = errand
        self._asked: _Pending | None = None
        self._question: Confirmation | None = None
        self._pending: dict[Deed, _Pending] = {}
        journal.recorded.connect(self._on_recorded)
        journal.refused.connect(self._on_refused)
        shown.forgotten.connect(self.give_up)

    def carry_out(self, wish: Wish) -> None:
        """Start with the rules; everything else follows by itself, or the status bar says why not."""
        leaving = wish.make(self._shown.view)
        if isinstance(leaving, Refusal):
            self._window.tell(leaving.said)
            return
        pending = _Pending(wish, leaving, self._lookup_id())
        if not leaving.confirm:
            self._record(pending, "")
            return
        self._drop_question()
        self._asked = pending
        self._question = Confirmation(leaving.confirm, wish.action, self._window)
        self._question.confirmed.connect(self._on_confirmed)
        self._question.finished.connect(self._on_question_finished)
        self._question.open()

    @Slot()
    def give_up(self) -> None:
        """Nothing of what waits for an answer or a record may leave any more."""
        self._pending.clear()
        self._drop_question()

    @Slot()
    def _on_confirmed(self) -> None:
        asked = self._asked
        if asked is None:
            return
        if self._holds(asked):
            self._record(asked, LETTER_ONLY)
        else:
            self._tell_changed()

    @Slot()
    def _on_question_finished(self) -> None:
        self._question = None

    def _drop_question(self) -> None:
        self._asked = None
        if self._question is not None:
            self._question.reject()

    def _record(self, pending: _Pending, reason: str) -> None:
        wish = pending.wish
        entry = AuditEntry(
            wish.event,
            wish.subject,
            self._errand(),
            wish.protection,
            pending.lookup_id,
            details=tuple(word for word in (pending.leaving.what, reason) if word),
        )
        self._asked = None
        self._pending[self._journal.record(entry)] = pending

    @Slot(object)
    def _on_recorded(self, deed: Deed) -> None:
        pending = self._pending.pop(deed, None)
        if pending is None:
            return
        if self._holds(pending):
            pending.wish.deliver(pending.leaving)
        else:
            self._tell_changed()

    @Slot(object, object)
    def _on_refused(self, deed: Deed, report: FaultReport) -> None:
        if self._pending.pop(deed, None) is None:
            return
        self._window.tell(
            self.tr(
                "Der er ikke kopieret eller udskrevet noget, for det kan ikke logges. {action} ({code} · {id})"
            ).format(
                action=translate("faults", report.fault.action).format_map(report.values),
                code=report.fault.code,
                id=report.correlation_id,
            )
        )

    def _holds(self, pending: _Pending) -> bool:
        """Whether the same person is shown, and the rules let the very same thing go."""
        is_same = pending.lookup_id == self._lookup_id()
        return is_same and pending.wish.make(self._shown.view) == pending.leaving

    def _tell_changed(self) -> None:
        self._window.tell(
            self.tr("Det, der blev vist, er ændret. Der er ikke kopieret eller udskrevet noget.")
        )

    def _lookup_id(self) -> str:
        view = self._shown.view
        return view.origin.correlation_id if view is not None else ""
