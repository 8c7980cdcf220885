"""A strategy with everything that belongs to it, as far as a reader may see it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from store import reading
from store.actor import Actor
from store.entry import Entry
from store.kinds import Decision, Goal, Measure, Output, Statement, Strategy, Task
from store.kinds.measure import Progress
from store.store import Store

AnEntry = TypeVar("AnEntry", bound=Entry)


@dataclass(frozen=True)
class Record:
    """outputs: measure id → its output figures by name and year."""

    strategy: Strategy
    goals: tuple[Goal, ...] = ()
    measures: tuple[Measure, ...] = ()
    outputs: Mapping[str, tuple[Output, ...]] = field(default_factory=dict)
    decisions: tuple[Decision, ...] = ()
    statements: tuple[Statement, ...] = ()
    tasks: tuple[Task, ...] = ()

    @property
    def started(self) -> int | None:
        """Year in which its first measure that is more than a plan began."""
        return None if self.started_on is None else self.started_on.year

    @property
    def started_on(self) -> date | None:
        """Day on which its first measure that is more than a plan began."""
        begun = (Progress.RUNNING, Progress.DONE, Progress.STOPPED)
        return min((each.starts for each in self.measures if each.starts and each.state in begun), default=None)


def records(store: Store, actor: Actor) -> list[Record]:
    """All strategies this actor may read, by title."""
    goals, measures, outputs = (reading.entries(store, actor, kind) for kind in (Goal, Measure, Output))
    decisions, statements, tasks = (reading.entries(store, actor, kind) for kind in (Decision, Statement, Task))
    made = [
        Record(
            strategy,
            _of(goals, "strategy_id", strategy.id),
            own := _of(measures, "strategy_id", strategy.id),
            {each.id: _in_order(_of(outputs, "measure_id", each.id)) for each in own},
            _of(decisions, "strategy_id", strategy.id),
            _of(statements, "strategy_id", strategy.id),
            _of(tasks, "strategy_id", strategy.id),
        )
        for strategy in reading.entries(store, actor, Strategy)
    ]
    return sorted(made, key=lambda record: (record.strategy.title.casefold(), record.strategy.id))


def _of(found: Iterable[AnEntry], name: str, entry_id: str) -> tuple[AnEntry, ...]:
    return tuple(each for each in found if getattr(each, name) == entry_id)


def _in_order(outputs: Iterable[Output]) -> tuple[Output, ...]:
    return tuple(sorted(outputs, key=lambda each: (each.name.casefold(), each.year or 0)))
