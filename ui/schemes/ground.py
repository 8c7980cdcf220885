"""The ground a municipality divides: its base units, as the checks and as the browser see them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import streamlit as st

from geodata.hierarchy import Hierarchy
from geodata.publish import PublishedAreas, publish
from monitor.release import Release
from monitor.schemes import drawn_level
from views.content import Content, State


class Ground(NamedTuple):
    """units: base units of one municipality; index id, name, parent and geometry in EPSG:25832. published: the same for
    the browser. shape: the municipality. nouns: what a base unit is called, singular and plural."""

    municipality: str
    name: str
    units: Any
    published: PublishedAreas
    shape: Any
    nouns: Sequence[str]

    @property
    def ids(self) -> tuple[str, ...]:
        """Base units in the order of the map."""
        return self.published.ids


def can_draw(release: Release) -> bool:
    """Whether there are base units that municipalities could put together."""
    return drawn_level(release.county) is not None


def delivered_hierarchy(release: Release) -> Hierarchy:
    """The areas as they came with the data, before any scheme."""
    return release.delivered


def ground_of(shown: Content, municipality: str) -> Ground:
    return _ground(shown.state, municipality, shown.release)


@st.cache_resource(show_spinner=False, max_entries=40)
def _ground(state: State, municipality: str, _release: Release) -> Ground:
    hierarchy, level = delivered_hierarchy(_release), _release.county.levels[-1]
    above = hierarchy.levels[-3]
    inside = hierarchy.ancestors(level.id, above)
    units = hierarchy.areas(level.id).loc[inside.index[inside == municipality]]
    areas = hierarchy.areas(above)
    return Ground(
        municipality=municipality,
        name=str(areas["name"][municipality]),
        units=units,
        published=publish(units),
        shape=areas.geometry[municipality],
        nouns=(level.name, level.plural),
    )
