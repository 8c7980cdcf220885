"""How far somebody may release something."""

from __future__ import annotations

from store.actor import Actor
from store.levels import ORDER, Level
from store.rights import may


def highest_level(actor: Actor, right: str, own: bool) -> Level:
    """The widest circle this actor may give an entry of this kind to."""
    allowed = [level for level in ORDER[1:] if may(f"{right} {level.value}", actor.role, own)]
    return allowed[-1] if allowed else Level.DRAFT


def lowered(level: Level, highest: Level) -> Level:
    """The level after a change by somebody who may release up to `highest`: never back to a draft, as others know it."""
    if level is Level.DRAFT:
        return level
    return ORDER[min(ORDER.index(level), max(ORDER.index(highest), ORDER.index(Level.ADMINISTRATION)))]
