"""Base units that lie in several areas: each area is given its share of their counts, as if all groups lived alike in it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd

from indicators.counts import Counts
from indicators.shapes import FloatArray, IntArray

STEP = 2.0**-20  # of a part: sums of such parts are exact, so that a whole is the same person for person


def in_parts(counts: Counts, cuts: pd.DataFrame) -> Counts:
    """Counts with those of the parts of cut base units: the share of each number; sums stay what they were.

    cuts: columns unit, part and share (0 to 1, of one unit 1 together). A part of a number that is missing is missing
    alike.
    """
    there = cuts[cuts["unit"].isin(counts.areas)]
    if there.empty:
        return counts
    position = counts.areas.get_indexer(pd.Index(there["unit"]))
    values = np.concatenate([counts.values, _shared_out(counts.values[:, position], there)], axis=1)
    signs = np.concatenate([counts.signs, counts.signs[:, position]], axis=1)
    areas = counts.areas.append(pd.Index(there["part"])).rename(counts.areas.name)
    return Counts(counts.measures, areas, counts.years, values, signs)


def of_whole_units(counts: Counts, unit: IntArray) -> Counts:
    """Counts in which each part of a cut unit has the numbers of all parts of this unit. unit: number of the unit of each area,
    −1 where it is no part."""
    values = counts.values.copy()
    for number in np.unique(unit[unit >= 0]):
        parts = np.flatnonzero(unit == number)
        values[:, parts] = values[:, parts].sum(axis=1, keepdims=True)
    return replace(counts, values=values)


def _shared_out(values: FloatArray, cuts: pd.DataFrame) -> FloatArray:
    """values: of the unit of each part. The last part of a unit is what the others leave."""
    parts = np.round(values * cuts["share"].to_numpy(dtype=np.float64)[None, :, None] / STEP) * STEP
    for rows in cuts.reset_index(drop=True).groupby("unit").indices.values():
        parts[:, rows[-1]] = values[:, rows[-1]] - parts[:, rows[:-1]].sum(axis=1)
    return np.asarray(parts)
