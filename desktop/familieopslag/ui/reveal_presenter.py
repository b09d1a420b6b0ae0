"""Showing what protection hides: asked for, put on record, shown of one person for a while, and hidden again."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, Slot

from familieopslag.domain import faults
from familieopslag.domain.accountability import AuditEntry, AuditEvent
from familieopslag.domain.errand import Errand
from familieopslag.domain.faults import FaultReport
from familieopslag.domain.person import LookupResult
from familieopslag.domain.privacy import PrivacySettings
from familieopslag.domain.protection import Visibility
from familieopslag.domain.revealing import RevealReason
from familieopslag.presentation.failures import present_failure
from familieopslag.presentation.reveal import present_question
from familieopslag.ui.attention import AttentionWatch
from familieopslag.ui.countdown import Countdown
from familieopslag.ui.errand_presenter import ErrandPresenter
from familieopslag.ui.main_window import MainWindow
from familieopslag.ui.reveal_dialog import RevealDialog
from familieopslag.ui.reveal_strip import RevealStrip
from familieopslag.ui.shown import ShownPerson
from familieopslag.ui.translation import translate
from familieopslag.worker.journal_runner import Deed, JournalRunner

_WARNED_AT = 20
"""Seconds before the end at which a screen reader is told how to put it off (WCAG 2.2.1)."""
_EXTENSION = "forlænget"
_WITHOUT_NUMBER = "pårørende uden nummer"


@dataclass(frozen=True, slots=True, eq=False)
class _Wish:
    """Whose data is to be shown, why, and on which occasion that was wanted."""

    occasion: object | None
    relative: int | None
    reason: RevealReason
    errand: Errand


class RevealPresenter(QObject):
    """Nothing is shown before its record is on disk, nor when somebody else is on the screen by then."""

    def __init__(
        self,
        window: MainWindow,
        shown: ShownPerson,
        journal: JournalRunner,
        errands: ErrandPresenter,
        privacy: PrivacySettings,
        *,
        countdown: Countdown | None = None,
        attention: AttentionWatch | None = None,
    ) -> None:
        """`countdown` and `attention`: with a test's own clock."""
        super().__init__(window)
        self._window = window
        self._shown = shown
        self._journal = journal
        self._errands = errands
        self._privacy = privacy
        self._dialog: RevealDialog | None = None
        self._asked_about: tuple[object | None, int | None] = (None, None)
        """The occasion, and whose data the dialog is about."""
        self._awaited: tuple[Deed, _Wish] | None = None
        self._current: _Wish | None = None
        """What is shown now."""
        self._strip: RevealStrip | None = None
        self._countdown = countdown or Countdown(self)
        self._countdown.ticked.connect(self._on_ticked)
        self._countdown.ended.connect(self._on_time_up)
        self.attention = attention or AttentionWatch(window)
        self.attention.lost.connect(self._on_attention_lost)
        window.command("reveal").triggered.connect(self._on_command)
        window.reveal_requested.connect(self._on_reveal_requested)
        window.conceal_requested.connect(self.conceal)
        window.closing.connect(self.conceal)
        shown.changed.connect(self._on_changed)
        for gone in (shown.forgotten, shown.telephone_changed, shown.withheld):
            gone.connect(self._on_gone)
        journal.recorded.connect(self._on_recorded)
        journal.refused.connect(self._on_refused)

    @Slot()
    def conceal(self) -> None:
        """Hide what is revealed, and reveal nothing that is being asked for or recorded. Can be called at any time."""
        self._withdraw()
        self._hide()

    @Slot()
    def _on_time_up(self) -> None:
        self._hide()

    @Slot()
    def _on_attention_lost(self) -> None:
        """The question stays: the case number may be what the caseworker has gone to look for."""
        self._hide()

    @Slot()
    def _on_command(self) -> None:
        """By key: the relative that the keyboard is on, else the person, else the relative that was chosen."""
        relative, has_keyboard = self._window.chosen_relative()
        current = self._current
        if relative is None or not (self._is_hidden(relative) or (current and current.relative == relative)):
            self._ask(None)
        elif has_keyboard or (current is None and not self._is_hidden(None)):
            self._ask(relative)
        else:
            self._ask(None)

    @Slot(object)
    def _on_reveal_requested(self, relative: int | None) -> None:
        self._ask(relative)

    def _is_hidden(self, relative: int | None) -> bool:
        """Whether there is something to reveal; never of a holder of custody, who is in no row of the reply."""
        decided = self._shown.visibility
        if decided is None or (relative is not None and relative >= len(decided.relatives)):
            return False
        return decided.verdict_on(relative).can_be_revealed

    def _ask(self, relative: int | None) -> None:
        """Open the question, or say why not."""
        result, decided = self._shown.result, self._shown.visibility
        if self._shown.is_telephone:
            self._window.tell(self.tr("Slå telefonvisning fra med F8 for at vise beskyttede oplysninger."))
        elif self._current is not None and not self._is_hidden(relative):
            self._extend()
        elif result is None or decided is None or not self._is_hidden(relative):
            self._window.tell(self.tr("Der er ingen skjulte oplysninger at vise."))
        elif not self._privacy.reveal:
            self._refuse(FaultReport(faults.FORBIDDEN_BY_POLICY, str(uuid.uuid4())))
        elif self._shown.is_growing:
            # Which place in the list is whose is not settled before.
            self._window.tell(self.tr("Vent, til hele familien er hentet."))
        elif self._dialog is None and self._awaited is None:
            self._open(result, decided, relative)

    def _open(self, result: LookupResult, decided: Visibility, relative: int | None) -> None:
        question = present_question(result, decided, relative, self._privacy, translate)
        self._asked_about = self._shown.occasion, relative
        self._dialog = RevealDialog(question, self._errands.errand.case_number, self._window)
        self._dialog.accepted.connect(self._on_accepted)
        self._dialog.rejected.connect(self._on_rejected)
        self._dialog.open()

    @Slot()
    def _on_accepted(self) -> None:
        dialog = self._dialog
        occasion, relative = self._asked_about
        self._drop_dialog()
        if dialog is None or dialog.reason is None or occasion is not self._shown.occasion:
            return
        errand = Errand(self._errands.errand.purpose, dialog.case_number)
        self._record(_Wish(occasion, relative, dialog.reason, errand))

    @Slot()
    def _on_rejected(self) -> None:
        self._drop_dialog()

    @Slot()
    def _extend(self) -> None:
        if self._current is not None and self._awaited is None:
            self._record(self._current, _EXTENSION)

    def _record(self, wish: _Wish, *remarks: str) -> None:
        result, decided = self._shown.result, self._shown.visibility
        if result is None or decided is None:
            return
        subject = result.person.cpr
        if wish.relative is not None:
            number = result.number_of(wish.relative)
            # Nobody can be found by a number that they have not got: the record is about whose family it is.
            subject, remarks = (
                (number, remarks) if number is not None else (subject, (*remarks, _WITHOUT_NUMBER))
            )
        entry = AuditEntry(
            AuditEvent.REVEALED,
            subject=subject,
            errand=wish.errand,
            protection=decided.verdict_on(wish.relative).protection.value,
            correlation_id=result.correlation_ids[0] if result.correlation_ids else "",
            details=(wish.reason.value, *remarks),
        )
        self._await((self._journal.record(entry), wish))
        self._window.set_status(self.tr("Skriver i loggen …"))

    @Slot(object)
    def _on_recorded(self, deed: Deed) -> None:
        if self._awaited is None or deed is not self._awaited[0]:
            return
        wish = self._awaited[1]
        self._await(None)
        if wish.occasion is not self._shown.occasion:
            return
        if wish is self._current:
            self._countdown.extend(self._privacy.reveal_seconds)
            self._window.tell(
                self.tr("Vises {seconds} sekunder længere.").format(seconds=self._privacy.reveal_seconds)
            )
        else:
            self._show(wish)

    @Slot(object, object)
    def _on_refused(self, deed: Deed, report: FaultReport) -> None:
        if self._awaited is not None and deed is self._awaited[0]:
            self._await(None)
            self._window.set_status(self.tr("Det kunne ikke logges og er derfor ikke gjort."))
            self._refuse(report)

    def _show(self, wish: _Wish) -> None:
        self._shown.reveal(wish.relative)
        if not self._shown.is_revealing:
            return
        self._current = wish
        self._tell_window()
        strip = self._ready_strip()
        strip.show_reveal(is_relative=wish.relative is not None)
        self._countdown.start(self._privacy.reveal_seconds)
        self._window.tell(
            self.tr("Beskyttede oplysninger vises i {seconds} sekunder. Tryk Esc for at skjule dem.").format(
                seconds=self._privacy.reveal_seconds
            )
        )

    @Slot(int)
    def _on_ticked(self, seconds: int) -> None:
        if self._strip is not None:
            self._strip.show_time(seconds)
        if seconds == _WARNED_AT:
            self._window.announce(
                self.tr("Skjules om {seconds} sekunder. Tryk Ctrl+Skift+B for at vise dem længere.").format(
                    seconds=seconds
                )
            )

    @Slot(object)
    def _on_changed(self, _view: object) -> None:
        """Another view is shown: of somebody else, or of the same person, hidden again."""
        if not self._shown.is_revealing:
            self._on_gone()

    @Slot()
    def _on_gone(self) -> None:
        """Whoever was revealed is hidden or off the screen."""
        self._stop()
        wanted_on = self._asked_about[0] if self._awaited is None else self._awaited[1].occasion
        if wanted_on is not self._shown.occasion:
            self._withdraw()

    def _hide(self) -> None:
        was_revealing = self._shown.is_revealing
        self._stop()
        self._shown.conceal()
        if was_revealing:
            self._window.tell(self.tr("Beskyttede oplysninger er skjult igen."))

    def _stop(self) -> None:
        """Count no more."""
        self._current = None
        self._countdown.stop()
        self._tell_window()
        if self._strip is None or self._strip.isHidden():
            return
        had_keyboard = self._window.focusWidget() in self._strip.buttons
        self._strip.hide()
        if had_keyboard:
            self._window.take_focus()

    def _withdraw(self) -> None:
        """Want nothing that has not been shown yet."""
        self._await(None)
        if self._dialog is not None:
            self._dialog.reject()

    def _await(self, awaited: tuple[Deed, _Wish] | None) -> None:
        self._awaited = awaited
        self._tell_window()

    def _tell_window(self) -> None:
        """Escape is for what is shown, and for what is about to be."""
        self._window.set_revealing(revealing=self._current is not None or self._awaited is not None)

    def _drop_dialog(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None

    def _refuse(self, report: FaultReport) -> None:
        self._window.show_message(present_failure(report, datetime.now().astimezone(), translate))

    def _ready_strip(self) -> RevealStrip:
        if self._strip is None:
            self._strip = RevealStrip(self._privacy.reveal_seconds)
            self._strip.hide_requested.connect(self.conceal)
            self._strip.extend_requested.connect(self._extend)
            self._window.add_strip(self._strip)
        return self._strip
