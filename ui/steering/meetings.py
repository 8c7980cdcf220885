"""Meetings: the next one on top, one that is chosen in full, all of them in a table."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from store.kinds import Meeting
from texts.entries import day_words
from texts.steering import NO_MEETING, NO_NEXT, meeting_words
from ui.choices import choose
from ui.entries.desk import Desk
from ui.entries.form import offer_new
from ui.entries.release_choice import level_badge
from ui.steering.calendar_files import offer_whole_calendar
from ui.steering.one_meeting import FIELDS, show_meeting
from ui.steering.table import table_html
from views.steering.everything import Everything
from views.steering.meetings import next_meeting


def show_meetings(desk: Desk, found: Everything) -> None:
    if desk.may("sitzung anlegen"):
        offer_new(desk, Meeting, FIELDS, label="Sitzung eintragen", key="new-meeting")
    if not found.meetings:
        st.markdown(NO_MEETING)
        offer_whole_calendar(desk, found)
        return
    today = desk.store.today()
    following = next_meeting(found.meetings, today)
    chosen = _choose(found.meetings, following)
    if following is None:
        st.markdown(NO_NEXT)
    st.header("Nächste Sitzung" if chosen is following else "Sitzung", anchor=False)
    show_meeting(desk, found, chosen)
    st.header("Alle Sitzungen", anchor=False)
    st.html(
        table_html(("Tag", "Gremium", "Titel", "Ort", "Stand", "Freigabe"), _rows(desk, found, today), "Alle Sitzungen")
    )
    offer_whole_calendar(desk, found)


def _choose(meetings: Sequence[Meeting], following: Meeting | None) -> Meeting:
    """The one of the link; the next one, or the last one there was."""
    known = {each.id: each for each in reversed(meetings)}
    chosen = choose(
        "Sitzung", "sitzung", list(known), default=(following or meetings[-1]).id,
        name=lambda each: meeting_words(known[each].body, known[each].day, "", known[each].title),
    )  # fmt: skip
    return known[chosen]


def _rows(desk: Desk, found: Everything, today: date) -> list[list[str]]:
    return [
        [
            day_words(each.day), each.body, each.title, each.place,
            "vorbei" if each.day and each.day < today else "kommt",
            level_badge(desk, each).removeprefix("Freigabe: "),
        ]
        for each in reversed(found.meetings)
    ]  # fmt: skip
