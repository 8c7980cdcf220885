"""What goes into the report to the committee, and what does not, whoever makes it."""

from datetime import date

import pytest

from store.kinds import Decision, Goal, IndicatorStatus, Measure, Meeting, Statement, Strategy, Task
from store.levels import Level
from tests.sample_county import sample_release
from tests.store.conftest import memory  # noqa: F401 a fixture
from tests.store.entered import entered
from tests.store.made import made, made_below
from tests.store.people import CHARITY, COORDINATION, FACTION, OFFICE, TOWN
from views.audience import narrowed
from views.content import content_of
from views.progress.progress import ProgressView
from views.steering.committee import draft, last_report
from views.steering.everything import Everything, everything
from views.steering.readers import undecided
from views.steering.released import released
from views.strategies.record import Record

SINCE, TODAY = date(2024, 11, 1), date(2025, 11, 1)
AREA = "05382060-04"


@pytest.fixture(scope="module")
def shown():
    return content_of(sample_release())


def decision(title="D", day=date(2025, 3, 1), level=Level.PUBLIC, **more):
    return entered(Decision, level, title=title, body="Gruppe", day=day, text="So.", **more)


@pytest.mark.parametrize(
    ("level", "embargo", "committees", "public"),
    [
        (Level.DRAFT, None, False, False),
        (Level.ADMINISTRATION, None, False, False),
        (Level.COMMITTEES, None, True, False),
        (Level.PUBLIC, None, True, True),
        (Level.PUBLIC, date(2025, 11, 2), True, False),  # until tomorrow for the committees alone
        (Level.COMMITTEES, date(2025, 11, 2), False, False),
        (Level.PUBLIC, date(2025, 11, 1), True, True),
    ],
)
def test_each_kind_by_its_release_level(shown, level, embargo, committees, public):
    goal = entered(Goal, strategy_id="s", text="Weniger", due=date(2026, 1, 1))
    strategy = entered(Strategy, level, embargo, id="s", title="S", areas=[AREA])
    measure = entered(Measure, strategy_id="s", title="M", starts=date(2025, 1, 1), state="laeuft")
    found = Everything(
        strategies=(Record(strategy, goals=(goal,), measures=(measure,)),),
        tasks=(entered(Task, level, embargo, title="T", due=date(2026, 2, 1)),),
        meetings=(entered(Meeting, level, embargo, body="Gruppe", day=date(2026, 3, 1)),),
        decisions=(decision(level=level, embargo=embargo),),
        statements=(entered(Statement, level, embargo, text="Ja.", indicator="A2", day=date(2025, 2, 1)),),
    )
    for asked, is_told in ((Level.COMMITTEES, committees), (Level.PUBLIC, public)):
        made_of = draft(shown, found, asked, SINCE, TODAY)
        counts = [
            len(each)
            for each in (made_of.decisions, made_of.reached, made_of.steps, made_of.statements, made_of.history)
        ]
        assert counts == ([1, 1, 3, 1, 2] if is_told else [0, 0, 0, 0, 0])
        assert made_of.titles == ({"s": "S"} if is_told else {})


def test_a_decision_does_not_tell_of_a_strategy_that_is_not_released(shown):
    hidden = Record(entered(Strategy, Level.ADMINISTRATION, id="s", title="Noch geheim", areas=[AREA]))
    found = Everything(strategies=(hidden,), decisions=(decision(strategy_id="s"),))
    made_of = draft(shown, found, Level.COMMITTEES, SINCE, TODAY)
    assert len(made_of.decisions) == 1 and made_of.titles == {}


def test_decisions_and_statements_of_the_span_alone_and_the_history_since_the_beginning(shown):
    days = {"davor": date(2024, 10, 31), "erster": SINCE, "letzter": TODAY, "morgen": date(2025, 11, 2)}
    found = Everything(
        decisions=tuple(decision(title, day) for title, day in days.items()),
        statements=tuple(
            entered(Statement, text=text, indicator="A2", day=day) for text, day in {**days, "ohne": None}.items()
        ),
    )
    made_of = draft(shown, found, Level.PUBLIC, SINCE, TODAY)
    assert [each.title for each in made_of.decisions] == ["erster", "letzter"]
    assert [each.text for each in made_of.statements] == ["erster", "letzter", "ohne"]
    assert [each.title for each in made_of.history] == ["davor", "erster", "letzter"]


def test_history_in_the_order_of_days(shown):
    running = entered(Measure, strategy_id="s", title="M", starts=date(2023, 5, 1), state="laeuft")
    planned = entered(Measure, strategy_id="s", title="N", starts=date(2022, 1, 1), state="geplant")
    found = Everything(
        strategies=(Record(entered(Strategy, id="s", title="Früh", areas=[AREA]), measures=(running, planned)),),
        tasks=(
            entered(Task, title="erreicht", task_kind="meilenstein", state="erledigt", due=date(2024, 1, 1)),
            entered(Task, title="früher erledigt", task_kind="meilenstein", state="erledigt", due=date(2026, 1, 1)),
            entered(Task, title="offen", task_kind="meilenstein", due=date(2024, 1, 1)),
            entered(Task, title="nur Aufgabe", state="erledigt", due=date(2024, 1, 1)),
        ),
        decisions=(decision("Beschluss", date(2023, 12, 31)),),
    )
    told = draft(shown, found, Level.PUBLIC, SINCE, TODAY).history
    assert [(each.day, each.kind.value, each.title) for each in told] == [
        (date(2023, 5, 1), "strategie", "Früh"),
        (date(2023, 12, 31), "beschluss", "Beschluss"),
        (date(2024, 1, 1), "meilenstein", "erreicht"),
        (date(2026, 1, 1), "meilenstein", "früher erledigt"),  # due after today, done already
    ]


def test_next_steps_are_what_is_open(shown):
    found = Everything(
        tasks=(
            entered(Task, title="erledigt", state="erledigt", due=date(2026, 1, 1)),
            entered(Task, title="überfällig", due=date(2025, 1, 1)),
            entered(Task, title="offen", due=date(2026, 1, 1)),
        ),
        meetings=(entered(Meeting, body="gewesen", day=date(2025, 1, 1)),),
    )
    assert [each.title for each in draft(shown, found, Level.PUBLIC, SINCE, TODAY).steps] == ["überfällig", "offen"]


@pytest.mark.parametrize(
    ("tasks", "expected"),
    [
        ([], date(2024, 11, 1)),
        ([("meilenstein", "bericht", "erledigt", date(2024, 11, 20)), ("meilenstein", "bericht", "erledigt", date(2023, 11, 21))], date(2024, 11, 20)),
        ([("meilenstein", "bericht", "offen", date(2024, 11, 20))], date(2024, 11, 1)),
        ([("aufgabe", "bericht", "erledigt", date(2024, 11, 20))], date(2024, 11, 1)),
        ([("meilenstein", "ziele", "erledigt", date(2024, 11, 20))], date(2024, 11, 1)),
    ],
)  # fmt: skip
def test_the_last_report(tasks, expected):
    made_of = tuple(
        entered(Task, title="T", task_kind=kind, phase=phase, state=state, due=due) for kind, phase, state, due in tasks
    )
    assert last_report(Everything(tasks=made_of), TODAY) == expected


def test_a_year_before_a_leap_day():
    assert last_report(Everything(), date(2024, 2, 29)) == date(2023, 2, 28)


def test_every_goal_in_every_area_with_the_numbers_of_the_release(shown):
    goals = (
        entered(
            Goal, strategy_id="s", text="Mit Zahl", indicator="A2", baseline_year=2019, target=20, due=date(2027, 1, 1)
        ),
        entered(Goal, strategy_id="s", text="Ohne Zahl"),
    )
    areas = [AREA, "05382060-05"]
    found = Everything(strategies=(Record(entered(Strategy, id="s", title="S", areas=areas), goals=goals),))
    told = draft(shown, found, Level.PUBLIC, SINCE, TODAY).reached
    assert [(each.goal.text, isinstance(each.progress, ProgressView)) for each in told] == [
        ("Mit Zahl", True), ("Mit Zahl", True), ("Ohne Zahl", False), ("Ohne Zahl", False),
    ]  # fmt: skip
    release = shown.release
    series = release.series(release.finest.id, "A2")
    for each in told[:2]:
        at = release.areas(release.finest.id).get_loc(each.progress.area)
        assert each.progress.course.loc[2024, "value"] == series.estimate.value[at][release.years.index(2024)]


@pytest.mark.parametrize("reader", [COORDINATION, TOWN, CHARITY], ids=lambda each: each.role.value)
def test_areas_with_a_measure_are_known_whoever_may_read_of_it(memory, reader):  # noqa: F811
    made_below(memory, Measure, made(memory, Strategy, COORDINATION, areas=["0101-02"]), title="M", state="laeuft")
    found = everything(memory, reader)
    assert found.with_measure == {"0101-02"}
    assert released(found, Level.PUBLIC, TODAY).with_measure == {"0101-02"}


def test_areas_with_a_measure_are_no_comparison_in_the_report(shown):
    values = {"indicator": "A2", "baseline_year": 2019, "target": 20, "due": date(2027, 1, 1)}
    goal = entered(Goal, strategy_id="s", text="Weniger", **values)
    measure = entered(Measure, strategy_id="s", title="M", starts=date(2021, 1, 1), state="laeuft")
    record = Record(entered(Strategy, id="s", title="S", areas=[AREA]), goals=(goal,), measures=(measure,))
    for with_measure, is_compared in ((frozenset(), True), (frozenset({"05382"}), False)):
        found = Everything(strategies=(record,), with_measure=with_measure)
        [told] = draft(shown, found, Level.PUBLIC, SINCE, TODAY).reached
        assert bool(told.progress.beside.areas) is is_compared


@pytest.mark.parametrize("reader", [COORDINATION, OFFICE, TOWN, FACTION, CHARITY], ids=lambda each: each.role.value)
def test_whoever_of_the_committees_makes_it_it_holds_the_same(memory, shown, reader):  # noqa: F811
    for level in Level:
        strategy = made(memory, Strategy, COORDINATION, level, title=f"S {level.value}")
        made_below(memory, Goal, strategy, text=f"G {level.value}")
        made(memory, Decision, COORDINATION, level, title=f"D {level.value}")
        made(memory, Task, OFFICE, level, title=f"T {level.value}", due=date(2025, 12, 1))
        made(memory, Statement, FACTION, level, text=f"W {level.value}")
    told = draft(shown, everything(memory, reader), Level.COMMITTEES, SINCE, TODAY)
    allowed = {"gremien", "oeffentlich"}
    assert {each.title for each in told.decisions} == {f"D {each}" for each in allowed}
    assert {each.goal.text for each in told.reached} == {f"G {each}" for each in allowed}
    assert {each.title for each in told.steps} == {f"T {each}" for each in allowed}
    assert {each.text for each in told.statements} == {f"W {each}" for each in allowed}


@pytest.mark.parametrize(
    ("stage", "audience", "committees", "public"),
    [
        ("in_nutzung", Level.PUBLIC, False, False),
        ("in_nutzung", Level.COMMITTEES, False, True),
        ("in_nutzung", Level.ADMINISTRATION, True, True),
        ("vorgeschlagen", Level.PUBLIC, True, True),
    ],
)  # fmt: skip
def test_numbers_that_were_not_decided_for_the_readers_stay_out(memory, shown, stage, audience, committees, public):  # noqa: F811
    made(memory, IndicatorStatus, COORDINATION, indicator="A2", stage=stage, audience=audience)
    goal = entered(
        Goal, strategy_id="s", text="Weniger", indicator="A2", baseline_year=2019, target=20, due=date(2027, 1, 1)
    )
    found = Everything(strategies=(Record(entered(Strategy, id="s", title="S", areas=[AREA]), goals=(goal,)),))
    for level, is_hidden in ((Level.COMMITTEES, committees), (Level.PUBLIC, public)):
        hidden = undecided(shown, memory, level)
        assert hidden == (frozenset({"A2"}) if is_hidden else frozenset())
        [told] = draft(narrowed(shown, hidden), found, level, SINCE, TODAY).reached
        assert isinstance(told.progress, str) is is_hidden
