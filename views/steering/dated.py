"""Everything with a day: milestones, tasks, measures, goals and meetings in one shape."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from store.kinds import Measure, Meeting, Task
from store.kinds.measure import Progress
from store.kinds.strategy import Phase
from store.kinds.task import TaskKind, TaskState
from views.steering.everything import Everything
from views.strategies.record import Record

OVER = (Progress.DONE, Progress.STOPPED)


class Sort(StrEnum):
    MILESTONE = "meilenstein"
    TASK = "aufgabe"
    MEASURE = "massnahme"
    GOAL = "ziel"
    MEETING = "sitzung"


@dataclass(frozen=True)
class Dated:
    """begins, ends: days, both the same for what has one day alone; None for what is open at that end.

    office: who is responsible, as entered ("" for nobody). is_done: nothing is left to do. id: of the entry.
    """

    sort: Sort
    id: str
    title: str
    office: str
    begins: date | None
    ends: date | None
    is_done: bool
    strategy_id: str = ""
    meeting_id: str = ""

    @property
    def day(self) -> date | None:
        """The day it is due."""
        return self.ends

    def is_overdue(self, today: date) -> bool:
        """A goal never is: whether it is reached is what the data say, not the day."""
        return not self.is_done and self.sort is not Sort.GOAL and self.ends is not None and self.ends < today


def dated(found: Everything, today: date) -> tuple[Dated, ...]:
    """All of it with at least one day, by day; what began first stands first."""
    rows = [*map(_of_task, found.tasks), *(_of_meeting(each, today) for each in found.meetings), *_of_strategies(found)]
    known = [each for each in rows if each.begins or each.ends]
    return tuple(sorted(known, key=lambda each: (each.begins or each.ends or date.max, each.title.casefold(), each.id)))


def _of_task(task: Task) -> Dated:
    sort = Sort.MILESTONE if task.task_kind is TaskKind.MILESTONE else Sort.TASK
    is_done = task.state is TaskState.DONE
    return Dated(
        sort,
        task.id,
        task.title,
        task.office,
        task.due,
        task.due,
        is_done,
        task.strategy_id or "",
        task.meeting_id or "",
    )


def _of_meeting(meeting: Meeting, today: date) -> Dated:
    is_over = meeting.day is not None and meeting.day < today
    title = f"{meeting.body}: {meeting.title}" if meeting.title else meeting.body
    return Dated(Sort.MEETING, meeting.id, title, "", meeting.day, meeting.day, is_over, meeting_id=meeting.id)


def _of_strategies(found: Everything) -> Iterator[Dated]:
    for record in found.strategies:
        yield from (_of_measure(each) for each in record.measures)
        yield from _of_goals(record)


def _of_measure(measure: Measure) -> Dated:
    return Dated(
        Sort.MEASURE, measure.id, measure.title, measure.responsible, measure.starts, measure.ends, measure.state in OVER,
        measure.strategy_id,
    )  # fmt: skip


def _of_goals(record: Record) -> Iterable[Dated]:
    """A goal whose day has come is settled once its strategy reports on it."""
    is_reported = record.strategy.phase is Phase.REPORT
    return (
        Dated(Sort.GOAL, goal.id, goal.text, "", goal.due, goal.due, is_reported, record.strategy.id)
        for goal in record.goals
    )
