"""The disclosure gate: the only place where counts become what may be seen.

What leaves it carries a sign for every hidden cell and no number behind it, so nobody downstream decides again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from indicators.catalogue import Indicator, Method
from indicators.counted import Counted
from indicators.disclosure.rounding import rounded, with_rounded
from indicators.disclosure.sums import Key
from indicators.primary import Rule, hidden_counts, sign_of_hidden, small_base
from indicators.rates import Estimate
from indicators.shapes import BoolArray
from indicators.signs import Sign
from indicators.values import Values, masked


def released(found: Counted, hidden: Mapping[Key, BoolArray]) -> dict[tuple[str, str, int], Values]:
    """(indicator id, level, pooled years) → values without the numbers that the hidden sums take away."""
    result = {}
    for (name, level, pool), values in found.raw.items():
        indicator, rule = found.variants[name, pool], found.rules[name, level]
        concerned = _hidden_parts(indicator, hidden, found.positions[level], values.sign.shape)
        dominated = found.margins[name, level, pool] > 0
        shown = _without(indicator, values, concerned, _reason(indicator, values, rule, dominated))
        result[name, level, pool] = _rounded(indicator, shown, rule)
    return result


def _hidden_parts(
    indicator: Indicator, hidden: Mapping[Key, BoolArray], level: int, shape: tuple[int, ...]
) -> BoolArray:
    """Where the numerator or the denominator is hidden."""
    nowhere = np.zeros(shape, dtype=np.bool_)
    of_count = hidden.get(Key(indicator.numerator, indicator.pool, level), nowhere)
    return of_count | hidden.get(Key(indicator.denominator, indicator.pool, level), nowhere)


def _reason(indicator: Indicator, values: Values, rule: Rule, dominated: BoolArray) -> np.ndarray:
    """The sign of each value if it is hidden."""
    of_others = np.where(dominated, Sign.SECRET, Sign.SECONDARY)
    own = sign_of_hidden(small_base(indicator, values, rule))
    return np.where(hidden_counts(indicator, values, rule), own, of_others).astype(np.uint8)


def _without(indicator: Indicator, values: Values, concerned: BoolArray, reason: np.ndarray) -> Values:
    """The values, with the sign of their reason in place of those concerned."""
    if indicator.method is Method.STANDARDISED:
        # With all its digits such a rate would tell the deaths of every age band to those who know the people in them.
        values = replace(values, estimate=Estimate(*(np.round(each, indicator.decimals) for each in values.estimate)))
    taken = (values.sign == Sign.SHOWN) & concerned
    return masked(values, np.where(taken, reason, values.sign).astype(np.uint8))


def _rounded(indicator: Indicator, values: Values, rule: Rule) -> Values:
    """The same with rounded numbers, and with everything computed from these."""
    if indicator.method is Method.GIVEN or not (rule.rounding or rule.base_rounding):
        return values
    nobody = rounded(values.base, rule.base_rounding) == 0  # only of quantities with decimals: small counts are hidden
    values = masked(values, np.where(nobody, Sign.SMALL_BASE, values.sign).astype(np.uint8))
    numbers = with_rounded(indicator, values.count, values.base, rule.rounding, rule.base_rounding)
    return Values(*numbers, values.sign)
