"""Which events a calendar of the page Steuerung holds, for each who reads."""

from datetime import UTC, date, datetime

import pytest
import vobject

from reports.steering_calendar import meeting_calendar, whole_calendar
from store.kinds import AgendaItem, Meeting, Task
from store.levels import Level
from tests.store.conftest import memory  # noqa: F401 a fixture
from tests.store.entered import entered
from tests.store.made import made
from tests.store.people import COORDINATION, FACTION, OTHER_TOWN, PUBLIC
from views.steering.everything import Everything, everything

MADE = datetime(2025, 6, 1, tzinfo=UTC)


def events(content):
    return list(getattr(vobject.readOne(content.decode()), "vevent_list", []))


def test_a_meeting_with_its_agenda_in_order():
    meeting = entered(
        Meeting,
        id="m1",
        body="Gruppe",
        title="Auftakt",
        day=date(2025, 7, 1),
        place="Kreishaus",
        note="Bitte pünktlich.",
    )
    agenda = tuple(
        entered(AgendaItem, meeting_id="m1", position=at, title=title) for at, title in ((1, "Anfang"), (2, "Ende"))
    )
    other = entered(AgendaItem, meeting_id="m2", position=1, title="Anderswo")
    [event] = events(
        meeting_calendar(Everything(meetings=(meeting,), agenda=(*agenda, other)), meeting, "Erfunden.", MADE)
    )
    assert event.summary.value == "Gruppe: Auftakt"
    assert event.description.value == "Tagesordnung:\n1. Anfang\n2. Ende\nBitte pünktlich.\nErfunden."
    assert event.uid.value == "meetings-m1@sozialraum-monitor"


def test_everything_with_a_day():
    found = Everything(
        meetings=(entered(Meeting, body="Gruppe", day=date(2025, 7, 1)),),
        tasks=(
            entered(Task, title="Zahlen", due=date(2025, 8, 1), office="Sozialamt", phase="analyse"),
            entered(Task, title="Bericht", task_kind="meilenstein", state="erledigt", due=date(2025, 9, 1)),
            entered(Task, title="ohne Tag"),
        ),
    )
    told = events(whole_calendar(found, "", MADE))
    assert [each.summary.value for each in told] == ["Gruppe", "Aufgabe: Zahlen", "Meilenstein: Bericht (erledigt)"]
    assert told[1].description.value == "Zuständig: Sozialamt\nPhase: Analyse"
    assert told[2].categories.value == ["Meilenstein"]


def test_nothing_is_a_calendar_too():
    assert events(whole_calendar(Everything(), "", MADE)) == []


@pytest.mark.parametrize(
    ("reader", "levels"),
    [
        (COORDINATION, {"entwurf", "verwaltung", "gremien", "oeffentlich"}),
        (OTHER_TOWN, {"verwaltung", "gremien", "oeffentlich"}),
        (FACTION, {"gremien", "oeffentlich"}),
        (PUBLIC, {"oeffentlich"}),
    ],
    ids=lambda each: each.role.value if hasattr(each, "role") else "",
)
def test_only_what_the_reader_may_see_goes_in(memory, reader, levels):  # noqa: F811
    for level in Level:
        made(memory, Meeting, COORDINATION, level, body=level.value)
        made(memory, Task, COORDINATION, level, title=level.value, due=date(2025, 8, 1))
    told = [each.summary.value for each in events(whole_calendar(everything(memory, reader), "", MADE))]
    assert sorted(told) == sorted([*levels, *(f"Aufgabe: {each}" for each in levels)])
