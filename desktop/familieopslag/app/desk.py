"""Everything that works for one window: runners with their threads, presenters, guards.

Imported after the first paint.
"""

from typing import TYPE_CHECKING

from familieopslag.app.program import Program
from familieopslag.app.settings_corner import SettingsCorner
from familieopslag.domain.clearing import ClearReason
from familieopslag.domain.seen_words import SeenWords
from familieopslag.system.user import signed_in_user
from familieopslag.ui.connection_test_command import ConnectionTestCommand
from familieopslag.ui.errand_presenter import ErrandPresenter
from familieopslag.ui.expiry_presenter import ExpiryPresenter
from familieopslag.ui.main_window import MainWindow
from familieopslag.ui.package_presenter import PackagePresenter
from familieopslag.ui.presenter import LookupPresenter
from familieopslag.ui.reveal_presenter import RevealPresenter
from familieopslag.ui.safekeeping import Safekeeping
from familieopslag.ui.shown import ShownPerson
from familieopslag.ui.telephone_presenter import TelephonePresenter
from familieopslag.ui.translation import translate
from familieopslag.worker.journal_runner import JournalRunner
from familieopslag.worker.lookup_runner import LookupRunner
from familieopslag.worker.package_runner import PackageRunner
from familieopslag.worker.patience import PATIENCE_MS

if TYPE_CHECKING:
    from familieopslag.system.diagnosis.package import Source


class Desk:
    """Put together at once; nothing runs before `start`, or before it is needed."""

    def __init__(self, window: MainWindow, program: Program) -> None:
        privacy = program.configuration.privacy
        environment = program.environment.in_language(translate)
        seen = SeenWords()
        self.runner = LookupRunner(program.make_lookup, window, hear=seen.add)
        self._records = JournalRunner(program.make_journal, window)
        shown = ShownPerson(program.rules, window)
        errands = ErrandPresenter(window, program.configuration.purposes)
        lookups = LookupPresenter(
            window,
            self.runner,
            shown,
            errands,
            modulus_hint=program.environment.key != "demo",
            history=privacy.history,
        )
        RevealPresenter(window, shown, self._records, errands, privacy)
        TelephonePresenter(window, shown, self._records, errands)
        ExpiryPresenter(window, self.runner)
        self._connection = ConnectionTestCommand(window, program.make_test, environment, errands.take)
        self._safekeeping = Safekeeping(
            window,
            shown,
            lookups,
            self._records,
            privacy,
            user=signed_in_user(),
            environment=environment,
            errand=lambda: errands.errand,
        )
        self._safekeeping.locked.connect(errands.reset)
        self.settings = SettingsCorner(window, program, self.runner)
        self._packages = PackageRunner(lambda: _package_sources(program), seen, window)
        PackagePresenter(window, self._packages)

    def clear_after_fault(self) -> None:
        """Everything of anybody goes."""
        self._safekeeping.clear(ClearReason.FAULT)

    def start(self) -> None:
        """The window has been painted."""
        self.runner.warm_up()
        self._safekeeping.start()
        self.settings.start()

    def shut_down(self, patience_ms: int = PATIENCE_MS) -> bool:
        """Stop every thread; False when one has not ended yet. What waits to be recorded is written first."""
        # All of them are asked, whatever the first one says.
        return all(
            [
                self.settings.shut_down(patience_ms),
                self._safekeeping.shut_down(patience_ms),
                self._connection.shut_down(patience_ms),
                self.runner.shut_down(patience_ms),
                self._records.shut_down(patience_ms),
                self._packages.shut_down(patience_ms),
            ]
        )


def _package_sources(program: Program) -> "list[Source]":
    # Imported when somebody wants a package, in its thread: it brings much along.
    from familieopslag.app.package import package_sources

    return package_sources(program)
