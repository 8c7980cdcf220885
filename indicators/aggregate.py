"""Aggregation by addition: counts of areas become counts of the areas that contain them. Shares are never averaged."""

from __future__ import annotations

import numpy as np
import pandas as pd

from indicators.catalogue import LARGEST, SECOND
from indicators.counts import Counts
from indicators.shapes import FloatArray, IntArray
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
    Measures of the largest and second largest contribution (by their ending) are not added: of a parent they are the two
    largest of all parts, as if nobody contributed in two areas. Where somebody does, the parent's own are delivered.
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
    _keep_largest(parts.measures, total, np.nan_to_num(values), target)

    worst[only_nothing] = Sign.NOTHING
    worst[:, np.bincount(target, minlength=len(parents)) == 0] = Sign.ABSENT
    total[worst != Sign.SHOWN] = np.nan
    return Counts(parts.measures, parents, parts.years, total, worst)


def _keep_largest(measures: pd.MultiIndex, total: FloatArray, values: FloatArray, target: IntArray) -> None:
    """The largest contributions in place of their sums."""
    position = {pair: at for at, pair in enumerate(measures)}
    for (measure, group), at in position.items():
        if measure.endswith(LARGEST):
            seconds = position.get((measure.removesuffix(LARGEST) + SECOND, group))
            second = np.zeros_like(values[at]) if seconds is None else values[seconds]
            found = _two_largest(values[at], second, target, total.shape[1])
            total[at] = found[0]
            if seconds is not None:
                total[seconds] = found[1]


def _two_largest(
    first: FloatArray, second: FloatArray, target: IntArray, parents: int
) -> tuple[FloatArray, FloatArray]:
    """Largest and second largest number among the two of each part of every parent; 0 where there is none."""
    both, parent = np.concatenate([first, second]), np.concatenate([target, target])
    largest = np.zeros((parents, both.shape[1]))
    np.maximum.at(largest, parent, both)
    row = np.arange(len(both))[:, None]
    # Of several that are equally large one is the largest, and the next one the second largest.
    winner = np.full(largest.shape, len(both), dtype=np.intp)
    np.minimum.at(winner, parent, np.where(both == largest[parent], row, len(both)))
    next_ = np.zeros_like(largest)
    np.maximum.at(next_, parent, np.where(row == winner[parent], 0.0, both))
    return largest, next_


def completed(delivered: Counts, added: Counts) -> Counts:
    """Delivered cells; where nothing was delivered, what adding up the parts gave. Same areas, measures and years."""
    absent = delivered.signs == Sign.ABSENT
    values = np.where(absent, added.values, delivered.values)
    signs = np.where(absent, added.signs, delivered.signs)
    return Counts(delivered.measures, delivered.areas, delivered.years, values, signs)
