"""Change between two points in time, and whether chance alone could have made it."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from indicators.rates import Estimate
from indicators.shapes import BoolArray, FloatArray, as_floats, like


def change(later: Estimate, earlier: Estimate) -> Estimate:
    """later − earlier with 95 % and 99.8 % limits, in the unit of both parts (percentage points for percentages).

    Arrays of one shape or Series of one index (else ValueError), areas in the same order; Series give Series.
    The limits need no more than those of the parts: L = d − √((x₂ − l₂)² + (u₁ − x₁)²), U = d + √((u₂ − x₂)² + (x₁ − l₁)²).
    0 counts and count = base are no special case: a part that ends at 0 or 100 adds nothing on that side, so that the
    difference never leaves ±100 % and 0 of n twice still has a width. A missing part: all NaN. A part without limits
    (ratio, count, given value): limits NaN.
    The parts are taken as independent samples. Where the same people are counted twice, the true limits lie closer
    together: the error is on the side of "not secured".
    Source: Zou & Donner (2008), Stat. Med. 27, 1693–1702 (MOVER); of two proportions with Wilson limits it is method 10
    of Newcombe (1998), Stat. Med. 17, 873–890.

    >>> from indicators.rates import proportion
    >>> found = change(proportion([56], [70]), proportion([48], [80]))
    >>> found.value.round(2).tolist(), found.lower95.round(2).tolist(), found.upper95.round(2).tolist()
    ([20.0], [5.24], [33.39])
    """
    _refuse_other_areas(later.value, earlier.value)
    after, before = Estimate(*map(as_floats, later)), Estimate(*map(as_floats, earlier))
    limits = [limit for confidence in (95, 99.8) for limit in _limits(after, before, confidence)]
    return Estimate(*(like(later.value, numbers) for numbers in (after.value - before.value, *limits)))


def secured(difference: Estimate, confidence: float = 95) -> BoolArray:
    """Where 0 lies outside the interval of 95 or 99.8 %; an interval that touches 0 is not secured.

    False where there is no interval: such a change is not tested, which is not the same as "could be chance".

    >>> from indicators.rates import proportion
    >>> secured(change(proportion([56, 50], [70, 70]), proportion([48, 48], [80, 80]))).tolist()
    [True, False]
    """
    lower, upper = map(as_floats, limits_at(difference, confidence))
    return np.asarray((lower > 0) | (upper < 0), dtype=np.bool_)


def limits_at(estimate: Estimate, confidence: float) -> tuple[Any, Any]:
    """Lower and upper limit of an estimate at 95 or 99.8 %; any other confidence is a ValueError.

    >>> limits_at(Estimate(10, 8, 12, 7, 13), 99.8)
    (7, 13)
    """
    if confidence not in (95, 99.8):
        raise ValueError(f"estimates have limits of 95 and 99.8 %, not of {confidence}")
    return (estimate.lower998, estimate.upper998) if confidence > 95 else (estimate.lower95, estimate.upper95)


def _limits(after: Estimate, before: Estimate, confidence: float) -> tuple[FloatArray, FloatArray]:
    (after_lower, after_upper), (before_lower, before_upper) = (
        limits_at(after, confidence),
        limits_at(before, confidence),
    )
    below = np.hypot(after.value - after_lower, before_upper - before.value)
    above = np.hypot(after_upper - after.value, before.value - before_lower)
    difference = after.value - before.value
    return difference - below, difference + above


def _refuse_other_areas(later: Any, earlier: Any) -> None:
    if isinstance(later, pd.Series) and isinstance(earlier, pd.Series) and not later.index.equals(earlier.index):
        raise ValueError("the two years are not of the same areas in the same order")
