"""Ranks of many draws at once."""

from __future__ import annotations

import numpy as np

from indicators.shapes import FloatArray, IntArray


def ranks_from_top(strength: FloatArray) -> IntArray:
    """Rank of every area in each draw: 1 for the strongest, ties get the smallest rank. Shape draws × areas, no NaN.

    All equal: all 1. One area: 1.

    >>> ranks_from_top(np.array([[3.0, 5.0, 3.0, 1.0]])).tolist()
    [[2, 1, 2, 4]]
    """
    return tied_ranks(-strength)[0]


def tied_ranks(values: FloatArray) -> tuple[IntArray, IntArray]:
    """Smallest and largest rank of each value in its row, 1 for the smallest value; they differ where values are equal.

    >>> [each.tolist() for each in tied_ranks(np.array([[3.0, 5.0, 3.0, 1.0]]))]
    [[[2, 4, 2, 1]], [[3, 4, 3, 1]]]
    """
    order = np.argsort(values, axis=1)
    in_order = np.take_along_axis(values, order, axis=1)
    new = np.ones(values.shape, dtype=np.bool_)
    new[:, 1:] = in_order[:, 1:] != in_order[:, :-1]
    position = np.arange(1, values.shape[1] + 1)
    if new.all():
        ranks = _put(order, np.broadcast_to(position, order.shape))
        return ranks, ranks
    first = np.maximum.accumulate(np.where(new, position, 0), axis=1)
    last = np.roll(new, -1, axis=1)  # the one before a new value; the first of a row is always new
    final = np.minimum.accumulate(np.where(last, position, len(position) + 1)[:, ::-1], axis=1)[:, ::-1]
    return _put(order, first), _put(order, final)


def rank_interval(ranks: IntArray, share: float = 0.95) -> tuple[FloatArray, FloatArray]:
    """Smallest and largest rank of each area over the middle `share` of the draws; whole numbers, as the draws had them.

    ranks: draws × areas. Ranks of areas are much less certain than their values; the interval says how much.
    Source: Goldstein & Spiegelhalter (1996), J. R. Stat. Soc. A 159:385–443; percentiles over the draws.

    >>> lower, upper = rank_interval(np.array([[1, 2], [1, 2], [2, 1], [1, 2]]), share=0.5)
    >>> lower.tolist(), upper.tolist()
    ([1.0, 1.0], [1.0, 2.0])
    """
    tail = 50 - 50 * share
    lower, upper = np.percentile(ranks, [tail, 100 - tail], axis=0, method="inverted_cdf")
    return lower.astype(np.float64), upper.astype(np.float64)


def _put(order: IntArray, in_order: IntArray) -> IntArray:
    found = np.empty(order.shape, dtype=np.intp)
    np.put_along_axis(found, order, in_order, axis=1)
    return found
