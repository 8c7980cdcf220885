"""The classes of a map in words, as values are printed."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from texts.numbers import german, german_exact


def class_ranges(values: np.ndarray, breaks: Sequence[float], decimals: int) -> list[str]:
    """ "3,1 bis 5,0", "über 5,0 bis 7,4" …: what is printed decides, so the first class begins at the smallest value."""
    if not breaks:
        return []
    smallest = np.round(np.nanmin(values), decimals)
    lowest, ends = german(smallest, decimals), [_bound_in_words(bound, decimals) for bound in breaks]
    first = ends[0] if lowest == ends[0] else f"{lowest} bis {ends[0]}"
    if smallest > breaks[0]:  # somebody's own bound below every value
        first = f"bis {ends[0]}"
    return [first, *(f"über {below} bis {end}" for below, end in zip(ends, ends[1:], strict=False))]


def _bound_in_words(bound: float, decimals: int) -> str:
    """As values are printed; somebody's own bound may have more decimals, and keeps them."""
    return german(bound, decimals) if round(bound, decimals) == bound else german_exact(bound)
