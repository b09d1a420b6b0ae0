"""The user's language: Danish is the source, English comes from resources/i18n."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, Qt, QTranslator

from familieopslag import resources


def install(app: QCoreApplication, language: str | None = None) -> None:
    """Speak `language` ("da", "en"; None: the desktop's, Danish unless it is English) from now on.

    Texts that are on the screen already stay as they are: a window is made in one language.
    """
    for before in app.findChildren(QTranslator, options=Qt.FindChildOption.FindDirectChildrenOnly):
        app.removeTranslator(before)
        before.deleteLater()
    chosen = language or QLocale.system().name().partition("_")[0]
    if chosen == "en":
        QLocale.setDefault(QLocale.system())
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
