"""What a report may hold, whoever makes it: only what is released far enough, and what hangs on nothing narrower."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from store.entry import Released
from store.levels import ORDER, Level, level_on
from views.steering.everything import Everything
from views.strategies.record import Record

AnEntry = TypeVar("AnEntry", bound=Released)


def released(found: Everything, least: Level, today: date) -> Everything:
    """The entries that at least the readers of `least` may read today."""
    strategies = tuple(_record(each, least, today) for each in found.strategies if is_for(each.strategy, least, today))
    meetings = _for(found.meetings, least, today)
    known = {each.id for each in meetings}
    return Everything(
        strategies=strategies,
        tasks=_for(found.tasks, least, today),
        meetings=meetings,
        agenda=tuple(each for each in found.agenda if each.meeting_id in known),
        decisions=_for(found.decisions, least, today),
        statements=_for(found.statements, least, today),
        with_measure=found.with_measure,
    )


def is_for(entry: Released, least: Level, today: date) -> bool:
    """Whether it is released to the readers of `least`, or further; an embargo counts."""
    return ORDER.index(level_on(entry.release_level, entry.embargo, today)) >= ORDER.index(least)


def _for(entries: Iterable[AnEntry], least: Level, today: date) -> tuple[AnEntry, ...]:
    return tuple(each for each in entries if is_for(each, least, today))


def _record(record: Record, least: Level, today: date) -> Record:
    """Goals and measures have the readers of their strategy; what only points to it has its own."""
    return Record(
        record.strategy, record.goals, record.measures, record.outputs,
        _for(record.decisions, least, today), _for(record.statements, least, today), _for(record.tasks, least, today),
    )  # fmt: skip
