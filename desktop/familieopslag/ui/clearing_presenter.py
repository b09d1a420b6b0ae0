"""Clears everything away: when nobody is there, when the desk is left, when the user says so, and at the end.

Clearing comes first and is recorded afterwards: what cannot be recorded is cleared all the same.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QDialog

from familieopslag.domain.accountability import AuditEntry, AuditEvent
from familieopslag.domain.clearing import ClearReason
from familieopslag.domain.errand import Errand
from familieopslag.ui.clipboard import ClipboardGuard
from familieopslag.ui.crash_dialog import CrashDialog
from familieopslag.ui.idle_warning import IdleWarning
from familieopslag.ui.idle_watch import IdleWatch
from familieopslag.ui.main_window import MainWindow
from familieopslag.ui.presenter import LookupPresenter
from familieopslag.ui.session_lock import SessionLock
from familieopslag.ui.shown import ShownPerson
from familieopslag.ui.status_line import Fact
from familieopslag.worker.journal_runner import JournalRunner


class ClearingPresenter(QObject):
    """Clears one window, its clipboard, and the session's memory."""

    cleared = Signal(object)
    """The ClearReason, when nothing is left. What else remembers something of a person forgets it now."""
    locked = Signal()
    """Whoever comes back has to say again what they are about. Comes after `cleared`."""

    def __init__(
        self,
        window: MainWindow,
        shown: ShownPerson,
        lookups: LookupPresenter,
        journal: JournalRunner,
        clipboard: ClipboardGuard,
        idle: IdleWatch,
        lock: SessionLock,
        *,
        idle_minutes: int,
        errand: Callable[[], Errand],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._shown = shown
        self._lookups = lookups
        self._journal = journal
        self._clipboard = clipboard
        self._idle = idle
        self._minutes = idle_minutes
        self._errand = errand
        self._warning = IdleWarning()
        self._is_warned = False
        window.add_strip(self._warning)
        window.command("clear_all").triggered.connect(self._on_clear_all)
        window.closing.connect(self._on_closing)
        lock.left.connect(self._on_left)
        idle.minutes_left.connect(self._on_minutes_left)
        idle.warned.connect(self._on_warned)
        idle.continued.connect(self._on_continued)
        idle.expired.connect(self._on_expired)
        self._warning.answered.connect(idle.go_on)

    def clear(self, reason: ClearReason) -> None:
        """Everything of anybody goes: screen, history, memory, typed number, dialogs, clipboard."""
        entry = self._entry(reason)
        had_something = self._has_something()
        self._hide_warning()
        _close_everything_open()
        self._lookups.forget_session()
        self._clipboard.clear()
        self._idle.rest()
        if had_something or reason is ClearReason.ASKED:
            self._journal.record(entry)
            self._window.tell(self._words(reason))
        self.cleared.emit(reason)
        if reason.left_the_desk:
            self.locked.emit()

    @Slot()
    def _on_clear_all(self) -> None:
        self.clear(ClearReason.ASKED)

    @Slot()
    def _on_closing(self) -> None:
        self.clear(ClearReason.CLOSED)

    @Slot(object)
    def _on_left(self, reason: ClearReason) -> None:
        self.clear(reason)

    @Slot(int)
    def _on_minutes_left(self, minutes: int) -> None:
        words = (
            self.tr("Rydder efter {minutes} min. uden aktivitet")
            if minutes == self._minutes
            else self.tr("Rydder om {minutes} min.")
        )
        self._window.tell_fact(Fact.CLEARING, words.format(minutes=minutes))

    @Slot(int)
    def _on_warned(self, seconds: int) -> None:
        if not self._has_something():
            self._idle.rest()
            return
        words = self._warning.show_seconds(seconds)
        self._window.tell_fact(Fact.CLEARING, self.tr("Rydder om {time}").format(time=f"0:{seconds:02d}"))
        if not self._is_warned:
            self._is_warned = True
            self._shown.conceal()
            self._window.tell(words)
            QApplication.alert(self._window)

    @Slot()
    def _on_continued(self) -> None:
        self._hide_warning()
        self._window.set_status(self.tr("Klar"))

    @Slot()
    def _on_expired(self) -> None:
        self.clear(ClearReason.IDLE)

    def _hide_warning(self) -> None:
        self._is_warned = False
        self._warning.hide()

    def _has_something(self) -> bool:
        return (
            self._shown.result is not None
            or self._lookups.remembers_anybody
            or bool(self._window.number_text)
            or self._clipboard.is_ours
        )

    def _entry(self, reason: ClearReason) -> AuditEntry:
        result, decided = self._shown.result, self._shown.visibility
        if result is None or decided is None:
            return AuditEntry(AuditEvent.CLEARED, errand=self._errand(), details=(reason.value,))
        return AuditEntry(
            AuditEvent.CLEARED,
            result.person.cpr,
            self._errand(),
            decided.person.protection.value,
            result.correlation_ids[0] if result.correlation_ids else "",
            details=(reason.value,),
        )

    def _words(self, reason: ClearReason) -> str:
        match reason:
            case ClearReason.IDLE:
                return self.tr("Ryddet pga. inaktivitet.")
            case ClearReason.LOCKED:
                return self.tr("Ryddet, fordi skærmen blev låst.")
            case ClearReason.SWITCHED:
                return self.tr("Ryddet, fordi du forlod skærmen.")
            case ClearReason.SLEEP:
                return self.tr("Ryddet, fordi computeren gik i dvale.")
            case ClearReason.FAULT:
                return self.tr("Ryddet, fordi der skete en fejl i programmet.")
            case ClearReason.ASKED | ClearReason.CLOSED:
                return self.tr(
                    "Ryddet. Der er ikke længere oplysninger om nogen på skærmen eller i historikken."
                )


def _close_everything_open() -> None:
    """Menus and dialogs: what they are about is going away. What has failed in the program is about nobody."""
    while (popup := QApplication.activePopupWidget()) is not None and popup.close():
        pass
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QDialog) and not isinstance(widget, CrashDialog) and widget.isVisible():
            widget.done(QDialog.DialogCode.Rejected)
