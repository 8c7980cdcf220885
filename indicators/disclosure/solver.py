"""Linear programs, a batch at a time."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from scipy import sparse

from indicators.disclosure.dives import dived
from indicators.disclosure.program import Program
from indicators.disclosure.system import blocks_of
from indicators.shapes import FloatArray, IntArray

BATCH = 1500  # cells of one program: the time of a large one grows faster than its size


class Whole(NamedTuple):
    """How whole numbers are asked for.

    enough: by how much more they may cost than parts of persons do; otherwise it is looked for better ones, which takes long.
    quick: not even then; where none are found at once, 0 everywhere.
    """

    enough: float = 0.0
    quick: bool = False


def solved(
    cost: FloatArray,
    relations: sparse.csr_array,
    bounds: FloatArray,
    sums: FloatArray | None = None,
    whole: Whole | None = None,
) -> FloatArray:
    """The numbers within their bounds (lower, upper per row) of least cost with relations @ numbers = sums, 0 by default.

    whole: whole numbers only. Blocks that share no relation are solved a batch at a time. Raises ArithmeticError where
    there are no such numbers.
    """
    right = np.zeros(relations.shape[0]) if sums is None else sums
    if cost.size <= BATCH or relations.nnz == 0:
        return _solved_at_once(cost, relations, bounds, right, whole)
    found, rows = np.zeros(cost.size), relations.tocsr()
    of_cell, of_row = _batches(rows)
    cells, lines = np.argsort(of_cell, kind="stable"), np.argsort(of_row, kind="stable")
    number = np.arange(of_cell.max() + 2)
    cell_ends, line_ends = np.searchsorted(of_cell[cells], number), np.searchsorted(of_row[lines], number)
    for batch in range(number.size - 1):
        chosen = cells[cell_ends[batch] : cell_ends[batch + 1]]
        among = lines[line_ends[batch] : line_ends[batch + 1]]
        part = rows[among][:, chosen]
        found[chosen] = _solved_at_once(cost[chosen], part, bounds[chosen], right[among], whole)
    return found


def _batches(relations: sparse.csr_array) -> tuple[IntArray, IntArray]:
    """Number of the batch of each cell and of each relation; blocks stay whole."""
    block = blocks_of(relations, np.ones(relations.shape[1], dtype=np.bool_))
    batch = np.unique((np.cumsum(np.bincount(block)) - 1) // BATCH, return_inverse=True)[1]
    of_cell = batch[block]
    # A relation lies where its first cell does; one without cells lies anywhere.
    first = np.minimum(relations.indptr[:-1], max(relations.nnz - 1, 0))
    return of_cell, of_cell[relations.indices[first]]


def _solved_at_once(
    cost: FloatArray, relations: sparse.csr_array, bounds: FloatArray, sums: FloatArray, whole: Whole | None
) -> FloatArray:
    if relations.shape[0] == 0:
        return np.asarray(np.where(cost < 0, bounds[:, 1], np.where(cost > 0, bounds[:, 0], 0.0)))
    program = Program(cost, relations, bounds, sums)
    found = program.solve(bounds) if whole is None or whole.enough else None
    if whole is not None:
        found = _in_whole(program, cost, bounds, found, whole)
    if found is None:
        raise ArithmeticError("the solver found nothing")
    return found


def _in_whole(
    program: Program, cost: FloatArray, bounds: FloatArray, best: FloatArray | None, whole: Whole
) -> FloatArray | None:
    """Whole numbers as they are asked for; best: what is found when parts of persons count as well, if that is known."""
    found = None if best is None else dived(program.solve, cost, bounds, best)
    if found is not None and best is not None and cost @ found <= cost @ best + whole.enough:
        return found
    return np.zeros(cost.size) if whole.quick else program.solve_in_whole(bounds)
