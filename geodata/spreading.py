"""Areas spread out until each takes up the same ground: a cartogram that keeps who lies beside whom.

Source: Gastner, Seguy, More (2018), Fast flow-based algorithm for creating density-equalizing map projections, PNAS 115.
The density of areas flows apart as water does in a tank; one Poisson equation gives the flow for all times.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely
from scipy.fft import dctn, idctn
from scipy.ndimage import gaussian_filter, map_coordinates

CELLS = 384  # of the raster along each side
PART_OF_RASTER = 0.5  # of its side that the areas take up, so that the flow can give way outwards
BLUR = 1.0  # raster cells: a sudden step in density would tear the flow
LEAST = 0.02  # density: an area much larger than the mean shrinks, but does not vanish
STEPS = 24  # of the way through the flow; 80 place no tile of the shipped county otherwise

Floats = npt.NDArray[np.float64]
Positions = npt.NDArray[np.intp]


@dataclass(frozen=True)
class Ground:
    """Points of ground, in metres, each with the number of its area and its share of it; shares of an area add to 1.

    area: m² that each area has when it is spread out, the mean.
    """

    points: Floats
    owner: Positions
    share: Floats
    area: float

    @property
    def middles(self) -> Floats:
        """Mean place of each area, shape (areas, 2)."""
        return np.stack([np.bincount(self.owner, self.share * each) for each in self.points.T], axis=1)


def spread(shapes: Any) -> Ground:
    """Ground of the areas moved so that each has the same; the sum of m² stays. shapes: polygons in metres."""
    raster = _Raster.around(shapes)
    ground = _ground(shapes, raster)
    return replace(ground, points=_flowed(ground.points, _density(ground, shapely.area(shapes), raster), raster))


@dataclass(frozen=True)
class _Raster:
    west: float
    south: float
    size: float

    @classmethod
    def around(cls, shapes: Any) -> _Raster:
        west, south, east, north = shapely.total_bounds(shapes)
        side = max(east - west, north - south) / PART_OF_RASTER
        return cls((west + east - side) / 2, (south + north - side) / 2, side / CELLS)

    def at(self, points: Floats) -> Floats:
        """Column and row of points, not rounded; whole numbers are middles of cells."""
        return (points - (self.west, self.south)) / self.size - 0.5

    def middles(self) -> Floats:
        grid = np.stack(np.meshgrid(np.arange(CELLS), np.arange(CELLS)), axis=-1).reshape(-1, 2)
        return self.metres(grid.astype(float))

    def metres(self, places: Floats) -> Floats:
        """The reverse of `at`."""
        return (places + 0.5) * self.size + (self.west, self.south)


def _ground(shapes: Any, raster: _Raster) -> Ground:
    """Middles of the raster's cells by the area they lie in; an area between them is there with a point inside it."""
    middles = raster.middles()
    at, owner = shapely.STRtree(np.asarray(shapely.points(middles))).query(shapes, predicate="contains")[::-1]
    missed = np.setdiff1d(np.arange(len(shapes)), owner)
    inside = shapely.get_coordinates(shapely.point_on_surface(shapes[missed]))
    owner = np.concatenate([owner, missed])
    share = 1 / np.bincount(owner)[owner]
    return Ground(np.concatenate([middles[at], inside]), owner, share, float(shapely.area(shapes).mean()))


def _density(ground: Ground, areas: Floats, raster: _Raster) -> Floats:
    """Areas per ground relative to the mean, by row and column; 1 outside."""
    column, row = np.round(raster.at(ground.points)).astype(int).T
    excess = ground.share * (ground.area - areas[ground.owner]) / raster.size**2
    density = 1 + np.bincount(row * CELLS + column, excess, CELLS**2).reshape(CELLS, CELLS)
    return np.maximum(gaussian_filter(density, BLUR, mode="reflect"), LEAST)


def _flowed(points: Floats, density: Floats, raster: _Raster) -> Floats:
    """Points carried along until the density is the same everywhere, by the midpoint rule."""
    place, flow, step = raster.at(points).T, _flow(density), 1 / STEPS
    for time in np.arange(STEPS) * step:
        half = place + _velocity(place, time, density, flow) * step / 2
        place = place + _velocity(half, time + step / 2, density, flow) * step
    return raster.metres(place.T)


def _flow(density: Floats) -> Floats:
    """Flow to columns and to rows that evens out the density within one unit of time."""
    wave = 2 - 2 * np.cos(np.pi * np.arange(CELLS) / CELLS)
    against = wave[:, None] + wave[None, :]
    against[0, 0] = 1
    waves = dctn(density, type=2) / against
    waves[0, 0] = 0
    rows, columns = np.gradient(idctn(waves, type=2))
    return -np.stack([columns, rows])


def _velocity(place: Floats, time: float, density: Floats, flow: Floats) -> Floats:
    at = place[::-1]
    thinned = (1 - time) * map_coordinates(density, at, order=1, mode="nearest") + time * density.mean()
    return np.asarray([map_coordinates(part, at, order=1, mode="nearest") for part in flow] / thinned)
