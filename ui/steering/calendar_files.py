"""Calendar files behind buttons."""

from __future__ import annotations

import streamlit as st

from reports.file_names import plain_name
from reports.steering_calendar import meeting_calendar, whole_calendar
from store.kinds import Meeting
from texts.steering import CALENDAR
from ui.downloads import file_name
from ui.entries.desk import Desk
from ui.frame import notice_of
from ui.handout.button import download
from ui.media_types import ICALENDAR
from views.steering.everything import Everything

LONGEST = 60  # letters of a body's name in a file name


def offer_meeting_calendar(desk: Desk, found: Everything, meeting: Meeting) -> None:
    assert meeting.day is not None  # the store holds it
    name = file_name(desk.shown.release, f"Sitzung_{plain_name(meeting.body)[:LONGEST]}_{meeting.day:%Y-%m-%d}")
    notice, made = notice_of(desk.shown), desk.store.clock()
    download(
        "In den Kalender", lambda: meeting_calendar(found, meeting, notice, made), f"{name}.ics", ICALENDAR
    )  # fmt: skip


def offer_whole_calendar(desk: Desk, found: Everything) -> None:
    """Meetings, milestones and tasks."""
    notice, made = notice_of(desk.shown), desk.store.clock()
    name = f"{file_name(desk.shown.release, 'Steuerung')}.ics"
    st.caption(CALENDAR)
    download("Alle Termine als Kalenderdatei", lambda: whole_calendar(found, notice, made), name, ICALENDAR)
