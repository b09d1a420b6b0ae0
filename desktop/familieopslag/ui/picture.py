"""The window as a picture, with a result in it, for the command line."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QLoggingCategory, Qt
from PySide6.QtWidgets import QApplication

from familieopslag.presentation.environment import EnvironmentView
from familieopslag.presentation.view_models import FailureView, PersonView
from familieopslag.ui import theme, translation
from familieopslag.ui.main_window import MainWindow


def write_picture(environment: EnvironmentView, shown: PersonView | FailureView, file: Path) -> None:
    """Write the window showing `shown` to `file` (PNG). Needs no display. Raises OSError when it can't be written."""
    app = QApplication.instance() or _offscreen_application()
    window = MainWindow(environment)
    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    window.show_idle()
    window.show()
    if isinstance(shown, PersonView):
        window.set_number(shown.heading.number)
        window.show_view(shown)
    else:
        window.show_failure(shown)
    app.processEvents()
    written = window.grab().save(str(file), "PNG")
    window.close()
    if not written:
        raise OSError("the picture could not be written")


def _offscreen_application() -> QApplication:
    """The picture is a file: no window is to flash up on anybody's screen."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # The offscreen platform says of every window that it cannot do what nobody asked of it.
    QLoggingCategory.setFilterRules("default.warning=false")
    app = QApplication(sys.argv[:1])
    translation.install(app, "da")
    theme.apply(app)
    return app
