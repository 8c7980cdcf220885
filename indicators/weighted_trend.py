"""Recent trend of rates, means and all other values that come with an interval."""

from __future__ import annotations

import numpy as np

from indicators.rates import Estimate
from indicators.shapes import FloatArray
from indicators.trend_rule import YEARS, TrendTest, judged
from indicators.year_axis import by_area, by_year, joined, last_of, windows_of

LIMITS_APART = 3.92  # standard errors between the two 95 % limits


def weighted_trend(estimate: Estimate) -> TrendTest:
    """Trend of the last five years: regression weighted with 1/se², se = (U − L)/3.92 from the 95 % limits.

    estimate: years on the last axis as in `recent_trend`; the slope is in its unit a year. χ² = slope²·Σw(t − t̄)².
    0 events have an interval and are tested like any other value; all values equal: NONE with χ² 0. A missing year, or
    one whose interval is missing or has no width (it could be given no weight): NOT_TESTED.
    Not for years that share data (pooled over several): they are not independent.
    Source: rule in `trend_rule`; weights as in PHE/OHID Fingertips, Technical Guidance "Recent trends".

    >>> from indicators.rates import crude_rate
    >>> found = weighted_trend(crude_rate([40, 52, 61, 70, 85], [10_000] * 5))
    >>> found.direction.item(), float(found.chi_square.round(2)), float(found.slope.round(2))
    (1, 18.08, 1.07)
    """
    value, weights = (last_of(part, YEARS) for part in _weighted(estimate))
    return TrendTest(*(by_area(estimate.value, part) for part in judged(value, weights)))


def weighted_trends(estimate: Estimate) -> TrendTest:
    """`weighted_trend` of every year with the four before it, in the shape of the value; the first four NOT_TESTED.

    >>> from indicators.rates import crude_rate
    >>> weighted_trends(crude_rate([40, 52, 61, 70, 85, 60], [10_000] * 6)).direction.tolist()
    [9, 9, 9, 9, 1, 0]
    """
    value, weights = (windows_of(part, YEARS) for part in _weighted(estimate))
    return TrendTest(*(by_year(estimate.value, part) for part in judged(value, weights)))


def _weighted(estimate: Estimate) -> tuple[FloatArray, FloatArray]:
    """Values and their weights; no weight where the interval has no width."""
    value, lower, upper = joined(estimate.value, estimate.lower95, estimate.upper95)
    error = (upper - lower) / LIMITS_APART
    return value, np.where(error > 0, error, np.nan) ** -2.0
