"""Where a number was delivered: file and line of one cell."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd


class Place(NamedTuple):
    file: str = ""
    line: int | None = None


def place_of(rows: pd.DataFrame, area: str, year: int, measure: str, group: str) -> Place:
    """File and line of a delivered cell; empty for one that was added up."""
    of_measure = rows[(rows["measure"] == measure) & (rows["year"] == year)]
    found = of_measure[(of_measure["area"] == area) & (of_measure["group"] == group)]
    return Place() if found.empty else Place(str(found["file"].iloc[0]), int(found["line"].iloc[0]))
