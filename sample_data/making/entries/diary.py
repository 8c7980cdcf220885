"""A store whose clock is told the day: so the year of the sample can be written down as it happened."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time
from itertools import count
from typing import Any

from store import writing
from store.actor import COUNTY, Actor, Role
from store.entry import Entry, Released
from store.levels import Level
from store.store import Store

COORDINATION = Actor(Role.COORDINATION, COUNTY)
SOCIAL = Actor(Role.OFFICE, COUNTY, "Sozialamt")
HEALTH = Actor(Role.OFFICE, COUNTY, "Gesundheitsamt")
SIEGBURG, TROISDORF, WINDECK, EITORF = (
    Actor(Role.MUNICIPALITY, key) for key in ("05382060", "05382068", "05382076", "05382016")
)
FACTIONS = {name: Actor(Role.POLITICS, f"Fraktion {name}") for name in "ABCD"}
ASSOCIATIONS = {name: Actor(Role.ASSOCIATION, f"Wohlfahrtsverband {name}") for name in "ABC"}


class Diary:
    """Writes on the day it was last told. Ids are counted, so that the sample is the same on every rebuild."""

    def __init__(self, store: Store, municipality_of: Mapping[str, str]) -> None:
        self._minutes: Iterator[int] = count()
        self._numbers: Iterator[int] = count()
        self._day = date(2025, 11, 1)
        self.store = Store(store.engine, municipality_of, clock=self._now, new_id=self._next_id)

    def on(self, year: int, month: int, day: int) -> None:
        self._day, self._minutes = date(year, month, day), count()

    def add(
        self, actor: Actor, kind: type[Entry], level: Level | None = None, by: Actor | None = None, **values: Any
    ) -> Any:
        """A new entry. level: released to it at once; by: who releases it, where that is somebody else."""
        made = writing.create(self.store, actor, kind, **values)
        if level is None or level is Level.DRAFT or not isinstance(made, Released):
            return made
        if by is not None:
            made = writing.release(self.store, actor, kind, made.id, made.version, Level.ADMINISTRATION)
        return writing.release(self.store, by or actor, kind, made.id, made.version, level)

    def change(self, actor: Actor, entry: Entry, **values: Any) -> Any:
        return writing.change(self.store, actor, type(entry), entry.id, entry.version, **values)

    def _now(self) -> datetime:
        minute = next(self._minutes)
        return datetime.combine(self._day, time(9 + minute // 600, (minute // 10) % 60, minute % 10 * 5), tzinfo=UTC)

    def _next_id(self) -> str:
        return f"{next(self._numbers):012x}"
