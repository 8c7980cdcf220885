"""What wholes count and none of their parts does, such as people without a usable address: sums that nobody is shown, but
that follow where a whole and all its parts are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from indicators.catalogue import Method
from indicators.counted import Counted
from indicators.disclosure.sums import UNDETERMINED, Key, Nesting, Sums
from indicators.primary import small
from indicators.shapes import BoolArray, FloatArray, IntArray

LEAST = 0.5  # what is left of less than half a person comes from rounding decimals
DECIMALS = 6  # of sums of shares


@dataclass(frozen=True)
class Placing:
    """sums: of the wholes, their parts and what is left of them. nestings: with the position of what is left of each."""

    sums: Mapping[Key, Sums]
    nestings: tuple[Nesting, ...]


def with_unplaced(found: Counted, nestings: Sequence[Nesting], measures: frozenset[str], first: int) -> Placing:
    """The sums of `found` and, wherever a whole counts more than its parts, what is left of it.

    measures: those of which wholes may count more. first: position from which on no sum stands. A measure of which nothing is
    left anywhere has no such sums; in an outer area of which nothing is left in any year they are 0, and everybody is
    taken to know it.
    """
    sums, placed = dict(found.sums), []
    for position, nesting in enumerate(nestings, first):
        left = {} if nesting.inner >= len(found.positions) else _left_of(found, nesting, measures)
        placed.append(nesting._replace(unplaced=position) if left else nesting)
        sums |= {key._replace(level=position): each for key, each in left.items()}
    return Placing(sums, tuple(placed))


def known_of_unplaced(placing: Placing) -> dict[Key, FloatArray]:
    """What everybody knows of the sums of what is left: 0 in areas of which nothing ever is, NaN elsewhere."""
    levels = {nesting.unplaced for nesting in placing.nestings if nesting.unplaced >= 0}
    numbers = {key: each.numbers for key, each in placing.sums.items() if key.level in levels}
    return {key: np.where((each != 0).any(axis=1, keepdims=True), np.nan, np.zeros_like(each))
            for key, each in numbers.items()}  # fmt: skip


def _left_of(found: Counted, nesting: Nesting, measures: frozenset[str]) -> dict[Key, Sums]:
    """Key of the parts → what is left of their wholes."""
    numbers = {key: _left(found.sums[whole].numbers, found.sums[key].numbers, nesting.outer_of)
               for key, whole in _pairs(found.sums, nesting, measures)}  # fmt: skip
    concerned = _concerned(numbers)
    limits = _limits(found, nesting.inner)
    cleared = {key: np.where(concerned[key.measure][:, None], each, 0.0) for key, each in numbers.items()
               if concerned[key.measure].any()}  # fmt: skip
    return {key: _sums(key, cleared, found.sums, nesting, limits.get(key.measure, 0)) for key in cleared}


def _pairs(sums: Mapping[Key, Sums], nesting: Nesting, measures: frozenset[str]) -> Iterator[tuple[Key, Key]]:
    """(parts, wholes) of every sum that both levels have."""
    for key in sums:
        whole = key._replace(level=nesting.outer)
        if key.level == nesting.inner and key.measure in measures and whole in sums:
            yield key, whole


def _left(wholes: FloatArray, parts: FloatArray, outer_of: IntArray) -> FloatArray:
    """Wholes less their parts, of the shape of the wholes; 0 where a whole has no parts, NaN where a number is missing."""
    inside = outer_of >= 0
    added = np.zeros_like(wholes)
    np.add.at(added, outer_of[inside], parts[inside])
    left = np.round(wholes - added, DECIMALS)
    left[np.bincount(outer_of[inside], minlength=len(wholes)) == 0] = 0.0
    return np.where(left < LEAST, 0.0, left)


def _concerned(left: Mapping[Key, FloatArray]) -> dict[str, BoolArray]:
    """Measure → outer areas of which something is left in any year."""
    found: dict[str, BoolArray] = {}
    for key, numbers in left.items():
        some = (np.nan_to_num(numbers) > 0).any(axis=1)
        found[key.measure] = found.get(key.measure, np.zeros_like(some)) | some
    return found


def _limits(found: Counted, level: int) -> dict[str, int]:
    """Measure → counts from here on are small for none of its sources, at the level of the parts."""
    [name] = [name for name, position in found.positions.items() if position == level]
    limits: dict[str, int] = {}
    for indicator in found.variants.values():
        if indicator.method is not Method.GIVEN:
            rule = found.rules[indicator.id, name]
            for measure, limit in (
                (indicator.numerator, rule.small_count),
                (indicator.denominator, rule.small_denominator),
            ):
                limits[measure] = max(limits.get(measure, 0), limit)
    return limits


def _sums(key: Key, left: Mapping[Key, FloatArray], sums: Mapping[Key, Sums], nesting: Nesting, limit: int) -> Sums:
    """What is left as sums that must not be determined where they are small; where everybody knows the whole and all its
    parts, nothing can be kept from anybody."""
    numbers = left[key]
    secret = small(numbers, limit) & bool((np.nan_to_num(numbers) % 1 == 0).all())
    bases = _bases(key, left, sums[key].wholes)
    upper = np.full(numbers.shape, np.inf)
    for of_base in bases.values():
        secret |= small(of_base - numbers, limit)
        upper = np.fmin(upper, np.where(of_base >= numbers, of_base, np.inf))
    secret &= ~_public(sums[key._replace(level=nesting.outer)], sums[key], nesting.outer_of)
    need = np.where(secret, UNDETERMINED, 0.0)
    return replace(Sums.unseen(numbers), hidden=secret, need=need, upper=upper, wholes=frozenset(bases))


def _bases(key: Key, left: Mapping[Key, FloatArray], measures: frozenset[str]) -> dict[str, FloatArray]:
    """What is left of those measures that this one is a part of. Where one source has addresses and another has none, more may
    be left of the part than of its base; there nobody takes the one for a bound of the other."""
    keys = {measure: key._replace(measure=measure) for measure in sorted(measures)}
    return {name: left[of] for name, of in keys.items() if of in left}


def _public(wholes: Sums, parts: Sums, outer_of: IntArray) -> BoolArray:
    """Where everybody knows the whole and all its parts whatever we do."""
    inside = outer_of >= 0
    open_ = ~wholes.given
    np.logical_or.at(open_, outer_of[inside], ~parts.given[inside])
    return ~open_
