"""The numbers a report may hold: of indicators that were decided for its readers, whoever makes it."""

from __future__ import annotations

from store.actor import PUBLIC, Actor, Role
from store.audience import hidden_indicators
from store.levels import Level
from store.store import Store
from views.content import Content

COMMITTEES = Actor(Role.POLITICS, "Gremien")  # asked for its role alone, nobody's home


def reader_of(level: Level) -> Actor:
    """One of those a report of this release level is for."""
    return PUBLIC if level is Level.PUBLIC else COMMITTEES


def undecided(shown: Content, store: Store, level: Level) -> frozenset[str]:
    """Ids of the indicators in the catalogue that the readers of this level may not see."""
    return hidden_indicators(store, reader_of(level)) & frozenset(shown.release.catalogue)
