"""The flagged areas in order: how sure each is, as an interval of ranks too, since when, and every reason in full."""

from __future__ import annotations

import math
from collections.abc import Sequence
from html import escape
from typing import NamedTuple

import pandas as pd
import streamlit as st

from indicators.attention import Attention
from monitor.attention_reasons import Reasons
from monitor.ranks_within import ranks_within
from monitor.release import Release
from monitor.results import why_not_judged
from texts.attention import (
    HOW_RANKED,
    NOT_FLAGGED,
    TIES,
    influence_words,
    rank_words,
    share_words,
    since_flagged,
    strength_words,
)
from texts.municipality import flagged_of, rank_within_words
from texts.reasons import FAIR_WORDS
from texts.rules import CERTAINTY_SENTENCE
from ui.assumptions import choose_assumptions, told_assumptions
from ui.attention_reasons import line_html, reasons_html
from ui.profile.way import offer_way
from ui.said import known_html, offer_knowledge
from ui.strategies.begin import offer_way_to_strategy
from views.content import Content
from views.overview import counted
from views.rules import rule_certainty, rule_history, rule_reasons
from views.view import AttentionView, areas_in

OPEN = 5  # whose reasons are open at first
LISTED = 40  # beyond, the table below has all
UNSURE = 8  # areas that are not flagged and might be, most likely first


class Line(NamedTuple):
    """One area of the list. place: in it, 0 where it is not flagged; sure: its row of `Certainty.table`; within: its rank in
    the chosen municipality in words, "" where none is chosen."""

    area: str
    place: int
    name: str
    above: str
    strength: str
    sure: pd.Series
    since: str
    reasons: Reasons
    within: str = ""


def show_ranking(shown: Content, view: AttentionView, found: Attention) -> None:
    """The selected area first, then the flagged ones of the view, then those that are not but might be."""
    st.header("Rangfolge und Gründe", anchor=False)
    if view.municipality:
        st.markdown(_flagged_words(shown.release, view, found))
    lines = _lines(shown, view, found)
    chosen = _chosen(shown, view, found, lines)
    last = _last_rank([line.sure for line in (*lines, *chosen)])
    if view.area:
        _show_chosen(shown, view, chosen, last)
    _show_lines(shown, view, lines, last)
    if words := _unsure_words(shown, view, found):
        st.html(line_html(words))
    with st.expander("Wie sicher ein Ergebnis ist"):
        st.markdown(CERTAINTY_SENTENCE)
        choose_assumptions(shown.release, view.applied, view.assumptions)


def _show_chosen(shown: Content, view: AttentionView, chosen: Sequence[Line], last: float) -> None:
    """The selected area, or why the rule has not judged it, and the way to its profile."""
    for line in chosen:
        st.html(_chosen_html(line, last, known_html(shown, line.area)))
    if not chosen:
        why = why_not_judged(shown.release, view.level, view.year, view.applied, view.area)
        st.html(line_html(f"{shown.release.hierarchy.names[view.area]}: {why}."))
    with st.container(horizontal=True):
        offer_way()
        offer_way_to_strategy(shown, view.area, view.year)
    offer_knowledge(shown, view.area, view.rule, view.year)


def _show_lines(shown: Content, view: AttentionView, lines: Sequence[Line], last: float) -> None:
    if not lines:
        st.markdown("Hier hebt diese Regel kein Gebiet hervor.")
        return
    st.caption(f"{FAIR_WORDS} {HOW_RANKED} {TIES}")
    if others := told_assumptions(shown.release, view.applied, view.assumptions):
        st.markdown(others)
    st.html(ranking_html(lines[:LISTED], last))
    if len(lines) > LISTED:
        st.caption(f"Gezeigt sind die ersten {LISTED} von {len(lines)}; alle stehen in der Tabelle unten.")


def ranking_html(lines: Sequence[Line], last: float) -> str:
    """The list; the first ones are open. last: the rank at the right end of every drawing."""
    items = "".join(
        f"<li><details{' open' if number < OPEN else ''}><summary>{_head(line, last)}</summary>"
        f"{reasons_html(line.reasons, influence=_influence(line))}</details></li>"
        for number, line in enumerate(lines)
    )
    return f'<ol class="ranking">{items}</ol>'


def span_html(rank: float, lower: float, upper: float, last: float, within: str = "") -> str:
    """The interval of ranks as a bar and the rank as a point, from 1 at the left to `last` at the right.

    within: the rank in the chosen municipality in words; the drawing is of the county then too, and says so.
    """

    def at(position: float) -> float:
        return 100 * (position - 1) / max(last - 1, 1)

    bar = ""
    if not math.isnan(lower):
        bar = f'<i style="left:{at(lower):.1f}%;width:{at(upper) - at(lower):.1f}%"></i>'
    words = escape(rank_words(rank, lower, upper, "im Kreis" if within else ""))
    here = f"<b>{escape(within)}</b><br>" if within else ""
    return (
        f'<span class="span"><span class="span-line" aria-hidden="true">{bar}<b style="left:{at(rank):.1f}%"></b></span>'
        f"{here}{words}</span>"
    )


def _chosen_html(line: Line, last: float, known: str) -> str:
    return (
        f'<div class="chosen"><div class="head">{_head(line, last)}</div>'
        f"{reasons_html(line.reasons, influence=_influence(line), more=known)}</div>"
    )


def _head(line: Line, last: float) -> str:
    above = f"<small>{escape(line.above)}</small>" if line.above else ""
    word = str(line.sure["word"])
    return (
        f'<span class="place">{line.place or "–"}</span>'
        f'<span class="area-name">{escape(line.name)}{above}</span>'
        f'<span class="found">{escape(line.strength)}<small>{escape(line.since)}</small></span>'
        f'<span class="sure"><i class="{word.split(" ")[0]}" aria-hidden="true"></i><b>{escape(word)}</b>'
        f"<small>in {share_words(line.sure['probability'])} der Durchgänge</small></span>"
        f"{span_html(line.sure['rank'], line.sure['rank_lower'], line.sure['rank_upper'], last, line.within)}"
    )


def _influence(line: Line) -> str:
    return influence_words(str(line.sure["influence"]), float(line.sure["influence_share"]))


def _lines(shown: Content, view: AttentionView, found: Attention) -> list[Line]:
    here = areas_in(shown.release, view.level, view.municipality)
    flagged = [str(area) for area in found.worst_first().index if area in here]
    return [_line(shown, view, found, area, place) for place, area in enumerate(flagged, 1)]


def _chosen(shown: Content, view: AttentionView, found: Attention, lines: Sequence[Line]) -> list[Line]:
    """The selected area, where one is selected that the rule has judged; as in the list where it stands there."""
    if not view.area or not found.table.loc[view.area, "evaluated"]:
        return []
    listed = [line for line in lines if line.area == view.area]
    return listed or [_line(shown, view, found, view.area, 0)]


def _line(shown: Content, view: AttentionView, found: Attention, area: str, place: int) -> Line:
    table = rule_certainty(shown, view.level, view.year, view.applied, view.assumptions).table
    return Line(
        area=area,
        place=place,
        name=str(shown.release.hierarchy.names[area]),
        above=_above(shown.release, view.level, area),
        strength=strength_words(found, area),
        sure=table.loc[area],
        since=_since(shown, view, area) or NOT_FLAGGED,
        reasons=rule_reasons(shown, view.level, view.year, view.applied)(area),
        within=_within(shown.release, view, table["rank"], area),
    )


def _within(release: Release, view: AttentionView, county: pd.Series, area: str) -> str:
    """ "Rang 2 von 20 in Troisdorf"; "" outside of the chosen municipality. county: ranks of all areas."""
    here = areas_in(release, view.level, view.municipality)
    if not view.municipality or area not in here:
        return ""
    ranks = ranks_within(county, here, lowest_first=True)
    return rank_within_words(float(ranks.rank[area]), ranks.of, release.hierarchy.names[view.municipality])


def _flagged_words(release: Release, view: AttentionView, found: Attention) -> str:
    name, plural = release.hierarchy.names[view.municipality], release.level(view.level).plural
    county = counted(release, view.level, "", found)
    return flagged_of(name, plural, *counted(release, view.level, view.municipality, found), county)


def _above(release: Release, level: str, area: str) -> str:
    """The municipality, where the area does not carry its name."""
    above = release.levels[1].id if len(release.levels) > 2 else level
    if level == above:
        return ""
    name = str(release.hierarchy.names[release.hierarchy.ancestors(level, above)[area]])
    return "" if str(release.hierarchy.names[area]).startswith(name) else name


def _since(shown: Content, view: AttentionView, area: str) -> str:
    table, flags = rule_history(shown, view.level, view.year, view.applied)
    row = table.loc[area]
    return since_flagged(float(row["since"]), int(flags.columns[0]), entered=bool(row["entered"]))


def _last_rank(rows: Sequence[pd.Series]) -> float:
    ranks = [float(row[name]) for row in rows for name in ("rank", "rank_upper") if not math.isnan(row[name])]
    return max(ranks, default=1.0)


def _unsure_words(shown: Content, view: AttentionView, found: Attention) -> str:
    table = rule_certainty(shown, view.level, view.year, view.applied, view.assumptions).table
    table = table[table.index.isin(areas_in(shown.release, view.level, view.municipality))]
    open_ = table[
        ~found.table["flagged"].reindex(table.index) & table["word"].isin(("wahrscheinlich", "an der Grenze"))
    ]
    if open_.empty:
        return ""
    names = shown.release.hierarchy.names
    likely = open_["probability"].sort_values(ascending=False)
    told = [f"{names[area]} ({share_words(share)})" for area, share in likely.head(UNSURE).items()]
    more = f" und {len(likely) - UNSURE} weitere" if len(likely) > UNSURE else ""
    return f"Nicht hervorgehoben, aber nicht sicher (in so vielen Durchgängen wären sie es): {', '.join(told)}{more}."
