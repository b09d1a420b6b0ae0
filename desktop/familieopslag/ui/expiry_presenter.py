"""Tells in time that the municipality's certificate is going to end: in the status bar, and in a notice at start."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QObject, QTimer, Slot

from familieopslag.domain import faults
from familieopslag.domain.certificates import CertificateFacts, Reminder, reminder_of
from familieopslag.domain.faults import FaultReport
from familieopslag.presentation.certificate import countdown_text, reminder_text
from familieopslag.presentation.failures import present_failure
from familieopslag.ui.main_window import MainWindow
from familieopslag.ui.notice_strip import NoticeStrip
from familieopslag.ui.status_line import Fact
from familieopslag.ui.translation import translate
from familieopslag.worker.lookup_runner import LookupRunner

_HOUR_MS = 3_600_000
"""A timer of a day would miss days on which the computer sleeps."""


class ExpiryPresenter(QObject):
    """Knows the certificate of the lookup that was opened last. Remembers nothing beyond the session.

    A notice that has been closed comes again when the next reminder is due, or at the next start.
    """

    def __init__(
        self,
        window: MainWindow,
        runner: LookupRunner,
        *,
        today: Callable[[], date] = lambda: datetime.now().astimezone().date(),
    ) -> None:
        super().__init__(window)
        self._window = window
        self._today = today
        self._certificate: CertificateFacts | None = None
        self._told = Reminder.NONE
        self._strip: NoticeStrip | None = None
        self._timer = QTimer(self, interval=_HOUR_MS)
        self._timer.timeout.connect(self.check)
        self.watch(runner)

    def watch(self, runner: LookupRunner) -> None:
        """Hear of the certificates that this runner's lookups are opened with."""
        runner.opened.connect(self._on_opened)
        runner.not_opened.connect(self._on_not_opened)

    @Slot()
    def check(self) -> None:
        """What there is to tell today."""
        if self._certificate is None:
            return
        left = self._certificate.days_left(self._today())
        self._window.tell_fact(Fact.CERTIFICATE, countdown_text(left, translate))
        reminder = reminder_of(left)
        if reminder is not self._told and reminder is not Reminder.NONE:
            words = reminder_text(self._certificate, left, translate)
            self._ready_strip().say(words)
            self._window.announce(words)
        if reminder is Reminder.NONE and self._strip is not None:
            # Renewed, or over: what was said is not so any more.
            self._strip.clear()
        self._told = reminder

    @Slot(object)
    def _on_opened(self, certificate: CertificateFacts | None) -> None:
        self._certificate = certificate
        if certificate is None:
            self._timer.stop()
            self._window.tell_fact(Fact.CERTIFICATE, "")
            return
        self._timer.start()
        self.check()

    @Slot(object)
    def _on_not_opened(self, report: FaultReport) -> None:
        """An end that has come is told before somebody has typed a number in vain; other faults wait for that."""
        if report.fault is faults.CERTIFICATE_EXPIRED:
            self._window.tell_fact(Fact.CERTIFICATE, countdown_text(-1, translate))
            self._window.show_message(present_failure(report, datetime.now().astimezone(), translate))

    def _ready_strip(self) -> NoticeStrip:
        if self._strip is None:
            self._strip = NoticeStrip()
            self._window.add_strip(self._strip)
        return self._strip
