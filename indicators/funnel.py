"""Control limits of a funnel plot: between them lies what chance alone makes of the benchmark.

Control limits belong to the benchmark, intervals to the area; which areas are conspicuous is said by `benchmark.compare`.
Source: Spiegelhalter (2005), Stat. Med. 24:1185–1202; as in the funnel plot tool of PHE/OHID.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from scipy.special import gdtrib

from indicators.intervals import Interval, normal_quantile
from indicators.shapes import FloatArray, area_names, as_floats, like
from problem import DataError, Problem


def funnel_limits_proportion(benchmark: Any, base: Any, confidence: float = 0.95) -> Interval:
    """Control limits of a proportion at each base: p ∓ z·√(p(1 − p)/n), as shares 0–1, cut at 0 and 1.

    A share lies outside exactly where its Wilson interval excludes the benchmark (the tool's longer formula comes down
    to this one). benchmark: share 0–1, else ValueError; 0 and 1 are their own limits. Missing benchmark or base: NaN.
    Raises DataError where base ≤ 0.

    >>> lower, upper = funnel_limits_proportion(0.2, [25, 100, 400])
    >>> lower.round(4).tolist(), upper.round(4).tolist()
    ([0.0432, 0.1216, 0.1608], [0.3568, 0.2784, 0.2392])
    """
    share, n = as_floats(benchmark), _positive(base)
    if ((share < 0) | (share > 1)).any():
        raise ValueError("the benchmark of a proportion is a share between 0 and 1")
    reach = normal_quantile(confidence) * np.sqrt(share * (1 - share) / n)
    return Interval(like(base, np.maximum(share - reach, 0.0)), like(base, np.minimum(share + reach, 1.0)))


def funnel_limits_events(benchmark: Any, base: Any, confidence: float = 0.95) -> Interval:
    """Control limits of a rate at each base, in events per unit of the base; exact Poisson limits at every base.

    At the base where an area with x events has the benchmark as its limit, the control limit is x/base. Between whole
    numbers of events the curve runs smoothly on. From 10 events on the intervals follow Byar, at most 0.2 % (95 %) or
    1.5 % (99.8 %) off: a point as close to the curve may be judged the other way, and `compare` decides.
    benchmark: events per unit of the base (1 where the base is the expected number), below 0 a ValueError; 0: both
    limits 0. Few expected events: the lower limit is 0, no count is low enough. Missing benchmark or base: NaN.
    Raises DataError where base ≤ 0.

    >>> lower, upper = funnel_limits_events(1.0, [5.571643, 100.0])
    >>> lower.round(4).tolist(), upper.round(4).tolist()
    ([0.1795, 0.8039], [1.9948, 1.2056])
    """
    rate, n = as_floats(benchmark), _positive(base)
    if (rate < 0).any():
        raise ValueError("the benchmark of a rate cannot be negative")
    expected, tail = rate * n, (1 - confidence) / 2
    # gdtrib finds the number of events at which the Poisson tail below (or above) has the wanted size.
    lower = np.maximum(gdtrib(1.0, 1 - tail, expected) - 1, 0.0) / n
    upper = gdtrib(1.0, tail, expected) / n
    return Interval(*(like(base, np.where(expected == 0, 0.0, limit)) for limit in (lower, upper)))


def _positive(base: Any) -> FloatArray:
    n = as_floats(base)
    if (n <= 0).any():
        raise DataError(Problem("base_not_positive", areas=area_names(base, n <= 0)))
    return n
