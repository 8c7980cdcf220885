"""The path needed: the straight line from a baseline to a target."""

from __future__ import annotations

from typing import Any

import numpy as np

from indicators.shapes import FloatArray, as_floats


def needed_path(baseline: float, target: float, span: tuple[int, int], direction: int, years: Any) -> FloatArray:
    """Value of the line in each of the years, in the unit of both; years before the baseline have none (NaN).

    span: year of the baseline and of the target, the second one later (else ValueError). direction: 1 where the value
    should be at least the target, −1 at most; 0: no line. After the year of the target the line stays at it, and where
    the baseline fulfils it already it is the target from the beginning: something to keep. NaN without a baseline.

    >>> needed_path(30.0, 20.0, (2020, 2025), -1, [2019, 2020, 2022, 2025, 2030]).tolist()
    [nan, 30.0, 26.0, 20.0, 20.0]
    """
    first, last = span
    if last <= first:
        raise ValueError(f"a target of {last} cannot be reached from {first}")
    when = as_floats(years)
    fulfilled = (baseline - target) * direction >= 0
    begin = target if fulfilled else baseline
    share = np.minimum((when - first) / (last - first), 1.0)
    line = begin + (target - begin) * share
    known = (when >= first) & np.isfinite(baseline) & (direction != 0)
    return np.where(known, line, np.nan)
