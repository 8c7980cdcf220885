"""Measures that add up to one another everywhere, found in the numbers: nobody has to declare what anybody can see."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from indicators.disclosure.elimination import PRIME, echelon, null_space
from indicators.shapes import BoolArray, FloatArray, IntArray

LARGEST = 2  # coefficient of a sum that somebody would think of
SPARE = 2  # cells beyond those that would make any numbers add up
SAMPLE = 4  # cells per measure that are looked at first
SETS = 40  # of measures that are known together
FOLDS = 3
FREQUENT = 2  # sets of measures, the most frequent ones, of which a few numbers may be wrong
TOLERATED = 0.1  # share of cells that may contradict: nine in ten are no accident


def identities(numbers: Sequence[FloatArray]) -> IntArray:
    """Relations c with c @ each = 0 for every array of numbers, one per row, of shape (relations, measures).

    numbers: one array of the shape (measures, cells) per level, whole counts, NaN where unknown. What adds up at
    one level wherever everything is known is a relation; measures that are no counts or lie nowhere take no part. A few wrong
    numbers do not hide a relation from anybody: it may be contradicted in one cell of ten.
    Coefficients lie between −2 and 2. Total = part + part + part gives one row, whatever the names of the measures are.

    >>> parts = np.array([[1.0, 5, 0, 7, 2], [4.0, 4, 9, 1, 3]])
    >>> identities([np.vstack([parts, parts.sum(axis=0)])]).tolist()
    [[-1, -1, 1]]
    """
    everywhere = np.concatenate(numbers, axis=1)
    usable = np.flatnonzero([_are_counts(each) for each in everywhere])
    found = np.zeros((0, len(everywhere)), dtype=np.intp)
    for level in numbers:
        for number, measures in enumerate(_known_together(np.isfinite(level[usable]))):
            for relation in _nearly_everywhere(level[usable[measures]], FOLDS if number < FREQUENT else 0):
                row = np.zeros((1, len(everywhere)), dtype=np.intp)
                row[0, usable[measures]] = relation
                if _is_new(row, found):
                    found = np.vstack([found, row])
    return found


def _known_together(known: BoolArray) -> Iterator[IntArray]:
    """Sets of measures that are all known in some cells, the most frequent first."""
    sets, counts = np.unique(known, axis=1, return_counts=True)
    for position in np.argsort(-counts, kind="stable")[:SETS]:
        if sets[:, position].sum() > 1:
            yield np.flatnonzero(sets[:, position])


def _nearly_everywhere(numbers: FloatArray, folds: int) -> Iterator[IntArray]:
    """What adds up in all cells in which everything is known, then what does so but for a few. folds: parts of the cells of
    which one must be free of contradictions."""
    known = numbers[:, np.isfinite(numbers).all(axis=0)]
    yield from _additions(known)
    for fold in range(folds):
        for relation in _additions(known[:, fold::folds]):
            if np.mean(relation @ known != 0) <= TOLERATED:
                yield relation


def _additions(numbers: FloatArray) -> IntArray:
    """What adds up in all cells in which everything is known, if these are enough to tell it from an accident."""
    cells = np.unique(numbers[:, np.isfinite(numbers).all(axis=0)].astype(np.int64), axis=1)
    some = cells[:, :: max(cells.shape[1] // (SAMPLE * len(cells)), 1)]
    while True:
        relations, rank = null_space(some.T)
        broken = ((relations @ cells) % PRIME != 0).any(axis=0)
        if not broken.any():
            break
        some = np.hstack([some, cells[:, broken][:, : SAMPLE * len(cells)]])
    if cells.shape[1] < rank + SPARE:
        return relations[:0]
    terms, not_all_zero = (relations != 0).astype(np.intp), (cells != 0).astype(np.intp)
    support = (terms @ not_all_zero > 0).sum(axis=1)
    told_apart = (terms.sum(axis=1) > 1) & (support >= terms.sum(axis=1) - 1 + SPARE)
    return np.asarray(relations[(np.abs(relations) <= LARGEST).all(axis=1) & told_apart])


def _is_new(row: IntArray, found: IntArray) -> bool:
    together = np.vstack([found, row]).astype(np.int64)
    return len(echelon(together)[1]) == len(together)


def _are_counts(numbers: FloatArray) -> bool:
    known = numbers[np.isfinite(numbers)]
    return bool(known.size and (known > 0).any() and (known == np.round(known)).all())
