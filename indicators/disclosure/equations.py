"""What shown numbers say of those that are not: equations, those among them that can hold together, and first bounds."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from scipy import sparse

from indicators.disclosure.moves import EXACT
from indicators.disclosure.solver import solved
from indicators.shapes import BoolArray, FloatArray, IntArray

ROUNDED = 0.5  # sums that miss by less were rounded; those that miss by more contradict each other
PASSES = 50  # of bounds from sum to sum
ROOM = 1000.0  # by how much a number that nothing bounds may exceed all that is shown


class Equations(NamedTuple):
    """matrix @ x = right for numbers 0 ≤ x ≤ most that are not shown."""

    matrix: sparse.csr_array
    right: FloatArray
    most: FloatArray

    def of(self, cells: IntArray) -> Equations:
        """Those of some cells; no equation may hold others as well."""
        inside = self.matrix[:, cells].tocsr()
        rows = np.flatnonzero(np.diff(inside.indptr))
        return Equations(inside[rows], self.right[rows], self.most[cells])


def without_contradictions(equations: Equations) -> tuple[Equations, BoolArray]:
    """The equations that can hold together, as few as possible left out; and which they are."""
    count, size = equations.right.size, equations.matrix.shape[1]
    if _can_hold(equations):
        return equations, np.ones(count, dtype=np.bool_)
    slack = sparse.eye_array(count)
    matrix = sparse.hstack([equations.matrix, slack, -slack], format="csr")
    cost = np.append(np.zeros(size), np.ones(2 * count))
    most = np.append(equations.most, np.full(2 * count, np.inf))
    found = solved(cost, matrix, _from_zero(most), equations.right)
    missed = found[size : size + count] - found[size + count :]
    held = np.abs(missed) < ROUNDED
    right = equations.right - np.where(np.abs(missed) > EXACT, missed, 0.0)
    return Equations(equations.matrix[np.flatnonzero(held)], right[held], equations.most), held


def _can_hold(equations: Equations) -> bool:
    size = equations.matrix.shape[1]
    try:
        solved(np.zeros(size), equations.matrix, _from_zero(equations.most), equations.right)
    except ArithmeticError:
        return False
    return True


def _from_zero(most: FloatArray) -> FloatArray:
    return np.column_stack([np.zeros(most.size), most])


def far(equations: Equations, blocks: IntArray) -> FloatArray:
    """What bounds each number, else more than any number of the block can be if anything bounds it."""
    rows = np.flatnonzero(np.diff(equations.matrix.indptr))
    block_of_row = blocks[equations.matrix.indices[equations.matrix.indptr[rows]]]
    count, bounded = blocks.max(initial=-1) + 1, np.isfinite(equations.most)
    shown = np.bincount(block_of_row, np.abs(equations.right[rows]), count)
    shown = shown + np.bincount(blocks[bounded], equations.most[bounded], count)
    return np.asarray(np.minimum((2 * shown + ROOM)[blocks], equations.most))


def passed_on(equations: Equations, most: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Bounds of each number that follow from one equation at a time, and from being 0 to `most`."""
    entries, right = equations.matrix.tocoo(), equations.right
    (row, cell), factor = entries.coords, entries.data
    lower, upper = np.zeros(most.size), most.copy()
    for _ in range(PASSES):
        one, other = factor * lower[cell], factor * upper[cell]
        rests = [
            right[row] - (np.bincount(row, side, right.size)[row] - side)
            for side in (np.minimum(one, other), np.maximum(one, other))
        ]
        bounds, before = np.sort(np.array(rests) / factor, axis=0), (upper - lower).sum()
        np.maximum.at(lower, cell, bounds[0])
        np.minimum.at(upper, cell, bounds[1])
        if before - (upper - lower).sum() < EXACT:
            break
    return lower, upper
