"""Sums over years: where an area shows a measure both pooled and by single years, neither gives the other away."""

from __future__ import annotations

import numpy as np

from indicators.shapes import BoolArray, FloatArray


def link_years(
    single: FloatArray, single_hidden: BoolArray, pooled: FloatArray, pooled_hidden: BoolArray, years: int
) -> bool:
    """Hide further cells in place so that a pooled sum is shown exactly where all its years are; whether any was.

    Arrays of the shape (areas, years); `pooled` at t is the sum of `single` from t − years + 1 to t. A pooled sum that
    is shown then says no more than its years do. Of a hidden sum the smallest year goes, which costs least.
    """
    before = int(single_hidden.sum()) + int(pooled_hidden.sum())
    known = np.isfinite(pooled)
    pooled_hidden |= known & _any_in_window(single_hidden, years)
    exposed = known & pooled_hidden & ~_any_in_window(single_hidden | np.isnan(single), years)
    for area, last in np.argwhere(exposed):
        window = slice(last - years + 1, last + 1)
        if not single_hidden[area, window].any():
            numbers = single[area, window]
            single_hidden[area, window.start + np.argmin(np.where(numbers > 0, numbers, np.inf))] = True
    pooled_hidden |= known & _any_in_window(single_hidden, years)
    return int(single_hidden.sum()) + int(pooled_hidden.sum()) > before


def _any_in_window(cells: BoolArray, years: int) -> BoolArray:
    found = np.zeros_like(cells)
    if cells.shape[-1] >= years:
        windows = np.lib.stride_tricks.sliding_window_view(cells, years, axis=-1)
        found[..., years - 1 :] = windows.any(axis=-1)
    return found
