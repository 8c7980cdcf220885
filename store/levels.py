"""Release levels: for whom an entry is, and from which day on."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from store.actor import Role


class Level(StrEnum):
    """From the narrowest to the widest circle of readers."""

    DRAFT = "entwurf"
    ADMINISTRATION = "verwaltung"
    COMMITTEES = "gremien"
    PUBLIC = "oeffentlich"


ORDER = tuple(Level)
ADMINISTRATION = frozenset({Role.COORDINATION, Role.OFFICE, Role.MUNICIPALITY})
COMMITTEES = ADMINISTRATION | {Role.POLITICS, Role.ASSOCIATION}
READERS: dict[Level, frozenset[Role]] = {
    Level.DRAFT: frozenset(),  # those alone whose own it is
    Level.ADMINISTRATION: ADMINISTRATION,
    Level.COMMITTEES: COMMITTEES,
    Level.PUBLIC: frozenset(Role),
}


def level_on(level: Level, embargo: date | None, day: date) -> Level:
    """The level that holds on a day: until the embargo ends, the next narrower one."""
    if embargo is None or day >= embargo or level is Level.DRAFT:
        return level
    return ORDER[ORDER.index(level) - 1]
