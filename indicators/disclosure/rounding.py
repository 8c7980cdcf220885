"""Rounding to a base: counts are shown as multiples of it, so that everybody knows them to an interval only.

Source: Hundepool et al. (2012), Statistical Disclosure Control, Wiley, chapter 5 (conventional rounding).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from indicators.catalogue import Indicator, Method
from indicators.rates import Estimate, crude_rate, proportion, quotient
from indicators.shapes import FloatArray

QUOTIENTS = {Method.PROPORTION: proportion, Method.RATE: crude_rate, Method.RATIO: quotient}


def rounded(numbers: FloatArray, base: int) -> FloatArray:
    """The nearest multiples of the base, halves upwards; base 0: the numbers as they are. NaN stays NaN.

    >>> rounded(np.array([0.0, 14.0, 15.0, 24.0, np.nan]), 10).tolist()
    [0.0, 10.0, 20.0, 20.0, nan]
    """
    return np.floor(numbers / base + 0.5) * base if base else numbers


def lowest(shown: FloatArray, base: int) -> FloatArray:
    """The smallest whole number that is rounded to this multiple of the base, or to a larger one.

    >>> lowest(np.array([0.0, 20.0]), 10).tolist(), lowest(np.array([10.0]), 5).tolist()
    ([-5.0, 15.0], [8.0])
    """
    return shown - base // 2


def highest(shown: FloatArray, base: int) -> FloatArray:
    """The largest whole number that is rounded to this multiple of the base, or to a smaller one.

    >>> highest(np.array([20.0]), 10).tolist(), highest(np.array([10.0]), 5).tolist()
    ([24.0], [12.0])
    """
    return shown + max(least_rounded_up(base) - 1, 0)


def least_rounded_up(base: int) -> int:
    """The smallest whole number that does not become 0.

    >>> [least_rounded_up(base) for base in (0, 2, 3, 5, 10)]
    [0, 1, 2, 3, 5]
    """
    return (base + 1) // 2


def roundings(indicators: Iterable[Indicator]) -> dict[str, int]:
    """Measure → base to which it is rounded; measures that are not rounded are left out.

    Rounded are the numerators whose source asks for it, by the largest base that any asks, and what is part of a rounded
    whole: else all of it would tell the whole. Given values are no counts.
    """
    counted = [each for each in indicators if each.method is not Method.GIVEN]
    found: dict[str, int] = {}
    for each in counted:
        if each.rounding:
            found[each.numerator] = max(each.rounding, found.get(each.numerator, 0))
    parts = [(each.numerator, each.denominator) for each in counted if each.method is Method.PROPORTION]
    while behind := [(part, whole) for part, whole in parts if found.get(part, 0) < found.get(whole, 0)]:
        found |= {part: found[whole] for part, whole in behind}
    return found


def roundings_of_levels(
    indicators: Sequence[Indicator], public: Mapping[str, Sequence[str]], levels: Iterable[str]
) -> dict[tuple[str, str], int]:
    """(measure, level) → base to which it is rounded there. public: indicator id → levels whose numbers are public."""
    found: dict[tuple[str, str], int] = {}
    for level in levels:
        asked = [replace(each, rounding=0) if level in public[each.id] else each for each in indicators]
        found |= {(measure, level): base for measure, base in roundings(asked).items()}
    return found


def with_rounded(
    indicator: Indicator, count: FloatArray, base: FloatArray, of_count: int, of_base: int
) -> tuple[FloatArray, FloatArray, Estimate]:
    """Rounded count, rounded base and what follows from these; a proportion never exceeds its base.

    Raises ValueError for a standardised rate: bands of a few persons each would all become 0.
    """
    if indicator.method is Method.STANDARDISED:
        raise ValueError("a standardised rate cannot be made of rounded counts")
    x, n = rounded(count, of_count), rounded(base, of_base)
    if indicator.method is Method.PROPORTION:
        x = np.minimum(x, n)
    if indicator.method in QUOTIENTS:
        return x, n, QUOTIENTS[indicator.method](x, n, indicator.per)
    none = np.full_like(x, np.nan)
    return x, n, Estimate(x * indicator.per, none, none, none, none)
