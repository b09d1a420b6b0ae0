"""Between the window and the package for the helpdesk: gather, let it be read, save."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog

from familieopslag.domain.faults import FaultReport
from familieopslag.presentation.failures import present_failure
from familieopslag.system.diagnosis.package import Part
from familieopslag.ui.file_dialogs import saving
from familieopslag.ui.main_window import MainWindow
from familieopslag.ui.translation import translate
from familieopslag.worker.package_runner import PackageRunner

if TYPE_CHECKING:
    from familieopslag.ui.package_dialog import PackageDialog


class PackagePresenter(QObject):
    """Carries out Hjælp > Lav fejlpakke."""

    def __init__(self, window: MainWindow, runner: PackageRunner) -> None:
        super().__init__(window)
        self._window = window
        self._runner = runner
        self._dialog: PackageDialog | None = None
        self._files: QFileDialog | None = None
        window.command("package").triggered.connect(self._on_package)
        runner.gathered.connect(self._on_gathered)
        runner.saved.connect(self._on_saved)

    @Slot()
    def _on_package(self) -> None:
        if self._dialog is not None:
            return
        from familieopslag.ui.package_dialog import PackageDialog

        self._dialog = PackageDialog(self._window)
        self._dialog.save_chosen.connect(self._on_save_chosen)
        self._dialog.finished.connect(self._on_dialog_finished)
        self._dialog.open()
        self._runner.gather()

    @Slot(object)
    def _on_gathered(self, parts: tuple[Part, ...]) -> None:
        if self._dialog is not None:
            self._dialog.show_parts(parts)

    @Slot()
    def _on_save_chosen(self) -> None:
        if self._dialog is None:
            return
        name = f"Familieopslag fejlpakke {datetime.now().astimezone():%Y-%m-%d %H%M}.zip"
        files = saving(self._dialog, self.tr("Gem fejlpakke"), self.tr("Zip-filer (*.zip)"), "zip", name)
        files.fileSelected.connect(self._on_file_selected)
        files.finished.connect(self._on_files_finished)
        self._files = files
        files.open()

    @Slot(str)
    def _on_file_selected(self, name: str) -> None:
        if self._dialog is not None:
            self._runner.save(Path(name), self._dialog.parts)
            self._dialog.accept()

    @Slot(object)
    def _on_saved(self, fault: FaultReport | None) -> None:
        if fault is None:
            self._window.tell(self.tr("Fejlpakken er gemt. Den indeholder ingen personoplysninger."))
        else:
            self._window.show_message(present_failure(fault, datetime.now().astimezone(), translate))

    @Slot()
    def _on_files_finished(self) -> None:
        if self._files is not None:
            self._files.deleteLater()
            self._files = None

    @Slot()
    def _on_dialog_finished(self) -> None:
        self._dialog = None
