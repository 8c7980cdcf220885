"""How the goals of a strategy stand, in each of its areas."""

from __future__ import annotations

from collections.abc import Iterable

from indicators.progress import Status
from store.kinds import Goal
from texts.strategies import AREA_GONE, GONE, INCOMPLETE, NO_INDICATOR, NOT_LATER
from ui.entries.desk import Desk
from views.progress.progress import ProgressView, progress_of
from views.strategies.cover import covered
from views.strategies.record import Record


def goal_progress(desk: Desk, record: Record, goal: Goal, area: str, found: Iterable[Record]) -> ProgressView | str:
    """The goal in one area, or why nothing can be said. found: all strategies; areas with a measure are no comparison."""
    if (why_not := _why_not(desk, goal, area)) or goal.baseline_year is None or goal.target is None or goal.due is None:
        return why_not or INCOMPLETE
    level = desk.shown.release.hierarchy.level_of(area)
    return progress_of(
        desk.shown, area, goal.indicator, goal.baseline_year, goal.target, goal.due.year,
        without=_with_measure(desk, level, found), started=record.started,
    )  # fmt: skip


def goal_statuses(desk: Desk, record: Record, found: Iterable[Record]) -> list[str]:
    """One word per goal and area, of the goals that have a number."""
    views = [goal_progress(desk, record, goal, area, found) for goal in record.goals for area in record.strategy.areas]
    return [each.status for each in views if isinstance(each, ProgressView)]


def status_class(view: ProgressView) -> str:
    """Name for the style sheet: "on-the-way"."""
    return Status(view.found.status).name.lower().replace("_", "-")


def _why_not(desk: Desk, goal: Goal, area: str) -> str:
    release = desk.shown.release
    if not goal.indicator:
        return NO_INDICATOR
    if goal.indicator not in release.catalogue:
        return GONE.format(indicator=goal.indicator)
    if area not in desk.names:
        return AREA_GONE.format(area=area)
    if goal.baseline_year is None or goal.target is None or goal.due is None:
        return INCOMPLETE
    return NOT_LATER if goal.due.year <= goal.baseline_year else ""


def _with_measure(desk: Desk, level: str, found: Iterable[Record]) -> frozenset[str]:
    return frozenset().union(*(covered(desk.shown, level, each.strategy.areas) for each in found if each.measures))
