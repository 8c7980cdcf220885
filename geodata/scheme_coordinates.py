"""Do the coordinates of delivered areas say where the areas lie? Every fault has a name of its own."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyproj
import shapely

from geodata.boundaries import METRIC, repaired_shapes
from geodata.scheme_content import too_many_corners
from geodata.scheme_limits import LONGEST_CRS, MOST_BORDER, MOST_CORNERS
from problem import DataError, Problem, is_error

GERMANY = (4.0, 46.0, 17.0, 56.5)  # west, south, east, north in degrees, generously
DEGREES = "EPSG:4326"
NAMED = 5  # areas that are named in a problem


def in_metres(areas: Any) -> tuple[Any, list[Problem]]:
    """Areas in EPSG:25832 with valid shapes of two dimensions, and the warnings of their repair.

    areas: index id, geometry in any CRS or none. Raises DataError with everything that makes them unusable.
    """
    shapes = areas.geometry.to_numpy()
    ids = areas.index.astype(str)
    _refuse(shapes, ids)
    areas = areas.set_geometry(shapely.force_2d(shapes), crs=areas.crs)
    _refuse_elsewhere(areas)
    areas = areas.to_crs(METRIC)
    _refuse_border(areas.geometry.to_numpy())
    areas, problems = repaired_shapes(areas, "")
    if any(is_error(problem) for problem in problems):
        raise DataError(*[problem for problem in problems if is_error(problem)][: 4 * NAMED])
    _try_crossing(areas.geometry.to_numpy())
    return areas, problems


def _refuse(shapes: Any, ids: Any) -> None:
    """Shapes that are none: empty, no polygons, too large, or with corners that are no numbers."""
    empty = shapely.is_missing(shapes) | shapely.is_empty(shapes)
    if empty.any():
        raise _about("geometry_empty", ids[empty])
    other = ~np.isin(shapely.get_type_id(shapes), [3, 6])
    if other.any():
        raise _about("geometry_no_area", ids[other])
    if shapely.get_num_coordinates(shapes).sum() > MOST_CORNERS:
        raise too_many_corners("")
    corners, owner = shapely.get_coordinates(shapes, return_index=True)
    endless = ~np.isfinite(corners).all(axis=1)
    if endless.any():
        raise _about("scheme_coordinates_no_numbers", ids[np.unique(owner[endless])])


def _refuse_elsewhere(areas: Any) -> None:
    """A CRS that is missing, cannot be read, does not fit the coordinates, or leads out of Germany."""
    if areas.crs is None:
        raise DataError(Problem("crs_missing"))
    if len(areas.crs.to_wkt()) > LONGEST_CRS:
        raise DataError(Problem("scheme_crs_unknown"))
    bounds = areas.total_bounds
    if areas.crs.is_geographic and not _degrees(bounds) and not _degrees(bounds[[1, 0, 3, 2]]):
        x, y = (f"{value:.0f}" for value in bounds[:2])
        raise DataError(Problem("scheme_no_degrees", facts={"x": x, "y": y}))
    if _lies_in_germany(bounds, areas.crs):
        return
    if _lies_in_germany(bounds[[1, 0, 3, 2]], areas.crs):
        raise DataError(Problem("scheme_axes_swapped"))
    raise DataError(Problem("crs_implausible"))


def _degrees(bounds: Any) -> bool:
    west, south, east, north = bounds
    return bool(west >= -180 and east <= 180 and south >= -90 and north <= 90)


def _lies_in_germany(bounds: Any, crs: Any) -> bool:
    """bounds: west, south, east, north in the CRS."""
    try:
        to_degrees = pyproj.Transformer.from_crs(crs, DEGREES, always_xy=True)
        west, south, east, north = to_degrees.transform_bounds(*bounds)
    except pyproj.exceptions.ProjError:
        return False
    return bool(GERMANY[0] <= west <= east <= GERMANY[2] and GERMANY[1] <= south <= north <= GERMANY[3])


def _refuse_border(shapes: Any) -> None:
    """Borders so long that every later step would take hours."""
    border = float(shapely.length(shapes).sum())
    if border > MOST_BORDER:
        raise DataError(Problem("scheme_border_too_long", facts={"kilometres": round(border / 1000)}))


def _try_crossing(shapes: Any) -> None:
    """What later steps do with areas that overlap is tried here, where time and memory are limited."""
    left, right = shapely.STRtree(shapes).query(shapes, predicate="intersects")
    once = left < right
    shapely.intersection(shapes[left[once]], shapes[right[once]])


def _about(code: str, ids: Any) -> DataError:
    return DataError(Problem(code, areas=[str(each) for each in ids[:NAMED]], facts={"distinct": len(ids)}))
