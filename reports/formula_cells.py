"""Cells of a CSV file that a spreadsheet program would take for a formula."""

from __future__ import annotations

import re

BEGINS = ("=", "+", "-", "@", "\t", "\r")
A_NUMBER = re.compile(r"[+-]?\d+([.,]\d+)*\s*%?")


def as_text(text: str) -> str:
    """The text with an apostrophe in front where it would be calculated; a spreadsheet program shows it as text then.

    Source: OWASP, CSV Injection.

    >>> as_text("=1+1"), as_text("-12,5"), as_text("Kita zuerst")
    ("'=1+1", '-12,5', 'Kita zuerst')
    """
    is_read_as_formula = text.lstrip(" \n").startswith(BEGINS) and not A_NUMBER.fullmatch(text)
    return f"'{text}" if is_read_as_formula else text
