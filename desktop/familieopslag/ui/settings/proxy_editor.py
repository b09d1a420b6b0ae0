"""The way out: three kinds of it, and the address that one of them needs."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from familieopslag.ui.settings.choice_editor import ChoiceEditor
from familieopslag.ui.settings.editor import Editor

_SYSTEM, _NONE = "system", "none"


class ProxyEditor(Editor):
    """The computer's proxy, a certain one, or none."""

    def __init__(self) -> None:
        super().__init__()
        self._choice = ChoiceEditor(
            {
                _SYSTEM: self.tr("Pc'ens egen"),
                "": self.tr("Bestemt"),
                _NONE: self.tr("Ingen"),
            }
        )
        self._address = QLineEdit()
        self._address.setPlaceholderText("http://proxy.kommune.dk:8080")
        self._choice.edited.connect(self._on_chosen)
        self._address.textEdited.connect(self._on_address_edited)
        self.fill(self._choice, self._address, across=False)

    @property
    def text(self) -> str:
        """See Editor."""
        chosen = self._choice.text
        return chosen or self._address.text()

    def show_text(self, text: str) -> None:
        """See Editor."""
        is_word = text in (_SYSTEM, _NONE)
        self._choice.show_text(text if is_word else "")
        self._address.setText("" if is_word else text)
        self._address.setVisible(not is_word)

    def controls(self) -> tuple[QWidget, ...]:
        """See Editor."""
        return (*self._choice.controls(), self._address)

    def name(self, title: str, description: str) -> None:
        """See Editor."""
        self._choice.name(title, description)
        self._address.setAccessibleName(self.tr("Proxyens adresse"))
        self._address.setAccessibleDescription(description)

    def lock(self) -> None:
        """See Editor."""
        self._choice.lock()
        self._address.setReadOnly(True)

    @Slot(str)
    def _on_chosen(self, chosen: str) -> None:
        self._address.setVisible(not chosen)
        if not chosen:
            self._address.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit(self.text)

    @Slot(str)
    def _on_address_edited(self, _address: str) -> None:
        self.edited.emit(self.text)
