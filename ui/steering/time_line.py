"""One time line of everything with a day, by office, and the same as a table."""

from __future__ import annotations

import streamlit as st

from texts.steering import NO_TIME, ONLY_SHOWN
from ui.choices import choose
from ui.entries.desk import Desk
from ui.profile.german_chart import show_chart
from ui.steering.calendar_files import offer_whole_calendar
from ui.steering.table import table_html
from ui.steering.time_chart import time_chart
from ui.steering.time_rows import HEADINGS, table_rows
from views.steering.dated import dated
from views.steering.due import is_of_office
from views.steering.everything import Everything
from views.steering.span import around, edges, offices, window
from views.steering.tasks import ALL, key_of

SPANS = {"rund": "ein halbes Jahr zurück, ein Jahr voraus", "alles": "alles"}


def show_time_line(desk: Desk, found: Everything) -> None:
    today = desk.store.today()
    items = dated(found, today)
    known = {key_of(each): each for each in offices(items)}
    with st.container(horizontal=True, key="time-filters"):
        office = choose(
            "Amt oder Träger", "amt", [ALL, *known], default=ALL, name=lambda each: known.get(each, "alle"), width=320
        )
        span = choose("Zeitraum", "zeitraum", list(SPANS), default="rund", name=SPANS.__getitem__, width=360)
    shown = items if span == "alles" else around(items, today)
    shown = tuple(each for each in shown if office == ALL or is_of_office(each, known[office]))
    if not shown:
        st.markdown(NO_TIME)
        return
    drawn = edges(shown, today) if span == "alles" else window(today)
    show_chart(time_chart(shown, today, drawn), key="time-line")
    st.header("Der Zeitstrahl als Tabelle", anchor=False)
    st.html(table_html(HEADINGS, table_rows(shown, found.titles, today), "Zeitstrahl"))
    st.caption(ONLY_SHOWN)
    offer_whole_calendar(desk, found)
