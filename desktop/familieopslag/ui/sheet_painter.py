"""A Printout on paper: a calm A4 sheet, painted letter by letter (no markup from data), in any thread.

Every page carries the mark of a protected person, the watermark of a test environment, and who printed it, when
and why; a long family goes on over as many pages as it needs. Lengths are millimetres unless they say otherwise.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPagedPaintDevice, QPainter, QPen, QTextOption

from familieopslag.presentation.printout import Printout, Section

_WIDTH, _HEIGHT = 210.0, 297.0
_LEFT, _TOP, _BOTTOM = 20.0, 16.0, 14.0
_TEXT = _WIDTH - 2 * _LEFT
_LABEL = 48.0
_STAMP = 140.0
"""Width of the stamp's lines; the page number stands beside them."""
_LINE_GAP, _SECTION_GAP, _HEAD_GAP = 1.2, 5.0, 2.0
_MARK_PADDING = 2.5
_INK, _GREY, _RULE, _FAINT = "#000000", "#454545", "#8A8A8A", "#E2E2E2"
_MM_PER_INCH = 25.4
_RISING = 35.0
"""Degrees by which the watermark rises."""


@dataclass(frozen=True, slots=True)
class _Style:
    """Points and weight of a text, and its colour."""

    points: float
    bold: bool = False
    colour: str = _INK


_TITLE = _Style(18, bold=True)
_FACTS = _Style(10.5, colour=_GREY)
_HEADING = _Style(11.5, bold=True)
_BODY = _Style(10.5)
_LABELS = _Style(10.5, colour=_GREY)
_SMALL = _Style(8.5, colour=_GREY)
_MARK = _Style(13, bold=True, colour="#FFFFFF")
_RUNNING = _Style(10.5, bold=True)
_WATERMARK = _Style(150, bold=True, colour=_FAINT)


@dataclass(frozen=True, slots=True)
class _Line:
    """Something of one piece that is never torn between pages. A `heading` stays with what follows."""

    section: int
    label: str
    text: str
    height: float
    heading: bool = False
    gap: float = 0.0


@dataclass(frozen=True, slots=True)
class SheetWords:
    """The painter's own words, in the user's language, since it paints in a thread that has none.

    `page` has the placeholders {page} and {pages}, `continued` has {title}.
    """

    page: str = "Side {page} af {pages}"
    continued: str = "{title} (fortsat)"


class SheetPainter:
    """Paints one Printout on any device that has pages."""

    def __init__(self, printout: Printout, words: SheetWords = SheetWords()) -> None:
        self._printout = printout
        self._words = words

    def paint(self, device: QPagedPaintDevice) -> None:
        """Paint every page. The device is at the edge of the paper, without margins of its own."""
        painter = QPainter()
        if not painter.begin(device):
            raise OSError("the device takes no drawing")
        try:
            sheet = _Sheet(painter, device)
            pages = list(self._pages(sheet))
            for number, lines in enumerate(pages, start=1):
                if number > 1 and not device.newPage():
                    raise OSError("the device takes no further page")
                self._paint_page(sheet, lines, number, len(pages))
        finally:
            painter.end()

    def _pages(self, sheet: "_Sheet") -> Iterator[list[_Line]]:
        """The lines of each page; the first page's header is the larger one."""
        lines: list[_Line] = []
        bottom = _HEIGHT - _BOTTOM - self._footer_height(sheet) - _HEAD_GAP
        y = self._header_height(sheet, is_first=True)
        waiting = [line for section in self._sections(sheet) for line in section]
        for place, line in enumerate(waiting):
            needed = line.gap + line.height
            if line.heading and place + 1 < len(waiting):
                needed += waiting[place + 1].height
            if lines and y + needed > bottom:
                yield lines
                lines = []
                y = self._header_height(sheet, is_first=False)
                again = self._heading_again(sheet, line)
                lines += again
                y += sum(heading.height for heading in again)
            lines.append(line)
            y += line.gap + line.height
        yield lines

    def _sections(self, sheet: "_Sheet") -> Iterator[list[_Line]]:
        for place, section in enumerate(self._printout.sections):
            if section.title or section.rows:
                yield list(self._lines(sheet, place, section))

    def _lines(self, sheet: "_Sheet", place: int, section: Section) -> Iterator[_Line]:
        gap = _SECTION_GAP
        if section.title:
            yield self._heading(sheet, place, section.title, gap)
            gap = 0.0
        style = _BODY if section.title else _SMALL
        for label, text in section.rows:
            width = _TEXT - _LABEL if label else _TEXT
            height = max(sheet.height(text, style, width), sheet.height(label, _LABELS, _LABEL))
            yield _Line(place, label, text, height + _LINE_GAP, gap=gap)
            gap = 0.0

    def _heading(self, sheet: "_Sheet", place: int, title: str, gap: float) -> _Line:
        height = sheet.height(title, _HEADING, _TEXT) + _HEAD_GAP
        return _Line(place, "", title, height, heading=True, gap=gap)

    def _heading_again(self, sheet: "_Sheet", line: _Line) -> list[_Line]:
        """What a section that goes on over the page begins with there."""
        title = self._printout.sections[line.section].title
        if line.heading or not title:
            return []
        return [self._heading(sheet, line.section, self._words.continued.format(title=title), 0.0)]

    def _header_height(self, sheet: "_Sheet", *, is_first: bool) -> float:
        return self._header(sheet, is_first=is_first, paints=False)

    def _header(self, sheet: "_Sheet", *, is_first: bool, paints: bool) -> float:
        """The top of a page; where what follows begins."""
        printout = self._printout
        y = _TOP
        if printout.mark:
            height = sheet.height(printout.mark, _MARK, _TEXT) + 2 * _MARK_PADDING
            if paints:
                sheet.fill(_LEFT, y, _TEXT, height, _INK)
                sheet.text(_LEFT + 2 * _MARK_PADDING, y + _MARK_PADDING, _TEXT, printout.mark, _MARK)
            y += height + _SECTION_GAP
        title, style = (
            (printout.title, _TITLE)
            if is_first
            else (self._words.continued.format(title=printout.title), _RUNNING)
        )
        y = sheet.place(_LEFT, y, _TEXT, title, style, paints=paints)
        if is_first and printout.facts:
            y = sheet.place(_LEFT, y + _LINE_GAP, _TEXT, printout.facts, _FACTS, paints=paints)
        y += _HEAD_GAP
        if paints:
            sheet.rule(y)
        return y + _HEAD_GAP

    def _footer_height(self, sheet: "_Sheet") -> float:
        return sum(sheet.height(line, _SMALL, _STAMP) for line in self._printout.stamp) + _HEAD_GAP

    def _paint_page(self, sheet: "_Sheet", lines: list[_Line], number: int, pages: int) -> None:
        if self._printout.watermark:
            sheet.watermark(self._printout.watermark)
        y = self._header(sheet, is_first=number == 1, paints=True)
        for line in lines:
            y += line.gap
            self._paint_line(sheet, line, y)
            y += line.height
        y = _HEIGHT - _BOTTOM - self._footer_height(sheet)
        sheet.rule(y)
        y += _HEAD_GAP
        place = self._words.page.format(page=number, pages=pages)
        sheet.text(_LEFT + _STAMP, y, _TEXT - _STAMP, place, _SMALL, right=True)
        for text in self._printout.stamp:
            y = sheet.place(_LEFT, y, _STAMP, text, _SMALL, paints=True)

    def _paint_line(self, sheet: "_Sheet", line: _Line, y: float) -> None:
        if line.heading:
            sheet.text(_LEFT, y, _TEXT, line.text, _HEADING)
            return
        style = _BODY if self._printout.sections[line.section].title else _SMALL
        if not line.label:
            sheet.text(_LEFT, y, _TEXT, line.text, style)
            return
        sheet.text(_LEFT, y, _LABEL, line.label, _LABELS)
        sheet.text(_LEFT + _LABEL, y, _TEXT - _LABEL, line.text, style)


class _Sheet:
    """Millimetres on a device of any resolution."""

    def __init__(self, painter: QPainter, device: QPagedPaintDevice) -> None:
        self._painter = painter
        self._scale = device.logicalDpiX() / _MM_PER_INCH

    def height(self, text: str, style: _Style, width: float) -> float:
        """How much `text` takes when it is wrapped into `width`."""
        if not text:
            return 0.0
        self._set(style)
        room = QRectF(0, 0, width * self._scale, _HEIGHT * 100 * self._scale)
        return self._painter.boundingRect(room, text, _wrapped()).height() / self._scale

    def place(self, x: float, y: float, width: float, text: str, style: _Style, *, paints: bool) -> float:
        """Paint `text` or only find room for it; where what follows begins."""
        if paints:
            self.text(x, y, width, text, style)
        return y + self.height(text, style, width)

    def text(
        self, x: float, y: float, width: float, text: str, style: _Style, *, right: bool = False
    ) -> None:
        """Paint `text`, wrapped into `width`."""
        self._set(style)
        height = self.height(text, style, width)
        self._painter.drawText(self._rect(x, y, width, height), text, _wrapped(right=right))

    def fill(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """A filled box."""
        self._painter.fillRect(self._rect(x, y, width, height), QColor(colour))

    def rule(self, y: float) -> None:
        """A thin line across the text."""
        self._painter.setPen(QPen(QColor(_RULE), 0.2 * self._scale))
        scale = self._scale
        self._painter.drawLine(QPointF(_LEFT * scale, y * scale), QPointF((_LEFT + _TEXT) * scale, y * scale))

    def watermark(self, text: str) -> None:
        """Large and faint across the page."""
        painter = self._painter
        painter.save()
        self._set(_WATERMARK)
        painter.translate(_WIDTH / 2 * self._scale, _HEIGHT / 2 * self._scale)
        painter.rotate(-_RISING)
        room = self._rect(-_HEIGHT, -_HEIGHT, 2 * _HEIGHT, 2 * _HEIGHT)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()

    def _set(self, style: _Style) -> None:
        font = QFont()
        font.setPointSizeF(style.points)
        font.setBold(style.bold)
        self._painter.setFont(font)
        self._painter.setPen(QColor(style.colour))

    def _rect(self, x: float, y: float, width: float, height: float) -> QRectF:
        scale = self._scale
        return QRectF(x * scale, y * scale, width * scale, height * scale)


def _wrapped(*, right: bool = False) -> QTextOption:
    option = QTextOption(Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
