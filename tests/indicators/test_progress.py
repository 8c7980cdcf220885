"""Progress towards a target by hand: limits of Newcombe's method 10 from statsmodels, everything else by arithmetic."""

import math

import numpy as np
import pandas as pd
import pytest
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

from indicators.benchmark import Target
from indicators.path import needed_path
from indicators.progress import Goal, Pace, Status, progress, wanted_direction

NAN = math.nan
GOAL = Goal(2020, 20.0, 2030, polarity=-1)


def course(**years):
    """y2020=(value, lower, upper)."""
    rows = {int(year[1:]): numbers for year, numbers in years.items()}
    return pd.DataFrame.from_dict(rows, orient="index", columns=["value", "lower95", "upper95"], dtype=float)


def judged(now, start=(30, 27, 33), goal=GOAL, year=2025, pool=1):
    return progress(course(y2020=start, **{f"y{year}": now}), goal, year, pool)


# Status


def test_counted_children_against_another_program():
    """60 of 200, later 40 of 200: Wilson limits and the difference with statsmodels."""
    limits = {count: np.array(proportion_confint(count, 200, method="wilson")) * 100 for count in (60, 40)}
    found = progress(course(y2020=(30, *limits[60]), y2024=(20, *limits[40])), Goal(2020, 15.0, 2028, -1), 2024)
    lower, upper = confint_proportions_2indep(40, 200, 60, 200, compare="diff", method="newcomb", correction=False)
    assert (found.change, found.lower95, found.upper95) == pytest.approx((-10, 100 * lower, 100 * upper), abs=1e-6)
    assert (found.status, found.secured, found.reaches) == (Status.ON_THE_WAY, True, Target.MISSED)
    assert (found.needed, found.pace) == (22.5, Pace.WITHIN)  # half way from 30 to 15; 20 is 15.05 to 26.1


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        # change d = x − 30; limits d ∓ √((x − l)² + 3²)
        ((18, 16, 20), Status.REACHED),  # ends exactly at the target
        ((18, 16, 20.1), Status.ON_THE_WAY),  # −12 ∓ 3.7
        ((24, 20, 28), Status.ON_THE_WAY),  # −6 ∓ 5
        ((25, 21, 29), Status.OPEN),  # −5 ∓ 5 touches 0
        ((30, 27, 33), Status.OPEN),
        ((35, 31, 39), Status.OPEN),  # +5 ∓ 5
        ((36, 32, 40), Status.MOVING_AWAY),  # +6 ∓ 5
        ((0, 0, 2), Status.REACHED),  # no cases have an interval too
    ],
)
def test_status_where_high_is_unfavourable(now, expected):
    assert judged(now).status == expected


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ((97, 95, 98), Status.REACHED),
        ((97, 94.9, 98), Status.ON_THE_WAY),
        ((80, 76, 84), Status.MOVING_AWAY),
        ((88, 84, 92), Status.OPEN),
    ],
)
def test_status_where_high_is_favourable(now, expected):
    assert judged(now, start=(90, 87, 93), goal=Goal(2020, 95.0, 2030, 1)).status == expected


def test_without_polarity_the_target_shows_where_to():
    assert judged((20, 18, 22), goal=Goal(2020, 15.0, 2030, 0)).status == Status.ON_THE_WAY
    assert judged((20, 18, 22), goal=Goal(2020, 40.0, 2030, 0)).status == Status.MOVING_AWAY
    assert judged((20, 18, 22), goal=Goal(2020, 22.0, 2030, 0)).status == Status.REACHED
    unknown = judged((20, 18, 22), goal=Goal(2020, 30.0, 2030, 0))
    assert (unknown.status, unknown.why, unknown.reaches) == (
        Status.NO_STATEMENT,
        "no_direction",
        Target.NOT_COMPARED,
    )


def test_a_target_that_the_baseline_fulfils_is_one_to_keep():
    """Poverty is to stay at most 40 %; that it may rise to 40 is no aim."""
    assert wanted_direction(Goal(2020, 40.0, 2030, -1), 30.0) == -1
    kept = judged((35, 32, 38), goal=Goal(2020, 40.0, 2030, -1))
    assert (kept.status, kept.needed) == (Status.REACHED, 40.0)
    assert kept.secured and kept.change == 5  # +5 ∓ √(3² + 3²): the value moved the unwanted way, and that stays told
    lost = judged((45, 42, 48), goal=Goal(2020, 40.0, 2030, -1))
    assert (lost.status, lost.pace) == (Status.MOVING_AWAY, Pace.BEHIND)


# What cannot be told


@pytest.mark.parametrize(
    ("now", "start", "why"),
    [
        ((NAN, NAN, NAN), (30, 27, 33), "value_missing"),
        ((25, 21, 29), (NAN, NAN, NAN), "baseline_missing"),
        ((25, NAN, NAN), (30, NAN, NAN), "no_interval"),
    ],
)
def test_what_is_missing_is_no_statement_and_never_0(now, start, why):
    found = judged(now, start)
    assert (found.status, found.why, found.overdue) == (Status.NO_STATEMENT, why, False)
    assert not found.secured and math.isnan(found.lower95)


def test_a_year_that_is_not_there_is_missing():
    assert progress(course(y2020=(30, 27, 33)), GOAL, 2025).why == "value_missing"
    assert progress(course(y2025=(25, 21, 29)), GOAL, 2025).why == "baseline_missing"


def test_reached_needs_no_baseline_where_the_indicator_has_a_direction():
    assert judged((15, 12, 18), (NAN, NAN, NAN)).status == Status.REACHED
    assert judged((15, 12, 18), (NAN, NAN, NAN), Goal(2020, 20.0, 2030, 0)).why == "baseline_missing"


def test_the_year_of_the_baseline_and_years_before_it_say_nothing_of_the_way():
    found = progress(course(y2020=(30, 27, 33)), GOAL, 2020)
    assert (found.status, found.why, found.needed) == (Status.NO_STATEMENT, "too_early", 30.0)
    assert math.isnan(found.change)
    assert progress(course(y2020=(18, 16, 19)), GOAL, 2020).status == Status.REACHED
    before = progress(course(y2019=(18, 16, 19), y2020=(30, 27, 33)), GOAL, 2019)
    assert (before.status, before.why) == (Status.NO_STATEMENT, "too_early") and math.isnan(before.needed)


@pytest.mark.parametrize(
    ("year", "status"), [(2021, Status.NO_STATEMENT), (2022, Status.NO_STATEMENT), (2023, Status.ON_THE_WAY)]
)
def test_pooled_years_that_share_a_year_are_not_compared(year, status):
    """Three pooled years: 2018–2020 and 2020–2022 share 2020."""
    found = judged((24, 21, 27), year=year, pool=3)
    assert found.status == status and math.isnan(found.change) == (status is Status.NO_STATEMENT)


def test_a_target_must_be_due_after_the_baseline():
    with pytest.raises(ValueError, match="2020"):
        judged((25, 21, 29), goal=Goal(2020, 20.0, 2020, -1))


# Path and date


@pytest.mark.parametrize(
    ("now", "pace"),
    [
        # needed in 2025: half way from 30 to 20
        ((28, 25.1, 31), Pace.BEHIND),
        ((28, 25, 31), Pace.WITHIN),
        ((22, 19, 25), Pace.WITHIN),
        ((22, 19, 24.9), Pace.AHEAD),
    ],
)
def test_the_interval_against_the_path(now, pace):
    found = judged(now)
    assert (found.needed, found.pace) == (25.0, pace)


def test_ahead_is_up_where_high_is_favourable():
    found = judged((60, 56, 64), start=(40, 37, 43), goal=Goal(2020, 70.0, 2030, 1))
    assert (found.needed, found.pace) == (55.0, Pace.AHEAD)
    assert judged((50, 46, 54), start=(40, 37, 43), goal=Goal(2020, 70.0, 2030, 1)).pace == Pace.BEHIND


def test_on_the_way_and_behind_the_path_at_once():
    found = judged((25, 23, 27), start=(30, 28, 32), goal=Goal(2020, 10.0, 2030, -1))  # −5 ∓ 2.83; needed 20
    assert (found.status, found.pace) == (Status.ON_THE_WAY, Pace.BEHIND)


@pytest.mark.parametrize(
    ("year", "now", "overdue"),
    [
        (2029, (25, 23, 27), False),
        (2030, (25, 23, 27), True),
        (2031, (19, 17, 21), True),  # may be reached, but that is not secured
        (2031, (18, 16, 20), False),
        (2031, (NAN, NAN, NAN), False),
    ],
)
def test_overdue_from_the_year_of_the_target_on(year, now, overdue):
    assert judged(now, year=year).overdue is overdue


def test_the_line_by_hand():
    years = [2019, 2020, 2021, 2024, 2025]
    assert needed_path(30.0, 20.0, (2020, 2024), -1, years) == pytest.approx([NAN, 30, 27.5, 20, 20], nan_ok=True)
    assert needed_path(15.0, 20.0, (2020, 2024), -1, years) == pytest.approx([NAN, 20, 20, 20, 20], nan_ok=True)
    assert needed_path(15.0, 20.0, (2020, 2024), 1, years) == pytest.approx([NAN, 15, 16.25, 20, 20], nan_ok=True)
    assert np.isnan(needed_path(NAN, 20.0, (2020, 2024), 1, years)).all()
    assert np.isnan(needed_path(15.0, 20.0, (2020, 2024), 0, years)).all()
    with pytest.raises(ValueError):
        needed_path(15.0, 20.0, (2020, 2019), 1, years)
