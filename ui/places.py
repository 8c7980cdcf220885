"""Where a level is drawn: its areas as they are, their inhabited part, or as tiles of equal size."""

from __future__ import annotations

import streamlit as st

from geodata.inhabited import inhabited_parts
from geodata.publish import PublishedAreas, publish
from geodata.tiles import tile_groups, tile_map
from monitor.release import Release
from ui.data import Content, State
from ui.map.part import Place

MOST_NAMES = 60  # beyond, the names of municipalities would cover the map


def place_of(shown: Content, level: str, shape: str = "ganz") -> Place:
    """Geometry of a level in one of the shapes of `ui.shapes.shapes_of`."""
    if shape == "kacheln":
        tiles, groups = _tiles(shown.state, level, shown.release)
        return Place(tiles, _if_named(shown.release, groups), schematic=True)
    if shape == "bewohnt":
        inhabited = _inhabited(shown.state, level, shown.release)
        return Place(inhabited, outlines_of(shown), ground=shown.geometry[level])
    return Place(shown.geometry[level], outlines_of(shown))


def outlines_of(shown: Content) -> PublishedAreas | None:
    """Borders and names of the level below the whole, where a map has room for its names."""
    if len(shown.release.levels) < 2:
        return None
    return _if_named(shown.release, shown.geometry[shown.release.levels[1].id])


def _if_named(release: Release, outlines: PublishedAreas | None) -> PublishedAreas | None:
    return outlines if outlines is not None and len(outlines.ids) <= MOST_NAMES else None


@st.cache_resource(show_spinner="Die Karte wird gezeichnet …", max_entries=20)
def _tiles(state: State, level: str, _release: Release) -> tuple[PublishedAreas, PublishedAreas | None]:
    hierarchy, above = _release.hierarchy, _release.levels[min(1, len(_release.levels) - 1)].id
    areas = hierarchy.areas(level)
    groups = hierarchy.ancestors(level, above) if level != above else None
    tiles = tile_map(areas, groups)
    coarse = publish(tile_groups(tiles, hierarchy.areas(above)), tolerance=0) if groups is not None else None
    return publish(tiles, tolerance=0), coarse


@st.cache_resource(show_spinner="Die Karte wird gezeichnet …", max_entries=20)
def _inhabited(state: State, level: str, _release: Release) -> PublishedAreas:
    hierarchy = _release.hierarchy
    finest = hierarchy.levels[-1]
    ancestors = hierarchy.ancestors(finest, level)
    return publish(inhabited_parts(hierarchy.areas(level), hierarchy.areas(finest), ancestors, _release.uninhabited))
