"""What this program is, and what it does not do."""

import platform

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QVBoxLayout, QWidget

from familieopslag import __version__
from familieopslag.ui.labels import VALUE_MARGIN, plain_label, value_label


class AboutPage(QWidget):
    """Texts that can be reached by keyboard."""

    def __init__(self) -> None:
        super().__init__()
        title = plain_label(f"Familieopslag {__version__}", name="failureTitle")
        texts = (
            self.tr("Opslag af personer og deres familie i KOMBIT Serviceplatformens SF6006 Familie+."),
            self.tr("Programmet sender ingen data til leverandøren. Det opdaterer ikke sig selv."),
            self.tr("SF6006 Familie+ er lukket for nye anvendere. KOMBIT henviser til SF1520 og SF1525."),
            self.tr("Licens: European Union Public Licence (EUPL) 1.2. Programmet er uden garanti."),
            self.tr("Qt {qt} · Python {python} · {system}").format(
                qt=qVersion(),
                python=platform.python_version(),
                system=f"{platform.system()} {platform.machine()}",
            ),
        )
        title.setMargin(VALUE_MARGIN)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(title)
        for text in texts:
            value = value_label(text, "")
            value.setAccessibleName(text)
            layout.addWidget(value)
        layout.addStretch(1)
