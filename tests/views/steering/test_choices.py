"""What the filters of the page let through: time, office, state, municipality, the next meeting."""

from dataclasses import replace
from datetime import date

import pytest

from store.kinds import Measure, Meeting, Strategy, Task
from tests.sample_county import sample_release
from tests.store.entered import entered
from views.content import content_of
from views.steering.dated import Dated, Sort
from views.steering.everything import Everything
from views.steering.meetings import next_meeting
from views.steering.narrow import of_municipality
from views.steering.span import around, edges, lane, offices, place
from views.steering.tasks import ALL, OPEN, key_of, offices_of, tasks_of
from views.strategies.record import Record

TODAY = date(2025, 6, 1)
ITEM = Dated(Sort.MEASURE, "1", "Treff", "Sozialamt", None, None, False)


@pytest.mark.parametrize(
    ("begins", "ends", "told"),
    [
        (date(2020, 1, 1), date(2024, 11, 29), False),  # 184 days ago
        (date(2020, 1, 1), date(2024, 11, 30), True),  # 183
        (date(2020, 1, 1), None, True),
        (date(2026, 6, 2), None, True),  # in 366 days
        (date(2026, 6, 3), None, False),
        (None, date(2025, 6, 1), True),
    ],
)
def test_half_a_year_back_and_a_year_ahead(begins, ends, told):
    assert bool(around([replace(ITEM, begins=begins, ends=ends)], TODAY)) is told


def test_the_edges_hold_everything_and_today():
    items = [replace(ITEM, begins=date(2024, 3, 31), ends=None)]
    assert edges(items, TODAY) == (date(2024, 3, 1), date(2025, 7, 1))


def test_lanes():
    meeting = replace(ITEM, sort=Sort.MEETING, office="")
    assert [lane(each) for each in (ITEM, meeting, replace(ITEM, office=""))] == ["Sozialamt", "Gremien", "ohne Amt"]
    assert sorted(["ohne Amt", "Sozialamt", "Gremien"], key=place) == ["Gremien", "Sozialamt", "ohne Amt"]


def test_an_office_in_other_letters_is_named_once():
    items = [replace(ITEM, office=name) for name in ("Sozialamt", "sozialamt", "", "Jugendamt")]
    assert offices(items) == ("Jugendamt", "Sozialamt")
    tasks = [entered(Task, title="T", office=each.office) for each in items]
    assert list(offices_of(tasks).values()) == ["Jugendamt", "sozialamt"]


def test_tasks_by_office_and_state():
    tasks = [
        entered(Task, title="1", office="Sozialamt"),
        entered(Task, title="2", office="SOZIALAMT", state="erledigt"),
        entered(Task, title="3", office="Jugendamt", state="laeuft"),
    ]

    def chosen(office, state):
        return [each.title for each in tasks_of(tasks, office, state)]

    assert chosen(ALL, ALL) == ["1", "2", "3"]
    assert chosen(ALL, OPEN) == ["1", "3"]
    assert chosen(key_of("sozialamt"), ALL) == ["1", "2"]
    assert chosen(key_of("Sozialamt"), "erledigt") == ["2"]
    assert chosen(key_of("Jugendamt"), "offen") == []


def test_the_next_meeting_is_the_first_from_today_on():
    days = [date(2025, 5, 31), date(2025, 6, 1), date(2025, 7, 1)]
    meetings = [entered(Meeting, body=str(day), day=day) for day in days]
    assert next_meeting(meetings, TODAY) is meetings[1]
    assert next_meeting(meetings[:1], TODAY) is None


def test_of_one_municipality():
    shown = content_of(sample_release())
    own = Record(
        entered(Strategy, id="own", title="A", areas=["05382060-04"]),
        measures=(entered(Measure, strategy_id="own", title="M"),),
    )
    other = Record(entered(Strategy, id="other", title="B", areas=["05382068-07"]))
    whole = Record(entered(Strategy, id="whole", title="C", areas=["05382060"]))
    tasks = tuple(
        entered(Task, title=title, strategy_id=of) for title, of in (("own", "own"), ("other", "other"), ("none", None))
    )
    found = of_municipality(shown, Everything((own, other, whole), tasks), "05382060")
    assert [each.strategy.id for each in found.strategies] == ["own", "whole"]
    assert [each.title for each in found.tasks] == ["own", "none"]
    assert of_municipality(shown, Everything((own, other), tasks), "").strategies == (own, other)
