"""All strategies, each as a card that says where, what for, how far."""

from __future__ import annotations

from html import escape

import streamlit as st

from texts.entries import home_words, word
from texts.strategies import parts_words, statuses_words
from ui.entries.desk import Desk
from ui.entries.release_choice import level_badge
from ui.plain import plain
from ui.strategies.choice import open_strategy
from ui.strategies.progress import goal_statuses
from views.strategies.record import Record

NONE = "Für Ihre Rolle ist hier noch keine Strategie freigegeben."


def show_cards(desk: Desk, own: list[Record]) -> None:
    """own: those of the chosen municipality."""
    st.header("Strategien", anchor=False)
    if not own:
        st.markdown(NONE)
    for left, right in zip(own[::2], [*own[1::2], None], strict=False):
        for column, record in zip(st.columns(2), (left, right), strict=True):
            if record is not None:
                with column:
                    _show_card(desk, record)


def _show_card(desk: Desk, record: Record) -> None:
    strategy = record.strategy
    with st.container(border=True, key=f"card-{strategy.id}"):
        st.button(
            plain(strategy.title), key=f"open-{strategy.id}", type="tertiary", icon=":material/chevron_right:",
            on_click=open_strategy, args=(strategy.id,),
        )  # fmt: skip
        statuses = statuses_words(goal_statuses(desk, record)) or "noch kein Ziel mit Zahl"
        lines = [
            f"{area_words(desk, strategy.areas)} · {home_words(strategy.owner, desk.names)}",
            f"Phase: {word(strategy.phase)} · {parts_words(len(record.goals), len(record.measures))}",
            f"Fortschritt: {statuses}",
            level_badge(desk, strategy),
        ]
        st.html("".join(f'<p class="meta">{escape(line)}</p>' for line in lines))


def area_words(desk: Desk, areas: list[str]) -> str:
    """Names, in the order they were chosen; an id where the area is gone."""
    return ", ".join(desk.names.get(area, area) for area in areas)
