"""Which character separates the fields of a text table."""

from __future__ import annotations

import re

DELIMITERS = (";", ",", "\t")
QUOTED = re.compile(r'"[^"]*"')
EXCEL_HINT = re.compile(r"sep=([;,\t|])\s*$", re.IGNORECASE)


def delimiter_of(heading: str) -> str:
    """The delimiter that occurs most often in the heading outside quotes; ";" where none or several do equally often.

    >>> delimiter_of("gebiet,jahr,merkmal,wert")
    ','
    """
    unquoted = QUOTED.sub("", heading)
    return max(DELIMITERS, key=unquoted.count)


def excel_hint(line: str) -> str:
    """The delimiter of a first line "sep=;" as Excel understands it; "" for any other line."""
    match = EXCEL_HINT.match(line)
    return match.group(1) if match else ""
