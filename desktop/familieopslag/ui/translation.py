"""The user's language: Danish is the source, English comes from resources/i18n."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from familieopslag import resources


def install(app: QCoreApplication, language: str | None = None) -> None:
    """Install the translators for `language` ("da", "en"; None: the desktop's, Danish unless it is English)."""
    chosen = language or QLocale.system().name().partition("_")[0]
    if chosen == "en":
        _load(app, "familieopslag_en", str(resources.root() / "i18n"))
        return
    QLocale.setDefault(QLocale("da_DK"))
    _load(app, "qtbase_da", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))


def translate(context: str, text: str) -> str:
    """`text` in the user's language."""
    return QCoreApplication.translate(context, text)


def _load(app: QCoreApplication, name: str, folder: str) -> None:
    translator = QTranslator(app)
    if translator.load(name, folder):
        app.installTranslator(translator)
