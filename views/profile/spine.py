"""Where the marks of a spine chart stand: the county in the middle, unfavourable to the left, favourable to the right.

As Public Health England drew it: every indicator on its own scale, the area farthest from the county at an edge.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from views.profile.row import Row


class Spine(NamedTuple):
    """Positions from 0 to 1, 0.5 = the county; NaN where a mark is missing. left ≤ right, inner_left ≤ inner_right.

    left, right: all areas; inner: the middle half of them. start, end: the interval of the value, cut at the edges.
    """

    left: float
    inner_left: float
    inner_right: float
    right: float
    value: float
    start: float
    end: float
    above: float
    target: float


def spine_of(row: Row) -> Spine | None:
    """None without a county value, without a range, or where all areas have the county's value.

    High is right where it is favourable or not judged, left where it is unfavourable.
    """
    if row.range is None or not np.isfinite(row.whole):
        return None
    reach = max(abs(row.range.most - row.whole), abs(row.range.least - row.whole))
    if not reach > 0:
        return None
    side = -1 if row.indicator.polarity < 0 else 1

    def at(value: float) -> float:
        return 0.5 + side * (value - row.whole) / (2 * reach)

    left, right = sorted((at(row.range.least), at(row.range.most)))
    inner_left, inner_right = sorted((at(row.range.lower), at(row.range.upper)))
    start, end = np.clip(np.sort([at(row.lower95), at(row.upper95)]), 0, 1)
    target = float("nan") if row.indicator.target is None else at(row.indicator.target)
    return Spine(
        left, inner_left, inner_right, right, at(row.value), float(start), float(end),
        float("nan") if row.above is None else at(row.above.value),
        target if 0 <= target <= 1 else float("nan"),
    )  # fmt: skip
