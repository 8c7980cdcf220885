"""Base units that lie in several areas: each area is given its share of their counts, as if all groups lived alike in it."""

from __future__ import annotations

import numpy as np
import pandas as pd

from indicators.counts import Counts


def in_parts(counts: Counts, cuts: pd.DataFrame) -> Counts:
    """Counts with those of the parts of cut base units: the share of each number; sums stay what they were.

    cuts: columns unit, part and share (0 to 1, of one unit 1 together). A part of a number that is missing is missing
    alike.
    """
    there = cuts[cuts["unit"].isin(counts.areas)]
    if there.empty:
        return counts
    position = counts.areas.get_indexer(pd.Index(there["unit"]))
    share = there["share"].to_numpy(dtype=np.float64)[None, :, None]
    values = np.concatenate([counts.values, counts.values[:, position] * share], axis=1)
    signs = np.concatenate([counts.signs, counts.signs[:, position]], axis=1)
    areas = counts.areas.append(pd.Index(there["part"])).rename(counts.areas.name)
    return Counts(counts.measures, areas, counts.years, values, signs)
