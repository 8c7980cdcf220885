"""The report to the committee, drafted from what is there: decided, reached, next steps, statements, history."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from store.kinds import Decision, Statement, Task
from store.kinds.strategy import Phase
from store.kinds.task import TaskKind, TaskState
from store.levels import Level
from views.content import Content
from views.steering.chronology import Happening, chronology
from views.steering.dated import Dated, Sort, dated
from views.steering.everything import Everything
from views.steering.reached import Reached, reached
from views.steering.released import released
from views.strategies.record import Record

NEXT = (Sort.MILESTONE, Sort.TASK, Sort.GOAL, Sort.MEETING)


@dataclass(frozen=True)
class Draft:
    """since, today: the span of what was decided and said, both days in it; a statement without a day is always told.

    level: the narrowest release level in it. titles: strategy id → title. reached: one per goal and area. steps: what is
    open, by day.
    """

    since: date
    today: date
    level: Level
    titles: dict[str, str]
    strategies: tuple[Record, ...]
    decisions: tuple[Decision, ...]
    reached: tuple[Reached, ...]
    steps: tuple[Dated, ...]
    statements: tuple[Statement, ...]
    history: tuple[Happening, ...]


def draft(shown: Content, found: Everything, level: Level, since: date, today: date) -> Draft:
    """found: what the one who makes it may read; of that goes in what is released to `level` or further."""
    narrowed = released(found, level, today)
    return Draft(
        since=since,
        today=today,
        level=level,
        titles=dict(narrowed.titles),
        strategies=narrowed.strategies,
        decisions=tuple(each for each in narrowed.decisions if each.day and since <= each.day <= today),
        reached=reached(shown, narrowed.strategies, narrowed.with_measure),
        steps=_steps(narrowed, today),
        statements=tuple(each for each in narrowed.statements if each.day is None or since <= each.day <= today),
        history=chronology(narrowed, today),
    )


def last_report(found: Everything, today: date) -> date:
    """Day of the last milestone "Bericht" that is done; a year ago where there is none."""
    days = [each.due for each in found.tasks if _is_report(each) and each.due and each.due < today]
    return max(days, default=_year_before(today))


def _is_report(task: Task) -> bool:
    return task.phase is Phase.REPORT and task.task_kind is TaskKind.MILESTONE and task.state is TaskState.DONE


def _steps(found: Everything, today: date) -> tuple[Dated, ...]:
    """What is open and has a day; measures stand with their strategies."""
    return tuple(each for each in dated(found, today) if each.sort in NEXT and not each.is_done)


def _year_before(day: date) -> date:
    """The same day a year earlier; of 29 February the 28th."""
    return day.replace(year=day.year - 1, day=28 if (day.month, day.day) == (2, 29) else day.day)
