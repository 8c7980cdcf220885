"""Sums as one indicator uses them: what it shows, and what the rule of its source hides."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from indicators.catalogue import Indicator, Method
from indicators.counts import Counts
from indicators.disclosure.attacks import FAR
from indicators.disclosure.dominance import missing_width
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


def margins(indicator: Indicator, values: Values, counts: Counts) -> FloatArray:
    """How far everybody must stay from the sums that one contribution dominates, 0 for all others; see `missing_width`.

    Contributions of pooled years are added up, as if the same contributor were the largest each year: the true largest one
    is no larger.
    """
    asked = indicator.dominance
    if asked is None:
        return np.zeros(values.count.shape)

    def contributions(measure: str) -> FloatArray:
        alone = replace(indicator, method=Method.COUNT, numerator=measure, denominator="")
        found = indicator_values(alone, counts)
        return np.where(found.sign == Sign.NOTHING, 0.0, found.count)

    second = contributions(asked.second) if asked.second else None
    return missing_width(asked, unmasked(indicator, values, counts).count, contributions(asked.largest), second)


def use_of_count(indicator: Indicator, values: Values, rule: Rule, margin: FloatArray | None = None) -> Sums:
    """The numerator of an indicator. margin: see `margins`."""
    unknown = np.isnan(values.count)
    nothing = (values.sign == Sign.NOTHING) & unknown  # "–" is known to everyone: a visible 0
    secret = np.isin(values.sign, SECRET) & unknown
    low, high = _bounds_of_rule(indicator, values, rule)
    # Of a base that is hidden for its own sake nobody knows how much it leaves to the count.
    known_base = np.isfinite(values.base) & ~hidden_bases(indicator, values, rule)
    is_part = indicator.method is Method.PROPORTION
    margin = np.zeros(values.count.shape) if margin is None else margin
    return Sums(
        numbers=np.where(nothing, 0.0, values.count),
        shown=values.sign == Sign.SHOWN,
        given=nothing,
        hidden=hidden_counts(indicator, values, rule) | secret | (margin > 0),
        need=np.maximum(np.where(secret, max(rule.width, 1), rule.width), np.minimum(np.ceil(2 * margin), FAR)),
        upper=np.where(is_part & known_base, values.base, np.inf),
        rule_low=low,
        rule_high=high,
        rounding=rule.rounding,
        wholes=frozenset({indicator.denominator} if is_part else ()),
    )


def use_of_base(indicator: Indicator, values: Values, rule: Rule) -> Sums:
    """The denominator of an indicator."""
    hidden, shape = hidden_bases(indicator, values, rule), values.base.shape
    low, high = _told_by_sign(values.base, hidden, rule.small_denominator, 1.0)
    secret = np.isin(values.sign, SECRET) & np.isnan(values.base) & (indicator.method in QUOTIENTS)
    return Sums(
        numbers=values.base,
        shown=values.sign == Sign.SHOWN,
        given=np.zeros(shape, dtype=np.bool_),
        hidden=hidden | secret,
        need=np.full(shape, float(rule.width)),
        upper=np.full(shape, np.inf),
        rule_low=low,
        rule_high=high,
        rounding=rule.base_rounding,
    )


def _bounds_of_rule(indicator: Indicator, values: Values, rule: Rule) -> tuple[FloatArray, FloatArray]:
    """Between which numbers a hidden count lies for those who see by its sign why it is hidden."""
    least = 0.0 if rule.zeros_sensitive else 1.0
    few = small(values.count, rule.small_count, rule.zeros_sensitive)
    low, high = _told_by_sign(values.count, few, rule.small_count, least)
    if indicator.method is Method.PROPORTION:
        others = values.base - values.count
        few_others = small(others, rule.small_count, rule.zeros_sensitive)
        fewest, most = _told_by_sign(others, few_others, rule.small_count, least)
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
