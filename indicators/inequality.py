"""Inequality between groups or areas: slope and relative index, ratio and difference of rates, Gini coefficient."""

from __future__ import annotations

from typing import Any, Literal

import numpy as np
import pandas as pd
from scipy.special import expit, logit

from indicators.rate_comparison import Ratio, rate_difference, rate_ratio
from indicators.shapes import FloatArray, area_names, as_floats
from problem import DataError, Problem

__all__ = ["Ratio", "gini", "rate_difference", "rate_ratio", "relative_index", "slope_index"]

Scale = Literal["none", "log", "logit"]


def slope_index(values: Any, population: Any, scale: Scale = "none") -> float:
    """Slope index of inequality: difference between the two ends of the social scale, in the unit of the values.

    values, population: one number a group, from the most to the least deprived. The value at the last end less that at
    the first, from the line through the values (weight: population) over the middle of each group's place on a scale
    from 0 to 1. scale: "log" for rates and "logit" for shares (0–1) fit the line there and turn its ends back.
    All values equal: 0. A missing value or population, or people in fewer than two groups: NaN. A group without people
    has no place on the scale and is left out. "log" of 0 and "logit" of 0 or 1: NaN; beyond those: ValueError.
    Raises DataError where population < 0; ValueError for Series of different groups.
    Source: PHE/OHID, PHEindicatormethods (phe_sii); Mackenbach & Kunst (1997), Soc. Sci. Med. 44:757–771.

    >>> round(slope_index([10.0, 20.0, 30.0], [100, 100, 100]), 9)
    30.0
    """
    first, last = _ends(values, population, scale)
    return last - first


def relative_index(values: Any, population: Any, scale: Scale = "none") -> float:
    """Relative index of inequality: value at the last end of the social scale over that at the first.

    Arguments, errors and missing values as in `slope_index`. All values equal: 1. NaN where the line leaves the
    positive numbers, as it then has no ratio.

    >>> round(relative_index([10.0, 20.0, 30.0], [100, 100, 100]), 9)
    7.0
    """
    first, last = _ends(values, population, scale)
    return last / first if first > 0 and last > 0 else float("nan")


def gini(values: Any, population: Any = None) -> float:
    """Gini coefficient: 0 where all have the same, towards 1 where one area has everything.

    values: one number an area, none negative. population: weight of each area; None: every area counts the same.
    G = ΣΣ pᵢpⱼ|yᵢ − yⱼ| / (2·mean), p being shares of the population; no correction for small numbers.
    All equal or one area: 0. All values 0: NaN, as there is nothing to share. A missing value or population: NaN; an
    area without people is left out. Raises DataError where a value or a population is negative, naming the areas.
    Source: Gini (1914); weighted as in Lerman & Yitzhaki (1989), J. Econometrics 42:43–47.

    >>> gini([1.0, 2.0, 3.0, 4.0])
    0.25
    """
    _refuse_negative("count_negative", values)
    y, share = _settled(values, np.ones(np.shape(values)) if population is None else population)
    mean = float((share * y).sum())
    if not mean > 0:
        return float("nan")
    order = np.argsort(y)
    y, share = y[order], share[order]
    # Distances from the smallest, so that equal values give exactly 0.
    return float((share * (y - y[0]) * (2 * _middles(share) - 1)).sum() / mean)


def _ends(values: Any, population: Any, scale: Scale) -> tuple[float, float]:
    """Values of the fitted line at the first and the last end of the scale."""
    y, share = _settled(values, population)
    y = _onto(scale, y)
    if len(y) < 2 or not np.isfinite(y).all():
        return float("nan"), float("nan")
    x = _middles(share)
    x = x - (share * x).sum()
    rise = y - y[0]
    slope = (share * x * rise).sum() / (share * x**2).sum()
    middle = y[0] + (share * rise).sum()
    first, last = _back(scale, np.array([middle - slope / 2, middle + slope / 2]))
    return float(first), float(last)


def _onto(scale: Scale, y: FloatArray) -> FloatArray:
    """Values on the scale of the line; the bounds of a scale become infinite."""
    if scale == "none":
        return y
    if (y < 0).any() or (scale == "logit" and (y > 1).any()):
        raise ValueError(f"values outside the {scale} scale")
    with np.errstate(divide="ignore"):
        return as_floats(np.log(y) if scale == "log" else logit(y))


def _back(scale: Scale, y: FloatArray) -> FloatArray:
    if scale == "none":
        return y
    return as_floats(np.exp(y) if scale == "log" else expit(y))


def _settled(values: Any, population: Any) -> tuple[FloatArray, FloatArray]:
    """Values and shares of the population, of the groups that have people; all NaN where a population is missing."""
    if (
        isinstance(values, pd.Series)
        and isinstance(population, pd.Series)
        and not values.index.equals(population.index)
    ):
        raise ValueError("values and population are not of the same groups in the same order")
    _refuse_negative("base_not_positive", population)
    y, people = as_floats(values), as_floats(population)
    if y.shape != people.shape:
        raise ValueError(f"shapes differ: {y.shape} and {people.shape}")
    inhabited = people != 0
    y, people = y[inhabited], people[inhabited]
    return y, people / people.sum() if len(people) else people


def _middles(share: FloatArray) -> FloatArray:
    """Middle of each group's place on a scale from 0 to 1."""
    return np.cumsum(share) - share / 2


def _refuse_negative(code: str, numbers: Any) -> None:
    below = as_floats(numbers) < 0
    if below.any():
        raise DataError(Problem(code, areas=area_names(numbers, below)))
