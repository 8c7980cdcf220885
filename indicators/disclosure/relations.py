"""What ties the sums of a release together: areas to their parts, pooled years to single ones, totals to categories."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from scipy import sparse

from indicators.disclosure.identities import identities
from indicators.disclosure.places import Places
from indicators.disclosure.sums import Key, Nesting, Sums
from indicators.shapes import BoolArray, FloatArray, IntArray

CLOSE = 1e-4  # sums closer than this are one: shares of cut units are rounded


class _Rows(NamedTuple):
    """Relations of one kind: for each entry its row, its cell and its coefficient."""

    row: IntArray
    cell: IntArray
    coefficient: FloatArray


def relations_of(sums: Mapping[Key, Sums], places: Places, nestings: Sequence[Nesting]) -> sparse.csr_array:
    """One row per sum: a whole less its parts, of every kind."""
    unplaced = {nesting.unplaced for nesting in nestings}
    rows = [*_areas(sums, places, nestings), *_years(places), *_categories(sums, places, unplaced)]
    return _matrix(rows, places.size)


def _areas(sums: Mapping[Key, Sums], places: Places, nestings: Sequence[Nesting]) -> Iterator[_Rows]:
    """A whole is the sum of its parts, and of what lies in none of them."""
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
                    *_unplaced(sums, places, Key(key.measure, key.pool, nesting.unplaced), row, has_parts),
                ])  # fmt: skip


def _unplaced(
    sums: Mapping[Key, Sums], places: Places, key: Key, row: IntArray, has_parts: BoolArray
) -> Iterator[_Rows]:
    """What lies in no part, by the rows of the wholes; not where everybody knows that it is nothing in any year."""
    if key in sums:
        some = has_parts & (sums[key].numbers != 0).any(axis=1)
        yield _Rows(row[some].ravel(), places.at(key)[some].ravel(), -np.ones(row[some].size))


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


def _categories(sums: Mapping[Key, Sums], places: Places, unplaced: Collection[int]) -> Iterator[_Rows]:
    """A total is the sum of its categories, whatever they are called; what adds up at one level does so at all.

    unplaced: levels of what lies in no part. There, and in pieces that nobody is shown, few numbers may add up by accident, and
    what does so elsewhere follows.
    """
    sums = {key: each for key, each in sums.items() if key.level not in unplaced}
    names, levels = sorted({key.measure for key in sums}), {key.level for key in sums}
    shown = {key.level for key, each in sums.items() if each.shown.any()}
    numbers = {level: _single_years(sums, names, level) for level in sorted(shown or levels)}
    for relation in identities(list(numbers.values())):
        used = np.flatnonzero(relation)
        for pool, level in sorted({(key.pool, key.level) for key in sums}):
            keys = [Key(names[position], pool, level) for position in used]
            if all(key in sums for key in keys):
                holds = ~_contradicts([sums[key].numbers.ravel() for key in keys], relation[used])
                cells = [places.at(key).ravel()[holds] for key in keys]
                row = np.arange(cells[0].size, dtype=np.intp)
                yield _joined([
                    _Rows(row, cell, np.full(cell.size, float(relation[position])))
                    for position, cell in zip(used, cells, strict=True)
                ])  # fmt: skip


def _contradicts(numbers: Sequence[FloatArray], relation: IntArray) -> BoolArray:
    """Cells of which everything is known, and that do not add up: there the relation tells nobody anything."""
    left = sum(float(coefficient) * each for coefficient, each in zip(relation, numbers, strict=True))
    return np.asarray(np.abs(left) > CLOSE)


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
