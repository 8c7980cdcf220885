"""Entries as the store hands them out, made without a store."""

from __future__ import annotations

from itertools import count
from typing import Any, TypeVar

from store.actor import COUNTY
from store.checks import complete
from store.entry import Entry, Released
from store.levels import Level

AnEntry = TypeVar("AnEntry", bound=Entry)
numbers = count(1)


def entered(
    kind: type[AnEntry], level: Level = Level.PUBLIC, embargo: Any = None, owner: str = COUNTY, **values: Any
) -> AnEntry:
    """One entry. id: given, or the next free one."""
    entry_id = values.pop("id", f"{kind.kind()}{next(numbers)}")
    made = kind(id=entry_id, version=1, withdrawn=False, **complete(kind, values))
    if isinstance(made, Released):
        made.owner, made.release_level, made.embargo, made.municipality = owner, level, embargo, ""
    return made
