"""The real window with the real worker against the real test service: keys, clicks, and what is on the screen."""

import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QTableView
from pytestqt.qtbot import QtBot

from familieopslag.app.window import open_window
from familieopslag.system.secrets import PASSPHRASE_VARIABLE
from familieopslag.testservice.exchange import ReceivedRequest
from familieopslag.testservice.server import LocalService
from familieopslag.ui.family_graph import FamilyGraph
from familieopslag.ui.main_window import MainWindow
from tests.support.lookups import PATIENCE
from tests.support.persons import (
    LARGE_FAMILY,
    PERSON,
    PERSON_CHILD,
    PERSON_NAME,
    PROTECTED,
    PROTECTED_SPOUSE,
    PROTECTED_STREET,
    UNKNOWN_NUMBER,
)
from tests.support.service_process import ServiceProcess
from tests.support.widgets import everything_said

pytestmark = pytest.mark.usefixtures("profile")
_SOON = 10_000


class Desk:
    """A caseworker's window, driven by keys and mouse only."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot = qtbot
        self.window = window
        self.field = next(w for w in window.findChildren(QLineEdit) if w.isVisibleTo(window))

    def type(self, number: str) -> None:
        """Type a number over whatever is in the field, and press Return."""
        self.field.setFocus()
        self.field.selectAll()
        self.qtbot.keyClicks(self.field, number)
        self.qtbot.keyClick(self.field, Qt.Key.Key_Return)

    def said(self) -> str:
        """Everything that the window tells anybody, screen readers included."""
        return everything_said(self.window)

    def wait_for(self, text: str) -> None:
        """Return when the window says `text`."""
        self.qtbot.waitUntil(lambda: text in self.said(), timeout=_SOON)

    @property
    def family(self) -> QTableView:
        """The family table."""
        return self.window.findChildren(QTableView)[0]

    def row_of(self, text: str) -> int:
        """The family row that holds `text`."""
        model = self.family.model()
        for row in range(model.rowCount()):
            cells = (model.data(model.index(row, column)) for column in range(model.columnCount()))
            if any(text in str(cell) for cell in cells):
                return row
        raise AssertionError("no such row")

    def double_click(self, row: int) -> None:
        """Double-click a family row as a hand does."""
        place: QPoint = self.family.visualRect(self.family.model().index(row, 0)).center()
        viewport = self.family.viewport()
        self.qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place)
        self.qtbot.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=place)


OpenDesk = Callable[[Path], Desk]


@pytest.fixture
def services() -> Iterator[ExitStack]:
    """Services of a test's own: they stop after the windows, which write in their profiles to the last."""
    with ExitStack() as stack:
        yield stack


@pytest.fixture
def open_desk(qtbot: QtBot, services: ExitStack) -> Iterator[OpenDesk]:
    del services  # to be there longer
    opened = []

    def open_it(profile: Path) -> Desk:
        running = open_window(profile_dir=profile)
        opened.append(running)
        with qtbot.waitActive(running.window):  # a window that is not active hears no shortcut
            running.window.show()
        return Desk(qtbot, running.window)

    yield open_it
    for running in opened:
        assert running.shut_down()


@pytest.fixture
def desk(open_desk: OpenDesk, profile: Path) -> Desk:
    return open_desk(profile)


def _formatted(number: str) -> str:
    return f"{number[:6]}-{number[6:]}"


def _masked(number: str) -> str:
    return f"{number[:6]}-••••"


def test_a_typed_number_shows_the_person(desk: Desk) -> None:
    desk.type(PERSON)
    desk.wait_for(PERSON_NAME)
    assert _formatted(PERSON) in desk.said()
    assert desk.field.text() == _formatted(PERSON)
    assert PERSON_NAME not in desk.window.windowTitle()


def test_a_double_click_on_a_relative_looks_that_person_up_once(desk: Desk, service: ServiceProcess) -> None:
    desk.type(PERSON)
    desk.wait_for(PERSON_NAME)
    before = len(service.requests)
    desk.double_click(desk.row_of(_masked(PERSON_CHILD)))
    desk.wait_for(_formatted(PERSON_CHILD))
    assert service.numbers[before:] == [PERSON_CHILD]


def test_return_on_a_relative_does_the_same(desk: Desk) -> None:
    desk.type(PERSON)
    desk.wait_for(PERSON_NAME)
    row = desk.row_of(_masked(PERSON_CHILD))
    desk.family.setFocus()
    desk.family.setCurrentIndex(desk.family.model().index(row, 0))
    desk.qtbot.keyClick(desk.family, Qt.Key.Key_Return)
    desk.wait_for(_formatted(PERSON_CHILD))


def test_the_family_graph_of_what_was_looked_up(desk: Desk, service: ServiceProcess) -> None:
    desk.type(PERSON_CHILD)
    desk.wait_for("Familie (2)")
    desk.qtbot.keyClick(desk.window, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    graph = desk.window.findChildren(FamilyGraph)[0]
    mother = next(card for card in graph.cards if _masked(PERSON) in card.accessibleName())
    assert len(graph.cards) == 3
    before = len(service.requests)
    desk.qtbot.mouseClick(mother, Qt.MouseButton.LeftButton)
    desk.qtbot.mouseDClick(mother, Qt.MouseButton.LeftButton)
    desk.wait_for("Familie (5)")
    assert service.numbers[before:] == [PERSON]
    desk.qtbot.keyClick(desk.window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    desk.wait_for("Mormor")
    assert [card.accessibleName().split(", ")[1] for card in graph.cards] == [
        "Mormor", "Mor", "Far", "Personen på skærmen", "Søskende", "Søskende",
    ]  # fmt: skip
    assert service.numbers[before:] == [PERSON]


def test_a_protected_street_is_in_no_graph(desk: Desk) -> None:
    desk.type(PROTECTED_SPOUSE)
    desk.wait_for("Skjult")
    desk.type(PROTECTED)
    desk.wait_for("NAVNE- OG ADRESSEBESKYTTELSE")
    desk.qtbot.keyClick(desk.window, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    desk.window.findChildren(QCheckBox)[0].setChecked(True)
    assert len(desk.window.findChildren(FamilyGraph)[0].cards) >= 2
    assert PROTECTED_STREET not in desk.said()
    assert PROTECTED[6:] not in desk.said()
    assert PROTECTED_SPOUSE[6:] not in desk.said()


@pytest.mark.parametrize("way", ["mouse", "keyboard"])
def test_after_a_lookup_from_the_family_nobody_is_chosen_until_the_user_comes_in(
    desk: Desk, way: str
) -> None:
    desk.type(PERSON)
    desk.wait_for(PERSON_NAME)
    row = desk.row_of(_masked(PERSON_CHILD))
    if way == "mouse":
        desk.double_click(row)
    else:
        desk.family.setFocus()
        desk.family.setCurrentIndex(desk.family.model().index(row, 0))
        desk.qtbot.keyClick(desk.family, Qt.Key.Key_Return)
    desk.wait_for(_formatted(PERSON_CHILD))
    assert desk.family.model().rowCount() > 0
    assert not desk.family.currentIndex().isValid()
    assert not desk.family.selectionModel().hasSelection()
    desk.qtbot.keyClick(desk.window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    desk.family.setFocus(Qt.FocusReason.TabFocusReason)
    assert desk.family.currentIndex().isValid()


def test_back_and_forward_show_from_memory_without_a_new_lookup(desk: Desk, service: ServiceProcess) -> None:
    desk.type(PERSON)
    desk.wait_for(PERSON_NAME)
    desk.double_click(desk.row_of(_masked(PERSON_CHILD)))
    desk.wait_for(_formatted(PERSON_CHILD))
    before = len(service.requests)
    desk.qtbot.keyClick(desk.window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    desk.wait_for(_formatted(PERSON))
    desk.qtbot.keyClick(desk.window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    desk.wait_for(_formatted(PERSON_CHILD))
    assert len(service.requests) == before


@pytest.mark.parametrize("number", [PROTECTED, PROTECTED_SPOUSE])
def test_a_protected_street_is_nowhere(desk: Desk, number: str) -> None:
    desk.type(number)
    desk.wait_for("Skjult")
    desk.wait_for("Familie")
    assert PROTECTED_STREET not in desk.said()


def test_a_protected_number_is_masked_everywhere(desk: Desk) -> None:
    desk.type(PROTECTED)
    desk.wait_for(_masked(PROTECTED))
    assert PROTECTED[6:] not in desk.said()
    assert "BESKYTTET" in desk.window.windowTitle()


def test_a_large_family_grows_on_the_screen(
    services: ExitStack, open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = threading.Event()
    service = services.enter_context(LocalService())

    def wait_until_seen(_request: ReceivedRequest) -> None:
        """Every page but the first waits until the window has been looked at, however slow the computer."""
        assert len(service.requests) == 1 or seen.wait(PATIENCE)

    service.script.before_answer = wait_until_seen
    monkeypatch.setenv(PASSPHRASE_VARIABLE, service.passphrase)
    desk = open_desk(service.profile_dir)
    desk.type(LARGE_FAMILY)
    desk.wait_for("Henter flere")
    assert len(service.requests) < 3
    assert desk.family.model().rowCount() >= 19
    seen.set()
    desk.wait_for("Familie (45)")
    assert "Henter flere" not in desk.said()
    assert [request.pnr for request in service.requests] == [LARGE_FAMILY] * 3
    # Whether he is protected was known when his own row came, with the second page.
    assert desk.field.text() == _formatted(LARGE_FAMILY)


def test_of_three_quick_lookups_the_middle_one_is_never_sent(
    services: ExitStack, open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = services.enter_context(ServiceProcess("--delay", "300"))
    monkeypatch.setenv(PASSPHRASE_VARIABLE, slow.passphrase)
    desk = open_desk(slow.profile)
    desk.type(PERSON)
    slow.wait_for_requests(1)
    desk.type(PROTECTED)
    desk.type(PERSON_CHILD)
    desk.wait_for(_formatted(PERSON_CHILD) + ",")  # in the heading, not in the field
    assert slow.numbers == [PERSON, PERSON_CHILD]


def test_after_a_cancel_a_late_reply_shows_nothing(
    services: ExitStack, open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = services.enter_context(ServiceProcess("--delay", "300"))
    monkeypatch.setenv(PASSPHRASE_VARIABLE, slow.passphrase)
    desk = open_desk(slow.profile)
    desk.type(PERSON)
    slow.wait_for_requests(1)
    desk.qtbot.keyClick(desk.window, Qt.Key.Key_Escape)
    desk.wait_for("annulleret")
    # The next lookup waits behind the late reply, so when it is here the late one has come and gone.
    desk.type(PERSON_CHILD)
    shown: list[bool] = []
    desk.qtbot.waitUntil(
        lambda: shown.append(PERSON_NAME in desk.said()) or slow.numbers == [PERSON, PERSON_CHILD],
        timeout=_SOON,
    )
    assert not any(shown)


def test_a_fault_is_told_and_the_next_lookup_works(desk: Desk) -> None:
    desk.type(UNKNOWN_NUMBER)
    desk.wait_for("Personen blev ikke fundet i CPR.")
    assert "FO-060" in desk.said()
    desk.type(PERSON)
    desk.wait_for(PERSON_NAME)
    assert "FO-060" not in desk.said()


@pytest.mark.parametrize("typed", ["3113111111", "6112111111"])
def test_what_is_no_number_is_told_and_not_sent(desk: Desk, service: ServiceProcess, typed: str) -> None:
    before = len(service.requests)
    desk.type(typed)
    desk.wait_for("gyldigt CPR-nummer" if typed.startswith("31") else "erstatningspersonnummer")
    assert len(service.requests) == before


_START = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from familieopslag.app.window import open_window, show_until_closed
app = QApplication(sys.argv[:1])
running = open_window(Path(sys.argv[1]))
window = running.window
"""
_CLOSED_WHILE_HANGING = """
window.painted.connect(lambda: window.submitted.emit(sys.stdin.readline().strip()))
QTimer.singleShot(1500, window.close)
sys.exit(show_until_closed(running))
"""
_AT_FIRST_PAINT = """
window.painted.disconnect(running.runner.warm_up)
heavy = []
def look():
    heavy.extend(n for n in ("zeep", "requests", "lxml", "keyring", "cryptography") if n in sys.modules)
    window.close()
window.painted.connect(look)
code = show_until_closed(running)
print(heavy)
sys.exit(code)
"""


def _run(script: str, profile: Path, typed: str) -> tuple[subprocess.CompletedProcess[str], float]:
    started = time.monotonic()
    ended = subprocess.run(
        [sys.executable, "-c", _START + script, str(profile)],
        input=typed,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return ended, time.monotonic() - started


def test_closing_the_window_while_a_lookup_hangs_ends_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    with ServiceProcess("--delay", "30000") as hanging:
        monkeypatch.setenv(PASSPHRASE_VARIABLE, hanging.passphrase)
        ended, seconds = _run(_CLOSED_WHILE_HANGING, hanging.profile, PERSON)
        assert hanging.numbers == [PERSON]
    assert ended.returncode == 0
    # 1.5 s until it is closed, at most 3 s from then on, and what the start took.
    assert seconds < 1.5 + 3 + 2


def test_nothing_heavy_is_loaded_when_the_window_is_painted(profile: Path) -> None:
    ended, _ = _run(_AT_FIRST_PAINT, profile, "")
    assert (ended.returncode, ended.stdout.strip()) == (0, "[]")
