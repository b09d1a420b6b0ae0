"""Telefonvisning (F8): who is shown so is on record first, and nothing of the whole result is left in any widget."""

from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Slot

from familieopslag.domain.accountability import AuditEntry, AuditEvent
from familieopslag.domain.faults import FaultReport
from familieopslag.presentation.failures import present_failure
from familieopslag.presentation.view_models import TelephoneView
from familieopslag.ui.errand_presenter import ErrandPresenter
from familieopslag.ui.main_window import MainWindow
from familieopslag.ui.shown import ShownPerson
from familieopslag.ui.telephone_page import TelephonePage, TelephoneStrip
from familieopslag.ui.translation import translate
from familieopslag.worker.journal_runner import Deed, JournalRunner

_SLOW_MS = 500
"""A record that takes so long is told of."""


class TelephonePresenter(QObject):
    """Turns it on and off. While it is on, everybody who comes is put on record and then shown so."""

    def __init__(
        self, window: MainWindow, shown: ShownPerson, journal: JournalRunner, errands: ErrandPresenter
    ) -> None:
        super().__init__(window)
        self._window = window
        self._shown = shown
        self._journal = journal
        self._errands = errands
        self._awaited: tuple[Deed, object | None] | None = None
        """The record that is being written, and the occasion that it is about."""
        self._page: TelephonePage | None = None
        self._strip: TelephoneStrip | None = None
        self._slow = QTimer(self, singleShot=True, interval=_SLOW_MS)
        self._slow.timeout.connect(self._on_slow)
        self._command = window.command("telephone")
        self._command.setCheckable(True)
        self._command.triggered.connect(self._on_triggered)
        shown.withheld.connect(self._on_withheld)
        shown.changed.connect(self._on_changed)
        shown.telephone_changed.connect(self._on_telephone_changed)
        shown.forgotten.connect(self._on_forgotten)
        journal.recorded.connect(self._on_recorded)
        journal.refused.connect(self._on_refused)

    @Slot()
    def _on_triggered(self) -> None:
        if self._shown.is_telephone:
            self._turn_off()
        elif self._awaited is not None:
            # Pressed twice: it is not wanted after all.
            self._awaited = None
        elif self._shown.result is None:
            self._turn_on(on_record=False)
        else:
            # Hiding waits for nothing.
            self._shown.conceal()
            self._record()
        self._tell_command()

    @Slot()
    def _on_withheld(self) -> None:
        """Somebody has come: nothing of them, and nothing of whoever was before, is on the screen yet."""
        if self._awaited is None or self._awaited[1] is not self._shown.occasion:
            self._window.clear()
            # What was looked up has come; it is the record that is waited for.
            self._window.show_page(self._ready_page(), is_growing=self._shown.is_growing)
            self._record()

    @Slot(object)
    def _on_changed(self, _view: object) -> None:
        """Somebody else came up from memory while the first record was being written: they are to be recorded."""
        if self._awaited is not None and self._awaited[1] is not self._shown.occasion:
            self._turn_on(on_record=False)

    @Slot()
    def _on_forgotten(self) -> None:
        if self._awaited is not None:
            self._awaited = None
            if not self._shown.is_telephone:
                # A new lookup was faster than the record: the next person is the first to be shown so.
                self._turn_on(on_record=False)

    @Slot(object)
    def _on_recorded(self, deed: Deed) -> None:
        if self._awaited is None or deed is not self._awaited[0]:
            return
        self._awaited = None
        if self._shown.is_telephone:
            self._shown.tell()
        else:
            self._turn_on(on_record=True)

    @Slot(object, object)
    def _on_refused(self, deed: Deed, report: FaultReport) -> None:
        if self._awaited is None or deed is not self._awaited[0]:
            return
        self._awaited = None
        failure = present_failure(report, datetime.now().astimezone(), translate)
        if self._shown.is_telephone:
            self._shown.forget()
            self._window.show_failure(failure)
        else:
            self._window.show_message(failure)
        self._tell_command()

    @Slot(object)
    def _on_telephone_changed(self, view: TelephoneView) -> None:
        page = self._ready_page()
        said = page.show_view(view)
        self._window.show_page(page, is_growing=self._shown.is_growing)
        self._window.take_focus()
        title = self.tr("Telefonvisning")
        self._window.announce(f"{title}. {said}")

    def _record(self) -> None:
        result, decided = self._shown.result, self._shown.visibility
        if result is None or decided is None:
            return
        entry = AuditEntry(
            AuditEvent.TELEPHONE,
            subject=result.person.cpr,
            errand=self._errands.errand,
            protection=decided.person.protection.value,
            correlation_id=result.correlation_ids[0] if result.correlation_ids else "",
        )
        self._awaited = self._journal.record(entry), self._shown.occasion
        self._slow.start()

    @Slot()
    def _on_slow(self) -> None:
        words = self.tr("Skriver i loggen …")
        if self._awaited is None:
            return
        self._window.set_status(words)
        if self._shown.is_telephone:
            self._ready_page().show_waiting(words)

    def _turn_on(self, *, on_record: bool) -> None:
        self._awaited = None
        self._ready_strip().show()
        if self._shown.result is not None:
            self._window.clear()
        self._shown.turn_to_telephone(on_record=on_record)
        said = self.tr("Telefonvisning er slået til. F8 slår den fra.")
        self._window.set_status(said)
        if self._shown.result is None:
            self._window.announce(said)
        self._tell_command()

    def _turn_off(self) -> None:
        self._awaited = None
        if self._strip is not None:
            self._strip.hide()
        if self._page is not None:
            self._page.clear()
        self._window.tell(self.tr("Telefonvisning er slået fra."))
        self._shown.turn_from_telephone()
        if self._shown.result is None:
            self._window.take_focus()

    def _tell_command(self) -> None:
        """The tick in the menu follows what is, not what was pressed."""
        self._command.setChecked(self._shown.is_telephone)

    def _ready_page(self) -> TelephonePage:
        if self._page is None:
            self._page = TelephonePage()
            self._window.add_page(self._page, self._page.clear)
        return self._page

    def _ready_strip(self) -> TelephoneStrip:
        if self._strip is None:
            self._strip = TelephoneStrip()
            self._strip.leave_requested.connect(self._command.trigger)
            self._window.add_strip(self._strip)
        return self._strip
