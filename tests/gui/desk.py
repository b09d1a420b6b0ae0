"""A caseworker's desk: the real window and presenters, a lookup and a journal that the test holds in its hand."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot

from familieopslag.domain.cpr import Cpr
from familieopslag.domain.errand import Purpose
from familieopslag.domain.person import LookupResult
from familieopslag.domain.privacy import PrivacySettings
from familieopslag.domain.protection import Rules
from familieopslag.presentation.environment import EnvironmentView
from familieopslag.ui.attention import AttentionWatch
from familieopslag.ui.countdown import Countdown
from familieopslag.ui.errand_presenter import ErrandPresenter
from familieopslag.ui.main_window import MainWindow
from familieopslag.ui.presenter import LookupPresenter
from familieopslag.ui.reveal_dialog import RevealDialog
from familieopslag.ui.reveal_presenter import RevealPresenter
from familieopslag.ui.shown import ShownPerson
from familieopslag.ui.telephone_presenter import TelephonePresenter
from familieopslag.worker.journal_runner import JournalRunner
from familieopslag.worker.lookup_runner import LookupRunner
from tests.support.journal import GatedJournal
from tests.support.lookups import GatedLookup
from tests.support.replies import TODAY, Row, result_of
from tests.support.widgets import everything_said

_LEFT = Qt.MouseButton.LeftButton


class Clock:
    """Time that passes when the test says so."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class _Ear(QObject):
    """Hears in the GUI thread what became of records."""

    heard = Signal()

    def __init__(self, journal: JournalRunner) -> None:
        super().__init__()
        journal.recorded.connect(self._on_heard)
        journal.refused.connect(self._on_heard)

    @Slot()
    def _on_heard(self) -> None:
        self.heard.emit()


class Desk:
    """Everything of the window but the wire and the disk."""

    def __init__(
        self,
        qtbot: QtBot,
        *,
        privacy: PrivacySettings | None = None,
        purposes: Sequence[Purpose] = (),
        away_ms: int = 10_000,
    ) -> None:
        self.qtbot = qtbot
        self.lookup = GatedLookup()
        self.journal = GatedJournal()
        self.clock = Clock()
        self.window = MainWindow(EnvironmentView("demo", "DEMO", "DEMO"))
        qtbot.addWidget(self.window)
        self.runner = LookupRunner(lambda: self.lookup)
        self.records = JournalRunner(lambda: self.journal)
        self.shown = ShownPerson(Rules(), self.window, today=lambda: TODAY)
        self.errands = ErrandPresenter(self.window, purposes)
        self.lookups = LookupPresenter(self.window, self.runner, self.shown, self.errands, modulus_hint=False)
        self.telephone = TelephonePresenter(self.window, self.shown, self.records, self.errands)
        self.reveal = RevealPresenter(
            self.window,
            self.shown,
            self.records,
            self.errands,
            privacy or PrivacySettings(),
            countdown=Countdown(self.window, clock=self.clock, tick_ms=1),
            attention=AttentionWatch(self.window, away_ms=away_ms),
        )
        self._ear = _Ear(self.records)
        self.window.show_idle()
        with qtbot.waitActive(self.window):  # a window that is not active hears no shortcut
            self.window.show()

    @property
    def said(self) -> str:
        """Everything that the window tells anybody, screen readers included."""
        return everything_said(self.window)

    @property
    def field(self) -> QLineEdit:
        """The search field."""
        return next(w for w in self.window.findChildren(QLineEdit) if w.accessibleName() == "CPR-nummer")

    @property
    def table(self) -> QTableView:
        """The family."""
        return self.window.findChildren(QTableView)[0]

    @property
    def dialog(self) -> RevealDialog | None:
        """The question that is open."""
        return next((d for d in self.window.findChildren(RevealDialog) if d.isVisible()), None)

    def labels_of_dialogs(self) -> list[QLabel]:
        """Every label in a question, open or closed."""
        return [label for d in self.window.findChildren(RevealDialog) for label in d.findChildren(QLabel)]

    def spoken(self) -> list[QLabel]:
        """The labels of what may be told on the phone."""
        return self.window.findChildren(QLabel, "spoken")

    def knows(self, *rows: Row) -> Cpr:
        """Let the service know the person in the first of `rows`."""
        return self.knows_result(result_of(*rows))

    def knows_result(self, result: LookupResult) -> Cpr:
        """Let the service answer with `result`."""
        cpr = result.person.cpr
        self.lookup.results[cpr] = result
        self.lookup.open(cpr)
        return cpr

    def type(self, number: str) -> None:
        """Type a number over whatever is in the field, and press Return."""
        self.field.setFocus()
        self.field.selectAll()
        self.qtbot.keyClicks(self.field, number)
        self.qtbot.keyClick(self.field, Qt.Key.Key_Return)

    def look_up(self, *rows: Row) -> Cpr:
        """Type the number of somebody who is known from now on, and wait for them."""
        cpr = self.knows(*rows)
        with self.qtbot.waitSignal(self.runner.succeeded):
            self.type(cpr.digits)
        return cpr

    def activate(self) -> None:
        """Come back to the window, which no window manager does here when a dialog closes."""
        if not self.window.isActiveWindow():
            self.window.activateWindow()
            self.qtbot.waitUntil(self.window.isActiveWindow)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key in the window."""
        if self.dialog is None:
            self.activate()
        self.qtbot.keyClick(self.window, key, modifiers)

    def choose_purpose(self, words: str, case_number: str = "") -> None:
        """Choose a purpose by keys, and type a case number."""
        choice = self.window.findChildren(QComboBox)[0]
        choice.setFocus()
        while choice.currentText() != words:
            before = choice.currentIndex()
            self.qtbot.keyClick(choice, Qt.Key.Key_Down)
            assert choice.currentIndex() != before, "no such purpose"
        field = self.case_number
        field.setFocus()
        field.selectAll()
        self.qtbot.keyClicks(field, case_number)

    @property
    def case_number(self) -> QLineEdit:
        """The search bar's field for it."""
        return next(w for w in self.window.findChildren(QLineEdit) if w.accessibleName() == "Sagsnummer")

    def press_reveal(self) -> None:
        """Ctrl+Shift+B."""
        self.press(Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)

    def button(self, words: str, inside: QWidget | None = None) -> QAbstractButton:
        """The button that can be seen and says `words`."""
        buttons = (inside or self.window).findChildren(QAbstractButton)
        return next(b for b in buttons if b.text() == words and b.isVisible())

    def click(self, words: str, inside: QWidget | None = None) -> None:
        """Click a button."""
        self.qtbot.mouseClick(self.button(words, inside), _LEFT)

    def choose_relative(self, row: int) -> None:
        """Click a row of the family."""
        place = self.table.visualRect(self.table.model().index(row, 1)).center()
        self.qtbot.mouseClick(self.table.viewport(), _LEFT, pos=place)

    def answer(self, reason: str = "Sagsbehandling", case_number: str = "26/1234") -> None:
        """Fill the question in, say yes, and wait until that is on record or refused."""
        with self.qtbot.waitSignal(self._ear.heard):
            self.say_yes(reason, case_number)

    def say_yes(self, reason: str = "Sagsbehandling", case_number: str = "26/1234") -> None:
        """Fill the question in and say yes."""
        dialog = self.dialog
        assert dialog is not None, "nobody asks"
        radio = self.button(reason, dialog)
        self.qtbot.mouseClick(radio, _LEFT, pos=QPoint(radio.height() // 2, radio.height() // 2))
        number = dialog.findChildren(QLineEdit)[0]
        number.setFocus()
        number.selectAll()
        self.qtbot.keyClicks(number, case_number)
        self.click("Vis og log", dialog)

    def wait_for_record(self) -> None:
        """Open the gate, and return when the window has heard of the record."""
        with self.qtbot.waitSignal(self._ear.heard):
            self.journal.open_gate()

    def let_pass(self, seconds: float) -> None:
        """Let time go by."""
        self.clock.now += seconds

    def shut_down(self) -> None:
        """End the threads."""
        self.journal.open_gate()
        self.lookup.open(*self.lookup.asked)
        self.window.close()
        assert self.runner.shut_down()
        assert self.records.shut_down()
