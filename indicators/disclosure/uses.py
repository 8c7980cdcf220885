"""Sums as one indicator uses them: what it shows, and what the rule of its source hides."""

from __future__ import annotations

import numpy as np

from indicators.catalogue import Indicator, Method
from indicators.disclosure.sums import Sums
from indicators.primary import Rule, hidden_bases, hidden_counts, small
from indicators.shapes import BoolArray, FloatArray
from indicators.signs import Sign
from indicators.values import Values

SECRET = (Sign.SECRET, Sign.UNKNOWN)  # delivered without a number because it is not ours to know


def use_of_count(indicator: Indicator, values: Values, rule: Rule) -> Sums:
    """The numerator of an indicator."""
    nothing = values.sign == Sign.NOTHING  # "–" is known to everyone: a visible 0
    secret = np.isin(values.sign, SECRET)
    low, high = _bounds_of_rule(indicator, values, rule)
    is_part = indicator.method is Method.PROPORTION
    return Sums(
        numbers=np.where(nothing, 0.0, values.count),
        shown=values.sign == Sign.SHOWN,
        given=nothing,
        hidden=hidden_counts(indicator, values, rule) | secret,
        need=np.full(values.count.shape, float(rule.interval)),
        upper=np.where(np.isfinite(values.base), values.base, np.inf)
        if is_part
        else np.full(values.count.shape, np.inf),
        rule_low=low,
        rule_high=high,
    )


def use_of_base(indicator: Indicator, values: Values, rule: Rule) -> Sums:
    """The denominator of an indicator."""
    hidden, shape = hidden_bases(indicator, values, rule), values.base.shape
    return Sums(
        numbers=values.base,
        shown=values.sign == Sign.SHOWN,
        given=np.zeros(shape, dtype=np.bool_),
        hidden=hidden,
        need=np.full(shape, float(rule.interval)),
        upper=np.full(shape, np.inf),
        rule_low=np.where(hidden, 1.0, 0.0),
        rule_high=np.where(hidden, rule.threshold - 1.0, np.inf),
    )


def _bounds_of_rule(indicator: Indicator, values: Values, rule: Rule) -> tuple[FloatArray, FloatArray]:
    """Between which numbers a hidden count lies for those who know why it is hidden."""
    least = 0.0 if rule.zeros_sensitive else 1.0
    few = small(values.count, rule.threshold, rule.zeros_sensitive)
    low, high = np.where(few, least, 0.0), np.where(few, rule.threshold - 1.0, np.inf)
    if indicator.method is Method.PROPORTION:
        others_few = _few_others(values, rule) & ~few
        low = np.where(others_few, values.base - rule.threshold + 1, low)
        high = np.where(others_few, values.base - least, high)
    return low, high


def _few_others(values: Values, rule: Rule) -> BoolArray:
    return small(values.base - values.count, rule.threshold, rule.zeros_sensitive)
