"""The disclosure gate: the only place where counts become what may be seen.

What leaves it carries a sign for every hidden cell and no number behind it, so nobody downstream decides again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from indicators.catalogue import Catalogue, Indicator, Method
from indicators.disclosure.protect import UnprotectableError, protected
from indicators.disclosure.rounding import rounded, with_rounded
from indicators.disclosure.sums import Before, Key, Nesting, Sums
from indicators.disclosure.system_of_sums import hidden_as_well, system_of, with_earlier
from indicators.disclosure.uses import margins, unmasked, use_of_base, use_of_count
from indicators.levels import LevelCounts
from indicators.plan import Plans
from indicators.primary import Rule, hidden_counts, rules_of_levels, sign_of_hidden, small_base
from indicators.rates import Estimate
from indicators.shapes import BoolArray, FloatArray
from indicators.signs import Sign
from indicators.values import Values, indicator_values, masked

Raw = dict[tuple[str, str, int], Values]  # (indicator, level, pooled years)


@dataclass(frozen=True)
class Counted:
    """Values before protection, with all sums that they show or consist of; nothing of this leaves the gate.

    raw: (indicator id, level, pooled years) → values. margins: the same → see `uses.margins`. variants: (indicator id,
    pooled years) → the indicator with these. rules: (indicator id, level) → rule of its source, with the rounding of what
    it divides. positions: level → its position from the whole to the parts.
    """

    raw: Raw
    margins: Mapping[tuple[str, str, int], FloatArray]
    variants: Mapping[tuple[str, int], Indicator]
    rules: Mapping[tuple[str, str], Rule]
    positions: Mapping[str, int]
    sums: Mapping[Key, Sums]


def counted(
    catalogue: Catalogue,
    levels: Sequence[LevelCounts],
    rules: Mapping[str, Rule],
    plans: Plans,
    pieces: LevelCounts | None = None,
) -> Counted:
    """Every indicator at every published level, before anything is hidden.

    levels: published ones from the whole to the parts, then those that stand beside the finest. rules: indicator id →
    rule of its source. plans: years pooled at each level. What is pooled at a level is pooled at all levels above it as
    well, so that an area can be compared with what contains it. Levels finer than the indicator's own are NOT_AT_LEVEL.
    pieces: where several divisions of the same ground are published, what all of them are made of; nobody sees them.
    """
    raw: Raw = {
        (indicator.id, level.level, indicator.pool): _raw(indicator, level, levels)
        for indicator, position in _pooled_alike(catalogue, levels, plans)
        for level in levels[: position + 1]
    }
    variants = {(each.id, each.pool): each for each, _ in _pooled_alike(catalogue, levels, plans)}
    positions = {level.level: position for position, level in enumerate(levels)}
    found = Counted(raw, {}, variants, rules_of_levels(catalogue, rules, list(positions)), positions, {})
    found = replace(found, margins=_margins(found, levels))
    sums = _sums(found, levels)
    if pieces is not None:
        finest = max((key.level for key in sums), default=0)
        _add_pieces(sums, found, pieces, levels[finest].level, len(levels))
    return replace(found, sums=sums)


def hidden_sums(
    sums: Mapping[Key, Sums], nestings: Sequence[Nesting], before: Mapping[Key, Before] | None = None
) -> dict[Key, BoolArray]:
    """Which sums to hide so that nobody can work out a number that must not be known.

    nestings: which areas make up which, by positions of levels. before: what an earlier release showed and hid. Rounded
    numbers that others confine too far are hidden as well, the finest first. Raises UnprotectableError where nothing helps.
    """
    asked = {key: each.after(before[key]) if before and key in before else each for key, each in sums.items()}
    while any((each.hidden | each.rounded).any() for each in asked.values()):
        try:
            return _protected(sums, asked, nestings, before)
        except UnprotectableError as error:
            if not (confined := hidden_as_well(asked, error.cells)):
                raise
            asked |= confined
    return {key: each.hidden for key, each in sums.items()}


def released(found: Counted, hidden: Mapping[Key, BoolArray]) -> dict[tuple[str, str, int], Values]:
    """(indicator id, level, pooled years) → values without the numbers that the hidden sums take away."""
    return {
        (name, level, pool): _rounded(
            found.variants[name, pool],
            _released(
                found.variants[name, pool],
                values,
                found.rules[name, level],
                hidden,
                found.positions[level],
                found.margins[name, level, pool] > 0,
            ),
            found.rules[name, level],
        )
        for (name, level, pool), values in found.raw.items()
    }


def _protected(
    sums: Mapping[Key, Sums],
    asked: Mapping[Key, Sums],
    nestings: Sequence[Nesting],
    before: Mapping[Key, Before] | None,
) -> dict[Key, BoolArray]:
    system, places = system_of(asked, nestings)
    if before:
        system = with_earlier(system, places, before)
    own = np.concatenate([each.hidden.ravel() for each in sums.values()])
    found = protected(system, own & system.hidden)
    return {key: (found[places.at(key)] & ~asked[key].rounded) | sums[key].hidden for key in sums}


def _margins(found: Counted, levels: Sequence[LevelCounts]) -> dict[tuple[str, str, int], FloatArray]:
    return {
        (name, level, pool): margins(found.variants[name, pool], values, levels[found.positions[level]].completed)
        for (name, level, pool), values in found.raw.items()
    }


def _pooled_alike(catalogue: Catalogue, levels: Sequence[LevelCounts], plans: Plans) -> Iterator[tuple[Indicator, int]]:
    """Each indicator once per number of pooled years, with the position of the finest level that pools so many."""
    for indicator in catalogue.values():
        finest = {plans[indicator.id, level.level].pool: position for position, level in enumerate(levels)}
        for pool, position in finest.items():
            yield replace(indicator, pool=pool), position


def _raw(indicator: Indicator, level: LevelCounts, levels: Sequence[LevelCounts]) -> Values:
    names = [each.level for each in levels]
    too_fine = indicator.level in names and names.index(level.beside or level.level) > names.index(indicator.level)
    counts = level.delivered if indicator.method is Method.GIVEN else level.completed
    values = indicator_values(indicator, counts)
    never_given = indicator.method is Method.GIVEN and bool((values.sign == Sign.ABSENT).all())
    if too_fine or never_given:
        return masked(values, np.full_like(values.sign, Sign.NOT_AT_LEVEL))
    return values


def _sums(everything: Counted, levels: Sequence[LevelCounts]) -> dict[Key, Sums]:
    """Every published sum once, with what the rules of all indicators that use it say together, and the single years
    behind pooled ones."""
    found: dict[Key, Sums] = {}
    for (name, level, pool), values in everything.raw.items():
        indicator, rule, position = (
            everything.variants[name, pool],
            everything.rules[name, level],
            everything.positions[level],
        )
        if indicator.method is Method.GIVEN or (values.sign == Sign.NOT_AT_LEVEL).all():
            continue
        public, delivered = level in rule.public_levels, unmasked(indicator, values, levels[position].completed)
        of_count = use_of_count(indicator, delivered, rule, everything.margins[name, level, pool])
        _add(found, Key(indicator.numerator, pool, position), of_count.made_public() if public else of_count)
        if indicator.denominator:
            of_base = use_of_base(indicator, delivered, rule)
            _add(found, Key(indicator.denominator, pool, position), of_base.made_public() if public else of_base)
        if pool > 1:
            _add_unseen(found, replace(indicator, pool=1), levels[position], rule, position)
    return found


def _add_pieces(
    sums: dict[Key, Sums], everything: Counted, pieces: LevelCounts, made_of_them: str, position: int
) -> None:
    """The pieces of every sum of the levels made of them. Nobody is shown one, but the difference between two areas that
    overlap may be one: a small count there is as secret as in an area."""
    for indicator in everything.variants.values():
        key = Key(indicator.numerator, indicator.pool, everything.positions[made_of_them])
        if indicator.method is not Method.GIVEN and key in sums:
            rule = everything.rules[indicator.id, made_of_them]
            _add_unseen(sums, indicator, pieces, rule, position)
            if indicator.pool > 1:
                _add_unseen(sums, replace(indicator, pool=1), pieces, rule, position)


def _add_unseen(sums: dict[Key, Sums], indicator: Indicator, level: LevelCounts, rule: Rule, position: int) -> None:
    """Sums that nobody is shown, such as the single years behind pooled ones. Small counts must not follow from what is
    shown; how many people a rate should rest on does not matter where there is none."""
    values = unmasked(indicator, indicator_values(indicator, level.completed), level.completed)
    counts_alone = replace(rule, minimum_base=0)
    margin = margins(indicator, values, level.completed)
    of_count = use_of_count(indicator, values, counts_alone, margin).never_shown()
    _add(sums, Key(indicator.numerator, indicator.pool, position), of_count)
    if indicator.denominator:
        of_base = use_of_base(indicator, values, counts_alone).never_shown()
        _add(sums, Key(indicator.denominator, indicator.pool, position), of_base)


def _add(sums: dict[Key, Sums], key: Key, use: Sums) -> None:
    sums[key] = sums[key].merged(use) if key in sums else use


def _released(
    indicator: Indicator,
    values: Values,
    rule: Rule,
    hidden: Mapping[Key, BoolArray],
    position: int,
    dominated: BoolArray,
) -> Values:
    nowhere = np.zeros(values.sign.shape, dtype=np.bool_)
    of_count = hidden.get(Key(indicator.numerator, indicator.pool, position), nowhere)
    of_base = hidden.get(Key(indicator.denominator, indicator.pool, position), nowhere)
    own = hidden_counts(indicator, values, rule)
    of_others = np.where(dominated, Sign.SECRET, Sign.SECONDARY)
    reason = np.where(own, sign_of_hidden(small_base(indicator, values, rule)), of_others)
    shown = values.sign == Sign.SHOWN
    if indicator.method is Method.STANDARDISED:
        # With all its digits such a rate would tell the deaths of every age band to those who know the people in them.
        values = replace(values, estimate=Estimate(*(np.round(each, indicator.decimals) for each in values.estimate)))
    return masked(values, np.where(shown & (of_count | of_base), reason, values.sign).astype(np.uint8))


def _rounded(indicator: Indicator, values: Values, rule: Rule) -> Values:
    """The same with rounded numbers, and with everything computed from these."""
    if indicator.method is Method.GIVEN or not (rule.rounding or rule.base_rounding):
        return values
    nobody = rounded(values.base, rule.base_rounding) == 0  # only of quantities with decimals: small counts are hidden
    values = masked(values, np.where(nobody, Sign.SMALL_BASE, values.sign).astype(np.uint8))
    numbers = with_rounded(indicator, values.count, values.base, rule.rounding, rule.base_rounding)
    return Values(*numbers, values.sign)
