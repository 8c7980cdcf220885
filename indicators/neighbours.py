"""Neighbours as spatial statistics need them: among the areas that have a value."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from scipy.sparse import coo_array, csr_array

from indicators.shapes import BoolArray, as_floats

Neighbours = Mapping[Any, Collection[Any]]


class Links(NamedTuple):
    """used: for each value, whether it is there and has a neighbour whose value is there. matrix: of the used ones in
    their order, 1 where two are neighbours, else 0. islands: labels of the values without such a neighbour."""

    used: BoolArray
    matrix: csr_array
    islands: tuple[Hashable, ...]


def links(values: pd.Series, neighbours: Neighbours) -> Links:
    """Links between the areas of `values` (label → number, NaN where missing); a missing value takes its links along.

    neighbours: label → labels, mutual, for every label of `values`; labels beyond them, repeated ones and the area
    itself do not count. One area: an island. No value: nothing used.
    ValueError: labels twice, a label without neighbours given (an island has an empty collection), neighbours that are
    not mutual, an infinite value.
    """
    numbers = _checked(values, neighbours)
    present, matrix = ~np.isnan(numbers), _matrix(values.index, neighbours)
    between = matrix[present][:, present]
    if (between != between.T).nnz:
        raise ValueError("the neighbours are not mutual")
    linked = np.asarray(between.sum(axis=1) > 0)
    used = present.copy()
    used[present] = linked
    return Links(used, between[linked][:, linked], tuple(values.index[present & ~used]))


def _checked(values: pd.Series, neighbours: Neighbours) -> Any:
    numbers = as_floats(values)
    if not values.index.is_unique:
        raise ValueError("an area stands in the values twice")
    if unknown := [label for label in values.index if label not in neighbours]:
        raise ValueError(f"no neighbours are given for {unknown[:5]}")
    if np.isinf(numbers).any():
        raise ValueError("a value is infinite")
    return numbers


def _matrix(labels: pd.Index, neighbours: Neighbours) -> csr_array:
    area = np.repeat(np.arange(labels.size), [len(neighbours[label]) for label in labels])
    neighbour = labels.get_indexer(pd.Index([each for label in labels for each in neighbours[label]]))
    counted = (neighbour >= 0) & (neighbour != area)
    pairs = area[counted], neighbour[counted]
    matrix = coo_array((np.ones(pairs[0].size), pairs), shape=(labels.size, labels.size)).tocsr()
    matrix.data[:] = 1.0  # named twice, still one neighbour
    return matrix
