"""Who borders on whom."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely

GAP = 1.0  # m between two lines that are one border: municipalities draw theirs separately, not always alike
SIDE_BY_SIDE = 10.0  # m for which such lines must stay that close; where only corners meet they do for 2 to 5 m
COMMON_LINE = "****1****"  # DE-9IM: what the two borders have in common is a line

Positions = npt.NDArray[np.intp]


def neighbours(areas: Any) -> dict[Hashable, tuple[Hashable, ...]]:
    """Area id → ids of the areas it shares a border with, in the order of the frame; an island has ().

    areas: index id, geometry in metres, as `read_boundaries` gives it. Mutual, and nobody is a neighbour of itself.

    A common border is a line ("rook"). Areas that meet in a point are no neighbours ("queen" would count them): nobody
    lives on a point, and whether four areas meet in one or in two changes with every digitising. Borders that are not
    drawn alike count as common where they run within `GAP` of each other, or overlap, for `SIDE_BY_SIDE` or more; areas
    on two sides of a wider gap are none, be it a river or a city that does not belong to the county.

    Source: Cliff & Ord (1981), Spatial Processes, ch. 1 (rook and queen).

    >>> import geopandas as gpd
    >>> shapes = [shapely.box(0, 0, 100, 100), shapely.box(100, 0, 200, 100), shapely.box(200, 100, 300, 200)]
    >>> neighbours(gpd.GeoDataFrame(geometry=shapes, index=["a", "b", "corner"], crs=25832))
    {'a': ('b',), 'b': ('a',), 'corner': ()}
    """
    shapes = areas.geometry.to_numpy()
    one, other = _close_pairs(shapes)
    common = shapely.relate_pattern(shapes[one], shapes[other], COMMON_LINE)
    unlike = np.flatnonzero(~common)
    common[unlike] = _run_side_by_side(shapes[one[unlike]], shapes[other[unlike]])
    return _by_area(areas.index, one[common], other[common])


def _close_pairs(shapes: Any) -> tuple[Positions, Positions]:
    """Positions of areas no more than `GAP` apart, each pair once."""
    one, other = shapely.STRtree(shapes).query(shapes, predicate="dwithin", distance=GAP)
    once = one < other
    return one[once], other[once]


def _run_side_by_side(ones: Any, others: Any) -> npt.NDArray[np.bool_]:
    beside = shapely.intersection(shapely.boundary(ones), shapely.buffer(others, GAP))
    return np.asarray(shapely.length(beside) >= SIDE_BY_SIDE, dtype=np.bool_)


def _by_area(ids: Any, one: Positions, other: Positions) -> dict[Hashable, tuple[Hashable, ...]]:
    area, neighbour = np.concatenate([one, other]), np.concatenate([other, one])
    order = np.lexsort((neighbour, area))
    ends = np.bincount(area, minlength=len(ids)).cumsum()
    groups = np.split(ids.to_numpy()[neighbour[order]], ends)[:-1]
    return {each: tuple(group) for each, group in zip(ids, groups, strict=True)}
