"""The disclosure gate: the only place where counts become what may be seen.

What leaves it carries a sign for every hidden cell and no number behind it, so nobody downstream decides again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from indicators.catalogue import Catalogue, Indicator, Method
from indicators.levels import LevelCounts
from indicators.primary import Rule, hidden_bases, hidden_counts, sign_of_hidden, small_base
from indicators.secondary import IntArray, Sums, protect
from indicators.shapes import BoolArray, FloatArray
from indicators.signs import Sign
from indicators.values import Values, indicator_values, masked

Key = tuple[str, int]  # a measure and the number of pooled years: cells with one key are the same published sums


@dataclass
class _Published:
    """All published sums of one key, per level position."""

    counts: dict[int, FloatArray] = field(default_factory=dict)
    hidden: dict[int, BoolArray] = field(default_factory=dict)

    def add(self, level: int, counts: FloatArray, hidden: BoolArray) -> None:
        known = self.counts.get(level, np.full(counts.shape, np.nan))
        self.counts[level] = np.where(np.isnan(known), counts, known)
        self.hidden[level] = self.hidden.get(level, np.zeros(counts.shape, dtype=np.bool_)) | hidden


def protected_values(
    catalogue: Catalogue,
    levels: Sequence[LevelCounts],
    parents: Sequence[IntArray],
    rules: Mapping[str, Rule],
) -> dict[tuple[str, str], Values]:
    """Values of every indicator at every published level, hidden where a rule or another hidden cell demands it.

    levels: from the whole to the parts, published ones only. parents: for each level but the first, the position of
    each area's parent in the level above. rules: indicator id → rule of its source.
    Returns (indicator id, level) → Values. Levels finer than the indicator's own are NOT_AT_LEVEL throughout.
    """
    raw = {(i.id, level.level): _raw(i, level, levels) for i in catalogue.values() for level in levels}
    published = _collect(catalogue, levels, raw, rules)
    for key_cells in published.values():
        _protect(key_cells, parents)
    return {
        (indicator, level): _released(catalogue[indicator], values, rules[indicator], published, position)
        for position, name in enumerate(level.level for level in levels)
        for (indicator, level), values in raw.items()
        if level == name
    }


def _raw(indicator: Indicator, level: LevelCounts, levels: Sequence[LevelCounts]) -> Values:
    names = [each.level for each in levels]
    too_fine = indicator.level in names and names.index(level.level) > names.index(indicator.level)
    counts = level.delivered if indicator.method is Method.GIVEN else level.completed
    values = indicator_values(indicator, counts)
    never_given = indicator.method is Method.GIVEN and bool((values.sign == Sign.ABSENT).all())
    if too_fine or never_given:
        return masked(values, np.full_like(values.sign, Sign.NOT_AT_LEVEL))
    return values


def _keys(indicator: Indicator) -> tuple[Key, Key]:
    return (indicator.numerator, indicator.pool), (indicator.denominator, indicator.pool)


def _collect(
    catalogue: Catalogue,
    levels: Sequence[LevelCounts],
    raw: Mapping[tuple[str, str], Values],
    rules: Mapping[str, Rule],
) -> dict[Key, _Published]:
    """Every published sum once, with what the primary rules of all indicators that use it say together."""
    published: dict[Key, _Published] = {}
    for indicator in catalogue.values():
        rule = rules[indicator.id]
        count_key, base_key = _keys(indicator)
        for position, level in enumerate(levels):
            values = raw[indicator.id, level.level]
            nothing = values.sign == Sign.NOTHING
            counts = np.where(nothing, 0.0, values.count)  # "–" is known to everyone: it is a visible 0 for an attacker
            published.setdefault(count_key, _Published()).add(position, counts, hidden_counts(indicator, values, rule))
            if indicator.denominator:
                hidden = hidden_bases(indicator, values, rule)
                published.setdefault(base_key, _Published()).add(position, values.base, hidden)
    return published


def _protect(cells: _Published, parents: Sequence[IntArray]) -> None:
    order = sorted(cells.counts)
    primary = [cells.hidden[level].copy() for level in order]
    sums = Sums(
        counts=[cells.counts[level] for level in order],
        small=primary,
        hidden=[cells.hidden[level] for level in order],
        parents=[parents[level] for level in order[:-1]],
    )
    protect(sums)


def _released(
    indicator: Indicator, values: Values, rule: Rule, published: Mapping[Key, _Published], position: int
) -> Values:
    count_key, base_key = _keys(indicator)
    hidden = published[count_key].hidden[position]
    if indicator.denominator:
        hidden = hidden | published[base_key].hidden[position]
    own = hidden_counts(indicator, values, rule)
    reason = np.where(own, sign_of_hidden(small_base(indicator, values, rule)), Sign.SECONDARY)
    shown = values.sign == Sign.SHOWN
    sign = np.where(shown & hidden, reason, values.sign).astype(np.uint8)
    return masked(values, sign)


def with_rules(rule: Rule, **overrides: int | bool | None) -> Rule:
    """The rule with the values a source sets itself; None leaves the default."""
    return replace(rule, **{key: value for key, value in overrides.items() if value is not None})  # type: ignore[arg-type]
