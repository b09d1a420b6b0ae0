"""The first run: four steps from nothing to a connection that has been tested; five where there is no keyring."""

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
from familieopslag.ui.settings.buttons import dialog_button
from familieopslag.ui.settings.draft import CERTIFICATE, ENDPOINT, ENVIRONMENT, KEY_FILE
from familieopslag.ui.settings.draft_dialog import DraftDialog
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
        self._environment, self._certificate, self._identifiers, self._log, self._test = self._made_steps()
        self.pages = (self._environment, self._certificate, self._identifiers, self._log, self._test)
        self._has_log_step = False
        self._is_looking = False
        """Whether the next step depends on what is found out about the log's key."""
        self.audit_key.found.connect(self._on_key_found)
        self.audit_key.missing.connect(self._on_key_missing)
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
        self._show_step(self._environment)

    def can_save(self) -> bool:
        """Only from the last step."""
        return False

    @Slot()
    def follow(self) -> None:
        """See DraftDialog; what was missing may be there now."""
        super().follow()
        self._hint.setText("")
        self._is_looking = False
        self._next.setEnabled(True)

    def _made_steps(self) -> tuple[Page, Page, Page, Page, Page]:
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
        log = Page(self.tr("Log"))
        test = Page(
            self.tr("Test"),
            self.tr("Prøv forbindelsen, før du begynder. Du kan gemme, selv om den ikke virker endnu."),
        )
        agreement = pages.keys_of(pages.CONNECTION)
        first = (ENVIRONMENT, ENDPOINT)
        environment.add_rows((key for key in agreement if key in first), self.row)
        certificate.add(self.certificate)
        identifiers.add_rows((key for key in agreement if key not in first), self.row)
        log.add(self.audit_key)
        log.add_rows((KEY_FILE,), self.row)
        test.add(self.test)
        return environment, certificate, identifiers, log, test

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

    @property
    def _steps(self) -> list[Page]:
        """Those that there are on this computer."""
        return [page for page in self.pages if page is not self._log or self._has_log_step]

    def _show_step(self, step: Page) -> None:
        self._stack.setCurrentWidget(step)
        steps = self._steps
        for page, label in zip(self.pages, self._places, strict=True):
            is_here = page is step
            label.setVisible(page in steps)
            place = steps.index(page) + 1 if page in steps else 0
            label.setText(f"{'▸ ' if is_here else ''}{place}  {page.title}")
            font = label.font()
            font.setBold(is_here)
            label.setFont(font)
        said = self.tr("Trin {number} af {count}: {title}").format(
            number=steps.index(step) + 1, count=len(steps), title=step.title
        )
        self._stack.setAccessibleName(said)
        self._back.setEnabled(step is not steps[0])
        words = self.tr("Gem og begynd") if step is self._test else self.tr("Næste")
        self._next.setText(words)
        self._next.setAccessibleName(words)
        self._next.setEnabled(True)
        self._is_looking = False
        self._hint.setText("")
        announce(self, f"{said}. {self.audit_key.words}" if step is self._log else said)
        self._take_focus(step.rows)

    def _show_neighbour(self, offset: int) -> None:
        self._show_step(self._steps[self._steps.index(self._step) + offset])

    def _take_focus(self, rows: Iterable[SettingRow]) -> None:
        shown = [row for row in rows if row.isVisibleTo(self._step)]
        # Where nothing is to be done, the keyboard is on what is set, and a screen reader tells who has set it.
        row = next((row for row in shown if not row.is_steered), shown[0] if shown else None)
        if row is not None:
            row.take_focus()
        elif self._step is self._certificate:
            self.certificate.take_focus()
        elif self._step is self._test:
            self.test.take_focus()
        else:
            self._next.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_back_clicked(self) -> None:
        self._show_neighbour(-1)

    @Slot()
    def _on_next_clicked(self) -> None:
        if self.is_saving or self.certificate.is_importing or not self._is_whole():
            return
        if self._step is self._test:
            self._next.setEnabled(False)
            self.start_saving()
        elif self._step in (self._identifiers, self._log):
            self._next.setEnabled(False)
            self._is_looking = True
            self.audit_key.look()
        else:
            self._show_neighbour(1)

    @Slot()
    def _on_key_found(self) -> None:
        if self._is_looking:
            self._show_step(self._test)

    @Slot()
    def _on_key_missing(self) -> None:
        if not self._is_looking:
            return
        is_told = self._step is self._log
        if is_told and self.audit_key.is_steered:
            self._show_step(self._test)  # there is nothing that could be done here
            return
        self._has_log_step = True
        self._show_step(self._log)
        if is_told and self.draft.text(KEY_FILE):
            self._say(self.tr("Ret det, der er markeret."))
        elif is_told:
            self._say(self.tr("Vælg en fil til loggens nøgle, før du går videre."))

    def _is_whole(self) -> bool:
        """Whether nothing is missing on this step; else the keyboard is where it is."""
        wrong = [row for row in self._step.rows if row.isVisibleTo(self._step) and row.insist()]
        if wrong:
            self._say(self.tr("Ret det, der er markeret."))
            self._take_focus(wrong)
            return False
        if self._step is self._certificate and not self.draft.text(CERTIFICATE):
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
