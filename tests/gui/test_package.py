"""The package for the helpdesk: read first, then saved as it was read, and never with anybody in it."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog, QListWidget, QPlainTextEdit, QPushButton

from familieopslag.system.diagnosis.package import Source
from familieopslag.ui.package_dialog import PackageDialog
from familieopslag.ui.package_presenter import PackagePresenter
from familieopslag.worker.package_runner import PackageRunner
from tests.gui.guarded_desk import GuardedDesk
from tests.support.replies import invented_number, main_row
from tests.support.widgets import everything_said

ME = invented_number()
NAME = "Sjællandsen"


class Scene:
    """A desk with the presenter at it; `texts` is what the parts will say."""

    def __init__(self, desk: GuardedDesk) -> None:
        self.desk = desk
        self.texts = {"versioner.txt": "Familieopslag 1", "log/a.log": "lookup ok"}
        self.runner = PackageRunner(self._sources, desk.seen)
        self.presenter = PackagePresenter(desk.window, self.runner)

    def _sources(self) -> list[Source]:
        return [(name, lambda text=text: text) for name, text in self.texts.items()]

    def open(self) -> PackageDialog:
        """By the menu, and wait for the parts."""
        with self.desk.qtbot.waitSignal(self.runner.gathered):
            self.desk.window.command("package").trigger()
        return self.dialogs()[0]

    def dialogs(self) -> list[PackageDialog]:
        """Those that are open."""
        return [d for d in self.desk.window.findChildren(PackageDialog) if d.isVisible()]

    def save(self, dialog: PackageDialog, file: Path) -> None:
        """Press the button, and choose `file` in the system's dialog."""
        self.button(dialog).click()
        files = dialog.findChildren(QFileDialog)[0]
        with self.desk.qtbot.waitSignal(self.runner.saved):
            files.fileSelected.emit(str(file))

    @staticmethod
    def button(dialog: PackageDialog) -> QPushButton:
        """The one that saves."""
        return next(b for b in dialog.findChildren(QPushButton) if b.text() == "Gem som …")


@pytest.fixture
def scene(desk: GuardedDesk) -> Iterator[Scene]:
    scene = Scene(desk)
    yield scene
    assert scene.runner.shut_down()


def test_every_part_can_be_read_and_is_saved_as_it_was_read(scene: Scene, tmp_path: Path) -> None:
    dialog = scene.open()
    names, text = dialog.findChildren(QListWidget)[0], dialog.findChildren(QPlainTextEdit)[0]
    assert [names.item(row).text() for row in range(names.count())] == [*scene.texts]
    for row, said in enumerate(scene.texts.values()):
        names.setCurrentRow(row)
        assert text.toPlainText() == said
    scene.texts["log/a.log"] = "written after it was read"
    scene.save(dialog, tmp_path / "package.zip")
    with zipfile.ZipFile(tmp_path / "package.zip") as package:
        assert package.read("log/a.log") == b"lookup ok"
    assert "Fejlpakken er gemt" in scene.desk.window.status
    assert scene.dialogs() == []


@pytest.mark.parametrize("text", [f"about {NAME}", f"about {ME}"])
def test_somebody_who_was_seen_stops_it_and_is_not_shown(scene: Scene, text: str) -> None:
    scene.desk.look_up(main_row(ME, ADRNVN=f"Per {NAME}", CNVN_EFTERNVN=NAME))
    scene.texts["log/a.log"] = text
    dialog = scene.open()
    dialog.findChildren(QListWidget)[0].setCurrentRow(1)
    said = everything_said(dialog)
    assert "i log/a.log" in said
    assert NAME not in said
    assert ME[6:] not in said
    assert not scene.button(dialog).isEnabled()


def test_somebody_is_remembered_after_everything_was_cleared(scene: Scene) -> None:
    scene.desk.look_up(main_row(ME, ADRNVN=f"Per {NAME}"))
    scene.desk.window.command("clear_all").trigger()
    scene.texts["log/a.log"] = NAME
    assert not scene.button(scene.open()).isEnabled()


def test_what_cannot_be_saved_is_told_with_an_id(scene: Scene, tmp_path: Path) -> None:
    (tmp_path / "package.zip").mkdir()
    scene.save(scene.open(), tmp_path / "package.zip")
    said = everything_said(scene.desk.window)
    assert "FO-004" in said
    assert "Fejlpakken er ikke gemt" in said


def test_the_menu_opens_one_dialog(scene: Scene) -> None:
    scene.open()
    scene.desk.window.command("package").trigger()
    assert len(scene.dialogs()) == 1


def test_qt_remembers_no_folder(scene: Scene, tmp_path: Path) -> None:
    dialog = scene.open()
    scene.save(dialog, tmp_path / "package.zip")
    settings = QSettings(QSettings.Scope.UserScope, "QtProject")
    assert not settings.contains("FileDialog/lastVisited") or str(tmp_path) not in str(
        settings.value("FileDialog/lastVisited")
    )
