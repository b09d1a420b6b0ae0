"""Between the window and the clipboard: each way to copy goes by the exporter's rules and onto record first."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from familieopslag.domain.accountability import AuditEvent
from familieopslag.domain.cpr import Cpr, InvalidCprError, parse
from familieopslag.domain.privacy import PrivacySettings
from familieopslag.presentation.export import (
    Export,
    Refusal,
    export_cell,
    export_field,
    export_label,
    export_number,
    export_relative_number,
    export_text,
    export_typed,
)
from familieopslag.presentation.view_models import CellView, FieldView, PersonView
from familieopslag.ui.clipboard import ClipboardGuard
from familieopslag.ui.copy_target import focused_target
from familieopslag.ui.main_window import MainWindow
from familieopslag.ui.on_record import Leaving, OnRecord, Wish
from familieopslag.ui.shown import ShownPerson
from familieopslag.ui.translation import translate

_Make = Callable[[PersonView], Export | Refusal]


class ExportPresenter(QObject):
    """Carries out the commands that copy."""

    def __init__(
        self,
        window: MainWindow,
        shown: ShownPerson,
        on_record: OnRecord,
        clipboard: ClipboardGuard,
        privacy: PrivacySettings,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._shown = shown
        self._on_record = on_record
        self._clipboard = clipboard
        self._privacy = privacy
        self._said = ""
        window.command("copy").triggered.connect(self._on_copy)
        window.command("copy_number").triggered.connect(self._on_copy_number)
        window.command("copy_label").triggered.connect(self._on_copy_label)
        window.command("copy_text").triggered.connect(self._on_copy_text)
        window.relative_number_copy_chosen.connect(self._on_relative_number_copy_chosen)
        window.typed_copy_requested.connect(self._on_typed_copy_requested)
        window.typed_cut_requested.connect(self._on_typed_cut_requested)
        clipboard.cleared.connect(self._on_cleared)

    @Slot()
    def _on_copy(self) -> None:
        item = focused_target()
        if isinstance(item, FieldView):
            self._copy(lambda view: export_field(item, view, translate))
        elif isinstance(item, CellView):
            self._copy(lambda view: export_cell(item, view, translate), relative=item.index)
        else:
            self._window.tell(self.tr("Der er intet at kopiere her. Gå til et felt, og prøv igen."))

    @Slot()
    def _on_copy_number(self) -> None:
        self._copy(lambda view: export_number(view, translate))

    @Slot()
    def _on_copy_label(self) -> None:
        self._copy(lambda view: export_label(view, translate))

    @Slot()
    def _on_copy_text(self) -> None:
        self._copy(lambda view: export_text(view, translate))

    @Slot(int)
    def _on_relative_number_copy_chosen(self, index: int) -> None:
        cpr = self._number_of(index)
        number = cpr.formatted if cpr is not None else ""

        def make(view: PersonView) -> Export | Refusal:
            row = view.family.row_of(index)
            return _gone() if row is None else export_relative_number(row, number, translate)

        self._copy(make, relative=index)

    @Slot(str)
    def _on_typed_copy_requested(self, marked: str) -> None:
        self._copy_typed(marked)

    @Slot(str)
    def _on_typed_cut_requested(self, marked: str) -> None:
        self._copy_typed(marked, is_cut=True)

    @Slot()
    def _on_cleared(self) -> None:
        if self._window.status == self._said:
            self._window.set_status(self.tr("Udklipsholderen er ryddet."))

    def _copy(self, make: _Make, *, relative: int | None = None) -> None:
        """`relative`: whom it is about, by place in the result; None for the person on the screen."""

        def make_of(view: PersonView | None) -> Export | Refusal:
            return _gone() if view is None else make(view)

        self._carry_out(make_of, self._number_of(relative), self._protection_of(relative))

    def _copy_typed(self, marked: str, *, is_cut: bool = False) -> None:
        view = self._shown.view
        is_shown_number = view is not None and self._window.number_text == view.heading.number
        subject = self._number_of(None) if is_shown_number else _number_in(marked)
        self._carry_out(
            lambda now: export_typed(marked, now, translate),
            subject,
            self._protection_of(None) if is_shown_number else "",
            then=(lambda: self._window.cut_number(marked)) if is_cut else None,
        )

    def _carry_out(
        self,
        make: Callable[[PersonView | None], Export | Refusal],
        subject: Cpr | None,
        protection: str,
        then: Callable[[], None] | None = None,
    ) -> None:
        def deliver(leaving: Leaving) -> None:
            if isinstance(leaving, Export) and self._put(leaving) and then is not None:
                then()

        action = self.tr("Kopiér og log")
        self._on_record.carry_out(Wish(AuditEvent.COPIED, make, subject, protection, action, deliver))

    def _put(self, export: Export) -> bool:
        seconds = self._privacy.clipboard_seconds
        if not self._clipboard.put(export.text, seconds):
            self._window.tell(
                self.tr("Der er ikke kopieret noget: et andet program optager udklipsholderen. Prøv igen.")
            )
            return False
        cleared = self.tr("Udklipsholderen ryddes om {seconds} sek.").format(seconds=seconds)
        self._said = f"{export.said} {cleared}"
        self._window.tell(self._said)
        return True

    def _number_of(self, relative: int | None) -> Cpr | None:
        result = self._shown.result
        if result is None:
            return None
        return result.person.cpr if relative is None else result.number_of(relative)

    def _protection_of(self, relative: int | None) -> str:
        """The word in the log; "" for a holder of custody who is in no row of the reply."""
        decided = self._shown.visibility
        if decided is None or (relative is not None and relative >= len(decided.relatives)):
            return ""
        return decided.verdict_on(relative).protection.value


def _gone() -> Refusal:
    return Refusal(translate("export", "Kan ikke kopieres: der vises ingen person."))


def _number_in(text: str) -> Cpr | None:
    try:
        return parse(text)
    except InvalidCprError:
        return None
