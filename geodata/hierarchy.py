"""Levels of areas from the whole to the parts, and who lies in whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any

import geopandas as gpd
import pandas as pd

from problem import Problem, Severity


@dataclass(frozen=True)
class Division:
    """above: the level its areas lie in. units: base unit → area, NaN where a unit belongs to none."""

    above: str
    units: pd.Series


@dataclass(frozen=True)
class Hierarchy:
    """Areas of every level; frames have the index id and the columns name, parent, valid_from, valid_to, geometry.

    levels: from the whole to the parts. divisions: further levels beside one of these, made of the same base units,
    which are the areas of the last level.
    """

    levels: list[str]
    _current: dict[str, Any]
    _former: dict[str, Any]
    _divisions: dict[str, Division] = field(default_factory=dict)

    def areas(self, level: str) -> gpd.GeoDataFrame:
        """The areas that are valid on the reference date, sorted by id."""
        return self._current[level]

    def predecessors(self, level: str) -> gpd.GeoDataFrame:
        """Areas of the level that are no longer valid."""
        return self._former[level]

    def parents(self, level: str) -> pd.Series:
        """Area id → id of its parent one level up."""
        return pd.Series(self._current[level]["parent"])

    @property
    def divisions(self) -> list[str]:
        return list(self._divisions)

    def with_division(self, level: str, frame: Any, division: Division) -> Hierarchy:
        """The same hierarchy with a further level of areas, see `areas_of_units`."""
        current, former = {**self._current, level: frame}, {**self._former, level: frame.iloc[:0]}
        return Hierarchy(self.levels, current, former, {**self._divisions, level: division})

    def with_level(self, level: str, frame: Any) -> Hierarchy:
        """The same hierarchy with other areas of a level; those that are not among them are no longer valid."""
        gone = self._current[level].drop(frame.index, errors="ignore")
        former = (
            gpd.GeoDataFrame(pd.concat([self._former[level], gone]), crs=frame.crs)
            if len(gone)
            else self._former[level]
        )
        return replace(self, _current={**self._current, level: frame}, _former={**self._former, level: former})

    def ancestors(self, level: str, of: str) -> pd.Series:
        """Area id → id of the area of the higher level `of` it lies in; the area itself for its own level.

        Of a division only base units know in which of its areas they lie: `level` is the last one then.
        """
        ids = self._current[level].index
        found = pd.Series(ids, index=ids)
        if level == of:
            return found
        if of in self._divisions:
            return self._divisions[of].units.reindex(ids)
        if level in self._divisions:
            above = self._divisions[level].above
            return self.parents(level).map(self.ancestors(above, of))
        for each in reversed(self.levels[self.levels.index(of) + 1 : self.levels.index(level) + 1]):
            found = found.map(self.parents(each))
        return found

    def level_of(self, area: str) -> str:
        """Level of an area id; KeyError where there is none."""
        for level in [*self.levels, *self._divisions]:
            if area in self._current[level].index:
                return level
        raise KeyError(area)

    @cached_property
    def names(self) -> dict[str, str]:
        """Area id → name, over all levels."""
        levels = [*self.levels, *self._divisions]
        return {str(area): str(name) for level in levels for area, name in self._current[level]["name"].items()}


def build_hierarchy(
    levels: Sequence[tuple[str, Any]], whole_id: str, whole_name: str, reference_date: date | None
) -> tuple[Hierarchy, list[Problem]]:
    """Join the levels, given from the whole to the parts; a first level without areas is the union of the next."""
    current = {level: _valid(frame, reference_date) for level, frame in levels if frame is not None}
    former = {level: frame.drop(current[level].index) for level, frame in levels if frame is not None}
    order = [level for level, _ in levels]
    if order[0] not in current:
        below = current[order[1]]
        current[order[0]] = _whole(below, whole_id, whole_name)
        former[order[0]] = current[order[0]].iloc[:0]
    if len(order) > 1:
        below = current[order[1]]
        only = str(current[order[0]].index[0])
        current[order[1]] = below.assign(parent=below["parent"].where(below["parent"].notna(), only))
    return Hierarchy(order, current, former), [*_unknown_parents(order, current), *_repeated(order, current)]


def _valid(frame: Any, day: date | None) -> Any:
    if day is None:
        return frame[frame["valid_to"].isna()].sort_index()
    begun = frame["valid_from"].map(lambda start: start is None or start <= day).astype(bool)
    open_ = frame["valid_to"].map(lambda end: end is None or end >= day).astype(bool)
    return frame[begun & open_].sort_index()


def _whole(parts: Any, whole_id: str, name: str) -> gpd.GeoDataFrame:
    row = {"name": [name], "parent": [None], "valid_from": [None], "valid_to": [None]}
    index = pd.Index([whole_id], name="id")
    return gpd.GeoDataFrame(row, index=index, geometry=[parts.geometry.union_all()], crs=parts.crs)


def _unknown_parents(order: list[str], current: dict[str, Any]) -> list[Problem]:
    problems = []
    for above, level in zip(order, order[1:], strict=False):
        parents = current[level]["parent"]
        lost = parents[~parents.isin(current[above].index)]
        if len(lost):
            facts = {"level": level, "parents": sorted({str(each) for each in lost})[:5]}
            problems.append(Problem("parent_unknown", areas=[str(each) for each in lost.index[:5]], facts=facts))
    return problems


def _repeated(order: list[str], current: dict[str, Any]) -> list[Problem]:
    ids = pd.Index([str(area) for level in order for area in current[level].index])
    twice = ids[ids.duplicated()].unique()
    return [Problem("area_id_twice", Severity.ERROR, areas=list(twice[:5]))] if len(twice) else []
