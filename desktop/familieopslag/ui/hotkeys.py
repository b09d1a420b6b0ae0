"""Every key of the program, in one list: the menus and the F1 sheet are made from it (screens.md §2.9)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow


def translate(context: str, text: str) -> str:
    """Mark `text` for translation; it is looked up when the menus are made."""
    del context
    return text


@dataclass(frozen=True, slots=True)
class Hotkey:
    """A command: its name in code, its keys (the first is shown, and there may be none), its words and its menu."""

    command: str
    keys: tuple[str, ...]
    text: str
    menu: str


_FILES = translate("hotkeys", "&Filer")
_EDIT = translate("hotkeys", "&Rediger")
_VIEW = translate("hotkeys", "&Vis")
_HISTORY = translate("hotkeys", "H&istorik")
_HELP = translate("hotkeys", "&Hjælp")

HOTKEYS: tuple[Hotkey, ...] = (
    Hotkey("refresh", ("F5",), translate("hotkeys", "Slå op igen"), _FILES),
    Hotkey("print", ("Ctrl+P",), translate("hotkeys", "Udskriv …"), _FILES),
    Hotkey("clear_all", ("F9",), translate("hotkeys", "Ryd alt nu"), _FILES),
    Hotkey("settings", ("Ctrl+,",), translate("hotkeys", "Indstillinger …"), _FILES),
    Hotkey("quit", ("Ctrl+Q",), translate("hotkeys", "Afslut"), _FILES),
    Hotkey("search", ("Ctrl+L",), translate("hotkeys", "Gå til søgefeltet"), _EDIT),
    Hotkey(
        "escape",
        ("Esc",),
        translate("hotkeys", "Annullér opslaget, skjul det viste, eller gå til søgefeltet"),
        _EDIT,
    ),
    Hotkey("copy", ("Ctrl+C", "Ctrl+Ins"), translate("hotkeys", "Kopiér feltet"), _EDIT),
    Hotkey("copy_number", ("Ctrl+Shift+N",), translate("hotkeys", "Kopiér CPR-nr."), _EDIT),
    Hotkey("copy_label", ("Ctrl+Shift+A",), translate("hotkeys", "Kopiér adresselabel"), _EDIT),
    Hotkey("copy_text", ("Ctrl+Shift+K",), translate("hotkeys", "Kopiér fuld tekst"), _EDIT),
    Hotkey("context_menu", ("Shift+F10",), translate("hotkeys", "Genvejsmenu"), _EDIT),
    Hotkey("panel_1", ("Ctrl+1",), translate("hotkeys", "Stamdata"), _VIEW),
    Hotkey("panel_2", ("Ctrl+2",), translate("hotkeys", "Adresse"), _VIEW),
    Hotkey("panel_3", ("Ctrl+3",), translate("hotkeys", "Familie"), _VIEW),
    Hotkey("panel_4", ("Ctrl+4",), translate("hotkeys", "Administration"), _VIEW),
    Hotkey("turn_family", ("Ctrl+T",), translate("hotkeys", "Skift mellem tabel og stamtræ"), _VIEW),
    Hotkey("next_panel", ("F6",), translate("hotkeys", "Næste panel"), _VIEW),
    Hotkey("previous_panel", ("Shift+F6",), translate("hotkeys", "Forrige panel"), _VIEW),
    Hotkey("reveal", ("Ctrl+Shift+B",), translate("hotkeys", "Vis beskyttede oplysninger …"), _VIEW),
    Hotkey("telephone", ("F8",), translate("hotkeys", "Telefonvisning"), _VIEW),
    Hotkey("larger", ("Ctrl++", "Ctrl+="), translate("hotkeys", "Større tekst"), _VIEW),
    Hotkey("smaller", ("Ctrl+-",), translate("hotkeys", "Mindre tekst"), _VIEW),
    Hotkey("normal_size", ("Ctrl+0",), translate("hotkeys", "Normal tekst"), _VIEW),
    Hotkey("back", ("Alt+Left",), translate("hotkeys", "Tilbage"), _HISTORY),
    Hotkey("forward", ("Alt+Right",), translate("hotkeys", "Frem"), _HISTORY),
    Hotkey("history", ("Ctrl+H",), translate("hotkeys", "Seneste opslag …"), _HISTORY),
    Hotkey("test_connection", ("Ctrl+Shift+T",), translate("hotkeys", "Test forbindelsen …"), _HELP),
    Hotkey("help", ("F1",), translate("hotkeys", "Genveje"), _HELP),
    Hotkey("package", (), translate("hotkeys", "Lav fejlpakke til it-support …"), _HELP),
)


def install(window: QMainWindow, commands: Mapping[str, Callable[[], None]]) -> dict[str, QAction]:
    """Fill the menu bar. The actions, by command; `commands` gives bound slots for those that are the window's own."""
    actions: dict[str, QAction] = {}
    menus = {}
    for hotkey in HOTKEYS:
        if hotkey.menu not in menus:
            menus[hotkey.menu] = window.menuBar().addMenu(_say(hotkey.menu))
        action = _action(window, hotkey)
        if hotkey.command in commands:
            action.triggered.connect(commands[hotkey.command])
        menus[hotkey.menu].addAction(action)
        actions[hotkey.command] = action
    return actions


def sheet() -> tuple[tuple[str, str], ...]:
    """What the F1 sheet tells: the keys and the words of each command."""
    own = (
        ("Enter", _say(translate("hotkeys", "Slå op; i familien: slå personen op"))),
        ("← → ↑ ↓", _say(translate("hotkeys", "I stamtræet: gå fra person til person"))),
    )
    listed = (
        (QKeySequence(h.keys[0]).toString(QKeySequence.SequenceFormat.NativeText), _say(h.text))
        for h in HOTKEYS
        if h.keys
    )
    return (*own, *listed)


def _action(parent: QObject, hotkey: Hotkey) -> QAction:
    action = QAction(_say(hotkey.text), parent)
    action.setObjectName(hotkey.command)
    action.setShortcuts([QKeySequence(key) for key in hotkey.keys])
    # A held key is one command: some of them look a person up, and every lookup is logged.
    action.setAutoRepeat(False)
    action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    return action


def _say(text: str) -> str:
    return QCoreApplication.translate("hotkeys", text)
