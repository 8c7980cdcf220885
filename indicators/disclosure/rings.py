"""Rings: two pairs of cells that change the same sums in the same way, so that one pair up and the other down changes none."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from scipy import sparse

from indicators.shapes import FloatArray, IntArray

LONGEST = 60  # cells of a sum whose pairs are looked at; there are so many pairs that few of them are needed


class Rings(NamedTuple):
    """cells: four of each ring, and by which number each of them moves; both of the shape (rings, 4)."""

    cells: IntArray
    numbers: FloatArray


class _Pairs(NamedTuple):
    """Two cells of one sum that leave it as it is if one moves up by 1 and the other one by `other`.

    change: what they do to all their sums together, as one number; pairs of the same change make a ring.
    """

    first: IntArray
    second: IntArray
    other: FloatArray
    change: IntArray


def rings_of_four(sums: sparse.csr_array) -> Rings:
    """Rings of four different cells, however many sums each cell is part of.

    sums: sums × cells, as from `layers.within`. Of all rings of pairs of the same change those that link each pair with the
    next one.
    """
    pairs = _pairs(sums)
    order = np.argsort(pairs.change, kind="stable")
    first, second, other, change = (each[order] for each in pairs)
    same = np.flatnonzero(change[1:] == change[:-1])
    cells = np.column_stack([first[same], second[same], first[same + 1], second[same + 1]])
    ones = np.ones(same.size)
    numbers = np.column_stack([ones, other[same], -ones, -other[same + 1]])
    ordered = np.sort(cells, axis=1)
    apart = (ordered[:, 1:] != ordered[:, :-1]).all(axis=1)
    return Rings(cells[apart], numbers[apart])


def _pairs(sums: sparse.csr_array) -> _Pairs:
    """All pairs of cells of one sum, each once and in one order."""
    at, opposite = _places(sums)
    first, second = sums.indices[at].astype(np.intp), sums.indices[opposite].astype(np.intp)
    other = -sums.data[at] / sums.data[opposite]
    # Whole numbers of 64 bits wrap around, so that equal changes are equal to the last bit.
    weights = np.random.default_rng(1).integers(-(2**63), 2**63, size=sums.shape[0], dtype=np.int64)
    of_cell = sparse.csr_array(sums.astype(np.int64)).T @ weights
    with np.errstate(over="ignore"):
        change = of_cell[first] + other.astype(np.int64) * of_cell[second]
    turned = change < 0
    first, second = np.where(turned & (other < 0), second, first), np.where(turned & (other < 0), first, second)
    change = np.where(turned & (other < 0), -change, change)
    _, once = np.unique(np.column_stack([first, second]), axis=0, return_index=True)
    once = once[np.abs(other[once]) == 1]
    return _Pairs(first[once], second[once], other[once], change[once])


def _places(sums: sparse.csr_array) -> tuple[IntArray, IntArray]:
    """Where two entries of one sum stand, for all pairs of entries of each sum that is not too long."""
    length = np.diff(sums.indptr)
    row = np.repeat(np.arange(length.size), length)
    at = np.flatnonzero(length[row] <= LONGEST)
    further = sums.indptr[row[at] + 1] - at - 1
    first = np.repeat(at, further)
    return first, first + 1 + np.arange(first.size) - np.repeat(np.cumsum(further) - further, further)
