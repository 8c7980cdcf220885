"""The rule of PHE/OHID Fingertips ("recent trends") by which five years count as rising or falling.

χ² must exceed the 99.8 % limit, and the slope must keep its sign in the fit of all five years and in the five fits that
leave one of them out: a single odd year makes no trend.
"""

from __future__ import annotations

from enum import IntEnum
from typing import Any, NamedTuple

import numpy as np
from scipy.special import ndtri

from indicators.shapes import FloatArray
from indicators.weighted_slope import weighted_slope

YEARS = 5
CRITICAL = float(ndtri(0.999) ** 2)  # 9.549536: 99.8 % limit of χ² with one degree of freedom
FITS = np.vstack([np.ones(YEARS), 1 - np.eye(YEARS)])  # which years enter: all five, then all but one


class Trend(IntEnum):
    """Direction of five years, secured at 99.8 %."""

    FALLING = -1
    NONE = 0  # no significant change
    RISING = 1
    NOT_TESTED = 9  # fewer than five consecutive years, or a year without interval


class TrendTest(NamedTuple):
    """`Trend` (int8), χ², and the slope per year in the unit of the values; NaN where not tested."""

    direction: Any
    chi_square: Any
    slope: Any


def judged(values: FloatArray, weights: FloatArray, chi_square: FloatArray | None = None) -> TrendTest:
    """The rule applied to five years on the last axis.

    chi_square: of a test of its own; without it that of the weighted regression, slope²·Σw(t − t̄)².
    All values equal: NONE. A missing year or weight: NOT_TESTED.

    >>> found = judged(np.array([1.0, 2.0, 3.0, 4.0, 5.0]), np.ones(5))
    >>> found.direction.item(), float(found.chi_square), float(found.slope)
    (1, 10.0, 1.0)
    """
    slopes, spread = weighted_slope(values[..., None, :], weights[..., None, :] * FITS)
    slope = slopes[..., 0]
    test = slope**2 * spread[..., 0] if chi_square is None else chi_square
    sign = np.sign(slope)
    agreed = (np.sign(slopes) == sign[..., None]).all(axis=-1)
    untested = np.isnan(test) | np.isnan(slope)
    secured = np.where(agreed & (test > CRITICAL), sign, Trend.NONE)
    direction = np.where(untested, Trend.NOT_TESTED, secured).astype(np.int8)
    return TrendTest(direction, np.where(untested, np.nan, test), np.where(untested, np.nan, slope))
