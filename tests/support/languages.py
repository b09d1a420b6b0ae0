"""The two languages of the program, for tests that change from one to the other."""

from collections.abc import Iterator
from contextlib import contextmanager
from xml.etree import ElementTree as ET

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from familieopslag import resources
from familieopslag.domain.fields import FIELDS

ENGLISH_FILE = resources.root() / "i18n" / "familieopslag_en.ts"


@contextmanager
def language_given_back(app: QCoreApplication) -> Iterator[None]:
    """Whatever the program speaks meanwhile, afterwards it is the source's language."""
    before = QLocale()
    try:
        yield
    finally:
        for translator in app.findChildren(QTranslator):
            app.removeTranslator(translator)
            translator.deleteLater()
        QLocale.setDefault(before)


def foreign_lines(said: str, language: str) -> set[str]:
    """The lines of `said` that are a text of the program in the other language than `language` ("da", "en")."""
    pairs = [
        (message.findtext("source", ""), message.findtext("translation", ""))
        for message in ET.parse(ENGLISH_FILE).getroot().iter("message")
    ]
    danish, english = {source for source, _ in pairs}, {words for _, words in pairs}
    foreign = english - danish if language == "da" else danish - english
    register_terms = {spec.label for spec in FIELDS.values()}  # which nobody translates
    return set(said.splitlines()) & (foreign - register_terms)
