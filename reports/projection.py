"""From degrees to points on paper, in the projection of the map on the screen (Web Mercator)."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

Bounds = tuple[float, float, float, float]  # west, south, east, north in radians of the projection


class Projection(NamedTuple):
    """x = (x of the projection − west) · scale; y grows downwards. width, height: of the picture in points."""

    west: float
    north: float
    scale: float
    width: float
    height: float

    def point(self, longitude: float, latitude: float) -> tuple[float, float]:
        x, y = mercator(longitude, latitude)
        return (x - self.west) * self.scale, (self.north - y) * self.scale

    def path(self, geometry: Any) -> str:
        """Path of an SVG: all rings of a GeoJSON polygon or multipolygon."""
        return "".join(self._ring(ring) for ring in _rings(geometry))

    def _ring(self, ring: Iterable[Any]) -> str:
        points = dict.fromkeys("{:.2f} {:.2f}".format(*self.point(*place[:2])) for place in ring)  # no point twice
        return f"M{'L'.join(points)}Z"


def mercator(longitude: float, latitude: float) -> tuple[float, float]:
    """Unit sphere: radians.

    >>> mercator(180, 0) == (math.pi, math.asinh(0))
    True
    """
    return math.radians(longitude), math.asinh(math.tan(math.radians(latitude)))


def bounds_of(geometries: Iterable[Any]) -> Bounds:
    points = [mercator(*place[:2]) for each in geometries for ring in _rings(each) for place in ring]
    horizontal, vertical = zip(*points, strict=True)
    return min(horizontal), min(vertical), max(horizontal), max(vertical)


def fitted(bounds: Bounds, width: float, height: float, margin: float = 3) -> Projection:
    """As large as fits; the picture is no larger than what it shows, with a margin for lines at the edge."""
    west, south, east, north = bounds
    scale = min(
        (width - 2 * margin) / max(east - west, 1e-12), (height - 2 * margin) / max(north - south, 1e-12)
    )  # fmt: skip
    across, down = (east - west) * scale + 2 * margin, (north - south) * scale + 2 * margin
    return Projection(west - margin / scale, north + margin / scale, scale, across, down)


def _rings(geometry: Any) -> Iterator[Any]:
    polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    return (ring for polygon in polygons for ring in polygon)
