"""Numbers that one would expect because other areas or years of the same level were delivered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import pandas as pd

from geodata.hierarchy import Hierarchy
from indicators.catalogue import Indicator, Method
from indicators.counts import Counts
from indicators.levels import LevelCounts
from indicators.signs import Sign
from monitor.county import LevelSpec
from monitor.row_problems import NAMED
from problem import Problem, Severity

MOST_PATTERNS = 4  # more different sets of missing years are told as one


def missing_years(
    levels: Sequence[LevelCounts],
    hierarchy: Hierarchy,
    catalogue: Mapping[str, Indicator],
    specs: Mapping[str, LevelSpec],
) -> list[Problem]:
    """One warning per measure, level and set of missing years. specs: level id → its names."""
    names = measure_names(catalogue)
    existing = {level.level: _existing(hierarchy, level.level, level.completed.years) for level in levels}
    problems: list[Problem] = []
    for measure in names:
        expected = _expected(measure, catalogue, levels[0].completed.years)
        for level, absent in _absent(measure, levels, _only_given(measure, catalogue)):
            facts = {"measure": measure, "measure_name": names[measure]}
            problems += _told(absent & expected & existing[level.level], level, hierarchy, specs[level.level], facts)
    return problems


def measure_names(catalogue: Mapping[str, Indicator]) -> dict[str, str]:
    """Measure → what the catalogue calls it."""
    names: dict[str, str] = {}
    for each in catalogue.values():
        names.setdefault(each.numerator, each.numerator_name)
        if each.denominator:
            names.setdefault(each.denominator, each.denominator_name)
    return names


def _only_given(measure: str, catalogue: Mapping[str, Indicator]) -> bool:
    users = [each for each in catalogue.values() if measure in (each.numerator, each.denominator)]
    return all(each.method is Method.GIVEN for each in users)


def _expected(measure: str, catalogue: Mapping[str, Indicator], years: pd.Index) -> np.ndarray:
    """Years in which an indicator needs the measure; pooled years need those before as well."""
    needed: set[int] = set()
    for each in catalogue.values():
        if measure in (each.numerator, each.denominator):
            wanted = each.years or tuple(years)
            needed |= {year - back for year in wanted for back in range(each.pool)}
    return np.asarray(years.isin(needed))


def _absent(measure: str, levels: Sequence[LevelCounts], given: bool) -> Iterator[tuple[LevelCounts, np.ndarray]]:
    """Levels that were delivered, with areas × years without any number.

    Given values stand for themselves. Counts are looked at where they are finest: sums above follow from there.
    """
    for level in reversed(levels):
        at = _positions(level.delivered, measure)
        if not (level.delivered.signs[at] != Sign.ABSENT).any():
            continue
        counts = level.delivered if given else level.completed
        yield level, (counts.signs[at] == Sign.ABSENT).any(axis=0)
        if not given:
            return


def _positions(counts: Counts, measure: str) -> np.ndarray:
    return np.flatnonzero(counts.measures.get_level_values(0) == measure)


def _existing(hierarchy: Hierarchy, level: str, years: pd.Index) -> np.ndarray:
    """areas × years: False before the year in which an area came into being."""
    areas = hierarchy.areas(level)
    if "valid_from" not in areas:
        return np.ones((len(areas), len(years)), dtype=bool)
    since = pd.to_datetime(areas["valid_from"], errors="coerce").dt.year.fillna(0).to_numpy()
    return np.asarray(years)[None, :] >= since[:, None]


def _told(
    absent: np.ndarray, level: LevelCounts, hierarchy: Hierarchy, spec: LevelSpec, facts: Mapping[str, object]
) -> Iterator[Problem]:
    incomplete = absent.any(axis=1)
    patterns = np.unique(absent[incomplete], axis=0)
    if len(patterns) > MOST_PATTERNS:
        yield _warning(absent, incomplete, level, hierarchy, spec, facts)
        return
    for pattern in patterns:
        same = (absent == pattern).all(axis=1)
        yield _warning(absent, same, level, hierarchy, spec, facts)


def _warning(
    absent: np.ndarray,
    chosen: np.ndarray,
    level: LevelCounts,
    hierarchy: Hierarchy,
    spec: LevelSpec,
    facts: Mapping[str, object],
) -> Problem:
    areas = level.completed.areas[chosen]
    years = [int(year) for year in level.completed.years[absent[chosen].any(axis=0)]]
    further = {
        "years": years,
        "partly": bool((absent[chosen].sum(axis=1) < len(years)).any()),
        "count": len(areas),
        "everywhere": bool(chosen.all()),
        "level_name": spec.name,
        "level_plural": spec.plural,
        "within": _within(areas, level.level, hierarchy),
    }
    named = tuple(str(area) for area in areas[:NAMED])
    return Problem("years_missing", Severity.WARNING, areas=named, facts={**facts, **further})


def _within(areas: pd.Index, level: str, hierarchy: Hierarchy) -> list[str]:
    """Names of the areas right below the whole that contain the given ones; empty where these are such themselves."""
    if hierarchy.levels.index(level) < 2:
        return []
    above = hierarchy.levels[1]
    ids = hierarchy.ancestors(level, above).reindex(areas).drop_duplicates()
    return [str(name) for name in hierarchy.areas(above)["name"].reindex(ids)]
