"""Another division of the same ground: areas made of base units, beside the level the county has."""

from __future__ import annotations

from typing import Any

import geopandas as gpd
import pandas as pd


def areas_of_units(units: Any, area_of: pd.Series, names: pd.Series, parent_of: pd.Series) -> gpd.GeoDataFrame:
    """The areas that base units make up: index id; name, parent, valid_from, valid_to, geometry; sorted by id.

    units: index id, geometry. area_of: unit → area; units without an area (NaN) belong to none. names: area → name.
    parent_of: unit → the area of the level above; that of an area is its units', the first one's where they differ
    (see `crossing`).
    """
    inside = area_of.dropna()
    geometry = gpd.GeoSeries(units.geometry.reindex(inside.index)).groupby(inside).agg(lambda part: part.union_all())
    parents = parent_of.reindex(inside.index).groupby(inside).first()
    frame = pd.DataFrame(
        {"name": names.reindex(geometry.index), "parent": parents, "valid_from": None, "valid_to": None}
    )
    found = gpd.GeoDataFrame(frame, geometry=gpd.GeoSeries(geometry, crs=units.crs), crs=units.crs)
    return found.rename_axis("id").sort_index()


def crossing(area_of: pd.Series, parent_of: pd.Series) -> list[str]:
    """Areas whose units lie in more than one area of the level above."""
    inside = area_of.dropna()
    several = parent_of.reindex(inside.index).groupby(inside).nunique() > 1
    return [str(area) for area in several.index[several]]
