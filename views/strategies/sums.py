"""The county at a glance: which flagged areas have a strategy, which goals are due, where nothing happens."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from store.kinds import Goal
from store.kinds.measure import Progress
from views.content import Content
from views.flags import flags_at
from views.strategies.cover import covered
from views.strategies.record import Record

SOON = timedelta(days=180)
ACTIVE = (Progress.RUNNING, Progress.DONE)


@dataclass(frozen=True)
class Due:
    """A goal whose day has come or comes soon."""

    record: Record
    goal: Goal
    day: date
    is_over: bool


@dataclass(frozen=True)
class Sums:
    """Ids of the areas the county's rule flags, strongest first: with a strategy, with one in which something is done, with
    none. flagged: None where there is no rule for this reader, which is not the same as no area. due: goals by day."""

    level: str
    year: int
    flagged: tuple[str, ...] | None
    with_strategy: tuple[str, ...]
    active: tuple[str, ...]
    without: tuple[str, ...]
    due: tuple[Due, ...]


def sums_of(shown: Content, level: str, year: int, found: Sequence[Record], today: date) -> Sums:
    """found: what the reader may see; what is a draft of others counts as nothing here, and the page says so."""
    flagged = flagged_areas(shown, level, year)
    known = flagged or ()
    planned = _areas(shown, level, found)
    active = _areas(shown, level, [each for each in found if any(one.state in ACTIVE for one in each.measures)])
    return Sums(
        level=level,
        year=year,
        flagged=flagged,
        with_strategy=tuple(area for area in known if area in planned),
        active=tuple(area for area in known if area in active),
        without=tuple(area for area in known if area not in planned),
        due=due_goals(found, today),
    )


def flagged_areas(shown: Content, level: str, year: int) -> tuple[str, ...] | None:
    """By the county's own rule, strongest first; None where there is none for this reader."""
    found = flags_at(shown, level, year)
    if found is None:
        return None
    return tuple(str(area) for area in found.worst_first().index if found.table["flagged"][area])


def due_goals(found: Iterable[Record], today: date) -> tuple[Due, ...]:
    due = [
        Due(record, goal, goal.due, goal.due < today)
        for record in found
        for goal in record.goals
        if goal.due is not None and goal.due <= today + SOON
    ]
    return tuple(sorted(due, key=lambda each: (each.day, each.goal.id)))


def _areas(shown: Content, level: str, found: Iterable[Record]) -> frozenset[str]:
    return frozenset().union(*(covered(shown, level, each.strategy.areas) for each in found))
