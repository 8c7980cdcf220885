"""What is due on 1 June 2025, worked out by hand."""

from datetime import date

import pytest

from store.kinds import Goal, Measure, Meeting, Strategy, Task
from tests.store.entered import entered
from views.steering.dated import Sort, dated
from views.steering.due import reminders
from views.steering.everything import Everything
from views.strategies.record import Record

TODAY = date(2025, 6, 1)


def task(title, due, state="offen", office="Sozialamt", kind="aufgabe"):
    return entered(Task, title=title, due=due, state=state, office=office, task_kind=kind)


def titles(items):
    return [each.title for each in items]


def due_of(*tasks, office="", **more):
    return reminders(dated(Everything(tasks=tasks, **more), TODAY), office, TODAY)


@pytest.mark.parametrize(
    ("due", "is_told", "is_overdue"),
    [
        (date(2024, 12, 24), True, True),
        (date(2025, 5, 31), True, True),
        (date(2025, 6, 1), True, False),  # today is not yet too late
        (date(2025, 7, 1), True, False),  # the 30th day
        (date(2025, 7, 2), False, False),  # the 31st
        (None, False, False),
    ],
)
def test_overdue_and_the_next_thirty_days(due, is_told, is_overdue):
    found = due_of(task("Zahlen", due)).others
    assert titles(found) == (["Zahlen"] if is_told else [])
    assert [each.is_overdue(TODAY) for each in found] == ([is_overdue] if is_told else [])


def test_what_is_done_is_due_no_more():
    assert due_of(task("Zahlen", date(2025, 5, 1), state="erledigt")).others == ()


def test_the_oldest_comes_first_and_one_s_own_office_apart():
    found = due_of(
        task("B", date(2025, 6, 9)),
        task("A", date(2025, 5, 9), office="Gesundheitsamt"),
        task("C", date(2025, 6, 3), office="Sozialamt, gesundheitsamt"),
        office="Gesundheitsamt",
    )
    assert (titles(found.own), titles(found.others)) == (["A", "C"], ["B"])


def test_without_an_office_nothing_is_one_s_own():
    found = due_of(task("A", date(2025, 6, 9), office=""))
    assert (found.own, titles(found.others)) == ((), ["A"])


def strategy(phase="umsetzung", **parts):
    return Record(entered(Strategy, title="S", areas=["1"], phase=phase), **parts)


def test_a_goal_whose_day_has_come_is_told_but_never_overdue():
    goal = entered(Goal, strategy_id="s", text="Weniger Armut", due=date(2025, 5, 1))
    [told] = due_of(strategies=(strategy(goals=(goal,)),)).others
    assert (told.title, told.is_overdue(TODAY)) == ("Weniger Armut", False)


@pytest.mark.parametrize(
    ("named", "office", "is_own"),
    [
        ("Jugendsozialamt", "Sozialamt", False),
        ("Sozialamt", "Jugendsozialamt", False),
        ("Jugendamt,  sozialamt ", "Sozialamt", True),
        ("Jugendamt, Sozialamt", "Jugendamt, Sozialamt", True),  # as one name, in the choice of the time line
        ("", "Sozialamt", False),
    ],
)
def test_an_office_is_named_in_full(named, office, is_own):
    assert bool(due_of(task("A", date(2025, 6, 9), office=named), office=office).own) is is_own


def test_goals_are_due_until_their_strategy_reports():
    def of(phase):
        goal = entered(Goal, strategy_id="s", text="Weniger Armut", due=date(2025, 5, 1))
        return titles(due_of(strategies=(strategy(phase, goals=(goal,)),)).others)

    assert (of("umsetzung"), of("bericht")) == (["Weniger Armut"], [])


@pytest.mark.parametrize(
    ("state", "told"), [("laeuft", True), ("geplant", True), ("abgeschlossen", False), ("abgebrochen", False)]
)
def test_measures_are_due_on_their_last_day(state, told):
    measure = entered(
        Measure, strategy_id="s", title="Treff", starts=date(2024, 1, 1), ends=date(2025, 5, 1), state=state
    )
    assert bool(due_of(strategies=(strategy(measures=(measure,)),)).others) is told


def test_a_meeting_that_was_is_over():
    past, ahead = (entered(Meeting, body="Gruppe", day=day) for day in (date(2025, 5, 31), date(2025, 6, 1)))
    found = due_of(meetings=(past, ahead)).others
    assert [(each.sort, each.day) for each in found] == [(Sort.MEETING, date(2025, 6, 1))]


def test_everything_with_a_day_stands_in_order():
    measure = entered(Measure, strategy_id="s", title="Treff", starts=date(2024, 1, 1))
    undated = entered(Measure, strategy_id="s", title="Irgendwann")
    found = dated(
        Everything(
            strategies=(strategy(measures=(measure, undated)),),
            tasks=(task("M", date(2023, 1, 1), kind="meilenstein"), task("T", None)),
            meetings=(entered(Meeting, body="Gruppe", title="Auftakt", day=date(2024, 5, 1)),),
        ),
        TODAY,
    )
    assert [(each.sort.value, each.title) for each in found] == [
        ("meilenstein", "M"), ("massnahme", "Treff"), ("sitzung", "Gruppe: Auftakt"),
    ]  # fmt: skip
