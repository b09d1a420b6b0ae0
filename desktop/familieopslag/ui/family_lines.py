"""The lines of the family graph: they run between the rows of cards and in the margin, never across a card.

Parents and the children that they have in common form a branch. Each branch has a lane of its own: its own height in
every gap between rows, its own place in the margin and at the cards, so that no two of them can be taken for one.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QPainterPath

from familieopslag.presentation.view_models import GraphLink, LinkKind

_LANES = 8
"""More branches than that share lanes."""
_STEP = 7
"""Between two lanes, in points."""
_CLEAR = 8
"""Between a card and the first lane, in points."""
_JOINT = 2.5
"""Radius of the dot where a line turns: lines that only cross have none."""

Rows = Sequence[Mapping[int, QRect]]
"""The rows of cards from the top, each with its cards by place, from the left."""
_Branch = tuple[frozenset[int], frozenset[int]]
"""Parents and children; a couple that does not stand side by side is a branch without children."""


class FamilyLines:
    """The lines for some links, whatever the width they are drawn in."""

    def __init__(self, links: Iterable[GraphLink]) -> None:
        parents: dict[int, set[int]] = {}
        self._couples: list[tuple[int, int]] = []
        for link in links:
            if link.kind is LinkKind.PARENT:
                parents.setdefault(link.end, set()).add(link.start)
            else:
                self._couples.append((link.start, link.end))
        children: dict[frozenset[int], set[int]] = {}
        for child, couple in parents.items():
            children.setdefault(frozenset(couple), set()).add(child)
        self._branches: list[_Branch] = [(couple, frozenset(having)) for couple, having in children.items()]
        self._lanes = min(len(self._branches) + len(self._couples), _LANES)
        self.gap = 2 * _CLEAR + self._lanes * _STEP
        """The height that a gap between rows needs, in points."""
        self.margin = _CLEAR + self._lanes * _STEP
        """The width that the margin needs, in points."""

    def path(self, rows: Rows) -> QPainterPath:
        """The lines between the cards in `rows`, the dots among them as closed circles."""
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)  # a dot on a dot is a dot
        row_of = {place: number for number, row in enumerate(rows) for place in row}
        branches = list(self._branches)
        for start, end in self._couples:
            row = list(rows[row_of[start]])
            if row_of[start] == row_of[end] and abs(row.index(start) - row.index(end)) == 1:
                _draw_side_by_side(path, *sorted((rows[row_of[p]][p] for p in (start, end)), key=QRect.left))
            else:
                branches.append((frozenset((start, end)), frozenset()))
        for number, branch in enumerate(branches):
            _draw_branch(path, branch, _Lane(number % _LANES, self._lanes), rows, row_of)
        return path


class _Lane(NamedTuple):
    number: int
    of: int

    @property
    def in_margin(self) -> int:
        return _CLEAR // 2 + self.number * _STEP

    def below(self, row: Mapping[int, QRect]) -> int:
        """Its height in the gap below a row."""
        return max(card.bottom() for card in row.values()) + 1 + _CLEAR + self.number * _STEP

    def at(self, card: QRect) -> int:
        """Where it meets the upper or lower edge of a card, near the middle."""
        return card.center().x() + round((self.number - (self.of - 1) / 2) * _STEP)


def _draw_side_by_side(path: QPainterPath, left: QRect, right: QRect) -> None:
    height = min(left.center().y(), right.center().y())
    path.moveTo(left.right() + 1, height)
    path.lineTo(right.left(), height)


def _draw_branch(
    path: QPainterPath, branch: _Branch, lane: _Lane, rows: Rows, row_of: Mapping[int, int]
) -> None:
    parents, children = branch
    turns: dict[int, list[int]] = {}
    """Where the branch's line in the gap below each row meets one from a card."""
    for place in sorted(parents | children):
        gap = row_of[place] if place in parents else row_of[place] - 1
        card = rows[row_of[place]][place]
        path.moveTo(lane.at(card), card.bottom() + 1 if place in parents else card.top())
        path.lineTo(lane.at(card), lane.below(rows[gap]))
        turns.setdefault(gap, []).append(lane.at(card))
    heights = {gap: lane.below(rows[gap]) for gap in turns}
    for gap, xs in turns.items():
        reach = [*xs, lane.in_margin] if len(turns) > 1 else xs
        path.moveTo(min(reach), heights[gap])
        path.lineTo(max(reach), heights[gap])
        for x in xs if min(reach) < max(reach) else ():
            path.addEllipse(QPointF(x, heights[gap]), _JOINT, _JOINT)
    if len(turns) > 1:
        path.moveTo(lane.in_margin, min(heights.values()))
        path.lineTo(lane.in_margin, max(heights.values()))
