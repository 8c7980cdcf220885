"""What a count and its base must fulfil before any method may use them."""

from __future__ import annotations

from typing import Any

from indicators.shapes import BoolArray, FloatArray, area_names, as_floats
from problem import DataError, Problem


def checked(count: Any, base: Any, *, part_of_base: bool) -> tuple[FloatArray, FloatArray]:
    """Count and base as floats of one shape.

    Raises DataError naming the areas with a negative count, a base of 0 or less, or (part_of_base) a count above its
    base.
    Missing (NaN) passes: a missing count or base makes a missing result.
    """
    x, n = as_floats(count), as_floats(base)
    _refuse("count_negative", count, x < 0)
    _refuse("base_not_positive", base, n <= 0)
    if part_of_base:
        _refuse("numerator_above_denominator", count, x > n)
    return x, n


def _refuse(code: str, template: Any, at: BoolArray) -> None:
    if at.any():
        raise DataError(Problem(code, areas=area_names(template, at)))
