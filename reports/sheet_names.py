"""Names of worksheets as Excel takes them.

Source: Microsoft, "Rename a worksheet": at most 31 characters, none of / \\ ? * : [ ], no apostrophe at either end, not
"History", and no two alike, whatever their case.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

MOST = 31  # UTF-16 units
FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f\x7f]")
RESERVED = "history"
UNNAMED = "Blatt"


def sheet_names(titles: Iterable[str]) -> list[str]:
    """One name per title, in their order; the first of two alike keeps its name.

    >>> sheet_names(["Arbeit/Einkommen", "Arbeit:Einkommen"])
    ['Arbeit-Einkommen', 'Arbeit-Einkommen (2)']
    """
    taken, names = {RESERVED}, []
    for title in titles:
        name = _free(_allowed(title), taken)
        taken.add(name.casefold())
        names.append(name)
    return names


def _allowed(title: str) -> str:
    return _cut(FORBIDDEN.sub("-", title), MOST) or UNNAMED


def _free(name: str, taken: set[str]) -> str:
    found, number = name, 1
    while found.casefold() in taken:
        number += 1
        ending = f" ({number})"
        found = f"{_cut(name, MOST - len(ending))}{ending}"
    return found


def _cut(text: str, most: int) -> str:
    """The beginning, in at most so many UTF-16 units, without apostrophes or spaces at its ends."""
    units = text.strip(" '").encode("utf-16-le")[: 2 * most]
    return units.decode("utf-16-le", errors="ignore").strip(" '")
