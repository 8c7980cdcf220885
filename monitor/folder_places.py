"""The place points of a data folder: a file that county.toml names, or none."""

from __future__ import annotations

from pathlib import Path

from geodata.hierarchy import Hierarchy
from geodata.places import Bounds, Place, read_places
from monitor.county import County
from monitor.tables import read_table
from problem import Problem


def folder_places(folder: Path, county: County, hierarchy: Hierarchy | None) -> tuple[tuple[Place, ...], list[Problem]]:
    """Places and what is wrong with their file; no places and no problem where county.toml names no file.

    hierarchy: None where the areas cannot be used; then nobody knows whether a place lies near them.
    """
    if not county.places:
        return (), []
    table, problems = read_table(folder / county.places, county.places)
    if problems:
        return (), problems
    return read_places(table, county.places, _bounds(hierarchy) if hierarchy else None)


def _bounds(hierarchy: Hierarchy) -> Bounds:
    west, south, east, north = hierarchy.areas(hierarchy.levels[0]).total_bounds
    return float(west), float(south), float(east), float(north)
