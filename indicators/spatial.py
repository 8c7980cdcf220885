"""Spatial statistics: do neighbours resemble each other more than chance would have it, and where?

Of PySAL esda (Rey & Anselin 2007), which is loaded with the first call: nobody waits for it who does not ask. Areas
without a value are left out together with their links. What then has no neighbour is an island: it is in no mean,
variance, weight or permutation, since it says nothing about neighbours but would change the result of all others.
"""

from __future__ import annotations

import warnings
from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from enum import IntEnum
from threading import Lock
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from scipy.sparse import coo_array
from scipy.special import ndtr

from indicators.benchmark import benjamini_hochberg
from indicators.neighbours import Neighbours, links
from indicators.shapes import FloatArray, as_floats

LEAST_AREAS = 4  # the moments of Moran's I under randomisation exist from 4 on (Cliff & Ord 1981)
ROUNDING = 1e-10  # standardised statistics closer than this are equal
_one_at_a_time = Lock()


class Quadrant(IntEnum):
    """The area and, behind the underscore, the mean of its neighbours: above the mean of all, or not. Codes of PySAL."""

    HIGH_HIGH = 1
    LOW_HIGH = 2
    LOW_LOW = 3
    HIGH_LOW = 4
    NOT_TESTED = 9


class Moran(NamedTuple):
    """I and its expected value without any spatial pattern, −1/(areas − 1); p: two-sided. areas: how many were used.
    islands: labels of areas with a value but without a neighbour that has one; they are not used."""

    I: float  # noqa: E741 the statistic's name
    expected: float
    p: float
    areas: int
    islands: tuple[Hashable, ...]


def moran(values: pd.Series, neighbours: Neighbours, permutations: int = 999, seed: int = 1) -> Moran:
    """Global Moran's I with row-standardised weights: positive where neighbours resemble each other.

    values, neighbours: see `neighbours.links`, ValueErrors too. p: `permutations` random distributions of the values
    over the areas; twice the smaller tail, the observed one included, so at least 2/(permutations + 1). Same seed,
    same p. All values equal, or fewer than 4 areas used: I, expected and p are NaN.
    Source: Moran (1950), Biometrika 37:17–23; Cliff & Ord (1981), Spatial Processes.

    >>> found = moran(pd.Series([1, 2, 3, 4]), {0: [1], 1: [0, 2], 2: [1, 3], 3: [2]})
    >>> round(found.I, 6), round(found.expected, 6), found.areas
    (0.4, -0.333333, 4)
    """
    used, matrix, islands = links(values, neighbours)
    numbers = as_floats(values)[used]
    if not _differ(numbers):
        return Moran(np.nan, np.nan, np.nan, numbers.size, islands)
    with _pysal(seed) as (esda, weights):
        found = esda.Moran(numbers, weights(matrix), permutations=permutations)
    p = _two_sided(np.array([found.I]), found.sim[:, None])
    return Moran(float(found.I), float(found.EI), float(p[0]), numbers.size, islands)


def local_moran(values: pd.Series, neighbours: Neighbours, permutations: int = 9999, seed: int = 1) -> pd.DataFrame:
    """Local Moran's I by area: index of `values`; columns I, p, q, quadrant (`Quadrant`, int8).

    values, neighbours: see `neighbours.links`, ValueErrors too. Weights row-standardised; the I add up to the global I
    times (areas − 1). p: the area keeps its value, the others are distributed at random over the rest; twice the
    smaller tail, so at least 2/(permutations + 1). q: p adjusted for as many tests as areas (Benjamini–Hochberg). With
    999 permutations a single conspicuous one of 158 areas could not get below q = 0.3, hence 9,999. That is for hundreds
    of areas (158: 0.2 s); for thousands take 999 (11,000: 2 s and 0.3 GB instead of 11 s and 2 GB). A value or mean of
    neighbours exactly at the mean of all counts as low.
    Missing, island, all values equal, fewer than 4 areas used: NaN and NOT_TESTED.
    Source: Anselin (1995), Geogr. Anal. 27:93–115; q: Caldas de Castro & Singer (2006), Geogr. Anal. 38:180–208.

    >>> found = local_moran(pd.Series([1, 2, 3, 4]), {0: [1], 1: [0, 2], 2: [1, 3], 3: [2]})
    >>> found["I"].round(6).tolist(), [Quadrant(code).name for code in found["quadrant"]]
    ([0.45, 0.15, 0.15, 0.45], ['LOW_LOW', 'LOW_LOW', 'HIGH_HIGH', 'HIGH_HIGH'])
    """
    used, matrix, _ = links(values, neighbours)
    numbers = as_floats(values)[used]
    table = pd.DataFrame(np.nan, index=values.index, columns=["I", "p", "q"])
    table["quadrant"] = np.full(values.size, Quadrant.NOT_TESTED, dtype=np.int8)
    if _differ(numbers):
        with _pysal(seed) as (esda, weights):
            found = esda.Moran_Local(numbers, weights(matrix), permutations=permutations, seed=seed)
        p = _two_sided(found.Is, found.sim)
        table.loc[used, ["I", "p", "q"]] = np.column_stack([found.Is, p, benjamini_hochberg(p)])
        table.loc[used, "quadrant"] = found.q.astype(np.int8)
    return table


def getis_ord(values: pd.Series, neighbours: Neighbours) -> pd.DataFrame:
    """Getis and Ord's G*: hot spots (z > 0) and cold spots by area: index of `values`; columns z, p, q.

    values, neighbours: see `neighbours.links`, ValueErrors too. Any numbers, negative ones too: z depends neither on
    unit nor on zero. Weights 1 for the area and each neighbour, else 0 (esda's variance holds for no others). p:
    two-sided from the normal distribution, rough where values are skewed and neighbours few; q: p adjusted for as many
    tests as areas (Benjamini–Hochberg). Missing, island, all values equal, fewer than 4 areas used, all other areas as
    neighbours: NaN.
    Source: Ord & Getis (1995), Geogr. Anal. 27:286–306.

    >>> getis_ord(pd.Series([1, 2, 3, 4]), {0: [1], 1: [0, 2], 2: [1, 3], 3: [2]})["z"].round(4).tolist()
    [-1.5492, -1.3416, 1.3416, 1.5492]
    """
    used, matrix, _ = links(values, neighbours)
    numbers = as_floats(values)[used]
    table = pd.DataFrame(np.nan, index=values.index, columns=["z", "p", "q"])
    if _differ(numbers):
        positive = 1 + (numbers - numbers.min()) / np.ptp(numbers)  # esda divides by the sum of the values
        with _pysal() as (esda, weights):
            z = esda.G_Local(positive, weights(matrix), transform="B", star=True, permutations=0).Zs
        z = np.where(np.isfinite(z), z, np.nan)
        p = 2 * ndtr(-np.abs(z))
        table.loc[used] = np.column_stack([z, p, benjamini_hochberg(p)])
    return table


def _differ(numbers: FloatArray) -> bool:
    """Whether there is anything to distribute: enough areas, and values that are not equal up to rounding."""
    return numbers.size >= LEAST_AREAS and bool(np.ptp(numbers) > 1e-12 * np.abs(numbers).max())


def _two_sided(observed: FloatArray, simulated: FloatArray) -> FloatArray:
    """Twice the smaller tail with the observed in it. simulated: permutations × statistics. (esda's p_sim is one tail.)"""
    above = (simulated >= observed - ROUNDING).sum(axis=0)
    below = (simulated <= observed + ROUNDING).sum(axis=0)
    return as_floats(np.minimum(1.0, 2 * (np.minimum(above, below) + 1) / (len(simulated) + 1)))


@contextmanager
def _pysal(seed: int = 1) -> Iterator[tuple[Any, Any]]:
    """esda, and what makes its weights of a matrix; quiet, and reproducible although it draws from numpy's one global
    generator: sessions take turns, and find it afterwards as it was."""
    with _one_at_a_time, warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        import esda
        from libpysal.graph import Graph

        before = np.random.get_state()  # noqa: NPY002 the generator esda uses
        np.random.seed(seed)  # noqa: NPY002
        try:
            yield esda, lambda matrix: Graph.from_sparse(coo_array(matrix))
        finally:
            np.random.set_state(before)  # noqa: NPY002
