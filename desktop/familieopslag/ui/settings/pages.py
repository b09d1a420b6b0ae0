"""Which settings stand on which page: by the table's own tables, so that a new key has its place by itself."""

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from familieopslag.system.configuration.key import Key
from familieopslag.system.configuration.keys import KEYS
from familieopslag.ui.labels import plain_label
from familieopslag.ui.settings.row import SettingRow

CONNECTION, CERTIFICATE, NETWORK, PURPOSES, PRIVACY, VIEW, ABOUT = range(7)
_OF_TABLES = {"certificate": CERTIFICATE, "": PURPOSES, "audit": PRIVACY, "privacy": PRIVACY, "view": VIEW}
_AGREEMENT = ("environment", "endpoint", "service_agreement_uuid", "user_system_uuid", "user_uuid")
"""What of `[service]` says whom the program talks to, and on whose behalf; the rest is how it gets there."""
_MARGIN = 18
_GAP = 16


def page_of(key: Key) -> int:
    """The page on which `key` stands."""
    if key.table == "service":
        return CONNECTION if key.name in _AGREEMENT else NETWORK
    return _OF_TABLES[key.table]


def keys_of(page: int) -> tuple[Key, ...]:
    """What stands on `page`, in the table's order, but what a user may need before what only support understands."""
    found = (key for key in KEYS if page_of(key) == page)
    return tuple(sorted(found, key=lambda key: key.table == "audit"))


class Page(QScrollArea):
    """One page, which scrolls where it is too long."""

    def __init__(self, title: str, introduction: str = "") -> None:
        super().__init__()
        self.title = title
        self.rows: list[SettingRow] = []
        self.setWidgetResizable(True)
        self.setAccessibleName(title)
        content = QWidget()
        self._lines = QVBoxLayout(content)
        self._lines.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        self._lines.setSpacing(_GAP)
        heading = plain_label(title, name="failureTitle")
        self._lines.addWidget(heading)
        if introduction:
            self._lines.addWidget(plain_label(introduction, name="secondary"))
        self._lines.addStretch(1)
        self.setWidget(content)

    def add(self, widget: QWidget) -> None:
        """Put `widget` below what is there."""
        self._lines.insertWidget(self._lines.count() - 1, widget)

    def add_rows(self, keys: Iterable[Key], make_row: Callable[[Key], SettingRow]) -> None:
        """Put a row for each of `keys` below what is there."""
        for key in keys:
            row = make_row(key)
            self.rows.append(row)
            self.add(row)

    @property
    def has_problem(self) -> bool:
        """Whether something on it stands in the way of saving."""
        return any(row.problem for row in self.rows)
