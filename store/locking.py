"""A row nobody else changes until this transaction is over."""

from __future__ import annotations

from typing import TypeVar

from sqlalchemy.orm import Session

from store.entry import Entry

AnEntry = TypeVar("AnEntry", bound=Entry)


def lock(session: Session, found: AnEntry) -> AnEntry:
    """The entry as it is once others are done with it. SQLite has let in one writer alone by now."""
    return session.get_one(type(found), found.id, with_for_update=True, populate_existing=True)
