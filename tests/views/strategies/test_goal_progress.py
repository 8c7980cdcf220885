"""A goal in an area: what the data say, or why nothing can be said."""

from dataclasses import replace
from datetime import date

import pytest

from store.kinds import Goal, Measure, Strategy
from tests.sample_county import sample_release
from tests.store.entered import entered
from texts.strategies import INCOMPLETE
from views.content import content_of
from views.progress.progress import ProgressView
from views.strategies.goal_progress import goal_progress, goal_statuses
from views.strategies.record import Record

AREA, OTHER = "05382060-04", "05382060-05"
COMPLETE = {"text": "Weniger", "indicator": "A2", "baseline_year": 2019, "target": 20, "due": date(2027, 12, 31)}


@pytest.fixture(scope="module")
def shown():
    return content_of(sample_release())


def goal(**changed):
    return entered(Goal, strategy_id="s", **{**COMPLETE, **changed})


def record(*goals, areas=(AREA,), measures=()):
    return Record(entered(Strategy, title="S", areas=list(areas)), goals=goals, measures=measures)


@pytest.mark.parametrize(
    ("changed", "area", "words"),
    [
        ({"indicator": ""}, AREA, "Zu diesem Ziel gehört keine Kennzahl"),
        ({"indicator": "ZZ9"}, AREA, "Die Kennzahl ZZ9 gibt es in diesen Daten nicht"),
        ({}, "gibt-es-nicht", "Das Gebiet gibt-es-nicht gibt es"),
        ({"baseline_year": None}, AREA, "fehlen noch"),
        ({"target": None}, AREA, "fehlen noch"),
        ({"due": None}, AREA, "fehlen noch"),
        ({"due": date(2019, 12, 31)}, AREA, "liegt nicht nach dem Ausgangsjahr"),
        ({"target": 0}, AREA, None),  # a target of nothing is a target
    ],
)
def test_why_nothing_can_be_said(shown, changed, area, words):
    told = goal_progress(shown, record(), goal(**changed), area, frozenset())
    assert isinstance(told, ProgressView) if words is None else words in told


def test_the_goal_as_it_was_entered(shown):
    told = goal_progress(shown, record(), goal(), AREA, frozenset())
    assert (told.area, told.indicator.id, told.goal.baseline_year, told.goal.target, told.goal.target_year) == (
        AREA, "A2", 2019, 20, 2027,
    )  # fmt: skip


def test_one_status_per_goal_and_area_of_those_with_numbers(shown):
    of = record(goal(), goal(indicator=""), areas=(AREA, OTHER))
    assert len(goal_statuses(shown, of, frozenset())) == 2


def test_areas_with_a_measure_are_no_comparison(shown):
    """Every area of the finest level has one, named one by one or by the county: nothing is left to compare with."""
    measure = entered(Measure, strategy_id="s", title="M", starts=date(2021, 1, 1), state="laeuft")
    own = record(goal(), measures=(measure,))
    nowhere, everywhere, by_county = (
        goal_progress(shown, own, own.goals[0], AREA, frozenset(areas))
        for areas in ((), shown.release.areas("quartier"), ["05382"])
    )
    assert nowhere.course["others"].notna().any()
    assert everywhere.course["others"].isna().all() and by_county.course["others"].isna().all()


def test_nothing_is_compared_before_a_measure_has_begun(shown):
    told = goal_progress(shown, record(goal()), goal(), AREA, frozenset())
    assert told.beside.sentences[0].startswith("Kein Vergleich: Noch hat keine Maßnahme begonnen")


@pytest.mark.parametrize(
    "changed", [{"baseline_year": -20_000_000}, {"baseline_year": 1899}, {"due": date(2201, 1, 1)}]
)
def test_years_far_away_are_no_years(shown, changed):
    far = Goal(id="z", strategy_id="s", **{**COMPLETE, **changed})  # past the store, which takes no such year
    assert goal_progress(shown, record(), far, AREA, frozenset()) == INCOMPLETE


def test_an_area_of_a_level_that_is_not_published_has_no_numbers(shown):
    """As if the quarters were kept to the office: their names are still known."""
    release = shown.release
    coarse = replace(shown, release=replace(release, levels=release.levels[:2]))
    told = goal_progress(coarse, record(), goal(), AREA, frozenset())
    assert told == "Für das Gebiet Siegburg 04 werden keine Zahlen gezeigt: Seine Ebene wird nicht veröffentlicht."
