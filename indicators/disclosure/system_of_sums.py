"""The linear system of all sums of a release."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np
from scipy import sparse

from indicators.disclosure.places import Places, places_of
from indicators.disclosure.relations import relations_of
from indicators.disclosure.rounding import highest, lowest
from indicators.disclosure.shares import Shares, of_cells
from indicators.disclosure.sums import ARRAYS, Key, Nesting, Sums
from indicators.disclosure.system import GIVEN, NEVER, System
from indicators.shapes import BoolArray, FloatArray, IntArray

ZERO_COST = 5.0  # a 0 is given up last: it tells that nobody is concerned
TYPICAL = 1000.0  # size of a count without a base


def system_of(
    sums: Mapping[Key, Sums], nestings: Sequence[Nesting], shares: Shares | None = None
) -> tuple[System, Places]:
    """One system of all sums; the deeper a level lies, the sooner it is given up."""
    places = places_of(sums)
    tiers = _tiers({key.level for key in sums}, nestings)
    flat = {
        name: np.concatenate([getattr(of_key, name).ravel() for of_key in sums.values()])
        for name in (*ARRAYS, "rounded")
    }
    near = [np.concatenate([each.ravel() for each in side]) for side in zip(*map(_near, sums.values()), strict=True)]
    relations = relations_of(sums, places, nestings)
    values = completed(flat["numbers"], relations)
    lower, upper = near[0], np.maximum(np.minimum(flat["upper"], near[1]), values)
    level = np.concatenate([np.full(each.numbers.size, tiers.get(key.level, NEVER)) for key, each in sums.items()])
    # What is rounded protects others as it is; it cannot be hidden besides.
    may_be_hidden = flat["shown"] & np.isfinite(flat["numbers"]) & ~flat["rounded"]
    tier = np.where(may_be_hidden, level, NEVER)
    cut, share = of_cells(shares, places)
    system = System(
        values=values,
        relations=relations,
        hidden=flat["hidden"] | flat["rounded"],
        need=np.minimum(flat["need"], upper - lower),
        upper=upper,
        rule_low=np.minimum(flat["rule_low"], values),
        rule_high=np.maximum(flat["rule_high"], values),
        tier=np.where(flat["given"], GIVEN, tier).astype(np.intp),
        # By what everybody knows: were the smallest count taken, every reader would know that it is the smallest.
        cost=1 + np.log1p(np.where(np.isfinite(upper), upper, TYPICAL)) / 20 + np.where(values == 0, ZERO_COST, 0.0),
        layer=_layers(places),
        lower=lower,
        base=_bases(sums, places),
        cut=cut,
        share=share,
        interface=_interface(sums, nestings) & (tier == NEVER) & ~flat["hidden"],
    )
    return system, places


def _near(sums: Sums) -> tuple[FloatArray, FloatArray]:
    """Between which numbers each sum lies for those who see it rounded."""
    shown, base = sums.displayed, sums.rounding
    low = np.where(sums.rounded, np.minimum(lowest(shown, base), sums.numbers), 0.0)
    return low, np.where(sums.rounded, np.maximum(highest(shown, base), sums.numbers), np.inf)


def _interface(sums: Mapping[Key, Sums], nestings: Sequence[Nesting]) -> BoolArray:
    """Sums of areas that are divided only once: whatever is drawn within them, they stay as they are."""
    outers: dict[int, set[int]] = {}
    for nesting in nestings:
        outers.setdefault(nesting.inner, set()).add(nesting.outer)
    wholes = {outer for of_inner in outers.values() if len(of_inner) == 1 for outer in of_inner}
    return np.concatenate([np.full(each.numbers.size, key.level in wholes) for key, each in sums.items()])


def _bases(sums: Mapping[Key, Sums], places: Places) -> IntArray:
    """For each cell that is part of one whole, the cell of this."""
    found = np.full(places.size, -1, dtype=np.intp)
    for key, each in sums.items():
        wholes = [key._replace(measure=measure) for measure in each.wholes]
        if len(wholes) == 1 and wholes[0] in sums:
            bounded = np.isfinite(each.upper)
            found[places.at(key)[bounded]] = places.at(wholes[0])[bounded]
    return found


def _layers(places: Places) -> IntArray:
    """One number for all areas of a measure, number of pooled years, and year."""
    kinds = {kind: number for number, kind in enumerate(dict.fromkeys((key.measure, key.pool) for key in places.shape))}
    found = [
        np.tile(kinds[key.measure, key.pool] + len(kinds) * np.arange(years), areas)
        for key, (areas, years) in places.shape.items()
    ]
    return np.concatenate(found or [np.zeros(0, dtype=np.intp)])


def _tiers(levels: Iterable[int], nestings: Sequence[Nesting]) -> dict[int, int]:
    """Level → how many levels lie below the deepest one."""
    depth = dict.fromkeys(levels, 0)
    for _ in nestings:  # a chain of nestings is no longer than their number
        for nesting in nestings:
            depth[nesting.inner] = max(depth.get(nesting.inner, 0), depth.get(nesting.outer, 0) + 1)
    deepest = max(depth.values(), default=0)
    return {level: deepest - each for level, each in depth.items()}


def hidden_as_well(sums: Mapping[Key, Sums], cells: IntArray) -> dict[Key, Sums]:
    """The sums of the finest level at which some of these cells are shown rounded, with those hidden; none: nothing.

    cells: positions in the system of the sums.
    """
    places = places_of(sums)
    chosen = {key: each.rounded & np.isin(places.at(key), cells) for key, each in sums.items()}
    finest = max((key.level for key, those in chosen.items() if those.any()), default=-1)
    return {
        key: replace(sums[key], hidden=sums[key].hidden | those)
        for key, those in chosen.items()
        if key.level == finest and those.any()
    }


def completed(numbers: FloatArray, relations: sparse.csr_array) -> FloatArray:
    """Numbers with a possible one wherever we know none ourselves: about an equal part of what the known ones leave of a
    sum, in whole persons.

    Where nothing is left or nothing is known: 0. Parts are filled in before wholes are asked for.
    """
    found = numbers.copy()
    rows = relations.tocsr()
    for row in np.flatnonzero(np.diff(rows.indptr)):
        entries = slice(rows.indptr[row], rows.indptr[row + 1])
        cells, signs = rows.indices[entries], rows.data[entries]
        gaps = np.isnan(found[cells])
        if gaps.any() and not gaps[signs > 0].any():
            rest = max((signs[~gaps] * found[cells[~gaps]]).sum(), 0.0)
            share = np.floor(rest / gaps.sum())
            found[cells[gaps]] = share
            found[cells[gaps][0]] += rest - share * gaps.sum()
    return np.nan_to_num(found)
