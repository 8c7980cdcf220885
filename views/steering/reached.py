"""What was reached: each goal in each of its areas, with the value of the release and its interval."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from store.kinds import Goal
from views.content import Content
from views.progress.progress import ProgressView
from views.strategies.goal_progress import goal_progress
from views.strategies.record import Record


@dataclass(frozen=True)
class Reached:
    """area: name, "" for a strategy without areas. progress: what the release shows, or why nothing can be said."""

    strategy_id: str
    goal: Goal
    area: str
    progress: ProgressView | str


def reached(shown: Content, found: Sequence[Record], with_measure: frozenset[str]) -> tuple[Reached, ...]:
    """In the order of the strategies. found: those that are told of; with_measure: as in `goal_progress`."""
    names = shown.release.hierarchy.names
    return tuple(
        Reached(record.strategy.id, goal, names.get(area, area), goal_progress(shown, record, goal, area, with_measure))
        for record in found
        for goal in record.goals
        for area in record.strategy.areas
    )
