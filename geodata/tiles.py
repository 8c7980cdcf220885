"""The equal-area view: every area one hexagon, so that large rural areas do not outweigh small dense ones."""

from __future__ import annotations

from typing import Any

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely
from scipy.optimize import linear_sum_assignment
from scipy.spatial import KDTree

from geodata.contiguity import EMPTY, joined
from geodata.hexagons import Hexagons
from geodata.spreading import Ground, spread

MOST_TILES = 1500  # more can neither be told apart on a screen nor placed in time
MARGIN = 2  # free hexagons around the ground: room to bring a group together
STAND_IN = 0.1  # side of the square for an area without geometry, relative to that of a mean area

Floats = npt.NDArray[np.float64]
Positions = npt.NDArray[np.intp]


def tile_map(areas: gpd.GeoDataFrame, groups: pd.Series | None = None) -> gpd.GeoDataFrame:
    """The areas as equal hexagons near their places; together as large as the areas.

    areas: index id, columns name, parent, …; geometry in metres. groups: area id → id of the group whose tiles are to
    hang together, by default the parent; an area without a group is alone. An area without geometry gets a tile in the
    middle of its group. Index, columns and CRS stay. Raises ValueError for more than MOST_TILES areas and where no
    area has a geometry.
    """
    if len(areas) > MOST_TILES:
        raise ValueError(f"{len(areas)} areas are more than {MOST_TILES} tiles")
    if areas.empty:
        return areas.copy()
    codes = _codes(areas, groups)
    ground = spread(_complete(areas.geometry.to_numpy(), codes))
    tiles = Hexagons.over(ground.points, ground.area, MARGIN)
    cells = _placed(ground, tiles, codes)
    return areas.set_geometry(tiles.shapes(cells), crs=areas.crs)


def tile_groups(tiles: gpd.GeoDataFrame, parents: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Outlines of the level above: `parents` with the union of the tiles whose parent they are.

    Parents without a tile are left out. The result has the form of tiles: outlines of the next level follow from it.
    """
    members = tiles.geometry.groupby(tiles["parent"]).agg(lambda shapes: shapely.union_all(shapes.to_numpy()))
    found = parents[parents.index.isin(members.index)]
    return found.set_geometry(members.reindex(found.index).to_numpy(), crs=tiles.crs)


def _codes(areas: Any, groups: pd.Series | None) -> Positions:
    named = areas["parent"] if groups is None else groups.reindex(areas.index)
    codes, names = pd.factorize(named)
    alone = codes < 0
    codes[alone] = len(names) + np.arange(alone.sum())
    return np.asarray(codes, dtype=np.intp)


def _complete(shapes: Any, codes: Positions) -> Any:
    """Shapes with a small square where one is missing, in the middle of its group or else of all."""
    missing = shapely.is_missing(shapes) | shapely.is_empty(shapes)
    if missing.all():
        raise ValueError("no area has a geometry")
    middles = shapely.get_coordinates(shapely.centroid(shapes[~missing]))
    half = STAND_IN * np.sqrt(shapely.area(shapes[~missing]).mean()) / 2
    complete = shapes.copy()
    for position in np.flatnonzero(missing):
        own = middles[codes[~missing] == codes[position]]
        x, y = (own if len(own) else middles).mean(axis=0)
        complete[position] = shapely.box(x - half, y - half, x + half, y + half)
    return complete


def _placed(ground: Ground, tiles: Hexagons, codes: Positions) -> Positions:
    """Cell of each area: nearest on the whole, then group by group after strays have been led home."""
    places, middles = ground.middles, tiles.middles
    cells = _chosen(ground, tiles, len(codes))
    cells = cells[_nearest(places, middles[cells])]
    groups = np.full(len(middles), EMPTY)
    groups[cells] = codes
    groups = joined(groups, tiles.around)
    for code in np.unique(codes):
        own, free = np.flatnonzero(codes == code), np.flatnonzero(groups == code)
        cells[own] = free[_nearest(places[own], middles[free])]
    return cells


def _chosen(ground: Ground, tiles: Hexagons, count: int) -> Positions:
    """The cells with the most ground in and around them; a single cell that all others enclose is no hole."""
    cell = KDTree(tiles.middles).query(ground.points)[1]
    inside = np.bincount(cell, ground.share, len(tiles.middles))
    rank = inside + _beside(inside, tiles).mean(axis=1) / 2
    while True:
        chosen = np.zeros(len(rank), dtype=bool)
        chosen[np.argsort(-rank, kind="stable")[:count]] = True
        holes = _beside(chosen, tiles).all(axis=1) & ~chosen
        if not holes.any():
            return np.flatnonzero(chosen)
        rank[holes] = np.inf


def _beside(values: Any, tiles: Hexagons) -> Any:
    """Values of the six neighbours of each cell; 0 where the lattice ends."""
    return np.append(values, values.dtype.type(0))[tiles.around]


def _nearest(places: Floats, middles: Floats) -> Positions:
    """Position of the middle for each place, one to one, so that the sum of squared distances is least."""
    far = ((places[:, None] - middles[None]) ** 2).sum(axis=-1)
    return np.asarray(linear_sum_assignment(far)[1], dtype=np.intp)
