"""Whose an entry is, and who sees it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from store.actor import COUNTY, Actor, Role
from store.entry import Released
from store.levels import READERS, level_on

OWN_BODY = {Role.MUNICIPALITY, Role.POLITICS, Role.ASSOCIATION}


def owner_of(actor: Actor) -> str:
    """What stands as owner in what this actor makes: "kreis", or role and home, as names of two roles may be alike."""
    return f"{actor.role.value}:{actor.home}" if actor.role in OWN_BODY else COUNTY


def is_own(actor: Actor, entry: Released) -> bool:
    """An entry is one's own where one's home has made it; a municipality's too where the county plans for it alone."""
    if actor.role is Role.PUBLIC:
        return False
    if entry.owner == owner_of(actor):
        return True
    by_county = entry.shared and entry.owner == COUNTY
    return actor.role is Role.MUNICIPALITY and by_county and entry.municipality == actor.home


def sees(actor: Actor, entry: Released, day: date) -> bool:
    level = level_on(entry.release_level, entry.embargo, day)
    return actor.role in READERS[level] or is_own(actor, entry)


def common_municipality(areas: Iterable[str], municipality_of: Mapping[str, str]) -> str:
    """The one municipality all areas lie in, "" for none or several. KeyError for an area nobody knows."""
    found = {municipality_of[area] for area in areas}
    return found.pop() if len(found) == 1 else ""
