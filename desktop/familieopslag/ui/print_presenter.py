"""Between the window and the printer: choose what and where, then rules, confirmation and record, then the sheet."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog

from familieopslag.domain import faults
from familieopslag.domain.accountability import AuditEvent
from familieopslag.domain.errand import Errand
from familieopslag.domain.faults import FaultReport
from familieopslag.domain.privacy import PrivacySettings
from familieopslag.presentation.environment import EnvironmentView
from familieopslag.presentation.export import Refusal
from familieopslag.presentation.printout import Printout, Stamp, print_person, print_with_family
from familieopslag.presentation.view_models import PersonView
from familieopslag.ui.file_dialogs import saving
from familieopslag.ui.main_window import MainWindow
from familieopslag.ui.on_record import Leaving, OnRecord, Wish
from familieopslag.ui.print_dialog import PrintDialog
from familieopslag.ui.sheet_painter import SheetPainter, SheetWords
from familieopslag.ui.shown import ShownPerson
from familieopslag.ui.translation import translate
from familieopslag.worker.print_runner import PrintJob, PrintRunner


class PrintPresenter(QObject):
    """Carries out Ctrl+P."""

    def __init__(
        self,
        window: MainWindow,
        shown: ShownPerson,
        on_record: OnRecord,
        runner: PrintRunner,
        privacy: PrivacySettings,
        *,
        user: str,
        environment: EnvironmentView,
        errand: Callable[[], Errand],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._shown = shown
        self._on_record = on_record
        self._runner = runner
        self._privacy = privacy
        self._user = user
        self._environment = environment
        self._errand = errand
        self._dialog: PrintDialog | None = None
        self._files: QFileDialog | None = None
        self._with_family = False
        window.command("print").triggered.connect(self._on_print)
        shown.forgotten.connect(self._on_forgotten)
        runner.printers_found.connect(self._on_printers_found)
        runner.finished.connect(self._on_finished)

    @Slot()
    def _on_print(self) -> None:
        view = self._shown.view
        if not self._privacy.printing:
            forbidden = faults.FORBIDDEN_BY_POLICY
            self._window.tell(
                f"{translate('faults', forbidden.text)} {translate('faults', forbidden.action)} ({forbidden.code})"
            )
            return
        if view is None:
            self._window.tell(self.tr("Der er ingen person at udskrive."))
            return
        if self._dialog is not None:
            return
        self._dialog = PrintDialog(
            family_refused=self._family_refused(view), notice=self._notice(view), parent=self._window
        )
        self._dialog.print_chosen.connect(self._on_printer_chosen)
        self._dialog.save_chosen.connect(self._on_save_chosen)
        self._dialog.finished.connect(self._on_dialog_finished)
        self._dialog.open()
        self._runner.find_printers()

    @Slot(object)
    def _on_printers_found(self, names: tuple[str, ...]) -> None:
        if self._dialog is not None:
            self._dialog.show_printers(names)

    @Slot(str)
    def _on_printer_chosen(self, printer: str) -> None:
        with_family = self._close_dialog()
        self._carry_out(with_family=with_family, printer=printer)

    @Slot()
    def _on_save_chosen(self) -> None:
        self._with_family = self._close_dialog()
        # The name tells when, never who.
        name = f"Familieopslag {_now():%Y-%m-%d %H%M}.pdf"
        files = saving(self._window, self.tr("Gem som PDF"), self.tr("PDF-filer (*.pdf)"), "pdf", name)
        files.fileSelected.connect(self._on_file_selected)
        files.finished.connect(self._on_files_finished)
        self._files = files
        files.open()

    @Slot(str)
    def _on_file_selected(self, name: str) -> None:
        self._carry_out(with_family=self._with_family, file=Path(name))

    @Slot()
    def _on_files_finished(self) -> None:
        if self._files is not None:
            self._files.deleteLater()
            self._files = None

    @Slot()
    def _on_dialog_finished(self) -> None:
        self._dialog = None

    @Slot()
    def _on_forgotten(self) -> None:
        """What was asked was asked about somebody who is not on the screen any more."""
        if self._dialog is not None:
            self._dialog.reject()
        if self._files is not None:
            self._files.reject()

    @Slot(object, object)
    def _on_finished(self, job: PrintJob, report: FaultReport | None) -> None:
        if report is not None:
            text, action = (
                translate("faults", words).format_map(report.values)
                for words in (report.fault.text, report.fault.action)
            )
            self._window.tell(f"{text} {action} ({report.fault.code} · {report.correlation_id})")
        elif job.file is not None:
            self._window.tell(self.tr("PDF-filen er gemt."))
        else:
            self._window.tell(
                self.tr("Udskriften er sendt til printeren {printer}.").format(printer=job.printer)
            )

    def _close_dialog(self) -> bool:
        """Whether the family was asked for."""
        dialog = self._dialog
        if dialog is None:
            return False
        with_family = dialog.with_family
        dialog.accept()
        return with_family

    def _carry_out(self, *, with_family: bool, printer: str = "", file: Path | None = None) -> None:
        stamp = self._stamp()

        def make(view: PersonView | None) -> Printout | Refusal:
            if view is None:
                return Refusal(self.tr("Der er ingen person at udskrive."))
            return (print_with_family if with_family else print_person)(view, stamp, translate)

        def deliver(leaving: Leaving) -> None:
            if isinstance(leaving, Printout):
                paint = SheetPainter(leaving, self._words()).paint
                self._runner.start(PrintJob(paint, file, printer))

        result, decided = self._shown.result, self._shown.visibility
        self._on_record.carry_out(
            Wish(
                AuditEvent.PRINTED,
                make,
                result.person.cpr if result is not None else None,
                decided.person.protection.value if decided is not None else "",
                self.tr("Udskriv og log"),
                deliver,
            )
        )

    def _family_refused(self, view: PersonView) -> str:
        printout = print_with_family(view, self._stamp(), translate)
        return printout.said if isinstance(printout, Refusal) else ""

    def _notice(self, view: PersonView) -> str:
        hides = view.address.is_hidden or (view.is_protected and not view.is_revealed)
        return self.tr("Beskyttede oplysninger kommer ikke med.") if hides else ""

    def _stamp(self) -> Stamp:
        return Stamp(self._user, _now(), self._errand(), self._environment)

    def _words(self) -> SheetWords:
        return SheetWords(page=self.tr("Side {page} af {pages}"), continued=self.tr("{title} (fortsat)"))


def _now() -> datetime:
    return datetime.now().astimezone()
