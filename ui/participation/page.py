"""The page: one of six views, chosen in the link."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from texts.participation import INTRO, VIEWS
from ui.choices import choose
from ui.entries.desk import desk_or_words
from ui.participation.indicators import show_indicators
from ui.participation.questions import show_questions
from ui.participation.register import show_register
from ui.participation.rights import show_rights
from ui.participation.statements import show_statements
from ui.participation.stored import show_stored
from views.content import Content

STYLE = Path(__file__).with_name("page.css")
SHOWS = {
    "kennzahlen": show_indicators,
    "stellungnahmen": show_statements,
    "fragen": show_questions,
    "beschluesse": show_register,
    "rechte": show_rights,
    "daten": show_stored,
}


def show_page(shown: Content) -> None:
    """Everything below the heading of the page."""
    st.html(STYLE)
    st.markdown(INTRO)
    view = choose(
        "Ansicht", "teil", list(VIEWS), default="kennzahlen", name=VIEWS.__getitem__, widget=st.radio, horizontal=True,
        label_visibility="collapsed",
    )  # fmt: skip
    desk = desk_or_words(shown)
    if desk is not None:
        SHOWS[view](desk)
