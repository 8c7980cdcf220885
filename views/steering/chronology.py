"""A short history since the beginning: decisions, strategies begun, milestones done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from store.kinds.task import TaskKind, TaskState
from views.steering.everything import Everything


class Kind(StrEnum):
    DECISION = "beschluss"
    STRATEGY = "strategie"
    MILESTONE = "meilenstein"


@dataclass(frozen=True)
class Happening:
    """day: of a decision as entered, of a milestone the day it was due, of a strategy the day its first measure began."""

    day: date
    kind: Kind
    title: str
    body: str = ""


def chronology(found: Everything, today: date) -> tuple[Happening, ...]:
    """The oldest first; nothing that lies ahead, nothing without a day. A milestone done before it was due is done."""
    known = [each for each in (*_decisions(found), *_strategies(found)) if each.day <= today]
    return tuple(sorted([*known, *_milestones(found)], key=lambda each: (each.day, each.title.casefold())))


def _decisions(found: Everything) -> Iterator[Happening]:
    return (Happening(each.day, Kind.DECISION, each.title, each.body) for each in found.decisions if each.day)


def _milestones(found: Everything) -> Iterator[Happening]:
    for task in found.tasks:
        if task.task_kind is TaskKind.MILESTONE and task.state is TaskState.DONE and task.due:
            yield Happening(task.due, Kind.MILESTONE, task.title, task.office)


def _strategies(found: Everything) -> Iterator[Happening]:
    for record in found.strategies:
        if (day := record.started_on) is not None:
            yield Happening(day, Kind.STRATEGY, record.strategy.title)
