"""What is done at a level: the catalogue says what may be needed, the size of the base whether it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from indicators.catalogue import Catalogue, Indicator, Method, Smoothing
from indicators.counts import Counts
from indicators.levels import LevelCounts
from indicators.standard_population import STANDARDS


@dataclass(frozen=True)
class Plan:
    """Treatment of one indicator at one level. pool: years added up, 1 = each year by itself."""

    pool: int = 1
    smoothing: Smoothing = Smoothing.NONE


Plans = Mapping[tuple[str, str], Plan]  # (indicator id, level)


def plans_of(catalogue: Catalogue, levels: Sequence[LevelCounts]) -> dict[tuple[str, str], Plan]:
    """The plan of every indicator at every level; levels run from the whole to the parts.

    Years are pooled and rates smoothed where the typical base is below the catalogue's bound, or everywhere where it
    gives none. What is pooled at a level is pooled at all finer ones. All areas and years of a level are
    treated alike, so that they can be compared; so are the levels that stand beside one another.
    """
    found: dict[tuple[str, str], Plan] = {}
    for indicator in catalogue.values():
        pool, smoothing = 1, Smoothing.NONE
        for level in levels:
            if level.beside:
                found[indicator.id, level.level] = found[indicator.id, level.beside]
                continue
            base = typical_base(indicator, level.completed)
            pool = indicator.pool if _needed(indicator.pool_below, base) else pool
            smoothing = indicator.smoothing if _needed(indicator.smooth_below, base) else smoothing
            found[indicator.id, level.level] = Plan(pool, smoothing)
    return found


def typical_base(indicator: Indicator, counts: Counts) -> float:
    """Median of the denominator of one year over all areas and years in which there is one; NaN where there is none."""
    groups = list(STANDARDS[indicator.standard]) if indicator.method is Method.STANDARDISED else [""]
    positions = counts.positions(indicator.denominator, groups)
    bases = counts.values[positions[positions >= 0]].sum(axis=0)
    known = bases[bases > 0]
    return float(np.median(known)) if known.size else float("nan")


def _needed(bound: float | None, base: float) -> bool:
    return bound is None or not base >= bound
