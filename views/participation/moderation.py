"""Who is asked to release what a body has handed in, and how far somebody may release it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from store.actor import Actor
from store.circle import is_own
from store.entry import Released
from store.levels import Level
from store.rights import may

AReleased = TypeVar("AReleased", bound=Released)


def waits(actor: Actor, entry: Released) -> bool:
    """Whether this actor is asked to release it: handed in, and theirs to give to the committees, whoever has written it.

    What is released under an embargo has been decided and waits for its day alone.
    """
    is_handed_in = entry.release_level is Level.ADMINISTRATION
    return is_handed_in and may(f"{entry.right} {Level.COMMITTEES.value}", actor.role, own=False)


def waiting_first(actor: Actor, entries: Iterable[AReleased]) -> tuple[list[AReleased], list[AReleased]]:
    """What waits for this actor, and the rest; the order of the entries stays."""
    found: tuple[list[AReleased], list[AReleased]] = ([], [])
    for entry in entries:
        found[0 if waits(actor, entry) else 1].append(entry)
    return found


def next_levels(actor: Actor, entry: Released) -> list[Level]:
    """The wider levels this actor may give it to."""
    own = is_own(actor, entry)
    needed = [] if entry.release_level is Level.DRAFT else [entry.release_level]
    wider = list(Level)[list(Level).index(entry.release_level) + 1 :]
    return [
        level
        for level in wider
        if all(may(f"{entry.right} {each.value}", actor.role, own) for each in (*needed, level))
    ]
