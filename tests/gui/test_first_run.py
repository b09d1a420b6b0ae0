"""The first run: four steps, each whole before the next, nothing written before the last."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import keyring
import pytest
from keyring.backends import null
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QStackedWidget
from pytestqt.qtbot import QtBot

from familieopslag.domain import faults
from familieopslag.system.configuration.keys import key
from familieopslag.system.secrets import PASSPHRASE_VARIABLE
from familieopslag.ui.settings.first_run import FirstRunDialog
from tests.gui.settings_window import SettingsWindow
from tests.support.certificates import NAME
from tests.support.memory_keyring import MemoryKeyring
from tests.support.setups import setup_in, source_in

NO_SAFE_STORE = "Denne pc har ingen nøglering, som programmet kan gemme hemmeligheder sikkert i"
LOG_STEP, TEST_STEP = "Trin 4 af 5: Log", "Trin 5 af 5: Test"
Open = Callable[..., SettingsWindow]
ENVIRONMENT, ENDPOINT = key("service", "environment"), key("service", "endpoint")
UUIDS = tuple(key("service", name) for name in ("service_agreement_uuid", "user_system_uuid", "user_uuid"))
CERTIFICATE, KEY_FILE = key("certificate", "file"), key("audit", "key_file")
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
    window.qtbot.waitUntil(lambda: not _step(window).endswith("UUID'er"))


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
    window.qtbot.waitUntil(lambda: _step(window) == "Trin 4 af 4: Test")
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


@pytest.fixture
def no_keyring(memory_keyring: MemoryKeyring) -> None:
    """In place of the one of every test."""
    del memory_keyring
    keyring.set_keyring(null.Keyring())


def _settings(folder: Path) -> str:
    return (folder / "profil" / "settings.toml").read_text(encoding="utf-8")


def test_without_a_keyring_a_file_for_the_log_s_key_is_asked_for(
    open_first_run: Open, no_keyring: None, tmp_path: Path
) -> None:
    window = open_first_run()
    _to_the_test(window, tmp_path)
    assert _step(window) == LOG_STEP
    assert NO_SAFE_STORE in window.said()
    assert "4  Log" in window.said()
    assert window.row(KEY_FILE).editor.controls()[0].hasFocus()
    window.press("Næste")
    window.wait_for("Vælg en fil til loggens nøgle, før du går videre.")
    assert _step(window) == LOG_STEP
    window.press("Brug programmets mappe")
    file = tmp_path / "profil" / "audit.key"
    assert window.row(KEY_FILE).editor.text == str(file)
    window.press("Næste")
    window.qtbot.waitUntil(lambda: _step(window) == TEST_STEP)
    window.press("Gem og begynd")
    assert window.wait_until_saved().settings().audit.key_file == file
    assert not file.exists(), "it is made by whoever logs first"
    assert f'[audit]\nkey_file = "{file}"' in _settings(tmp_path)


def test_a_key_file_is_chosen_by_its_name_and_stays_as_it_is(
    open_first_run: Open, no_keyring: None, tmp_path: Path
) -> None:
    file = tmp_path / "kommunens nøgle"
    file.write_text("5" * 64 + "\n", encoding="ascii")
    file.chmod(0o600)
    window = open_first_run()
    _to_the_test(window, tmp_path)
    window.choose_file(KEY_FILE, file)
    window.press("Næste")
    window.qtbot.waitUntil(lambda: _step(window) == TEST_STEP)
    window.press("Gem og begynd")
    assert window.wait_until_saved().settings().audit.key_file == file
    assert file.read_text(encoding="ascii") == "5" * 64 + "\n"
    assert "5" * 64 not in _settings(tmp_path)


@pytest.mark.parametrize(
    ("name", "words", "fault"),
    [
        ("åben.key", "andre end dig kan læse den", faults.AUDIT_KEY_UNSAFE),
        ("brev.txt", "der står noget andet i den", faults.AUDIT_KEY_UNSAFE),
        ("findes ikke/audit.key", "Vælg en mappe, som findes", faults.AUDIT_UNWRITABLE),
    ],
)
def test_a_file_that_cannot_hold_the_key_is_not_taken(
    open_first_run: Open, no_keyring: None, tmp_path: Path, name: str, words: str, fault: faults.Fault
) -> None:
    (tmp_path / "åben.key").write_text("5" * 64, encoding="ascii")
    (tmp_path / "åben.key").chmod(0o644)
    (tmp_path / "brev.txt").write_text("Kære borger", encoding="utf-8")
    (tmp_path / "brev.txt").chmod(0o600)
    window = open_first_run()
    _to_the_test(window, tmp_path)
    window.type(KEY_FILE, str(tmp_path / name))
    window.press("Næste")
    window.wait_for(words)
    assert fault.code in window.said()
    assert _step(window) == LOG_STEP
    assert window.row(KEY_FILE).editor.controls()[0].hasFocus()
    window.type(KEY_FILE, "min.key")
    window.press("Næste")
    window.qtbot.waitUntil(lambda: _step(window) == TEST_STEP)
    window.press("Gem og begynd")
    saved = window.wait_until_saved().settings().audit.key_file
    assert saved == tmp_path / "profil" / "min.key", "it counts from the folder with the settings"


def test_a_keyring_that_is_unlocked_meanwhile_will_do(
    open_first_run: Open, no_keyring: None, memory_keyring: MemoryKeyring, tmp_path: Path
) -> None:
    window = open_first_run()
    _to_the_test(window, tmp_path)
    assert _step(window) == LOG_STEP
    keyring.set_keyring(memory_keyring)
    window.press("Næste")
    window.qtbot.waitUntil(lambda: _step(window) == TEST_STEP)
    window.press("Gem og begynd")
    assert window.wait_until_saved().settings().audit.key_file is None


def test_where_the_administrator_has_chosen_a_file_nothing_is_asked_for(
    open_first_run: Open, no_keyring: None, tmp_path: Path
) -> None:
    window = open_first_run(f"[locked.audit]\nkey_file = '{tmp_path / 'kommunens.key'}'\n")
    _to_the_test(window, tmp_path)
    assert _step(window) == "Trin 4 af 4: Test"
    assert NO_SAFE_STORE not in window.said()


@pytest.mark.parametrize(
    ("key_file", "words"),
    [
        ("", "din administrator har bestemt, at nøglen til loggen over opslag skal være i en nøglering"),
        (
            "/findes/ikke/audit.key",
            "Din administrator har bestemt, hvilken fil nøglen til loggen over opslag er",
        ),
    ],
    ids=["keyring", "file"],
)
def test_what_only_the_administrator_can_mend_is_said_and_stops_nobody(
    open_first_run: Open, no_keyring: None, tmp_path: Path, key_file: str, words: str
) -> None:
    window = open_first_run(f"[locked.audit]\nkey_file = '{key_file}'\n")
    _to_the_test(window, tmp_path)
    assert _step(window) == LOG_STEP
    assert words in window.said()
    focused = QApplication.focusWidget()
    assert "Styres af din administrator" in focused.accessibleDescription()
    window.qtbot.keyClicks(focused, "x")
    assert window.row(KEY_FILE).editor.text == key_file
    assert "Brug programmets mappe" not in [b.text() for b in _buttons(window)]
    window.press("Næste")
    window.qtbot.waitUntil(lambda: _step(window) == TEST_STEP)
    window.press("Gem og begynd")
    window.wait_until_saved()
    assert "key_file" not in _settings(tmp_path)


def _buttons(window: SettingsWindow) -> list[QPushButton]:
    return [button for button in window.dialog.findChildren(QPushButton) if button.isVisible()]


def test_whoever_goes_back_while_the_keyring_is_asked_is_not_led_on(
    open_first_run: Open, tmp_path: Path
) -> None:
    gate, is_asked = Event(), Event()

    class Slow(MemoryKeyring):
        def get_password(self, service: str, username: str) -> str | None:
            if username == "auditlog":
                is_asked.set()
                assert gate.wait(20)
            return super().get_password(service, username)

    Slow.__module__ = MemoryKeyring.__module__
    keyring.set_keyring(Slow())
    window = open_first_run()
    window.choose(ENVIRONMENT, "Ekstern test")
    window.press("Næste")
    window.import_certificate(source_in(tmp_path))
    window.wait_for("Det bruges, når du gemmer.")
    window.press("Næste")
    for number, of in enumerate(UUIDS):
        window.type(of, _UUID.format(number))
    window.press("Næste")
    window.qtbot.waitUntil(is_asked.is_set)
    window.press("Tilbage")
    with window.qtbot.waitSignal(window.tasks.succeeded):
        gate.set()
    assert _step(window) == "Trin 2 af 4: Certifikat"
    assert window.button("Næste").isEnabled()
