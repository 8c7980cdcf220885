"""Linear programs: HiGHS through scipy."""

from __future__ import annotations

from typing import Any, cast

import numpy as np
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, milp

from indicators.disclosure.system import blocks_of
from indicators.shapes import FloatArray, IntArray

BATCH = 1500  # cells of one program: the time of a large one grows faster than its size


def solved(
    cost: FloatArray,
    relations: sparse.csr_array,
    bounds: FloatArray,
    sums: FloatArray | None = None,
    *,
    whole: bool = False,
    nodes: int | None = None,
) -> FloatArray:
    """The numbers within their bounds (lower, upper per row) of least cost with relations @ numbers = sums, 0 by default.

    whole: whole numbers only, which takes longer. nodes: how many cases are told apart at most in the search for them;
    where that does not suffice, the best found so far, or 0 everywhere. Blocks that share no relation are solved a batch
    at a time.
    """
    right = np.zeros(relations.shape[0]) if sums is None else sums
    if cost.size <= BATCH or relations.nnz == 0:
        return _solved_at_once(cost, relations, bounds, right, whole, nodes)
    found, rows = np.zeros(cost.size), relations.tocsr()
    of_cell, of_row = _batches(rows)
    cells, lines = np.argsort(of_cell, kind="stable"), np.argsort(of_row, kind="stable")
    number = np.arange(of_cell.max() + 2)
    cell_ends, line_ends = np.searchsorted(of_cell[cells], number), np.searchsorted(of_row[lines], number)
    for batch in range(number.size - 1):
        chosen = cells[cell_ends[batch] : cell_ends[batch + 1]]
        among = lines[line_ends[batch] : line_ends[batch + 1]]
        part = rows[among][:, chosen]
        found[chosen] = _solved_at_once(cost[chosen], part, bounds[chosen], right[among], whole, nodes)
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
    cost: FloatArray,
    relations: sparse.csr_array,
    bounds: FloatArray,
    sums: FloatArray,
    whole: bool,
    nodes: int | None,
) -> FloatArray:
    if relations.shape[0] == 0:
        return np.asarray(np.where(cost < 0, bounds[:, 1], np.where(cost > 0, bounds[:, 0], 0.0)))
    # Presolving takes longer than these programs themselves; branching gains by it.
    options: dict[str, Any] = {"presolve": whole, "mip_rel_gap": 0.0, "node_limit": nodes}
    result = milp(
        cost,
        integrality=np.full(cost.size, int(whole)),
        bounds=Bounds(bounds[:, 0], bounds[:, 1]),
        constraints=LinearConstraint(relations, sums, sums),
        options=cast("Any", options),
    )
    if result.x is None and whole and nodes is not None:
        return np.zeros(cost.size)
    if result.x is None:
        raise ArithmeticError(f"the solver found nothing: {result.message}")
    return np.asarray(result.x, dtype=np.float64)
