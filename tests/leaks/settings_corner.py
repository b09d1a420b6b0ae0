"""The settings window, the first run and the question for the passphrase, opened over whoever is on the screen."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from familieopslag.domain import faults
from familieopslag.domain.faults import FaultReport
from familieopslag.system.configuration.keys import key
from familieopslag.system.setup import Setup
from familieopslag.ui.settings.bench import Bench
from familieopslag.ui.settings.dialog import SettingsDialog
from familieopslag.ui.settings.first_run import FirstRunDialog
from familieopslag.ui.settings.passphrase_dialog import PassphraseDialog
from familieopslag.ui.settings.presenter import PassphrasePresenter, SettingsPresenter
from familieopslag.worker.connection_test_runner import ConnectionTestRunner
from familieopslag.worker.lookup_runner import LookupRunner
from familieopslag.worker.task_runner import TaskRunner
from tests.gui.guarded_desk import CONTROL
from tests.gui.settings_window import RecordingTest, SettingsWindow
from tests.leaks.case import result_of
from tests.leaks.hidden import Reply, particulars_of
from tests.leaks.leak_desk import LeakDesk
from tests.leaks.window_texts import kinds_of_widgets, painted, texts_of, without_markup
from tests.support.lookups import GatedLookup
from tests.support.setups import AGREEMENT, setup_in, source_in

Dialog = TypeVar("Dialog", bound=QDialog)
_AGREEMENT_UUID = key("service", "service_agreement_uuid")
_SOON = 10_000


class SettingsCorner(SettingsWindow):
    """What app puts beside the window, over files of the test's own. Whoever sits at it opens one window at a time."""

    def __init__(self, desk: LeakDesk, folder: Path) -> None:
        self.desk = desk
        self.qtbot = desk.qtbot
        self.source = source_in(folder)
        self._bare, self._whole = folder / "bare", folder / "whole"
        for place in (self._bare, self._whole):
            place.mkdir()
        self.tasks = TaskRunner()
        self.tests = ConnectionTestRunner()
        self.test = RecordingTest()
        user = f"[service]\nenvironment = \"exttest\"\n{AGREEMENT}\n[certificate]\nfile = '{self.source}'\n"
        self.setup = setup_in(self._whole, user=user)

    def close(self) -> None:
        """Stop every thread."""
        assert self.tasks.shut_down()
        assert self.tests.shut_down()

    def walk(self) -> Iterator[str]:
        """All that the windows of the corner tell, each asked for as a user does."""
        yield from self.settings()
        yield from self.first_run()
        yield from self.question_for_passphrase()

    def settings(self) -> Iterator[str]:
        """Every page, something wrong, an import, and the question before it gets lost."""
        dialog = self._opened(self.setup, SettingsDialog)
        for page in dialog.pages:
            self.page(page.title)
            yield from self._told()
        self.page("Forbindelse")
        tried = len(self.test.tried)
        self.press("Test forbindelse")
        self.qtbot.waitUntil(lambda: len(self.test.tried) > tried, timeout=_SOON)
        self.type(_AGREEMENT_UUID, "12345")
        yield from self._told()
        self.page("Certifikat")
        self.press("Importér certifikat (.p12/.pfx) …")
        files = dialog.findChildren(QFileDialog)[0]
        files.fileSelected.emit(str(self.source))
        files.close()
        with self.qtbot.waitActive(dialog):
            dialog.activateWindow()
        yield from self._told()
        dialog.reject()
        self.question()
        yield from self._told()
        self.press("Gem ikke")
        self._leave()

    def first_run(self) -> Iterator[str]:
        """All its steps are there from the start."""
        dialog = self._opened(setup_in(self._bare), FirstRunDialog)
        yield from self._told()
        dialog.reject()
        self._leave()

    def question_for_passphrase(self) -> Iterator[str]:
        """A lookup that wants the certificate's passphrase; whoever is on the screen stays there."""
        runner = LookupRunner(GatedLookup)
        presenter = PassphrasePresenter(self.desk.window, runner, self.setup, self.tasks, self.setup.read())
        runner.failed.emit(FaultReport(faults.PASSPHRASE_MISSING, "an-id"))
        dialog = self._there(PassphraseDialog)
        self.qtbot.waitUntil(lambda: any("nøglering" in text for text in texts_of(dialog)), timeout=_SOON)
        yield from self._told()
        dialog.reject()
        presenter.deleteLater()
        assert runner.shut_down()
        self._leave()

    def _opened(self, setup: Setup, kind: type[Dialog]) -> Dialog:
        """What Ctrl+, opens."""
        window = self.desk.window
        presenter = SettingsPresenter(window, setup, self.tasks, Bench(self.tests, self.test.of))
        self._leave()
        self.qtbot.keyClick(window, Qt.Key.Key_Comma, CONTROL)
        dialog = self.dialog = self._there(kind)
        dialog.finished.connect(presenter.deleteLater)
        self.qtbot.waitUntil(lambda: not any("læses" in text for text in texts_of(dialog)), timeout=_SOON)
        return dialog

    def _there(self, kind: type[Dialog]) -> Dialog:
        """The dialog that is open, when it is."""
        self.qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), kind), timeout=_SOON)
        found = QApplication.activeModalWidget()
        assert isinstance(found, kind)
        return found

    def _leave(self) -> None:
        """Be at the window behind."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        with self.qtbot.waitActive(self.desk.window):  # which a window manager would see to
            self.desk.window.activateWindow()

    def _told(self) -> Iterator[str]:
        """By every window that is open, but for the one behind."""
        self.desk.kinds |= kinds_of_widgets()
        for top in QApplication.topLevelWidgets():
            if top is not self.desk.window and top.isVisible():
                yield from map(without_markup, texts_of(top))
                yield from painted(top)


Walk = Callable[[SettingsCorner], Iterable[str]]


def leaks_in_settings(
    desk: LeakDesk, replies: Iterable[Reply], folder: Path, walk: Walk = SettingsCorner.walk
) -> set[str]:
    """What the corner tells of anybody in `replies`, each on the screen behind it in turn, protected or not."""
    corner, found = SettingsCorner(desk, folder), set[str]()
    try:
        nobody = set(walk(corner))
        for reply in replies:
            desk.show(result_of(reply))
            told = set(walk(corner))
            # To the letter what is told with nobody on the screen, so it cannot tell of whoever is.
            found |= particulars_of((reply,)).found_in(told, own_words=nobody) | (told - nobody)
    finally:
        corner.close()
    return found
