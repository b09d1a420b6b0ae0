"""The program is started once more: the window that is there comes forward, and this start ends."""

import sys

from PySide6.QtWidgets import QApplication, QMessageBox

from familieopslag.domain.faults import ExitCode
from familieopslag.system.instance import Instance
from familieopslag.ui import translation
from familieopslag.ui.doorbell import ring

_PATIENCE_MS = 5_000


def call_first(instance: Instance) -> int:
    """0 when the first one's window has heard. Else the user is told that it hangs."""
    app = QApplication(sys.argv[:1])
    if ring(instance.address, _PATIENCE_MS):
        return ExitCode.OK
    translation.install(app)
    words = translation.translate(
        "second_start",
        "Familieopslag er allerede åbent, men svarer ikke. Vent et øjeblik, og prøv igen. Hjælper det ikke, "
        "så luk programmet i Jobliste, eller log af og på.",
    )
    sys.stderr.write(f"{words}\n") if sys.stderr is not None else None
    QMessageBox(QMessageBox.Icon.Warning, "Familieopslag", words).exec()
    return ExitCode.UNEXPECTED
