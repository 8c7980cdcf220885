"""Comparison of an area with a benchmark: the county's own value, or a target; judged with the area's interval."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

import numpy as np
import numpy.typing as npt

from indicators.change import limits_at
from indicators.false_discovery import benjamini_hochberg
from indicators.rates import Estimate
from indicators.shapes import as_floats, like
from indicators.significance import p_value, p_value_events

__all__ = [
    "Comparison",
    "Target",
    "benjamini_hochberg",
    "compare",
    "is_unfavourable",
    "meets_target",
    "p_value",
    "p_value_events",
]


class Comparison(IntEnum):
    """Where an area lies; secured at 95 % or at 99.8 %."""

    MUCH_LOWER = -2  # secured at 99.8 %
    LOWER = -1  # secured at 95 %
    SIMILAR = 0
    HIGHER = 1
    MUCH_HIGHER = 2
    NOT_COMPARED = 9  # no interval, hidden, missing, or the benchmark itself


class Target(IntEnum):
    """Whether a target value is met, chance considered."""

    MISSED = -1  # even the favourable end of the interval does not reach it
    OPEN = 0  # the interval lies on both sides: not distinguishable
    MET = 1  # even the unfavourable end of the interval reaches it
    NOT_COMPARED = 9  # no interval, no target, or an indicator without polarity


def compare(estimate: Estimate, benchmark: Any) -> npt.NDArray[np.int8]:
    """`Comparison` of each area with the benchmark, strict inequality: an interval that touches it is SIMILAR.

    Identical to the funnel rule of PHE/OHID in all published rows. Without limits or benchmark: NOT_COMPARED.

    >>> from indicators.rates import proportion
    >>> compare(proportion([2, 10, 17, 20], [100, 100, 100, 100]), 10.0).tolist()
    [-1, 0, 1, 2]
    """
    reference = as_floats(benchmark)
    lower95, upper95 = as_floats(estimate.lower95), as_floats(estimate.upper95)
    lower998, upper998 = as_floats(estimate.lower998), as_floats(estimate.upper998)
    above = (lower95 > reference).astype(np.int8) + (lower998 > reference)
    below = (upper95 < reference).astype(np.int8) + (upper998 < reference)
    unknown = np.isnan(lower95) | np.isnan(upper95) | np.isnan(reference)
    return np.where(unknown, Comparison.NOT_COMPARED, above - below).astype(np.int8)


def is_unfavourable(comparison: Any, polarity: int, confidence: float = 99.8) -> npt.NDArray[np.bool_]:
    """Whether areas lie on the unfavourable side, secured at 95 or 99.8 %; never for indicators without polarity.

    >>> is_unfavourable([Comparison.MUCH_HIGHER, Comparison.HIGHER, Comparison.NOT_COMPARED], polarity=-1).tolist()
    [True, False, False]
    """
    codes = np.asarray(comparison)
    needed = 2 if confidence > 95 else 1
    compared = codes != Comparison.NOT_COMPARED
    return np.asarray(compared & (codes * -polarity >= needed) & (polarity != 0), dtype=np.bool_)


def meets_target(estimate: Estimate, target: Any, polarity: int, confidence: float = 95) -> Any:
    """`Target` of each area, as int8: an end of the interval that lies exactly on the target reaches it.

    target: in the unit of the estimate, one number or one per area. polarity: −1 where the value should be at most the
    target, 1 where it should be at least that. confidence: 95 or 99.8, else ValueError.
    0 counts and count = base are no special case. No limits, no target, polarity 0: NOT_COMPARED.

    >>> from indicators.rates import proportion
    >>> found = meets_target(proportion([2, 10, 30], [100, 100, 100]), 10.0, polarity=-1)
    >>> [Target(code).name for code in found]
    ['MET', 'OPEN', 'MISSED']
    """
    lower, upper = map(as_floats, limits_at(estimate, confidence))
    goal = as_floats(target)
    # Turned so that high is favourable: then the lower end is the unfavourable one.
    worst, best, needed = (lower, upper, goal) if polarity > 0 else (-upper, -lower, -goal)
    code = np.where(worst >= needed, Target.MET, np.where(best < needed, Target.MISSED, Target.OPEN))
    unknown = np.isnan(lower) | np.isnan(upper) | np.isnan(goal) | (polarity == 0)
    return like(estimate.value, np.where(unknown, Target.NOT_COMPARED, code).astype(np.int8))
