"""Exact elimination: which hidden cells follow from the shown ones by addition and subtraction alone."""

from __future__ import annotations

import numpy as np
from scipy import sparse

from indicators.disclosure.system import System, blocks_of
from indicators.shapes import BoolArray, IntArray

PRIME = 2_147_483_647  # arithmetic modulo a prime is exact; sums of counts have no coefficient that it could hide


def recoverable(system: System) -> BoolArray:
    """Hidden cells whose number anybody can work out; integer arithmetic, no rounding.

    A cell is recoverable where the relations among unknown cells determine it: where, after elimination, a row holds
    this cell alone.
    """
    unknown = np.flatnonzero(system.unknown)
    relations = system.relations[:, unknown].tocsr()
    blocks = blocks_of(relations, np.ones(unknown.size, dtype=np.bool_))
    found = np.zeros(system.values.size, dtype=np.bool_)
    for cells, rows in _by_block(relations, blocks):
        determined = _determined(relations[rows][:, cells].toarray().astype(np.int64))
        found[unknown[cells[determined]]] = True
    return found & system.hidden


def _by_block(relations: sparse.csr_array, blocks: IntArray) -> list[tuple[IntArray, IntArray]]:
    """Cells and relations of every block that has a relation."""
    filled = np.flatnonzero(np.diff(relations.indptr))
    block_of_row = blocks[relations.indices[relations.indptr[filled]]]
    cells, rows = np.argsort(blocks, kind="stable"), filled[np.argsort(block_of_row, kind="stable")]
    cell_ends = np.searchsorted(blocks[cells], np.arange(blocks.max(initial=-1) + 2))
    row_ends = np.searchsorted(np.sort(block_of_row), np.arange(blocks.max(initial=-1) + 2))
    return [
        (cells[cell_ends[block] : cell_ends[block + 1]], rows[row_ends[block] : row_ends[block + 1]])
        for block in np.unique(block_of_row)
    ]


def _determined(matrix: IntArray) -> BoolArray:
    """Columns that a reduced row echelon form leaves alone in a row."""
    reduced, _ = echelon(matrix)
    alone = reduced[(reduced != 0).sum(axis=1) == 1]
    return np.asarray((alone != 0).any(axis=0), dtype=np.bool_)


def echelon(matrix: IntArray) -> tuple[IntArray, IntArray]:
    """Reduced row echelon form modulo `PRIME` without empty rows, and the column in which each row begins."""
    matrix = matrix % PRIME
    pivots: list[int] = []
    for column in range(matrix.shape[1]):
        row = len(pivots)
        below = np.flatnonzero(matrix[row:, column])
        if below.size:
            matrix[[row, row + below[0]]] = matrix[[row + below[0], row]]
            matrix[row] = matrix[row] * pow(int(matrix[row, column]), -1, PRIME) % PRIME
            others = np.setdiff1d(np.flatnonzero(matrix[:, column]), [row])
            matrix[others] = (matrix[others] - matrix[others, column][:, None] * matrix[row]) % PRIME
            pivots.append(column)
    return matrix[: len(pivots)], np.array(pivots, dtype=np.intp)


def null_space(matrix: IntArray) -> tuple[IntArray, int]:
    """Vectors that every row of the matrix multiplies to 0, in small integers where there are such, and the matrix's rank;
    modulo a prime."""
    reduced, pivots = echelon(matrix)
    free = np.setdiff1d(np.arange(matrix.shape[1]), pivots)
    vectors = np.zeros((free.size, matrix.shape[1]), dtype=np.int64)
    vectors[np.arange(free.size), free] = 1
    vectors[:, pivots] = -reduced[:, free].T % PRIME
    return np.where(vectors > PRIME // 2, vectors - PRIME, vectors).astype(np.intp), len(pivots)
