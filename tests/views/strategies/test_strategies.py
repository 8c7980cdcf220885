"""Strategies against flags and beside offers, on a county small enough to check by hand, and on the sample."""

from datetime import date

import pytest

from store.kinds import Goal, Measure, Offer, Strategy
from store.kinds.measure import Progress
from tests.sample_county import sample_release
from views.audience import narrowed
from views.content import content_of
from views.strategies.burdens import sides_of
from views.strategies.cover import covered
from views.strategies.record import Record
from views.strategies.sums import due_goals, sums_of

TODAY = date(2025, 6, 1)
SIEGBURG_04, TROISDORF_09 = "05382060-04", "05382068-09"


@pytest.fixture(scope="module")
def shown():
    return content_of(sample_release())


def strategy(*areas, measures=(), goals=()):
    return Record(Strategy(id="s", title="Früh", areas=list(areas)), tuple(goals), tuple(measures))


def measure(state, starts=None):
    return Measure(id="m", title="Treff", state=state, starts=starts)


def goal(due):
    return Goal(id=f"z{due}", text="Weniger", due=due)


def test_a_municipality_covers_its_areas(shown):
    inside = covered(shown, "quartier", ["05382060"])
    assert len(inside) == 11 and SIEGBURG_04 in inside
    assert covered(shown, "quartier", [SIEGBURG_04, "gibtesnicht"]) == {SIEGBURG_04}
    assert len(covered(shown, "quartier", ["05382"])) == 158


def test_flagged_areas_with_and_without_a_strategy(shown):
    sums = sums_of(shown, "quartier", 2024, [strategy(SIEGBURG_04, measures=[measure(Progress.PLANNED)])], TODAY)
    assert len(sums.flagged) == 11
    assert sums.with_strategy == (SIEGBURG_04,) and sums.active == ()
    assert len(sums.without) == 10 and SIEGBURG_04 not in sums.without


def test_a_rule_this_reader_does_not_have_says_nothing_of_areas(shown):
    """The county's rule needs A2. Without it no area is "not flagged", and none has "no strategy"."""
    without = narrowed(shown, {"A2"})
    sums = sums_of(without, "quartier", 2024, [strategy(SIEGBURG_04)], TODAY)
    assert sums.flagged is None and sums.with_strategy == sums.active == sums.without == ()
    assert not any(
        side.judged or side.flagged or side.burdens for side in sides_of(without, "quartier", 2024, "", [], [], TODAY)
    )
    assert all(side.judged for side in sides_of(shown, "quartier", 2024, "", [], [], TODAY))


@pytest.mark.parametrize(("state", "active"), [("laeuft", True), ("abgeschlossen", True), ("abgebrochen", False)])
def test_something_is_done_where_a_measure_runs_or_is_done(shown, state, active):
    sums = sums_of(shown, "quartier", 2024, [strategy(TROISDORF_09, measures=[measure(Progress(state))])], TODAY)
    assert sums.active == ((TROISDORF_09,) if active else ())


def test_goals_that_are_due():
    """Half a year is 180 days: from 1 June 2025 to 28 November."""
    goals = [goal(None), goal(date(2025, 11, 28)), goal(date(2025, 11, 29)), goal(date(2025, 5, 31)), goal(TODAY)]
    due = due_goals([strategy(SIEGBURG_04, goals=goals)], TODAY)
    assert [(each.day, each.is_over) for each in due] == [
        (date(2025, 5, 31), True), (TODAY, False), (date(2025, 11, 28), False),
    ]  # fmt: skip


def test_a_strategy_starts_with_its_first_measure_that_is_more_than_a_plan():
    planned, running = measure(Progress.PLANNED, date(2019, 1, 1)), measure(Progress.RUNNING, date(2022, 3, 1))
    assert strategy("a", measures=[planned, running]).started == 2022
    assert strategy("a", measures=[planned]).started is None


def test_burdens_and_offers_side_by_side(shown):
    offers = [
        Offer(id="o1", name="Beratung", areas=[SIEGBURG_04], offer_kind="beratung"),
        Offer(id="o2", name="Familienbildung", areas=["05382060"], offer_kind="familie"),
        Offer(id="o3", name="Geschlossen", areas=[SIEGBURG_04], offer_kind="kita", until=date(2025, 5, 31)),
        Offer(id="o4", name="Kommt", areas=[SIEGBURG_04], offer_kind="kita", since=date(2025, 6, 2)),
    ]
    sides = {side.area: side for side in sides_of(shown, "quartier", 2024, "", offers, [strategy(SIEGBURG_04)], TODAY)}
    side = sides[SIEGBURG_04]
    assert (side.flagged, side.municipality) == (True, "Siegburg")
    assert [each.name for each in side.own] == ["Beratung"]
    assert [each.name for each in side.above] == ["Familienbildung"]
    assert side.strategies == ("Früh",)
    assert side.burdens[:2] == ("Sprache auffällig bei der Einschulung", "Kinderarmut")
    assert sides[TROISDORF_09].own == () and sides[TROISDORF_09].above == ()


def test_flagged_areas_come_first_and_a_municipality_limits_the_list(shown):
    sides = sides_of(shown, "quartier", 2024, "05382060", [], [], TODAY)
    assert [side.flagged for side in sides] == [True, True] + [False] * 9
