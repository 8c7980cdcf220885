"""The county at a glance: which flagged areas have a strategy, which goals are due, where nothing happens."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from texts.attention import NO_RULE
from texts.entries import day_words
from texts.strategies import ONLY_SHOWN, county_sentence, more_words, without_sentence
from ui.entries.desk import Desk
from ui.municipality import municipality_of
from ui.plain import plain
from ui.strategies.begin import can_begin, open_beginning
from views.strategies.record import Record
from views.strategies.sums import Due, Sums, sums_of
from views.view import areas_in

MOST_NAMED = 12  # the rest is counted, the page Aufmerksamkeit has all


def show_sums(desk: Desk, found: list[Record]) -> None:
    release = desk.shown.release
    level, year = release.finest, release.years[-1]
    sums = sums_of(desk.shown, level.id, year, found, desk.store.today())
    if sums.flagged is None:
        st.markdown(NO_RULE)
    else:
        _show_flagged(desk, sums, sums.flagged, level.name, level.plural)
    _show_due(sums.due)
    st.caption(ONLY_SHOWN)


def _show_flagged(desk: Desk, sums: Sums, every: tuple[str, ...], one: str, plural: str) -> None:
    inside = _inside(desk, sums)
    flagged, planned, active, without = (
        [area for area in areas if area in inside] for areas in (every, sums.with_strategy, sums.active, sums.without)
    )
    st.markdown(plain(county_sentence(one, plural, sums.year, len(flagged), len(planned), len(active))))
    _show_without(desk, without)


def _inside(desk: Desk, sums: Sums) -> frozenset[str]:
    """The areas of the chosen municipality."""
    release = desk.shown.release
    return frozenset(map(str, areas_in(release, sums.level, municipality_of(release))))


def _show_without(desk: Desk, without: list[str]) -> None:
    if not without:
        return
    st.markdown(f"**{without_sentence(len(without))}**")
    with st.container(horizontal=True, key="without-strategy"):
        for area in without[:MOST_NAMED]:
            name = plain(desk.names[area])
            if can_begin(desk, area):
                st.button(
                    f"{name}: Strategie beginnen", key=f"begin-{area}", icon=":material/flag:",
                    on_click=open_beginning, args=(desk, area),
                )  # fmt: skip
            else:
                st.markdown(name, width="content")
    if len(without) > MOST_NAMED:
        st.caption(more_words(len(without) - MOST_NAMED))


def _show_due(due: tuple[Due, ...]) -> None:
    if not due:
        return
    st.markdown("**Ziele, deren Datum gekommen ist oder im nächsten halben Jahr kommt:**")
    st.dataframe(due_table(due), hide_index=True, width="stretch")


def due_table(due: Sequence[Due]) -> pd.DataFrame:
    """One row per goal. Whether it is reached is what the data say: that its day has come is not that it was missed."""
    rows = [
        {
            "Bis": day_words(each.day),
            "Strategie": each.record.strategy.title,
            "Ziel": each.goal.text,
            "": "Datum erreicht" if each.is_over else "steht bevor",
        }
        for each in due
    ]
    return pd.DataFrame(rows)
