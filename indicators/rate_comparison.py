"""An area's rate beside that of a reference: how many times as high, and how much higher."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from indicators.change import change
from indicators.guards import checked
from indicators.intervals import normal_quantile
from indicators.rates import Estimate, crude_rate
from indicators.shapes import like


class Ratio(NamedTuple):
    """A ratio with its limits, in the shape (and with the index) of the input."""

    ratio: Any
    lower: Any
    upper: Any


def rate_ratio(count: Any, base: Any, reference_count: Any, reference_base: Any, confidence: float = 0.95) -> Ratio:
    """Rate over the rate of a reference, with log-normal limits: ratio·exp(∓z·√(1/x + 1/x₀)).

    0 counts: ratio 0 without limits. 0 counts in the reference, anything missing: all NaN. For shares the limits are
    wider than they need be, the more the larger the shares.
    Raises DataError where a base ≤ 0 or a count < 0, naming the areas; ValueError for Series of different areas.
    Source: Rothman & Greenland (1998), Modern Epidemiology, 2nd ed., p. 238.

    >>> [part.round(2).tolist() for part in rate_ratio([41], [28010], [15], [19017])]
    [[1.86], [1.03], [3.35]]
    """
    if isinstance(count, pd.Series) and isinstance(reference_count, pd.Series):
        _refuse_other_areas(count, reference_count)
    x, n = checked(count, base, part_of_base=False)
    x0, n0 = checked(reference_count, reference_base, part_of_base=False)
    x0 = np.where(x0 > 0, x0, np.nan)
    ratio = (x / n) / (x0 / n0)
    factor = np.exp(normal_quantile(confidence) * np.sqrt(1 / np.where(x > 0, x, np.nan) + 1 / x0))
    return Ratio(like(count, ratio), like(count, ratio / factor), like(count, ratio * factor))


def rate_difference(count: Any, base: Any, reference_count: Any, reference_base: Any, per: float = 1000.0) -> Estimate:
    """Rate less the rate of a reference, per `per` of the base, with 95 % and 99.8 % limits (MOVER, see `change`).

    0 counts are no special case. Anything missing: NaN. Errors as in `rate_ratio`.

    >>> found = rate_difference([8], [300], [3], [200])
    >>> [round(part.item(), 2) for part in found[:3]]
    [11.67, -20.91, 40.15]
    """
    return change(crude_rate(count, base, per), crude_rate(reference_count, reference_base, per))


def _refuse_other_areas(count: pd.Series, reference: pd.Series) -> None:
    if not count.index.equals(reference.index):
        raise ValueError("count and reference are not of the same areas in the same order")
