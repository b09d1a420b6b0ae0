"""The question for the passphrase: asked when a lookup needs it, kept where the user says, and dropped at once."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

import keyring
import pytest
from keyring.backends import null
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton
from pytestqt.qtbot import QtBot

from familieopslag.domain import faults
from familieopslag.domain.cpr import Cpr
from familieopslag.domain.faults import FamilieopslagError, Fault
from familieopslag.domain.ports import LookupRequest
from familieopslag.presentation.environment import EnvironmentView
from familieopslag.system.secrets import PASSPHRASE_VARIABLE, SERVICE_NAME
from familieopslag.ui.main_window import MainWindow
from familieopslag.ui.settings.passphrase_dialog import PassphraseDialog
from familieopslag.ui.settings.passphrase_field import PassphraseField
from familieopslag.ui.settings.presenter import PassphrasePresenter
from familieopslag.worker.lookup_runner import LookupRunner
from familieopslag.worker.task_runner import TaskRunner
from tests.support.certificates import PHRASE
from tests.support.memory_keyring import MemoryKeyring
from tests.support.replies import invented_number
from tests.support.setups import AGREEMENT, setup_in, source_in
from tests.support.widgets import everything_said

REQUEST = LookupRequest(Cpr(invented_number()))


class Asked:
    """A window whose lookups fail for want of a passphrase, and whoever is asked."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot = qtbot
        self.fault: Fault = faults.PASSPHRASE_MISSING
        self.file = source_in(folder)
        user = f"[service]\nenvironment = \"prod\"\n{AGREEMENT}\n[certificate]\nfile = '{self.file}'\n"
        self.setup = setup_in(folder, user=user)
        self.window = MainWindow(EnvironmentView("prod", "PRODUKTION", "PRODUKTION"))
        qtbot.addWidget(self.window)
        self.window.show()
        self.runner = LookupRunner(self._fail, self.window)
        self.tasks = TaskRunner()
        PassphrasePresenter(self.window, self.runner, self.setup, self.tasks, self.setup.read())
        self.again: list[bool] = []
        self.window.command("refresh").triggered.connect(lambda: self.again.append(True))

    def _fail(self) -> NoReturn:
        raise FamilieopslagError(self.fault, "id")

    def look_up(self) -> None:
        with self.qtbot.waitSignal(self.runner.failed):
            self.runner.submit(REQUEST)

    def dialog(self, hint: str = "Adgangskoden") -> PassphraseDialog:
        found = QApplication.activeModalWidget()
        assert isinstance(found, PassphraseDialog)
        self.qtbot.waitUntil(lambda: hint in everything_said(found))
        return found

    def type(self, passphrase: str) -> None:
        field = self.dialog().findChildren(PassphraseField)[0]
        self.qtbot.waitUntil(field.isEnabled)
        field.insert(passphrase)
        self.qtbot.keyClick(field, Qt.Key.Key_Return)

    def close(self) -> None:
        assert self.runner.shut_down()
        assert self.tasks.shut_down()


@pytest.fixture
def asked(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Asked]:
    monkeypatch.delenv(PASSPHRASE_VARIABLE, raising=False)
    asked = Asked(qtbot, tmp_path)
    yield asked
    asked.close()


def _no_question() -> bool:
    return not isinstance(QApplication.activeModalWidget(), PassphraseDialog)


def test_it_is_kept_in_the_keyring_and_the_lookup_is_made_again(
    asked: Asked, memory_keyring: MemoryKeyring
) -> None:
    asked.look_up()
    dialog = asked.dialog("nøglering og aldrig i en fil")
    box = dialog.findChildren(QCheckBox)[0]
    assert box.isVisible()
    assert box.isChecked()
    asked.type("forkert")
    asked.qtbot.waitUntil(lambda: "Adgangskoden til certifikatet er forkert." in everything_said(dialog))
    assert not memory_keyring._passwords
    asked.type(PHRASE)
    asked.qtbot.waitUntil(lambda: asked.again == [True])
    assert _no_question()
    assert PHRASE in memory_keyring._passwords.values()
    assert {service for service, _ in memory_keyring._passwords} == {SERVICE_NAME}


def test_who_does_not_want_it_kept_is_asked_again_next_time(
    asked: Asked, memory_keyring: MemoryKeyring
) -> None:
    asked.look_up()
    dialog = asked.dialog("nøglering og aldrig i en fil")
    asked.qtbot.mouseClick(dialog.findChildren(QCheckBox)[0], Qt.MouseButton.LeftButton)
    assert "Adgangskoden huskes kun, til programmet lukkes." in everything_said(dialog)
    asked.type(PHRASE)
    asked.qtbot.waitUntil(lambda: asked.again == [True])
    assert not memory_keyring._passwords
    assert asked.setup.certificate(asked.file, "prod").facts.subject


def test_without_a_keyring_there_is_nothing_to_choose(asked: Asked) -> None:
    keyring.set_keyring(null.Keyring())
    asked.fault = faults.KEYRING_UNAVAILABLE
    asked.look_up()
    dialog = asked.dialog("Adgangskoden huskes kun, til programmet lukkes")
    assert not dialog.findChildren(QCheckBox)[0].isVisible()
    asked.type(PHRASE)
    asked.qtbot.waitUntil(lambda: asked.again == [True])
    asked.look_up()
    assert _no_question(), "the certificate is open, so it is something else that the keyring lacks"


def test_who_gives_up_looks_nobody_up_and_leaves_nothing_typed(asked: Asked) -> None:
    asked.look_up()
    dialog = asked.dialog()
    field = dialog.findChildren(PassphraseField)[0]
    field.insert(PHRASE)
    gone = []
    dialog.finished.connect(lambda: gone.append(field.text()))
    asked.qtbot.mouseClick(
        next(b for b in dialog.findChildren(QPushButton) if b.text() == "Annullér"), Qt.MouseButton.LeftButton
    )
    assert gone == [""]
    assert asked.again == []
    asked.look_up()
    assert not _no_question(), "the next lookup asks again"


def test_an_empty_answer_is_none(asked: Asked) -> None:
    asked.look_up()
    asked.type("")
    assert asked.again == []
    assert not _no_question()


@pytest.mark.parametrize("fault", [faults.TIMEOUT, faults.CERTIFICATE_EXPIRED, faults.NOT_FOUND])
def test_nothing_else_asks(asked: Asked, fault: Fault) -> None:
    asked.fault = fault
    asked.look_up()
    assert _no_question()


def test_one_question_at_a_time(asked: Asked) -> None:
    asked.look_up()
    first: Callable[[], PassphraseDialog] = asked.dialog
    before = first()
    asked.look_up()
    assert asked.dialog() is before
