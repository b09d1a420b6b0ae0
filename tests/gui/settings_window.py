"""Somebody at the settings window or the first run: finds things by their words, and uses keys and clicks only."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QMessageBox,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from familieopslag.domain.connection_test import ConnectionReport, ConnectionTest, StepResult
from familieopslag.domain.ports import LookupRequest
from familieopslag.system.configuration.key import Key
from familieopslag.system.settings import Configuration, Settings
from familieopslag.system.setup import Setup
from familieopslag.ui.settings.bench import Bench, Tried
from familieopslag.ui.settings.dialog import SettingsDialog
from familieopslag.ui.settings.draft_dialog import DraftDialog
from familieopslag.ui.settings.first_run import FirstRunDialog
from familieopslag.ui.settings.passphrase_field import PassphraseField
from familieopslag.ui.settings.row import SettingRow
from familieopslag.worker.connection_test_runner import ConnectionTestRunner
from familieopslag.worker.task_runner import TaskRunner
from tests.support.certificates import PHRASE
from tests.support.widgets import everything_said

_LEFT = Qt.MouseButton.LeftButton
_SOON = 10_000
Found = TypeVar("Found", bound=QWidget)


class RecordingTest:
    """A connection test that takes no steps and remembers by which settings it would have gone."""

    def __init__(self) -> None:
        self.tried: list[Settings] = []

    def of(self, tried: Tried) -> ConnectionTest:
        self.tried.append(tried())
        return self

    def run(
        self,
        number: LookupRequest | None,
        on_step: Callable[[StepResult], None],
        is_cancelled: Callable[[], bool],
    ) -> ConnectionReport:
        del on_step, is_cancelled
        assert number is None
        return ConnectionReport(())


class SettingsWindow:
    """A dialog with its workers; close it at the end of the test."""

    def __init__(self, qtbot: QtBot, setup: Setup, *, first_run: bool = False) -> None:
        self.qtbot = qtbot
        self.setup = setup
        self.saved: list[Configuration] = []
        self.tasks = TaskRunner()
        self.tests = ConnectionTestRunner()
        self.test = RecordingTest()
        self.parent = QWidget()
        qtbot.addWidget(self.parent)
        kind = FirstRunDialog if first_run else SettingsDialog
        bench = Bench(self.tests, self.test.of)
        self.dialog: DraftDialog = kind(setup.read(), setup, self.tasks, bench, self.parent)
        self.dialog.saved.connect(self.saved.append)
        self.finished: list[int] = []
        self.dialog.finished.connect(self.finished.append)
        self.parent.show()
        with qtbot.waitActive(self.dialog):
            self.dialog.open()

    def close(self) -> None:
        """Whatever is left open."""
        if not self.finished:
            self.dialog.give_up()
        assert self.tasks.shut_down()
        assert self.tests.shut_down()

    def said(self) -> str:
        """Everything in the dialog."""
        return everything_said(self.dialog)

    def wait_for(self, words: str) -> None:
        """Return when the dialog says them."""
        self.qtbot.waitUntil(lambda: words in self.said(), timeout=_SOON)

    def wait_until_saved(self) -> Configuration:
        """Return when everything is in force."""
        self.qtbot.waitUntil(lambda: bool(self.saved), timeout=_SOON)
        return self.saved[0]

    def page(self, title: str) -> None:
        """Choose a page, as the arrow keys do."""
        pages = self.dialog.findChildren(QListWidget)[0]
        place = next(n for n in range(pages.count()) if pages.item(n).text().endswith(title))
        pages.setFocus()
        self.qtbot.keyClick(pages, Qt.Key.Key_Home)
        for _ in range(place):
            self.qtbot.keyClick(pages, Qt.Key.Key_Down)

    def row(self, key: Key) -> SettingRow:
        """The row of a setting."""
        return next(row for row in self.dialog.findChildren(SettingRow) if row.key is key)

    def type(self, key: Key, text: str) -> None:
        """Type over what stands in the row."""
        field = self.row(key).findChildren(QLineEdit)[0]
        field.setFocus()
        field.selectAll()
        self.qtbot.keyClick(field, Qt.Key.Key_Delete)
        self.qtbot.keyClicks(field, text)

    def choose(self, key: Key, words: str) -> None:
        """Click on a choice of the row."""
        from PySide6.QtCore import QPoint
        from PySide6.QtWidgets import QAbstractButton

        button = next(b for b in self.row(key).findChildren(QAbstractButton) if b.text() == words)
        self.qtbot.mouseClick(button, _LEFT, pos=QPoint(button.height() // 2, button.height() // 2))

    def press(self, words: str) -> None:
        """Click on the button with those words that can be seen."""
        self.qtbot.mouseClick(self.button(words), _LEFT)

    def button(self, words: str) -> QPushButton:
        """The one that can be seen, of this dialog or the question before it."""
        shown = QApplication.activeModalWidget() or self.dialog
        buttons = [b for b in shown.findChildren(QPushButton) if b.text() == words and b.isVisible()]
        assert len(buttons) == 1, f"{words}: {len(buttons)}"
        return buttons[0]

    def question(self) -> QMessageBox:
        """The one that is open."""
        self.qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QMessageBox))
        found = QApplication.activeModalWidget()
        assert isinstance(found, QMessageBox)
        return found

    def import_certificate(self, file: Path, passphrase: str = PHRASE) -> None:
        """Choose the file, type the passphrase, press Return."""
        self.press("Importér certifikat (.p12/.pfx) …")
        self.qtbot.waitUntil(lambda: bool(self.dialog.findChildren(QFileDialog)))
        files = self.dialog.findChildren(QFileDialog)[0]
        files.fileSelected.emit(str(file))
        files.close()
        with self.qtbot.waitActive(self.dialog):  # which a window manager would see to
            self.dialog.activateWindow()
        self.type_passphrase(passphrase)

    def choose_file(self, key: Key, file: Path) -> None:
        """Press the row's button, choose the file, and take it."""
        button = next(b for b in self.row(key).findChildren(QPushButton) if b.isVisible())
        self.qtbot.mouseClick(button, _LEFT)
        self.qtbot.waitUntil(lambda: bool(self.row(key).findChildren(QFileDialog)))
        files = self.row(key).findChildren(QFileDialog)[0]
        files.selectFile(str(file))
        buttons = files.findChildren(QDialogButtonBox)[0]
        self.qtbot.mouseClick(buttons.button(QDialogButtonBox.StandardButton.Save), _LEFT)
        with self.qtbot.waitActive(self.dialog):  # which a window manager would see to
            self.dialog.activateWindow()

    def type_passphrase(self, passphrase: str) -> None:
        """In the field that can be seen; then Return."""
        field = next(f for f in self.dialog.findChildren(PassphraseField) if f.isVisible() and f.isEnabled())
        assert field.hasFocus()
        field.insert(passphrase)  # keyClicks knows no letters beyond Latin-1's
        self.qtbot.keyClick(field, Qt.Key.Key_Return)

    def problem(self, key: Key) -> str:
        """What the row says is wrong."""
        label = self.row(key).findChild(QLabel, "problem")
        assert isinstance(label, QLabel)
        return label.text() if label.isVisibleTo(self.row(key)) else ""
