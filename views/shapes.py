"""Which shapes of its areas a level can be drawn with."""

from __future__ import annotations

from geodata.tiles import MOST_TILES
from monitor.release import Release

MOST_INHABITED = 2000  # areas; beyond, joining their base units would hold up the page


def shapes_of(release: Release, level: str) -> list[str]:
    """ "ganz", and "bewohnt" where uninhabited base units are known, "kacheln" up to so many areas."""
    areas = len(release.areas(level))
    inhabited = ["bewohnt"] if len(release.uninhabited) and areas <= MOST_INHABITED else []
    return ["ganz", *inhabited, *(["kacheln"] if 1 < areas <= MOST_TILES else [])]
