"""The settings window (Ctrl+,): pages on the left, what is set on the right, nothing in force before "Gem"."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QStackedWidget, QVBoxLayout, QWidget

from familieopslag.domain.faults import FaultReport, report_of
from familieopslag.system.configuration.keys import key
from familieopslag.system.settings import Configuration
from familieopslag.ui.dialog_size import fit_on_screen
from familieopslag.ui.labels import plain_label
from familieopslag.ui.settings import pages
from familieopslag.ui.settings.about_page import AboutPage
from familieopslag.ui.settings.bench import Bench
from familieopslag.ui.settings.buttons import dialog_button
from familieopslag.ui.settings.draft import KEY_FILE
from familieopslag.ui.settings.draft_dialog import DraftDialog
from familieopslag.ui.settings.pages import Page
from familieopslag.ui.settings.port import SettingsDesk
from familieopslag.ui.settings.proxy_password import ProxyPassword
from familieopslag.ui.settings.row import SettingRow
from familieopslag.worker.task_runner import TaskRunner

_PROXY_USER = key("service", "proxy_user")
_PROXY_KEYS = (key("service", "proxy"), _PROXY_USER)
_WIDTH, _HEIGHT = 136, 46
"""In characters and lines of the font."""


class SettingsDialog(DraftDialog):
    """A page with something that cannot be saved is marked in the list, and "Gem" leads there."""

    def __init__(
        self,
        configuration: Configuration,
        desk: SettingsDesk,
        tasks: TaskRunner,
        bench: Bench,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(configuration, desk, tasks, bench, parent)
        self.setWindowTitle(self.tr("Indstillinger"))
        self._proxy_password = ProxyPassword(desk, tasks)
        self._proxy_password.changed.connect(self.follow)
        self.pages = self._made_pages()
        self._list = QListWidget()
        self._list.setObjectName("pages")
        self._list.setAccessibleName(self.tr("Sider"))
        self._stack = QStackedWidget()
        for page in self.pages:
            self._list.addItem(page.title)
            self._stack.addWidget(page)
        self._list.currentRowChanged.connect(self._stack.setCurrentIndex)
        self._list.setCurrentRow(0)
        self._cancel = dialog_button(self.tr("Annullér"))
        self._cancel.clicked.connect(self.reject)
        self._save = dialog_button(self.tr("Gem"))
        self._save.setObjectName("primary")
        self._save.setDefault(True)
        self._save.clicked.connect(self.save)
        self._hint = plain_label()
        self._lay_out()
        if configuration.fault is not None:
            self.tell(report_of(configuration.fault))
        self.follow()
        self.audit_key.missing.connect(self._on_key_missing)
        self.audit_key.look()
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_changed(self) -> bool:
        """See DraftDialog."""
        return super().is_changed() or self._proxy_password.is_typed

    @Slot()
    def save(self) -> None:
        """Write what was typed, or lead to what stands in the way."""
        if self.is_saving:
            return
        wrong = next(filter(self._is_blocked, self.pages), None)
        if wrong is not None:
            self._go_to(wrong, self._blocked_row(wrong))
        elif self._proxy_password.is_typed and not self.draft.text(_PROXY_USER).strip():
            network = next(page for page in self.pages if self.row_of(_PROXY_USER) in page.rows)
            self._go_to(network, self.row_of(_PROXY_USER))
            self._hint.setText(self.tr("Skriv også brugernavnet til proxyen."))
        elif not self.is_changed() and not self.draft.changes():
            self.accept()
        else:
            self._save.setEnabled(False)
            self._hint.setText(self.tr("Gemmer …"))
            self.start_saving()

    def save_task(self) -> Callable[[], Configuration]:
        """See DraftDialog; the password goes first, so that what is saved is whole."""
        desk, save = self.desk, super().save_task()
        user, password = self.draft.text(_PROXY_USER), self._proxy_password.take()

        def save_all() -> Configuration:
            if password:
                desk.keep_proxy_password(user, password)
            return save()

        return save_all

    @Slot(int)
    def done(self, result: int) -> None:
        """See DraftDialog."""
        self._proxy_password.take()
        super().done(result)

    def showEvent(self, event: QShowEvent) -> None:
        """The list's lines are as tall as the style says that it has got by now."""
        super().showEvent(event)
        self._list.doItemsLayout()

    @Slot()
    def follow(self) -> None:
        """See DraftDialog; and what can be saved."""
        super().follow()
        wrong = []
        for place, page in enumerate(self.pages):
            is_blocked = self._is_blocked(page)
            self._list.item(place).setText(f"⚠ {page.title}" if is_blocked else page.title)
            if is_blocked:
                wrong.append(page.title)
        said = (
            self.tr("Ret det, der er markeret på: {pages}.").format(pages=", ".join(wrong)) if wrong else ""
        )
        self._hint.setText(said)
        self._save.setAccessibleDescription(said)
        self._save.setEnabled(True)

    @Slot(object)
    def _on_key_missing(self, report: FaultReport) -> None:
        """What is to be done stands on a page that nobody has opened yet."""
        if not self.message.isVisibleTo(self):
            # What the fault itself advises would not do here.
            self.tell(report, self.audit_key.words if self.audit_key.is_steered else "")

    def _made_pages(self) -> tuple[Page, ...]:
        connection = self._page(self.tr("Forbindelse"), pages.CONNECTION)
        connection.add(self.test)
        certificate = Page(self.tr("Certifikat"))
        certificate.add(self.certificate)
        network = Page(self.tr("Netværk"))
        network.add_rows(_PROXY_KEYS, self.row)
        network.add(self._proxy_password)
        rest = (found for found in pages.keys_of(pages.NETWORK) if found not in _PROXY_KEYS)
        network.add_rows(rest, self.row)
        privacy = Page(
            self.tr("Privatliv"),
            self.tr("Du kan gøre beskyttelsen strengere. Kun din administrator kan gøre den mildere."),
        )
        for of in pages.keys_of(pages.PRIVACY):
            if of is KEY_FILE:
                privacy.add(self.audit_key)
            privacy.add_rows((of,), self.row)
        about = Page(self.tr("Om"))
        about.add(AboutPage())
        return (
            connection,
            certificate,
            network,
            self._page(self.tr("Formål"), pages.PURPOSES),
            privacy,
            self._page(self.tr("Visning"), pages.VIEW),
            about,
        )

    def _page(self, title: str, number: int) -> Page:
        page = Page(title)
        page.add_rows(pages.keys_of(number), self.row)
        return page

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
        layout.addWidget(self.message)
        layout.addLayout(middle, 1)
        layout.addLayout(buttons)
        fit_on_screen(self, _WIDTH, _HEIGHT)
        self._list.ensurePolished()
        self._list.setFixedWidth(self._list.sizeHintForColumn(0) + 4 * self.fontMetrics().averageCharWidth())

    def _is_blocked(self, page: Page) -> bool:
        problems = self.draft.problems()
        return any(row.key in problems for row in page.rows)

    def _blocked_row(self, page: Page) -> SettingRow:
        problems = self.draft.problems()
        return next(row for row in page.rows if row.key in problems)

    def _go_to(self, page: Page, row: SettingRow) -> None:
        self._list.setCurrentRow(self.pages.index(page))
        page.ensureWidgetVisible(row)
        row.take_focus()
