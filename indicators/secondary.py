"""Secondary protection: nothing hidden follows from the sums that stay visible.

The simplest complete form for one measure in one hierarchy: a visible parent never has a single hidden part, nor only
hidden parts that everyone knows to be small; a hidden parent never has only visible parts.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from indicators.shapes import BoolArray, FloatArray

IntArray = npt.NDArray[np.intp]


@dataclass
class Sums:
    """One measure from the whole to the parts; lists run over the levels, arrays have the shape (areas, years).

    counts: true numbers, NaN where nothing is known. small: cells that are primary, so that anyone can confine them.
    hidden: what is hidden so far; `protect` adds to it. parents: for each level but the first, position of the parent.
    """

    counts: list[FloatArray]
    small: list[BoolArray]
    hidden: list[BoolArray]
    parents: list[IntArray]


def protect(sums: Sums) -> None:
    """Hide as few further cells as needed, in place. Ends because every round only adds hidden cells."""
    before = -1
    while (now := sum(int(hidden.sum()) for hidden in sums.hidden)) != before:
        before = now
        for level in range(len(sums.counts) - 1, 0, -1):
            _cover_lonely_parts(sums, level)
        for level in range(1, len(sums.counts)):
            _cover_hidden_parents(sums, level)


def _cover_lonely_parts(sums: Sums, level: int) -> None:
    hidden = sums.hidden[level]
    unknown = hidden | np.isnan(sums.counts[level])
    wide = unknown & ~(hidden & sums.small[level])
    parent_visible = ~sums.hidden[level - 1] & ~np.isnan(sums.counts[level - 1])
    per_parent = [_per_parent(sums, level, cells) for cells in (hidden, unknown, wide)]
    exposed = parent_visible & (per_parent[0] > 0) & ((per_parent[1] == 1) | (per_parent[2] == 0))
    for parent, year in np.argwhere(exposed):
        partner = _partner(sums, level, parent, year)
        if partner is None:
            sums.hidden[level - 1][parent, year] = True
        else:
            hidden[partner, year] = True


def _cover_hidden_parents(sums: Sums, level: int) -> None:
    unknown = sums.hidden[level] | np.isnan(sums.counts[level])
    has_parts = np.bincount(sums.parents[level - 1], minlength=len(sums.hidden[level - 1]))[:, None] > 0
    exposed = sums.hidden[level - 1] & has_parts & (_per_parent(sums, level, unknown) == 0)
    for parent, year in np.argwhere(exposed):
        partner = _partner(sums, level, parent, year)
        if partner is not None:
            sums.hidden[level][partner, year] = True


def _per_parent(sums: Sums, level: int, cells: BoolArray) -> npt.NDArray[np.int64]:
    found = np.zeros(sums.hidden[level - 1].shape, dtype=np.int64)
    np.add.at(found, sums.parents[level - 1], cells)
    return found


def _partner(sums: Sums, level: int, parent: int, year: int) -> int | None:
    """The part that costs least to hide: the smallest visible number; a 0 only if nothing else is left."""
    siblings = np.flatnonzero(sums.parents[level - 1] == parent)
    numbers = sums.counts[level][siblings, year]
    visible = ~sums.hidden[level][siblings, year] & ~np.isnan(numbers)
    if not visible.any():
        return None
    candidates, numbers = siblings[visible], numbers[visible]
    cost = np.where(numbers > 0, numbers, np.inf)
    return int(candidates[np.argmin(cost)])
