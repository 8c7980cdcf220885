"""Base units cut along the borders of areas, and what of them lies in no area."""

from __future__ import annotations

from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from geodata.scheme_slivers import are_rounding

LEFT = ""  # the area of what lies in none
NOTHING = shapely.Polygon()


def intersections(units: Any, areas: Any) -> gpd.GeoDataFrame:
    """Columns unit, area and geometry: the piece of each unit in each area, in the order of the areas and units.

    Both frames: index id, valid polygons in metres, in one CRS. Where both have a column `place`, units meet only areas of
    their own place. Pieces without area (common borders) are left out.
    """
    shapes, grounds = units.geometry.to_numpy(), areas.geometry.to_numpy()
    tree = shapely.STRtree(shapes)
    area, unit = tree.query(grounds, predicate="intersects")
    if "place" in units and "place" in areas:
        same = units["place"].to_numpy()[unit] == areas["place"].to_numpy()[area]
        area, unit = area[same], unit[same]
    whole = set(zip(*tree.query(grounds, predicate="covers"), strict=True))
    cut = np.array([pair not in whole for pair in zip(area, unit, strict=True)], dtype=bool)
    pieces = shapes[unit]
    pieces[cut] = shapely.intersection(pieces[cut], grounds[area[cut]])
    order = np.lexsort((unit, area))
    order = order[shapely.area(pieces[order]) > 0]
    return _frame(units.index.to_numpy()[unit[order]], areas.index.to_numpy()[area[order]], pieces[order], units.crs)


def pieces_of(units: Any, areas: Any) -> gpd.GeoDataFrame:
    """`intersections` and what is left of each unit, with area `LEFT`; without strips that only rounding can have made.

    A unit that nothing but such a strip keeps from being whole stands with its one piece.
    """
    inside = intersections(units, areas)
    inside = inside[~are_rounding(inside.geometry.to_numpy())]
    sizes = pd.Series(shapely.area(units.geometry.to_numpy()), index=units.index)
    covered = pd.Series(shapely.area(inside.geometry.to_numpy())).groupby(inside["unit"].to_numpy()).sum()
    open_units = units.geometry[sizes - covered.reindex(units.index, fill_value=0.0) > 1e-9 * sizes]
    rest = _left_of(open_units, inside)
    real = ~are_rounding(rest)
    left = _frame(open_units.index.to_numpy()[real], LEFT, rest[real], units.crs)
    return left if inside.empty else inside if left.empty else pd.concat([inside, left], ignore_index=True)


def _left_of(units: Any, pieces: Any) -> Any:
    """Array of what is left of each unit when its pieces are taken away."""
    own = pieces[pieces["unit"].isin(units.index)]
    taken = {unit: shapely.union_all(rows.to_numpy()) for unit, rows in own.geometry.groupby(own["unit"])}
    return shapely.difference(
        units.to_numpy(), np.array([taken.get(unit, NOTHING) for unit in units.index], dtype=object)
    )


def _frame(units: Any, areas: Any, shapes: Any, crs: Any) -> gpd.GeoDataFrame:
    table = pd.DataFrame({"unit": pd.Series(units, dtype=object), "area": areas})
    return gpd.GeoDataFrame(table, geometry=shapes, crs=crs)
