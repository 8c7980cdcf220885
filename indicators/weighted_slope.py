"""Weighted linear regression on time, for many areas at once."""

from __future__ import annotations

from typing import Any

import numpy as np

from indicators.shapes import FloatArray, as_floats

ROUNDING = 1e-12  # a slope this small in relation to the values is 0 but for rounding


def weighted_slope(values: FloatArray, weights: FloatArray, years: Any = None) -> tuple[FloatArray, FloatArray]:
    """Slope of the weighted least squares line over the k years of the last axis, and Σw(t − t̄)².

    years: t of each, 1 … k if not given. With weights 1/se² the second number is the inverse of the slope's variance.
    At least two years need a weight above 0. All values equal: exactly 0, also where rounding leaves a remainder. A
    missing value or weight: NaN.
    Source: Draper & Smith (1998), Applied Regression Analysis, 3rd ed., ch. 9.

    >>> slope, spread = weighted_slope(np.array([1.0, 2.0, 9.0]), np.array([1.0, 1.0, 0.0]))
    >>> float(slope), float(spread)
    (1.0, 0.5)
    """
    t = np.arange(1.0, values.shape[-1] + 1) if years is None else as_floats(years)
    distance = t - (weights * t).sum(axis=-1, keepdims=True) / weights.sum(axis=-1, keepdims=True)
    spread = (weights * distance**2).sum(axis=-1)
    slope = (weights * distance * values).sum(axis=-1) / spread
    remainder = ROUNDING * np.abs(values).max(axis=-1)
    return np.where(np.abs(slope) <= remainder, 0.0, slope), spread
