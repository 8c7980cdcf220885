"""Every indicator before protection, and all sums that its values show or consist of; nothing of this leaves the gate."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np

from indicators.catalogue import Catalogue, Indicator, Method
from indicators.cut_units import of_whole_units
from indicators.disclosure.shares import Shares
from indicators.disclosure.sums import Key, Sums
from indicators.disclosure.uses import margins, unmasked, use_of_base, use_of_count
from indicators.levels import LevelCounts
from indicators.plan import Plans
from indicators.primary import Rule, rules_of_levels
from indicators.shapes import BoolArray, FloatArray
from indicators.signs import Sign
from indicators.values import Values, indicator_values, masked

Told = tuple[str, int, str]  # measure, number of pooled years, level
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


class _Units(NamedTuple):
    """Pieces with the numbers of whole base units in place of their parts, and which of them are such parts (one column)."""

    whole: LevelCounts
    is_part: BoolArray

    @classmethod
    def of(cls, pieces: LevelCounts, shares: Shares) -> _Units:
        return cls(
            replace(pieces, completed=of_whole_units(pieces.completed, shares.unit)), (shares.unit >= 0)[:, None]
        )


def counted(
    catalogue: Catalogue,
    levels: Sequence[LevelCounts],
    rules: Mapping[str, Rule],
    plans: Plans,
    pieces: LevelCounts | None = None,
    former: Sequence[LevelCounts] = (),
    shares: Shares | None = None,
    told: Collection[Told] = (),
    nobody: str = "",
) -> Counted:
    """Every indicator at every published level, before anything is hidden.

    levels: published ones from the whole to the parts, then those that stand beside the finest. rules: indicator id →
    rule of its source. plans: years pooled at each level. What is pooled at a level is pooled at all levels above it as
    well, so that an area can be compared with what contains it. Levels finer than the indicator's own are NOT_AT_LEVEL.
    former: areas that are no longer published, in groups; the rules of the level `beside` which they stand apply to each.
    pieces: where several divisions of the same ground are published, what all of them are made of; nobody sees them. shares:
    which of them are parts of base units that are cut.
    nobody: measure of which everybody is told in which pieces it is 0 in the last year, "" for none.
    told: what earlier releases have shown; where years are pooled otherwise now, the former sums are known all the same.
    Sums know a level by its position: the levels, then the former ones, then the pieces.
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
    finest = max((key.level for key in sums), default=0)
    for position, group in enumerate(former, len(levels)):
        _add_former(sums, found, group, position)
    _add_told(sums, found, [*levels, *former], told)
    if pieces is not None:
        units = None if shares is None else _Units.of(pieces, shares)
        _add_pieces(sums, found, pieces, levels[finest].level, len(levels) + len(former), units)
        _tell_of_nobody(sums, Key(nobody, 1, len(levels) + len(former)))
    return replace(found, sums=sums)


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


def _add_former(sums: dict[Key, Sums], everything: Counted, group: LevelCounts, position: int) -> None:
    """Sums of areas that nobody is shown any more. What was hidden of them must stay as wide as it was."""
    for name, level, pool in everything.raw:
        indicator, rule = everything.variants[name, pool], everything.rules[name, level]
        if level != group.beside or Key(indicator.numerator, pool, everything.positions[level]) not in sums:
            continue
        values = unmasked(indicator, indicator_values(indicator, group.completed), group.completed)
        of_count = use_of_count(indicator, values, rule, margins(indicator, values, group.completed))
        uses = {indicator.numerator: of_count}
        if indicator.denominator:
            uses[indicator.denominator] = use_of_base(indicator, values, rule)
        for measure, use in uses.items():
            public = use.made_public() if level in rule.public_levels else use
            _add(sums, Key(measure, pool, position), replace(public, shown=np.zeros_like(use.shown)))
        if pool > 1:
            _add_unseen(sums, replace(indicator, pool=1), group, rule, position)


def _add_told(
    sums: dict[Key, Sums], everything: Counted, levels: Sequence[LevelCounts], told: Collection[Told]
) -> None:
    """Sums over as many years as are shown no longer, and the single years behind them; nobody is shown them any more."""
    users = {measure: each for each in everything.variants.values() if each.method is not Method.GIVEN
             for measure in (each.denominator, each.numerator) if measure}  # fmt: skip
    for position, level in enumerate(levels):
        for measure, pool, name in told:
            if name != level.level or measure not in users or Key(measure, pool, position) in sums:
                continue
            indicator = users[measure]
            of_level = level.beside if position >= len(everything.positions) else name
            rule = everything.rules[indicator.id, of_level]
            for years in {pool, 1}:
                if Key(measure, years, position) not in sums:
                    use = _unseen_uses(replace(indicator, pool=years), level, rule)[measure]
                    _add(sums, Key(measure, years, position), use.never_shown())


def _add_pieces(
    sums: dict[Key, Sums],
    everything: Counted,
    pieces: LevelCounts,
    made_of_them: str,
    position: int,
    units: _Units | None,
) -> None:
    """The pieces of every sum of the levels made of them. Nobody is shown one, but the difference between two areas that
    overlap may be one: a small count there is as secret as in an area. units: see `_add_unseen`."""
    for indicator in everything.variants.values():
        key = Key(indicator.numerator, indicator.pool, everything.positions[made_of_them])
        if indicator.method is not Method.GIVEN and key in sums:
            rule = everything.rules[indicator.id, made_of_them]
            _add_unseen(sums, indicator, pieces, rule, position, units)
            if indicator.pool > 1:
                _add_unseen(sums, replace(indicator, pool=1), pieces, rule, position, units)


def _tell_of_nobody(sums: dict[Key, Sums], inhabitants: Key) -> None:
    """Where nobody lives in the last year, everybody knows that nobody is counted; see docs/adr/0009."""
    if inhabitants not in sums:
        return
    empty = sums[inhabitants].numbers[:, -1] == 0
    for key, each in sums.items():
        if (key.pool, key.level) == (1, inhabitants.level):
            given = each.given.copy()
            given[:, -1] |= empty & (each.numbers[:, -1] == 0)
            sums[key] = replace(each, given=given, hidden=each.hidden & ~given)


def _add_unseen(
    sums: dict[Key, Sums],
    indicator: Indicator,
    level: LevelCounts,
    rule: Rule,
    position: int,
    units: _Units | None = None,
) -> None:
    """Sums that nobody is shown, such as the single years behind pooled ones. Small counts must not follow from what is
    shown; how many people a rate should rest on does not matter where there is none. units: of a level that has parts of cut
    units. A part is no secret unless few are counted in its unit; it moves by no whole person: `told_by_shares` protects it."""
    found = _unseen_uses(indicator, level, rule)
    if units is not None:
        for measure, judged in _unseen_uses(indicator, units.whole, rule).items():
            need = np.where(units.is_part, 0.0, judged.need)
            found[measure] = replace(found[measure], hidden=judged.hidden, need=need)
    for measure, use in found.items():
        _add(sums, Key(measure, indicator.pool, position), use.never_shown())


def _unseen_uses(indicator: Indicator, level: LevelCounts, rule: Rule) -> dict[str, Sums]:
    values = unmasked(indicator, indicator_values(indicator, level.completed), level.completed)
    counts_alone = replace(rule, minimum_base=0)
    of_count = use_of_count(indicator, values, counts_alone, margins(indicator, values, level.completed))
    if not indicator.denominator:
        return {indicator.numerator: of_count}
    return {indicator.numerator: of_count, indicator.denominator: use_of_base(indicator, values, counts_alone)}


def _add(sums: dict[Key, Sums], key: Key, use: Sums) -> None:
    sums[key] = sums[key].merged(use) if key in sums else use
