"""Aggregation by addition: counts of areas become counts of the areas that contain them. Shares are never averaged."""

from __future__ import annotations

import numpy as np
import pandas as pd

from indicators.counts import Counts
from indicators.signs import Sign


def at_areas(counts: Counts, areas: pd.Index) -> Counts:
    """The counts of the given areas, in their order; areas without any delivery are ABSENT."""
    position = counts.areas.get_indexer(areas)
    known = position >= 0
    shape = (len(counts.measures), len(areas), len(counts.years))
    values, signs = np.full(shape, np.nan), np.full(shape, Sign.ABSENT, dtype=np.uint8)
    values[:, known] = counts.values[:, position[known]]
    signs[:, known] = counts.signs[:, position[known]]
    return Counts(counts.measures, areas, counts.years, values, signs)


def add_up(parts: Counts, parent_of: pd.Series, parents: pd.Index) -> Counts:
    """Sums of the parts of each parent.

    parent_of: part id → parent id, for every area of `parts`. A sum with a missing part is missing and carries the
    part's sign; a part that is NOTHING ("–") adds nothing; a parent whose parts are all NOTHING is NOTHING; one without
    parts is ABSENT.
    """
    target = parents.get_indexer(pd.Index(parent_of.reindex(parts.areas)))
    inside = target >= 0
    values, signs, target = parts.values[:, inside], parts.signs[:, inside], target[inside]
    nothing = signs == Sign.NOTHING
    hindrance = np.where(nothing, Sign.SHOWN, signs).astype(np.uint8)

    shape = (len(parts.measures), len(parents), len(parts.years))
    total, worst = np.zeros(shape), np.zeros(shape, dtype=np.uint8)
    only_nothing = np.ones(shape, dtype=bool)
    # Swapped views put the areas first, where ufunc.at is fast.
    np.add.at(total.swapaxes(0, 1), target, np.nan_to_num(values).swapaxes(0, 1))
    np.maximum.at(worst.swapaxes(0, 1), target, hindrance.swapaxes(0, 1))
    np.logical_and.at(only_nothing.swapaxes(0, 1), target, nothing.swapaxes(0, 1))

    worst[only_nothing] = Sign.NOTHING
    worst[:, np.bincount(target, minlength=len(parents)) == 0] = Sign.ABSENT
    total[worst != Sign.SHOWN] = np.nan
    return Counts(parts.measures, parents, parts.years, total, worst)


def completed(delivered: Counts, added: Counts) -> Counts:
    """Delivered cells; where nothing was delivered, what adding up the parts gave. Same areas, measures and years."""
    absent = delivered.signs == Sign.ABSENT
    values = np.where(absent, added.values, delivered.values)
    signs = np.where(absent, added.signs, delivered.signs)
    return Counts(delivered.measures, delivered.areas, delivered.years, values, signs)
