"""From an empty computer to a lookup, and from one set of settings to the next: the real program throughout."""

import os
import stat
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backends import null
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QListWidget,
)
from pytestqt.qtbot import QtBot

from familieopslag.app.program import configured
from familieopslag.app.window import RunningWindow
from familieopslag.system.configuration.key import Key
from familieopslag.system.configuration.keys import key
from familieopslag.system.configuration.policy import PolicyFile
from familieopslag.system.secrets import PASSPHRASE_VARIABLE
from familieopslag.ui.settings.passphrase_dialog import PassphraseDialog
from familieopslag.ui.settings.passphrase_field import PassphraseField
from familieopslag.ui.settings.row import SettingRow
from tests.support.languages import foreign_lines, language_given_back
from tests.support.persons import PERSON, PERSON_NAME, PROTECTED
from tests.support.service_process import ServiceProcess
from tests.support.widgets import everything_said

PROTECTED_NAME = "Ingrid Tranekær"
SIZE = key("view", "text_size")
_SOON = 20_000
_LEFT, _CONTROL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
Start = Callable[[Path], "Program"]


class Program:
    """The running program and whoever sits there."""

    def __init__(self, qtbot: QtBot, profile: Path) -> None:
        self.qtbot = qtbot
        self.running = RunningWindow(configured(profile))
        self.running.window.painted.connect(self.running.connect_and_warm_up)
        with qtbot.waitActive(self.running.window):
            self.running.window.show()
        self._wait_for_desk()

    def said(self) -> str:
        return everything_said(self.running.window)

    def wait_for(self, words: str) -> None:
        self.qtbot.waitUntil(lambda: words in self.said(), timeout=_SOON)

    def look_up(self, number: str) -> None:
        window = self.running.window
        field = next(f for f in window.findChildren(QLineEdit) if f.isVisibleTo(window))
        field.setFocus()
        field.selectAll()
        self.qtbot.keyClicks(field, number)
        self.qtbot.keyClick(field, Qt.Key.Key_Return)

    def wait_for_dialog(self, kind: type[QDialog] = QDialog) -> QDialog:
        self.qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), kind), timeout=_SOON)
        found = QApplication.activeModalWidget()
        assert isinstance(found, QDialog)
        return found

    def open_settings(self) -> QDialog:
        self.qtbot.keyClick(self.running.window, Qt.Key.Key_Comma, _CONTROL)
        return self.wait_for_dialog()

    def page(self, dialog: QDialog, title: str) -> None:
        pages = dialog.findChildren(QListWidget)[0]
        place = next(n for n in range(pages.count()) if pages.item(n).text() == title)
        self.qtbot.keyClick(pages, Qt.Key.Key_Home)
        for _ in range(place):
            self.qtbot.keyClick(pages, Qt.Key.Key_Down)

    def press(self, dialog: QDialog, words: str) -> None:
        buttons = [b for b in dialog.findChildren(QAbstractButton) if b.text() == words and b.isVisible()]
        assert len(buttons) == 1, words
        buttons[0].click()

    def type(self, dialog: QDialog, of: Key, text: str) -> None:
        field = _row(dialog, of).findChildren(QLineEdit)[0]
        field.selectAll()
        self.qtbot.keyClicks(field, text)

    def wait_for_another_window(self, before: object) -> None:
        self.qtbot.waitUntil(lambda: self.running.window is not before, timeout=_SOON)
        window = self.running.window
        with self.qtbot.waitActive(window):
            window.activateWindow()
        self._wait_for_desk()

    def _wait_for_desk(self) -> None:
        """Keys of a test do not wait in Qt's queue, as a user's do."""
        self.qtbot.waitUntil(lambda: self.running._desk is not None, timeout=_SOON)


def _row(dialog: QDialog, of: Key) -> SettingRow:
    return next(row for row in dialog.findChildren(SettingRow) if row.key is of)


@pytest.fixture
def start(qtbot: QtBot) -> Iterator[Start]:
    started: list[Program] = []
    points = QApplication.font().pointSizeF()

    def start_it(profile: Path) -> Program:
        started.append(Program(qtbot, profile))
        return started[-1]

    yield start_it
    for program in started:
        program.running.window.set_text_size(100)
        assert program.running.shut_down()
    assert QApplication.font().pointSizeF() == points


def _administrator(
    monkeypatch: pytest.MonkeyPatch, service: ServiceProcess, folder: Path, *, with_key: bool = True
) -> dict[str, dict[str, str]]:
    """The municipality's policy: whom to trust, and where the log's key is. The rest is for the user to say."""
    settings = tomllib.loads((service.profile / "settings.toml").read_text(encoding="utf-8"))
    folder.mkdir(mode=0o700)
    policy = folder / "policy.toml"
    lines = f"[locked.service]\nca_file = '{service.profile / settings['service']['ca_file']}'\n"
    if with_key:
        lines += f"[locked.audit]\nkey_file = '{folder / 'audit.key'}'\n"
    policy.write_text(lines, encoding="utf-8")
    policy.chmod(0o600)
    owner = os.getuid() if hasattr(os, "getuid") else 0
    source = PolicyFile(policy, owners=(0, owner))
    monkeypatch.setattr("familieopslag.system.settings.machine_policy", lambda: (source,))
    return settings


@pytest.fixture
def nothing_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """No keyring, and no passphrase in the environment."""
    monkeypatch.delenv(PASSPHRASE_VARIABLE, raising=False)
    keyring.set_keyring(null.Keyring())


@pytest.mark.parametrize("with_key", [True, False], ids=["key file by policy", "no key anywhere"])
def test_from_an_empty_computer_to_a_lookup(
    start: Start,
    service: ServiceProcess,
    nothing_kept: None,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    *,
    with_key: bool,
) -> None:
    settings = _administrator(monkeypatch, service, tmp_path / "etc", with_key=with_key)
    profile = tmp_path / "profil"
    program = start(profile)
    dialog = program.wait_for_dialog()
    assert "IKKE SAT OP" in program.said()
    program.press(dialog, "Egen adresse")
    program.type(dialog, key("service", "endpoint"), settings["service"]["endpoint"])
    program.press(dialog, "Næste")
    program.press(dialog, "Importér certifikat (.p12/.pfx) …")
    files = dialog.findChildren(QFileDialog)[0]
    files.fileSelected.emit(str(service.profile / settings["certificate"]["file"]))
    files.close()
    field = next(f for f in dialog.findChildren(PassphraseField) if f.isVisible())
    field.insert(service.passphrase)
    program.qtbot.keyClick(field, Qt.Key.Key_Return)
    program.qtbot.waitUntil(lambda: "Det bruges, når du gemmer." in everything_said(dialog), timeout=_SOON)
    program.press(dialog, "Næste")
    for name in ("service_agreement_uuid", "user_system_uuid", "user_uuid"):
        program.type(dialog, key("service", name), settings["service"][name])
    program.press(dialog, "Næste")
    if not with_key:
        program.qtbot.waitUntil(lambda: "Trin 4 af 5: Log" in everything_said(dialog), timeout=_SOON)
        program.press(dialog, "Brug programmets mappe")
        program.press(dialog, "Næste")
    program.qtbot.waitUntil(lambda: ": Test" in everything_said(dialog), timeout=_SOON)
    asked = len(service.numbers)
    program.press(dialog, "Test forbindelse")
    program.qtbot.waitUntil(lambda: "Forbindelsen virker." in everything_said(dialog), timeout=_SOON)
    assert PERSON not in service.numbers[asked:]
    before = program.running.window
    program.press(dialog, "Gem og begynd")
    program.wait_for_another_window(before)
    program.wait_for("EGEN ADRESSE")
    program.look_up(PERSON)
    program.wait_for(PERSON_NAME)
    written = b"".join(file.read_bytes() for file in profile.rglob("*") if file.is_file())
    assert service.passphrase.encode() not in written
    key_file = profile / "audit.key"
    assert key_file.exists() is not with_key
    if not with_key and os.name != "nt":
        assert stat.S_IMODE(key_file.stat().st_mode) == 0o600


def test_whoever_has_no_key_for_the_log_is_led_to_one(
    start: Start, service: ServiceProcess, profile: Path
) -> None:
    keyring.set_keyring(null.Keyring())
    file = profile / "settings.toml"
    kept = [
        line for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith("key_file ")
    ]
    file.write_text("\n".join(kept), encoding="utf-8")
    (profile / "audit.key").unlink(missing_ok=True)
    program = start(profile)
    asked = len(service.numbers)
    program.look_up(PERSON)
    program.wait_for("vælg en nøglefil i indstillingerne under Privatliv")
    assert service.numbers[asked:] == []
    before = program.running.window
    dialog = program.open_settings()
    program.page(dialog, "Privatliv")
    program.qtbot.waitUntil(lambda: "Vælg en fil til nøglen" in everything_said(dialog), timeout=_SOON)
    program.press(dialog, "Brug programmets mappe")
    program.press(dialog, "Gem")
    program.wait_for_another_window(before)
    program.look_up(PERSON)
    program.wait_for(PERSON_NAME)


def test_a_policy_that_cannot_be_used_is_no_first_run(
    start: Start, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "etc").mkdir(mode=0o700)
    (tmp_path / "etc" / "policy.toml").write_text("[locked", encoding="utf-8")
    source = PolicyFile(
        tmp_path / "etc" / "policy.toml", owners=(0, os.getuid() if hasattr(os, "getuid") else 0)
    )
    monkeypatch.setattr("familieopslag.system.settings.machine_policy", lambda: (source,))
    program = start(tmp_path / "profil")
    assert "FO-016" in program.said()
    desk = program.running._desk
    assert desk is not None
    assert not desk.settings._is_wanted
    program.qtbot.keyClick(program.running.window, Qt.Key.Key_Comma, _CONTROL)
    program.wait_for("Luk meddelelsen")
    assert program.said().count("FO-016") > 1, "and the settings window says why it does not open"


def test_test_persons_come_into_the_same_program(start: Start, nothing_kept: None, tmp_path: Path) -> None:
    program = start(tmp_path / "profil")
    dialog = program.wait_for_dialog()
    before = program.running.window
    program.press(dialog, "Prøv med testpersoner")
    program.wait_for_another_window(before)
    assert "DEMO" in program.running.window.windowTitle()
    program.look_up(PERSON)
    program.wait_for(PERSON_NAME)
    assert not (tmp_path / "profil" / "settings.toml").exists()


def test_the_passphrase_is_asked_for_once_a_session_and_kept_nowhere(
    start: Start,
    service: ServiceProcess,
    profile: Path,
    nothing_kept: None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    program = start(profile)
    program.look_up(PERSON)
    dialog = program.wait_for_dialog(PassphraseDialog)
    program.qtbot.waitUntil(
        lambda: "Adgangskoden huskes kun, til programmet lukkes" in everything_said(dialog), timeout=_SOON
    )
    assert not dialog.findChildren(QCheckBox)[0].isVisible()
    field = dialog.findChildren(PassphraseField)[0]
    asked = len(service.numbers)
    field.insert("forkert")
    program.qtbot.keyClick(field, Qt.Key.Key_Return)
    program.qtbot.waitUntil(lambda: "er forkert" in everything_said(dialog), timeout=_SOON)
    assert service.numbers[asked:] == []
    field.insert(service.passphrase)
    program.qtbot.keyClick(field, Qt.Key.Key_Return)
    program.wait_for(PERSON_NAME)
    assert service.numbers[asked:] == [PERSON]
    program.look_up(PROTECTED)
    program.wait_for(PROTECTED_NAME)
    written = b"".join(file.read_bytes() for file in profile.rglob("*") if file.is_file())
    assert service.passphrase.encode() not in written


def test_without_the_passphrase_nobody_is_looked_up(
    start: Start, service: ServiceProcess, profile: Path, nothing_kept: None
) -> None:
    program = start(profile)
    asked = len(service.numbers)
    program.look_up(PERSON)
    dialog = program.wait_for_dialog(PassphraseDialog)
    program.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert "FO-026" in program.said()
    assert service.numbers[asked:] == []


def test_what_is_saved_holds_for_the_next_lookup_and_clears_the_screen(
    start: Start, service: ServiceProcess, profile: Path
) -> None:
    program = start(profile)
    program.look_up(PROTECTED)
    program.wait_for(PROTECTED_NAME)
    before = program.running.window
    dialog = program.open_settings()
    box = next(
        b for b in dialog.findChildren(QAbstractButton) if b.text() == "Skjul navnet på beskyttede personer"
    )
    box.click()
    program.press(dialog, "Gem")
    program.wait_for_another_window(before)
    assert "Indstillingerne er gemt." in program.said()
    assert PROTECTED_NAME not in everything_said(before) + program.said()
    program.look_up(PROTECTED)
    program.wait_for("NAVNE- OG ADRESSEBESKYTTELSE")
    assert PROTECTED_NAME not in program.said()
    assert service.numbers[-2:] == [PROTECTED, PROTECTED]


def test_another_agreement_is_used_at_once(start: Start, service: ServiceProcess, profile: Path) -> None:
    program = start(profile)
    program.look_up(PERSON)
    program.wait_for(PERSON_NAME)
    before = program.running.window
    dialog = program.open_settings()
    program.type(dialog, key("service", "user_uuid"), "99999999-2222-3333-4444-555555555555")
    program.press(dialog, "Gem")
    program.wait_for_another_window(before)
    program.look_up(PERSON)
    program.wait_for("FO-04")
    assert PERSON_NAME not in program.said()


def test_text_size_and_colours_change_without_a_restart(
    start: Start, service: ServiceProcess, profile: Path, qapp: QApplication
) -> None:
    program = start(profile)
    points = qapp.font().pointSizeF()
    for wanted in ("150", "120"):
        before = program.running.window
        dialog = program.open_settings()
        box = _row(dialog, SIZE).editor.controls()[0]
        box.selectAll()  # type: ignore[attr-defined]  # a spin box
        program.qtbot.keyClicks(box, wanted)
        program.press(dialog, "Gem")
        program.wait_for_another_window(before)
        assert qapp.font().pointSizeF() == pytest.approx(points * int(wanted) / 100)


def test_what_was_made_larger_by_key_stays_so_unless_another_size_is_set(
    start: Start, service: ServiceProcess, profile: Path, qapp: QApplication
) -> None:
    program = start(profile)
    points = qapp.font().pointSizeF()
    for _ in range(3):
        program.qtbot.keyClick(program.running.window, Qt.Key.Key_Plus, _CONTROL)
    before = program.running.window
    dialog = program.open_settings()
    program.page(dialog, "Visning")
    program.press(dialog, "Mørke")
    program.press(dialog, "Gem")
    program.wait_for_another_window(before)
    assert qapp.font().pointSizeF() == pytest.approx(points * 1.3)
    program.qtbot.keyClick(program.running.window, Qt.Key.Key_Minus, _CONTROL)
    assert "Tekststørrelse 120 %" in program.said(), "and the keys go on from there"
    before = program.running.window
    dialog = program.open_settings()
    box = _row(dialog, SIZE).editor.controls()[0]
    program.qtbot.keyClick(box, Qt.Key.Key_Up)
    program.press(dialog, "Gem")
    program.wait_for_another_window(before)
    assert qapp.font().pointSizeF() == pytest.approx(points * 1.01)


def test_the_next_window_speaks_the_language_that_is_set(
    start: Start, service: ServiceProcess, profile: Path, qapp: QApplication
) -> None:
    with language_given_back(qapp):
        program = start(profile)
        for spoken, page, choice, save, saved, wanted in (
            ("da", "Visning", "Engelsk", "Gem", "The settings have been saved.", "en"),
            ("en", "View", "Danish", "Save", "Indstillingerne er gemt.", "da"),
        ):
            before = program.running.window
            dialog = program.open_settings()
            assert foreign_lines(everything_said(dialog), spoken) == set()
            program.page(dialog, page)
            program.press(dialog, choice)
            program.press(dialog, save)
            program.wait_for_another_window(before)
            program.wait_for(saved)
            program.look_up(PERSON)
            program.wait_for(PERSON_NAME)
            assert foreign_lines(program.said(), wanted) == set()
