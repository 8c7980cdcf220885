"""Two people edit one thing: what does not touch is put together, what does is shown to the one who came second."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import object_session

from store.entry import Entry, plain


class ConflictError(Exception):
    """Somebody else has changed the same field meanwhile. Nothing was written, nothing is lost.

    theirs: the entry as it is now. mine: all values that were to be written. fields: those both have changed.
    """

    def __init__(self, theirs: Entry, mine: Mapping[str, Any], fields: list[str]) -> None:
        super().__init__(f"{theirs.kind()} {theirs.id}: {', '.join(fields)}")
        if session := object_session(theirs):
            session.expunge(theirs)  # what is rolled back now would take its values with it
        self.theirs = theirs
        self.mine = dict(mine)
        self.fields = fields


def merged(base: Mapping[str, Any], theirs: Entry, mine: Mapping[str, Any]) -> dict[str, Any]:
    """What to write: the fields that differ from `base`, the row that was looked at. Raises ConflictError."""
    wanted = {name: value for name, value in mine.items() if plain(value) != base[name]}
    now = theirs.row()
    touched = [name for name, value in wanted.items() if now[name] not in (base[name], plain(value))]
    if touched:
        raise ConflictError(theirs, mine, touched)
    return {name: value for name, value in wanted.items() if now[name] != plain(value)}
