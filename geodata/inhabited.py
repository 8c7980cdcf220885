"""The inhabited area only: areas without the parts in which nobody lives."""

from __future__ import annotations

import geopandas as gpd
import pandas as pd
import shapely


def inhabited_parts(
    areas: gpd.GeoDataFrame, base_units: gpd.GeoDataFrame, ancestors: pd.Series, uninhabited: pd.Index
) -> gpd.GeoDataFrame:
    """`areas` with the union of their inhabited base units as geometry; index, columns and CRS stay.

    base_units: index id, in the CRS of the areas. ancestors: base unit id → area id. uninhabited: base unit ids. An
    area without an inhabited base unit keeps its whole geometry.
    """
    lived_in = base_units.geometry[~base_units.index.isin(uninhabited)]
    lived_in = lived_in[lived_in.notna() & ~lived_in.is_empty]
    area = ancestors.reindex(lived_in.index)
    unions = {each: shapely.union_all(parts.to_numpy()) for each, parts in lived_in.groupby(area)}
    shapes = [unions.get(each, whole) for each, whole in areas.geometry.items()]
    return areas.set_geometry(gpd.GeoSeries(shapes, index=areas.index, crs=areas.crs))
