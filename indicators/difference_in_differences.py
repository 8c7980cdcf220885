"""Difference in differences: how an area with a measure developed, beside areas alike without it."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from scipy import stats

from indicators.paule_mandel import paule_mandel, weighted_mean
from indicators.rates import Estimate
from indicators.shapes import BoolArray, FloatArray, IntArray, as_floats

LEAST_COMPARED = 5  # areas: of fewer nobody knows how much areas differ anyway
LIMITS_APART = 3.92  # standard errors between the two 95 % limits
CONFIDENCE = 0.95
RARELY_SMALLER = 0.05  # see `_scale`


class Change(NamedTuple):
    """value: change of the mean, in the unit of the estimate; variance: that of chance in it, in the square of the unit."""

    value: FloatArray
    variance: FloatArray


class Difference(NamedTuple):
    """value, lower95, upper95: in the unit of the changes; NaN where nothing can be said. drift: standard deviation between
    areas beyond chance. treated, compared: areas that count. Arrays of one shape, one number each of one comparison."""

    value: FloatArray
    lower95: FloatArray
    upper95: FloatArray
    drift: FloatArray
    treated: IntArray
    compared: IntArray


def change_between(before: Estimate, after: Estimate) -> Change:
    """Mean of the years after minus mean of the years before, for each area: years on the last axis.

    Years are taken as independent samples with standard errors (U − L)/3.92; where the same people are counted every
    year, the variance is too large for all areas alike, which the scale of `difference_in_differences` makes up for.
    A missing year or limit: NaN, so that all areas are of the same years. Windows must share no year (`mirrored_years`).
    Source: Bertrand, Duflo & Mullainathan (2004), Q. J. Econ. 119, 249–275: collapsed to two periods, serial correlation
    does no harm.

    >>> year = Estimate(np.array([10.0, 14.0]), np.array([8.04, 12.04]), np.array([11.96, 15.96]), None, None)
    >>> found = change_between(year, Estimate(np.array([9.0]), np.array([7.04]), np.array([10.96]), None, None))
    >>> found.value.item(), found.variance.round(6).item()  # 9 − 12; (1 + 1)/4 + 1
    (-3.0, 1.5)
    """
    (earlier, uncertain), (later, also) = _mean(before), _mean(after)
    return Change(later - earlier, uncertain + also)


def difference_in_differences(change: Change, treated: Any) -> Difference:
    """Mean change of the treated areas minus that of the compared ones, with 95 % limits: areas on the last axis.

    treated: bool for each area. Weighted least squares of the change on a dummy with weights 1/(v + τ²): v the chance in
    the area, τ² the variance between the compared areas beyond it (`paule_mandel`), with an estimated scale and t with
    n − 2 degrees of freedom. The compared areas say how much an area moves without a measure, so that it holds for one
    treated area too. Areas with a missing change count for nothing; less than five compared areas, or no treated one: NaN.
    What it takes for granted: without the measure the areas would have moved alike but for chance and drift; the treated
    ones drift no more than the others. It shows a difference, never its cause.
    Source: Donald & Lang (2007), Rev. Econ. Stat. 89, 221–233 (few areas); Conley & Taber (2011), Rev. Econ. Stat. 93,
    113–125 (drift from the compared ones); Knapp & Hartung (2003), Stat. Med. 22, 2693–2710 (scale and t).

    >>> change = Change(np.array([-5.0, -2, -1, 0, 1, 2]), np.full(6, 0.5))
    >>> found = difference_in_differences(change, [True] + [False] * 5)
    >>> found.value.item(), found.lower95.round(2).item(), found.upper95.round(2).item()  # −5 ∓ 2.776·√(2.5·1.2)
    (-5.0, -9.81, -0.19)
    """
    value, variance = (as_floats(part) for part in change)
    chosen, known = np.asarray(treated, dtype=np.bool_), np.isfinite(value) & (variance > 0)
    others, ours = known & ~chosen, known & chosen
    between = paule_mandel(np.where(others, value, np.nan), variance)
    weights = np.where(known, 1 / (variance + between[..., None]), 0.0)
    numbers = np.where(known, value, 0.0)
    here, there = weighted_mean(numbers, weights * ours), weighted_mean(numbers, weights * others)
    fitted = np.where(chosen, here[..., None], there[..., None])
    free = known.sum(axis=-1) - 2
    squares = np.where(known, weights * (numbers - fitted) ** 2, 0.0).sum(axis=-1)
    enough = (others.sum(axis=-1) >= LEAST_COMPARED) & ours.any(axis=-1)
    half = _half_width(squares, free, _variance(weights, ours) + _variance(weights, others), enough)
    found = np.where(enough, here - there, np.nan)
    return Difference(
        found, found - half, found + half, np.sqrt(between), ours.sum(axis=-1), np.asarray(others.sum(axis=-1))
    )


def _mean(years: Estimate) -> tuple[FloatArray, FloatArray]:
    value = as_floats(years.value)
    error = (as_floats(years.upper95) - as_floats(years.lower95)) / LIMITS_APART
    return value.mean(axis=-1), (error**2).mean(axis=-1) / value.shape[-1]


def _variance(weights: FloatArray, of: BoolArray) -> FloatArray:
    total = (weights * of).sum(axis=-1)
    return np.asarray(np.divide(1.0, total, out=np.full_like(total, np.nan), where=total > 0), dtype=np.float64)


def _half_width(squares: FloatArray, free: IntArray, variance: FloatArray, enough: BoolArray) -> FloatArray:
    degrees = np.maximum(free, 1)
    width = stats.t.ppf((1 + CONFIDENCE) / 2, degrees) * np.sqrt(variance * _scale(squares, degrees))
    return np.where(enough, width, np.nan)


def _scale(squares: FloatArray, degrees: IntArray) -> FloatArray:
    """Mean squared residual, but not below what chance alone undercuts in one of twenty cases.

    Else compared areas that happen to move by the very same number would give an interval without a width.
    """
    smallest = stats.chi2.ppf(RARELY_SMALLER, degrees)
    return np.asarray(np.maximum(squares, smallest) / degrees, dtype=np.float64)
