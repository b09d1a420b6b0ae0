"""The family graph on the screen: cards in generations, with lines behind them."""

from dataclasses import dataclass
from itertools import accumulate, pairwise

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from familieopslag.presentation.view_models import FamilyGraphView
from familieopslag.ui import theme
from familieopslag.ui.family_lines import FamilyLines
from familieopslag.ui.labels import plain_label
from familieopslag.ui.person_card import PersonCard, usual_width

_MARGIN = 15
_BETWEEN_CARDS = 18
_BELOW_TITLE = 6
_KEPT_PLANS = 4
"""Widths for which Qt asks in turns, with and without a scroll bar; a window that is pulled asks for hundreds."""
_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_UPRIGHT = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where everything is at one width."""

    cards: tuple[QRect, ...]
    titles: tuple[QRect, ...]
    notices: QRect
    height: int
    lines: QPainterPath


class FamilyGraph(QWidget):
    """Shows a FamilyGraphView. Its cards are filled again for each one; it is as tall as its rows of cards."""

    opened = Signal(int)
    """The place of the person to look up."""
    refused = Signal(str)
    """Why the chosen person can't be looked up."""

    def __init__(self, after: QWidget) -> None:
        """Tab comes to the cards next after `after`."""
        super().__init__()
        self._after = after
        self._view: FamilyGraphView | None = None
        self._with_streets = False
        self._lines = FamilyLines(())
        self._plans: dict[int, _Plan] = {}
        self._cards: list[PersonCard] = []
        self._titles: list[QLabel] = []
        self._notices = plain_label(name="secondary", parent=self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def cards(self) -> list[PersonCard]:
        """The cards with somebody on them, by place."""
        return [card for card in self._cards if card.node is not None]

    def show_graph(self, view: FamilyGraphView) -> None:
        """Show `view`, if it is another one; the keyboard stays on the person that it was on."""
        if view == self._view:
            return
        stood_on = next((card.node for card in self._cards if card.hasFocus()), None)
        self._view = view
        self._lines = FamilyLines(view.links)
        self._fill(view)
        self._notices.setText("\n".join(view.notices))
        if stood_on is not None:
            again = (card for card in self._cards if card.node is not None and card.node.is_same(stood_on))
            next(again, self._cards[0]).setFocus()
        self._rearrange()

    def show_streets(self, *, shown: bool) -> None:
        """Whether the residence tells the street; never for a hidden one."""
        self._with_streets = shown
        if self._view is not None:
            self._fill(self._view)
            self._rearrange()

    def clear(self) -> None:
        """Forget everybody, in every widget."""
        self._view = None
        self._lines = FamilyLines(())
        for card in self._cards:
            card.clear()
        for title in self._titles:
            title.setText("")
            title.hide()
        self._notices.setText("")
        self._rearrange()

    def enter(self) -> None:
        """Put the keyboard on the person whom the graph is about."""
        for card in self._cards:
            if card.node is not None and card.node.is_focus:
                card.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def heightForWidth(self, width: int) -> int:
        """See QWidget."""
        return self._plan(width).height

    def sizeHint(self) -> QSize:
        """See QWidget."""
        width = 2 * usual_width(self.fontMetrics())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """See QWidget."""
        return QSize(self._lines.margin + 2 * _MARGIN + usual_width(self.fontMetrics()) // 2, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The rows of cards are as long as the width allows."""
        super().resizeEvent(event)
        self._apply()

    def event(self, event: QEvent) -> bool:
        """A card that needs more room, or another size of the text, moves all that follows."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.FontChange):
            self._rearrange()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from card to card: sideways in a generation, up and down from one to the next."""
        place = next((place for place, card in enumerate(self.cards) if card.hasFocus()), None)
        target = self._beside(place, event.key()) if place is not None else None
        if target is None:
            super().keyPressEvent(event)
        else:
            self._cards[target].setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The lines; the cards stand in front of them."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0.5, 0.5)
        colour = theme.line_colour(self.palette())
        painter.setPen(QPen(colour, 1))
        # Only the dots have an inside.
        painter.setBrush(colour)
        painter.drawPath(self._plan(self.width()).lines)

    def _fill(self, view: FamilyGraphView) -> None:
        nodes = [(node, band.title) for band in view.bands for node in band.nodes]
        while len(self._cards) < len(nodes):
            card = PersonCard(self)
            card.opened.connect(self.opened)
            card.refused.connect(self.refused)
            # Else Tab would come to them after all that was made before.
            self.setTabOrder(self._cards[-1] if self._cards else self._after, card)
            self._cards.append(card)
        for card, (node, band) in zip(self._cards, nodes, strict=False):
            card.show_node(node, band, with_street=self._with_streets)
            card.show()
        for card in self._cards[len(nodes) :]:
            card.clear()
        while len(self._titles) < len(view.bands):
            title = plain_label(name="bandTitle", parent=self)
            title.setWordWrap(False)
            # A line that has to pass behind the words must not strike them through.
            title.setBackgroundRole(theme.card_role())
            title.setAutoFillBackground(True)
            self._titles.append(title)
        for title, shown in zip(self._titles, view.bands, strict=False):
            title.setText(shown.title)
            title.show()
        for title in self._titles[len(view.bands) :]:
            title.hide()

    def _rearrange(self) -> None:
        self._plans.clear()
        self.updateGeometry()
        self._apply()
        self.update()

    def _apply(self) -> None:
        plan = self._plan(self.width())
        for card, rect in zip(self._cards, plan.cards, strict=False):
            card.setGeometry(rect)
        for title, rect in zip(self._titles, plan.titles, strict=False):
            title.setGeometry(rect)
        self._notices.setGeometry(plan.notices)

    def _plan(self, width: int) -> _Plan:
        if width not in self._plans:
            if len(self._plans) >= _KEPT_PLANS:
                self._plans.clear()
            self._plans[width] = self._planned(width)
        return self._plans[width]

    def _planned(self, width: int) -> _Plan:
        left = self._lines.margin + _MARGIN // 2
        room = max(1, width - left - _MARGIN)
        card_width = min(room, usual_width(self.fontMetrics()))
        step = card_width + _BETWEEN_CARDS
        columns = max(1, (room + _BETWEEN_CARDS) // step)
        titles: list[QRect] = []
        rows: list[dict[int, QRect]] = []
        y = _MARGIN // 2
        for title, band in zip(self._titles, self._bands(), strict=False):
            size = title.sizeHint()
            titles.append(QRect(left, y, min(size.width(), room), size.height()))
            y += size.height() + _BELOW_TITLE
            centred = left + (room - min(columns, len(band)) * step + _BETWEEN_CARDS) // 2
            for start in range(0, len(band), columns):
                places = band[start : start + columns]
                height = max(self._cards[place].heightForWidth(card_width) for place in places)
                rows.append(
                    {p: QRect(centred + n * step, y, card_width, height) for n, p in enumerate(places)}
                )
                y += height + self._lines.gap
        across = max(1, width - 2 * _MARGIN)
        notices = QRect(_MARGIN, y, across, self._notices.heightForWidth(across))
        return _Plan(
            cards=tuple(rect for row in rows for rect in row.values()),
            titles=tuple(titles),
            notices=notices,
            height=notices.bottom() + 1,
            lines=self._lines.path(rows),
        )

    def _beside(self, place: int, key: int) -> int | None:
        """The next place in the direction of an arrow; None at the edge, and for any other key."""
        bands = self._bands()
        here = next(number for number, band in enumerate(bands) if place in band)
        if key in _SIDEWAYS:
            beside = place + _SIDEWAYS[Qt.Key(key)]
            return beside if beside in bands[here] else None
        if key in _UPRIGHT and 0 <= here + _UPRIGHT[Qt.Key(key)] < len(bands):
            card = self._cards[place]
            return min(
                bands[here + _UPRIGHT[Qt.Key(key)]], key=lambda other: _distance(card, self._cards[other])
            )
        return None

    def _bands(self) -> list[range]:
        """The places of each band."""
        ends = list(accumulate(len(band.nodes) for band in (self._view.bands if self._view else ())))
        return [range(start, end) for start, end in pairwise((0, *ends))]


def _distance(one: PersonCard, other: PersonCard) -> tuple[int, int]:
    """Sideways first: of those above one another, the nearest."""
    apart = other.geometry().center() - one.geometry().center()
    return abs(apart.x()), abs(apart.y())
