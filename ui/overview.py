"""Start page: which areas need attention, worst first, each with its reasons."""

from __future__ import annotations

from html import escape

import streamlit as st

from indicators.attention import Attention
from monitor.release import Release
from monitor.results import reasons_in_words
from texts.overview import county_sentence
from ui.data import Content

STYLE = """
<style>
.rangliste { max-height: 37rem; overflow-y: auto; padding-right: 0.6rem; }
.rangliste > div { display: grid; grid-template-columns: 2.4rem 1fr; gap: 0 0.6rem; padding: 0.55rem 0;
  border-bottom: 1px solid #d9e0e3; }
.rangliste .rang { font-size: 1.5rem; font-weight: 700; color: #0b4f6c; line-height: 1.2; text-align: right; }
.rangliste .name { font-size: 1.15rem; font-weight: 700; line-height: 1.3; margin: 0; }
.rangliste .ort { font-weight: 400; color: #47565f; }
.rangliste .gruende { margin: 0.1rem 0 0; color: #22303a; line-height: 1.4; }
</style>
"""


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


def show_ranking(shown: Content, level: str, year: int, rule: str, found: Attention) -> None:
    """The flagged areas, worst first, each with its three strongest reasons in words."""
    release = shown.release
    words = reasons_in_words(release, level, year, rule, found)
    above = release.levels[1].id
    parents = release.hierarchy.ancestors(level, above) if level != above else None
    names = release.hierarchy.names
    items = [
        _item(rank, str(names[area]), str(names[parents[area]]) if parents is not None else "", words[area])
        for rank, area in enumerate(found.worst_first().index, start=1)
    ]
    st.html(f'{STYLE}<div class="rangliste" role="list" tabindex="0" aria-label="Rangliste">{"".join(items)}</div>')


def _item(rank: int, name: str, place: str, reasons: str) -> str:
    # "Troisdorf 07" says already where it lies.
    where = f' <span class="ort">{escape(place)}</span>' if place and not name.startswith(place) else ""
    lines = "<br>".join(escape(reason) for reason in reasons.split("; "))
    return (
        f'<div role="listitem"><span class="rang">{rank}</span><div><p class="name">{escape(name)}{where}</p>'
        f'<p class="gruende">{lines}</p></div></div>'
    )


def _municipalities(release: Release, level: str, areas: list[str]) -> dict[str, int]:
    above = release.levels[1].id
    if level == above:
        return {}
    parents = release.hierarchy.ancestors(level, above).reindex(areas)
    return {str(name): int(count) for name, count in parents.map(release.hierarchy.names).value_counts().items()}
