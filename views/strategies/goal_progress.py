"""How the goals of a strategy stand, in each of its areas, by what the release shows."""

from __future__ import annotations

from store.kinds import Goal
from texts.progress import AREA_NOT_SHOWN
from texts.strategies import AREA_GONE, GONE, INCOMPLETE, NO_INDICATOR, NOT_LATER
from views.content import Content
from views.progress.progress import YEARS, ProgressView, progress_of
from views.strategies.cover import covered
from views.strategies.record import Record


def goal_progress(
    shown: Content, record: Record, goal: Goal, area: str, with_measure: frozenset[str]
) -> ProgressView | str:
    """The goal in one area, or why nothing can be said.

    with_measure: ids of the areas in which a measure has begun, whoever may read of it (`store.measured`); they are no
    comparison, so that the same is told to every reader.
    """
    why_not = _why_not(shown, goal, area)
    if why_not or goal.baseline_year is None or goal.target is None or goal.due is None:
        return why_not or INCOMPLETE
    level = shown.release.hierarchy.level_of(area)
    return progress_of(
        shown, area, goal.indicator, goal.baseline_year, goal.target, goal.due.year,
        without=covered(shown, level, with_measure), started=record.started,
    )  # fmt: skip


def goal_statuses(shown: Content, record: Record, with_measure: frozenset[str]) -> list[str]:
    """One word per goal and area, of the goals that have a number."""
    views = [
        goal_progress(shown, record, goal, area, with_measure)
        for goal in record.goals
        for area in record.strategy.areas
    ]
    return [each.status for each in views if isinstance(each, ProgressView)]


def _why_not(shown: Content, goal: Goal, area: str) -> str:
    release = shown.release
    if not goal.indicator:
        return NO_INDICATOR
    if goal.indicator not in release.catalogue:
        return GONE.format(indicator=goal.indicator)
    if area not in release.hierarchy.names:
        return AREA_GONE.format(area=area)
    if release.hierarchy.level_of(area) not in {level.id for level in release.levels}:
        return AREA_NOT_SHOWN.format(area=release.hierarchy.names[area])
    return _why_no_span(goal)


def _why_no_span(goal: Goal) -> str:
    if goal.baseline_year is None or goal.target is None or goal.due is None:
        return INCOMPLETE
    if goal.baseline_year not in YEARS or goal.due.year not in YEARS:
        return INCOMPLETE
    return NOT_LATER if goal.due.year <= goal.baseline_year else ""
