"""Danish is the source; the English file has to keep up with it."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from pytestqt.qtbot import QtBot

from familieopslag.presentation.environment import EnvironmentView
from familieopslag.ui import translation
from familieopslag.ui.main_window import MainWindow
from tests.support.languages import ENGLISH_FILE, foreign_lines, language_given_back
from tests.support.shared_material import PROJECT_ROOT
from tests.support.widgets import everything_said

_TS = ENGLISH_FILE


def _tool(name: str) -> str:
    """A translation tool of the environment that runs the tests."""
    tool = shutil.which(name, path=str(Path(sys.executable).parent))
    assert tool is not None
    return tool


def _texts(file: Path) -> set[tuple[str, str]]:
    root = ET.parse(file).getroot()
    return {
        (context.findtext("name", ""), message.findtext("source", ""))
        for context in root.iter("context")
        for message in context.iter("message")
    }


@pytest.fixture
def english(qapp: QCoreApplication) -> Iterator[None]:
    with language_given_back(qapp):
        translation.install(qapp, "en")
        yield


def test_every_text_in_the_program_is_in_the_english_file(tmp_path: Path) -> None:
    files = sorted(
        str(file)
        for file in (PROJECT_ROOT / "desktop" / "familieopslag").rglob("*.py")
        if "testservice" not in file.parts
    )
    fresh = tmp_path / "fresh.ts"
    subprocess.run([_tool("pyside6-lupdate"), *files, "-ts", str(fresh)], check=True, capture_output=True)
    assert _texts(fresh) == _texts(_TS)


def test_every_text_has_english_words_with_the_same_placeholders() -> None:
    for message in ET.parse(_TS).getroot().iter("message"):
        source, words = message.findtext("source", ""), message.findtext("translation", "")
        assert words
        assert {part.partition("}")[0] for part in source.split("{")[1:]} == {
            part.partition("}")[0] for part in words.split("{")[1:]
        }


def test_the_compiled_file_is_that_of_the_source(tmp_path: Path) -> None:
    compiled = tmp_path / "fresh.qm"
    subprocess.run(
        [_tool("pyside6-lrelease"), str(_TS), "-qm", str(compiled)], check=True, capture_output=True
    )
    assert compiled.read_bytes() == _TS.with_suffix(".qm").read_bytes()


def test_the_window_speaks_english_to_those_who_ask_for_it(qtbot: QtBot, english: None) -> None:
    window = MainWindow(EnvironmentView("demo", "DEMO", "DEMO"))
    qtbot.addWidget(window)
    window.show_idle()
    said = everything_said(window)
    assert "Look up" in said
    assert foreign_lines(said, "en") == set()


def test_the_language_that_is_installed_last_is_the_one_that_is_spoken(
    qtbot: QtBot, qapp: QCoreApplication
) -> None:
    def spoken() -> tuple[str, str, str]:
        own = translation.translate("hotkeys", "Slå op igen")
        return own, translation.translate("QPlatformTheme", "Cancel"), QLocale().name()

    with language_given_back(qapp):
        for language in ("da", "en", "da"):
            translation.install(qapp, language)
            locale = "da_DK" if language == "da" else QLocale.system().name()
            expected = {"da": ("Slå op igen", "Annuller", locale), "en": ("Look up again", "Cancel", locale)}
            assert spoken() == expected[language]
        qtbot.waitUntil(lambda: len(qapp.findChildren(QTranslator)) == 1)
