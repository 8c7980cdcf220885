"""Which areas of a level an entry is about: one that names a municipality is about all areas in it."""

from __future__ import annotations

from collections.abc import Iterable

from views.content import Content


def covered(shown: Content, level: str, areas: Iterable[str]) -> frozenset[str]:
    """Ids of the areas of `level` that lie in, or are, one of `areas`; areas that are gone cover none."""
    asked = frozenset(areas)
    above = shown.kept(("chains", level), lambda: _chains(shown, level))
    return frozenset(area for area, chain in above.items() if asked & chain)


def _chains(shown: Content, level: str) -> dict[str, frozenset[str]]:
    """Area → itself and everything it lies in."""
    hierarchy, levels = shown.release.hierarchy, [each.id for each in shown.release.levels]
    coarser = [each for each in levels[: levels.index(level)] if each not in hierarchy.divisions]
    parents = [hierarchy.ancestors(level, each) for each in coarser]
    return {
        str(area): frozenset({str(area), *(str(found[area]) for found in parents)})
        for area in shown.release.areas(level)
    }
