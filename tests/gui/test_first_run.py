"""The first run: four steps, each whole before the next, nothing written before the last."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QStackedWidget
from pytestqt.qtbot import QtBot

from familieopslag.system.configuration.keys import key
from familieopslag.system.secrets import PASSPHRASE_VARIABLE
from familieopslag.ui.settings.first_run import FirstRunDialog
from tests.gui.settings_window import SettingsWindow
from tests.support.certificates import NAME
from tests.support.memory_keyring import MemoryKeyring
from tests.support.setups import setup_in, source_in

Open = Callable[..., SettingsWindow]
ENVIRONMENT, ENDPOINT = key("service", "environment"), key("service", "endpoint")
UUIDS = tuple(key("service", name) for name in ("service_agreement_uuid", "user_system_uuid", "user_uuid"))
CERTIFICATE = key("certificate", "file")
_UUID = "11111111-2222-3333-4444-55555555000{}"


@pytest.fixture(autouse=True)
def no_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(PASSPHRASE_VARIABLE, raising=False)


@pytest.fixture
def open_first_run(qtbot: QtBot, tmp_path: Path) -> Iterator[Open]:
    opened: list[SettingsWindow] = []

    def open_it(policy: str | None = None) -> SettingsWindow:
        window = SettingsWindow(qtbot, setup_in(tmp_path, policy=policy), first_run=True)
        opened.append(window)
        return window

    yield open_it
    for window in opened:
        window.close()


def _step(window: SettingsWindow) -> str:
    return window.dialog.findChildren(QStackedWidget)[0].accessibleName()


def _to_the_test(window: SettingsWindow, folder: Path) -> None:
    window.choose(ENVIRONMENT, "Ekstern test")
    window.press("Næste")
    window.import_certificate(source_in(folder))
    window.wait_for("Det bruges, når du gemmer.")
    window.press("Næste")
    for number, of in enumerate(UUIDS):
        window.type(of, _UUID.format(number))
    window.press("Næste")


def test_four_steps_lead_from_nothing_to_settings_that_can_look_up(
    open_first_run: Open, tmp_path: Path
) -> None:
    window = open_first_run()
    assert _step(window) == "Trin 1 af 4: Miljø"
    _to_the_test(window, tmp_path)
    assert _step(window) == "Trin 4 af 4: Test"
    assert not (tmp_path / "profil" / "settings.toml").exists()
    window.press("Test forbindelse")
    window.qtbot.waitUntil(lambda: bool(window.test.tried))
    assert window.test.tried[0].user_uuid == _UUID.format(2)
    window.press("Gem og begynd")
    settings = window.wait_until_saved().settings()
    assert settings.environment == "exttest"
    assert settings.certificate_file.is_file()
    assert window.setup.certificate(settings.certificate_file, "exttest").facts.subject.startswith(NAME)


def test_a_step_that_is_not_whole_is_not_left(open_first_run: Open, tmp_path: Path) -> None:
    window = open_first_run()
    window.press("Næste")
    assert _step(window) == "Trin 1 af 4: Miljø"
    assert window.problem(ENVIRONMENT) == "⚠ Vælg en af mulighederne."
    window.choose(ENVIRONMENT, "Egen adresse")
    window.press("Næste")
    assert window.problem(ENDPOINT) == "⚠ Skriv servicens adresse."
    window.type(ENDPOINT, "https://gateway.example/x")
    window.press("Næste")
    assert _step(window) == "Trin 2 af 4: Certifikat"
    window.press("Næste")
    assert "Importér kommunens certifikat, før du går videre." in window.said()
    window.import_certificate(source_in(tmp_path))
    window.wait_for("Det bruges, når du gemmer.")
    window.press("Næste")
    window.type(UUIDS[0], _UUID.format(1))
    window.type(UUIDS[1], "12345")
    window.press("Næste")
    assert _step(window) == "Trin 3 af 4: UUID'er"
    assert "Skriv et UUID" in window.problem(UUIDS[1])
    assert window.problem(UUIDS[2]) == "⚠ Skal udfyldes."
    assert window.row(UUIDS[1]).findChildren(QLineEdit)[0].hasFocus()


def test_going_back_keeps_what_was_typed(open_first_run: Open) -> None:
    window = open_first_run()
    window.choose(ENVIRONMENT, "Produktion")
    window.press("Næste")
    window.press("Tilbage")
    assert window.row(ENVIRONMENT).editor.text == "prod"
    assert not window.button("Tilbage").isEnabled()


def test_return_leads_on(open_first_run: Open, qtbot: QtBot) -> None:
    window = open_first_run()
    window.choose(ENVIRONMENT, "Produktion")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert _step(window) == "Trin 2 af 4: Certifikat"


def test_what_policy_has_decided_is_shown_and_not_asked_for(open_first_run: Open, tmp_path: Path) -> None:
    lines = "".join(f"{of.name} = '{_UUID.format(n)}'\n" for n, of in enumerate(UUIDS))
    window = open_first_run(f"[locked.service]\nenvironment = 'prod'\n{lines}")
    assert "Styres af din administrator" in window.said()
    assert QApplication.focusWidget().accessibleName() == "Miljø: Produktion"
    assert "Styres af din administrator" in QApplication.focusWidget().accessibleDescription()
    window.press("Næste")
    window.import_certificate(source_in(tmp_path))
    window.wait_for("Det bruges, når du gemmer.")
    window.press("Næste")
    window.press("Næste")
    window.press("Gem og begynd")
    saved = window.wait_until_saved()
    assert saved.settings().environment == "prod"
    assert (tmp_path / "profil" / "settings.toml").read_text(encoding="utf-8").startswith("[certificate]\n")


def test_test_persons_can_be_tried_from_any_step(
    open_first_run: Open, tmp_path: Path, memory_keyring: MemoryKeyring
) -> None:
    window = open_first_run()
    window.choose(ENVIRONMENT, "Ekstern test")
    window.press("Næste")
    window.import_certificate(source_in(tmp_path))
    window.wait_for("Det bruges, når du gemmer.")
    assert isinstance(window.dialog, FirstRunDialog)
    with window.qtbot.waitSignal(window.dialog.demo_requested):
        window.press("Prøv med testpersoner")
    assert window.finished == [0]
    assert window.tasks.shut_down()
    assert not list((tmp_path / "profil").iterdir())
    assert not memory_keyring._passwords


def test_escape_asks_before_what_was_typed_gets_lost(open_first_run: Open, qtbot: QtBot) -> None:
    window = open_first_run()
    window.choose(ENVIRONMENT, "Produktion")
    qtbot.keyClick(window.dialog, Qt.Key.Key_Escape)
    window.question()
    window.press("Gem ikke")
    qtbot.waitUntil(lambda: bool(window.finished))
    assert window.finished == [0]


def test_what_cannot_be_written_is_told_and_can_be_tried_again(open_first_run: Open, tmp_path: Path) -> None:
    window = open_first_run()
    _to_the_test(window, tmp_path)
    file = tmp_path / "profil" / "settings.toml"
    file.mkdir()
    window.press("Gem og begynd")
    window.wait_for("FO-01")
    assert not window.finished
    file.rmdir()
    window.press("Gem og begynd")
    window.wait_until_saved()
