"""Quantile groups: areas in order, cut into groups of about equal number."""

from __future__ import annotations

from typing import Any

import numpy as np

from indicators.shapes import as_floats, like


def quantile_groups(values: Any, groups: int, high_is_first: bool = True) -> Any:
    """Group 1 … groups of each area, as floats; group 1 holds the highest values, or the lowest.

    values: one axis of areas; a Series gives a Series. Ties get the minimum rank and so the same group; all values
    equal: all in group 1. Missing values have no group (NaN) and do not count; fewer values than groups: all NaN.
    Raises ValueError for fewer than one group.
    Source: PHE/OHID, PHEindicatormethods (phe_quantile): q = ⌊(Q + 1) − ⌈((n + 1) − rank)/(n/Q)⌉⌋.

    >>> quantile_groups([10.0, 30.0, 20.0, 40.0, np.nan], 2).tolist()
    [2.0, 1.0, 2.0, 1.0, nan]
    """
    if groups < 1:
        raise ValueError(f"groups must be 1 or more, not {groups}")
    numbers = as_floats(values)
    ordered = np.sort(numbers[~np.isnan(numbers)])
    n = len(ordered)
    if n < groups:
        return like(values, np.full(numbers.shape, np.nan))
    if high_is_first:
        not_before = np.searchsorted(ordered, numbers, side="right")
    else:
        not_before = n - np.searchsorted(ordered, numbers, side="left")
    # (n + 1) − rank areas do not stand before this one. Whole numbers, so that no rounding moves a bound.
    found = groups + 1 + (-not_before * groups) // n
    return like(values, np.where(np.isnan(numbers), np.nan, found))
