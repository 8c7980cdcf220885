"""The layer of social spaces: of each municipality its own scheme, else the areas that came with the data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd

from geodata.divisions import areas_of_units
from geodata.hierarchy import Hierarchy
from geodata.scheme import ROUNDING, Scheme

PART = "~"  # between the id of a base unit that is cut and the area that has a part of it


def with_schemes(hierarchy: Hierarchy, schemes: Mapping[str, Scheme], cuts: pd.DataFrame) -> Hierarchy:
    """The hierarchy with the areas of these schemes in place of those of their municipalities.

    schemes: municipality → scheme. Areas stand on the level above that of the base units, which is the last one.
    cuts: see `cuts_of`; a base unit that stands there is one unit per part, in every municipality. A unit that lies in no
    area has no parent. Raises ValueError for a scheme that cuts a unit otherwise.
    """
    if not schemes and cuts.empty:
        return hierarchy
    units, level = hierarchy.levels[-1], hierarchy.levels[-2]
    in_parts = _in_parts(hierarchy.areas(units), cuts)
    parts_of = hierarchy.with_level(units, in_parts)
    if not schemes:
        return parts_of
    municipality = parts_of.ancestors(units, hierarchy.levels[-3])
    drawn = [_drawn(in_parts[municipality == name], scheme, cuts) for name, scheme in schemes.items()]
    areas = hierarchy.areas(level)
    kept = areas[~areas["parent"].isin(schemes.keys())]
    kept_units = in_parts[~municipality.isin(schemes.keys())]
    return parts_of.with_level(level, _together([kept, *(each[0] for each in drawn)])).with_level(
        units, _together([kept_units, *(each[1] for each in drawn)])
    )


def cuts_of(schemes: Iterable[Scheme]) -> pd.DataFrame:
    """Columns unit, part and share: the parts of every base unit that one of the schemes cuts, by the first that does.

    All sums of all versions are made of these parts, so that they can be protected together.
    """
    found = pd.DataFrame({"unit": [], "part": [], "share": []}).astype({"unit": str, "part": str, "share": float})
    for scheme in schemes:
        cut = scheme.parts[scheme.parts["unit"].isin(scheme.cut_units) & ~scheme.parts["unit"].isin(found["unit"])]
        found = pd.concat([found, cut.assign(part=cut["unit"] + PART + cut["area"])[["unit", "part", "share"]]])
    return found.reset_index(drop=True)


def parts_of_areas(scheme: Scheme, cuts: pd.DataFrame) -> pd.Series:
    """Base unit or part of one → area of the scheme. Raises ValueError for a unit that the scheme cuts otherwise."""
    whole = scheme.area_of()
    as_parts = cuts[cuts["unit"].isin(whole.index)]
    found = [
        whole.drop(as_parts["unit"].unique()),
        pd.Series(whole.reindex(as_parts["unit"]).to_numpy(), index=as_parts["part"].to_numpy(), dtype=object),
        *(_parts_of_unit(scheme.parts[scheme.parts["unit"] == unit], cuts) for unit in scheme.cut_units),
    ]
    return pd.Series(pd.concat(found))


def _parts_of_unit(rows: pd.DataFrame, cuts: pd.DataFrame) -> pd.Series:
    """Part → area of one unit that is cut; parts of the same size are told apart by the names they have."""
    unit = rows["unit"].iloc[0]
    known = cuts[cuts["unit"] == unit].sort_values(["share", "part"])
    wanted = rows.assign(part=rows["unit"] + PART + rows["area"]).sort_values(["share", "part"])
    if len(known) != len(wanted) or not np.allclose(known["share"], wanted["share"], rtol=0, atol=ROUNDING):
        raise ValueError(f"{unit} is cut in different ways")
    if set(known["part"]) == set(wanted["part"]):
        return pd.Series(wanted.set_index("part")["area"])
    return pd.Series(wanted["area"].to_numpy(), index=known["part"].to_numpy())


def _in_parts(units: Any, cuts: pd.DataFrame) -> Any:
    """Base units with those that are cut in parts, each with the ground of the whole."""
    there = cuts[cuts["unit"].isin(units.index)]
    if there.empty:
        return units
    parts = units.loc[there["unit"]].set_axis(pd.Index(there["part"], name="id"))
    return _together([units.drop(there["unit"].unique()), parts])


def _drawn(units: Any, scheme: Scheme, cuts: pd.DataFrame) -> tuple[Any, Any]:
    """Areas and base units of one municipality."""
    area_of = parts_of_areas(scheme, cuts).reindex(units.index)
    parents = pd.Series(scheme.municipality, index=units.index)
    areas = areas_of_units(units, area_of, scheme.areas, parents)
    if scheme.shapes is not None:
        areas.geometry = scheme.shapes.reindex(areas.index).fillna(areas.geometry)
    dated = areas.assign(valid_from=scheme.valid_from, valid_to=scheme.valid_to)
    return dated, units.assign(parent=area_of.astype(object).where(area_of.notna(), None))


def _together(frames: list[Any]) -> Any:
    filled = [frame for frame in frames if len(frame)]
    joined = gpd.GeoDataFrame(pd.concat(filled), crs=filled[0].crs)
    return joined.rename_axis("id").sort_index()
