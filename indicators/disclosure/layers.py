"""Layers of a system: sums of one kind and year in all areas, and the relations within and across them."""

from __future__ import annotations

import numpy as np
from scipy import sparse

from indicators.disclosure.system import distinct
from indicators.shapes import BoolArray, IntArray

DEPTH = 4  # wholes of wholes: a category's year, its pooled years, their total


def within(relations: sparse.csr_array, layer: IntArray) -> sparse.csr_array:
    """The relations of cells of one layer; those that hold the same cells only once."""
    rows = distinct(relations)
    return rows[np.flatnonzero(~_crossing(rows, layer))]


def across(relations: sparse.csr_array, layer: IntArray) -> sparse.csr_array:
    """The relations between different layers."""
    filled = relations[np.flatnonzero(np.diff(relations.indptr))]
    return filled[np.flatnonzero(_crossing(filled, layer))]


def _crossing(filled: sparse.csr_array, layer: IntArray) -> BoolArray:
    if not filled.nnz:
        return np.zeros(filled.shape[0], dtype=np.bool_)
    of_entries, first = layer[filled.indices], filled.indptr[:-1]
    return np.asarray(np.minimum.reduceat(of_entries, first) != np.maximum.reduceat(of_entries, first))


def to_wholes(crossing: sparse.csr_array, never: BoolArray) -> sparse.csr_array:
    """Cell × cell: what each part adds to a whole in another layer that nobody is shown, by one relation for each whole.

    crossing: relations between layers. Such a whole takes up whatever its parts do.
    """
    whole = entries_where(crossing, (crossing.data > 0) & never[crossing.indices])
    rows = np.flatnonzero(np.diff(whole.indptr) == 1)
    _, first = np.unique(whole[rows].indices, return_index=True)
    of_whole = crossing[rows[first]]
    is_part = entries_where(of_whole, of_whole.data < 0)
    parts, chosen = of_whole.multiply(is_part).tocsr(), whole[rows[first]]
    scale = sparse.diags_array(-1 / of_whole.multiply(chosen).sum(axis=1))
    return sparse.csr_array((scale @ parts).T @ chosen)


def entries_where(relations: sparse.csr_array, chosen: BoolArray | None = None) -> sparse.csr_array:
    """1 for every entry, or for every chosen one. chosen: one for each stored entry."""
    ones = np.ones(relations.nnz) if chosen is None else chosen.astype(np.float64)
    entries = (ones, relations.indices, relations.indptr)
    found = sparse.csr_array(entries, shape=relations.shape, copy=True)
    found.eliminate_zeros()
    return found


def holding(states: sparse.csr_array, relations: sparse.csr_array) -> IntArray:
    """Which states (states × cells) keep every relation."""
    broken = (states @ relations.T).tocsr()
    broken.eliminate_zeros()
    return np.asarray(np.flatnonzero(np.diff(broken.indptr) == 0))
