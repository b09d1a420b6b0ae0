"""Printing and PDF: asked for, recorded, and then made in a thread; nothing of anybody in names or properties."""

import io
import os
import stat
import sys
import threading
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QPagedPaintDevice
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QRadioButton
from pytestqt.qtbot import QtBot

from familieopslag.domain.accountability import AuditEvent
from familieopslag.domain.cpr import Cpr
from familieopslag.domain.privacy import PrivacySettings
from familieopslag.ui.print_dialog import PrintDialog
from familieopslag.ui.sheet_painter import SheetPainter
from familieopslag.worker.print_runner import PrintJob, PrintRunner
from familieopslag.worker.printers import PrintingError, SystemPrinters, pdf_of
from tests.gui.conftest import OpenDesk
from tests.gui.guarded_desk import CONTROL, USER, GuardedDesk, StubPrinters, dialogs
from tests.support.replies import (
    OTHER_STREET,
    STREET,
    family_of,
    invented_number,
    main_row,
    own_row,
    protected_main,
    relative_row,
)

ME = invented_number()
CHILD = invented_number(born=date(2015, 4, 9))
OPEN = (main_row(ME, ADRNVN="Æbeløe Øst Åsted"), own_row(ME), relative_row(CHILD))
PROTECTED = (*protected_main(ME), relative_row(CHILD))
FAMILY = "Personen og familien (uden adresser)"


def _open_dialog(desk: GuardedDesk) -> PrintDialog:
    # What a window manager does when a dialog closes.
    desk.window.activateWindow()
    desk.qtbot.waitUntil(desk.window.isActiveWindow)
    with desk.qtbot.waitSignal(desk.printing.printers_found):
        desk.press(Qt.Key.Key_P, CONTROL)
    (dialog,) = dialogs()
    assert isinstance(dialog, PrintDialog)
    return dialog


def _radio(dialog: PrintDialog, words: str) -> QRadioButton:
    return next(button for button in dialog.findChildren(QRadioButton) if button.text() == words)


def _choose_file(desk: GuardedDesk, file: Path) -> None:
    """Press "Gem som PDF …" and choose `file` in the dialog that comes."""
    desk.click("Gem som PDF …")
    (files,) = dialogs()
    assert isinstance(files, QFileDialog)
    files.selectFile(str(file))
    files.accept()


def _save(desk: GuardedDesk, file: Path) -> None:
    """The same, and wait until it is saved or not."""
    with desk.qtbot.waitSignal(desk.printing.finished):
        _choose_file(desk, file)


def _text(pdf: bytes) -> str:
    """Every word of every page, with one blank between."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())


# -- on paper


def test_the_person_is_printed_on_the_printer_that_was_chosen(desk: GuardedDesk) -> None:
    desk.look_up(*OPEN)
    dialog = _open_dialog(desk)
    assert _radio(dialog, "Kun personen").isChecked()
    dialog.findChildren(QComboBox)[0].setCurrentText("Borgerservice")
    with desk.qtbot.waitSignal(desk.printing.finished):
        desk.click("Udskriv")
    ((printer, pdf),) = desk.printers.sent
    assert printer == "Borgerservice"
    text = _text(pdf)
    for told in (
        "Æbeløe Øst Åsted",
        STREET,
        "9000 Aalborg",
        USER,
        "Borgerservice",
        "26/1234",
        "id-1",
        "TEST",
    ):
        assert told in text
    assert "Side 1 af 1" in text
    assert "Slægt" not in text
    assert desk.window.status == "Udskriften er sendt til printeren Borgerservice."
    (entry,) = desk.journal.entries
    assert (entry.event, entry.subject, entry.details) == (AuditEvent.PRINTED, Cpr(ME), ("person",))


def test_the_usual_printer_is_chosen_beforehand(desk: GuardedDesk) -> None:
    desk.look_up(*OPEN)
    dialog = _open_dialog(desk)
    assert dialog.findChildren(QComboBox)[0].currentText() == "Kopirum 2"


def test_nothing_is_printed_until_it_is_on_record(desk: GuardedDesk) -> None:
    desk.look_up(*OPEN)
    _open_dialog(desk)
    desk.journal.close_gate()
    desk.click("Udskriv")
    desk.journal.wait_until_reached()
    assert desk.printers.sent == []
    with desk.qtbot.waitSignal(desk.printing.finished):
        desk.journal.open_gate()
    assert len(desk.printers.sent) == 1


def test_what_cannot_be_recorded_is_not_printed(desk: GuardedDesk) -> None:
    desk.look_up(*OPEN)
    _open_dialog(desk)
    desk.journal.accepts = 0
    with desk.qtbot.assertNotEmitted(desk.printing.finished), desk.qtbot.waitSignal(desk.records.refused):
        desk.click("Udskriv")
    assert "det kan ikke logges" in desk.window.status
    assert desk.printing.shut_down()
    assert desk.printers.sent == []


def test_a_printer_that_takes_nothing_is_told(desk: GuardedDesk) -> None:
    desk.look_up(*OPEN)
    _open_dialog(desk)
    desk.printers.broken = True
    with desk.qtbot.waitSignal(desk.printing.finished):
        desk.click("Udskriv")
    assert "kunne ikke sendes til printeren Kopirum 2" in desk.window.status
    assert "FO-076" in desk.window.status


def test_without_a_printer_a_pdf_can_be_saved(desk: GuardedDesk) -> None:
    desk.printers.known = ()
    desk.look_up(*OPEN)
    dialog = _open_dialog(desk)
    assert not desk.button("Udskriv").isEnabled()
    assert dialog.findChildren(QComboBox)[0].currentText() == "Ingen printer fundet"
    assert desk.button("Gem som PDF …").isEnabled()


# -- what may be printed


def test_the_family_comes_without_addresses(desk: GuardedDesk) -> None:
    desk.look_up(*OPEN)
    _radio(_open_dialog(desk), FAMILY).click()
    with desk.qtbot.waitSignal(desk.printing.finished):
        desk.click("Udskriv")
    text = _text(desk.printers.sent[0][1])
    assert "Slægt Testesen" in text
    assert Cpr(CHILD).masked in text
    for address in (STREET, OTHER_STREET, "9000", "9400"):
        assert address not in text
    assert desk.journal.entries[0].details == ("person og familie",)


def test_the_family_is_refused_in_words_when_somebody_is_protected(desk: GuardedDesk) -> None:
    desk.look_up(*PROTECTED)
    dialog = _open_dialog(desk)
    family = _radio(dialog, FAMILY)
    assert not family.isEnabled()
    assert "en af personerne er beskyttet" in family.accessibleDescription()
    desk.printers.sent.clear()
    with desk.qtbot.waitSignal(desk.printing.finished):
        desk.click("Udskriv")
    text = _text(desk.printers.sent[0][1])
    assert "BESKYTTET" in text
    assert "Beskyttet person" in text
    for hidden in ("Testesen", STREET, "9000", ME[6:]):
        assert hidden not in text


def test_a_revealed_person_is_printed_after_a_confirmation(desk: GuardedDesk) -> None:
    desk.look_up(*PROTECTED)
    desk.shown.reveal(None)
    _open_dialog(desk)
    desk.click("Udskriv")
    assert desk.records.shut_down()
    assert desk.journal.entries == []
    with desk.qtbot.waitSignal(desk.printing.finished):
        desk.click("Udskriv og log")
    assert STREET in _text(desk.printers.sent[0][1])
    assert desk.journal.entries[0].details == ("person", "brev til personen selv")


def test_where_printing_is_forbidden_nothing_opens(open_desk: OpenDesk) -> None:
    desk = open_desk(PrivacySettings(printing=False))
    desk.look_up(*OPEN)
    desk.press(Qt.Key.Key_P, CONTROL)
    assert dialogs() == []
    assert "Din administrator har spærret for det." in desk.window.status


def test_without_a_person_there_is_nothing_to_print(desk: GuardedDesk) -> None:
    desk.press(Qt.Key.Key_P, CONTROL)
    assert dialogs() == []
    assert desk.window.status == "Der er ingen person at udskrive."


def test_the_dialogs_go_with_the_person(desk: GuardedDesk) -> None:
    desk.look_up(*OPEN)
    _open_dialog(desk)
    desk.shown.forget()
    assert dialogs() == []
    desk.look_up(*OPEN)
    _open_dialog(desk)
    desk.click("Gem som PDF …")
    desk.shown.forget()
    assert dialogs() == []


def test_every_control_of_the_dialog_has_a_name(desk: GuardedDesk) -> None:
    desk.look_up(*OPEN)
    dialog = _open_dialog(desk)
    for radio in dialog.findChildren(QRadioButton):
        assert radio.text()
    assert dialog.findChildren(QComboBox)[0].accessibleName() == "Printer"
    assert ME not in " ".join(w.accessibleName() + w.windowTitle() for w in (dialog, desk.window))


# -- the file


def test_a_pdf_lands_where_the_user_wants_it_and_nowhere_else(desk: GuardedDesk, tmp_path: Path) -> None:
    desk.look_up(*OPEN)
    _open_dialog(desk)
    file = tmp_path / "udskrift.pdf"
    _save(desk, file)
    assert desk.window.status == "PDF-filen er gemt."
    assert "Æbeløe Øst Åsted" in _text(file.read_bytes())
    assert list(tmp_path.iterdir()) == [file]
    if sys.platform != "win32":
        assert stat.S_IMODE(file.stat().st_mode) == stat.S_IRUSR | stat.S_IWUSR


def test_the_offered_name_and_the_properties_tell_of_nobody(desk: GuardedDesk, tmp_path: Path) -> None:
    desk.look_up(*OPEN)
    _open_dialog(desk)
    desk.click("Gem som PDF …")
    (files,) = dialogs()
    assert isinstance(files, QFileDialog)
    (offered,) = files.selectedFiles()
    assert "Testesen" not in offered
    assert ME[:6] not in offered
    files.selectFile(str(tmp_path / "a.pdf"))
    with desk.qtbot.waitSignal(desk.printing.finished):
        files.accept()
    reader = PdfReader(tmp_path / "a.pdf")
    told = {key: value for key, value in (reader.metadata or {}).items() if "Date" not in key}
    assert set(told) <= {"/Title", "/Creator", "/Author", "/Producer", "/Trapped"}
    assert (told["/Title"], told["/Creator"], told["/Author"]) == ("Familieopslag", "Familieopslag", "")
    assert reader.xmp_metadata is not None
    properties = reader.xmp_metadata.rdf_root.toxml()
    for word in ("Æbeløe", "Øst", STREET, ME):
        assert word not in properties


def test_no_folder_is_remembered(desk: GuardedDesk, tmp_path: Path) -> None:
    desk.look_up(*OPEN)
    _open_dialog(desk)
    _save(desk, tmp_path / "a.pdf")
    settings = QSettings(QSettings.Scope.UserScope, "QtProject")

    def remembered() -> str:
        settings.sync()
        return f"{settings.value('FileDialog/history')} {settings.value('FileDialog/lastVisited')}"

    # It is written when the dialog is destroyed.
    desk.qtbot.waitUntil(lambda: not desk.window.findChildren(QFileDialog))
    assert str(tmp_path) not in remembered()


def test_a_place_that_cannot_be_written_is_told(desk: GuardedDesk, tmp_path: Path) -> None:
    desk.look_up(*OPEN)
    _open_dialog(desk)
    _save(desk, tmp_path / "no such folder" / "a.pdf")
    assert desk.window.status.startswith("PDF-filen kunne ikke gemmes der. Vælg en anden mappe")
    assert "FO-075" in desk.window.status
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_fails_leaves_the_one_before(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(b"before")

    def broken(device: QPagedPaintDevice) -> None:
        del device
        raise OSError("no drawing")

    runner = PrintRunner(StubPrinters)
    with qtbot.waitSignal(runner.finished):
        runner.start(PrintJob(broken, file))
    assert file.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [file]
    assert runner.shut_down()


def test_it_is_painted_and_written_in_another_thread(qtbot: QtBot, tmp_path: Path) -> None:
    threads: list[int] = []

    def paint(device: QPagedPaintDevice) -> None:
        del device
        threads.append(threading.get_ident())

    runner = PrintRunner(StubPrinters)
    with qtbot.waitSignal(runner.finished):
        runner.start(PrintJob(paint, tmp_path / "a.pdf"))
    assert threads
    assert threading.get_ident() not in threads
    assert runner.shut_down()


# -- the sheet


def test_a_long_family_goes_on_over_the_pages_with_heading_and_stamp(desk: GuardedDesk) -> None:
    main, listed = family_of(ME, 90)
    desk.look_up(main, *listed)
    _radio(_open_dialog(desk), FAMILY).click()
    with desk.qtbot.waitSignal(desk.printing.finished):
        desk.click("Udskriv")
    pages = [
        " ".join(page.extract_text().split())
        for page in PdfReader(io.BytesIO(desk.printers.sent[0][1])).pages
    ]
    assert len(pages) == 3
    assert sum(page.count("Slægt Testesen") for page in pages) == 89
    for number, page in enumerate(pages, start=1):
        assert f"Side {number} af 3" in page
        assert USER in page
        # In the stamp, and across the page.
        assert page.count("TEST") == 2
    for page in pages[1:]:
        assert "Opdigt Testesen (fortsat)" in page
        assert "Børn (fortsat)" in page


def test_every_page_of_a_protected_person_is_marked(desk: GuardedDesk) -> None:
    desk.look_up(*PROTECTED)
    _open_dialog(desk)
    with desk.qtbot.waitSignal(desk.printing.finished):
        desk.click("Udskriv")
    pages = PdfReader(io.BytesIO(desk.printers.sent[0][1])).pages
    assert all("BESKYTTET" in page.extract_text() for page in pages)


def test_data_is_printed_letter_by_letter(desk: GuardedDesk) -> None:
    desk.look_up(main_row(ME, ADRNVN="<b>Opdigt</b> & Søn"), own_row(ME))
    _open_dialog(desk)
    with desk.qtbot.waitSignal(desk.printing.finished):
        desk.click("Udskriv")
    assert "<b>Opdigt</b> & Søn" in _text(desk.printers.sent[0][1])


# -- into the print queue of Linux

_LP = """#!{python}
import pathlib, sys
pathlib.Path({folder!r}, "arguments").write_text("\\n".join(sys.argv[1:]), "utf-8")
pathlib.Path({folder!r}, "document").write_bytes(sys.stdin.buffer.read())
sys.exit({code})
"""


def _install_lp(folder: Path, monkeypatch: pytest.MonkeyPatch, code: int = 0) -> None:
    programs = folder / "bin"
    programs.mkdir()
    lp = programs / "lp"
    lp.write_text(_LP.format(python=sys.executable, folder=str(folder), code=code), "utf-8")
    lp.chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")


def _one_page(device: QPagedPaintDevice) -> None:
    from familieopslag.presentation.printout import Printout, Section

    document = Printout("Opdigt Testesen", "", "", "", (), (Section("A", (("b", "c"),)),), "", "person")
    SheetPainter(document).paint(device)


linux = pytest.mark.skipif(sys.platform == "win32", reason="lp is of Linux and macOS")


@linux
def test_lp_gets_the_document_and_nobody_s_name(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _install_lp(tmp_path, monkeypatch)
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    SystemPrinters().spool("Kopirum 2", _one_page)
    assert (tmp_path / "arguments").read_text("utf-8").split("\n") == [
        "-d",
        "Kopirum 2",
        "-t",
        "Familieopslag",
    ]
    assert "Opdigt Testesen" in _text((tmp_path / "document").read_bytes())
    assert list(temporary.iterdir()) == []


@linux
def test_an_lp_that_fails_is_told_without_its_words(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _install_lp(tmp_path, monkeypatch, code=1)
    with pytest.raises(PrintingError, match="lp 1"):
        SystemPrinters().spool("Kopirum 2", _one_page)


@linux
def test_without_lp_there_are_no_printers(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert SystemPrinters().names() == ()
    with pytest.raises(PrintingError):
        SystemPrinters().spool("Kopirum 2", _one_page)


def test_a_document_is_painted_in_memory(qapp: QApplication) -> None:
    assert pdf_of(_one_page).startswith(b"%PDF-")
