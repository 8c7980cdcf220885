"""Empirical Bayes: rates of small areas drawn towards the mean, the more the less they rest on."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import chain
from typing import Any

import numpy as np
import pandas as pd
from scipy import sparse

from indicators.guards import checked
from indicators.shapes import BoolArray, FloatArray

Neighbours = Mapping[Any, Collection[Any]] | Sequence[Collection[int]]


def prior(count: Any, base: Any) -> tuple[Any, Any]:
    """Mean and variance of the true rates behind the observed ones, by the method of moments.

    count, base: events and people, areas on axis 0; each further axis (years) has its own mean and variance, so that
    the results have one axis less. m = Σe/Σb; v = max(0, Σb(r − m)²/Σb − m/mean(b)).
    0 counts throughout, one area or rates no further apart than chance makes them: v = 0. Missing areas do not enter;
    all missing: NaN. Raises DataError where base ≤ 0 or count < 0, naming the areas.
    Source: Marshall (1991), Applied Statistics 40:283–294.

    >>> mean, variance = prior([2, 30, 5, 60, 1], [100, 500, 50, 800, 60])
    >>> mean.round(5).item(), variance.round(7).item()
    (0.0649, 0.0001138)
    """
    e, b, present = _counted(count, base)
    return _moments(e.sum(axis=0), b.sum(axis=0), _squares(e, b).sum(axis=0), present.sum(axis=0))


def empirical_bayes(count: Any, base: Any, neighbours: Neighbours | None = None, per: float = 1.0) -> Any:
    """Smoothed rates count/base·per: w·rate + (1 − w)·m with w = v/(v + m/base); m and v from `prior`.

    count, base: areas on axis 0, further axes (years) apart from each other. Result: their shape, a Series for Series.
    neighbours: m and v of each area from its neighbours and itself instead of from all areas. A mapping from label to
    labels for Series, else for each position the positions of its neighbours; labels without count do not enter. An
    area without any neighbour that counts (island) takes m and v of all areas: from itself alone it could borrow
    nothing and would keep its raw rate.
    v = 0: everything is the mean. 0 counts: above 0 where the others have events; no events around: 0. Missing areas
    neither enter m and v nor get a value. Raises DataError where base ≤ 0 or count < 0, naming the areas.
    Source: Marshall (1991), Applied Statistics 40:283–294, global and local.

    >>> count, base = [2, 30, 5, 60, 1], [100, 500, 50, 800, 60]
    >>> empirical_bayes(count, base).round(5).tolist()
    [0.0582, 0.06261, 0.06773, 0.0708, 0.06031]
    >>> empirical_bayes(count, base, [[1], [0, 2], [1], [], []]).round(5).tolist()
    [0.05077, 0.05834, 0.06364, 0.0708, 0.06031]
    """
    e, b, present = _counted(count, base)
    mean, variance = prior(count, base)
    if neighbours is not None:
        mean, variance = _local(_around(neighbours, count), e, b, present, mean, variance)
    chance = mean / np.where(present, b, np.nan)
    spread = variance + chance
    weight = np.divide(variance, spread, out=np.zeros_like(spread), where=spread != 0)
    rate = e / np.where(present, b, np.nan)
    return _shaped(count, (weight * rate + (1 - weight) * mean) * per)


def _counted(count: Any, base: Any) -> tuple[FloatArray, FloatArray, BoolArray]:
    """Events and people of the areas where both are known, 0 elsewhere, and where that is."""
    e, b = checked(count, base, part_of_base=False)
    present = ~(np.isnan(e) | np.isnan(b))
    return np.where(present, e, 0.0), np.where(present, b, 0.0), present


def _squares(e: FloatArray, b: FloatArray) -> FloatArray:
    """b·r² of each area; Σb(r − m)² is their sum less m·Σe, so that sums over any set of areas are enough."""
    return np.divide(e**2, b, out=np.zeros_like(b), where=b > 0)


def _moments(e: FloatArray, b: FloatArray, squares: FloatArray, areas: Any) -> tuple[FloatArray, FloatArray]:
    """m and v from the sums over a set of areas."""
    b = np.where(b > 0, b, np.nan)
    mean = e / b
    return mean, np.maximum(squares / b - mean**2 - mean / (b / areas), 0.0)


def _local(
    around: sparse.csr_array, e: FloatArray, b: FloatArray, present: BoolArray, mean: FloatArray, variance: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """m and v around each area; those given where no neighbour counts."""

    def added(numbers: FloatArray) -> FloatArray:
        return np.asarray(around @ numbers.reshape(len(numbers), -1)).reshape(numbers.shape)

    areas = added(present.astype(np.float64))
    local_mean, local_variance = _moments(added(e), added(b), added(_squares(e, b)), areas)
    island = areas <= present
    return np.where(island, mean, local_mean), np.where(island, variance, local_variance)


def _around(neighbours: Neighbours, count: Any) -> sparse.csr_array:
    """Matrix of ones: row = area, columns = its neighbours and itself."""
    size = len(count)
    if isinstance(neighbours, Mapping):
        if not isinstance(count, pd.Series | pd.DataFrame):
            raise ValueError("neighbours by label need a count with labels")
        lists = [neighbours.get(label, ()) for label in count.index]
        columns = count.index.get_indexer(pd.Index(list(chain.from_iterable(lists)), dtype=count.index.dtype))
    else:
        if len(neighbours) != size:
            raise ValueError(f"neighbours of {len(neighbours)} areas for {size} areas")
        lists = list(neighbours)
        columns = np.array(list(chain.from_iterable(lists)), dtype=np.intp)
    rows = np.repeat(np.arange(size), [len(each) for each in lists])
    known = columns >= 0
    rows, columns = np.append(rows[known], np.arange(size)), np.append(columns[known], np.arange(size))
    matrix = sparse.csr_array((np.ones(len(rows)), (rows, columns)), shape=(size, size))
    matrix.data[:] = 1.0  # a neighbour named twice is one neighbour
    return matrix


def _shaped(template: Any, values: FloatArray) -> Any:
    if isinstance(template, pd.Series):
        return pd.Series(values, index=template.index)
    if isinstance(template, pd.DataFrame):
        return pd.DataFrame(values, index=template.index, columns=template.columns)
    return values
