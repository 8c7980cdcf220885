"""Sums that few contribute much to: whoever knows the own contribution could estimate that of the largest too well.

Source: Hundepool et al. (2012), Statistical Disclosure Control, Wiley, chapter 4 (p-% rule, (n, k) rule and the
protection levels that belong to them).
"""

from __future__ import annotations

import numpy as np

from indicators.catalogue import Dominance
from indicators.shapes import FloatArray

EXACT = 1e-9  # of a contribution: what a rule misses by less is a matter of binary fractions


def missing_width(
    asked: Dominance, total: FloatArray, largest: FloatArray, second: FloatArray | None = None
) -> FloatArray:
    """By how much the total must stay uncertain, upwards and downwards, for what it misses of the rules; 0 where it keeps
    them.

    p-% rule: total − largest − second < p/100 · largest, so that the second could estimate the largest to within p %.
    (1, k) rule: largest > k/100 · total. A contribution that is not known could be all of the total. Totals of 0 or that
    are missing themselves have nobody to protect.

    Of 100 with 85 and 10, p = 10 misses 8.5 − 5; k = 80 misses 85/0.8 − 100:

    >>> of = np.array([100.0]), np.array([85.0]), np.array([10.0])
    >>> missing_width(Dominance("x", "y", percent=10), *of).tolist()
    [3.5]
    >>> missing_width(Dominance("x", share=80), *of[:2]).tolist()
    [6.25]
    """
    first = np.where(np.isnan(largest), total, largest)
    found = np.zeros(total.shape)
    if asked.percent is not None:
        other = np.zeros(total.shape) if second is None else np.nan_to_num(second)
        above, below = np.maximum(first, other), np.minimum(first, other)
        unknown = np.isnan(largest) | (np.isnan(second) if second is not None else True)
        rest = np.where(unknown, 0.0, total - above - below)
        found = np.maximum(found, asked.percent / 100 * above - rest)
    if asked.share is not None:
        found = np.maximum(found, 100 / asked.share * first - total)
    return np.where((total > 0) & (found > EXACT), found, 0.0)
