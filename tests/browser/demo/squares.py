"""Made-up geometry for the demo: a round field of crooked quadrangles, in blocks that share a parent."""

from __future__ import annotations

import gzip
import hashlib
import json
from dataclasses import dataclass
from math import hypot, sin

from shapely.geometry import Polygon, mapping
from shapely.ops import unary_union

WEST, SOUTH, WIDTH, HEIGHT = 7.0, 50.7, 0.022, 0.014
NASTY = '<img src="x" onerror="window.injected = true">'


@dataclass(frozen=True)
class Squares:
    """What `geodata` would publish."""

    name: str
    raw: bytes
    gzipped: bytes
    ids: tuple[str, ...]


def published(features: list[dict]) -> Squares:
    raw = json.dumps({"type": "FeatureCollection", "features": features}).encode()
    name = hashlib.sha256(raw).hexdigest()[:16]
    return Squares(name, raw, gzip.compress(raw), tuple(feature["id"] for feature in features))


def quarters(count: int) -> Squares:
    """`count` quadrangles nearest to the middle; the name of the first tries to smuggle in HTML."""
    cells = sorted(nearest(count), key=lambda cell: (block(cell), cell))
    number = dict.fromkeys(map(block, cells), 0)
    features = []
    for cell in cells:
        number[block(cell)] += 1
        name = f"{town(block(cell))} {number[block(cell)]:02d}" if features else NASTY
        features.append(feature(f"{block(cell)}-{number[block(cell)]:02d}", name, block(cell), [cell]))
    return published(features)


def towns(count: int) -> Squares:
    """The blocks of the same field: each the union of its cells, as one ring around them."""
    members: dict[str, list[tuple[int, int]]] = {}
    for cell in nearest(count):
        members.setdefault(block(cell), []).append(cell)
    return published([feature(key, town(key), None, cells) for key, cells in sorted(members.items())])


def feature(key: str, name: str, parent: str | None, cells: list[tuple[int, int]]) -> dict:
    shape = unary_union([Polygon(ring(cell)) for cell in cells])
    point = shape.representative_point()
    properties = {"name": name, "parent": parent, "label": [point.x, point.y]}
    return {"type": "Feature", "id": key, "properties": properties, "geometry": mapping(shape)}


def nearest(count: int) -> list[tuple[int, int]]:
    side = range(int(count**0.5 * 1.4) + 4)
    middle = len(side) / 2
    cells = [(column, row) for column in side for row in side]
    return sorted(cells, key=lambda c: (hypot(c[0] - middle, c[1] - middle), c))[:count]


def block(cell: tuple[int, int]) -> str:
    return f"{cell[0] // 3:02d}{cell[1] // 3:02d}"


def town(key: str) -> str:
    return f"Musterstadt {key}"


def ring(cell: tuple[int, int]) -> list[tuple[float, float]]:
    column, row = cell
    return [corner(column + x, row + y) for x, y in ((0, 0), (1, 0), (1, 1), (0, 1))]


def corner(column: int, row: int) -> tuple[float, float]:
    """A grid point, moved a little; the same for every quadrangle that meets there."""
    east, north = column + 0.3 * sin(12.9 * column + 78.2 * row), row + 0.3 * sin(39.4 * column + 11.1 * row)
    return round(WEST + WIDTH * east, 5), round(SOUTH + HEIGHT * north, 5)
