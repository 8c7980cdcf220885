"""In which municipality every area lies, those of former drawings too."""

from __future__ import annotations

from monitor.release import Release
from views.content import Content


def municipality_of_areas(shown: Content) -> dict[str, str]:
    """Area id → id of its municipality, "" for the whole county. Levels without a municipality above have none."""
    return shown.kept(("municipalities",), lambda: _found(shown.release))


def _found(release: Release) -> dict[str, str]:
    whole = {str(area): "" for area in release.areas(release.whole.id)}
    if len(release.levels) < 2:
        return whole
    municipality = release.levels[1].id
    found = {
        str(area): str(above)
        for level in release.levels[1:]
        for area, above in release.hierarchy.ancestors(level.id, municipality).items()
    }
    former = {
        str(area): str(parent)
        for level in release.levels[2:]
        if level.id not in release.hierarchy.divisions
        for area, parent in release.hierarchy.predecessors(level.id)["parent"].items()
    }
    return whole | former | found
