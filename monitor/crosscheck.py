"""Delivered numbers against each other: the part and its base, the parts and their sum."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from geodata.hierarchy import Hierarchy
from indicators.aggregate import add_up
from indicators.catalogue import Indicator, Method
from indicators.counts import Counts
from indicators.levels import LevelCounts, counts_of_levels
from indicators.signs import Sign
from monitor.county import County
from monitor.places import place_of
from monitor.row_problems import NAMED
from monitor.unplaced_measures import silent_sources, sources_of_measures
from problem import Problem

MOST_DECIMALS = 6


class Cell(NamedTuple):
    """One contradiction: a number and the number it contradicts."""

    area: str
    year: int
    measure: str
    group: str
    number: float
    other: float


def level_counts(counts: Counts, hierarchy: Hierarchy) -> list[LevelCounts]:
    """Counts of all levels, from the whole to the parts."""
    areas = {level: hierarchy.areas(level).index for level in hierarchy.levels}
    parents = {level: hierarchy.parents(level) for level in hierarchy.levels[1:]}
    return counts_of_levels(counts, hierarchy.levels, areas, parents)


def numerators_above(
    levels: Sequence[LevelCounts], catalogue: Mapping[str, Indicator], rows: pd.DataFrame
) -> list[Problem]:
    """Proportions whose part is larger than the whole, one problem per pair of measures."""
    pairs = {
        (each.numerator, each.denominator): each for each in catalogue.values() if each.method is Method.PROPORTION
    }
    problems = []
    for indicator in pairs.values():
        cells = [cell for level in levels for cell in _above(level, indicator)]
        names = {"numerator_name": indicator.numerator_name, "denominator_name": indicator.denominator_name}
        names |= {"denominator": indicator.denominator}
        problems += _problem("numerator_above_denominator", cells, rows, **names)
    return problems


def _above(level: LevelCounts, indicator: Indicator) -> Iterator[Cell]:
    """Cells of one level; where both numbers were added up, the parts have been looked at already."""
    counts, delivered = level.completed, level.delivered.signs != Sign.ABSENT
    for position, (measure, group) in enumerate(counts.measures):
        if measure != indicator.numerator:
            continue
        base = counts.positions(indicator.denominator, [group])[0]
        if base < 0:
            continue
        x, n = counts.values[position], counts.values[base]
        at = (x > n) & (delivered[position] | delivered[base])
        yield from _cells(counts, (measure, group), at, x, n)


def sums_broken(
    levels: Sequence[LevelCounts],
    hierarchy: Hierarchy,
    catalogue: Mapping[str, Indicator],
    rows: pd.DataFrame,
    county: County,
) -> list[Problem]:
    """Delivered numbers that differ from the sum of their parts; values that are only `given` do not add up.

    Where all sources of a measure say so, a whole above the finest published level may count more than its parts.
    """
    sources, wholes = sources_of_measures(catalogue), _wholes(county)
    by_kind: dict[tuple[str, str, bool], list[Cell]] = {}
    for above, below in zip(levels, levels[1:], strict=False):
        for cell in _unequal(above, below, hierarchy):
            may_be_meant = cell.number > cell.other and above.level in wholes
            is_meant = may_be_meant and not silent_sources(sources.get(cell.measure, ()), county)
            if cell.measure in sources and not is_meant:
                by_kind.setdefault((cell.measure, above.level, may_be_meant), []).append(cell)
    return [
        problem
        for (measure, level, may_be_meant), cells in by_kind.items()
        for problem in _problem(
            "parts_differ_from_parent", cells, rows, level=level,
            silent=list(silent_sources(sources[measure], county)) if may_be_meant else [],
        )
    ]  # fmt: skip


def _wholes(county: County) -> list[str]:
    """Levels above the finest published one: what lies in no area, none of these counts."""
    published = [position for position, level in enumerate(county.levels) if level.published]
    return [level.id for level in county.levels[: published[-1]]]


def _unequal(above: LevelCounts, below: LevelCounts, hierarchy: Hierarchy) -> Iterator[Cell]:
    parents = above.delivered.areas
    parts = add_up(below.completed, hierarchy.parents(below.level), parents).values
    number = above.delivered.values
    leaves = hierarchy.ancestors(hierarchy.levels[-1], above.level).value_counts().reindex(parents).fillna(1)
    for position, pair in enumerate(above.delivered.measures):
        step = _rounding_step(np.concatenate([number[position].ravel(), below.completed.values[position].ravel()]))
        tolerance = 0.5 * step * (1 + leaves.to_numpy(dtype=float))[:, None] + 1e-6
        with np.errstate(invalid="ignore"):
            at = np.abs(number[position] - parts[position]) > tolerance
        yield from _cells(above.delivered, pair, at, number[position], parts[position])


def _rounding_step(numbers: np.ndarray) -> float:
    """0 for whole numbers (they add up exactly), else the unit of the last decimal: parts were rounded one by one."""
    known = numbers[~np.isnan(numbers)]
    if not (known % 1 > 0).any():
        return 0.0
    for decimals in range(1, MOST_DECIMALS):
        if np.allclose(known, np.round(known, decimals), rtol=0, atol=1e-9):
            return float(10.0**-decimals)
    return float(10.0**-MOST_DECIMALS)


def _cells(
    counts: Counts, pair: tuple[str, str], at: np.ndarray, number: np.ndarray, other: np.ndarray
) -> Iterator[Cell]:
    for area, year in np.argwhere(at):
        cell = (str(counts.areas[area]), int(counts.years[year]), *pair)
        yield Cell(*cell, float(number[area, year]), float(other[area, year]))


def _problem(code: str, cells: Sequence[Cell], rows: pd.DataFrame, **facts: object) -> list[Problem]:
    """One problem for all cells, with the numbers of the first."""
    if not cells:
        return []
    first = cells[0]
    place = place_of(rows, first.area, first.year, first.measure, first.group)
    areas = tuple(dict.fromkeys(cell.area for cell in cells))
    further = {"cells": len(cells), "distinct": len(areas)}
    return [
        Problem(
            code, file=place.file, line=place.line, areas=areas[:NAMED], facts={**first._asdict(), **further, **facts}
        )
    ]
