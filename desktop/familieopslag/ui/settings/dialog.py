"""The settings window (Ctrl+,): pages on the left, what is set on the right, nothing in force before "Gem"."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from familieopslag.domain.faults import FaultReport, report_of
from familieopslag.presentation.failures import present_failure
from familieopslag.system.configuration.key import Key
from familieopslag.system.configuration.kinds import Value
from familieopslag.system.settings import Configuration
from familieopslag.ui.labels import plain_label
from familieopslag.ui.message_bar import MessageBar
from familieopslag.ui.settings import pages
from familieopslag.ui.settings.about_page import AboutPage
from familieopslag.ui.settings.bench import Bench, DraftTest
from familieopslag.ui.settings.certificate_panel import CertificatePanel
from familieopslag.ui.settings.draft import ENDPOINT, Draft
from familieopslag.ui.settings.inquiry import Inquiry
from familieopslag.ui.settings.pages import Page
from familieopslag.ui.settings.port import SettingsDesk
from familieopslag.ui.settings.proxy_password import ProxyPassword
from familieopslag.ui.settings.row import SettingRow
from familieopslag.ui.settings.unsaved import UnsavedQuestion
from familieopslag.ui.sizes import fit_on_screen
from familieopslag.ui.translation import translate
from familieopslag.worker.task_runner import TaskRunner

_PROXY_USER = "proxy_user"
_WIDTH, _HEIGHT = 136, 46
"""In characters and lines of the font."""


class SettingsDialog(QDialog):
    """Esc is Annullér, which asks when something would be lost."""

    saved = Signal(object)
    """The Configuration that is in force now."""

    def __init__(
        self,
        configuration: Configuration,
        desk: SettingsDesk,
        tasks: TaskRunner,
        bench: Bench,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Indstillinger"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._tasks = tasks
        self._draft = Draft(configuration)
        self._saving = Inquiry(tasks, self)
        self._saving.answered.connect(self._on_saved)
        self._saving.refused.connect(self._on_refused)
        self._is_saved = False
        self._message = MessageBar()
        self._certificate = CertificatePanel(self._draft, desk, tasks)
        self._certificate.changed.connect(self._on_changed)
        self._proxy_password = ProxyPassword(desk, tasks)
        self._proxy_password.changed.connect(self._on_changed)
        self._test = DraftTest(bench)
        self._pages = self._made_pages()
        self._list = QListWidget()
        self._list.setObjectName("pages")
        self._list.setAccessibleName(self.tr("Sider"))
        self._stack = QStackedWidget()
        for page in self._pages:
            self._list.addItem(QListWidgetItem(page.title))
            self._stack.addWidget(page)
        self._list.currentRowChanged.connect(self._stack.setCurrentIndex)
        self._list.setCurrentRow(0)
        self._cancel = QPushButton(self.tr("Annullér"))
        self._cancel.setAutoDefault(False)
        self._cancel.clicked.connect(self.reject)
        self._save = QPushButton(self.tr("Gem"))
        self._save.setObjectName("primary")
        self._save.setDefault(True)
        self._save.clicked.connect(self._on_save_clicked)
        self._hint = plain_label()
        self._lay_out()
        if configuration.fault is not None:
            self._tell(report_of(configuration.fault))
        self._follow()
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def reject(self) -> None:
        """Ask first, when something would be lost."""
        if self._saving.is_waiting:
            return
        if self._is_changed:
            question = UnsavedQuestion(self)
            question.discarded.connect(self._on_discarded)
            question.save_chosen.connect(self._on_save_clicked)
            question.open()
            return
        super().reject()

    @Slot(int)
    def done(self, result: int) -> None:
        """Nothing secret stays in a window that is closed, and no copy of a certificate that nobody wanted."""
        self._test.stop()
        self._certificate.forget_typed()
        self._proxy_password.take()
        imported = tuple(self._certificate.imported)
        if imported and not self._is_saved and not self._saving.is_waiting:
            self._tasks.start(partial(self._desk.discard, imported))
        super().done(result)

    def showEvent(self, event: QShowEvent) -> None:
        """The list's lines are as tall as the style says that it has got by now."""
        super().showEvent(event)
        self._list.doItemsLayout()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The cross is Annullér."""
        if self._is_changed and not self._is_saved:
            event.ignore()
            self.reject()
        else:
            super().closeEvent(event)

    @property
    def _is_changed(self) -> bool:
        return self._draft.is_changed or self._proxy_password.is_typed

    def _made_pages(self) -> tuple[Page, ...]:
        connection = self._page(self.tr("Forbindelse"), pages.CONNECTION)
        connection.add(self._test)
        certificate = Page(self.tr("Certifikat"))
        certificate.add(self._certificate)
        network = Page(self.tr("Netværk"))
        proxy = tuple(key for key in pages.keys_of(pages.NETWORK) if key.name.startswith("proxy"))
        network.add_rows(proxy, self._row)
        network.add(self._proxy_password)
        network.add_rows((key for key in pages.keys_of(pages.NETWORK) if key not in proxy), self._row)
        about = Page(self.tr("Om"))
        about.add(AboutPage())
        return (
            connection,
            certificate,
            network,
            self._page(self.tr("Formål"), pages.PURPOSES),
            self._page(
                self.tr("Privatliv"),
                pages.PRIVACY,
                self.tr("Du kan gøre beskyttelsen strengere. Kun din administrator kan gøre den mildere."),
            ),
            self._page(
                self.tr("Visning"), pages.VIEW, self.tr("Sproget skifter, næste gang programmet startes.")
            ),
            about,
        )

    def _page(self, title: str, number: int, introduction: str = "") -> Page:
        page = Page(title, introduction)
        page.add_rows(pages.keys_of(number), self._row)
        return page

    def _row(self, key: Key) -> SettingRow:
        row = SettingRow(key, self._draft)
        row.changed.connect(self._on_changed)
        return row

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self._hint, 1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._save)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self._list)
        middle.addWidget(self._stack, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 14, 14, 14)
        layout.setSpacing(10)
        layout.addWidget(self._message)
        layout.addLayout(middle, 1)
        layout.addLayout(buttons)
        fit_on_screen(self, _WIDTH, _HEIGHT)
        self._list.ensurePolished()
        self._list.setFixedWidth(self._list.sizeHintForColumn(0) + 4 * self.fontMetrics().averageCharWidth())

    @Slot()
    def _on_changed(self) -> None:
        self._follow()

    @Slot()
    def _on_save_clicked(self) -> None:
        if self._saving.is_waiting:
            return
        if (wrong := next((page for page in self._pages if self._blocks(page)), None)) is not None:
            self._go_to(wrong)
            return
        if not self._is_changed and not self._draft.changes():
            self.accept()
            return
        self._save.setEnabled(False)
        self._hint.setText(self.tr("Gemmer …"))
        self._saving.ask(self._save_task(self._draft.changes()))

    def _save_task(self, changes: Mapping[Key, Value]) -> Callable[[], Configuration]:
        desk, leftover = self._desk, tuple(self._certificate.imported)
        user = self._draft.text(next(row.key for row in self._rows() if row.key.name == _PROXY_USER))
        password = self._proxy_password.take()

        def save() -> Configuration:
            if password:
                desk.keep_proxy_password(user, password)
            return desk.save(changes, leftover)

        return save

    @Slot(object)
    def _on_saved(self, configuration: Configuration) -> None:
        self._is_saved = True
        self.accept()
        self.saved.emit(configuration)

    @Slot(object)
    def _on_refused(self, report: FaultReport) -> None:
        self._tell(report)
        self._follow()

    @Slot()
    def _on_discarded(self) -> None:
        super().reject()

    def _tell(self, report: FaultReport) -> None:
        self._message.show_failure(present_failure(report, datetime.now().astimezone(), translate))

    def _follow(self) -> None:
        """What depends on something else that is set, and whether it can be saved."""
        for row in self._rows():
            if row.key is ENDPOINT:
                row.setVisible(self._draft.needs_endpoint or row.is_steered)
                row.refresh()
        problems = self._draft.problems()
        for place, page in enumerate(self._pages):
            blocked = self._blocks(page)
            self._list.item(place).setText(f"⚠ {page.title}" if blocked else page.title)
        wrong = [page.title for page in self._pages if self._blocks(page)]
        said = (
            self.tr("Ret det, der er markeret på: {pages}.").format(pages=", ".join(wrong)) if wrong else ""
        )
        self._hint.setText(said)
        self._save.setAccessibleDescription(said)
        self._save.setEnabled(True)
        self._test.follow(None if problems else partial(self._desk.tried, self._draft.changes()))

    def _blocks(self, page: Page) -> bool:
        problems = self._draft.problems()
        return any(row.key in problems for row in page.rows)

    def _go_to(self, page: Page) -> None:
        self._list.setCurrentRow(self._pages.index(page))
        problems = self._draft.problems()
        row = next(row for row in page.rows if row.key in problems)
        page.ensureWidgetVisible(row)
        row.take_focus()

    def _rows(self) -> tuple[SettingRow, ...]:
        return tuple(row for page in self._pages for row in page.rows)
