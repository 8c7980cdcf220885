"""Meetings and days that are due as an iCalendar file (RFC 5545), for the calendar program of any office.

Texts of people cannot break out of their field: the library escapes and folds, and what ends a line is made an escaped
line end before. Who reads it gets no more than the events that are handed in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, vText

PRODUCT = "-//Sozialraum-Monitor//Kalender//DE"
AT = "@sozialraum-monitor"
LOCAL, UTC = ZoneInfo("Europe/Berlin"), ZoneInfo("UTC")
CLOCK = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)(?:\s*uhr)?", re.IGNORECASE)
LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f]")
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Entry:
    """One event. id: of the entry it stands for, stays the same in every export; version: of that entry, 1, 2, ….

    ends: last day, the same as `day` for most. begins: "14:00" in German time, "" for all day; what is no time of day is
    all day too.
    """

    id: str
    version: int
    title: str
    day: date
    ends: date
    begins: str = ""
    place: str = ""
    text: str = ""
    category: str = ""


def calendar(entries: Iterable[Entry], name: str, made: datetime) -> bytes:
    """The file. name: of the calendar; made: moment of the export, with its time zone."""
    found = Calendar()
    found.add("prodid", PRODUCT)
    found.add("version", "2.0")
    found.add("calscale", "GREGORIAN")
    found.add("method", "PUBLISH")
    found.add("x-wr-calname", vText(_safe(name)))  # unknown to the library, which would not escape it
    for entry in entries:
        found.add_component(_event(entry, made))
    return bytes(found.to_ical())


def clock_time(text: str) -> time | None:
    """
    >>> clock_time("14:00"), clock_time("9.30 Uhr"), clock_time("nachmittags")
    (datetime.time(14, 0), datetime.time(9, 30), None)
    """
    found = CLOCK.fullmatch(text.strip())
    return time(int(found[1]), int(found[2])) if found else None


def _event(entry: Entry, made: datetime) -> Event:
    event = Event()
    event.add("uid", f"{entry.id}{AT}")
    event.add("dtstamp", made.astimezone(UTC))
    event.add("sequence", entry.version - 1)
    event.add("summary", _safe(entry.title))
    _add_days(event, entry)
    for name, words in (("location", entry.place), ("description", entry.text)):
        if words.strip():
            event.add(name, _safe(words))
    if entry.category:
        event.add("categories", [_safe(entry.category)])
    return event


def _add_days(event: Event, entry: Entry) -> None:
    """A day's end is the day after it (RFC 5545, 3.6.1). How long a meeting takes nobody has entered: it has no end."""
    at = clock_time(entry.begins)
    if at is not None:
        event.add("dtstart", datetime.combine(entry.day, at, LOCAL).astimezone(UTC))
        return
    event.add("dtstart", entry.day)
    event.add("dtend", max(entry.day, entry.ends) + DAY)
    event.add("transp", "TRANSPARENT")  # a day that is due takes nobody's time


def _safe(text: str) -> str:
    """Whatever some program takes for the end of a line becomes one that is escaped."""
    return CONTROLS.sub("", LINE_ENDS.sub("\n", text))
