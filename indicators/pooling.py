"""Pooling: several years added up before dividing, where one year is too few."""

from __future__ import annotations

import numpy as np

from indicators.counts import FloatArray, SignArray
from indicators.signs import Sign


def add_years(values: FloatArray, years: int) -> FloatArray:
    """Sums over `years` consecutive years along the last axis, named by their last year.

    The first years − 1 positions and every window with a missing year are NaN: a pooled value never stands for fewer
    years.

    >>> add_years(np.array([1.0, 2.0, np.nan, 4.0, 5.0, 6.0]), 3).tolist()
    [nan, nan, nan, nan, nan, 15.0]
    """
    if years == 1:
        return values
    pooled = np.full_like(values, np.nan)
    if values.shape[-1] >= years:
        windows = np.lib.stride_tricks.sliding_window_view(values, years, axis=-1)
        pooled[..., years - 1 :] = windows.sum(axis=-1)
    return pooled


def pool(values: FloatArray, signs: SignArray, years: int) -> tuple[FloatArray, SignArray]:
    """Numbers and signs of `years` consecutive years along the last axis, named by their last year.

    A year that is NOTHING adds nothing; a window of such years alone is NOTHING; any other sign makes the window
    missing.

    >>> signs = np.array([Sign.SHOWN, Sign.NOTHING, Sign.SHOWN, Sign.SECRET], dtype=np.uint8)
    >>> numbers, pooled = pool(np.array([4.0, np.nan, 6.0, np.nan]), signs, 3)
    >>> numbers.tolist(), [Sign(each).name for each in pooled]
    ([nan, nan, 10.0, nan], ['ABSENT', 'ABSENT', 'SHOWN', 'SECRET'])
    """
    if years == 1:
        return values, signs
    nothing = signs == Sign.NOTHING
    worst = _gravest(np.where(nothing, Sign.SHOWN, signs).astype(np.uint8), years)
    only_nothing = _gravest((~nothing).astype(np.uint8), years) == 0
    worst = np.where(only_nothing, Sign.NOTHING, worst).astype(np.uint8)
    total = add_years(np.where(nothing, 0.0, values), years)
    return np.where(worst == Sign.SHOWN, total, np.nan), worst


def _gravest(signs: SignArray, years: int) -> SignArray:
    """The highest sign of each window; windows that begin before the first year are ABSENT."""
    gravest = np.full_like(signs, Sign.ABSENT)
    if signs.shape[-1] >= years:
        windows = np.lib.stride_tricks.sliding_window_view(signs, years, axis=-1)
        gravest[..., years - 1 :] = windows.max(axis=-1)
    return gravest
