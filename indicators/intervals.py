"""Confidence intervals of counts: how far chance alone could have moved a value."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from scipy.special import chdtri, ndtri, stdtrit

from indicators.guards import checked
from indicators.shapes import FloatArray, area_names, as_floats, like
from problem import DataError, Problem

BYAR_FROM = 10  # events from which Byar's approximation replaces the exact limits, as in PHE/OHID Fingertips


class Interval(NamedTuple):
    """Lower and upper limit, in the shape (and with the index) of the input."""

    lower: Any
    upper: Any


def normal_quantile(confidence: float) -> float:
    """z of a two-sided interval.

    >>> round(normal_quantile(0.95), 6)
    1.959964
    """
    return float(ndtri(0.5 + confidence / 2))


def wilson(count: Any, base: Any, confidence: float = 0.95) -> Interval:
    """Wilson score limits of the proportion count/base, as shares 0–1.

    0 counts: the lower limit is exactly 0. count = base: the upper limit is exactly 1. Missing count or base: NaN.
    Raises DataError where base ≤ 0, count < 0 or count > base, naming the areas.
    Source: Wilson, E. B. (1927), JASA 22:209–212.

    >>> lower, upper = wilson([5], [100])
    >>> lower.round(6).tolist(), upper.round(6).tolist()
    ([0.021544], [0.11175])
    """
    x, n = checked(count, base, part_of_base=True)
    z = normal_quantile(confidence)
    centre = 2 * x + z**2
    half_width = z * np.sqrt(z**2 + 4 * x * (1 - x / n))
    scale = 2 * (n + z**2)
    lower = np.where(x == 0, 0.0, (centre - half_width) / scale)
    upper = np.where(x == n, 1.0, (centre + half_width) / scale)
    missing = np.isnan(x) | np.isnan(n)
    return Interval(like(count, np.where(missing, np.nan, lower)), like(count, np.where(missing, np.nan, upper)))


def poisson(count: Any, confidence: float = 0.95) -> Interval:
    """Limits of the expected number of events behind an observed count.

    Below 10 events exact (χ² quantiles), from 10 on Byar's approximation. 0 events: lower limit 0. Missing: NaN.
    Raises DataError where count < 0, naming the areas.
    Source: Breslow & Day (1987), Statistical Methods in Cancer Research II, p. 69; switch at 10 as PHE/OHID.

    >>> lower, upper = poisson([25])
    >>> lower.round(4).tolist(), upper.round(4).tolist()
    ([16.1743], [36.9065])
    """
    x = as_floats(count)
    if (x < 0).any():
        raise DataError(Problem("count_negative", areas=area_names(count, x < 0)))
    lower, upper = map(np.array, _byar_limits(x, normal_quantile(confidence)))
    few = x < BYAR_FROM  # χ² quantiles are slow, so only these are asked for
    lower[few], upper[few] = _exact_limits(x[few], 1 - confidence)
    return Interval(like(count, lower), like(count, upper))


def mean_t(mean: Any, deviation: Any, size: Any, confidence: float = 0.95) -> Interval:
    """Student's t limits of a mean, in the unit of the mean.

    deviation: standard deviation of the sample (divisor size − 1). size: number of single values.
    A single value has no spread to judge by: NaN. All values equal (deviation 0): both limits are the mean. Missing: NaN.
    Raises DataError where size ≤ 0 or deviation < 0, naming the areas.
    Source: Student (1908), Biometrika 6:1–25.

    >>> lower, upper = mean_t([53.7], [20.98], [8])
    >>> lower.round(2).tolist(), upper.round(2).tolist()
    ([36.16], [71.24])
    """
    centre = as_floats(mean)
    spread, number = checked(deviation, size, part_of_base=False)
    freedom = np.where(number > 1, number - 1, np.nan)
    half_width = stdtrit(freedom, 0.5 + confidence / 2) * spread / np.sqrt(number)
    return Interval(like(mean, centre - half_width), like(mean, centre + half_width))


def _exact_limits(x: FloatArray, alpha: float) -> tuple[FloatArray, FloatArray]:
    # chdtri takes the upper tail, so the lower limit asks for 1 − α/2.
    events = np.where(x == 0, 1, x)
    lower = np.where(x == 0, 0.0, chdtri(2 * events, 1 - alpha / 2) / 2)
    return np.where(np.isnan(x), np.nan, lower), chdtri(2 * x + 2, alpha / 2) / 2


def _byar_limits(x: FloatArray, z: float) -> tuple[FloatArray, FloatArray]:
    below, above = np.maximum(x, 1), x + 1
    lower = below * (1 - 1 / (9 * below) - z / (3 * np.sqrt(below))) ** 3
    return lower, above * (1 - 1 / (9 * above) + z / (3 * np.sqrt(above))) ** 3
