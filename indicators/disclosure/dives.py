"""Dives: whole numbers found from a program's halves, by taking one of them up or down after the other."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from indicators.disclosure.moves import EXACT
from indicators.shapes import FloatArray, IntArray

STEPS = 30  # numbers that are decided one after the other
SLIGHT = 1e-2  # what a decision may cost without asking what the other one would

Solve = Callable[[FloatArray], FloatArray | None]  # bounds → numbers of least cost, None where there are none


def dived(solve: Solve, cost: FloatArray, bounds: FloatArray, best: FloatArray) -> FloatArray | None:
    """Whole numbers of a low cost, None where this way finds none; cheaper ones may exist.

    solve: the program without asking for whole numbers, and best: what it finds within these bounds (lower and upper ones,
    one row per number).
    """
    largest_first = _dived(solve, cost, bounds, best, np.argmax)
    return _dived(solve, cost, bounds, best, np.argmin) if largest_first is None else largest_first


def _dived(
    solve: Solve, cost: FloatArray, bounds: FloatArray, best: FloatArray, choose: Callable[[FloatArray], IntArray]
) -> FloatArray | None:
    found: FloatArray | None = best
    for _ in range(STEPS):
        if found is None or not (broken := np.flatnonzero(np.abs(found - np.round(found)) > EXACT)).size:
            return found
        one, before = broken[choose(found[broken])], cost @ found
        up, down = bounds.copy(), bounds.copy()
        up[one, 0], down[one, 1] = np.ceil(found[one]), np.floor(found[one])
        # Mostly somebody moves by a whole person at about the cost of two halves.
        bounds, found = up, solve(up)
        if found is None or cost @ found > before + SLIGHT:
            other = solve(down)
            if other is not None and (found is None or cost @ other < cost @ found):
                bounds, found = down, other
    return None
