"""Further divisions of a data folder: tables that say of which base units their areas are made."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from geodata.divisions import areas_of_units, crossing
from geodata.hierarchy import Division, Hierarchy
from monitor.county import County, LevelSpec
from monitor.tables import read_table
from problem import Problem, is_error

COLUMNS = {"einheit": "unit", "gebiet": "area", "name": "name"}
NAMED = 5  # areas that are named in a problem


def with_divisions(folder: Path, county: County, hierarchy: Hierarchy) -> tuple[Hierarchy, list[Problem]]:
    """The hierarchy with every division of county.toml that is without fault, and what is wrong with the others."""
    problems: list[Problem] = []
    for spec in county.divisions:
        table, found = _table(folder, spec)
        if not any(is_error(problem) for problem in found):
            hierarchy, faults = _joined(hierarchy, county, spec, table)
            found = [*found, *faults]
        problems += found
    return hierarchy, problems


def _table(folder: Path, spec: LevelSpec) -> tuple[pd.DataFrame, list[Problem]]:
    table, problems = read_table(folder / spec.file, spec.file)
    if problems:
        return table, problems
    missing = [name for name in COLUMNS if name not in table]
    return table.rename(columns=COLUMNS), [
        Problem("column_missing", file=spec.file, line=1, facts={"column": name}) for name in missing
    ]


def _joined(
    hierarchy: Hierarchy, county: County, spec: LevelSpec, table: pd.DataFrame
) -> tuple[Hierarchy, list[Problem]]:
    finest = [level.id for level in county.levels if level.published][-1]
    above = hierarchy.levels[hierarchy.levels.index(finest) - 1]
    units = hierarchy.areas(hierarchy.levels[-1])
    parent_of = hierarchy.ancestors(hierarchy.levels[-1], above)
    faults = [
        *_unknown_units(table, units.index, spec),
        *_units_twice(table, spec),
        *_areas_known(table, hierarchy, spec),
    ]
    if faults:
        return hierarchy, faults
    area_of = table.set_index("unit")["area"].reindex(units.index)
    if several := crossing(area_of, parent_of):
        return hierarchy, [Problem("division_crosses", file=spec.file, areas=several[:NAMED])]
    names = table.groupby("area")["name"].first()
    frame = areas_of_units(units, area_of, names, parent_of)
    return hierarchy.with_division(spec.id, frame, Division(above, area_of)), []


def _unknown_units(table: pd.DataFrame, units: pd.Index, spec: LevelSpec) -> list[Problem]:
    unknown = table[~table["unit"].isin(units)]
    return [_about("unit_unknown", spec, unknown, "unit")] if len(unknown) else []


def _units_twice(table: pd.DataFrame, spec: LevelSpec) -> list[Problem]:
    twice = table[table["unit"].duplicated()]
    return [_about("unit_twice", spec, twice, "unit")] if len(twice) else []


def _areas_known(table: pd.DataFrame, hierarchy: Hierarchy, spec: LevelSpec) -> list[Problem]:
    """Areas without an id, or with one that another level has."""
    taken = table[table["area"].isin(hierarchy.names.keys()) | (table["area"] == "")]
    return [_about("division_area_taken", spec, taken, "area")] if len(taken) else []


def _about(code: str, spec: LevelSpec, rows: pd.DataFrame, column: str) -> Problem:
    distinct = rows[column].drop_duplicates()
    facts = {"distinct": len(distinct), "rows": len(rows), "lines": [int(line) for line in rows["line"].head(3)]}
    return Problem(code, file=spec.file, line=int(rows["line"].iloc[0]), areas=list(distinct[:NAMED]), facts=facts)
