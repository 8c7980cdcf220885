"""Proportions and crude rates with their intervals."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from indicators.guards import checked
from indicators.intervals import Interval, poisson, wilson
from indicators.shapes import like


class Estimate(NamedTuple):
    """A value with its 95 % and 99.8 % limits, all in the unit of the value."""

    value: Any
    lower95: Any
    upper95: Any
    lower998: Any
    upper998: Any


def proportion(count: Any, base: Any, per: float = 100.0) -> Estimate:
    """Share of `count` in `base`, times `per`, with Wilson limits.

    Missing count or base: NaN. Raises DataError where base ≤ 0, count < 0 or count > base.

    >>> proportion([18302], [379009]).value.round(2).tolist()
    [4.83]
    """
    x, n = checked(count, base, part_of_base=True)
    limits = [_scaled(wilson(count, base, confidence), per) for confidence in (0.95, 0.998)]
    return Estimate(like(count, x / n * per), *limits[0], *limits[1])


def crude_rate(count: Any, base: Any, per: float = 1000.0) -> Estimate:
    """Events per `per` of the base, with Poisson limits; the count may exceed the base.

    0 counts: value and lower limit 0. Missing count or base: NaN. Raises DataError where base ≤ 0 or count < 0.

    >>> found = crude_rate([25], [1000])
    >>> found.value.tolist(), found.lower95.round(2).tolist(), found.upper95.round(2).tolist()
    ([25.0], [16.17], [36.91])
    """
    x, n = checked(count, base, part_of_base=False)
    limits = [_scaled(poisson(count, confidence), per / n) for confidence in (0.95, 0.998)]
    return Estimate(like(count, x / n * per), *limits[0], *limits[1])


def quotient(count: Any, base: Any, per: float = 1.0) -> Estimate:
    """Quotient of two quantities of which none is a chance sample (density, dependency ratio): limits are NaN.

    Missing count or base: NaN. Raises DataError where base ≤ 0 or count < 0.

    >>> found = quotient([600], [1500], per=100)
    >>> found.value.tolist(), found.lower95.tolist()
    ([40.0], [nan])
    """
    x, n = checked(count, base, part_of_base=False)
    none = like(count, np.full(np.broadcast_shapes(x.shape, n.shape), np.nan))
    return Estimate(like(count, x / n * per), none, none, none, none)


def _scaled(interval: Interval, factor: Any) -> tuple[Any, Any]:
    return interval.lower * factor, interval.upper * factor
