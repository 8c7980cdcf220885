"""The file a browser fetches once: simplified areas as GeoJSON, named by their content."""

from __future__ import annotations

import gzip
import hashlib
import json
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely

from geodata.coverage import simplify

DECIMALS = 5  # of a degree: about one metre
LONGEST_SIDE_STEPS = 2500  # a screen shows no more: the tolerance is the extent divided by it


@dataclass(frozen=True)
class PublishedAreas:
    """One level as a browser sees it.

    name: 16 hexadecimal digits of the content's SHA-256. raw, gzipped: the GeoJSON in EPSG:4326.
    ids: area ids in the order of the features. bounds: ((south, west), (north, east)).
    labels: (latitude, longitude) of a point well inside each area.
    """

    name: str
    raw: bytes
    gzipped: bytes
    ids: tuple[str, ...]
    bounds: tuple[tuple[float, float], tuple[float, float]]
    labels: tuple[tuple[float, float], ...]


def publish(frame: Any, tolerance: float | None = None) -> PublishedAreas:
    """Simplify, reproject and round the areas of one level.

    tolerance: metres, 0 leaves every corner; by default what a screen can show.
    """
    simple = simplify(frame, default_tolerance(frame) if tolerance is None else tolerance)
    points = simple.geometry.representative_point().to_crs("EPSG:4326")
    areas = simple.to_crs("EPSG:4326")
    shapes = shapely.transform(areas.geometry.to_numpy(), lambda numbers: np.round(numbers, DECIMALS))
    labels = tuple((round(point.y, DECIMALS), round(point.x, DECIMALS)) for point in points)
    features = [
        _feature(str(area), row.name_, row.parent, label, shape)
        for (area, row), label, shape in zip(
            areas[["name", "parent"]].rename(columns={"name": "name_"}).iterrows(), labels, shapes, strict=True
        )
    ]
    raw = json.dumps(
        {"type": "FeatureCollection", "features": features}, separators=(",", ":"), ensure_ascii=False
    ).encode()
    west, south, east, north = shapely.total_bounds(shapes)
    return PublishedAreas(
        name=hashlib.sha256(raw).hexdigest()[:16],
        raw=raw,
        gzipped=gzip.compress(raw, 9, mtime=0),
        ids=tuple(str(area) for area in areas.index),
        bounds=((float(south), float(west)), (float(north), float(east))),
        labels=labels,
    )


def default_tolerance(frame: Any) -> float:
    """Metres that are less than a pixel when the whole extent fills a screen."""
    west, south, east, north = frame.total_bounds
    return float(max(east - west, north - south) / LONGEST_SIDE_STEPS)


def _feature(area: str, name: str, parent: Any, label: tuple[float, float], shape: Any) -> dict[str, Any]:
    properties = {"name": name, "parent": parent if isinstance(parent, str) else "", "label": [label[1], label[0]]}
    return {"type": "Feature", "id": area, "properties": properties, "geometry": _geometry(shape)}


def _geometry(shape: Any) -> dict[str, Any]:
    parts = [[_ring(ring) for ring in (part.exterior, *part.interiors)] for part in shapely.get_parts(shape)]
    if len(parts) == 1:
        return {"type": "Polygon", "coordinates": parts[0]}
    return {"type": "MultiPolygon", "coordinates": parts}


def _ring(ring: Any) -> list[list[float]]:
    numbers = np.round(shapely.get_coordinates(ring), DECIMALS)
    return [[float(x), float(y)] for x, y in numbers]
