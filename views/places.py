"""Where a level is drawn: its areas as they are, their inhabited part, or as tiles of equal size."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from geodata.inhabited import inhabited_parts
from geodata.publish import PublishedAreas, publish
from geodata.tiles import tile_groups, tile_map
from monitor.release import Release
from views.content import Content

MOST_NAMES = 60  # beyond, the names of municipalities would cover the map


class Published(Protocol):
    """What `geodata` publishes for one level: GeoJSON, features in the order of `ids`.

    name: 16 hexadecimal digits of the content's SHA-256. raw, gzipped: the same GeoJSON in WGS 84.
    Every feature has `id` and the properties `name`, `parent` (id, may be missing) and `label`
    ([longitude, latitude] of a point well inside, may be missing).
    """

    @property
    def ids(self) -> Sequence[str]: ...
    @property
    def name(self) -> str: ...
    @property
    def raw(self) -> bytes: ...
    @property
    def gzipped(self) -> bytes: ...


class Place(NamedTuple):
    """Where a layer is drawn. areas: the geometry; outlines: a coarser level drawn on top; ground: grey below.

    schematic: the shapes are no places on the earth (tiles): no scale, no base map.
    """

    areas: Published
    outlines: Published | None = None
    ground: Published | None = None
    schematic: bool = False


def place_of(shown: Content, level: str, shape: str = "ganz") -> Place:
    """Geometry of a level in one of the shapes of `views.shapes.shapes_of`."""
    if shape == "kacheln":
        tiles, groups = shown.kept(("tiles", level), lambda: _tiles(level, shown.release))
        return Place(tiles, _if_named(shown.release, groups), schematic=True)
    if shape == "bewohnt":
        inhabited = shown.kept(("inhabited", level), lambda: _inhabited(level, shown.release))
        return Place(inhabited, outlines_of(shown), ground=shown.geometry[level])
    return Place(shown.geometry[level], outlines_of(shown))


def outlines_of(shown: Content) -> PublishedAreas | None:
    """Borders and names of the level below the whole, where a map has room for its names."""
    if len(shown.release.levels) < 2:
        return None
    return _if_named(shown.release, shown.geometry[shown.release.levels[1].id])


def _if_named(release: Release, outlines: PublishedAreas | None) -> PublishedAreas | None:
    return outlines if outlines is not None and len(outlines.ids) <= MOST_NAMES else None


def _tiles(level: str, release: Release) -> tuple[PublishedAreas, PublishedAreas | None]:
    hierarchy, above = release.hierarchy, release.levels[min(1, len(release.levels) - 1)].id
    areas = hierarchy.areas(level)
    groups = hierarchy.ancestors(level, above) if level != above else None
    tiles = tile_map(areas, groups)
    coarse = publish(tile_groups(tiles, hierarchy.areas(above)), tolerance=0) if groups is not None else None
    return publish(tiles, tolerance=0), coarse


def _inhabited(level: str, release: Release) -> PublishedAreas:
    hierarchy = release.hierarchy
    finest = hierarchy.levels[-1]
    ancestors = hierarchy.ancestors(finest, level)
    return publish(inhabited_parts(hierarchy.areas(level), hierarchy.areas(finest), ancestors, release.uninhabited))
