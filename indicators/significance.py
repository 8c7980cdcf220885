"""p-values against a benchmark, each the exact counterpart of the interval the product shows.

p < 0.05 where, and only where, the benchmark lies outside the 95 % interval; the same at 99.8 % with 0.002. One area is
no special case, there is nothing to compare areas with: each is judged against the benchmark alone.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from scipy.special import gammainc, gammaincc, ndtr

from indicators.guards import checked
from indicators.intervals import BYAR_FROM
from indicators.shapes import FloatArray, as_floats, like


def p_value(count: Any, base: Any, benchmark: Any) -> Any:
    """Two-sided p-value of the score test that the proportion count/base is the benchmark.

    benchmark: share 0–1, one or one per area; anything else is a ValueError. Counterpart of the Wilson limits.
    0 counts and count = base are no special case. Benchmark 0 or 1: p is 1 where the share is the same, else 0.
    Missing count, base or benchmark: NaN. Raises DataError where base ≤ 0, count < 0 or count > base, naming the areas.
    Source: Wilson (1927), JASA 22:209–212; Agresti & Coull (1998), The American Statistician 52:119–126.

    >>> p_value([30, 20, 0], [100, 100, 100], 0.2).round(4).tolist()
    [0.0124, 1.0, 0.0]
    """
    x, n = checked(count, base, part_of_base=True)
    share = as_floats(benchmark)
    if ((share < 0) | (share > 1)).any():
        raise ValueError("the benchmark of a proportion is a share between 0 and 1")
    with np.errstate(divide="ignore", invalid="ignore"):
        score = np.abs(x - n * share) / np.sqrt(n * share * (1 - share))
    return like(count, np.where(x == n * share, 1.0, 2 * ndtr(-score)))


def p_value_events(count: Any, base: Any, benchmark: Any) -> Any:
    """Two-sided p-value that `count` events came from a Poisson distribution with the mean base · benchmark.

    benchmark: events per unit of the base (1 where the base is the expected number), below 0 a ValueError.
    Counterpart of `intervals.poisson`, derived by inverting those very limits: below 10 events twice the smaller exact
    tail, from 10 on Byar's approximation solved for z. 0 events: exp(−mean), twice and at most 1. Mean 0: p is 1 without
    events, else as good as 0. Missing count, base or benchmark: NaN. Raises DataError where base ≤ 0 or count < 0.
    Source: Breslow & Day (1987), Statistical Methods in Cancer Research II, p. 69.

    >>> p_value_events([0, 3, 25], [10, 10, 10], 1.0).round(5).tolist()
    [9e-05, 0.02067, 0.0001]
    """
    x, n = checked(count, base, part_of_base=False)
    rate = as_floats(benchmark)
    if (rate < 0).any():
        raise ValueError("the benchmark of a rate cannot be negative")
    p = np.where(x < BYAR_FROM, _exact(x, n * rate), _byar(x, n * rate))
    missing = np.isnan(x) | np.isnan(n * rate)
    return like(count, np.where(missing, np.nan, p))


def _exact(x: FloatArray, mean: FloatArray) -> FloatArray:
    at_most, at_least = gammaincc(x + 1, mean), np.where(x == 0, 1.0, gammainc(np.maximum(x, 1), mean))
    return np.asarray(np.minimum(1.0, 2 * np.minimum(at_most, at_least)))


def _byar(x: FloatArray, mean: FloatArray) -> FloatArray:
    below, above = np.maximum(x, 1), x + 1
    z_lower = 3 * np.sqrt(below) * (1 - 1 / (9 * below) - np.cbrt(mean / below))
    z_upper = 3 * np.sqrt(above) * (np.cbrt(mean / above) - 1 + 1 / (9 * above))
    return np.asarray(np.minimum(1.0, 2 * ndtr(-np.maximum(z_lower, z_upper))))
