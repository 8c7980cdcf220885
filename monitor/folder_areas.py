"""The areas of a data folder: every level read and checked, then put together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import geopandas as gpd
import shapely

from geodata.boundaries import read_boundaries
from geodata.checks import check_boundaries, check_nesting
from geodata.hierarchy import Hierarchy, build_hierarchy
from monitor.county import County, LevelSpec
from problem import DataError, Problem, is_error

Frames = list[tuple[str, gpd.GeoDataFrame | None]]
# Faults of single shapes: ids and parents can still be compared with the counts.
OF_SHAPES = {"geometry_invalid", "crs_implausible"}


def read_areas(folder: Path, county: County, last_year: int | None) -> tuple[Hierarchy | None, list[Problem]]:
    """Hierarchy of all levels, None where a level cannot be used, and everything that is wrong with the areas.

    last_year: last year with counts; its last day is the reference date where the county names none.
    """
    frames: Frames = []
    problems: list[Problem] = []
    for level in county.levels:
        frame, found = _read_level(folder, level) if level.file else (None, [])
        frames.append((level.id, frame))
        problems += found
    if not _complete(frames):
        return None, problems
    hierarchy, found = _joined(frames, county, last_year)
    sound = not any(is_error(problem) for problem in problems + found)
    if hierarchy and sound:
        found = found + check_nesting([(level, hierarchy.areas(level)) for level in hierarchy.levels])
    return hierarchy, problems + _with_files(found, county)


def _complete(frames: Frames) -> bool:
    """Whether the levels can be joined: every one but the first was read, and none is named twice."""
    needed = frames[1:] or frames
    return all(frame is not None for _, frame in needed) and len(dict(frames)) == len(frames)


def _read_level(folder: Path, level: LevelSpec) -> tuple[gpd.GeoDataFrame | None, list[Problem]]:
    frame, found = read_boundaries(folder / level.file, level.id)
    problems = [replace(problem, file=level.file) for problem in found]
    errors = {problem.code for problem in problems if is_error(problem)}
    if frame is None or errors - OF_SHAPES:
        return None, problems
    return frame, problems if errors else problems + check_boundaries(frame, level.id, level.file)


def _joined(frames: Frames, county: County, last_year: int | None) -> tuple[Hierarchy | None, list[Problem]]:
    reference_date = county.reference_date or (dt.date(last_year, 12, 31) if last_year else None)
    try:
        hierarchy, problems = build_hierarchy(frames, county.key, county.name, reference_date)
    except shapely.errors.GEOSException:
        return None, [Problem("areas_not_joined")]
    except DataError as error:
        return None, error.problems
    known = {str(area) for level in hierarchy.levels for area in hierarchy.areas(level).index}
    return hierarchy, [_with_zero_hint(problem, known) for problem in problems]


def _with_zero_hint(problem: Problem, known: set[str]) -> Problem:
    """Which parents would exist with a leading zero."""
    parents = problem.facts.get("parents")
    if not isinstance(parents, list):
        return problem
    matches = {parent: f"0{parent}" for parent in parents if f"0{parent}" in known}
    return replace(problem, facts={**problem.facts, "matches": matches}) if matches else problem


def _with_files(problems: list[Problem], county: County) -> list[Problem]:
    """The file of the level a problem is about, where geodata knows the level only."""
    files: Mapping[str, str] = {level.id: level.file for level in county.levels}
    return [
        problem if problem.file else replace(problem, file=files.get(str(problem.facts.get("level", "")), ""))
        for problem in problems
    ]


def area_names(hierarchy: Hierarchy) -> dict[str, str]:
    """Id → name of all areas, also of those that are not valid any more."""
    names: dict[str, str] = {}
    for level in hierarchy.levels:
        for frame in (hierarchy.predecessors(level), hierarchy.areas(level)):
            names |= dict(zip(frame.index.astype(str), frame["name"].astype(str), strict=True))
    return names
