"""The disclosure gate: the only place where counts become what may be seen.

What leaves it carries a sign for every hidden cell and no number behind it, so nobody downstream decides again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from indicators.catalogue import Catalogue, Indicator, Method
from indicators.levels import LevelCounts
from indicators.linked_years import link_years
from indicators.plan import Plans
from indicators.primary import Rule, hidden_bases, hidden_counts, sign_of_hidden, small_base
from indicators.secondary import IntArray, Sums, protect
from indicators.shapes import BoolArray, FloatArray
from indicators.signs import Sign
from indicators.values import Values, indicator_values, masked

Key = tuple[str, int]  # a measure and the number of pooled years: cells with one key are the same published sums


@dataclass
class _Published:
    """All published sums of one key, per level position. small: hidden for their own sake, so that anyone can confine them."""

    counts: dict[int, FloatArray] = field(default_factory=dict)
    small: dict[int, BoolArray] = field(default_factory=dict)
    hidden: dict[int, BoolArray] = field(default_factory=dict)

    def add(self, level: int, counts: FloatArray, small: BoolArray) -> None:
        known = self.counts.get(level, np.full(counts.shape, np.nan))
        self.counts[level] = np.where(np.isnan(known), counts, known)
        self.small[level] = self.small.get(level, np.zeros(counts.shape, dtype=np.bool_)) | small
        self.hidden[level] = self.small[level].copy()


def protected_values(
    catalogue: Catalogue,
    levels: Sequence[LevelCounts],
    parents: Sequence[IntArray],
    rules: Mapping[str, Rule],
    plans: Plans,
) -> dict[tuple[str, str, int], Values]:
    """Values of every indicator at every published level, hidden where a rule or another hidden cell demands it.

    levels: from the whole to the parts, published ones only. parents: for each level but the first, the position of
    each area's parent in the level above. rules: indicator id → rule of its source. plans: years pooled at each level.
    Returns (indicator id, level, pooled years) → Values. What is pooled at a level is pooled at all levels above it as
    well, so that an area can be compared with what contains it. Levels finer than the indicator's own are NOT_AT_LEVEL.
    """
    raw = {
        (indicator.id, level.level, indicator.pool): _raw(indicator, level, levels)
        for indicator, position in _pooled_alike(catalogue, levels, plans)
        for level in levels[: position + 1]
    }
    variants = {(each.id, each.pool): each for each, _ in _pooled_alike(catalogue, levels, plans)}
    positions = {level.level: position for position, level in enumerate(levels)}
    published = _collect(variants, positions, raw, rules)
    _protect_all(published, parents)
    return {
        (name, level, pool): _released(variants[name, pool], values, rules[name], published, positions[level])
        for (name, level, pool), values in raw.items()
    }


def _pooled_alike(
    catalogue: Catalogue, levels: Sequence[LevelCounts], plans: Plans
) -> Iterator[tuple[Indicator, int]]:
    """Each indicator once per number of pooled years, with the position of the finest level that pools so many."""
    for indicator in catalogue.values():
        finest = {plans[indicator.id, level.level].pool: position for position, level in enumerate(levels)}
        for pool, position in finest.items():
            yield replace(indicator, pool=pool), position


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
    variants: Mapping[tuple[str, int], Indicator],
    positions: Mapping[str, int],
    raw: Mapping[tuple[str, str, int], Values],
    rules: Mapping[str, Rule],
) -> dict[Key, _Published]:
    """Every published sum once, with what the primary rules of all indicators that use it say together."""
    published: dict[Key, _Published] = {}
    for (name, level, pool), values in raw.items():
        indicator, rule, position = variants[name, pool], rules[name], positions[level]
        count_key, base_key = _keys(indicator)
        nothing = values.sign == Sign.NOTHING
        counts = np.where(nothing, 0.0, values.count)  # "–" is known to everyone: it is a visible 0 for an attacker
        published.setdefault(count_key, _Published()).add(position, counts, hidden_counts(indicator, values, rule))
        if indicator.denominator:
            hidden = hidden_bases(indicator, values, rule)
            published.setdefault(base_key, _Published()).add(position, values.base, hidden)
    return published


def _protect_all(published: Mapping[Key, _Published], parents: Sequence[IntArray]) -> None:
    """Sums over areas and sums over years in turn, until neither asks for more. Ends because cells are only added."""
    for cells in published.values():
        _protect(cells, parents)
    while any([_link(published, measure, pool) for measure, pool in published if pool > 1]):
        for cells in published.values():
            _protect(cells, parents)


def _protect(cells: _Published, parents: Sequence[IntArray]) -> None:
    order = sorted(cells.counts)
    sums = Sums(
        counts=[cells.counts[level] for level in order],
        small=[cells.small[level] for level in order],
        hidden=[cells.hidden[level] for level in order],
        parents=[parents[level] for level in order[:-1]],
    )
    protect(sums)


def _link(published: Mapping[Key, _Published], measure: str, pool: int) -> bool:
    """Whether the levels that publish a measure both pooled and by single years had to hide more."""
    pooled, single = published[measure, pool], published.get((measure, 1), _Published())
    shared = sorted(pooled.counts.keys() & single.counts.keys())
    return any([
        link_years(single.counts[at], single.hidden[at], pooled.counts[at], pooled.hidden[at], pool) for at in shared
    ])  # fmt: skip


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
