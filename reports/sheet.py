"""Tables on a worksheet: headings, texts and real numbers, as high and wide as they need to be."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Sequence
from typing import Any, NamedTuple

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from reports.sheet_formats import Styles
from reports.sheet_page import Printed, set_page

WIDEST, NUMBER, FILTER = 48, 11, 4  # characters; the arrow of a filter covers the end of a heading
LINE_HEIGHT, MOST_LINES = 15, 27  # points; no row of Excel is higher than 409
PAGES = 2  # beside each other


class Column(NamedTuple):
    """heading: of the column. values: texts, or numbers where `numbers` has a number format for each; None, NaN and "" are
    empty cells."""

    heading: str
    values: Sequence[Any]
    numbers: Sequence[str] | None = None


def write_sheet(sheet: Worksheet, columns: Sequence[Column], styles: Styles, printed: Printed, fixed: int) -> None:
    """The columns from the first row on, which stays and has filters. fixed: so many columns stay too."""
    widths = [width_of(each) for each in columns]
    rows = write_table(sheet, 0, columns, widths, styles)
    for position, width in enumerate(widths):
        sheet.set_column(position, position, width)
    sheet.freeze_panes(1, fixed)
    sheet.autofilter(0, 0, rows - 1, len(columns) - 1)
    sheet.repeat_rows(0)
    sheet.repeat_columns(0, fixed - 1)
    set_page(sheet, printed, PAGES)


def write_table(
    sheet: Worksheet, first: int, columns: Sequence[Column], widths: Sequence[float], styles: Styles
) -> int:
    """Headings in the row `first`, values below; returns the row after them."""
    lines: dict[int, int] = {}
    for position, (column, width) in enumerate(zip(columns, widths, strict=True)):
        sheet.write_string(first, position, column.heading, styles.head)
        lines[first] = max(lines.get(first, 1), lines_of(column.heading, width - FILTER))
        if column.numbers is None:
            _write_texts(sheet, first + 1, position, column.values, width, styles, lines)
        else:
            formats = [styles.number(each) for each in column.numbers]
            _write_numbers(sheet, first + 1, position, column.values, formats)
    for row, count in lines.items():
        set_height(sheet, row, count)
    return first + 1 + max((len(each.values) for each in columns), default=0)


def width_of(column: Column) -> float:
    """In characters: the longest text, within bounds; a heading is wrapped between its words."""
    word = max((len(word) for word in column.heading.split()), default=0)
    if column.numbers is not None:
        return max(word + FILTER, NUMBER)
    longest = max((len(str(value)) for value in column.values if value), default=0)
    return max(word + FILTER, min(longest + 2, WIDEST))


def lines_of(text: str, width: float) -> int:
    """How many lines a text takes that is wrapped at so many characters."""
    return max(sum(max(len(textwrap.wrap(part, max(int(width), 1))), 1) for part in text.split("\n")), 1)


def set_height(sheet: Worksheet, row: int, lines: int) -> None:
    """Programs other than Excel do not find out by themselves how high a row of wrapped text is."""
    if lines > 1:
        sheet.set_row(row, LINE_HEIGHT * min(lines, MOST_LINES))


def _write_texts(
    sheet: Worksheet,
    first: int,
    position: int,
    values: Sequence[Any],
    width: float,
    styles: Styles,
    lines: dict[int, int],
) -> None:
    """lines: row → how many it needs, counted on here."""
    for row, value in enumerate(values, first):
        text = str(value or "")
        if not text:
            continue
        is_long = len(text) > width - 1 or "\n" in text
        sheet.write_string(row, position, text, styles.wrapped if is_long else styles.text)
        if is_long:
            lines[row] = max(lines.get(row, 1), lines_of(text, width - 1))


def _write_numbers(sheet: Worksheet, first: int, position: int, values: Sequence[Any], formats: list[Format]) -> None:
    for row, (value, number_format) in enumerate(zip(values, formats, strict=True), first):
        if value is None or not math.isfinite(value):
            sheet.write_blank(row, position, None, number_format)  # a missing number is no 0
        else:
            sheet.write_number(row, position, value, number_format)
