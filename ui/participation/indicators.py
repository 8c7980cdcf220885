"""Every indicator with its purpose, its legal basis and its place on the way into use."""

from __future__ import annotations

import streamlit as st

from store import reading
from store.kinds import Decision, IndicatorStatus, Statement
from texts import participation as texts
from ui.entries.desk import Desk
from ui.entries.form import offer_new
from ui.participation.handling import show_withdrawn
from ui.participation.narrow import narrow
from ui.participation.one_indicator import FIELDS, show_one
from ui.participation.ways_table import table_html
from views.participation.indicators import Way, by_stage, ways_of
from views.participation.moderation import waits

PROPOSAL_FIELDS = tuple(name for name in FIELDS if name != "indicator")


def show_indicators(desk: Desk) -> None:
    ways = _ways(desk)
    names = {way.id: f"{way.name} ({way.id})" if way.indicator else f"{way.name} (Vorschlag)" for way in ways}
    chosen = narrow("Kennzahl ansehen", "kennzahl", names)
    way = next((each for each in ways if each.id == chosen), None)
    if way is not None:
        show_one(desk, way)
        return
    if desk.may("kennzahl anlegen"):
        st.caption(texts.PROPOSAL_TOLD)
        offer_new(desk, IndicatorStatus, PROPOSAL_FIELDS, label=texts.PROPOSE, key="new-indicator")
    _show_waiting(desk, ways)
    st.caption(texts.STAND_TOLD)
    for stage, each in by_stage(ways).items():
        st.header(f"{texts.stage_heading(stage)} ({len(each)})", anchor=False)
        st.caption(texts.STAGES[stage])
        st.html(table_html(desk, each, texts.stage_words(stage)))
    if not ways:
        st.markdown(texts.NO_INDICATOR)
    show_withdrawn(desk, IndicatorStatus)


def _ways(desk: Desk) -> list[Way]:
    statuses = reading.entries(desk.store, desk.actor, IndicatorStatus)
    statements = reading.entries(desk.store, desk.actor, Statement)
    decisions = reading.entries(desk.store, desk.actor, Decision)
    return ways_of(desk.shown.release.catalogue, statuses, statements, decisions)


def _show_waiting(desk: Desk, ways: list[Way]) -> None:
    """Proposals somebody has handed in, for those who release them."""
    waiting = [way for way in ways if way.status and waits(desk.actor, way.status)]
    if waiting:
        st.header(texts.waiting_words(len(waiting)), anchor=False)
        st.html(table_html(desk, waiting, texts.waiting_words(len(waiting))))
