"""Sums as one indicator uses them: what it shows, and what the rule of its source hides."""

from __future__ import annotations

import numpy as np

from indicators.catalogue import Indicator, Method
from indicators.disclosure.sums import Sums
from indicators.primary import Rule, hidden_bases, hidden_counts, small, small_base
from indicators.shapes import BoolArray, FloatArray
from indicators.signs import Sign
from indicators.values import Values

SECRET = (Sign.SECRET, Sign.UNKNOWN)  # delivered without a number because it is not ours to know


def use_of_count(indicator: Indicator, values: Values, rule: Rule) -> Sums:
    """The numerator of an indicator."""
    nothing = values.sign == Sign.NOTHING  # "–" is known to everyone: a visible 0
    secret = np.isin(values.sign, SECRET)
    low, high = _bounds_of_rule(indicator, values, rule)
    # Of a base that is hidden for its own sake nobody knows how much it leaves to the count.
    known_base = np.isfinite(values.base) & ~hidden_bases(indicator, values, rule)
    is_part = indicator.method is Method.PROPORTION
    return Sums(
        numbers=np.where(nothing & np.isnan(values.count), 0.0, values.count),
        shown=values.sign == Sign.SHOWN,
        given=nothing,
        hidden=hidden_counts(indicator, values, rule) | secret,
        need=np.full(values.count.shape, float(rule.interval)),
        upper=np.where(is_part & known_base, values.base, np.inf),
        rule_low=low,
        rule_high=high,
    )


def use_of_base(indicator: Indicator, values: Values, rule: Rule) -> Sums:
    """The denominator of an indicator."""
    hidden, shape = hidden_bases(indicator, values, rule), values.base.shape
    low, high = _told_by_sign(values.base, hidden, rule.threshold, 1.0)
    return Sums(
        numbers=values.base,
        shown=values.sign == Sign.SHOWN,
        given=np.zeros(shape, dtype=np.bool_),
        hidden=hidden,
        need=np.full(shape, float(rule.interval)),
        upper=np.full(shape, np.inf),
        rule_low=low,
        rule_high=high,
    )


def _bounds_of_rule(indicator: Indicator, values: Values, rule: Rule) -> tuple[FloatArray, FloatArray]:
    """Between which numbers a hidden count lies for those who see by its sign why it is hidden."""
    least = 0.0 if rule.zeros_sensitive else 1.0
    few = small(values.count, rule.threshold, rule.zeros_sensitive)
    low, high = _told_by_sign(values.count, few, rule.threshold, least)
    if indicator.method is Method.PROPORTION:
        others = values.base - values.count
        few_others = small(others, rule.threshold, rule.zeros_sensitive)
        fewest, most = _told_by_sign(others, few_others, rule.threshold, least)
        # The sign does not tell which of both is small: whoever guesses right knows only this.
        low = np.where(few, low, np.fmax(np.where(few_others, 0.0, low), values.base - most))
        high = np.where(few, high, np.fmin(np.where(few_others, np.inf, high), values.base - fewest))
    of_base = small_base(indicator, values, rule)  # this sign tells nothing about the count
    return np.where(of_base, 0.0, low), np.where(of_base, np.inf, high)


def _told_by_sign(numbers: FloatArray, few: BoolArray, threshold: int, least: float) -> tuple[FloatArray, FloatArray]:
    """Bounds of numbers that are hidden because they are few, and of others: these are as large as the threshold, or 0."""
    none = ~few & (numbers < threshold)
    low = np.where(few, least, np.where(numbers >= threshold, float(threshold), 0.0))
    return low, np.where(few, threshold - 1.0, np.where(none, 0.0, np.inf))
