"""Counts of every level: delivered where they were delivered, added up from the parts elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from indicators.aggregate import add_up, at_areas, completed
from indicators.counts import Counts


@dataclass(frozen=True)
class LevelCounts:
    """Counts of one level: as delivered, and completed by adding up the level below.

    beside: the level of which this one is another division, "" for the levels of the chain itself.
    """

    level: str
    delivered: Counts
    completed: Counts
    beside: str = ""


def counts_of_levels(
    counts: Counts, levels: Sequence[str], areas: Mapping[str, pd.Index], parents: Mapping[str, pd.Series]
) -> list[LevelCounts]:
    """Counts of the levels, in the given order (from the whole to the parts).

    areas: level → ids. parents: level → Series id → parent id one level up, for every level but the first.
    """
    found: list[LevelCounts] = []
    below: tuple[str, Counts] | None = None
    for level in reversed(levels):
        delivered = at_areas(counts, areas[level])
        own = delivered
        if below is not None:
            own = completed(delivered, add_up(below[1], parents[below[0]], areas[level]))
        found.append(LevelCounts(level, delivered, own))
        below = (level, own)
    return found[::-1]
