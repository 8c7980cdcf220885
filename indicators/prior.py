"""What all areas together say of one of them, before its own numbers are looked at: an expected value and a spread."""

from __future__ import annotations

import numpy as np
from scipy.special import log_ndtr

from indicators.shapes import FloatArray

ENOUGH = 20  # areas from which on a line through them says something


def expected_values(values: FloatArray, weights: FloatArray, others: FloatArray) -> FloatArray:
    """What to expect of each area: the weighted mean of the known values, from 20 areas on the line through them over the
    other indicators (weighted least squares).

    weights: NaN for areas that do not enter. others: what the other indicators say of each area, NaN where nothing; there
    the mean is expected. The others vary nowhere: the mean everywhere.
    Source: Fay & Herriot (1979), JASA 74:269–277.

    >>> others = np.arange(25.0)
    >>> expected_values(3 + 2 * others, np.ones(25), others)[:3].round(6).tolist()
    [3.0, 5.0, 7.0]
    >>> expected_values(np.array([1.0, 4.0]), np.array([2.0, 1.0]), np.array([0.0, 1.0])).tolist()
    [2.0, 2.0]
    """
    known, on_line = ~np.isnan(weights), ~np.isnan(weights) & ~np.isnan(others)
    mean = np.full(len(values), np.average(values[known], weights=weights[known]))
    if on_line.sum() < ENOUGH:
        return mean
    share = weights[on_line] / weights[on_line].sum()
    centre, level = share @ others[on_line], share @ values[on_line]
    around = others[on_line] - centre
    spread = share @ around**2
    slope = share @ (around * (values[on_line] - level)) / spread if spread > 0 else 0.0
    return np.where(np.isnan(others), mean, level + slope * (others - centre))


def variance_between(away: FloatArray, weights: FloatArray, chance: FloatArray) -> float:
    """Variance of the true values around their prior means, from how far the observed ones are away from them.

    weights: NaN for areas that do not enter. chance: weight · variance that chance alone makes of each. By moments, Σ w·away²
    less what chance makes of it; as this estimate is uncertain and may be below 0, the mean of what is possible above 0
    with a normal error around it: a variance of 0 would say that nothing can differ, which no data can show.
    Source: moments as Marshall (1991), Applied Statistics 40:283–294; kept above 0 as Morris (1983), JASA 78:47–65, asks.

    >>> away, chance = np.array([3.0, -3.0] * 500), np.ones(1000)
    >>> round(variance_between(away, np.ones(1000), chance), 3), variance_between(away / 4, np.ones(1000), chance) > 0
    (8.0, True)
    """
    known = ~np.isnan(weights)
    w, part = weights[known], chance[known]
    total = w.sum()
    estimate = (np.sum(w * away[known] ** 2) - part.sum()) / total
    error = np.sqrt(2 * np.sum((part + w * max(estimate, 0.0)) ** 2)) / total
    return float(max(_mean_above_zero(estimate, error), np.finfo(np.float64).tiny))


def _mean_above_zero(mean: float, deviation: float) -> float:
    """Mean of a normal distribution cut off below 0.

    >>> round(_mean_above_zero(0.0, 1.0), 4), round(_mean_above_zero(9.0, 1.0), 4)
    (0.7979, 9.0)
    """
    if deviation <= 0:
        return max(mean, 0.0)
    below = -mean / deviation
    return float(mean + deviation * np.exp(-(below**2) / 2 - log_ndtr(-below)) / np.sqrt(2 * np.pi))
