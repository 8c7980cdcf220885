"""What the steering group works with, as far as a reader may see it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from store import reading
from store.actor import Actor
from store.kinds import AgendaItem, Decision, Meeting, Statement, Task
from store.measured import measured_areas
from store.store import Store
from views.strategies.record import Record, records


@dataclass(frozen=True)
class Everything:
    """strategies by title, meetings and decisions by day (the oldest first), tasks by day with the undated last; agenda items
    in their order. with_measure: ids of the areas in which a measure has begun, of all entries, whoever may read them."""

    strategies: tuple[Record, ...] = ()
    tasks: tuple[Task, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    decisions: tuple[Decision, ...] = ()
    statements: tuple[Statement, ...] = ()
    with_measure: frozenset[str] = frozenset()

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """Strategy id → title."""
        return {each.strategy.id: each.strategy.title for each in self.strategies}

    def agenda_of(self, meeting: Meeting) -> tuple[AgendaItem, ...]:
        return tuple(each for each in self.agenda if each.meeting_id == meeting.id)

    def decisions_of(self, meeting: Meeting) -> tuple[Decision, ...]:
        return tuple(each for each in self.decisions if each.meeting_id == meeting.id)

    def tasks_of(self, meeting: Meeting) -> tuple[Task, ...]:
        return tuple(each for each in self.tasks if each.meeting_id == meeting.id)


def everything(store: Store, actor: Actor) -> Everything:
    """All this actor may read."""
    tasks, meetings, agenda = (reading.entries(store, actor, kind) for kind in (Task, Meeting, AgendaItem))
    decisions, statements = (reading.entries(store, actor, kind) for kind in (Decision, Statement))
    return Everything(
        strategies=tuple(records(store, actor)),
        tasks=tuple(sorted(tasks, key=lambda each: (each.due or date.max, each.title.casefold(), each.id))),
        meetings=tuple(sorted(meetings, key=lambda each: (each.day or date.max, each.begins, each.id))),
        agenda=tuple(sorted(agenda, key=lambda each: (each.position or 0, each.id))),
        decisions=tuple(sorted(decisions, key=lambda each: (each.day or date.max, each.id))),
        statements=tuple(sorted(statements, key=lambda each: (each.day or date.max, each.id))),
        with_measure=measured_areas(store),
    )
