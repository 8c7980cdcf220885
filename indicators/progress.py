"""Progress towards a target: what is reached, what is on its way, and what cannot be told from chance."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd

from indicators.benchmark import Target, compare, meets_target
from indicators.change import change, secured
from indicators.goals import Goal, Pace, Progress, Status, Why, wanted_direction
from indicators.path import needed_path
from indicators.rates import Estimate

__all__ = ["Goal", "Pace", "Progress", "Status", "Why", "progress", "wanted_direction"]

NAN = float("nan")


def progress(course: pd.DataFrame, goal: Goal, year: int, pool: int = 1) -> Progress:
    """How a goal stands by the value of a year.

    course: index year; columns value, lower95, upper95 of what is shown, NaN where it is not; a year that is not there is
    missing too. pool: years added up for one value, the last one names it. ValueError where the target is not due after
    the baseline.
    Reached is reached, also where the baseline is hidden, in the year of the baseline, or where the value moved away
    since (which `change` and `secured` still tell). An interval that ends exactly at the target reaches it, one that
    touches 0 is no secured change. Nothing is tested in the year of the baseline, before it, or where pooled years of
    both share a year: NO_STATEMENT, as for whatever is hidden or has no interval.
    A baseline that was bad by chance makes what follows look better: "on the way" tells no cause.
    Source: `indicators.benchmark.meets_target`, `indicators.change`.

    >>> from indicators.rates import proportion
    >>> found = proportion([60, 40], [200, 200])
    >>> course = pd.DataFrame(found._asdict(), index=[2020, 2024])
    >>> result = progress(course, Goal(2020, 15.0, 2028, polarity=-1), 2024)
    >>> result.status.name, round(result.change, 1), result.needed, result.pace.name
    ('ON_THE_WAY', -10.0, 22.5, 'WITHIN')
    """
    if goal.target_year <= goal.baseline_year:
        raise ValueError(f"a target of {goal.target_year} cannot be reached from {goal.baseline_year}")
    now, start = _shown(course, year), _shown(course, goal.baseline_year)
    direction = wanted_direction(goal, float(start.value))
    found = _facts(now, start, goal, direction, year, pool)
    why = _why_not(now, start, direction, year - goal.baseline_year, pool, found.reaches)
    if why:
        return replace(found, why=why)
    judged = replace(found, status=_status(found))
    return replace(judged, overdue=year >= goal.target_year and judged.status != Status.REACHED)


def _shown(course: pd.DataFrame, year: int) -> Estimate:
    if year not in course.index:
        return Estimate(NAN, NAN, NAN, NAN, NAN)
    value, lower, upper = (float(np.float64(course[name].loc[year])) for name in ("value", "lower95", "upper95"))
    return Estimate(value, lower, upper, NAN, NAN)


def _facts(now: Estimate, start: Estimate, goal: Goal, direction: int, year: int, pool: int) -> Progress:
    apart = year - goal.baseline_year >= pool
    moved = change(now, start) if apart else Estimate(NAN, NAN, NAN, NAN, NAN)
    needed = float(
        needed_path(float(start.value), goal.target, (goal.baseline_year, goal.target_year), direction, year)
    )
    return Progress(
        status=Status.NO_STATEMENT,
        why="",
        direction=direction,
        change=float(moved.value),
        lower95=float(moved.lower95),
        upper95=float(moved.upper95),
        secured=bool(secured(moved)),
        needed=needed,
        pace=_pace(now, needed, direction),
        reaches=Target(int(meets_target(now, goal.target, direction))),
        overdue=False,
    )


def _why_not(now: Estimate, start: Estimate, direction: int, years: int, pool: int, reaches: Target) -> Why:
    if np.isnan(now.value):
        return "value_missing"
    if years < 0:
        return "too_early"
    if np.isnan(now.lower95):
        return "no_interval"
    if reaches == Target.MET:
        return ""
    if np.isnan(start.value):
        return "baseline_missing"
    if not direction:
        return "no_direction"
    return "too_early" if years < pool else ""


def _status(found: Progress) -> Status:
    if found.reaches == Target.MET:
        return Status.REACHED
    if not found.secured:
        return Status.OPEN
    return Status.ON_THE_WAY if found.change * found.direction > 0 else Status.MOVING_AWAY


def _pace(now: Estimate, needed: float, direction: int) -> Pace:
    side = int(np.sign(compare(now, needed)))
    unknown = np.isnan(now.lower95) or np.isnan(needed) or not direction
    return Pace.NOT_COMPARED if unknown else Pace(side * direction)
