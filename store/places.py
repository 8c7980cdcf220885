"""The municipality an entry is about, which decides whose own it is."""

from __future__ import annotations

from sqlalchemy.orm import Session

from problem import DataError, Problem
from store.actor import Actor, Role
from store.circle import common_municipality
from store.entry import Released
from store.kinds.strategy import Strategy
from store.store import Store


def placed(store: Store, actor: Actor, entry: Released, session: Session) -> bool:
    """Writes the municipality into the entry; True where a municipality writes about what is not its own.

    Raises DataError for an area that nobody knows.
    """
    entry.municipality = _municipality(store, actor, entry, session)
    if actor.role is not Role.MUNICIPALITY:
        return False
    return entry.municipality != actor.home and bool(entry.about_areas() or entry.municipality)


def _municipality(store: Store, actor: Actor, entry: Released, session: Session) -> str:
    if unknown := [area for area in entry.about_areas() if area not in store.municipality_of]:
        raise DataError(Problem("entry_area_unknown", areas=unknown))
    if entry.about_areas():
        return common_municipality(entry.about_areas(), store.municipality_of)
    named = getattr(entry, "strategy_id", None)
    strategy = session.get(Strategy, named) if named else None
    if strategy is not None:
        return strategy.municipality
    return actor.home if actor.role is Role.MUNICIPALITY and entry.version == 1 else entry.municipality or ""
