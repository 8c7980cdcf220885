"""A native table on a slide: a heading row, thin lines, as large as it fits into its box."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from pptx.enum.text import MSO_ANCHOR
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from reports.side_table import Cell, SideTable
from reports.slide_marks import tell
from reports.slide_text import BLUE, INK, LINE, PALE, QUIET, Box, Run, Style, add_text, rgb, write_paragraphs
from reports.text_fit import LEADING, STEP, height_of, width_of
from texts.slides import TABLE

ACROSS, DOWN = 5, 2.5  # points around the text of a cell
MOST, LEAST, WRAPPED = 14, 8, 10.5  # sizes: the largest, the smallest, and at which a reason may need two lines
NUMBERS, NAME = 0.7, 0.42  # shares of the width, at most: of all columns of numbers, of the name beside reasons
NOTE = 11
PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # the style without lines and fills
Row = tuple[Cell, ...]


class _Plan(NamedTuple):
    size: float
    widths: Sequence[float]
    heights: Sequence[float]


def add_table(shapes: Any, table: SideTable, box: Box, words: str) -> None:
    """words: what the table shows, for screen readers. Without rows its note stands there alone."""
    top, below = box.top, height_of([table.note], box.width, NOTE)
    if table.rows:
        rows = [tuple((each,) for each in table.headings), *table.rows, *table.wholes]
        note = below + 2 * DOWN if table.note else 0
        held = len(rows) - len(table.wholes)
        plan = _planned(rows, held, box._replace(height=box.height - note), numbers=table.numbers)
        _add_rows(shapes, table, rows, held, plan, box, words)
        top += sum(plan.heights) + DOWN
    if table.note:
        room = Box(box.left, top, box.width, below if table.rows else 3 * NOTE * LEADING)
        add_text(shapes, room, [[(table.note, Style(NOTE if table.rows else MOST, colour=QUIET))]], TABLE)


def _planned(rows: Sequence[Row], held: int, box: Box, *, numbers: bool) -> _Plan:
    """held: number of the first row that the others are held against."""
    size: float = MOST
    while True:
        widths, have_room = _widths(rows, box.width, size, numbers=numbers)
        heights = [_height(row, widths, size, number, held, numbers=numbers) for number, row in enumerate(rows)]
        if (have_room and sum(heights) <= box.height) or size <= LEAST:
            return _Plan(size, widths, heights)
        size -= STEP


def _widths(rows: Sequence[Row], width: float, size: float, *, numbers: bool) -> tuple[list[float], bool]:
    """Numbers as wide as their longest word, the names get the rest; names as wide as they are beside reasons. Then whether
    this is wide enough."""
    if not numbers:
        name, reasons = (max(_needed(row[column], size, bold=column == 0) for row in rows) for column in (0, 1))
        first = min(name, NAME * width)
        return [first, width - first], reasons <= width - first or size <= WRAPPED
    narrow = [[_words(each) for each in rows[0]], *rows[1:]]  # only headings may be broken: a number keeps its unit
    words = [max(_needed(row[column], size) for row in narrow) for column in range(1, len(rows[0]))]
    shrink = min(1.0, NUMBERS * width / sum(words))
    return [width - sum(words) * shrink, *(word * shrink for word in words)], shrink == 1


def _words(cell: Cell) -> Cell:
    return tuple(word for text in cell for word in text.split(" "))


def _needed(cell: Cell, size: float, *, bold: bool = True) -> float:
    return max((width_of(text, size, bold=bold) for text in cell), default=0.0) + 2 * ACROSS


def _height(row: Row, widths: Sequence[float], size: float, number: int, held: int, *, numbers: bool) -> float:
    cells = enumerate(zip(row, widths, strict=True))
    bold = [_style(size, number, column, held, numbers=numbers).bold for column in range(len(row))]
    return max(height_of(cell, width - 2 * ACROSS, size, bold=bold[at]) for at, (cell, width) in cells) + 2 * DOWN


def _add_rows(shapes: Any, table: SideTable, rows: Sequence[Row], held: int, plan: _Plan, box: Box, words: str) -> None:
    place = (Pt(number) for number in (box.left, box.top, box.width, sum(plan.heights)))
    frame = shapes.add_table(len(rows), len(plan.widths), *place)
    tell(frame, TABLE, words)
    grid = frame.table
    grid.horz_banding = False
    grid._tbl.tblPr.find(qn("a:tableStyleId")).text = PLAIN
    for column, width in zip(grid.columns, plan.widths, strict=True):
        column.width = Pt(width)
    for number, (row, height) in enumerate(zip(rows, plan.heights, strict=True)):
        grid.rows[number].height = Pt(height)
        for column, cell in enumerate(row):
            style = _style(plan.size, number, column, held, numbers=table.numbers)
            _fill(grid.cell(number, column), cell, style, is_heading=number == 0, is_held=number >= held)


def _style(size: float, row: int, column: int, held: int, *, numbers: bool) -> Style:
    is_heading, right = row == 0, numbers and column > 0
    bold = is_heading or row >= held or (column == 1 if numbers else column == 0)
    return Style(size, bold, BLUE if is_heading else INK, right)


def _fill(target: Any, cell: Cell, style: Style, *, is_heading: bool, is_held: bool) -> None:
    target.margin_left = target.margin_right = Pt(ACROSS)
    target.margin_top = target.margin_bottom = Pt(DOWN)
    target.vertical_anchor = MSO_ANCHOR.BOTTOM if is_heading else MSO_ANCHOR.MIDDLE
    paragraphs: list[list[Run]] = [[(text, style)] for text in cell]
    write_paragraphs(target.text_frame, paragraphs)
    if is_heading or is_held:
        target.fill.solid()
        target.fill.fore_color.rgb = rgb(PALE)
    _underline(target, BLUE if is_heading else LINE, 1.25 if is_heading else 0.5)


def _underline(target: Any, colour: str, weight: float) -> None:
    """A line below a cell; the lines stand before the fill."""
    line = (
        f'<a:lnB {nsdecls("a")} w="{Pt(weight)}" cap="flat" cmpd="sng" algn="ctr"><a:solidFill><a:srgbClr val="{colour}"/>'
        '</a:solidFill><a:prstDash val="solid"/></a:lnB>'
    )
    target._tc.get_or_add_tcPr().insert(0, parse_xml(line))
