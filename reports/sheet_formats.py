"""How the cells of a worksheet look, and number formats that Excel shows as its reader writes numbers: 1.234,5 in German."""

from __future__ import annotations

import math
from collections.abc import Iterable

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

WHOLE, EXACT = "#,##0", "#,##0.0###"
PERCENT = "0.0 %"
HEAD = {
    "bold": True, "font_color": "#ffffff", "bg_color": "#0b4f6c", "border": 1, "border_color": "#ffffff",
    "text_wrap": True, "valign": "top",
}  # fmt: skip


class Styles:
    """Formats of one workbook, each made once."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._numbers: dict[str, Format] = {}
        self.head = book.add_format(HEAD)
        self.text = book.add_format({"valign": "top"})
        self.wrapped = book.add_format({"valign": "top", "text_wrap": True})
        self.label = book.add_format({"valign": "top", "text_wrap": True, "bold": True})
        self.section = book.add_format({"bold": True})
        self.title = book.add_format({"valign": "top", "bold": True, "font_size": 14})

    def number(self, number_format: str) -> Format:
        if number_format not in self._numbers:
            self._numbers[number_format] = self._book.add_format({"num_format": number_format, "valign": "top"})
        return self._numbers[number_format]


def value_format(decimals: int) -> str:
    """Number format with grouping.

    >>> value_format(1), value_format(0)
    ('#,##0.0', '#,##0')
    """
    return WHOLE if decimals == 0 else f"{WHOLE}.{'0' * decimals}"


def count_formats(numbers: Iterable[float]) -> list[str]:
    """Counts are whole; of those that are not (full-time posts, square kilometres) nothing is cut off."""
    return [WHOLE if not math.isfinite(number) or number == int(number) else EXACT for number in numbers]
