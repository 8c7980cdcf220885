"""Made-up areas that are as hard to draw as real ones: Voronoi cells whose shared borders are fractal lines.

Neighbours share every vertex of their border, so the areas are a coverage without gaps or overlaps. An edge of
2^depth pieces gives cells of about 6 · 2^depth vertices: 190 with depth 5, 96 with depth 4.
"""

from __future__ import annotations

from typing import Any

import geopandas as gpd
import numpy as np
import shapely
from scipy.spatial import Voronoi

from geodata.boundaries import METRIC

SEED = 20261122
WEST, SOUTH, WIDTH, HEIGHT = 340_000.0, 5_610_000.0, 60_000.0, 45_000.0  # metres in METRIC
ROUGHNESS = 0.13  # of the length of a piece: how far its middle may be moved aside
ROUNDS = 2  # of moving each point to the middle of its cell: afterwards no edge is tiny
FINE_UP_TO = 1000  # areas; more areas are drawn smaller and have fewer vertices each
MOST_TRIES = 20


def cells(count: int) -> Any:
    """`count` areas in the form of `geodata.boundaries`: index id (8 digits), columns name, parent, valid_from,
    valid_to, geometry in EPSG:25832. The same areas at every call."""
    random = np.random.default_rng([SEED, count])
    lines = _borders(_even_points(random, count), 5 if count <= FINE_UP_TO else 4, random)
    shapes = shapely.get_parts(shapely.polygonize(lines))
    if len(shapes) != count:
        raise RuntimeError(f"{len(shapes)} cells instead of {count}")
    centres = shapely.get_coordinates(shapely.centroid(shapes))
    shapes = shapes[np.lexsort((centres[:, 0], -centres[:, 1].round(-3)))]
    return frame_of(shapes, [f"{number:08d}" for number in range(1, count + 1)])


def frame_of(shapes: Any, ids: list[str]) -> Any:
    """Areas with made-up names in the form of `geodata.boundaries`."""
    names = [f"Gebiet {area}" for area in ids]
    columns = {"name": names, "parent": "", "valid_from": None, "valid_to": None}
    return gpd.GeoDataFrame(columns, geometry=shapes, index=ids, crs=METRIC).rename_axis("id")


def _even_points(random: np.random.Generator, count: int) -> np.ndarray:
    """Points in the rectangle, [count, 2], spread out by Lloyd's rounds."""
    points = random.uniform((WEST, SOUTH), (WEST + WIDTH, SOUTH + HEIGHT), (count, 2))
    for _ in range(ROUNDS):
        diagram = _diagram(points)
        rings = [diagram.vertices[diagram.regions[region]] for region in diagram.point_region[:count]]
        points = shapely.get_coordinates(shapely.centroid([shapely.polygons(ring) for ring in rings]))
    return points


def _diagram(points: np.ndarray) -> Voronoi:
    """The points are mirrored at all four sides: so the sides of the rectangle become edges of the cells."""
    x, y = points.T
    mirrored = [(2 * WEST - x, y), (2 * (WEST + WIDTH) - x, y), (x, 2 * SOUTH - y), (x, 2 * (SOUTH + HEIGHT) - y)]
    return Voronoi(np.vstack([points, *(np.column_stack(each) for each in mirrored)]))


def _borders(points: np.ndarray, depth: int, random: np.random.Generator) -> np.ndarray:
    """One line per border between cells. Where lines cross they are drawn again, straighter each time."""
    diagram = _diagram(points)
    inside = (diagram.ridge_points < len(points)).any(axis=1)
    ends = diagram.vertices[np.array(diagram.ridge_vertices)[inside]]
    outer = ~(diagram.ridge_points[inside] < len(points)).all(axis=1)
    roughness = np.where(outer, 0.0, ROUGHNESS)
    lines = _fractal(ends, roughness, depth, random)
    for _ in range(MOST_TRIES):
        wrong = _crossing(lines)
        if not len(wrong):
            return lines
        roughness[wrong] *= 0.6
        lines[wrong] = _fractal(ends[wrong], roughness[wrong], depth, random)
    raise RuntimeError("borders still cross")


def _fractal(ends: np.ndarray, roughness: np.ndarray, depth: int, random: np.random.Generator) -> np.ndarray:
    """Lines by midpoint displacement. ends: [lines, 2, 2]; roughness: per line."""
    points = ends
    for _ in range(depth):
        step = np.diff(points, axis=1)
        aside = np.stack([-step[..., 1], step[..., 0]], axis=-1)
        moved = random.uniform(-1, 1, step.shape[:2])[..., None] * roughness[:, None, None]
        finer = np.empty((len(points), 2 * points.shape[1] - 1, 2))
        finer[:, ::2], finer[:, 1::2] = points, points[:, :-1] + step / 2 + moved * aside
        points = finer
    return shapely.linestrings(points)


def _crossing(lines: np.ndarray) -> np.ndarray:
    """Indices of lines that cross themselves, or another one elsewhere than at a common end."""
    first, second = shapely.STRtree(lines).query(lines, predicate="intersects")
    first, second = first[first < second], second[first < second]
    common = shapely.get_dimensions(shapely.intersection(lines[first], lines[second])) > 0
    touching = shapely.touches(lines[first], lines[second]) & ~common
    return np.union1d(np.flatnonzero(~shapely.is_simple(lines)), np.r_[first[~touching], second[~touching]])
