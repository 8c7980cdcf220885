"""The planning cycle as a board: one column per phase, in it the strategies, tasks and milestones that stand there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from store.kinds import Task
from store.kinds.strategy import Phase
from store.kinds.task import TaskKind, TaskState
from views.steering.everything import Everything
from views.strategies.record import Record


@dataclass(frozen=True)
class Column:
    """open: tasks and milestones that are not done, overdue first, then by day; done: how many are."""

    phase: Phase
    strategies: tuple[Record, ...]
    open: tuple[Task, ...]
    done: int


def board(found: Everything) -> tuple[Column, ...]:
    """All phases in the order of the cycle."""
    return tuple(_column(phase, found) for phase in Phase)


def next_phase(phase: Phase) -> Phase:
    """The phase after this one; after the report a new cycle begins with an analysis."""
    phases = list(Phase)
    return phases[(phases.index(phase) + 1) % len(phases)]


def is_overdue(task: Task, today: date) -> bool:
    return task.state is not TaskState.DONE and task.due is not None and task.due < today


def _column(phase: Phase, found: Everything) -> Column:
    here = [each for each in found.tasks if each.phase is phase]
    strategies = tuple(each for each in found.strategies if each.strategy.phase is phase)
    open_ones = _in_order([each for each in here if each.state is not TaskState.DONE])
    return Column(phase, strategies, open_ones, len(here) - len(open_ones))


def _in_order(tasks: Sequence[Task]) -> tuple[Task, ...]:
    """By day, what has none last; on the same day milestones first."""
    return tuple(
        sorted(tasks, key=lambda each: (each.due or date.max, each.task_kind is not TaskKind.MILESTONE, each.title))
    )
