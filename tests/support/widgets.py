"""What a window says: on the screen, in tooltips, in its models, and to a screen reader."""

from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAction
from PySide6.QtWidgets import QAbstractItemView, QWidget

_TEXT_PROPERTIES = ("text", "placeholderText", "title", "plainText")
_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.EditRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.StatusTipRole,
    Qt.ItemDataRole.WhatsThisRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
    *range(Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 16),
)


def everything_said(window: QWidget) -> str:
    """Every text of every widget below `window`, hidden or not, and of the models behind them, line by line."""
    said: list[str] = [window.windowTitle()]
    for widget in (window, *window.findChildren(QWidget)):
        said += (
            widget.toolTip(),
            widget.statusTip(),
            widget.whatsThis(),
            widget.accessibleName(),
            widget.accessibleDescription(),
        )
        said += (str(widget.property(name)) for name in _TEXT_PROPERTIES if has_property(widget, name))
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            said += _of_model(widget.model())
    said += (action.text() for action in window.findChildren(QAction))
    return "\n".join(filter(None, said))


def everything_heard(window: QWidget) -> str:
    """What a screen reader finds below `window`, line by line."""
    return "\n".join(_heard(QAccessible.queryAccessibleInterface(window)))


def _heard(element: QAccessibleInterface) -> Iterator[str]:
    for kind in (QAccessible.Text.Name, QAccessible.Text.Value, QAccessible.Text.Description):
        yield element.text(kind)
    for place in range(element.childCount()):
        # The stub knows no None, which is what a child without an interface gives.
        child: QAccessibleInterface | None = element.child(place)
        if child is not None:
            yield from _heard(child)


def has_property(widget: QObject, name: str) -> bool:
    """Whether `widget` has the property.

    Asking for one that it has not, or for `index.data(...)` of an empty cell, costs a reference to None in
    PySide6 6.12; thousands of such questions abort the interpreter.
    """
    return widget.metaObject().indexOfProperty(name) >= 0


def _of_model(model: QAbstractItemModel) -> list[str]:
    # A list's own columnCount is not for us.
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    return [
        str(value)
        for row in range(model.rowCount())
        for column in range(columns)
        for role in _ROLES
        if (value := model.data(model.index(row, column), role)) is not None
    ]
