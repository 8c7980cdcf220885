"""One thing a body has said, as a card: who, when, about what, how far it has come."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from html import escape

import streamlit as st

from store.entry import Released
from texts.entries import day_words, home_words
from texts.participation import state_words
from ui.entries.desk import Desk
from ui.participation.handling import offer_handling
from ui.plain import paragraphs


def show_card(
    desk: Desk, entry: Released, text: str, about: str, fields: Sequence[str], day: date | None = None, more: str = ""
) -> None:
    """fields: those that can be changed. more: HTML below the text."""
    with st.container(border=True, key=f"said-{entry.id}"):
        st.html(f"{head_html(desk, entry, about, day)}<div class='entered'>{paragraphs(text)}</div>{more}")
        offer_handling(desk, entry, fields)


def head_html(desk: Desk, entry: Released, about: str, day: date | None = None) -> str:
    who = escape(home_words(entry.owner, desk.names))
    state = escape(state_words(entry.release_level, entry.embargo, desk.store.today()))
    meta = escape(" · ".join(part for part in (day_words(day), about) if part))
    return (
        f'<p class="meta"><strong class="who" dir="auto">{who}</strong> {meta} <span class="state">{state}</span></p>'
    )
