"""The views of the page, and what each of them is about."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from texts.steering import only_municipality
from ui.choices import choose
from ui.entries.desk import desk_or_words
from ui.municipality import municipality_of
from ui.steering.board import show_board
from ui.steering.meetings import show_meetings
from ui.steering.reminders import show_reminders
from ui.steering.report import show_report
from ui.steering.tasks import show_tasks
from ui.steering.time_line import show_time_line
from views.content import Content
from views.steering.everything import everything
from views.steering.narrow import of_municipality

STYLE = Path(__file__).with_name("page.css")
VIEWS = {
    "kreislauf": "Planungskreislauf",
    "zeitstrahl": "Zeitstrahl",
    "sitzungen": "Sitzungen",
    "aufgaben": "Aufgaben",
    "bericht": "Bericht",
}


def show_page(shown: Content) -> None:
    """Everything below the heading of the page."""
    st.html(STYLE)
    desk = desk_or_words(shown)
    if desk is None:
        return
    view = choose(
        "Ansicht", "teil", list(VIEWS), default="kreislauf", name=VIEWS.__getitem__, widget=st.radio, horizontal=True,
        label_visibility="collapsed",
    )  # fmt: skip
    whole = everything(desk.store, desk.actor)
    if view == "sitzungen":
        show_meetings(desk, whole)
    elif view == "bericht":
        show_report(desk, whole)
    else:
        municipality = municipality_of(shown.release)
        found = of_municipality(shown, whole, municipality)
        if municipality:
            st.caption(only_municipality(desk.names[municipality]))
        if view == "kreislauf":
            show_reminders(desk, found)
            show_board(desk, found)
        else:
            {"zeitstrahl": show_time_line, "aufgaben": show_tasks}[view](desk, found)
