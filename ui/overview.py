"""Start page: how many areas need attention, and where they lie."""

from __future__ import annotations

import streamlit as st

from indicators.attention import Attention
from monitor.release import Release
from texts.overview import county_sentence
from ui.data import Content


def show_sentence(shown: Content, level: str, year: int, found: Attention) -> None:
    """How many areas, where, how many people."""
    release = shown.release
    flagged = found.table.index[found.table["flagged"].astype(bool)]
    inhabitants = release.inhabitants(level, year)
    st.markdown(
        county_sentence(
            county=release.county.name,
            plural=release.level(level).plural,
            flagged=len(flagged),
            evaluated=int(found.table["evaluated"].sum()),
            inhabitants=float(inhabitants[flagged].sum()),
            everyone=float(release.inhabitants(release.whole.id, year).iloc[0]),
            where=_municipalities(release, level, list(flagged)),
        )
    )


def _municipalities(release: Release, level: str, areas: list[str]) -> dict[str, int]:
    above = release.levels[1].id
    if level == above:
        return {}
    parents = release.hierarchy.ancestors(level, above).reindex(areas)
    return {str(name): int(count) for name, count in parents.map(release.hierarchy.names).value_counts().items()}
