"""Which areas a file holds, and in which municipality they lie."""

from __future__ import annotations

import pandas as pd

from monitor.release import Release


def chosen_areas(release: Release, level: str, areas: pd.Index | None) -> pd.Index:
    """Those of the level that are asked for, in its order; None asks for all of them."""
    known = release.areas(level)
    return known if areas is None else known[known.isin(areas)]


def municipality_names(release: Release, level: str) -> pd.Series | None:
    """Area id → name of its municipality; None where the level is that of municipalities or the whole."""
    if level in {each.id for each in release.levels[:2]}:
        return None
    names = release.hierarchy.areas(release.levels[1].id)["name"]
    return release.hierarchy.ancestors(level, release.levels[1].id).map(names)
