"""A window with all that guards the person on it, driven by keys and clicks; time and record are in the test's hand."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from familieopslag.domain.errand import Errand, Purpose
from familieopslag.domain.privacy import PrivacySettings
from familieopslag.domain.protection import Rules
from familieopslag.domain.seen_words import SeenWords
from familieopslag.ui.clipboard import ClipboardGuard
from familieopslag.ui.errand_presenter import ErrandPresenter
from familieopslag.ui.idle_watch import IdleWatch
from familieopslag.ui.main_window import MainWindow
from familieopslag.ui.presenter import LookupPresenter
from familieopslag.ui.safekeeping import Safekeeping
from familieopslag.ui.session_lock import SessionLock
from familieopslag.ui.shown import ShownPerson
from familieopslag.worker.journal_runner import Deed, JournalRunner
from familieopslag.worker.lookup_runner import LookupRunner
from familieopslag.worker.print_runner import PrintRunner
from familieopslag.worker.printers import Paint, PrintingError, pdf_of
from tests.gui import widget_views as views
from tests.support.journal import GatedJournal
from tests.support.lookups import GatedLookup
from tests.support.replies import TODAY, Row, result_of
from tests.support.widgets import everything_said

ERRAND = Errand(Purpose("BORGERSERVICE", "Borgerservice"), "26/1234")
_SHIPPED = PrivacySettings()
USER = "KOMMUNE\\ab12"
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class StubPrinters:
    """Printers that keep what they are sent. `broken`: they take nothing."""

    def __init__(self) -> None:
        self.known: tuple[str, ...] = ("Kopirum 2", "Borgerservice")
        self.sent: list[tuple[str, bytes]] = []
        self.broken = False

    def names(self) -> tuple[str, ...]:
        return self.known

    def spool(self, printer: str, paint: Paint) -> None:
        if self.broken:
            raise PrintingError("stub")
        self.sent.append((printer, pdf_of(paint)))


class GuardedDesk:
    """Everything that Safekeeping puts together, on a clock that stands still until the test moves it."""

    def __init__(self, qtbot: QtBot, privacy: PrivacySettings = _SHIPPED, *, second_ms: int = 1000) -> None:
        QGuiApplication.clipboard().clear()
        self.qtbot = qtbot
        self.now = 1000.0
        self.lookup = GatedLookup()
        self.journal = GatedJournal()
        self.printers = StubPrinters()
        self.window = MainWindow(views.ENVIRONMENT)
        qtbot.addWidget(self.window)
        self.seen = SeenWords()
        self.runner = LookupRunner(lambda: self.lookup, hear=self.seen.add)
        self.records = JournalRunner(lambda: self.journal)
        self.shown = ShownPerson(Rules(), self.window, today=lambda: TODAY)
        self.errands = ErrandPresenter(self.window)
        self.presenter = LookupPresenter(
            self.window, self.runner, self.shown, self.errands, modulus_hint=False
        )
        self.clipboard = ClipboardGuard(second_ms=second_ms)
        self.idle = IdleWatch(privacy.idle_minutes, clock=lambda: self.now)
        self.lock = SessionLock(self.window)
        self.printing = PrintRunner(lambda: self.printers)
        self.safekeeping = Safekeeping(
            self.window,
            self.shown,
            self.presenter,
            self.records,
            privacy,
            user=USER,
            environment=views.ENVIRONMENT,
            errand=lambda: ERRAND,
            clipboard=self.clipboard,
            idle=self.idle,
            lock=self.lock,
            printing=self.printing,
        )
        # Last to be told, so that whoever waited for the record has acted by then.
        self.recorded: list[Deed] = []
        self.records.recorded.connect(self.recorded.append)
        with qtbot.waitSignal(self.window.painted):
            self.window.show_idle()
            self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.idle.start()

    def close(self) -> None:
        """Stop every thread."""
        self.journal.open_gate()
        self.lookup.open(*self.lookup.asked)
        self.window.close()
        assert self.safekeeping.shut_down()
        assert self.runner.shut_down()
        assert self.records.shut_down()
        QGuiApplication.clipboard().clear()

    def look_up(self, *rows: Row) -> None:
        """Type the number in the first of `rows` and wait for the person."""
        result = result_of(*rows)
        cpr = result.person.cpr
        self.lookup.results[cpr] = result
        self.lookup.open(cpr)
        with self.qtbot.waitSignal(self.runner.succeeded):
            self.type(cpr.digits)
            self.qtbot.keyClick(self.field, Qt.Key.Key_Return)

    def type(self, text: str) -> None:
        """Type over whatever is in the search field."""
        self.field.setFocus()
        self.field.selectAll()
        self.qtbot.keyClicks(self.field, text)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        self.qtbot.keyClick(QApplication.focusWidget() or self.window, key, modifiers)

    def wait_for_record(self, count: int = 1) -> None:
        """Return when so many entries have been written, and what waited for them is done."""
        self.qtbot.waitUntil(lambda: len(self.recorded) >= count)

    def advance(self, seconds: float) -> None:
        """Let time go by, and the watch look at its clock."""
        self.now += seconds
        self.idle.look()

    @property
    def field(self) -> QLineEdit:
        """The search field."""
        return next(w for w in self.window.findChildren(QLineEdit) if w.isVisibleTo(self.window))

    @property
    def family(self) -> QTableView:
        """The family table."""
        return self.window.findChildren(QTableView)[0]

    @property
    def said(self) -> str:
        """Everything that the window tells anybody."""
        return everything_said(self.window)

    @property
    def copied(self) -> str:
        """What is on the clipboard."""
        return QGuiApplication.clipboard().text(QClipboard.Mode.Clipboard)

    def label(self, text: str) -> QLabel:
        """The label that shows `text` and takes the keyboard."""
        return next(
            label
            for label in self.window.findChildren(QLabel)
            if text in label.text() and label.focusPolicy() is Qt.FocusPolicy.StrongFocus
        )

    def button(self, words: str) -> QPushButton:
        """The visible button with those words, in whichever window of the program."""
        return next(
            button
            for top in QApplication.topLevelWidgets()
            for button in top.findChildren(QPushButton)
            if button.text() == words and button.isVisible()
        )

    def click(self, words: str) -> None:
        """Click that button."""
        self.qtbot.mouseClick(self.button(words), Qt.MouseButton.LeftButton)

    def choose(self, words: str) -> None:
        """Choose from the menu that is open."""
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        action = next(a for a in menu.actions() if a.text() == words)
        self.qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())

    def cell(self, text: str, column: int = 0) -> QPoint:
        """Make the cell of the family row that holds `text` the current one; where it is."""
        model = self.family.model()
        for row in range(model.rowCount()):
            cells = [str(model.data(model.index(row, c))) for c in range(model.columnCount())]
            if any(text in told for told in cells):
                self.family.setFocus()
                self.family.setCurrentIndex(model.index(row, column))
                return self.family.visualRect(model.index(row, column)).center()
        raise AssertionError("no such row")


def dialogs() -> list[QWidget]:
    """Every dialog that can be seen."""
    return [w for w in QApplication.topLevelWidgets() if w.inherits("QDialog") and w.isVisible()]
