"""The connection test in its dialog: each step as it is taken, by keys and clicks, in a thread of its own."""

import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from familieopslag.domain.connection_test import Step
from familieopslag.domain.errand import Errand, Purpose
from familieopslag.domain.ports import Origin
from familieopslag.presentation.environment import EnvironmentView
from familieopslag.ui.connection_step_row import ConnectionStepRow
from familieopslag.ui.connection_test_command import ConnectionTestCommand
from familieopslag.ui.connection_test_dialog import ConnectionTestDialog
from familieopslag.ui.connection_test_panel import ConnectionTestPanel
from familieopslag.ui.connection_test_presenter import ConnectionTestPresenter
from familieopslag.ui.main_window import MainWindow
from familieopslag.worker.connection_test_runner import ConnectionTestRunner
from tests.support.connection_tests import FAULT_ID, GatedConnectionTest
from tests.support.persons import PERSON
from tests.support.widgets import everything_heard, everything_said

_LEFT = Qt.MouseButton.LeftButton
_CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
ERRAND = Errand(Purpose("SOCIAL", "Socialsag"), "26/1")


class _Desk:
    """The window with the command, and a test that takes a step when it is let."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.test = GatedConnectionTest()
        self.errand: Errand | None = ERRAND
        environment = EnvironmentView("exttest", "EKSTERN TEST", "EKSTERN TEST – kun testpersoner")
        self.window = MainWindow(environment)
        qtbot.addWidget(self.window)
        self.command = ConnectionTestCommand(self.window, lambda: self.test, environment, lambda: self.errand)
        with qtbot.waitActive(self.window):
            self.window.show()

    def open(self) -> None:
        """Ctrl+Shift+T."""
        self.qtbot.keyClick(self.window, Qt.Key.Key_T, _CONTROL_SHIFT)
        self.qtbot.waitUntil(self.dialog.isVisible)

    @property
    def dialog(self) -> ConnectionTestDialog:
        return self.window.findChildren(ConnectionTestDialog)[0]

    @property
    def panel(self) -> ConnectionTestPanel:
        return self.dialog.panel

    @property
    def presenter(self) -> ConnectionTestPresenter:
        return self.panel.findChildren(ConnectionTestPresenter)[0]

    @property
    def field(self) -> QLineEdit:
        return self.panel.findChildren(QLineEdit)[0]

    @property
    def said(self) -> str:
        return everything_said(self.dialog)

    def button(self, words: str) -> QPushButton:
        return next(b for b in self.dialog.findChildren(QPushButton) if b.text() == words)

    def click(self, words: str) -> None:
        self.qtbot.mouseClick(self.button(words), _LEFT)

    def whole_test(self, start: Callable[[], None] | None = None) -> None:
        """Start one and let it end."""
        with self.qtbot.waitSignal(self.presenter.finished):
            (start or (lambda: self.click("Test forbindelse")))()
            self.test.let()

    def take_one_step(self) -> None:
        with self.qtbot.waitSignal(self.presenter._runner.stepped):
            self.test.let(1)


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[_Desk]:
    desk = _Desk(qtbot)
    yield desk
    desk.window.set_text_size(100)
    desk.test.let(100)
    desk.window.close()
    assert desk.command.shut_down()


def test_the_dialog_names_the_steps_and_says_that_nobody_is_looked_up(desk: _Desk) -> None:
    desk.open()
    assert "EKSTERN TEST" in desk.dialog.windowTitle()
    assert "Testen slår ingen personer op, medmindre du skriver et testnummer." in desk.said
    for title in ("Indstillinger", "Navneopslag (DNS)", "Proxy", "Serviceaftale"):
        assert title in desk.said
    assert desk.test.numbers == []
    assert desk.dialog.focusWidget() is desk.panel.start_button
    assert not desk.button("Kopiér resultatet").isEnabled()


def test_return_starts_it_and_each_step_is_shown_when_it_is_taken(desk: _Desk) -> None:
    desk.open()
    desk.qtbot.keyClick(desk.panel.start_button, Qt.Key.Key_Space)
    desk.test.wait_until_waiting()
    assert "Indstillinger: prøves …" in desk.said
    desk.take_one_step()
    assert "Servicens adresse er https://service.invalid/2." in desk.said
    assert "Navneopslag (DNS): prøves …" in desk.said
    assert "Forbindelsen virker." not in desk.said
    with desk.qtbot.waitSignal(desk.presenter.finished):
        desk.test.let()
    assert "Forbindelsen virker." in desk.said
    assert "Proxy: ikke relevant" in desk.said
    assert "Ingen person er slået op." in desk.said
    assert "prøves" not in desk.said
    assert desk.test.numbers == [None]
    assert threading.get_ident() not in desk.test.threads


@pytest.mark.parametrize("step", Step)
def test_a_failing_step_is_told_with_what_to_do_and_the_rest_is_not_tried(desk: _Desk, step: Step) -> None:
    desk.test.failing = step
    desk.open()
    desk.whole_test()
    heard = everything_heard(desk.dialog)
    assert "Forbindelsen virker ikke. Testen standsede ved:" in heard
    assert f"FO-035 · Fejl-id {FAULT_ID}" in heard
    assert "Kontakt it-support. Opslag er spærret, indtil fejlen er rettet." in heard
    rows = desk.panel.findChildren(ConnectionStepRow)
    lines = [everything_heard(row) for row in rows]
    failed = list(Step).index(step)
    assert [": fejl" in line for line in lines].index(True) == failed
    assert all("ikke prøvet" in line for line in lines[failed + 1 :])
    assert not any("ikke prøvet" in line for line in lines[:failed])


def test_stopping_shows_what_was_found_out_and_takes_no_further_step(desk: _Desk) -> None:
    desk.open()
    desk.click("Test forbindelse")
    desk.test.wait_until_waiting()
    desk.take_one_step()
    desk.test.wait_until_waiting()
    desk.click("Stop testen")
    assert "Testen blev afbrudt." in desk.said
    assert "Servicens adresse er" in desk.said
    desk.test.let(1)
    assert desk.command.shut_down()
    assert desk.test.taken == [Step.SETTINGS, Step.NAME]
    assert "service.invalid har adressen" not in desk.said
    assert desk.button("Test forbindelse").isEnabled()


def test_after_stopping_it_can_be_tested_again(desk: _Desk) -> None:
    desk.open()
    desk.click("Test forbindelse")
    desk.test.wait_until_waiting()
    desk.click("Stop testen")
    desk.test.let(1)
    desk.whole_test()
    assert "Forbindelsen virker." in desk.said


def test_closing_stops_it_and_forgets_everything(desk: _Desk) -> None:
    desk.open()
    desk.click("Test forbindelse")
    desk.test.wait_until_waiting()
    desk.take_one_step()
    desk.test.wait_until_waiting()
    desk.qtbot.keyClicks(desk.field, PERSON)
    desk.qtbot.keyClick(desk.dialog, Qt.Key.Key_Escape)
    assert not desk.dialog.isVisible()
    desk.test.let(1)
    assert desk.command.shut_down()
    assert desk.test.taken == [Step.SETTINGS, Step.NAME]
    assert "service.invalid" not in desk.said


def test_the_result_is_copied_without_anything_personal(desk: _Desk) -> None:
    desk.test.failing = Step.TLS
    desk.open()
    desk.whole_test()
    desk.click("Kopiér resultatet")
    copied = QGuiApplication.clipboard().text()
    lines = copied.splitlines()
    assert lines[0].startswith("Forbindelsestest · Familieopslag ")
    assert lines[1].startswith("✓ Indstillinger: i orden.")
    assert any(line.startswith("✗ Sikker forbindelse (TLS): fejl.") for line in lines)
    assert FAULT_ID in copied
    assert "Den indeholder ingen personoplysninger" not in copied
    assert "Resultatet er kopieret." in desk.window.status


def test_a_test_number_is_looked_up_with_the_errand_and_stays_nowhere(desk: _Desk) -> None:
    desk.open()
    desk.qtbot.keyClicks(desk.field, PERSON)
    desk.whole_test(lambda: desk.qtbot.keyClick(desk.field, Qt.Key.Key_Return))
    request = desk.test.numbers[0]
    assert request is not None
    assert (request.cpr.digits, request.origin, request.errand) == (PERSON, Origin.TEST, ERRAND)
    assert "Testnummeret er slået op, og opslaget er logget." in desk.said
    assert PERSON not in desk.said
    assert len(desk.test.numbers) == 1, "Return is one test"


@pytest.mark.parametrize("typed", ["3113111111", "123"])
def test_what_is_no_number_is_told_and_nothing_is_tested(desk: _Desk, typed: str) -> None:
    desk.open()
    desk.qtbot.keyClicks(desk.field, typed)
    desk.click("Test forbindelse")
    assert "⚠ " in desk.said
    assert desk.dialog.focusWidget() is desk.field
    assert desk.test.numbers == []


def test_without_a_purpose_no_number_is_looked_up(desk: _Desk) -> None:
    desk.errand = None
    desk.open()
    desk.qtbot.keyClicks(desk.field, PERSON)
    desk.click("Test forbindelse")
    assert "Vælg først et formål" in desk.said
    assert desk.test.numbers == []
    desk.field.clear()
    desk.whole_test()
    assert desk.test.numbers == [None]


def test_a_test_that_breaks_is_a_step_that_failed(desk: _Desk) -> None:
    desk.test.breaks = True
    desk.open()
    desk.whole_test()
    assert "FO-001" in desk.said
    assert "must not be told" not in desk.said
    assert "Testen standsede ved: Indstillinger." in desk.said


def test_another_test_may_take_its_place(qtbot: QtBot) -> None:
    first, second = GatedConnectionTest(), GatedConnectionTest(Step.NAME)
    panel = ConnectionTestPanel(with_number=False)
    qtbot.addWidget(panel)
    runner = ConnectionTestRunner()
    presenter = ConnectionTestPresenter(panel, runner, lambda: first)
    panel.show()
    assert panel.findChildren(QLineEdit) == []
    assert "medmindre" not in everything_said(panel)
    for test in (first, second):
        presenter.set_test(lambda test=test: test)
        test.let()
        with qtbot.waitSignal(presenter.finished):
            presenter.start()
    assert "Testen standsede ved: Navneopslag (DNS)." in everything_said(panel)
    presenter.set_test(lambda: first)
    assert "standsede" not in everything_said(panel)
    assert runner.shut_down()


@pytest.mark.parametrize("percent", [100, 200])
def test_no_line_is_cut_off(desk: _Desk, percent: int) -> None:
    desk.window.set_text_size(percent)
    desk.test.failing = Step.AGREEMENT
    desk.open()
    desk.whole_test()
    rows = desk.panel.findChildren(ConnectionStepRow)
    desk.qtbot.waitUntil(lambda: all(row.height() >= row.heightForWidth(row.width()) for row in rows))
    assert all(row.geometry().right() <= desk.panel.width() for row in rows)
    view = desk.dialog.findChildren(QScrollArea)[0].viewport()
    end = rows[-1].rect().bottomLeft()
    desk.qtbot.waitUntil(lambda: view.rect().contains(rows[-1].mapTo(view, end)))
