"""A caseworker's window with everything that the program puts behind it, and a walk through all that it can show."""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QRadioButton,
)
from pytestqt.qtbot import QtBot

from familieopslag.domain import faults
from familieopslag.domain.certificates import CertificateFacts
from familieopslag.domain.clearing import ClearReason
from familieopslag.domain.connection_test import Step
from familieopslag.domain.cpr import Cpr
from familieopslag.domain.faults import FamilieopslagError
from familieopslag.domain.person import LookupResult
from familieopslag.domain.privacy import PrivacySettings
from familieopslag.domain.seen_words import SeenWords
from familieopslag.ui.connection_test_command import ConnectionTestCommand
from familieopslag.ui.connection_test_dialog import ConnectionTestDialog
from familieopslag.ui.connection_test_presenter import ConnectionTestPresenter
from familieopslag.ui.crash_presenter import CrashPresenter
from familieopslag.ui.crash_watch import CrashWatch
from familieopslag.ui.expiry_presenter import ExpiryPresenter
from familieopslag.ui.on_record import OnRecord
from familieopslag.ui.package_dialog import PackageDialog
from familieopslag.ui.package_presenter import PackagePresenter
from familieopslag.ui.reveal_dialog import RevealDialog
from familieopslag.ui.reveal_presenter import RevealPresenter
from familieopslag.ui.telephone_presenter import TelephonePresenter
from familieopslag.worker.package_runner import PackageRunner
from tests.gui import widget_views as views
from tests.gui.guarded_desk import GuardedDesk
from tests.leaks.window_texts import everything_told, kinds_of_widgets, on_clipboard, painted, texts_of
from tests.support.audit import log_in
from tests.support.connection_tests import GatedConnectionTest

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
        self.window.command("history").trigger()
        yield from self.read()
        self.close_menu()
        for command in ("reveal", "print"):
            yield from self._dialog(command)

    def copied_texts(self) -> Iterator[str]:
        """What each command that copies leaves on the clipboard and in the status line."""
        for command in _COPIES:
            self.window.set_status("")
            self.window.command(command).trigger()
            self.finish_copying()
            yield self.window.status
            yield from on_clipboard()
        view = self.shown.view
        assert view is not None
        for group in view.family.groups:
            for row in group.rows:
                if row.is_protected:
                    self.window.set_status("")
                    self.window.relative_number_copy_chosen.emit(row.index)
                    self.finish_copying()
                    yield self.window.status
                    yield self.copied

    def finish_copying(self) -> None:
        """Return when what is on its way to the clipboard is there."""
        (on_record,) = self.window.findChildren(OnRecord)
        if on_record._pending:
            # Nothing has come back yet: that needs the event loop.
            with self.qtbot.waitSignal(self.records.recorded):
                pass

    def on_telephone(self) -> list[str]:
        """What Telefonvisning shows; it is off again afterwards."""
        with self.qtbot.waitSignal(self.records.recorded):
            self.window.command("telephone").trigger()
        told = self.read()
        self.window.command("telephone").trigger()
        return told

    def go_back(self, to: LookupResult) -> None:
        """Alt+Left, to whom it has to lead."""
        self.window.command("back").trigger()
        self.qtbot.waitUntil(lambda: self.shown.result is to)

    def empty_clipboard(self) -> None:
        """What was copied of somebody may be pasted for a while after they are gone."""
        self.clipboard.clear()
        QGuiApplication.clipboard().clear()

    def clear(self) -> None:
        """F9."""
        with self.qtbot.waitSignal(self.safekeeping.cleared):
            self.window.command("clear_all").trigger()

    def reveal_person(self) -> None:
        """Ask for what is hidden of the person, say why, and wait until it is on record."""
        with self.qtbot.waitSignal(self.records.recorded):
            self._say_yes()

    def ask_before_copying(self) -> None:
        """Copy the label of somebody revealed, which has to be confirmed first."""
        self.window.command("copy_label").trigger()

    def refuse_to_reveal(self) -> None:
        """The audit log takes nothing, so that nothing is revealed and a message says so."""
        self.journal.accepts = 0
        with self.qtbot.waitSignal(self.records.refused):
            self._say_yes()
        self.journal.accepts = None

    def open_menu(self) -> None:
        """The menu of the first relative."""
        place = self.cell("•", 2)
        viewport = self.family.viewport()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, viewport.mapToGlobal(place))
        QApplication.sendEvent(viewport, event)

    def close_menu(self) -> None:
        """Leave it."""
        for menu in self.window.findChildren(QMenu):
            if menu.isVisible():
                menu.close()

    def warn_of_idleness(self) -> None:
        """Nobody has touched anything for so long that it is about to be cleared."""
        self.advance(PrivacySettings().idle_minutes * 60 - 20)

    def try_connection(self) -> list[str]:
        """What a connection test tells, and the end of the certificate, while somebody is on the screen."""
        ExpiryPresenter(self.window, self.runner)
        now = datetime.now(UTC)
        self.runner.opened.emit(CertificateFacts("a", "b", now - timedelta(9), now + timedelta(3)))
        test = GatedConnectionTest(Step.AGREEMENT)
        test.let()
        command = ConnectionTestCommand(self.window, lambda: test, views.ENVIRONMENT)
        self.window.command("test_connection").trigger()
        dialog = self.window.findChildren(ConnectionTestDialog)[0]
        presenter = dialog.panel.findChildren(ConnectionTestPresenter)[0]
        with self.qtbot.waitSignal(presenter.finished):
            dialog.panel.start_button.click()
        told = self.read()
        dialog.reject()
        assert command.shut_down()
        return told

    def crash(self) -> list[str]:
        """What is told when something fails over whoever is on the screen."""
        result = self.shown.result
        assert result is not None
        watch = CrashWatch((lambda: self.safekeeping.clear(ClearReason.FAULT),), self.window)
        presenter = CrashPresenter(self.window, lambda: "about")
        watch.crashed.connect(presenter.show)
        watch.start()
        with self.qtbot.waitSignal(watch.crashed):
            error = LookupError(result.person.name, result.person.cpr.digits, *result.person.row.fields)
            sys.excepthook(type(error), error, None)
        watch.stop()
        told = self.read()
        assert presenter.dialog is not None
        told.append(presenter.dialog.findChildren(QPlainTextEdit)[0].toPlainText())
        presenter.dialog.reject()
        return told

    def make_package(self) -> list[str]:
        """What the package for the helpdesk shows when a log tells of whoever is on the screen, who is refused."""
        result = self.shown.result
        assert result is not None
        log = "\n".join(item.value for item in result.person.row.fields)
        seen = SeenWords()
        seen.add(result)
        runner = PackageRunner(lambda: [("log/a.log", lambda: log)], seen)
        presenter = PackagePresenter(self.window, runner)
        with self.qtbot.waitSignal(runner.gathered):
            self.window.command("package").trigger()
        told = self.read()
        self.window.findChildren(PackageDialog)[0].reject()
        assert runner.shut_down()
        presenter.deleteLater()
        return told

    def fail(self, cpr: Cpr) -> None:
        """Look somebody up in vain."""
        self.lookup.fail(cpr, FamilieopslagError(faults.NO_CONNECTION, "an-id"))
        with self.qtbot.waitSignal(self.runner.failed):
            self.type(cpr.digits)
            self.qtbot.keyClick(self.field, Qt.Key.Key_Return)

    def audit_files(self, folder: Path) -> str:
        """What the real audit log makes of everything that was recorded."""
        log = log_in(folder)
        for entry in self.journal.entries:
            log.record(entry)
        return "\n".join(file.read_text("utf-8") for file in folder.iterdir() if file.suffix == ".jsonl")

    def _say_yes(self) -> None:
        """Fill in the question before something is revealed, and confirm it."""
        self.window.command("reveal").trigger()
        dialog = next(top for top in self.window.findChildren(RevealDialog) if top.isVisible())
        next(b for b in dialog.findChildren(QRadioButton) if b.text() == "Sagsbehandling").click()
        number = dialog.findChildren(QLineEdit)[0]
        number.setFocus()
        self.qtbot.keyClicks(number, "26/1234")
        self.click("Vis og log")

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
