"""A caseworker's window with everything that the program puts behind it, and a walk through all that it can show."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog
from pytestqt.qtbot import QtBot

from familieopslag.domain.person import LookupResult
from familieopslag.domain.privacy import PrivacySettings
from familieopslag.ui.reveal_presenter import RevealPresenter
from familieopslag.ui.telephone_presenter import TelephonePresenter
from tests.gui.guarded_desk import GuardedDesk
from tests.leaks.case import result_of
from tests.leaks.hidden import Reply, secrets_of
from tests.leaks.window_texts import everything_told, kinds_of_widgets, on_clipboard, painted, texts_of
from tests.support.audit import log_in

_COPIES = ("copy_number", "copy_label", "copy_text")


class LeakDesk(GuardedDesk):
    """`kinds`: the classes of the widgets that have been read so far."""

    def __init__(self, qtbot: QtBot) -> None:
        privacy = PrivacySettings()
        super().__init__(qtbot, privacy)
        self.reveal = RevealPresenter(self.window, self.shown, self.records, self.errands, privacy)
        self.telephone = TelephonePresenter(self.window, self.shown, self.records, self.errands)
        self.kinds: set[str] = set()

    def show(self, result: LookupResult) -> None:
        """Type the number of somebody and wait for them."""
        cpr = result.person.cpr
        self.lookup.results[cpr] = result
        self.lookup.open(cpr)
        with self.qtbot.waitSignal(self.runner.succeeded):
            self.type(cpr.digits)
            self.qtbot.keyClick(self.field, Qt.Key.Key_Return)

    def read(self) -> list[str]:
        """Everything that can be read now."""
        self.kinds |= kinds_of_widgets()
        return list(everything_told())

    def walk(self) -> Iterator[str]:
        """All that the window can show of the person on it without revealing anybody."""
        for button in self.window.findChildren(QAbstractButton):
            if button.text() == "Vis adresser" and button.isEnabled():
                button.click()
        yield from self.read()
        self.window.command("turn_family").trigger()
        yield from self.read()
        self.window.command("turn_family").trigger()
        for command in ("reveal", "print"):
            yield from self._dialog(command)

    def copied_texts(self) -> Iterator[str]:
        """What each command that copies leaves on the clipboard and in the status line."""
        for command in _COPIES:
            self.window.set_status("")
            self.window.command(command).trigger()
            self.qtbot.waitUntil(lambda: bool(self.window.status))
            yield self.window.status
            yield from on_clipboard()
        view = self.shown.view
        assert view is not None
        for group in view.family.groups:
            for row in group.rows:
                if row.is_protected:
                    self.window.set_status("")
                    self.window.relative_number_copy_chosen.emit(row.index)
                    self.qtbot.waitUntil(lambda: bool(self.window.status))
                    yield self.window.status
                    yield self.copied

    def on_telephone(self) -> list[str]:
        """What Telefonvisning shows; it is off again afterwards."""
        with self.qtbot.waitSignal(self.records.recorded):
            self.window.command("telephone").trigger()
        told = self.read()
        self.window.command("telephone").trigger()
        return told

    def clear(self) -> None:
        """F9."""
        with self.qtbot.waitSignal(self.safekeeping.cleared):
            self.window.command("clear_all").trigger()

    def audit_files(self, folder: Path) -> str:
        """What the real audit log makes of everything that was recorded."""
        log = log_in(folder)
        for entry in self.journal.entries:
            log.record(entry)
        return "\n".join(file.read_text("utf-8") for file in folder.iterdir() if file.suffix == ".jsonl")

    def _dialog(self, command: str) -> Iterator[str]:
        """Open the dialog of a command, read it, and leave it; some commands have nothing to ask."""
        if command == "print":
            with self.qtbot.waitSignal(self.printing.printers_found):
                self.window.command(command).trigger()
        else:
            self.window.command(command).trigger()
        for dialog in [
            top for top in QApplication.topLevelWidgets() if top.isVisible() and isinstance(top, QDialog)
        ]:
            self.kinds |= kinds_of_widgets()
            yield from texts_of(dialog)
            yield from painted(dialog)
            dialog.reject()
        self.window.activateWindow()


def leaks_in_window(desk: LeakDesk, reply: Reply, records: Callable[[], Iterable[str]]) -> set[str]:
    """What the window tells of what `reply` hides; `records`: the log and the audit files afterwards."""
    desk.show(result_of(reply.twin()))
    own_words = [*desk.walk(), *desk.copied_texts(), *desk.on_telephone()]
    desk.clear()
    desk.show(result_of(reply))
    walked, copied, told = list(desk.walk()), list(desk.copied_texts()), desk.on_telephone()
    secrets = secrets_of(reply)
    return {
        *secrets.found_in([*walked, *copied], own_words=own_words),
        *secrets.found_in([*told, *records()], own_words=own_words, with_names=True),
        # Only what is hidden tells the two apart, so nothing is told of the one that is not told of the other.
        *(set(walked) - set(own_words)),
    }
