"""A package for the helpdesk, to be read before it is saved: every part, as it will be in the file."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from familieopslag.system.diagnosis.package import Part
from familieopslag.ui import theme
from familieopslag.ui.icons import icon
from familieopslag.ui.labels import plain_label

_SIZE = (880, 560)


class PackageDialog(QDialog):
    """Shows; saves nothing by itself."""

    save_chosen = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Fejlpakke til it-support"))
        self._parts: tuple[Part, ...] = ()
        self._names = QListWidget()
        self._names.setAccessibleName(self.tr("Dele af fejlpakken"))
        height = self.fontMetrics().ascent()
        self._names.setIconSize(QSize(height, height))
        self._names.currentRowChanged.connect(self._on_row_changed)
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self.font().pointSizeF())
        self._text.setFont(font)
        self._text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._state = plain_label(
            self.tr("Samler oplysninger og prøver forbindelsen. Der slås ingen personer op …")
        )
        self._save = self._button(self.tr("Gem som …"))
        self._save.setObjectName("primary")
        self._save.setEnabled(False)
        self._save.clicked.connect(self.save_chosen)
        cancel = self._button(self.tr("Annullér"))
        cancel.clicked.connect(self.reject)
        halves = self._halves = QSplitter()
        halves.setChildrenCollapsible(False)
        for widget in (self._names, self._text):
            halves.addWidget(widget)
        halves.setStretchFactor(1, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self._save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(
            plain_label(
                self.tr(
                    "Pakken hjælper it-support med at finde en fejl. Den gemmes på din pc og sendes ikke til nogen. "
                    "Se her, hvad der kommer med."
                )
            )
        )
        layout.addWidget(halves, 1)
        layout.addWidget(self._state)
        layout.addLayout(buttons)
        self.resize(*_SIZE)
        self._names.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def parts(self) -> tuple[Part, ...]:
        """What can be read here, and nothing else."""
        return self._parts

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Let them be read. One that is refused keeps the package from being saved."""
        self._parts = tuple(parts)
        self._names.clear()
        for part in self._parts:
            item = QListWidgetItem(part.name)
            if part.is_refused:
                item.setIcon(icon("warning", theme.colours().text, self.fontMetrics().height()))
                item.setData(
                    Qt.ItemDataRole.AccessibleTextRole,
                    self.tr("{name}, kan ikke gemmes").format(name=part.name),
                )
            self._names.addItem(item)
        refused = [part.name for part in self._parts if part.is_refused]
        if refused:
            self._state.setText(
                "⚠ "
                + self.tr(
                    "Pakken kan ikke gemmes. Der står noget, som ligner et CPR-nummer, et navn eller en adresse, "
                    "i {part}. Fortæl it-support, hvilken del det er."
                ).format(part=", ".join(refused))
            )
        elif self._parts:
            self._state.setText(self.tr("Pakken indeholder ingen personoplysninger."))
        else:
            self._state.setText("⚠ " + self.tr("Der kunne ikke samles nogen oplysninger."))
        self._save.setEnabled(bool(self._parts) and not refused)
        self._save.setDefault(self._save.isEnabled())
        self._names.setCurrentRow(0)
        # Every name whole.
        names = self._names.sizeHintForColumn(0) + 3 * self.fontMetrics().averageCharWidth()
        self._halves.setSizes([names, max(self._halves.width() - names, 1)])

    @Slot(int)
    def _on_row_changed(self, row: int) -> None:
        part = self._parts[row] if 0 <= row < len(self._parts) else None
        if part is None:
            self._text.clear()
        elif part.is_refused:
            self._text.setPlainText(self.tr("Vises ikke: der er noget i den, som måske handler om nogen."))
        else:
            self._text.setPlainText(part.text)
        self._text.setAccessibleName(
            self.tr("Indhold af {name}").format(name=part.name) if part else self.tr("Intet valgt")
        )

    @staticmethod
    def _button(words: str) -> QPushButton:
        button = QPushButton(words)
        button.setAccessibleName(words)
        button.setAutoDefault(False)
        return button
