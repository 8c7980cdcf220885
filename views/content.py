"""What is shown of one data folder: the release, its geometry, and what has been worked out of both."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from geodata.publish import PublishedAreas, publish
from monitor.release import Release
from views.kept import Kept
from views.said import Said

State = tuple[tuple[str, int, int], ...]
MOST = {
    "values": 400,
    "changes": 200,
    "attention": 200,
    "evidence": 24,
    "everywhere": 400,
    "profile": 200,
    "progress": 400,
    "tiles": 20,
    "inhabited": 20,
    "chains": 20,
    "municipalities": 1,
}


def _kept() -> Kept:
    return Kept(MOST)


@dataclass(frozen=True)
class Content:
    """geometry: level → areas as they are drawn. state: tells contents apart. kept: results, by choices and never by tables.
    said: what bodies have said beside the numbers, as far as the reader may see it. without: ids of the indicators that were
    left out for this reader."""

    release: Release
    geometry: Mapping[str, PublishedAreas]
    state: State
    kept: Kept = field(default_factory=_kept, compare=False, repr=False)
    said: Said = field(default_factory=Said, compare=False, repr=False)
    without: frozenset[str] = field(default=frozenset(), repr=False)

    def ids(self, level: str) -> tuple[str, ...]:
        """Area ids in the order of the map's features."""
        return self.geometry[level].ids

    def with_release(self, release: Release, changed: Mapping[str, PublishedAreas], name: str) -> Content:
        """Another release of the same folder. changed: the levels that are drawn otherwise; name: tells it apart."""
        state = (*self.state, (name, 0, 0))
        return replace(self, release=release, geometry={**self.geometry, **changed}, state=state, kept=_kept())


def content_of(release: Release, state: State = ()) -> Content:
    """The release with the geometry of its levels."""
    areas = {level.id: publish(release.hierarchy.areas(level.id)) for level in release.levels}
    return Content(release, areas, state)
