"""Measures that add up to one another everywhere, found in the numbers: nobody has to declare what anybody can see."""

from __future__ import annotations

import numpy as np

from indicators.disclosure.elimination import PRIME, echelon
from indicators.shapes import FloatArray, IntArray

LARGEST = 2  # coefficient of a sum that somebody would think of
ENOUGH = 3  # cells there must be for each measure; with fewer, equations are an accident


def identities(numbers: FloatArray) -> IntArray:
    """Relations c with c @ numbers = 0, one per row, of shape (relations, measures), coefficients −2 … 2.

    numbers: (measures, cells), whole counts; cells with a missing number are left out, measures that are no counts or lie
    nowhere take no part. Total = part + part + part gives one row, whatever the names of the measures are.
    """
    found = np.zeros((0, len(numbers)), dtype=np.intp)
    usable = np.flatnonzero([_are_counts(each) for each in numbers])
    complete = np.isfinite(numbers[usable]).all(axis=0)
    if usable.size < 2 or complete.sum() < ENOUGH * usable.size:
        return found
    cells = np.unique(numbers[usable][:, complete].astype(np.int64), axis=1)
    if cells.shape[1] < ENOUGH * usable.size:
        return found
    relations = _null_space(cells.T)
    sums = relations[(np.abs(relations) <= LARGEST).all(axis=1)]
    exact = sums[(sums @ cells == 0).all(axis=1)]
    found = np.zeros((len(exact), len(numbers)), dtype=np.intp)
    found[:, usable] = exact
    return found


def _are_counts(numbers: FloatArray) -> bool:
    known = numbers[np.isfinite(numbers)]
    return bool(known.size and (known > 0).any() and (known == np.round(known)).all())


def _null_space(matrix: IntArray) -> IntArray:
    """Vectors that every row of the matrix multiplies to 0, in small integers where there are such; modulo a prime."""
    reduced, pivots = echelon(matrix)
    free = np.setdiff1d(np.arange(matrix.shape[1]), pivots)
    vectors = np.zeros((free.size, matrix.shape[1]), dtype=np.int64)
    vectors[np.arange(free.size), free] = 1
    vectors[:, pivots] = -reduced[:, free].T % PRIME
    return np.where(vectors > PRIME // 2, vectors - PRIME, vectors).astype(np.intp)
