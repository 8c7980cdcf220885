"""Linear programs: HiGHS through scipy."""

from __future__ import annotations

import numpy as np
from scipy import sparse
from scipy.optimize import linprog

from indicators.shapes import FloatArray


def solved(
    cost: FloatArray, relations: sparse.csr_array, bounds: FloatArray, sums: FloatArray | None = None
) -> FloatArray:
    """The numbers within their bounds (lower, upper per row) of least cost with relations @ numbers = sums, 0 by default."""
    if relations.shape[0] == 0:
        return np.asarray(np.where(cost < 0, bounds[:, 1], np.where(cost > 0, bounds[:, 0], 0.0)))
    right = np.zeros(relations.shape[0]) if sums is None else sums
    result = linprog(cost, A_eq=relations, b_eq=right, bounds=bounds, method="highs")
    if result.x is None:
        raise ArithmeticError(f"the solver found nothing: {result.message}")
    return np.asarray(result.x, dtype=np.float64)
