"""One linear program: HiGHS through its own interface, which remembers from one question to the next where it was."""

from __future__ import annotations

import highspy
import numpy as np
from scipy import sparse

from indicators.shapes import FloatArray

OPTIONS = {"output_flag": False, "parallel": "off", "mip_rel_gap": 0.0}


class Program:
    """Numbers of least cost with relations @ numbers = sums, within bounds that may change from one question to the next.

    bounds: lower and upper ones, one row per number.
    """

    def __init__(self, cost: FloatArray, relations: sparse.csr_array, bounds: FloatArray, sums: FloatArray) -> None:
        self._highs, self._bounds = highspy.Highs(), bounds
        for name, value in OPTIONS.items():
            self._highs.setOptionValue(name, value)
        rows = relations.tocsr()
        self._highs.passModel(
            cost.size, rows.shape[0], rows.nnz, int(highspy.MatrixFormat.kRowwise), int(highspy.ObjSense.kMinimize), 0.0,
            cost, bounds[:, 0].copy(), bounds[:, 1].copy(), sums, sums, rows.indptr, rows.indices, rows.data,
            np.zeros(cost.size, dtype=np.int32),
        )  # fmt: skip

    def solve(self, bounds: FloatArray) -> FloatArray | None:
        """None where there are no such numbers."""
        # Presolving takes longer than these programs themselves; branching gains by it.
        self._highs.setOptionValue("presolve", "off")
        return self._solved(bounds)

    def solve_in_whole(self, bounds: FloatArray) -> FloatArray | None:
        """Whole numbers, which takes longer; None where there are none."""
        every = np.arange(len(bounds), dtype=np.int32)
        self._highs.changeColsIntegrality(every.size, every, np.full(every.size, highspy.HighsVarType.kInteger))
        self._highs.setOptionValue("presolve", "on")
        return self._solved(bounds)

    def _solved(self, bounds: FloatArray) -> FloatArray | None:
        changed = np.flatnonzero((bounds != self._bounds).any(axis=1))
        if changed.size:
            lower, upper = np.ascontiguousarray(bounds[changed].T)
            self._highs.changeColsBounds(changed.size, changed.astype(np.int32), lower, upper)
        self._bounds = bounds
        self._highs.run()
        if self._highs.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        return np.array(self._highs.getSolution().col_value, dtype=np.float64)
