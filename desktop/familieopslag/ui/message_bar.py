"""A fault that leaves the person on the screen: something that was wanted has not been done, and why."""

from PySide6.QtWidgets import QWidget

from familieopslag.presentation.view_models import FailureView
from familieopslag.ui.notice_strip import NoticeStrip, put


class MessageBar(NoticeStrip):
    """One line of what happened and what to do, and the id to quote below it. It stays until it is closed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id = self.add_line()

    def show_failure(self, view: FailureView) -> str:
        """Show `view`; the words to announce."""
        title = "" if view.title in view.text else f"{view.title}. "
        words = f"{title}{view.text} {view.action}".strip()
        fault_id = self.tr("Fejl-id")
        put(self._id, f"{view.code} · {fault_id} {view.correlation_id} · {view.time}")
        self.say(words)
        return words
