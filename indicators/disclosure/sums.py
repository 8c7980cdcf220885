"""Sums of a release and what ties them together: areas to their parts, pooled years to single ones, totals to categories."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import NamedTuple

import numpy as np
from scipy import sparse

from indicators.disclosure.identities import identities
from indicators.disclosure.rounding import highest, lowest, rounded
from indicators.disclosure.system import GIVEN, NEVER, System, filled
from indicators.shapes import BoolArray, FloatArray, IntArray

UNDETERMINED = 1.0  # a count that could be one of two neighbouring numbers
ZERO_COST = 5.0  # a 0 is given up last: it tells that nobody is concerned
TYPICAL = 1000.0  # size of a count without a base


class Key(NamedTuple):
    """One kind of sum: a measure with so many years added up, at the level of this position."""

    measure: str
    pool: int
    level: int


class Nesting(NamedTuple):
    """Areas of the level `inner` make up areas of the level `outer`.

    outer_of: position of each inner area's outer one, −1 where it lies in none.
    """

    inner: int
    outer: int
    outer_of: IntArray


class Before(NamedTuple):
    """What readers know of the sums of one key from earlier releases.

    numbers: the last one shown as it is, NaN where none ever was. hidden: published, but not shown in the last release.
    rounded: shown in the last release, but only a rounded number.
    """

    numbers: FloatArray
    hidden: BoolArray
    rounded: BoolArray


@dataclass(frozen=True)
class Sums:
    """All sums of one key; arrays of the shape (areas, years).

    numbers: true ones, NaN where not even we know. shown: somebody is shown it unless it is hidden; given: everybody
    knows it whatever we do. hidden, need, upper, rule_low, rule_high: as in `System`. rounding: base to which all of them
    are shown rounded, 0 = as they are.
    """

    numbers: FloatArray
    shown: BoolArray
    given: BoolArray
    hidden: BoolArray
    need: FloatArray
    upper: FloatArray
    rule_low: FloatArray
    rule_high: FloatArray
    rounding: int = 0

    @property
    def rounded(self) -> BoolArray:
        """What is shown as a rounded number, so that its true one must not follow; a 0 is shown as it is."""
        shown = self.shown & ~self.hidden & ~self.given & (np.nan_to_num(self.numbers) != 0)
        return shown if self.rounding else np.zeros_like(shown)

    @property
    def displayed(self) -> FloatArray:
        """The numbers as they are shown."""
        return rounded(self.numbers, self.rounding)

    @classmethod
    def unseen(cls, numbers: FloatArray) -> Sums:
        """Sums that nobody is shown and that nobody asks protection for, such as the years behind a pooled one."""
        shape = numbers.shape
        nowhere, unbounded = np.zeros(shape, dtype=np.bool_), np.full(shape, np.inf)
        return cls(numbers, nowhere, nowhere, nowhere, np.zeros(shape), unbounded, np.zeros(shape), unbounded)

    def after(self, before: Before) -> Sums:
        """The same after an earlier release. A number it showed is known as long as it has not changed; what it hid stays
        hidden, or the difference between both releases would tell it."""
        known = self.numbers == before.numbers
        return replace(self, given=self.given | known, hidden=(self.hidden | before.hidden) & ~known)

    def never_shown(self) -> Sums:
        """The same where nobody is shown them: no sign tells that one is small, and none may be determined."""
        nowhere, unbounded = np.zeros_like(self.shown), np.full(self.numbers.shape, np.inf)
        return replace(
            self, shown=nowhere, given=nowhere, need=np.minimum(self.need, UNDETERMINED),
            rule_low=np.zeros(self.numbers.shape), rule_high=unbounded,
        )  # fmt: skip

    def made_public(self) -> Sums:
        """The same where everybody knows the numbers anyway."""
        nowhere = np.zeros_like(self.hidden)
        return replace(self, given=self.given | self.shown, hidden=nowhere)

    def merged(self, other: Sums) -> Sums:
        """What two uses of the same sums say together: shown by either, hidden for either, the stricter bounds of both.

        One that hides a sum for its own sake decides the sign that everybody sees; then the other one tells nothing.
        """
        given = self.given | other.given
        mine, others = ~other.hidden | self.hidden, ~self.hidden | other.hidden
        return Sums(
            np.where(np.isnan(self.numbers), other.numbers, self.numbers),
            self.shown | other.shown,
            given,
            (self.hidden | other.hidden) & ~given,
            np.maximum(self.need, other.need),
            np.minimum(self.upper, other.upper),
            np.maximum(np.where(mine, self.rule_low, 0.0), np.where(others, other.rule_low, 0.0)),
            np.minimum(np.where(mine, self.rule_high, np.inf), np.where(others, other.rule_high, np.inf)),
            max(self.rounding, other.rounding),
        )


ARRAYS = tuple(each.name for each in fields(Sums) if each.name != "rounding")


@dataclass(frozen=True)
class Places:
    """Where the sums of each key stand among the cells of the system."""

    start: Mapping[Key, int]
    shape: Mapping[Key, tuple[int, int]]

    @property
    def size(self) -> int:
        return sum(areas * years for areas, years in self.shape.values())

    def at(self, key: Key) -> IntArray:
        """Cell of each sum, of the shape (areas, years)."""
        areas, years = self.shape[key]
        return self.start[key] + np.arange(areas * years, dtype=np.intp).reshape(areas, years)


def system_of(sums: Mapping[Key, Sums], nestings: Sequence[Nesting]) -> tuple[System, Places]:
    """One system of all sums; the deeper a level lies, the sooner it is given up."""
    places = _places(sums)
    tiers = _tiers({key.level for key in sums}, nestings)
    rows = [*_areas(places, nestings), *_years(places), *_categories(sums, places)]
    flat = {
        name: np.concatenate([getattr(of_key, name).ravel() for of_key in sums.values()])
        for name in (*ARRAYS, "rounded")
    }
    near = [np.concatenate([each.ravel() for each in side]) for side in zip(*map(_near, sums.values()), strict=True)]
    relations = _matrix(rows, places.size)
    values = completed(flat["numbers"], relations)
    lower, upper = near[0], np.maximum(np.minimum(flat["upper"], near[1]), values)
    level = np.concatenate([np.full(each.numbers.size, tiers.get(key.level, NEVER)) for key, each in sums.items()])
    # What is rounded protects others as it is; it cannot be hidden besides.
    may_be_hidden = flat["shown"] & np.isfinite(flat["numbers"]) & ~flat["rounded"]
    tier = np.where(may_be_hidden, level, NEVER)
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
    )
    return system, places


def _near(sums: Sums) -> tuple[FloatArray, FloatArray]:
    """Between which numbers each sum lies for those who see it rounded."""
    shown, base = sums.displayed, sums.rounding
    low = np.where(sums.rounded, np.minimum(lowest(shown, base), sums.numbers), 0.0)
    return low, np.where(sums.rounded, np.maximum(highest(shown, base), sums.numbers), np.inf)


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


def with_earlier(system: System, places: Places, before: Mapping[Key, Before]) -> System:
    """The same system for those who have kept the earlier release: what it hid adds up as it did then.

    Its sums are those of which it published every cell that is published now.
    """
    hidden, published = np.zeros(places.size, dtype=np.bool_), np.zeros(places.size, dtype=np.bool_)
    for key, each in before.items():
        hidden[places.at(key)] = each.hidden | each.rounded
        published[places.at(key)] = each.hidden | each.rounded | np.isfinite(each.numbers)
    new = (system.tier != NEVER) & ~published
    then = system.relations[np.flatnonzero((abs(system.relations) @ new.astype(np.float64)) == 0)]
    unknown = (hidden & (system.tier != GIVEN)) | (system.tier == NEVER)
    earlier = then @ sparse.diags_array(unknown.astype(np.float64))
    return replace(system, relations=sparse.vstack([system.relations, without_zeros(earlier)], format="csr"))


def hidden_as_well(sums: Mapping[Key, Sums], cells: IntArray) -> dict[Key, Sums]:
    """The sums of the finest level at which some of these cells are shown rounded, with those hidden; none: nothing.

    cells: positions in the system of the sums.
    """
    places = _places(sums)
    chosen = {key: each.rounded & np.isin(places.at(key), cells) for key, each in sums.items()}
    finest = max((key.level for key, those in chosen.items() if those.any()), default=-1)
    return {
        key: replace(sums[key], hidden=sums[key].hidden | those)
        for key, those in chosen.items()
        if key.level == finest and those.any()
    }


def without_zeros(relations: sparse.csr_array) -> sparse.csr_array:
    kept = relations.tocsr()
    kept.eliminate_zeros()
    return filled(kept)


def _places(sums: Mapping[Key, Sums]) -> Places:
    shapes = {key: (each.numbers.shape[0], each.numbers.shape[1]) for key, each in sums.items()}
    sizes = np.array([areas * years for areas, years in shapes.values()], dtype=np.intp)
    return Places(dict(zip(shapes, (np.cumsum(sizes) - sizes).tolist(), strict=True)), shapes)


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


class _Rows(NamedTuple):
    """Relations of one kind: for each entry its row, its cell and its coefficient."""

    row: IntArray
    cell: IntArray
    coefficient: FloatArray


def _areas(places: Places, nestings: Sequence[Nesting]) -> Iterator[_Rows]:
    """A whole is the sum of its parts."""
    for nesting in nestings:
        for key in places.start:
            inner = Key(key.measure, key.pool, nesting.inner)
            if key.level == nesting.outer and inner in places.start:
                wholes, parts = places.at(key), places.at(inner)
                row = np.arange(wholes.size, dtype=np.intp).reshape(wholes.shape)
                inside, has_parts = nesting.outer_of >= 0, np.isin(np.arange(len(wholes)), nesting.outer_of)
                outer, parts = nesting.outer_of[inside], parts[inside]
                yield _joined([
                    _Rows(row[has_parts].ravel(), wholes[has_parts].ravel(), np.ones(wholes[has_parts].size)),
                    _Rows(row[outer].ravel(), parts.ravel(), -np.ones(parts.size)),
                ])  # fmt: skip


def _years(places: Places) -> Iterator[_Rows]:
    """A pooled sum is the sum of its years."""
    for key in places.start:
        if key.pool > 1:
            pooled, single = places.at(key), places.at(Key(key.measure, 1, key.level))
            row = np.arange(pooled.size, dtype=np.intp).reshape(pooled.shape)
            full = slice(key.pool - 1, None)
            years = [single[:, key.pool - 1 - back : single.shape[1] - back] for back in range(key.pool)]
            yield _joined([
                _Rows(row[:, full].ravel(), pooled[:, full].ravel(), np.ones(pooled[:, full].size)),
                *(_Rows(row[:, full].ravel(), each.ravel(), -np.ones(each.size)) for each in years),
            ])  # fmt: skip


def _categories(sums: Mapping[Key, Sums], places: Places) -> Iterator[_Rows]:
    """A total is the sum of its categories, whatever they are called; what adds up at one level does so at all."""
    names = sorted({key.measure for key in sums})
    numbers = {level: _single_years(sums, names, level) for level in sorted({key.level for key in sums})}
    for relation in identities(list(numbers.values())):
        used = np.flatnonzero(relation)
        for pool, level in sorted({(key.pool, key.level) for key in sums}):
            keys = [Key(names[position], pool, level) for position in used]
            if all(key in sums for key in keys):
                cells = [places.at(key).ravel() for key in keys]
                row = np.arange(cells[0].size, dtype=np.intp)
                yield _joined([
                    _Rows(row, cell, np.full(cell.size, float(relation[position])))
                    for position, cell in zip(used, cells, strict=True)
                ])  # fmt: skip


def _single_years(sums: Mapping[Key, Sums], names: Sequence[str], level: int) -> FloatArray:
    """Numbers of every measure at a level, of the shape (measures, areas · years); NaN where it has none."""
    single = {key.measure: each.numbers.ravel() for key, each in sums.items() if (key.pool, key.level) == (1, level)}
    size = max((each.size for each in single.values()), default=0)
    return np.array([single.get(name, np.full(size, np.nan)) for name in names]).reshape(len(names), size)


def _joined(parts: Iterable[_Rows]) -> _Rows:
    rows, cells, coefficients = (np.concatenate(each) for each in zip(*parts, strict=True))
    return _Rows(rows, cells, coefficients)


def _matrix(kinds: Sequence[_Rows], size: int) -> sparse.csr_array:
    starts = np.cumsum([0, *(int(kind.row.max(initial=-1)) + 1 for kind in kinds)])
    row = np.concatenate(
        [kind.row + start for kind, start in zip(kinds, starts[:-1], strict=True)] or [np.zeros(0, int)]
    )
    cell = np.concatenate([kind.cell for kind in kinds] or [np.zeros(0, int)])
    coefficient = np.concatenate([kind.coefficient for kind in kinds] or [np.zeros(0)])
    return sparse.csr_array((coefficient, (row, cell)), shape=(int(starts[-1]), size))
