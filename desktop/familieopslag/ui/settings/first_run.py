"""The first run: four steps from nothing to a connection that has been tested."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from familieopslag.system.settings import Configuration
from familieopslag.ui.announcement import announce
from familieopslag.ui.dialog_size import fit_on_screen
from familieopslag.ui.flow import FlowLayout
from familieopslag.ui.labels import plain_label
from familieopslag.ui.settings import pages
from familieopslag.ui.settings.bench import Bench
from familieopslag.ui.settings.draft import CERTIFICATE, ENDPOINT, ENVIRONMENT
from familieopslag.ui.settings.draft_dialog import DraftDialog, dialog_button
from familieopslag.ui.settings.pages import Page
from familieopslag.ui.settings.port import SettingsDesk
from familieopslag.ui.settings.row import SettingRow
from familieopslag.worker.task_runner import TaskRunner

_WIDTH, _HEIGHT = 110, 44
"""In characters and lines of the font."""
_BETWEEN = 22


class FirstRunDialog(DraftDialog):
    """Nothing is written before the last step's "Gem og begynd"."""

    demo_requested = Signal()

    def __init__(
        self,
        configuration: Configuration,
        desk: SettingsDesk,
        tasks: TaskRunner,
        bench: Bench,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(configuration, desk, tasks, bench, parent)
        self.setWindowTitle(self.tr("Sæt Familieopslag op"))
        self.pages = self._made_steps()
        self._places = tuple(plain_label() for _ in self.pages)
        self._stack = QStackedWidget()
        for step in self.pages:
            self._stack.addWidget(step)
        self._hint = plain_label(name="problem")
        self._demo = dialog_button(self.tr("Prøv med testpersoner"))
        self._demo.clicked.connect(self._on_demo_clicked)
        self._cancel = dialog_button(self.tr("Annullér"))
        self._cancel.clicked.connect(self.reject)
        self._back = dialog_button(self.tr("Tilbage"))
        self._back.clicked.connect(self._on_back_clicked)
        self._next = dialog_button("")
        self._next.setObjectName("primary")
        self._next.setDefault(True)
        self._next.clicked.connect(self._on_next_clicked)
        self._lay_out()
        self.follow()
        self._show_step(0)

    def can_save(self) -> bool:
        """Only from the last step."""
        return False

    @Slot()
    def follow(self) -> None:
        """See DraftDialog; what was missing may be there now."""
        super().follow()
        self._hint.setText("")
        self._next.setEnabled(True)

    def _made_steps(self) -> tuple[Page, ...]:
        environment = Page(
            self.tr("Miljø"),
            self.tr(
                "Programmet er ikke sat op på denne pc endnu. Vælg det miljø, som kommunens serviceaftale gælder. "
                "Vil du kun se programmet, så vælg »Prøv med testpersoner«: det kræver ingen aftale."
            ),
        )
        certificate = Page(
            self.tr("Certifikat"),
            self.tr(
                "Vælg filen med kommunens certifikat og dets nøgle. Filen kopieres, som den er, og adgangskoden bliver "
                "aldrig skrevet i en fil."
            ),
        )
        identifiers = Page(
            self.tr("UUID'er"),
            self.tr(
                "De tre UUID'er står i serviceaftalen på Serviceplatformen. Du kan sætte dem ind med Ctrl+V."
            ),
        )
        test = Page(
            self.tr("Test"),
            self.tr("Prøv forbindelsen, før du begynder. Du kan gemme, selv om den ikke virker endnu."),
        )
        agreement = pages.keys_of(pages.CONNECTION)
        first = (ENVIRONMENT, ENDPOINT)
        environment.add_rows((key for key in agreement if key in first), self.row)
        certificate.add(self.certificate)
        identifiers.add_rows((key for key in agreement if key not in first), self.row)
        test.add(self.test)
        return (environment, certificate, identifiers, test)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self._demo)
        buttons.addStretch(1)
        for button in (self._cancel, self._back, self._next):
            buttons.addWidget(button)
        places = FlowLayout(_BETWEEN)
        for label in self._places:
            places.addWidget(label)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 14, 14, 14)
        layout.setSpacing(8)
        layout.addLayout(places)
        layout.addWidget(self.message)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._hint)
        layout.addLayout(buttons)
        fit_on_screen(self, _WIDTH, _HEIGHT)

    @property
    def _step(self) -> Page:
        return self.pages[self._stack.currentIndex()]

    def _show_step(self, number: int) -> None:
        self._stack.setCurrentIndex(number)
        is_last = number == len(self.pages) - 1
        for place, label in enumerate(self._places):
            is_here = place == number
            label.setText(f"{'▸ ' if is_here else ''}{place + 1}  {self.pages[place].title}")
            font = label.font()
            font.setBold(is_here)
            label.setFont(font)
        said = self.tr("Trin {number} af {count}: {title}").format(
            number=number + 1, count=len(self.pages), title=self._step.title
        )
        self._stack.setAccessibleName(said)
        self._back.setEnabled(number > 0)
        words = self.tr("Gem og begynd") if is_last else self.tr("Næste")
        self._next.setText(words)
        self._next.setAccessibleName(words)
        self._hint.setText("")
        announce(self, said)
        self._take_focus(self._step.rows)

    def _take_focus(self, rows: Iterable[SettingRow]) -> None:
        shown = [row for row in rows if row.isVisibleTo(self._step)]
        # Where nothing is to be done, the keyboard is on what is set, and a screen reader tells who has set it.
        row = next((row for row in shown if not row.is_steered), shown[0] if shown else None)
        if row is not None:
            row.take_focus()
        elif self._step is self.pages[1]:
            self.certificate.take_focus()
        elif self._step is self.pages[-1]:
            self.test.take_focus()
        else:
            self._next.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_back_clicked(self) -> None:
        self._show_step(self._stack.currentIndex() - 1)

    @Slot()
    def _on_next_clicked(self) -> None:
        if self.is_saving or self.certificate.is_importing or not self._is_whole():
            return
        if self._step is self.pages[-1]:
            self._next.setEnabled(False)
            self.start_saving()
        else:
            self._show_step(self._stack.currentIndex() + 1)

    def _is_whole(self) -> bool:
        """Whether nothing is missing on this step; else the keyboard is where it is."""
        wrong = [row for row in self._step.rows if row.isVisibleTo(self._step) and row.insist()]
        if wrong:
            self._say(self.tr("Ret det, der er markeret."))
            self._take_focus(wrong)
            return False
        is_certificate = self._step is self.pages[1]
        if is_certificate and not self.draft.text(CERTIFICATE):
            self._say(self.tr("Importér kommunens certifikat, før du går videre."))
            self.certificate.take_focus()
            return False
        return True

    def _say(self, words: str) -> None:
        self._hint.setText(f"⚠ {words}")
        announce(self, words)

    @Slot()
    def _on_demo_clicked(self) -> None:
        self.give_up()
        self.demo_requested.emit()
