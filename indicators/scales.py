"""Indicators made comparable in every draw, and standardised sums of them: `normalise` and `index_of` for many draws."""

from __future__ import annotations

import numpy as np

from indicators.assumptions import Choices
from indicators.ranks import tied_ranks
from indicators.shapes import BoolArray, FloatArray


def scores(values: FloatArray, choices: Choices, inhabitants: FloatArray) -> FloatArray:
    """Scores of one indicator: z, rank or percentile rank over the areas, as each draw chooses; see `normalise`.

    values: draws × areas or 1 × areas, high = unfavourable, NaN for missing areas (the same in every draw). Result:
    draws × areas, or 1 × areas where values and choices are the same in all. inhabitants: see `standardised`.

    >>> from indicators.assumptions import decided
    >>> values = np.array([[2.0, 4, 4, 4, 5, 5, 7, 9]])
    >>> scores(values, decided(np.ones(1)), np.ones(8)).round(6).tolist()
    [[-1.5, -0.5, -0.5, -0.5, 0.0, 0.0, 1.0, 2.0]]
    """
    ways = np.unique(choices.scale)
    if len(ways) == 1:
        return _scaled(values, int(ways[0]), choices.population, inhabitants)
    found = np.empty((len(choices), values.shape[1]))
    for way in ways:
        rows = choices.scale == way
        drawn = values if len(values) == 1 else values[rows]
        found[rows] = _scaled(drawn, int(way), choices.population[rows], inhabitants)
    return found


def _scaled(values: FloatArray, way: int, population: BoolArray, inhabitants: FloatArray) -> FloatArray:
    if way == 0:
        return standardised(values, population, inhabitants)
    known = ~np.isnan(values[0])
    found = np.full(values.shape, np.nan)
    smallest, largest = tied_ranks(values[:, known])
    found[:, known] = smallest if way == 1 else ((smallest + largest) / 2 - 0.5) / known.sum()
    return found


def standardised(
    values: FloatArray, population: BoolArray, inhabitants: FloatArray, rounding: float = 0.0
) -> FloatArray:
    """(value − mean)/SD over the areas of each draw, population SD. Draws × areas; missing areas enter nothing.

    population: for which draws mean and SD are those of the inhabitants, each with the value of their area, instead of
    those of the areas; an area with unknown inhabitants then weighs as the average one. Nothing varies by more than
    `rounding`: NaN.

    >>> values, people = np.array([[0.0, 4.0]]), np.array([300.0, 100.0])
    >>> standardised(values, np.array([False, True]), people).round(3).tolist()
    [[-1.0, 1.0], [-0.577, 1.732]]
    """
    known = ~np.isnan(values[0])
    if not population.any():
        return _around_mean(values, known, rounding)
    if population.all():
        return _around_mean(values, known, rounding, inhabitants)
    found = np.empty((len(population), values.shape[1]))
    for rows, people in ((population, inhabitants), (~population, None)):
        found[rows] = _around_mean(values if len(values) == 1 else values[rows], known, rounding, people)
    return found


def _around_mean(
    values: FloatArray, known: BoolArray, rounding: float, inhabitants: FloatArray | None = None
) -> FloatArray:
    numbers = values if known.all() else values[:, known]
    if not numbers.size:
        return np.full(values.shape, np.nan)
    if inhabitants is None:
        around = numbers - numbers.mean(axis=1, keepdims=True)
        variance = np.einsum("da,da->d", around, around) / numbers.shape[1]
    else:
        share = _shares(inhabitants[known])
        around = numbers - np.einsum("da,a->d", numbers, share)[:, None]
        variance = np.einsum("da,a->d", around**2, share)
    spread = np.sqrt(variance)
    around /= np.where(spread > rounding, spread, np.nan)[:, None]
    if known.all():
        return np.asarray(around, dtype=np.float64)
    found = np.full(values.shape, np.nan)
    found[:, known] = around
    return found


def _shares(inhabitants: FloatArray) -> FloatArray:
    usual = np.nanmean(inhabitants) if np.isfinite(inhabitants).any() else 1.0
    people = np.where(np.isnan(inhabitants), usual, inhabitants)
    return np.asarray(people / people.sum(), dtype=np.float64)
