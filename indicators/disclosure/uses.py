"""Sums as one indicator uses them: what it shows, and what the rule of its source hides."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from indicators.catalogue import Indicator, Method
from indicators.counts import Counts
from indicators.disclosure.sums import Sums
from indicators.primary import Rule, hidden_bases, hidden_counts, small, small_base
from indicators.shapes import BoolArray, FloatArray
from indicators.signs import Sign
from indicators.values import Values, indicator_values

SECRET = (Sign.SECRET, Sign.UNKNOWN)  # delivered without a number because it is not ours to know
QUOTIENTS = (Method.PROPORTION, Method.RATE, Method.RATIO)  # of two measures, each delivered by itself


def unmasked(indicator: Indicator, values: Values, counts: Counts) -> Values:
    """The same values with the numbers that were delivered although the other part of the quotient is missing or 0.

    Nobody is shown such a number, but it is part of sums that are shown, and as secret as any.
    """
    if indicator.method not in QUOTIENTS:
        return values

    def delivered(measure: str) -> FloatArray:
        alone = replace(indicator, method=Method.COUNT, numerator=measure, denominator="")
        return indicator_values(alone, counts).count

    return replace(values, count=delivered(indicator.numerator), base=delivered(indicator.denominator))


def use_of_count(indicator: Indicator, values: Values, rule: Rule) -> Sums:
    """The numerator of an indicator."""
    unknown = np.isnan(values.count)
    nothing = (values.sign == Sign.NOTHING) & unknown  # "–" is known to everyone: a visible 0
    secret = np.isin(values.sign, SECRET) & unknown
    low, high = _bounds_of_rule(indicator, values, rule)
    # Of a base that is hidden for its own sake nobody knows how much it leaves to the count.
    known_base = np.isfinite(values.base) & ~hidden_bases(indicator, values, rule)
    is_part = indicator.method is Method.PROPORTION
    return Sums(
        numbers=np.where(nothing, 0.0, values.count),
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
    secret = np.isin(values.sign, SECRET) & np.isnan(values.base) & (indicator.method in QUOTIENTS)
    return Sums(
        numbers=values.base,
        shown=values.sign == Sign.SHOWN,
        given=np.zeros(shape, dtype=np.bool_),
        hidden=hidden | secret,
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
