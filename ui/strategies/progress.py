"""How the goals of a strategy stand, for the one who looks at them."""

from __future__ import annotations

from indicators.progress import Status
from store.kinds import Goal
from store.measured import measured_areas
from ui.entries.desk import Desk
from views.progress.progress import ProgressView
from views.strategies import goal_progress as views
from views.strategies.record import Record


def goal_progress(desk: Desk, record: Record, goal: Goal, area: str) -> ProgressView | str:
    """The goal in one area, or why nothing can be said."""
    return views.goal_progress(desk.shown, record, goal, area, measured_areas(desk.store))


def goal_statuses(desk: Desk, record: Record) -> list[str]:
    """One word per goal and area, of the goals that have a number."""
    return views.goal_statuses(desk.shown, record, measured_areas(desk.store))


def status_class(view: ProgressView) -> str:
    """Name for the style sheet: "on-the-way"."""
    return Status(view.found.status).name.lower().replace("_", "-")
