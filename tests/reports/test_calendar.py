"""iCalendar files, read back by two other programs' parsers, and line by line against RFC 5545."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest
import vobject
from icalendar import Calendar

from reports.calendar import Entry, calendar, clock_time

MADE = datetime(2025, 6, 1, 12, 30, tzinfo=UTC)
DAY = date(2025, 7, 1)
MEETING = Entry("meetings-1", 3, "Lenkungsgruppe", DAY, DAY, "14:00", "Kreishaus, Raum 1", "Tagesordnung:\n1. Anfang")
HOSTILE = (
    "a\nBEGIN:VALARM\nTRIGGER:-PT1M\nEND:VALARM",
    "a\r\nEND:VEVENT\r\nEND:VCALENDAR\r\nBEGIN:VCALENDAR",
    "a\rATTENDEE:mailto:x@example.org",
    "a\u2028ATTENDEE:x\u2029b\x85c\x0bd\x0ce",
    'Semikolon; Komma, Rückstrich\\ Doppelpunkt: "Anführung" \\n \\, \\;',
    "<script>alert(1)</script> [hier](javascript:alert(1)) =1+1",
    "\u202egnal " + "ü" * 400 + "😀" * 100,
    "\x00\x07nul",
)


def written(*entries, name="Termine"):
    return calendar(entries, name, MADE)


def lines_of(content):
    return content.decode("utf-8").replace("\r\n ", "").split("\r\n")


def test_a_meeting_line_by_line():
    assert lines_of(written(MEETING)) == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Sozialraum-Monitor//Kalender//DE",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "X-WR-CALNAME:Termine",
        "BEGIN:VEVENT",
        "SUMMARY:Lenkungsgruppe",
        "DTSTART:20250701T120000Z",  # 14:00 in summer time
        "DTSTAMP:20250601T123000Z",
        "UID:meetings-1@sozialraum-monitor",
        "SEQUENCE:2",
        "DESCRIPTION:Tagesordnung:\\n1. Anfang",
        "LOCATION:Kreishaus\\, Raum 1",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


@pytest.mark.parametrize(
    ("day", "begins", "expected"),
    [
        (date(2025, 1, 15), "14:00", datetime(2025, 1, 15, 13, tzinfo=UTC)),  # winter: one hour
        (date(2025, 7, 15), "14:00", datetime(2025, 7, 15, 12, tzinfo=UTC)),  # summer: two
        (date(2025, 7, 15), "0.30 Uhr", datetime(2025, 7, 14, 22, 30, tzinfo=UTC)),
        (date(2025, 3, 30), "3:00", datetime(2025, 3, 30, 1, tzinfo=UTC)),  # the night the clocks go forward
        (date(2025, 7, 15), "", date(2025, 7, 15)),
        (date(2025, 7, 15), "nachmittags", date(2025, 7, 15)),
    ],
)
def test_german_time_in_utc_and_days_without_a_time(day, begins, expected):
    found = vobject.readOne(written(replace(MEETING, day=day, ends=day, begins=begins)).decode())
    assert found.vevent.dtstart.value == expected


def test_a_whole_day_ends_with_the_next_one_and_takes_no_time():
    event = vobject.readOne(written(replace(MEETING, begins="")).decode()).vevent
    assert (event.dtstart.value, event.dtend.value) == (date(2025, 7, 1), date(2025, 7, 2))
    assert event.transp.value == "TRANSPARENT"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("14:00", time(14)),
        ("9.30 Uhr", time(9, 30)),
        (" 09:05 ", time(9, 5)),
        ("24:00", None),
        ("14:60", None),
        ("14", None),
        ("", None),
    ],
)
def test_times_of_day(text, expected):
    assert clock_time(text) == expected


@pytest.mark.parametrize("text", HOSTILE)
def test_text_cannot_break_out_of_its_field(text):
    entry = replace(MEETING, title=text, place=text, text=text, category=text)
    content = written(entry, MEETING, name=text)
    raw = content.decode("utf-8")
    assert not re.search("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f\x85\u2028\u2029]", raw)
    assert "\n" not in raw.replace("\r\n", "") and "\r" not in raw.replace("\r\n", "")
    names = [re.split("[:;]", line)[0] for line in lines_of(content)]
    assert names.count("BEGIN") == 3 and not {"ATTENDEE", "TRIGGER"} & set(names)
    for line in raw.split("\r\n"):
        assert len(line.encode()) <= 75  # 3.1: octets, without the line break
    expected = re.sub("\r\n?|[\x0b\x0c\x85\u2028\u2029]", "\n", text).replace("\x00", "").replace("\x07", "")
    by_vobject = vobject.readOne(raw).vevent_list[0]
    assert [by_vobject.summary.value, by_vobject.location.value, by_vobject.description.value] == [expected] * 3
    [first, second] = Calendar.from_ical(content).walk("VEVENT")
    assert str(first["SUMMARY"]) == str(first["DESCRIPTION"]) == expected
    assert str(second["SUMMARY"]) == "Lenkungsgruppe" and not Calendar.from_ical(content).walk("VALARM")


def test_an_entry_keeps_its_uid_and_counts_up():
    first, second = (vobject.readOne(written(replace(MEETING, version=version)).decode()).vevent for version in (1, 2))
    assert first.uid.value == second.uid.value
    assert (first.sequence.value, second.sequence.value) == ("0", "1")
