"""Start page: how many areas need attention, and where they lie."""

from __future__ import annotations

import streamlit as st

from indicators.attention import Attention
from monitor.release import Release
from texts.overview import county_sentence
from ui.data import Content
from ui.view import AttentionView, areas_in


def show_sentence(shown: Content, view: AttentionView, found: Attention) -> None:
    """How many areas, where, how many people; of the chosen municipality, where one is chosen."""
    release, level = shown.release, view.level
    areas = areas_in(release, level, view.municipality)
    table = found.table.loc[areas]
    flagged = table.index[table["flagged"].astype(bool)]
    st.markdown(
        county_sentence(
            county=release.hierarchy.names[view.municipality] if view.municipality else release.county.name,
            plural=release.level(level).plural,
            flagged=len(flagged),
            evaluated=int(table["evaluated"].sum()),
            inhabitants=float(release.inhabitants(level, view.year)[flagged].sum()),
            everyone=_everyone(release, view),
            where={} if view.municipality else _municipalities(release, level, list(flagged)),
            named=bool(view.municipality),
        )
    )


def _everyone(release: Release, view: AttentionView) -> float:
    level = release.hierarchy.level_of(view.municipality) if view.municipality else release.whole.id
    area = view.municipality or release.areas(level)[0]
    return float(release.inhabitants(level, view.year)[area])


def _municipalities(release: Release, level: str, areas: list[str]) -> dict[str, int]:
    above = release.levels[1].id
    if level == above:
        return {}
    parents = release.hierarchy.ancestors(level, above).reindex(areas)
    return {str(name): int(count) for name, count in parents.map(release.hierarchy.names).value_counts().items()}
