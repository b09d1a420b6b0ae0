"""One person of the family graph, as a card that the keyboard can stand on."""

from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QStaticText,
    QTextOption,
    QTransform,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from familieopslag.presentation.view_models import EMPTY, FamilyRow, GraphNode
from familieopslag.ui import icons, theme
from familieopslag.ui.scrolling import reveal

_CHARACTERS = 32
"""Width of the words in average letters."""
_ACROSS, _ABOVE, _BETWEEN = 10, 8, 2
"""From the frame to the words, and between two lines."""
_RADIUS = 6.0
_EDGE, _FOCUS_EDGE, _RING = 1.0, 2.0, 3.0
"""Widths of the frame: of a relative, of the person whom the graph is about, and with the keyboard on it."""
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class _Words(NamedTuple):
    """One line of a card, wrapped where it has to be. `sign`: of ui.icons, or ""."""

    text: str
    sign: str = ""
    is_name: bool = False
    is_secondary: bool = False


class _Placed(NamedTuple):
    words: _Words
    text: QStaticText
    font: QFont
    at: QPoint


def usual_width(metrics: QFontMetrics) -> int:
    """A card's width in which most lines need no second one."""
    return metrics.averageCharWidth() * _CHARACTERS + 2 * _ACROSS


class PersonCard(QAbstractButton):
    """Relation, name, number and age, status, residence, painted: sixty cards of labels would take too long to make.

    A button to a screen reader. A single click only puts the keyboard on it: every lookup is logged.
    """

    opened = Signal(int)
    """The place of the person to look up."""
    refused = Signal(str)
    """Why the person can't be looked up."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.node: GraphNode | None = None
        """Who is on the card."""
        self._words: tuple[_Words, ...] = ()
        self._placed: tuple[_Placed, ...] = ()
        self._placed_for = 0
        self._is_pressed = False
        """Whether the mouse has been on this very person: a family that grows moves under a double-click."""
        # From a screen reader or the space bar; the mouse never gets that far.
        self.clicked.connect(self._open)

    def show_node(self, node: GraphNode, band: str, *, with_street: bool) -> None:
        """Show `node` of the generation `band`."""
        self._is_pressed = self._is_pressed and self.node is not None and node.is_same(self.node)
        self.node = node
        self._words = tuple(self._words_of(node.person, with_street=with_street))
        self.setAccessibleName(", ".join([band, *(words.text for words in self._words)]))
        self.setAccessibleDescription(node.person.why_not)
        self._placed_for = 0
        self.update()

    def clear(self) -> None:
        """Forget the person."""
        self.node = None
        self._is_pressed = False
        self._words = self._placed = ()
        self.setAccessibleName("")
        self.setAccessibleDescription("")
        self.hide()

    def heightForWidth(self, width: int) -> int:
        """The height that the words need when the card is `width` wide."""
        placed = self._arranged(width)
        words = round(placed[-1].at.y() + placed[-1].text.size().height()) if placed else 0
        return words + _ABOVE

    def changeEvent(self, event: QEvent) -> None:
        """The words follow the size of the text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._placed_for = 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return opens, once however long it is held: every lookup is logged. The arrows are the graph's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self._open()
        elif event.key() in _ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The first press only takes the focus."""
        self._is_pressed = True
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Nothing was pressed that could be let go."""
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Only the left button opens."""
        if event.button() is Qt.MouseButton.LeftButton and self._is_pressed:
            self._open()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming in by keyboard, the card is in sight."""
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason:
            reveal(self, self.rect())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame and the words, in the desktop's own colours when it asks for high contrast."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_focus = self.node is not None and self.node.is_focus
        width = _RING if self.hasFocus() else _FOCUS_EDGE if is_focus else _EDGE
        painter.setPen(QPen(self._frame_colour(is_focus=is_focus), width))
        ground = QPalette.ColorRole.AlternateBase if is_focus else QPalette.ColorRole.Base
        painter.setBrush(self.palette().color(ground))
        frame = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(frame, _RADIUS, _RADIUS)
        text = self.palette().color(QPalette.ColorRole.Text)
        for words, static, font, at in self._arranged(self.width()):
            painter.setPen(theme.secondary_colour(self.palette()) if words.is_secondary else text)
            painter.setFont(font)
            painter.drawStaticText(at, static)
            if words.sign:
                icons.draw(painter, words.sign, text, self._sign_place(at))

    def _words_of(self, person: FamilyRow, *, with_street: bool) -> list[_Words]:
        minor = self.tr("under 18") if person.is_minor else EMPTY
        facts = [part for part in (person.number, person.age, minor) if part != EMPTY]
        words = [_Words(person.relation, is_secondary=True), _Words(person.name, is_name=True)]
        if facts:
            words.append(_Words(" · ".join(facts)))
        if person.status != EMPTY:
            words.append(_Words(person.status, person.status_icon))
        if person.is_hidden:
            # Of an unknown protection both say the same, one with what to do about it.
            hidden = [person.protection, person.residence]
            is_told_twice = person.protection.startswith(person.residence)
            words += [_Words(part, "shield") for part in (hidden[:1] if is_told_twice else hidden) if part]
            return words
        if person.protection:
            words.append(_Words(person.protection, "shield"))
        residence = [person.street, person.residence] if with_street else [person.residence]
        known = [part for part in residence if part != EMPTY]
        return [*words, _Words(", ".join(known))] if known else words

    def _arranged(self, width: int) -> tuple[_Placed, ...]:
        if self._placed_for != width:
            self._placed_for = width
            self._placed = tuple(self._arrange(width))
        return self._placed

    def _arrange(self, width: int) -> list[_Placed]:
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        placed = []
        y = float(_ABOVE)
        for words in self._words:
            font = QFont(self.font())
            font.setBold(words.is_name)
            indent = self._sign_width() if words.sign else 0
            text = QStaticText(words.text)
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.setTextOption(option)
            text.setTextWidth(max(1, width - 2 * _ACROSS - indent))
            text.prepare(QTransform(), font)
            placed.append(_Placed(words, text, font, QPoint(_ACROSS + indent, round(y))))
            y += text.size().height() + _BETWEEN
        return placed

    def _sign_width(self) -> int:
        return round(self.fontMetrics().ascent() * 1.4)

    def _sign_place(self, words: QPoint) -> QRectF:
        size = self.fontMetrics().ascent()
        middle = (self.fontMetrics().height() - size) / 2
        return QRectF(QPointF(words) + QPointF(-self._sign_width(), middle), QSize(size, size).toSizeF())

    def _frame_colour(self, *, is_focus: bool) -> QColor:
        if self.hasFocus():
            return self.palette().color(QPalette.ColorRole.Link)
        if is_focus:
            return self.palette().color(QPalette.ColorRole.Text)
        return theme.line_colour(self.palette())

    def _open(self) -> None:
        if self.node is None:
            return
        if self.node.person.can_open:
            self.opened.emit(self.node.person.index)
        else:
            self.refused.emit(self.node.person.why_not)
