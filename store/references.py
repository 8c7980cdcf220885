"""An entry names others: only those its author sees, and that belong together."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy.orm import Session

from problem import DataError, Problem
from store.actor import Actor
from store.entry import Entry
from store.kinds import KINDS
from store.reading import MissingError, seen
from store.store import Store


def check_references(store: Store, session: Session, actor: Actor, entry: Entry, names: Iterable[str]) -> None:
    """Raises DataError where one of the fields `names` refers to what is not there for this actor."""
    for name in names:
        column = entry.__table__.columns.get(name)
        wanted = getattr(entry, name)
        if column is None or not column.foreign_keys or wanted is None:
            continue
        [key] = column.foreign_keys
        with session.no_autoflush:
            target = session.get(KINDS[key.column.table.name], wanted)
        try:
            seen(store, session, actor, target)
        except MissingError as error:
            raise DataError(Problem("entry_reference_unknown", facts={"field": f"{entry.kind()}.{name}"})) from error
