"""The legend of a map as native shapes: what stands below the map on the screen, with the same texts and numbers."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, NamedTuple

from reports.slide_marks import tell
from reports.slide_swatch import SWATCH, Line, add_swatch
from reports.slide_text import QUIET, Box, Style, add_text
from reports.text_fit import LEADING, height_of, width_of
from texts.slides import LEGEND

GAP, APART = 6, 14  # points between a swatch and its words, and between columns
SIZES = (11, 10.5, 10, 9.5, 9)  # points, the largest that fits first
ROW_GAP = 2.5
MOST_COLUMNS = 3


class Plan(NamedTuple):
    """How the lines are set: columns of equal width, filled one after the other; height: of all, in points."""

    size: float
    columns: int
    rows: int
    width: float
    height: float


def plan_legend(lines: Sequence[Line], width: float) -> Plan:
    """As large as possible in the fewest rows in which every line has room beside its swatch; else one column."""
    for columns in range(min(MOST_COLUMNS, len(lines)), 1, -1):
        across = (width - APART * (columns - 1)) / columns
        for size in SIZES:
            if all(width_of(words_of(each), size) <= across - SWATCH.width - GAP for each in lines):
                rows = math.ceil(len(lines) / columns)
                return Plan(size, columns, rows, across, rows * _row(size))
    size = SIZES[2]
    heights = [max(_row(size), _height(each, width, size)) for each in lines]
    return Plan(size, 1, len(lines), width, sum(heights))


def add_legend(shapes: Any, lines: Sequence[Line], plan: Plan, left: float, top: float) -> None:
    """One group: a swatch and its words for every line."""
    group = shapes.add_group_shape()
    tell(group, LEGEND, "")
    down = top
    for number, line in enumerate(lines):
        column, row = divmod(number, plan.rows)
        down = top if row == 0 else down
        height = _row(plan.size) if plan.columns > 1 else max(_row(plan.size), _height(line, plan.width, plan.size))
        across = left + column * (plan.width + APART)
        add_swatch(group.shapes, line, across, down + (_row(plan.size) - ROW_GAP - SWATCH.height) / 2)
        room = Box(across + SWATCH.width + GAP, down, plan.width - SWATCH.width - GAP, height - ROW_GAP)
        _add_words(group.shapes, line, room, plan.size)
        down += height


def words_of(line: Line) -> str:
    """ "3,1 bis 5,0 · 12 Quartiere"."""
    return f"{line['text']} · {line['counted']}" if line["counted"] else line["text"]


def _add_words(shapes: Any, line: Line, room: Box, size: float) -> None:
    counted = f" · {line['counted']}" if line["counted"] else ""
    add_text(shapes, room, [[(line["text"], Style(size)), (counted, Style(size, colour=QUIET))]], LEGEND, middle=True)


def _row(size: float) -> float:
    return size * LEADING + ROW_GAP


def _height(line: Line, width: float, size: float) -> float:
    return height_of([words_of(line)], width - SWATCH.width - GAP, size) + ROW_GAP
