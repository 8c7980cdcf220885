"""How the goals of a strategy stand, in each of its areas, by what the release shows."""

from __future__ import annotations

from collections.abc import Iterable

from store.kinds import Goal
from texts.strategies import AREA_GONE, GONE, INCOMPLETE, NO_INDICATOR, NOT_LATER
from views.content import Content
from views.progress.progress import ProgressView, progress_of
from views.strategies.cover import covered
from views.strategies.record import Record


def goal_progress(shown: Content, record: Record, goal: Goal, area: str, found: Iterable[Record]) -> ProgressView | str:
    """The goal in one area, or why nothing can be said. found: all strategies; areas with a measure are no comparison."""
    why_not = _why_not(shown, goal, area)
    if why_not or goal.baseline_year is None or goal.target is None or goal.due is None:
        return why_not or INCOMPLETE
    level = shown.release.hierarchy.level_of(area)
    return progress_of(
        shown, area, goal.indicator, goal.baseline_year, goal.target, goal.due.year,
        without=_with_measure(shown, level, found), started=record.started,
    )  # fmt: skip


def goal_statuses(shown: Content, record: Record, found: Iterable[Record]) -> list[str]:
    """One word per goal and area, of the goals that have a number."""
    views = [goal_progress(shown, record, goal, area, found) for goal in record.goals for area in record.strategy.areas]
    return [each.status for each in views if isinstance(each, ProgressView)]


def _why_not(shown: Content, goal: Goal, area: str) -> str:
    release = shown.release
    if not goal.indicator:
        return NO_INDICATOR
    if goal.indicator not in release.catalogue:
        return GONE.format(indicator=goal.indicator)
    if area not in release.hierarchy.names:
        return AREA_GONE.format(area=area)
    if goal.baseline_year is None or goal.target is None or goal.due is None:
        return INCOMPLETE
    return NOT_LATER if goal.due.year <= goal.baseline_year else ""


def _with_measure(shown: Content, level: str, found: Iterable[Record]) -> frozenset[str]:
    return frozenset().union(*(covered(shown, level, each.strategy.areas) for each in found if each.measures))
