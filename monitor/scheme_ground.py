"""The ground that municipalities divide: base units and outlines, and who lives in them as far as anybody may know.

Whoever works with schemes has it from here, and never a folder with its numbers.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pandas as pd

from geodata.hierarchy import Hierarchy
from geodata.scheme import Scheme
from monitor.county import County
from monitor.folder import Folder, open_folder
from monitor.release import Release, make_release
from monitor.schemes import delivered_scheme, drawn_level
from monitor.uninhabited import uninhabited_units
from problem import DataError, Problem


@dataclass(frozen=True)
class Ground:
    """units: base units; index id, name and geometry in EPSG:25832. shape: outline of the whole. name: what it is called."""

    name: str
    units: Any
    shape: Any


@dataclass(frozen=True)
class CountyGround:
    """areas: as the municipalities have drawn them. delivered: as they came with the data. uninhabited: base units.

    level: the one that municipalities draw; the base units lie below it, the municipalities above.
    """

    county: County
    level: str
    areas: Hierarchy
    delivered: Hierarchy
    uninhabited: pd.Index

    @cached_property
    def municipality_of(self) -> pd.Series:
        """Base unit → municipality."""
        return self.delivered.ancestors(self.delivered.levels[-1], self.delivered.levels[-3])

    @property
    def units(self) -> Any:
        return self.delivered.areas(self.delivered.levels[-1]).loc[self.municipality_of.index]

    @property
    def municipalities(self) -> Any:
        return self.delivered.areas(self.delivered.levels[-3])

    def of(self, municipality: str) -> Ground:
        """One municipality's. Raises DataError (municipality_unknown)."""
        if municipality not in self.municipalities.index:
            known = [f"{each} ({name})" for each, name in self.municipalities["name"].items()]
            raise DataError(Problem("municipality_unknown", facts={"municipality": municipality, "known": known}))
        row = self.municipalities.loc[municipality]
        return Ground(str(row["name"]), self.units[self.municipality_of == municipality], row.geometry)

    def whole(self) -> Ground:
        return Ground(self.county.name, self.units, self.municipalities.geometry.union_all())

    def delivered_to(self, municipality: str) -> Scheme:
        """The areas of a municipality as they came with the data, as version 0."""
        return delivered_scheme(self.delivered, self.level, municipality)


def open_ground(path: Path) -> CountyGround:
    """Raises DataError for a folder that does not open, or without base units that municipalities could put together."""
    return _ground(open_folder(path))


def open_released(path: Path) -> tuple[CountyGround, Release]:
    """The same with what is released of the folder."""
    folder = open_folder(path)
    return _ground(folder), make_release(folder)


def open_even_with_faulty_schemes(path: Path) -> tuple[CountyGround, Release | None, list[Problem]]:
    """As `open_released`; a folder that does not open for the sake of its schemes is opened without them, and nothing is
    released of it. The problems say why it does not open."""
    try:
        folder = open_folder(path)
    except DataError as error:
        return _ground(open_folder(path, schemes=[])), None, error.problems
    return _ground(folder), make_release(folder), []


def _ground(folder: Folder) -> CountyGround:
    level = drawn_level(folder.county)
    if level is None or folder.delivered is None:
        raise DataError(Problem("schemes_without_units"))
    return CountyGround(folder.county, level, folder.hierarchy, folder.delivered, uninhabited_units(folder))
