"""What a whole counts more than its parts: people without a usable address are counted in a municipality, but in none of
its areas. From published numbers alone, so that it says nothing that subtracting them would not say.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from geodata.hierarchy import Hierarchy
from indicators.catalogue import Indicator, Method
from indicators.disclosure.rounding import roundings
from indicators.signs import Sign
from monitor.release import Release

LEAST = 0.5  # what is left of less than half a person comes from rounding decimals


class Unplaced(NamedTuple):
    """Numerator and denominator that lie in no area; NaN where that is not known, 0 where nothing is left."""

    count: float
    base: float


def unplaced(
    release: Release, level: str, whole: str, indicator_id: str, year: int, pooled_as: str = ""
) -> Unplaced | None:
    """What of a whole, a municipality or the county, lies in none of its areas of a level or a division.

    pooled_as: a finer level; years are pooled as there.

    None where there is nothing of the kind or where it cannot be said: a number of the whole or of a part is not shown,
    is rounded, or does not add up. Of two numbers that contradict each other (more in the parts) nothing is said.
    """
    hierarchy, indicator = release.hierarchy, release.catalogue[indicator_id]
    above = hierarchy.level_of(whole)
    if level == above or (level in hierarchy.divisions and not _divides(hierarchy, level, above, whole)):
        return None
    inside = hierarchy.ancestors(level, above)
    row = release.table(above, indicator_id, year, pooled_as=pooled_as or level).loc[whole]
    parts = release.table(level, indicator_id, year, pooled_as=pooled_as).loc[inside.index[inside == whole]]
    if not _all_told(row, parts):
        return None
    left = [_left(row[name], parts[name]) if adds else np.nan for name, adds in _adds_up(release, indicator).items()]
    found = Unplaced(*left)
    return found if any(each > 0 for each in found) and not any(each < 0 for each in found) else None


def _divides(hierarchy: Hierarchy, division: str, above: str, whole: str) -> bool:
    """Whether the division leaves nothing of the whole out: what is drawn in part only has nobody left to speak of."""
    units = hierarchy.levels[-1]
    inside = hierarchy.ancestors(units, above) == whole
    return bool(hierarchy.ancestors(units, division)[inside].notna().all())


def _all_told(whole: pd.Series, parts: pd.DataFrame) -> bool:
    return bool(whole["sign"] == Sign.SHOWN and len(parts) and (parts["sign"] == Sign.SHOWN).all())


def _adds_up(release: Release, indicator: Indicator) -> dict[str, bool]:
    """Whether numerator and denominator are sums of their parts as shown."""
    rounded, given = roundings(release.catalogue.values()), indicator.method is Method.GIVEN
    return {
        "count": not given and indicator.numerator not in rounded,
        "base": not given and bool(indicator.denominator) and indicator.denominator not in rounded,
    }


def _left(whole: float, parts: pd.Series) -> float:
    difference = float(whole - parts.sum())
    return difference if abs(difference) >= LEAST else 0.0
