"""What a worksheet looks like on paper: A4 across, with the same lines above and below every page."""

from __future__ import annotations

import textwrap
from typing import NamedTuple

from xlsxwriter.worksheet import Worksheet

A4 = 9
LINE, MOST = 150, 255  # characters: of a line, and of all that Excel takes above or below a page
PAGE_NUMBERS = "&RSeite &P von &N"


class Printed(NamedTuple):
    """What stands above and below every printed page."""

    above: str
    below: str


def set_page(sheet: Worksheet, printed: Printed, across: int = 1) -> None:
    """across: pages beside each other on which the columns are printed."""
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(across, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.9 if printed.above else 0.5, bottom=0.7)
    if printed.above:
        sheet.set_header(f"&L{_escaped(printed.above, MOST - 2)}")
    sheet.set_footer(f"&L{_escaped(printed.below, MOST - 2 - len(PAGE_NUMBERS))}{PAGE_NUMBERS}")


def _escaped(text: str, most: int) -> str:
    """In lines, with "&" doubled: alone it begins a command there. What is too long ends with "…"."""
    lines = "\n".join(textwrap.wrap(text, LINE))
    while len(lines.replace("&", "&&")) > most:
        lines = f"{lines[:-2]}…"
    return lines.replace("&", "&&")
