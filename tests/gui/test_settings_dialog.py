"""The settings window: what is locked stays, what is wrong is said at once, and nothing holds before it is saved."""

from collections.abc import Callable, Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backends import null
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from familieopslag.domain import faults
from familieopslag.system.configuration.key import Key
from familieopslag.system.configuration.keys import KEYS, PURPOSES, key
from familieopslag.system.secrets import PASSPHRASE_VARIABLE, SERVICE_NAME
from familieopslag.ui import theme
from familieopslag.ui.settings.passphrase_field import PassphraseField
from familieopslag.ui.settings.row import SettingRow
from tests.gui.settings_window import SettingsWindow
from tests.support.certificates import NAME, PHRASE, leaf, p12
from tests.support.configurations import SAMPLES, line_of
from tests.support.memory_keyring import MemoryKeyring
from tests.support.setups import AGREEMENT, setup_in, source_in

Open = Callable[..., SettingsWindow]
ENVIRONMENT, ENDPOINT = key("service", "environment"), key("service", "endpoint")
AGREEMENT_UUID, PROXY = key("service", "service_agreement_uuid"), key("service", "proxy")
IDLE, REVEAL, CASE = (key("privacy", name) for name in ("idle_minutes", "reveal", "reveal_case_number"))
CERTIFICATE, SIZE = key("certificate", "file"), key("view", "text_size")
USER = f'[service]\nenvironment = "exttest"\n{AGREEMENT}'
STEERED = "Styres af din administrator"


@pytest.fixture(autouse=True)
def no_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(PASSPHRASE_VARIABLE, raising=False)


@pytest.fixture
def open_settings(qtbot: QtBot, tmp_path: Path) -> Iterator[Open]:
    """Opens the window over these files."""
    opened: list[SettingsWindow] = []

    def open_it(user: str = USER, policy: str | None = None) -> SettingsWindow:
        window = SettingsWindow(qtbot, setup_in(tmp_path, user=user, policy=policy))
        opened.append(window)
        return window

    yield open_it
    for window in opened:
        window.close()


def _file(folder: Path) -> str:
    return (folder / "profil" / "settings.toml").read_text(encoding="utf-8")


def test_every_setting_of_the_table_is_there_once_and_has_a_title(open_settings: Open) -> None:
    rows = open_settings().dialog.findChildren(SettingRow)
    # The certificate has a panel of its own.
    assert sorted(row.key.label for row in rows) == sorted(of.label for of in KEYS if of is not CERTIFICATE)
    assert len({of.title for of in KEYS}) == len(KEYS)


def _controls(row: SettingRow) -> list[QWidget]:
    kinds = (QLineEdit, QAbstractButton, QSpinBox, QPlainTextEdit)
    found = [w for w in row.editor.findChildren(QWidget) if isinstance(w, kinds)]
    return [w for w in found if w.objectName() != "qt_spinbox_lineedit"]  # part of one that is there


@pytest.mark.parametrize("of", [of for of in KEYS if of is not CERTIFICATE], ids=lambda of: of.label)
def test_what_is_locked_cannot_be_changed_and_says_who_decides(
    open_settings: Open, qtbot: QtBot, tmp_path: Path, of: Key
) -> None:
    locked, other = SAMPLES[of.label]
    environment = "" if of is ENVIRONMENT else line_of(ENVIRONMENT, "custom", "locked")
    window = open_settings(USER, environment + line_of(of, locked, "locked"))
    row = window.row(of)
    assert STEERED in window.said()
    before = row.editor.text
    window.page(next(page.title for page in window.dialog.pages if row in page.rows))
    for control in filter(QWidget.isVisible, _controls(row)):
        heard = QAccessible.queryAccessibleInterface(control)
        assert STEERED in heard.text(QAccessible.Text.Description)
        assert not heard.state().disabled
        control.setFocus()
        assert control.hasFocus()
        for press in (Qt.Key.Key_Up, Qt.Key.Key_Space, Qt.Key.Key_Delete, Qt.Key.Key_7, Qt.Key.Key_Down):
            qtbot.keyClick(control, press)
        qtbot.mouseClick(control, Qt.MouseButton.LeftButton, pos=QPoint(8, control.height() // 2))
        actions = heard.actionInterface()
        for action in actions.actionNames() if actions is not None else ():
            actions.doAction(action)  # as a screen reader does
    assert row.editor.text == before == of.kind.text(locked)
    row.editor.edited.emit(of.kind.text(other))  # whatever got past the control
    assert of not in window.dialog.draft.changes()
    assert window.setup.read().effective[of].value == locked


def test_tab_leads_to_everything_that_is_locked_and_it_says_who_decides(
    open_settings: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    samples = {of: SAMPLES[of.label][0] for of in KEYS} | {ENVIRONMENT: "custom"}
    samples[CERTIFICATE] = source_in(tmp_path)
    window = open_settings(USER, "".join(line_of(of, samples[of], "locked") for of in KEYS))
    locked = window.dialog.findChildren(SettingRow)
    pages = window.dialog.findChildren(QListWidget)[0]
    reached = set()
    for page in window.dialog.pages:
        window.page(page.title)
        qtbot.keyClick(pages, Qt.Key.Key_Tab)
        while (control := QApplication.focusWidget()) is not pages:
            heard = QAccessible.queryAccessibleInterface(control)
            here = [row for row in locked if row.isAncestorOf(control)]
            reached.update(here)
            if here:
                assert STEERED in heard.text(QAccessible.Text.Description)
                assert heard.text(QAccessible.Text.Name)
            elif STEERED in heard.text(QAccessible.Text.Name):
                assert page.title == "Certifikat"
                reached.add(window.dialog.certificate)
            qtbot.keyClick(control, Qt.Key.Key_Tab)
    assert reached == {*locked, window.dialog.certificate}
    assert window.dialog.draft.changes() == {}


def test_a_wrong_value_is_said_while_it_is_typed_and_cannot_be_saved(
    open_settings: Open, tmp_path: Path
) -> None:
    window = open_settings()
    before = _file(tmp_path)
    window.type(AGREEMENT_UUID, "12345")
    assert "Skriv et UUID" in window.problem(AGREEMENT_UUID)
    assert "Ret det, der er markeret på: Forbindelse." in window.said()
    window.page("Visning")
    window.press("Gem")
    assert _file(tmp_path) == before
    assert window.row(AGREEMENT_UUID).editor.controls()[0].hasFocus(), "the key leads to what is wrong"
    window.type(AGREEMENT_UUID, "{AAAAAAAA-2222-3333-4444-555555555555}")
    assert window.problem(AGREEMENT_UUID) == ""
    window.press("Gem")
    saved = window.wait_until_saved()
    assert saved.effective[AGREEMENT_UUID].value == "aaaaaaaa-2222-3333-4444-555555555555"


def test_nothing_looser_can_be_entered(open_settings: Open, qtbot: QtBot) -> None:
    window = open_settings(USER, "[defaults.privacy]\nidle_minutes = 3\nreveal = false\n")
    window.page("Privatliv")
    box = window.row(IDLE).findChildren(QSpinBox)[0]
    assert (box.minimum(), box.maximum()) == (1, 3)
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, "15")
    assert window.row(IDLE).editor.text in ("1", "3")
    assert "Du kan vælge fra 1 til 3." in window.said()
    for flag in (REVEAL, CASE):
        turn = window.row(flag).findChildren(QAbstractButton)[0]
        before = window.row(flag).editor.text
        turn.setFocus()
        assert turn.hasFocus()
        qtbot.keyClick(turn, Qt.Key.Key_Space)
        assert window.row(flag).editor.text == before
        said = QAccessible.queryAccessibleInterface(turn).text(QAccessible.Text.Description)
        assert "Kun din administrator kan ændre det." in said


def test_what_is_stricter_is_saved_and_what_was_there_before_stays(
    open_settings: Open, tmp_path: Path
) -> None:
    window = open_settings("# min egen\n" + USER)
    window.page("Privatliv")
    box = window.row(IDLE).findChildren(QSpinBox)[0]
    box.setFocus()
    window.qtbot.keyClick(box, Qt.Key.Key_Down)
    window.press("Gem")
    assert window.wait_until_saved().privacy.idle_minutes == 4
    assert _file(tmp_path) == "# min egen\n" + USER + "\n[privacy]\nidle_minutes = 4\n"
    assert window.finished == [1]


def test_where_the_log_is_may_be_said_where_no_administrator_has(open_settings: Open, tmp_path: Path) -> None:
    folder = key("audit", "folder")
    window = open_settings()
    window.page("Privatliv")
    assert window.row(folder).editor.text == str(tmp_path / "profil" / "audit")
    window.type(folder, str(tmp_path / "log"))
    window.press("Gem")
    assert window.wait_until_saved().audit.folder == tmp_path / "log"


def test_going_back_to_what_holds_without_takes_the_key_out(open_settings: Open, tmp_path: Path) -> None:
    window = open_settings(USER + "\n[view]\ntheme = 'dark'\n")
    window.page("Visning")
    window.choose(key("view", "theme"), "Som pc'en")
    window.press("Gem")
    assert window.wait_until_saved().view.theme == "system"
    assert "theme" not in _file(tmp_path)


def test_an_own_address_is_asked_for_where_the_environment_has_none(open_settings: Open) -> None:
    window = open_settings()
    row = window.row(ENDPOINT)
    assert not row.isVisible()
    window.choose(ENVIRONMENT, "Egen adresse")
    assert row.isVisible()
    assert window.problem(ENDPOINT) == "⚠ Skriv servicens adresse."
    window.type(ENDPOINT, "http://usikker.example")
    assert "https://" in window.problem(ENDPOINT)
    window.type(ENDPOINT, "https://gateway.example/x")
    window.press("Gem")
    saved = window.wait_until_saved()
    assert (saved.effective[ENVIRONMENT].value, saved.effective[ENDPOINT].value) == (
        "custom",
        "https://gateway.example/x",
    )


def test_an_environment_with_an_address_leaves_no_other_behind(open_settings: Open, tmp_path: Path) -> None:
    user = f'[service]\nenvironment = "custom"\nendpoint = "https://gateway.example/x"\n{AGREEMENT}'
    window = open_settings(user)
    window.choose(ENVIRONMENT, "Produktion")
    window.press("Gem")
    assert window.wait_until_saved().settings is not None
    assert "endpoint" not in _file(tmp_path)


def test_the_proxy_s_password_goes_to_the_keyring_and_nowhere_else(
    open_settings: Open, tmp_path: Path, memory_keyring: MemoryKeyring
) -> None:
    window = open_settings()
    window.page("Netværk")
    window.choose(PROXY, "Bestemt")
    window.type(key("service", "proxy_user"), "ab12")
    address = next(f for f in window.row(PROXY).findChildren(QLineEdit) if f.isVisible())
    window.qtbot.keyClicks(address, "http://proxy.example:8080")
    field = next(f for f in window.dialog.findChildren(PassphraseField) if f.isVisible())
    field.setFocus()
    QApplication.clipboard().setText(PHRASE)
    window.qtbot.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    window.press("Gem")
    saved = window.wait_until_saved()
    assert saved.effective[PROXY].value == "http://proxy.example:8080"
    assert memory_keyring.get_password(SERVICE_NAME, "proxy:ab12") == PHRASE
    assert PHRASE not in _file(tmp_path)


def test_a_password_without_a_user_is_not_kept_under_nobody_s_name(
    open_settings: Open, memory_keyring: MemoryKeyring
) -> None:
    window = open_settings()
    window.page("Netværk")
    field = next(f for f in window.dialog.findChildren(PassphraseField) if f.isVisible())
    window.qtbot.keyClicks(field, "hemmelig")
    window.page("Visning")
    window.press("Gem")
    assert "Skriv også brugernavnet til proxyen." in window.said()
    assert window.row(key("service", "proxy_user")).editor.controls()[0].hasFocus()
    window.qtbot.keyClicks(QApplication.focusWidget(), "ab12")
    window.press("Gem")
    window.wait_until_saved()
    assert memory_keyring.get_password(SERVICE_NAME, "proxy:ab12") == "hemmelig"


def test_without_a_keyring_the_proxy_s_password_cannot_be_typed(open_settings: Open) -> None:
    keyring.set_keyring(null.Keyring())
    window = open_settings()
    window.page("Netværk")
    window.wait_for("så adgangskoden kan ikke gemmes")
    fields = [f for f in window.dialog.findChildren(PassphraseField) if f.isVisible()]
    assert [field.isEnabled() for field in fields] == [False]


def test_purposes_are_typed_as_lines(open_settings: Open, qtbot: QtBot) -> None:
    window = open_settings()
    window.page("Formål")
    lines = window.row(PURPOSES).findChildren(QPlainTextEdit)[0]
    lines.setFocus()
    qtbot.keyClicks(lines, "borger")
    assert "Skriv et formål på hver linje" in window.problem(PURPOSES)
    lines.selectAll()
    qtbot.keyClicks(lines, "BORGER = Borgerservice")
    assert window.problem(PURPOSES) == ""
    qtbot.keyClick(lines, Qt.Key.Key_Tab)
    assert not lines.hasFocus(), "Tab leads on"
    window.press("Gem")
    assert [found.text for found in window.wait_until_saved().purposes] == ["Borgerservice"]


def test_a_certificate_is_imported_shown_and_in_force_when_it_is_saved(
    open_settings: Open, tmp_path: Path
) -> None:
    window = open_settings()
    window.page("Certifikat")
    window.wait_for("Der er ikke valgt noget certifikat.")
    window.import_certificate(source_in(tmp_path))
    window.wait_for("Det bruges, når du gemmer.")
    said = window.said()
    for part in (NAME, "Prøveudsteder", "EC secp256r1", "199 dage endnu", "Adgangskoden gemmes i"):
        assert part in said or part == "199 dage endnu"
    assert PHRASE not in said
    window.press("Gem")
    file = window.wait_until_saved().effective[CERTIFICATE].value
    assert isinstance(file, Path)
    assert file.read_bytes() == (tmp_path / "fra leverandøren.pfx").read_bytes()
    assert window.setup.certificate(file, "prod").facts.subject.startswith(NAME)


def test_a_wrong_passphrase_is_said_and_asked_for_again(open_settings: Open, tmp_path: Path) -> None:
    window = open_settings()
    window.page("Certifikat")
    window.import_certificate(source_in(tmp_path), "forkert")
    window.wait_for("Adgangskoden til certifikatet er forkert.")
    assert "forkert" not in {field.text() for field in window.dialog.findChildren(PassphraseField)}
    window.type_passphrase(PHRASE)
    window.wait_for("Det bruges, når du gemmer.")
    assert faults.PASSPHRASE_WRONG.code not in window.said()


@pytest.mark.parametrize(("first", "last", "words"), [(-400, -3, "er udløbet"), (3, 400, "gælder først fra")])
def test_a_certificate_that_is_not_valid_today_is_refused_with_the_date(
    open_settings: Open, tmp_path: Path, first: int, last: int, words: str
) -> None:
    window = open_settings()
    window.page("Certifikat")
    window.import_certificate(source_in(tmp_path, p12(leaf(first, last))))
    window.wait_for(f"Kommunens certifikat {words}")
    assert CERTIFICATE not in window.dialog.draft.changes()


def test_without_a_keyring_the_passphrase_is_said_to_be_for_this_session(
    open_settings: Open, tmp_path: Path
) -> None:
    keyring.set_keyring(null.Keyring())
    window = open_settings()
    window.page("Certifikat")
    window.wait_for("Adgangskoden huskes kun, til programmet lukkes")
    window.import_certificate(source_in(tmp_path))
    window.wait_for("Det bruges, når du gemmer.")
    assert "Adgangskoden huskes kun, til programmet lukkes" in window.said()


def test_a_certificate_whose_passphrase_nobody_has_can_be_unlocked(
    open_settings: Open, tmp_path: Path, memory_keyring: MemoryKeyring
) -> None:
    file = source_in(tmp_path)
    window = open_settings(f"{USER}\n[certificate]\nfile = '{file}'\n")
    window.page("Certifikat")
    window.wait_for("Adgangskoden til certifikatet mangler.")
    window.press("Skriv adgangskoden …")
    window.type_passphrase(PHRASE)
    window.wait_for(NAME)
    assert len(memory_keyring._passwords) == 1


def test_removing_a_certificate_takes_the_copy_away_when_it_is_saved(
    open_settings: Open, tmp_path: Path, memory_keyring: MemoryKeyring
) -> None:
    imported = setup_in(tmp_path).import_certificate(source_in(tmp_path), PHRASE)
    window = open_settings(f"{USER}\n[certificate]\nfile = '{imported.file}'\n")
    window.page("Certifikat")
    window.wait_for(NAME)
    window.press("Fjern")
    assert imported.file.exists()
    window.press("Gem")
    window.wait_until_saved()
    assert not imported.file.exists()
    assert not memory_keyring._passwords


def test_a_locked_certificate_cannot_be_replaced(open_settings: Open, tmp_path: Path) -> None:
    file = source_in(tmp_path)
    window = open_settings(USER, f"[locked.certificate]\nfile = '{file}'\n")
    window.page("Certifikat")
    assert STEERED in window.said()
    for words in ("Importér certifikat (.p12/.pfx) …", "Fjern"):
        assert not window.button(words).isEnabled()


def test_giving_up_asks_first_and_takes_away_what_was_imported(
    open_settings: Open, qtbot: QtBot, tmp_path: Path, memory_keyring: MemoryKeyring
) -> None:
    window = open_settings()
    before = _file(tmp_path)
    window.page("Certifikat")
    window.import_certificate(source_in(tmp_path))
    window.wait_for("Det bruges, når du gemmer.")
    qtbot.keyClick(window.dialog, Qt.Key.Key_Escape)
    qtbot.keyClick(window.question(), Qt.Key.Key_Escape)
    assert not window.finished, "back to what was typed"
    qtbot.keyClick(window.dialog, Qt.Key.Key_Escape)
    window.question()
    window.press("Gem ikke")
    qtbot.waitUntil(lambda: bool(window.finished))
    assert window.tasks.shut_down()
    assert _file(tmp_path) == before
    assert [found.name for found in (tmp_path / "profil").iterdir()] == ["settings.toml"]
    assert not memory_keyring._passwords


def test_the_question_can_save_as_well(open_settings: Open, qtbot: QtBot) -> None:
    window = open_settings()
    window.page("Visning")
    window.choose(key("view", "theme"), "Mørke")
    window.dialog.close()
    window.question()
    window.press("Gem")
    assert window.wait_until_saved().view.theme == "dark"


def test_unchanged_it_closes_without_a_question(open_settings: Open, qtbot: QtBot, tmp_path: Path) -> None:
    window = open_settings()
    qtbot.keyClick(window.dialog, Qt.Key.Key_Escape)
    assert window.finished == [0]
    assert _file(tmp_path) == USER


def test_a_clearing_closes_it_whatever_was_typed(open_settings: Open, tmp_path: Path) -> None:
    window = open_settings()
    window.type(AGREEMENT_UUID, "12345")
    window.dialog.done(0)  # as ui.clearing_presenter does
    assert window.finished == [0]
    assert _file(tmp_path) == USER


def test_what_cannot_be_written_is_told_and_what_was_typed_stays(open_settings: Open, tmp_path: Path) -> None:
    window = open_settings()
    window.page("Visning")
    window.choose(key("view", "theme"), "Mørke")
    (tmp_path / "profil" / "settings.toml").write_text("[view\n", encoding="utf-8")
    window.press("Gem")
    window.wait_for(faults.SETTINGS_UNREADABLE.code)
    assert not window.finished
    assert window.row(key("view", "theme")).editor.text == "dark"
    assert _file(tmp_path) == "[view\n"


def test_a_faulty_value_is_marked_and_mended_by_saving(open_settings: Open, tmp_path: Path) -> None:
    window = open_settings(USER + "\n[privacy]\nidle_minutes = 99\n")
    assert faults.SETTINGS_INVALID.code in window.said()
    assert "Værdien i filen er ikke gyldig." in window.problem(IDLE)
    window.press("Gem")
    assert window.wait_until_saved().fault is None
    assert "idle_minutes" not in _file(tmp_path)


def test_the_test_goes_by_what_stands_there_and_not_by_what_is_saved(
    open_settings: Open, tmp_path: Path
) -> None:
    file = source_in(tmp_path)
    window = open_settings(f"{USER}\n[certificate]\nfile = '{file}'\n")
    before = _file(tmp_path)
    window.choose(ENVIRONMENT, "Produktion")
    window.press("Test forbindelse")
    window.qtbot.waitUntil(lambda: bool(window.test.tried))
    assert window.test.tried[0].environment == "prod"
    assert _file(tmp_path) == before
    window.type(AGREEMENT_UUID, "12345")
    assert not window.button("Test forbindelse").isEnabled()


def test_every_control_has_a_name_and_can_be_reached(open_settings: Open) -> None:
    window = open_settings()
    pages = window.dialog.findChildren(QListWidget)[0]
    for number in range(pages.count()):
        pages.setCurrentRow(number)
        for control in window.dialog.findChildren(QWidget):
            takes_keys = control.focusPolicy() & Qt.FocusPolicy.TabFocus
            is_part = control.objectName() == "qt_spinbox_lineedit"  # of one that has a name
            if control.isVisible() and takes_keys and not is_part:
                name = QAccessible.queryAccessibleInterface(control).text(QAccessible.Text.Name)
                assert name, control


def test_tab_leads_from_the_list_over_the_page_to_the_buttons(open_settings: Open, qtbot: QtBot) -> None:
    window = open_settings()
    window.page("Visning")
    seen = []
    for _ in range(8):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        seen.append(focused.accessibleName() or focused.text() if isinstance(focused, QPushButton) else "")
        if seen[-1] == "Gem":
            break
    assert seen[-1] == "Gem"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_large_text_stays_inside(open_settings: Open, qapp: QApplication, qtbot: QtBot, scheme: str) -> None:
    font = qapp.font()
    large = qapp.font()
    large.setPointSizeF(font.pointSizeF() * 2)
    theme.apply(qapp, scheme)
    qapp.setFont(large)
    try:
        window = open_settings()
        room = window.dialog.screen().availableGeometry()
        assert window.dialog.width() <= room.width()
        assert window.dialog.height() <= room.height()
        for button in ("Annullér", "Gem"):
            found = window.button(button)
            assert window.dialog.rect().contains(found.geometry())
            assert found.width() >= found.sizeHint().width()
        window.dialog.resize(1366 * 9 // 10, 768 * 9 // 10)
        for page in window.dialog.pages:
            window.page(page.title)
            assert page.horizontalScrollBar().maximum() == 0, page.title
    finally:
        qapp.setFont(font)
        theme.apply(qapp)


KEY_FILE = key("audit", "key_file")
NO_SAFE_STORE = "Denne pc har ingen nøglering, som programmet kan gemme hemmeligheder sikkert i"


def test_without_a_keyring_the_settings_say_that_the_log_has_no_key_and_take_a_file(
    open_settings: Open, tmp_path: Path
) -> None:
    keyring.set_keyring(null.Keyring())
    window = open_settings()
    window.wait_for(faults.AUDIT_KEY_MISSING.code)
    assert "vælg en nøglefil i indstillingerne under Privatliv" in window.said()
    window.page("Privatliv")
    assert NO_SAFE_STORE in window.said()
    window.press("Brug programmets mappe")
    assert window.row(KEY_FILE).editor.controls()[0].hasFocus()
    window.press("Gem")
    assert window.wait_until_saved().audit.key_file == tmp_path / "profil" / "audit.key"


def test_with_a_keyring_nothing_is_said_about_the_log_s_key(
    open_settings: Open, memory_keyring: MemoryKeyring
) -> None:
    window = open_settings()
    with window.qtbot.waitSignal(window.dialog.audit_key.found):
        window.dialog.audit_key.look()
    assert not window.dialog.audit_key.isVisibleTo(window.dialog.pages[4])
    assert faults.AUDIT_KEY_MISSING.code not in window.said()


def test_a_file_that_cannot_hold_the_log_s_key_is_not_saved(open_settings: Open, tmp_path: Path) -> None:
    file = tmp_path / "åben.key"
    file.write_text("5" * 64, encoding="ascii")
    file.chmod(0o644)
    window = open_settings()
    window.page("Privatliv")
    window.choose_file(KEY_FILE, file)
    window.press("Gem")
    window.wait_for(faults.AUDIT_KEY_UNSAFE.code)
    assert not window.finished
    assert _file(tmp_path) == USER


def test_whose_business_the_log_s_key_is_is_said_where_it_is_locked(open_settings: Open) -> None:
    keyring.set_keyring(null.Keyring())
    window = open_settings(USER, "[locked.audit]\nkey_file = ''\n")
    window.wait_for("Bed administratoren om en nøglering eller en nøglefil til denne pc.")
    assert "vælg en nøglefil i indstillingerne" not in window.said()
    window.page("Privatliv")
    field = window.row(KEY_FILE).editor.controls()[0]
    window.qtbot.keyClicks(field, "min.key")
    assert window.row(KEY_FILE).editor.text == ""
