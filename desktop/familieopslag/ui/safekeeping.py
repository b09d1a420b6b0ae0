"""What guards the person on the screen, put together for one window: copying, printing, clearing."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from familieopslag.domain.clearing import ClearReason
from familieopslag.domain.errand import Errand
from familieopslag.domain.privacy import PrivacySettings
from familieopslag.presentation.environment import EnvironmentView
from familieopslag.ui.clearing_presenter import ClearingPresenter
from familieopslag.ui.clipboard import ClipboardGuard
from familieopslag.ui.export_presenter import ExportPresenter
from familieopslag.ui.idle_watch import IdleWatch
from familieopslag.ui.main_window import MainWindow
from familieopslag.ui.on_record import OnRecord
from familieopslag.ui.presenter import LookupPresenter
from familieopslag.ui.print_presenter import PrintPresenter
from familieopslag.ui.session_lock import SessionLock
from familieopslag.ui.shown import ShownPerson
from familieopslag.ui.status_line import Fact
from familieopslag.worker.journal_runner import JournalRunner
from familieopslag.worker.patience import PATIENCE_MS
from familieopslag.worker.print_runner import PrintRunner


class Safekeeping(QObject):
    """Made after the first paint. Its threads end with `shut_down`."""

    cleared = Signal(object)
    """The ClearReason: everything of anybody is gone."""
    locked = Signal()
    """The desk was left: what the user is about has to be asked again."""

    def __init__(
        self,
        window: MainWindow,
        shown: ShownPerson,
        lookups: LookupPresenter,
        journal: JournalRunner,
        privacy: PrivacySettings,
        *,
        user: str,
        environment: EnvironmentView,
        errand: Callable[[], Errand] = Errand,
        clipboard: ClipboardGuard | None = None,
        idle: IdleWatch | None = None,
        lock: SessionLock | None = None,
        printing: PrintRunner | None = None,
    ) -> None:
        """`user`: who is signed in, as the audit log names them. The last four are made here unless they are given."""
        super().__init__(window)
        self._clipboard = clipboard or ClipboardGuard(self)
        self._idle = idle or IdleWatch(privacy.idle_minutes, self)
        self._lock = lock or SessionLock(window)
        self._printing = printing or PrintRunner(parent=self)
        on_record = OnRecord(window, shown, journal, errand)
        ExportPresenter(window, shown, on_record, self._clipboard, privacy)
        PrintPresenter(
            window,
            shown,
            on_record,
            self._printing,
            privacy,
            user=user,
            environment=environment,
            errand=errand,
        )
        self._clearing = ClearingPresenter(
            window,
            shown,
            lookups,
            journal,
            self._clipboard,
            self._idle,
            self._lock,
            idle_minutes=privacy.idle_minutes,
            errand=errand,
        )
        self._clearing.cleared.connect(self.cleared)
        self._clearing.locked.connect(self.locked)
        window.tell_fact(Fact.USER, user)

    def start(self) -> None:
        """Begin to watch; the window has been shown."""
        self._idle.start()
        self._lock.start()

    def clear(self, reason: ClearReason) -> None:
        """Everything of anybody goes."""
        self._clearing.clear(reason)

    def shut_down(self, patience_ms: int = PATIENCE_MS) -> bool:
        """Stop the threads. False: a printer hangs; leave with `lookup_runner.leave_at_once`."""
        self._lock.shut_down()
        return self._printing.shut_down(patience_ms)
