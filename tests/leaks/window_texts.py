"""Everything that the windows of the program tell: properties, models, what is painted, what a screen reader finds."""

import re
from collections.abc import Iterator
from contextlib import suppress
from xml.etree import ElementTree as ET

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QBuffer,
    QByteArray,
    QCoreApplication,
    QEvent,
    QIODevice,
    QMimeData,
    QObject,
    QPoint,
    QRect,
)
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAction, QClipboard, QGuiApplication, QRegion
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QWidget

_MARKUP = re.compile(r"<style.*?</style>|<[^>]*>", re.DOTALL)
_TEXT_TYPES = frozenset({"QString", "QStringList", "QVariant", "QUrl"})
_ROLES = (*range(16), *range(256, 272))
_HEARD = (
    QAccessible.Text.Name,
    QAccessible.Text.Description,
    QAccessible.Text.Value,
    QAccessible.Text.Help,
    QAccessible.Text.Accelerator,
    QAccessible.Text.DebugDescription,
    QAccessible.Text.Identifier,
)


def everything_told() -> Iterator[str]:
    """Of every window that there is, open or not, and of the clipboard."""
    # What is to be deleted goes when the program is back in its event loop, which is where a test never is.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for top in QApplication.topLevelWidgets():
        yield from texts_of(top)
        if top.isVisible():
            yield from painted(top)
    yield from on_clipboard()


def kinds_of_widgets() -> set[str]:
    """The classes of all widgets that there are now, each with the module that it is of."""
    tops = QApplication.topLevelWidgets()
    return {name_of(type(widget)) for top in tops for widget in (top, *top.findChildren(QWidget))}


def name_of(kind: type) -> str:
    """A class, with the module that it is of: two modules have a Page."""
    return f"{kind.__module__}.{kind.__qualname__}"


def without_markup(text: str) -> str:
    """How Qt marks a text up changes with what it has marked up before."""
    return _MARKUP.sub("", text).strip() if text.startswith("<!DOCTYPE") else text


def texts_of(top: QWidget) -> Iterator[str]:
    """Every text of every widget and object below `top`, shown or not."""
    for thing in (top, *top.findChildren(QObject)):
        yield from _properties(thing)
        if isinstance(thing, QAbstractItemView | QComboBox):
            yield from _model(thing.model())
        elif isinstance(thing, QAction):
            yield thing.data() if isinstance(thing.data(), str) else ""
    yield from _heard(QAccessible.queryAccessibleInterface(top))


def painted(top: QWidget) -> Iterator[str]:
    """The texts that are drawn when `top` is, with whatever cuts a text short; beyond the edge of a scroll area too."""
    for widget in (top, *top.findChildren(QWidget)):
        if widget.isVisible() and not widget.size().isEmpty():
            yield from _painted_alone(widget)


def _painted_alone(widget: QWidget) -> Iterator[str]:
    """Without what is inside it, of which Qt leaves out what another part of the window would cover."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture = QSvgGenerator()
    picture.setOutputDevice(buffer)
    picture.setSize(widget.size())
    picture.setViewBox(QRect(QPoint(), widget.size()))
    widget.render(picture, QPoint(), QRegion(), QWidget.RenderFlag(0))
    del picture
    buffer.close()
    root = ET.fromstring(bytes(data.data()))
    yield from (
        "".join(element.itertext()).strip() for element in root.iter("{http://www.w3.org/2000/svg}text")
    )


def on_clipboard() -> Iterator[str]:
    """Every format of the clipboard and of what a mouse has marked."""
    clipboard = QGuiApplication.clipboard()
    for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
        held: QMimeData | None = clipboard.mimeData(mode)
        if held is not None:
            for kind in held.formats():
                yield kind
                yield bytes(held.data(kind).data()).decode("utf-8", "replace")


def _properties(thing: QObject) -> Iterator[str]:
    meta = thing.metaObject()
    for place in range(meta.propertyCount()):
        entry = meta.property(place)
        if entry.isReadable() and entry.typeName() in _TEXT_TYPES:
            yield from _strings(entry.read(thing))
    for name in (bytes(known.data()).decode() for known in thing.dynamicPropertyNames()):
        yield name
        with suppress(RuntimeError):  # a property of Qt's own, of a kind that Python cannot read
            yield from _strings(thing.property(name))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _strings(item)


def _model(model: QAbstractItemModel | None) -> Iterator[str]:
    if model is None:
        return
    # A list's own columnCount is not for us.
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for row in range(model.rowCount()):
        for column in range(columns):
            for role in _ROLES:
                yield from _strings(model.data(model.index(row, column), role))


def _heard(element: QAccessibleInterface | None) -> Iterator[str]:
    if element is None:
        return
    if element.role() is not QAccessible.Role.ScrollBar:  # which tells how far it is
        yield from (element.text(kind) for kind in _HEARD)
    for place in range(element.childCount()):
        yield from _heard(element.child(place))
