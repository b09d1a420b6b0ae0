"""Where the data came from and when, with the ids to quote to those who run the service."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget

from familieopslag.presentation.view_models import OriginView
from familieopslag.ui.flow import FlowLayout
from familieopslag.ui.labels import value_label


class OriginLine(QWidget):
    """The line below everything else. Its button copies the ids of all calls, which tell nothing of a person."""

    copied = Signal(int)
    """How many ids have been copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ids: tuple[str, ...] = ()
        self._words = value_label("", "")
        self._words.setObjectName("secondary")
        self._copy = QPushButton(self.tr("Kopiér"))
        self._copy.setObjectName("small")
        self._copy.setAccessibleName(self.tr("Kopiér opslags-id"))
        self._copy.clicked.connect(self._on_copy_clicked)
        layout = FlowLayout(gap=8, parent=self)
        layout.addWidget(self._words)
        layout.addWidget(self._copy)

    def show_origin(self, view: OriginView) -> None:
        """Show `view`. Of several ids the first is shown: one is enough to find the lookup."""
        self._ids = view.correlation_ids
        words = (
            self.tr("Kilde: {source} · hentet {time} · Opslags-id {id} og {count} til")
            if len(self._ids) > 1
            else self.tr("Kilde: {source} · hentet {time} · Opslags-id {id}")
        ).format(source=view.source, time=view.fetched, id=view.correlation_id, count=len(self._ids) - 1)
        self._words.setText(words)
        self._words.setAccessibleName(words)
        self._copy.setVisible(bool(self._ids))

    def clear(self) -> None:
        """Forget the lookup."""
        self._ids = ()
        self._words.setText("")
        self._words.setAccessibleName("")
        self._copy.hide()

    @Slot()
    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(self._ids))
        self.copied.emit(len(self._ids))
